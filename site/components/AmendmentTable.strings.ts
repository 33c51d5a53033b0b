/** Texts of the table of instructions. */
import {translations} from '../i18n/translations.ts'

export const strings = translations('AmendmentTable', {
  kk: {
    state: 'Күйі',
    applied: 'Осындағы мәтінге енгізілген',
    notApplied: 'Осындағы мәтінге енгізілмеген',
    inEdition: (date: string): string => `${date} редакциясы (бағдарлама жасаған)`,
    absent: 'Актінің мәтіні дереккөздерде жоқ',
    compare: 'Белгілі өзгерістерін салыстыру',
    inForce: 'Қолданысқа енгізілуі',
    from: (date: string): string => `${date} бастап`,
    counts: (all: number, here: number, applied: number): string =>
      `Нұсқау: ${String(all)}. Өзгеретін актісі осында: ${String(here)}, мәтінге енгізілгені: ${String(applied)}.`,
    compareAll: 'Редакциялар мен стандарттарды салыстыру',
    caption: (act: string): string => `${act}: өзгерту туралы нұсқаулар`,
  },
  ru: {
    state: 'Состояние',
    applied: 'Внесено в текст на этом сайте',
    notApplied: 'В текст на этом сайте не внесено',
    inEdition: (date: string): string => `редакция от ${date} (составлена программой)`,
    absent: 'Текста акта в источниках нет',
    compare: 'Сравнить известные изменения',
    inForce: 'Введение в действие',
    from: (date: string): string => `с ${date}`,
    counts: (all: number, here: number, applied: number): string =>
      `Указаний: ${String(all)}. Изменяемый акт есть на сайте: ${String(here)}, внесено в текст: ${String(applied)}.`,
    compareAll: 'Сравнение редакций и стандартов',
    caption: (act: string): string => `${act}: указания об изменениях`,
  },
  en: {
    state: 'State',
    applied: 'Applied to the text on this site',
    notApplied: 'Not applied to the text on this site',
    inEdition: (date: string): string => `edition of ${date} (made by the program)`,
    absent: 'The text of the act is not in the sources',
    compare: 'Compare what is known',
    inForce: 'Comes into force',
    from: (date: string): string => `from ${date}`,
    counts: (all: number, here: number, applied: number): string =>
      `Instructions: ${String(all)}. The act they change is here: ${String(here)}; applied to its text: ${String(applied)}.`,
    compareAll: 'Compare editions and standards',
    caption: (act: string): string => `${act}: amending instructions`,
  },
})
