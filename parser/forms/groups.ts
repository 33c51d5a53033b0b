/**
 * Which rules are one field.
 *
 *       "      Қосымша мәліметтер ____________________________________________"
 *       "_____________________________________________________________________"
 *       "_____________________________________________________________________"
 *
 * are one field of three lines; so are the numbered rules of a list without captions.
 */
import {isRuleOnly, rowWords, type Item, type Row} from './rows.ts'
import type {GapItem} from './captions.ts'
import {squeezed} from './kazakh-terms.ts'

export interface Group {
  /** The rules of the field, in order; a date, a stamp and a quarter are one item. */
  items: {item: Exclude<Item, {kind: 'text'}>; row: number}[]
  /** Numbered rules: what is printed before each. */
  markers: string[] | null
}

/** The groups of a blank's rows, in order. */
export function groupRules(rows: readonly Row[], starts: readonly boolean[]): Group[] {
  const groups: Group[] = []
  let index = 0
  let last: Group | null = null
  while (index < rows.length) {
    const row = rows[index]!
    if (row.kind !== 'words') {
      last = null
      index++
      continue
    }
    const list = numberedRules(rows, index)
    if (list > index) {
      groups.push({items: rulesOf(rows, index, list), markers: rows.slice(index, list).map((one) => one.marker ?? '')})
      last = null
      index = list
      continue
    }
    if (isRuleOnly(row) && row.marker === null) {
      const end = ruleRun(rows, index, starts)
      const run = rulesOf(rows, index, end)
      const captioned = run.some(({item}) => item.caption !== undefined)
      const joinsLast = last !== null && !captioned && (captionOf(last) === undefined || !joinsNext(rows, end))
      const target: Group | null = joinsLast ? last : null
      if (target) target.items.push(...run)
      else if (!captioned && joinsNext(rows, end)) {
        const next = rows[end]!
        const [first, ...others] = rulesOf(rows, end, end + 1)
        groups.push({items: [...run, first!], markers: null})
        for (const other of others) groups.push({items: [other], markers: null})
        last = endsInRule(next) ? (groups.at(-1) ?? null) : null
        index = end + 1
        continue
      } else {
        groups.push({items: run, markers: null})
        last = groups.at(-1)!
      }
      index = end
      continue
    }
    for (const one of rulesOf(rows, index, index + 1)) groups.push({items: [one], markers: null})
    if (row.items.some((item) => item.kind !== 'text') || rowWords(row) !== '')
      last = endsInRule(row) && row.items.at(-1)?.kind === 'gap' ? (groups.at(-1) ?? null) : null
    index++
  }
  return groups
}

function rulesOf(rows: readonly Row[], from: number, to: number): Group['items'] {
  return rows
    .slice(from, to)
    .flatMap((row, offset) => row.items.flatMap((item) => (item.kind === 'text' ? [] : [{item, row: from + offset}])))
}

function captionOf(group: Group): string | undefined {
  return group.items.find(({item}) => item.caption !== undefined)?.item.caption
}

/** Rows with one rule each, up to the first that has a caption under it. */
function ruleRun(rows: readonly Row[], from: number, starts: readonly boolean[]): number {
  let end = from
  while (end < rows.length && isRuleOnly(rows[end]!) && rows[end]!.marker === null && (end === from || !starts[end])) {
    end++
    if (rows[end - 1]!.items.some((item) => item.caption !== undefined)) break
  }
  return end
}

/** «____________________________________тұрады»: the rules above are the beginning of this one. */
function joinsNext(rows: readonly Row[], at: number): boolean {
  const next = rows[at]
  return (
    next?.kind === 'words' &&
    next.marker === null &&
    next.items.length === 2 &&
    next.items[0]?.kind === 'gap' &&
    next.items[0].caption === undefined &&
    next.items[1]?.kind === 'text'
  )
}

function endsInRule(row: Row): boolean {
  return row.items.length > 0 && row.items.at(-1)!.kind !== 'text'
}

/** Two or more numbered rules without captions and words of their own: one list to fill in. */
function numberedRules(rows: readonly Row[], from: number): number {
  let end = from
  while (end < rows.length && rows[end]!.kind === 'words' && rows[end]!.marker !== null && isBareRule(rows[end]!)) end++
  return end - from >= 2 ? end : from
}

/** «1. _____»; the last one may go on: «4. _____ және _____ т.б.» */
function isBareRule(row: Row): boolean {
  const first = row.items[0] as GapItem | undefined
  return (
    first?.kind === 'gap' &&
    row.items.every((item) => item.kind === 'text' || (item.kind === 'gap' && item.caption === undefined)) &&
    squeezed(rowWords(row)).length <= LONGEST_TAIL
  )
}
/** «және т.б.» */
const LONGEST_TAIL = 12
