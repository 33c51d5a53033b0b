/** Comparisons for the pages: the two texts laid side by side, and what the instructions say of acts that are not here. */
import {pairActs, pairStandards, typographicKey, type Act, type Pair, type Part} from '../../parser/compare/index.ts'
import type {Amendment, ComparedPart, ComparisonEntry, Edition, EditionEntry, Resolution, Standard} from '../../parser/model/index.ts'
import {ranges, type CompareBlock, type CompareRow, type SameRows} from '../../templates/compare/view.ts'
import {strings} from '../i18n/compare.strings.ts'
import type {Locale} from '../urls.ts'
import {oncePer} from './once.ts'

export interface CompareData {
  resolutions: readonly Resolution[]
  standards: readonly Standard[]
  editions: readonly EditionEntry[]
  earlier: readonly Edition[]
}

/** The two texts of a comparison laid side by side; null where the data do not hold them. */
export const pairOfEntry = oncePer((entry: ComparisonEntry, data: CompareData): Pair | null => {
  if (entry.kind === 'standards') {
    const [before, after] = [entry.old, entry.new].map((id) => data.standards.find((one) => one.id === id))
    return before && after ? pairStandards(before, after) : null
  }
  const [before, after] = [entry.old, entry.new].map((id) => actOf(id, data))
  return before && after ? pairActs(before, after) : null
})

function actOf(id: string, {resolutions, standards, editions, earlier}: CompareData): Act | null {
  const edition = earlier.find((one) => one.id === id)
  if (edition) return edition
  const entry = editions.find((one) => one.id === id)
  const resolution = resolutions.find((one) => one.id === entry?.resolution)
  return resolution ? {resolution, standards: standards.filter((one) => one.resolution === resolution.id)} : null
}

/** The other direction of a comparison, which has a page too. */
export function turned(entry: ComparisonEntry): ComparisonEntry {
  const {summary} = entry
  return {
    ...entry,
    id: entry.id.split('--').reverse().join('--'),
    old: entry.new,
    new: entry.old,
    docx: null,
    summary: {
      ...summary,
      inserted: summary.deleted,
      deleted: summary.inserted,
      offices: {...summary.offices, added: summary.offices.closed, closed: summary.offices.added},
    },
  }
}

/** How many changes the summary counts in all. */
export function changeCount({changed, inserted, deleted, moved, renumbered, typographic, offices}: ComparisonEntry['summary']): number {
  return (
    changed +
    inserted +
    deleted +
    moved +
    renumbered +
    typographic +
    offices.added +
    offices.closed +
    offices.moved +
    offices.changed +
    offices.typographic
  )
}

/** «8-тармақ өзгермеген.» */
export function sameText(parts: readonly Part[], locale: Locale): string {
  const {many, unchanged, parts: names} = strings[locale]
  const found = (['point', 'item', 'annex', 'standard'] as const).flatMap((name) => {
    const keys = parts.filter(({part}) => part === name).map(({key}) => key)
    return keys.length > 0 ? [many[name](ranges(keys), keys.length)] : []
  })
  const paragraphs = parts.filter(({part}) => part === 'paragraph').length
  if (paragraphs > 0) found.push(many.rest(paragraphs))
  const [first] = parts
  if (found.length === 0 && first) found.push(names[first.part](first.key))
  return unchanged(found.join(', '))
}

/** The heading of a block of a comparison. */
export function blockTitle(block: Extract<CompareBlock, {type: 'part' | 'heading'}>, locale: Locale): string {
  return strings[locale].parts[block.part](block.key)
}

/** Where a row stands in its block; '' for the part itself. */
export function rowTitle(row: CompareRow, locale: Locale): string {
  const names = strings[locale].parts
  if (row.part === 'item') return names.item(row.newKey || row.oldKey)
  if (row.part === 'paragraph') return names.paragraph(row.paragraph ?? '')
  return row.part === 'field' || row.part === 'group' || row.part === 'column' ? names[row.part]('') : ''
}

export type {CompareRow, SameRows}

/** An act that instructions of the sources change, without its text being among them. */
export interface AmendedAct {
  act: {number: string; date: string | null}
  instructions: Amendment[]
}

/** Acts the instructions speak of whose text is not here, with the instructions in their order. */
export function amendedActs(
  amendments: readonly Amendment[],
  isHere: (act: {number: string; date: string | null}) => boolean,
): AmendedAct[] {
  const acts = new Map<string, AmendedAct>()
  for (const amendment of amendments) {
    const act = amendment.target.resolution
    if (!act || isHere(act)) continue
    const key = `${act.number} ${act.date ?? ''}`
    const known = acts.get(key)
    if (known) known.instructions.push(amendment)
    else acts.set(key, {act, instructions: [amendment]})
  }
  return [...acts.values()]
}

/** Where a block of a comparison stands. */
export interface ChangePlace {
  /** Title of the standard; null in the act itself. */
  standard: string | null
  part: ComparedPart
  key: string
}

/** The instruction that an act of the sources gives for a place of another; null where none speaks of it alone. */
export function instructionFor(
  {standard, part, key}: ChangePlace,
  act: {number: string; date: string | null},
  amendments: readonly Amendment[],
): Amendment | null {
  const found = amendments.filter(({target}) => {
    if (target.resolution?.number !== act.number || target.resolution.date !== act.date) return false
    if ((target.standard === null) !== (standard === null)) return false
    if (target.standard !== null && typographicKey(target.standard) !== typographicKey(standard ?? '')) return false
    const steps = (target.paths ?? []).flat()
    return steps.some(({unit, number}) => unit === part && (number === null || number === key))
  })
  return found[0] ?? null
}
