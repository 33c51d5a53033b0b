/**
 * What is written into a field, where its caption says it: a number with a check digit, a telephone, an e-mail address.
 *
 *       "ЖСН _____"                                           iin
 *       "ЖИН/БИН _____"                                       iin-bin
 *       "(ЖИН/БИН, СТН, тіркелу құжатының нөмірі …)"          nothing: a number among other things
 */
import type {Field} from '../model/annex.ts'
import {plain} from './kazakh-terms.ts'

type Format = NonNullable<Field['format']>

const PERSON = '(?:жсн|жин|иин|жеке сәйкестендіру н[өо]мірі)'
const ORGANISATION = '(?:бсн|бин|бизнес[- ]сәйкестендіру н[өо]мірі)'
/** «өтініш берушінің», «№», «ұялы»: what may stand before the word itself */
const WHOSE = '(?:(?:\\p{L}|-)+ ){0,3}'
/** «-і», «сы» behind an abbreviation; «№»; brackets and marks */
const END = '(?:-?\\p{L}{1,3})?[\\s).:№]*$'

const FORMATS: readonly (readonly [RegExp, Format])[] = [
  // «ЖИН/БИН», «ЖСН (БСН)», «ЖСН немесе БСН»
  [
    new RegExp(
      `^${WHOSE}(?:${PERSON} ?(?:[/(]|немесе) ?${ORGANISATION}|${ORGANISATION} ?(?:[/(]|немесе) ?${PERSON})${END}`.replaceAll(' ', '\\s'),
      'u',
    ),
    'iin-bin',
  ],
  // «ЖСН», «Өтініш берушінің ЖСН-і»
  [new RegExp(`^${WHOSE}${PERSON}${END}`, 'u'), 'iin'],
  [new RegExp(`^${WHOSE}${ORGANISATION}${END}`, 'u'), 'bin'],
  // «телефоны», «ұялы телефон нөмірі»
  [new RegExp(`^${WHOSE}телефон(?:ы|дары|ының)?(?: н[өо]мір(?:і|лері))?[\\s).:№]*$`, 'u'), 'phone'],
  // «электрондық поштасы», «электрондық пошта мекенжайы», «e-mail»
  [new RegExp(`^${WHOSE}(?:электронды(?:қ)? ?пошта(?:сы|сының)?(?: мекен-?жайы)?|e-?mail)[\\s).:]*$`, 'u'), 'email'],
]
/** «ЖСН, СТН», «телефоны және факсы»: several things in one field. */
const SEVERAL = /[,;]|\sжәне\s/u
const NUMBER = /^[\s(]*(?:\d{1,2}[.)]?\s+)?[\s(«"]*/u

/** The format that a caption asks for; undefined where it asks for none of them, or for something else as well. */
export function formatOf(label: string): Format | undefined {
  const words = plain(label).replace(NUMBER, '').trim()
  if (SEVERAL.test(words)) return undefined
  return FORMATS.find(([pattern]) => pattern.test(words))?.[1]
}
