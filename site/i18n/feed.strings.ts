/** Texts of the feed of changes. Dates come formatted as those of acts («2012 жылғы 9 қазандағы», «от 9 октября 2012 года»), numbers with their sign. */
import {translations} from './translations.ts'

export const strings = translations('feed', {
  kk: {
    title: 'Qyzmet – өзгерістер',
    subtitle: 'Мемлекеттік қызмет стандарттарын бекіткен қаулыларға енгізілген өзгерістер',
    data: 'Деректер жаңартылды',
    dataText: (standards: number, offices: number): string => `${standards} стандарт, ${offices} мекеме.`,
    named: (number: string, date: string): string => `${date} ${number}`,
    act: (by: string, target: string): string => `${target} қаулы: ${by} қаулымен өзгертілді`,
    repeal: (by: string, target: string): string => `${target} қаулы: ${by} қаулымен күші жойылды`,
    instructions: (act: string): string => `${act} қаулы: басқа қаулыларға өзгеріс енгізетін тармақтар`,
    count: (count: number): string => `Өзгерістер саны: ${count}.`,
  },
  ru: {
    title: 'Qyzmet – изменения',
    subtitle: 'Изменения в постановлениях, которыми утверждены стандарты государственных услуг',
    data: 'Данные обновлены',
    dataText: (standards: number, offices: number): string => `Стандартов: ${standards}, учреждений: ${offices}.`,
    named: (number: string, date: string): string => `${date} ${number}`,
    act: (by: string, target: string): string => `Постановление ${target}: изменено постановлением ${by}`,
    repeal: (by: string, target: string): string => `Постановление ${target}: утратило силу согласно постановлению ${by}`,
    instructions: (act: string): string => `Постановление ${act}: пункты, которые изменяют другие постановления`,
    count: (count: number): string => `Изменений: ${count}.`,
  },
  en: {
    title: 'Qyzmet – changes',
    subtitle: 'Changes to the resolutions that approve public service standards',
    data: 'Data updated',
    dataText: (standards: number, offices: number): string => `${standards} standards, ${offices} offices.`,
    named: (number: string, date: string): string => `${number} ${date}`,
    act: (by: string, target: string): string => `Resolution ${target}: amended by resolution ${by}`,
    repeal: (by: string, target: string): string => `Resolution ${target}: repealed by resolution ${by}`,
    instructions: (act: string): string => `Resolution ${act}: points that amend other resolutions`,
    count: (count: number): string => `Changes: ${count}.`,
  },
})
