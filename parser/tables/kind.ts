/**
 * What an annex is, told by its title and content.
 *
 *       "Р/с №" "Орталықтардың атауы" "Орналасқан мекенжайы" "Байланыс деректері"      "Сапа … көрсеткіштері" "… нормативтік мәні"
 *
 * becomes `offices`; `indicators`.
 */
import {foldKey} from '../language/alphabet.ts'
import type {AnnexKind} from '../model/index.ts'
import type {Block} from '../tree.ts'
import {readCell, readLine} from './cell-text.ts'
import {columnRole, hasPhone, headsContacts, isNumberHeading} from './patterns.ts'

/** «Көрсеткіштің нормативтік мәні», «көрсеткiштерiнiң мәндерi». */
const INDICATOR_WORDS = /нормативтік\s+мән|көрсеткіштері(?:нің\s+мән)/u
/** «1.1. Құжаттарды тапсырған сәттен бастап …». */
const INDICATOR_CODE = /^\d\s?\.\s?\d\s?\.?\s+\p{L}/u
/** «Өтініш», «… беру туралы ӨТІНІШ», «… алу үшін мәліметтер нысаны»: what the applicant fills in. */
const FORM_TITLE = /(?:^|[\s»])(?:өтініш|өтініші|өтінім|арыз|шағым|сауалнама|хабарлама|тапсырыс|талапхат|мәліметтер|нысаны|нысан)[\s.:»]*$/u
/** «АНЫҚТАМА», «… кепілдік міндеттемесі», «… есепке алу туралы анықтама»: what the applicant is given. */
const CERTIFICATE_TITLE =
  /(?:^|[\s»])(?:анықтама|анықтамасы|сертификат|сертификаты|куәлік|куәлігі|қолхат|қолхаты|талон|талоны|қорытынды|қорытындысы|рұқсат|лицензия|хабарландыру|кепілдік\s+міндеттеме(?:сі)?)[\s.:»]*$/u
/** «_____», «(қолы)», «М.О.», «керегі сызылсын»: the marks of a blank. */
const BLANK_MARKS = /_{3,}|\((?:[^)]*\s)?(?:қолы|күні|тегі|аты-жөні)[^)]*\)|м\.\s?о\.|керегі(?:н)?\s+сыз/u
/** «Көкшетау қаласы, Әуезов көшесі, 189 а-үй»: an address. */
const ADDRESS = /көше(?:сі)?|к-сі|даңғ|шағын\s?аудан|ауылы,|қаласы,|кенті,/u
/** A list of offices has at least so many telephones and addresses. */
const FEWEST_OFFICES = 3
/** «Орналасқан мекенжайы» «Телефон нөмірлері» «Жұмыс кестесі (күні, сағаты, үзіліс)»: headings are short. */
const LONGEST_HEADER = 200

/** What a code of an indicator begins with, as it may be typed. */
const BEGINS_LIKE_CODE = /^[^\p{L}]{0,8}?\d[^\p{L}\d]{0,8}\./u

/** Tells the kind of an annex from its title (null where it has none) and its blocks; `other` where nothing speaks for a kind. */
export function annexKind(title: string | null, blocks: readonly Block[]): AnnexKind {
  const texts = blocks.flatMap(textsOf)
  const lines = texts.flatMap(({text, isCell}) => (isCell ? [] : [text]))
  const all = () => [...lines, ...texts.flatMap(({text, isCell}) => (isCell ? [text] : []))]
  const heading = title === null ? '' : foldKey(title)
  // 1. Indicators: the heading of the value column, or codes of indicators under a title that says so.
  const key = () => all().map(foldKey).join(' ')
  // Tables of a thousand cells are common: only what begins like a code is looked at closely.
  const isCode = ({text}: Text) => BEGINS_LIKE_CODE.test(text) && INDICATOR_CODE.test(foldKey(text))
  if (hasAtLeast(2, texts, isCode) && (INDICATOR_WORDS.test(key()) || /көрсеткіш/u.test(heading))) return 'indicators'
  // 2. Offices: a header with an address or telephone column and rows of them.
  if (hasOfficeHeader(texts) && hasAtLeast(FEWEST_OFFICES, texts, ({text}) => hasPhone(text) || isAddress(text))) return 'offices'
  // 3. The title says what the sheet is; a blank may also have its title among the first lines.
  const titles = [heading, ...lines.filter((line) => line.length < 200).map(foldKey)].filter((key) => key !== '')
  const isForm = titles.some((key) => FORM_TITLE.test(key))
  if (FORM_TITLE.test(heading)) return 'form'
  if (CERTIFICATE_TITLE.test(heading)) return 'certificate'
  if (isForm) return 'form'
  if (titles.some((key) => CERTIFICATE_TITLE.test(key) && !BLANK_MARKS.test(key))) return 'certificate'
  // 4. Offices without a header (PDF text has none that can be told from the rows).
  if (hasAtLeast(2 * FEWEST_OFFICES, lines, hasPhone) && hasAtLeast(FEWEST_OFFICES, lines, isAddress)) return 'offices'
  return BLANK_MARKS.test(key()) ? 'form' : 'other'
}

/** A loose line or a cell. */
interface Text {
  text: string
  isCell: boolean
}

function textsOf(block: Block): Text[] {
  if (block.type === 'line') return [{text: readLine(block), isCell: false}]
  const cells = block.type === 'table' ? block.children.flatMap((row) => row.children) : block.children
  return cells.map((cell) => ({text: readCell(cell), isCell: true}))
}

/** True where one row, run of cells or group of lines heads both a number column and an address or telephone column. */
function hasOfficeHeader(list: readonly Text[]): boolean {
  const texts = list.map(({text}) => text)
  return texts.some((text, index) => {
    // Without a number column, addresses and telephones must both be headed, side by side.
    if (headsContacts(text)) return [1, 2, 3].some((count) => headsBoth(texts.slice(index, index + count)))
    if (!isNumberHeading(text) && !(text.includes('№') && /^(?:р\/с\s*)?№\s/u.test(foldKey(text)))) return false
    return texts.slice(index, index + 16).some(headsContacts)
  })
}

function headsBoth(texts: readonly string[]): boolean {
  const key = foldKey(texts.join(' '))
  return (
    !/\d/u.test(key) &&
    key.length < LONGEST_HEADER &&
    columnRole(texts[0]!) !== 'other' &&
    /мекен\s?-?\s?жай/u.test(key) &&
    /телефон/u.test(key)
  )
}

function isAddress(text: string): boolean {
  return /\d/u.test(text) && ADDRESS.test(foldKey(text))
}

/** Whether a test holds for so many of a list; the rest is not looked at. */
function hasAtLeast<Item>(least: number, list: readonly Item[], test: (item: Item) => boolean): boolean {
  let found = 0
  return list.some((item) => test(item) && ++found >= least)
}
