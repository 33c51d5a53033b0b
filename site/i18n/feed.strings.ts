/** Texts of the feed of changes. Dates come formatted, as the language writes them. */
import {translations} from './translations.ts'

export const strings = translations('feed', {
  kk: {
    title: 'Qyzmet – өзгерістер',
    subtitle: 'Мемлекеттік қызмет стандарттарын бекіткен қаулыларға енгізілген өзгерістер',
    data: 'Деректер жаңартылды',
    dataText: (standards: number, offices: number): string => `${standards} стандарт, ${offices} мекеме.`,
    act: (number: string, date: string, target: string): string => `${target} қаулы: ${date} № ${number} қаулымен өзгертілді`,
    repeal: (number: string, date: string, target: string): string => `${target} қаулы: ${date} № ${number} қаулымен күші жойылды`,
    instructions: (act: string): string => `${act} қаулы: басқа қаулыларға өзгеріс енгізетін тармақтар`,
    count: (count: number): string => `Өзгерістер саны: ${count}.`,
  },
  ru: {
    title: 'Qyzmet – изменения',
    subtitle: 'Изменения в постановлениях, которыми утверждены стандарты государственных услуг',
    data: 'Данные обновлены',
    dataText: (standards: number, offices: number): string => `Стандартов: ${standards}, учреждений: ${offices}.`,
    act: (number: string, date: string, target: string): string =>
      `Постановление ${target}: изменено постановлением № ${number} от ${date}`,
    repeal: (number: string, date: string, target: string): string =>
      `Постановление ${target}: утратило силу согласно постановлению № ${number} от ${date}`,
    instructions: (act: string): string => `Постановление ${act}: пункты, которые изменяют другие постановления`,
    count: (count: number): string => `Изменений: ${count}.`,
  },
  en: {
    title: 'Qyzmet – changes',
    subtitle: 'Changes to the resolutions that approve public service standards',
    data: 'Data updated',
    dataText: (standards: number, offices: number): string => `${standards} standards, ${offices} offices.`,
    act: (number: string, date: string, target: string): string => `Resolution ${target}: amended by resolution № ${number} of ${date}`,
    repeal: (number: string, date: string, target: string): string => `Resolution ${target}: repealed by resolution № ${number} of ${date}`,
    instructions: (act: string): string => `Resolution ${act}: points that amend other resolutions`,
    count: (count: number): string => `Changes: ${count}.`,
  },
})
