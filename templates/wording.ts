/**
 * What the forms and reports say about themselves: which act they belong to, whether it is in force. The sentences are in the Handlebars
 * templates beside the code (`*.hbs`); here is what they are filled with.
 */
import {dateOf} from '../parser/language/months.ts'
import type {ActReference, Annex, Resolution, Standard} from '../parser/model/index.ts'

/** Notes with these effects leave no text to be an edition of. */
const ENDED = new Set(['repealed', 'excluded'])

/**
 * The date of the wording: that of the last act that changed the standard, or that of the resolution.
 *
 * @returns `YYYY-MM-DD`, and whether it is the first wording
 */
export function editionOf(standard: Pick<Standard, 'notes'>, resolution: Pick<Resolution, 'date'>): {date: string; original: boolean} {
  const dates = standard.notes.flatMap(({date, effect}) => (date === null || ENDED.has(effect) ? [] : [date]))
  const last = dates.sort().at(-1)
  return last === undefined || last <= resolution.date ? {date: resolution.date, original: true} : {date: last, original: false}
}

/** A document's subject: the annex with the acts it belongs to. */
export interface AnnexContext {
  resolution: Pick<Resolution, 'id' | 'number' | 'date' | 'status' | 'repealedBy'>
  /** Without the notes of amendment the edition is taken for the first. */
  standard: Pick<Standard, 'id' | 'title' | 'status' | 'legalStatus'> & Partial<Pick<Standard, 'notes'>>
  annex: Annex
}

export interface WordingData {
  number: string
  date: string
  /** Date of the wording: «2012 жылғы 31 тамыздағы». */
  edition: string
  /** The wording is the first. */
  original: boolean
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
  const edition = editionOf({notes: standard.notes ?? []}, resolution)
  return {
    number: resolution.number,
    date: dateOf(resolution.date),
    edition: dateOf(edition.date),
    original: edition.original,
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
