/**
 * What the forms and reports say about themselves: which act they belong to, whether it is in force. The sentences are in the Handlebars
 * templates beside the code (`*.hbs`); here is what they are filled with.
 */
import type {ActReference, Annex, Resolution, Standard} from '../parser/model/index.ts'

/** Months with the ending that makes them an attribute: «9 қазандағы». */
const MONTHS_OF = [
  'қаңтардағы',
  'ақпандағы',
  'наурыздағы',
  'сәуірдегі',
  'мамырдағы',
  'маусымдағы',
  'шілдедегі',
  'тамыздағы',
  'қыркүйектегі',
  'қазандағы',
  'қарашадағы',
  'желтоқсандағы',
]

/** `2014-03-05` → «2014 жылғы 5 наурыздағы»; '' for anything that is not a date. */
export function dateOf(iso: string | null): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso ?? '') ?? []
  const name = MONTHS_OF[Number(month) - 1]
  return year && name ? `${year} жылғы ${Number(day)} ${name}` : ''
}

/** A document's subject: the annex with the acts it belongs to. */
export interface AnnexContext {
  resolution: Pick<Resolution, 'id' | 'number' | 'date' | 'status' | 'repealedBy'>
  standard: Pick<Standard, 'id' | 'title' | 'status' | 'legalStatus'>
  annex: Annex
}

export interface WordingData {
  number: string
  date: string
  standard: string
  annex: number
  title: string
  id: string
  /** The act is repealed, or has dropped this standard. */
  repealed: boolean
  excluded: boolean
  by: {number: string; date: string} | null
}

const act = (reference: ActReference): {number: string; date: string} => ({number: reference.number, date: dateOf(reference.date)})

/** The data of every template. A standard that its act has dropped counts as repealed, whatever the act's own fate. */
export function wordingData({resolution, standard, annex}: AnnexContext): WordingData {
  const excluded = standard.status === 'excluded' && resolution.status === 'in-force'
  return {
    number: resolution.number,
    date: dateOf(resolution.date),
    standard: standard.title,
    annex: annex.number,
    title: annex.title ?? '',
    id: annex.id,
    repealed: resolution.status === 'repealed' || standard.legalStatus === 'repealed' || excluded,
    excluded,
    by: resolution.repealedBy ? act(resolution.repealedBy) : null,
  }
}

/** A template, ready to be filled: text in, text out. */
export type Template = (data: object) => string
