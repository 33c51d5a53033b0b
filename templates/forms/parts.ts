/**
 * Fields that have several places in a blank: what is one place to write in is joined, what stays apart gets names of its own.
 *
 *     Қосымша мәліметтер ____________     paragraph with a gap, then rules: one field of three lines
 *     _______________________________
 *     _______________________________
 */
import {parseDate} from '../../parser/language/dates.ts'
import {MONTHS} from '../../parser/language/months.ts'
import type {Inline, LayoutBlock} from '../../parser/model/index.ts'

export type Gap = Extract<Inline, {type: 'gap'}>

/** Rules that go on with a field below its first, and what is printed under the last of them. */
export interface Rule {
  count: number
  caption: string | null
}

/** A gap with the rules that belong to it. */
export type Run = Extract<Inline, {type: 'text'}> | (Gap & {more?: Rule[]})

/** A block whose gaps know their rules; blocks that only went on with a field are gone. */
export type FormBlock =
  | Exclude<LayoutBlock, {type: 'addressee' | 'paragraph' | 'item' | 'signature' | 'rules'}>
  | {type: 'addressee'; lines: Run[][]}
  | {type: 'paragraph'; indent: boolean; content: Run[]}
  | {type: 'item'; marker: string; indent: boolean; content: Run[]}
  | {type: 'signature'; content: Run[]}
  | {type: 'rules'; field: string; rules: Rule[]; tail: string}
  /** `rest`: what follows the last rule in its line («және ____ т. б.»). */
  | {type: 'list'; field: string; markers: string[]; caption: string | null; rest: Run[]}

type Rules = Extract<LayoutBlock, {type: 'rules'}>

/** Adds rules to those above: without a caption between, they are one place of several lines. */
function addRules(rules: Rule[], more: Rule): void {
  const last = rules.at(-1)
  if (last?.caption === null) {
    last.count += more.count
    last.caption = more.caption
  } else rules.push({count: more.count, caption: more.caption})
}

/** Whether a gap is a place of its own among several of its field: a day, an option. */
const isPart = (gap: Gap): boolean => gap.part !== undefined

/** Joins a gap at the end of a line with the gap of the same field that begins the next. */
export function joinLines(lines: readonly (readonly Inline[])[]): Run[][] {
  const joined: Run[][] = []
  for (const line of lines) {
    const before = joined.at(-1)?.at(-1)
    const [first, ...rest] = line
    if (before?.type === 'gap' && first?.type === 'gap' && before.field === first.field && !isPart(first)) {
      before.more ??= []
      addRules(before.more, {count: 1, caption: first.caption})
      joined.at(-1)?.push(...rest)
    } else joined.push(line.map((inline) => ({...inline})))
  }
  return joined
}

/** Rules right after each other that go on with the same field. */
function takeRules(blocks: readonly LayoutBlock[], from: number, field: string | null): {rules: Rules[]; next: number} {
  const rules: Rules[] = []
  let next = from
  for (; next < blocks.length; next++) {
    const block = blocks[next]
    if (block?.type !== 'rules' || block.markers || block.field !== (field ?? block.field)) break
    field = block.field
    rules.push(block)
  }
  return {rules, next}
}

function joinRules(rules: readonly Rules[]): Rule[] {
  const joined: Rule[] = []
  for (const rule of rules) addRules(joined, rule)
  return joined
}

/** Joins what is one place to write in. */
export function joinParts(blocks: readonly LayoutBlock[]): FormBlock[] {
  const joined: FormBlock[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (!block) continue
    if (block.type === 'addressee') {
      joined.push({type: 'addressee', lines: joinLines(block.lines)})
    } else if (block.type === 'rules' && block.markers) {
      const next = blocks[i + 1]
      // «4. ____ және ____ т. б.»
      const goesOn = next?.type === 'paragraph' && next.content.some((run) => run.type === 'gap' && run.field === block.field)
      const count = Math.max(block.count, block.markers.length)
      joined.push({
        type: 'list',
        field: block.field,
        markers: Array.from({length: count}, (_, row) => block.markers?.[row] ?? ''),
        caption: block.caption,
        rest: goesOn ? [{type: 'text', value: ' '}, ...next.content] : [],
      })
      if (goesOn) i++
    } else if (block.type === 'rules') {
      const {rules, next} = takeRules(blocks, i, block.field)
      joined.push({type: 'rules', field: block.field, rules: joinRules(rules), tail: rules.at(-1)?.tail ?? ''})
      i = next - 1
    } else if (block.type === 'paragraph' || block.type === 'item' || block.type === 'signature') {
      const content: Run[] = block.content.map((inline) => ({...inline}))
      const last = content.at(-1)
      if (last?.type === 'gap' && !isPart(last)) {
        const {rules, next} = takeRules(blocks, i + 1, last.field)
        if (rules.length > 0) last.more = joinRules(rules)
        const tail = rules.at(-1)?.tail ?? ''
        if (tail !== '') content.push({type: 'text', value: tail})
        i = next - 1
      }
      joined.push(block.type === 'item' ? {...block, indent: block.indent ?? false, content} : {...block, content})
    } else joined.push(block)
  }
  return joined
}

/** Digits printed before a year's gap: «20__ ж.», «201_ ж.». */
const PRINTED_DIGITS = /(?<!\d)(?<digits>(?:19|20)\d?)\s*$/u
const FULL_YEAR = /^\s*(?<year>\d{4})\s*$/u

/** A gap that holds a part of a date. */
export interface PartGap {
  part: Exclude<NonNullable<Gap['part']>, 'option'>
  /** The words printed right before it. */
  before: string
}

/** The parts of the dates that a blank prints in pieces, by field. */
export function partGaps(layout: readonly LayoutBlock[]): Map<string, PartGap[]> {
  const found = new Map<string, PartGap[]>()
  const take = (content: readonly Inline[]): void => {
    for (const [i, run] of content.entries()) {
      if (run.type !== 'gap' || run.part === undefined || run.part === 'option') continue
      const words = content[i - 1]
      const gap = {part: run.part, before: words?.type === 'text' ? words.value : ''}
      found.set(run.field, [...(found.get(run.field) ?? []), gap])
    }
  }
  for (const block of layout) {
    if ('content' in block) take(block.content)
    else if (block.type === 'addressee') block.lines.forEach(take)
    else if (block.type === 'box') block.lines?.forEach(take)
  }
  return found
}

/** What is printed before a year's gap where the year does not begin so: «19» before 2005; null where it does. */
export function otherCentury(year: string, before: string): string | null {
  const digits = PRINTED_DIGITS.exec(before)?.groups?.['digits']
  return digits === undefined || year.startsWith(digits) ? null : digits
}

/** A year without the digits that are printed before its gap: «12» after «20»; other texts stay as they are. */
export function yearPart(value: string, before: string): string {
  const year = FULL_YEAR.exec(value)?.groups?.['year']
  const digits = PRINTED_DIGITS.exec(before)?.groups?.['digits']
  return year !== undefined && digits !== undefined && year.startsWith(digits) ? year.slice(digits.length) : value
}

/** The day a value names, as `YYYY-MM-DD`; null where it is no date. */
export const isoDate = (value: string): string | null => parseDate(value) ?? (/^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : null)

/**
 * What a part of a date holds.
 *
 * @param value a date in any form the sources use («2012-10-09», «09.10.2012», «2012 жылғы 9 қазан»)
 * @param before the words printed right before the gap
 * @param hasYear whether the blank has a gap for the year; without one («___» _______ ж.) the month's takes both: «қараша 2012»
 * @returns '' where the value is no date
 */
export function datePart(value: string, part: NonNullable<Gap['part']>, before: string, hasYear = true): string {
  const [year = '', month = '', day = ''] = isoDate(value)?.split('-') ?? []
  if (year === '') return ''
  switch (part) {
    case 'day':
      return day
    case 'month': {
      const name = MONTHS[Number(month) - 1] ?? ''
      return hasYear ? name : `${name} ${year}`
    }
    case 'year':
      return yearPart(year, before)
    case 'quarter':
      return String(Math.ceil(Number(month) / 3))
    case 'option':
      return ''
  }
}
