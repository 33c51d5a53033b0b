/** What the cells of office tables look like; one constant a pattern, each with an example from the sources. */
import {foldKey} from '../language/alphabet.ts'
import {memo} from '../memo.ts'

/** «1», «1.», «12)», «1.7.3», «№ 4», ««13»: the number cell of a row. */
const NUMBER_CELL = /^[«"]?(?:№\s?)?\d{1,3}(?:\.\d{1,3}){0,3}[.)]{0,2}$/u
/** «Р/с №», «№», «№ р/с», «р/с№», «Р/с» (its «№» lost), «№ п/п», «Рет №», «Реттік нөмірі», «N»: the heading of the number column. */
const NUMBER_HEADING = /^(?:№|n|[рp]\/[сcнhб]№?|№[рp]\/[сcнh]|№?п\/п№?|рет(?:тік)?(?:№|саны|нөмірі|номірі)?)$/u
/** What those begin with, as it may be typed, so that other cells need not be folded. */
const NUMBER_BEGINNING = /^[\s.\u00ad\u200b-\u200d\u2060\ufeff]{0,20}[№nрp]/iu
/** «Жұмыс кестесі (күні, сағаты, үзіліс)», «Жұмыс уақыты». */
const HOURS_HEADING = /жұмыс\s+(?:кестесі|уақыты|тәртібі|режимі|сағаттары)|қабылдау\s+кестесі/u
/** «Орналасқан мекен жайы», «Мемлекеттік орган орналасқан мекенжай». */
const ADDRESS_HEADING = /мекен\s?-?\s?жай|орналасқан/u
/** «Телефон нөмірі», «Байланыс деректері», «Қала коды және телефон нөмірі». */
const PHONE_HEADING = /телефон|байланыс\s+дерек|факс/u
/** «Уәкілетті органның атауы», «Орталықтардың атауы (филиалдар, бөлімдер, бөлімшелер)». */
const NAME_HEADING = /атауы|тізбесі/u

/** «аптасына бес күн сағ. 9-00 – 18-00», «күн сайын сағат 9-00 бастап»: a time of day. */
const CLOCK = /(?:^|[^\d-])(?:[01]?\d|2[0-3])\s?[-.:]\s?[0-5]0(?!\d|-\d)/u
/** Words that only working hours have. */
const HOURS_WORDS = /сағат|сағ\.|демалыс|аптасына|түскі|үзіліс|дүйсенбі|сәрсенбі|мереке|қоспағанда|(?:^|\s)(?:дс|сс|ср|бс|жм)\./u
/** «дейін», «13.00-14.00»: how printed working hours end. */
const HOURS_END = /(?:дейін|үзіліссіз|\d\s?[-.:]\s?\d\d)[\s.»;)]*$/u

/** «8 (7162) 40-10-76», «8-71622 5-26-49», «2-16-86»: digits in groups, at least five of them. */
const PHONE = /(?:\d[\s()-]{0,3}){5,}/u
/** A cell with nothing in it but telephones and the words that go with them. */
const ONLY_PHONES = /^(?:[\d\s()+,;./\-–]|ф|факс:?|тел(?:\.?:)?|т(?=\/)|ішкі|қабылдау)+$/u

/** «Ақмола облысы», «Астана қаласының», «Шығыс Қазақстан облысы бойынша»: names one region. */
const REGION = /(?:облысы|қаласы)(?:ның|нда|на|мен)?(?!\p{L})/u
/** «… тізбесі», «… мекенжайлары»: the title of a list, not of one region's part of it. */
const LIST_TITLE = /(?:тізбесі|тізімі|тізілімі|мекен\s?-?жай(?:ы|лары)?|деректері|ақпарат)[\s.:]*$/u

/** «--», «----», «- -»: what a converter leaves of a table rule. */
const DASHES = /^[-–—_\s]{2,}$/u

/** True for a text that can stand in the number column. */
export function isNumberCell(text: string): boolean {
  return NUMBER_CELL.test(text)
}

/** True for the heading of the number column, spaced apart or not. */
export function isNumberHeading(text: string): boolean {
  return NUMBER_BEGINNING.test(text) && NUMBER_HEADING.test(foldKey(text).replace(/[\s.]/gu, ''))
}

/** True for a text that is working hours or a torn part of them. */
export function isHours(text: string): boolean {
  const key = foldKey(text)
  return HOURS_WORDS.test(key) && (CLOCK.test(key) || key.length > 25)
}

/** True where working hours break off before their end. */
export function isTornHours(text: string): boolean {
  return !HOURS_END.test(foldKey(text))
}

/** True for a text with a telephone number in it. */
export function hasPhone(text: string): boolean {
  return PHONE.test(text)
}

/** True for a cell of telephones and nothing else. */
export function isPhoneCell(text: string): boolean {
  return hasPhone(text) && ONLY_PHONES.test(foldKey(text))
}

/** True for a line that heads one region's part of a table: «Ақтөбе облысы бойынша уәкілетті ұйым». */
export function isRegionHeading(text: string): boolean {
  const key = foldKey(text)
  return REGION.test(key) && !LIST_TITLE.test(key) && !PHONE.test(key) && !HOURS_WORDS.test(key)
}

/** True for the debris of a table rule. */
export function isDashes(text: string): boolean {
  return DASHES.test(text) && /[-–—_]{2}/u.test(text)
}

/** True for a line that heads an address or telephone column, alone or with others: «Мекенжайы Телефоны Жұмыс кестесі». */
export function headsContacts(text: string): boolean {
  const key = foldKey(text)
  return ADDRESS_HEADING.test(key) || PHONE_HEADING.test(key)
}

/** The headings of a table are asked for row by row. */
const MOST_HEADINGS = 200

export type ColumnRole = 'name' | 'address' | 'phone' | 'hours' | 'other'

/** What a column holds, told by its heading. */
export const columnRole = memo(roleOf, MOST_HEADINGS)

function roleOf(heading: string): ColumnRole {
  const key = foldKey(heading)
  if (HOURS_HEADING.test(key)) return 'hours'
  // «… орналасқан заңды мекенжайы (…), электронды поштаның мекенжайы» is the address column: the first word decides.
  if (/^(?:телефон|байланыс|қала\s+код)/u.test(key)) return 'phone'
  if (/^электрон/u.test(key)) return 'other'
  if (ADDRESS_HEADING.test(key)) return 'address'
  if (PHONE_HEADING.test(key)) return 'phone'
  if (NAME_HEADING.test(key)) return 'name'
  return 'other'
}
