/**
 * Fields that have several places in a blank: what is one place to write in is joined, what stays apart gets names of its own.
 *
 *     Қосымша мәліметтер ____________     paragraph with a gap, then rules: one field of three lines
 *     _______________________________
 *     _______________________________
 */
import {MONTHS, parseDate} from '../../parser/language/dates.ts'
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

/** Words printed before a year's gap that hold its first digits: «20__ ж.». */
const CENTURY = /(?<century>19|20)\s*$/u

/**
 * What a part of a date holds.
 *
 * @param value a date in any form the sources use («2012-10-09», «09.10.2012», «2012 жылғы 9 қазан»)
 * @param before the words printed right before the gap
 * @returns '' where the value is no date
 */
export function datePart(value: string, part: NonNullable<Gap['part']>, before: string): string {
  const iso = parseDate(value) ?? (/^\d{4}-\d{2}-\d{2}$/u.test(value) ? value : null)
  const [year = '', month = '', day = ''] = iso?.split('-') ?? []
  if (year === '') return ''
  switch (part) {
    case 'day':
      return day
    case 'month':
      return MONTHS[Number(month) - 1] ?? ''
    case 'year':
      return CENTURY.exec(before)?.groups?.['century'] === year.slice(0, 2) ? year.slice(2) : year
    case 'quarter':
      return String(Math.ceil(Number(month) / 3))
    case 'option':
      return ''
  }
}
