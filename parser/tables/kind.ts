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

const BEGINS_WITH_DIGIT = /^[^\p{L}]{0,8}?\d/u

/** Tells the kind of an annex from its title (null where it has none) and its blocks; `other` where nothing speaks for a kind. */
export function annexKind(title: string | null, blocks: readonly Block[]): AnnexKind {
  const lines = blocks.filter((block) => block.type === 'line').map(readLine)
  const cells = tableCells(blocks)
  const heading = title === null ? '' : foldKey(title)
  // 1. Indicators: the heading of the value column, or codes of indicators under a title that says so.
  const texts = [...lines, ...cells]
  const key = () => texts.map(foldKey).join(' ')
  // Tables of a thousand cells are common: only what begins like a code is looked at closely.
  const codes = texts.filter((text) => BEGINS_WITH_DIGIT.test(text) && INDICATOR_CODE.test(foldKey(text))).length
  if (codes >= 2 && (INDICATOR_WORDS.test(key()) || /көрсеткіш/u.test(heading))) return 'indicators'
  // 2. Offices: a header with an address or telephone column and rows of them.
  if (hasOfficeHeader(blocks) && count([...cells, ...lines], isOfficeData) >= FEWEST_OFFICES) return 'offices'
  // 3. The title says what the sheet is; a blank may also have its title among the first lines.
  const titles = [heading, ...lines.filter((line) => line.length < 200).map(foldKey)].filter((key) => key !== '')
  const isForm = titles.some((key) => FORM_TITLE.test(key))
  if (FORM_TITLE.test(heading)) return 'form'
  if (CERTIFICATE_TITLE.test(heading)) return 'certificate'
  if (isForm) return 'form'
  if (titles.some((key) => CERTIFICATE_TITLE.test(key) && !BLANK_MARKS.test(key))) return 'certificate'
  // 4. Offices without a header (PDF text has none that can be told from the rows).
  if (count(lines, hasPhone) >= 2 * FEWEST_OFFICES && count(lines, isAddress) >= FEWEST_OFFICES) return 'offices'
  return BLANK_MARKS.test(key()) ? 'form' : 'other'
}

function tableCells(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'line') return []
    const cells = block.type === 'table' ? block.children.flatMap((row) => row.children) : block.children
    return cells.map(readCell)
  })
}

/** True where one row, run of cells or group of lines heads both a number column and an address or telephone column. */
function hasOfficeHeader(blocks: readonly Block[]): boolean {
  const texts = blocks.flatMap((block) => (block.type === 'line' ? [readLine(block)] : tableCells([block])))
  return texts.some((text, index) => {
    // Without a number column, addresses and telephones must both be headed, side by side.
    if (headsContacts(text)) return [1, 2, 3].some((count) => headsBoth(texts.slice(index, index + count)))
    if (!isNumberHeading(text) && !/^(?:р\/с\s*)?№\s/u.test(foldKey(text))) return false
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

function isOfficeData(text: string): boolean {
  return hasPhone(text) || isAddress(text)
}

function isAddress(text: string): boolean {
  return /\d/u.test(text) && ADDRESS.test(foldKey(text))
}

function count(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.filter(test).length
}
