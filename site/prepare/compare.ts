/** Comparisons for the pages: the two texts laid side by side, and what the instructions say of acts that are not here. */
import {placedChanges, reaches} from '../../parser/amend/reach.ts'
import {pairActs, pairStandards, type Act, type Pair, type Part} from '../../parser/compare/index.ts'
import type {Amendment, ComparisonEntry, Edition, EditionEntry, Resolution, Standard} from '../../parser/model/index.ts'
import {isSame, ranges, type CompareBlock, type CompareRow, type OfficeRow, type SameRows} from '../../templates/compare/view.ts'
import {strings} from '../i18n/compare.strings.ts'
import type {Locale} from '../urls.ts'
import {oncePer} from './once.ts'

export interface CompareData {
  resolutions: readonly Resolution[]
  standards: readonly Standard[]
  editions: readonly EditionEntry[]
  earlier: readonly Edition[]
}

/** Both texts of a pair are in memory. */
const PAIRS_KEPT = 4

/** The two texts of a comparison laid side by side; null where the data do not hold them. */
export const pairOfEntry = oncePer((entry: ComparisonEntry, data: CompareData): Pair | null => {
  if (entry.kind === 'standards') {
    const [before, after] = [entry.old, entry.new].map((id) => byId(data.standards).get(id))
    return before && after ? pairStandards(before, after) : null
  }
  const [before, after] = [entry.old, entry.new].map((id) => actOf(id, data))
  return before && after ? pairActs(before, after) : null
}, PAIRS_KEPT)

const byId = oncePer(<Entry extends {id: string}>(entries: readonly Entry[]) => new Map(entries.map((one) => [one.id, one]))) as <
  Entry extends {id: string},
>(
  entries: readonly Entry[],
) => Map<string, Entry>

function actOf(id: string, {resolutions, standards, editions, earlier}: CompareData): Act | null {
  const edition = byId(earlier).get(id)
  if (edition) return edition
  const resolution = byId(resolutions).get(byId(editions).get(id)?.resolution ?? '')
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

/** A page of two services shows no more differences of a list than this: their office lists may differ in a thousand. */
export const MOST_ROWS = 100

/** The comparative table in Word, which has all rows. */
export interface WholeTable {
  /** Below the root. */
  path: string
  /** Whether its sides are those of the page the other way round. */
  isTurned: boolean
}

/** The rows of a list that stand on a page, and how many differences do not. */
export interface ShownRows<Row> {
  rows: readonly Row[]
  rest: number
}

/**
 * Of a long list the weightiest differences, in their order: what came and went before what changed, and that before what only looks
 * different.
 *
 * @param isCut whether the list is cut at all; without a comparative table the page has to show everything
 */
export function shownRows<Row extends CompareRow | SameRows | OfficeRow>(rows: readonly Row[], isCut: boolean): ShownRows<Row> {
  const differences = rows.filter((row) => !isSame(row))
  if (!isCut || differences.length <= MOST_ROWS) return {rows, rest: 0}
  const chosen = new Set(differences.toSorted((a, b) => lightness(a) - lightness(b)).slice(0, MOST_ROWS))
  return {rows: rows.filter((row) => isSame(row) || chosen.has(row)), rest: differences.length - MOST_ROWS}
}

const COMING_AND_GOING: ReadonlySet<string> = new Set(['added', 'closed', 'inserted', 'deleted'])
function lightness(row: CompareRow | SameRows | OfficeRow): number {
  if (isSame(row) || row.typographic) return 2
  return COMING_AND_GOING.has(row.kind) ? 0 : 1
}

/** More texts than this are not put to choice on every page of a comparison. */
export const MOST_CHOICES = 200

/**
 * The comparisons to choose from on the page of one of them: all, or of very many those that share a side with it.
 *
 * @param old id of one side; @param now of the other
 */
export function choicesBeside(comparisons: readonly ComparisonEntry[], old: string, now: string): readonly ComparisonEntry[] {
  if (comparisons.length <= MOST_CHOICES) return comparisons
  return comparisons.filter((entry) => [entry.old, entry.new].some((id) => id === old || id === now))
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

/** The instructions that made the changes of a comparison, by the parts that changed. */
export interface MadeBy {
  /** @param old id of the part in the old text; @param now in the new text */
  of(old: string | null, now: string | null): readonly Amendment[]
}

/**
 * Which instructions made the changes between two editions of an act.
 *
 * @param amendments instructions that may have: those of acts between the two, for an edition that the program made only
 * what it carried out
 */
export function instructionsOf(pair: Pair, amendments: readonly Amendment[]): MadeBy {
  const [old, now] = [new Map<string, readonly Amendment[]>(), new Map<string, readonly Amendment[]>()]
  if (amendments.length > 0) {
    for (const {pair: changed, place} of placedChanges(pair)) {
      const found = amendments.filter((one) => reaches(one, place))
      if (changed.old) old.set(changed.old.part.id, found)
      if (changed.now) now.set(changed.now.part.id, found)
    }
  }
  return {of: (before, after) => (after === null ? undefined : now.get(after)) ?? (before === null ? undefined : old.get(before)) ?? []}
}

/** The instructions that may have made the newer of two editions out of the older one. */
export function instructionsBetween(
  entry: ComparisonEntry,
  {editions, resolutions}: Pick<CompareData, 'editions' | 'resolutions'>,
  amendments: readonly Amendment[],
): Amendment[] {
  const [a, b] = [entry.old, entry.new].map((id) => editions.find((one) => one.id === id))
  if (entry.kind !== 'editions' || !a || !b) return []
  const [older, newer] = a.edition < b.edition ? [a, b] : [b, a]
  const act = resolutions.find(({id}) => id === newer.resolution)
  return amendments.filter(({target, by, applied}) => {
    if (target.resolution?.number !== act?.number || target.resolution?.date !== act?.date) return false
    const date = resolutions.find(({id}) => id === by)?.date ?? ''
    return date > older.edition && date <= newer.edition && (newer.consolidation === undefined || applied)
  })
}
