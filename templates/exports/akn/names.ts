/** How acts, their parts and their elements are named (Akoma Ntoso Naming Convention 1.0). */
import type {ActReference, Note, Resolution, Standard} from '../../../parser/model/index.ts'

/**
 * Work-level address of a resolution of the Government.
 *
 *       /akn/kz/act/resolution/government/2012-10-09/1278
 */
export function actUri({number, date}: {number: string; date: string}): string {
  return `/akn/kz/act/resolution/government/${date}/${segment(number)}`
}

/** The address of an act that is only spoken of; null where its date is not known. */
export function referenceUri(act: ActReference): string | null {
  return act.date === null ? null : actUri({number: act.number, date: act.date})
}

/** A string as one segment of an address: nothing in it that a parser of addresses could take for a border. */
export function segment(value: string): string {
  return encodeURIComponent(value.toWellFormed().replaceAll(/\s+/gu, '-')) || '-'
}

/**
 * The date of the wording: of the last act that amended the text, or of the act itself.
 * What repealed the act did not change its wording.
 */
export function editionOf(resolution: Pick<Resolution, 'date' | 'notes'>, standards: readonly Pick<Standard, 'notes'>[]): string {
  const notes = [...resolution.notes, ...standards.flatMap((standard) => standard.notes)]
  const dates = notes.flatMap((note) =>
    note.effect === 'repealed' || note.effect === 'other' ? [] : actsOf(note).flatMap(({date}) => date ?? []),
  )
  return [resolution.date, ...dates].sort().at(-1)!
}

/** The acts that a note speaks of. */
export function actsOf({acts, number, date}: Note): readonly ActReference[] {
  return acts ?? (number === null ? [] : [{number, date}])
}

/** The file of an export: what no file system or address minds. */
export function fileName(id: string): string {
  return id.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/u, '') || 'act'
}

/**
 * Element identifiers (`eId`), unique in one XML file.
 *
 *       sec_2__para_11__point_1      section 2, point 11, item «1)»
 *       att_3__table_2               second table of annex 3
 *
 * An identifier is made of where the element stands and its number as printed, so that it stays the same as long as
 * both do. A number printed twice in one place gets «_2»: `point_1_2`. Before the number stands the name of the
 * element, or its abbreviation where section 5.4.2 of the convention lists one.
 */
export class Identifiers {
  private readonly taken = new Set<string>()
  private readonly counts = new Map<string, number>()

  /** The identifier of an element that is numbered by its order: the next table of a document. */
  next(parent: string, abbreviation: string): string {
    const key = `${parent}__${abbreviation}`
    const count = (this.counts.get(key) ?? 0) + 1
    this.counts.set(key, count)
    return this.take(parent, abbreviation, count)
  }

  /** `parent` is the identifier of the element around it, empty at the top. */
  take(parent: string, abbreviation: string, number?: string | number): string {
    const own = number === undefined ? abbreviation : eIdPart(abbreviation, String(number))
    const base = parent === '' ? own : `${parent}__${own}`
    let id = base
    for (let count = 2; this.taken.has(id); count++) id = `${base}_${String(count)}`
    this.taken.add(id)
    return id
  }
}

/** «para», «7.» → «para_7» */
export const eIdPart = (abbreviation: string, printed: string): string => `${abbreviation}_${numberPart(printed)}`

/** «1)» → «1», «б)» → «б», «7-1.» → «7-1»; what has neither letter nor digit is «nn» (not numbered). */
function numberPart(printed: string): string {
  return printed.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/gu, '') || 'nn'
}
