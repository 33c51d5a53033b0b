/**
 * What kind of field a caption asks for.
 *
 *       "(туған жылы, айы, күні)"        date
 *       "(өтініш берушінің қолы)"        signature
 *       "(ЖИН/БИН, СТН, тіркелу құжатының нөмірі және берілген күні)"   text: a date among other things
 */
import {ATTACHMENTS, DATE_WORD, DAY_WORD, OFFICE_HOLDER, plain, SIGNATURE, STAMP} from './kazakh-terms.ts'
import type {Slot} from './rows.ts'

/** «күні, айы және жылы» → its pieces. */
const JOINT = /\s*,\s*|\s+(?:және|мен|бен|пен|немесе)\s+/u
/** A piece of a date has so many words at most: «куәлік берілген күні». */
const LONGEST_DATE_WORDS = 3
const OUTER_MARKS = /^[\s(«"]+|[\s)»".,;:]+$/gu
const BRACKETS = /\([^()]*(?:\([^()]*\)[^()]*)*\)/gu

/** The type that a caption alone shows; `text` where it shows none. */
export function typeOf(caption: string): Slot['type'] {
  const words = plain(caption).replace(OUTER_MARKS, '')
  if (STAMP.test(words)) return 'stamp'
  if (SIGNATURE.test(words)) return 'signature'
  if (isDate(words)) return 'date'
  if (ATTACHMENTS.test(words)) return 'multiline'
  return 'text'
}

/** True for the title of somebody who signs: «Уәкілетті органның бастығы (…)». */
export function isOfficeHolder(lead: string): boolean {
  return OFFICE_HOLDER.test(plain(lead).replaceAll(BRACKETS, ' ').replace(OUTER_MARKS, '').trim())
}

/** True where every piece of the caption is a piece of a date and one of them is the day. */
function isDate(words: string): boolean {
  const parts = words.replace(/^\d+[.)]\s*/u, '').split(JOINT)
  return (
    parts.every((part) => DATE_WORD.test(part) && part.split(' ').length <= LONGEST_DATE_WORDS) && parts.some((part) => DAY_WORD.test(part))
  )
}

/** The captions in one bracket that belong to different fields («күні, қолы»); null where they are one. */
export function splitCaption(caption: string): string[] | null {
  const parts = caption.split(/\s*,\s*/u)
  if (parts.length < 2) return null
  const types = parts.map(typeOf)
  return types.every((type) => type === 'signature' || type === 'stamp' || type === 'date') && new Set(types).size === parts.length
    ? parts
    : null
}
