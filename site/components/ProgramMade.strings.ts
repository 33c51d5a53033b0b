/** Texts about editions that the program made. */
import {translations} from '../i18n/translations.ts'

export const strings = translations('ProgramMade', {
  kk: {
    mark: 'бағдарлама жасаған',
    source: 'дереккөздегі соңғы мәтін',
    notice: (date: string, acts: string): string =>
      `${date} редакциясын осы сайттың бағдарламасы жасады, ол ресми мәтін емес. Мәтінге енгізілген өзгерістер: ${acts}.`,
    base: (date: string): string => `Негізі: ${date} редакциясы`,
    compare: 'Негізімен салыстыру',
    complete: (applied: number): string => `Нұсқаулардың бәрі (${String(applied)}) орындалды.`,
    incomplete: (applied: number, refused: number): string =>
      `Мәтін толық емес: ${String(applied)} нұсқау орындалды, ${String(refused)} нұсқау орындалмады.`,
    refused: 'Орындалмаған нұсқаулар',
    item: 'Нұсқау',
    place: 'Орны',
    reason: 'Себебі',
    notCarriedOut: 'Орындалмады',
  },
  ru: {
    mark: 'составлена программой',
    source: 'последний текст источника',
    notice: (date: string, acts: string): string =>
      `Редакция от ${date} составлена программой сайта и не является официальным текстом. Внесены изменения: ${acts}.`,
    base: (date: string): string => `Основа: редакция от ${date}`,
    compare: 'Сравнить с основой',
    complete: (applied: number): string => `Исполнены все указания (${String(applied)}).`,
    incomplete: (applied: number, refused: number): string =>
      `Текст неполон: исполнено указаний ${String(applied)}, не исполнено ${String(refused)}.`,
    refused: 'Неисполненные указания',
    item: 'Указание',
    place: 'Место',
    reason: 'Причина',
    notCarriedOut: 'Не исполнено',
  },
  en: {
    mark: 'made by the program',
    source: 'latest text of the sources',
    notice: (date: string, acts: string): string =>
      `The edition of ${date} was made by the program of this site and is not an official text. It contains the changes of ${acts}.`,
    base: (date: string): string => `Made from the edition of ${date}`,
    compare: 'Compare with the text it was made from',
    complete: (applied: number): string => `All instructions were carried out (${String(applied)}).`,
    incomplete: (applied: number, refused: number): string =>
      `The text is incomplete: ${String(applied)} instructions were carried out, ${String(refused)} were not.`,
    refused: 'Instructions that were not carried out',
    item: 'Instruction',
    place: 'Place',
    reason: 'Reason',
    notCarriedOut: 'Not carried out',
  },
})
