/**
 * The words by which a blank is read: what is signed, dated, stamped, and by whom.
 *
 *       "Бірінші басшының/дара кәсіпкердің қолы"   a signature
 *       "(туған жылы, айы, күні)"                   a date
 *
 * All are matched on folded text (see `plain`).
 */
import {foldKey} from '../language/alphabet.ts'
import {squeeze} from '../structure/keys.ts'

/** Lower case, one kind of letters, quotes and blanks; for matching words. */
export function plain(text: string): string {
  return foldKey(text.replaceAll(/[_\s\u00a0]+/gu, ' '))
}

/** Without blanks as well: «Е с к е р т п е :» and «Ескертпе:» are one. */
export function squeezed(text: string): string {
  return squeeze(text)
}

/** «қолы», «өтініш берушінің қолы», «қолтаңбасы» */
export const SIGNATURE = /(?:^|[\s,/(])(?:қолы|қолтаңба(?:сы)?)[\s).,]*$/u
/** «М.О.», «МО», «мөр орны» */
export const STAMP = /^(?:м ?\. ?о ?\.?|мо|мөр(?:дің)?(?: орны)?)$/u
/** «Қосымша:», «Қоса беріледі:»: papers handed in, as many as there are. */
export const ATTACHMENTS = /^(?:қосымша(?:лар)?|қоса беріл(?:еді|ген|іп отыр)\p{L}*|қоса тіркел\p{L}+)\s*:?$/u
/** «бастығы», «басшысы», «әкімі»: who signs without being told to. */
export const OFFICE_HOLDER = /(?:^|\s)(?:бастығы|басшысы|басшы|директоры|әкімі|төрағасы|меңгерушісі|жетекшісі|маманы|орындаушы(?:сы)?)$/u
/** «берілген күні», «айы», «туған жылы»: a piece of a date. */
export const DATE_WORD = /(?:^|\s)(?:күні|айы|жылы|күн|ай|жыл)$/u
export const DAY_WORD = /(?:^|\s)(?:күні|күн)$/u
/** «Сізден», «Маған»: opens a sentence, is no caption. */
export const PRONOUN = /^(?:мен|мені|маған|менің|сізден|сізге|сіз|біз|бізге|бізден|осымен)$/u
/** «бастап», «дейін»: belongs to the date before it. */
export const POSTPOSITION = /^(?:бастап|дейін|кейін|бұрын|аралығында|бойынша|ішінде)$/u
/** What a paper is called: the last word of its title. */
export const PAPER =
  /(?:өтініш(?:і|хат|хаты)?|арыз(?:ы)?|анықтама(?:сы)?|сертификат(?:ы)?|куәлік|куәлігі|міндеттеме(?:сі)?|қосымша(?:сы)?|нысан(?:ы)?|хабарлама(?:сы)?|мәлімдеме(?:сі)?|декларация(?:сы)?|сауалнама(?:сы)?|қорытынды(?:сы)?|қолхат(?:ы)?|хаттама(?:сы)?|акт|актісі|бланк(?:і)?|карточка(?:сы)?|тапсырыс(?:ы)?|келісім(?:і)?)$/u
/** «Ескертпе:» and, in older blanks, «Ескерту:», with or without words behind it */
export const REMARKS = /^ескерт(?:пе|пелер|у|улер)(?::|$)/u
/** «Сыртқы жағы», «Артқы беті»: what follows is printed on the other side. */
export const OTHER_SIDE = /^\(?(?:сыртқы|артқы|екінші|келесі|теріс|ішкі|алдыңғы|бірінші|беткі|алғашқы)(?:жағы|беті|бет)\)?$/u
/** «керегі сызылсын», «керегінің асты сызылсын», «керексізі сызып тасталсын» */
export const STRIKE_OUT =
  /\(?\s*(?:керегі(?:н|нің)?|керексізі?(?:н)?|қажеті(?:н|нің)?|қажетсізі?(?:н)?)\s+(?:асты(?:н)?\s+)?(?:сыз\p{L}*|белгіле\p{L}*|көрсет\p{L}*|таңда\p{L}*)(?:\s+таста\p{L}*)?\s*\)?/u
/** «барлық тармақтар міндетті түрде толтырылады» */
export const ALL_MANDATORY = /барлы(?:қ|ғы)[^.]{0,300}міндетті(?: түрде)? (?:толтыр|көрсет)/u
/** «міндетті түрде толтырылады» */
export const MANDATORY = /міндетті(?: түрде)? (?:толтыр|көрсет)/u
