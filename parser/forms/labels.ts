/**
 * What a field is called.
 *
 *       "Мекенжайы: ______" ⏎ "(индекс, қала, аудан)"   → Мекенжайы (индекс, қала, аудан)
 *       "______ ауданы (қаласы)"                          → ауданы (қаласы)
 *       "20___ жылғы «____» __________"                   → as printed
 *
 * Words before a rule name it; where a row begins with a rule, the words after it do. The caption in brackets
 * is added, or stands alone.
 */
import {foldSpace} from '../tree.ts'
import {isOfficeHolder, typeOf} from './field-type.ts'
import type {Group} from './groups.ts'
import {plain, POSTPOSITION, PRONOUN} from './kazakh-terms.ts'
import {rowWords, type Item, type Row, type Slot} from './rows.ts'
import type {GapItem} from './captions.ts'

export interface LabelContext {
  rows: readonly Row[]
  starts: readonly boolean[]
  /** Rows before the title: every one is a line of its own. */
  addressee: boolean
}

const EDGE_START = /^[\s,;:.)»]+/u
const EDGE_END = /[\s,;:]+$/u
/** «… сұраймын. Мекенжайы»: the caption begins after the sentence. */
const SENTENCE_BREAK = /\p{Ll}{2}\.\s+(?=\p{Lu})/gu
const LETTER = /\p{L}/u
/** «Барлығы ___ парақ»: so few words around one rule are one caption. */
const MOST_WORDS_AROUND = 4
/** Words that run over the line end to the next rule: «тіркеу ⏎ нөмірдегі». */
const MOST_WORDS_OVER_LINE_END = 4
/** A label longer than this is a sentence: its last words are kept. */
const LONGEST_LEAD = 30

/** Makes the field of a group and hangs it on its rules. */
export function labelGroup(group: Group, context: LabelContext, groups: readonly Group[]): Slot | null {
  const first = group.items[0]!
  const last = group.items.at(-1)!
  const row = context.rows[first.row]!
  if (first.item.slot) return first.item.slot
  const line = row.lines[0]
  const slot: Slot = {label: '', type: 'text', line, name: ''}
  const attach = () => {
    for (const {item} of group.items) item.slot = slot
    return slot
  }
  if (first.item.kind === 'stamp') {
    slot.label = first.item.printed
    slot.type = 'stamp'
    return attach()
  }
  const lead = leadOf(first, context)
  if (first.item.kind === 'date') {
    slot.type = 'date'
    if (typeOf(lead) === 'date') slot.label = lead
    else if (first.item.caption && typeOf(first.item.caption) === 'date') slot.label = first.item.caption
    else slot.label = foldSpace(`${first.item.printed.replaceAll(/_(?=\p{L})/gu, '_ ')} ${postposition(last, context)}`)
    return attach()
  }
  if (first.item.kind === 'quarter') {
    slot.label = first.item.printed
    return attach()
  }
  const captioned = group.items.find(({item}) => item.caption !== undefined)
  const caption = captioned?.item.caption
  const trail = trailOf(first, last, context)
  if (group.markers) {
    slot.label = headingOf(first.row, context) || foldSpace(`${row.marker ?? ''} ${trail}`)
    slot.type = 'multiline'
    slot.rows = group.markers.length
    return attach()
  }
  const rules = new Set(group.items.map((item) => item.row)).size + ((captioned?.item as GapItem | undefined)?.inside ?? 0)
  if (caption !== undefined) labelByCaption(slot, caption, lead, trail, captioned!, context, groups)
  else labelByWords(slot, lead, trail, first, last, context)
  if (slot.type === 'text' && rules > 1) slot.type = 'multiline'
  if (slot.type === 'multiline') slot.rows = rules
  return attach()
}

function labelByCaption(
  slot: Slot,
  caption: string,
  lead: string,
  trail: string,
  at: Group['items'][number],
  context: LabelContext,
  groups: readonly Group[],
): void {
  const {item, row} = at
  const shared = lead === '' ? sharedLead(at, context, groups) : lead
  const isWords = LETTER.test(shared.replace(/^\d+[.)]\s*/u, '')) && !PRONOUN.test(plain(shared))
  if (isWords && (item as GapItem).captionApart) {
    slot.label = shared
    slot.hint = caption
    slot.type = typeOf(shared)
    return
  }
  slot.type = typeOf(caption)
  if (slot.type === 'text' && isWords) slot.type = typeOf(shared)
  const number = /^\d+[.)]?$/u.test(shared) || shared === '№'
  const runsOn = context.rows[row + 1]?.items[0]?.kind === 'text' && context.starts[row + 1] === false
  if (isWords || number) slot.label = `${shared} (${caption})`
  else if (trail !== '' && !runsOn && trail.split(' ').length <= MOST_WORDS_AROUND) slot.label = `${trail} (${caption})`
  else slot.label = caption
}

function labelByWords(
  slot: Slot,
  lead: string,
  trail: string,
  first: Group['items'][number],
  last: Group['items'][number],
  context: LabelContext,
): void {
  const row = context.rows[first.row]!
  const around = foldSpace(`${lead} ${trail}`)
  const single = row.items.filter((item) => item.kind !== 'text').length === 1
  if (lead !== '' && trail !== '' && single && first.row === last.row && around.split(' ').length <= MOST_WORDS_AROUND)
    slot.label = foldSpace(`${lead} ${printedRule(first.item)} ${trail}`)
  else slot.label = lead !== '' && LETTER.test(lead) ? lead : trail !== '' ? firstClause(trail) : lead
  slot.type = typeOf(slot.label)
  if (slot.label === '') {
    // A rule beside the date, without a word, is for the signature.
    if (row.items.some((item) => item.kind === 'date')) slot.type = 'signature'
    slot.label = foldSpace(printedRule(first.item))
  } else if (slot.type === 'text' && lead !== '' && isOfficeHolder(lead)) slot.type = 'signature'
}

/** «жылы туған, маған куәлік беруіңізді сұраймын» → «жылы туған»: what follows a rule names it up to the first comma. */
function firstClause(text: string): string {
  return text.split(' ').length > MOST_WORDS_AROUND ? text.replace(/[,.;:] .*$/u, '') : text
}

function printedRule(item: Item): string {
  return item.kind === 'text' ? '' : item.printed || '____'
}

/** The words right before a rule, over line ends where the paragraph has no other rule in between. */
function leadOf({item, row}: Group['items'][number], {rows, starts, addressee}: LabelContext): string {
  const here = rows[row]!
  const at = here.items.indexOf(item)
  let text = ''
  for (let index = at - 1; index >= 0; index--) {
    const before = here.items[index]!
    if (before.kind !== 'text') return tidy(text)
    text = `${before.value} ${text}`
  }
  const beginsWithRule = at === 0
  // «___ тұрады»: what stands after it names it, not what stands before it on other lines.
  if (beginsWithRule && trailInRow(here, at) !== '') return here.marker ?? ''
  if (starts[row]) return tidy(`${here.marker ?? ''} ${text}`)
  if (beginsWithRule && item.caption !== undefined) return tidy(`${here.marker ?? ''} ${text}`)
  if (addressee && beginsWithRule) return ''
  for (let index = row - 1; index >= 0; index--) {
    const above = rows[index]!
    if (above.kind !== 'words') break
    const lastRule = above.items.findLastIndex((one) => one.kind !== 'text')
    if (lastRule >= 0) {
      // «… 19__ ж., мекенжайы бойынша тұратын:» ⏎ «______»
      const tail = above.items
        .slice(lastRule + 1)
        .map((one) => (one.kind === 'text' ? one.value : ''))
        .join(' ')
      if (/:\s*$/u.test(tail) && beginsWithRule) text = `${tail} ${text}`
      break
    }
    text = `${rowWords(above)} ${text}`
    if (starts[index]) {
      text = `${above.marker ?? ''} ${text}`
      break
    }
  }
  return tidy(text)
}

/** «Басшы ____ ____» ⏎ «(қолы) (тегі, аты)»: the word before the first rule stands for the second as well. */
function sharedLead({item, row}: Group['items'][number], context: LabelContext, groups: readonly Group[]): string {
  const items = context.rows[row]!.items
  const at = items.indexOf(item)
  const between = items[at - 1]
  const before = between?.kind === 'text' && !LETTER.test(between.value) ? items[at - 2] : between
  if (before?.kind !== 'gap' || before.caption === undefined) return ''
  const group = groups.find((one) => one.items.some((candidate) => candidate.item === before))
  return group ? leadOf(group.items[0]!, context) : ''
}

function trailInRow(row: Row, at: number): string {
  const next = row.items[at + 1]
  return next?.kind === 'text' && LETTER.test(next.value) ? tidy(next.value) : ''
}

/** The words right after a rule. */
function trailOf(first: Group['items'][number], last: Group['items'][number], {rows, starts, addressee}: LabelContext): string {
  const row = rows[last.row]!
  const at = row.items.indexOf(last.item)
  const here = trailInRow(row, at)
  if (here === '' || at + 2 < row.items.length || addressee) return here
  const next = rows[last.row + 1]
  const over =
    next?.kind === 'words' && starts[last.row + 1] === false && next.items[0]?.kind === 'text' && next.items.length > 1
      ? tidy(next.items[0].value)
      : ''
  const joined = foldSpace(`${here} ${over}`)
  return rows[first.row]!.items[0]?.kind !== 'text' && joined.split(' ').length <= MOST_WORDS_OVER_LINE_END ? joined : here
}

/** «20__ ж. «__» _____ дейін жарамды.» → «дейін жарамды»; «… бастап есепке алынғанын растайды.» → «бастап». */
function postposition(last: Group['items'][number], {rows}: LabelContext): string {
  const row = rows[last.row]!
  const next = row.items[row.items.indexOf(last.item) + 1]
  if (next?.kind !== 'text') return ''
  const words = foldSpace(next.value).split(' ')
  if (!POSTPOSITION.test(plain(words[0] ?? ''))) return ''
  return (words.length === 2 && words[1]!.endsWith('.') ? words.join(' ') : words[0]!).replace(/\.$/u, '')
}

/** The words above a numbered list: «Отбасының мына мүшелеріне:». */
function headingOf(row: number, {rows, starts}: LabelContext): string {
  const texts: string[] = []
  for (let index = row - 1; index >= 0; index--) {
    const above = rows[index]!
    if (above.kind !== 'words' || above.items.some((item) => item.kind !== 'text')) break
    texts.unshift(rowWords(above))
    if (starts[index]) break
  }
  return tidy(texts.join(' '))
}

function tidy(text: string): string {
  const folded = foldSpace(text)
  const sentence = [...folded.matchAll(SENTENCE_BREAK)].at(-1)
  const own = sentence ? folded.slice(sentence.index + sentence[0].length) : folded
  const words = own.replace(EDGE_START, '').replace(EDGE_END, '').split(' ')
  return words.slice(-LONGEST_LEAD).join(' ')
}

/** «______/______» without captions: one field for a signature and the name beside it. */
export function joinSlashes(rows: readonly Row[], groups: Group[]): Group[] {
  const joined: Group[] = []
  for (const group of groups) {
    const before = joined.at(-1)
    const one = before?.items.at(-1)
    const two = group.items[0]!
    if (before && one && one.row === two.row && slashBetween(rows[two.row]!, one.item, two.item)) {
      const label = `${printedRule(one.item)}/${printedRule(two.item)}`
      const slot: Slot = {label, type: 'signature', line: rows[two.row]!.lines[0], name: ''}
      before.items.push(...group.items)
      for (const {item} of before.items) item.slot = slot
    } else joined.push(group)
  }
  return joined
}

function slashBetween(row: Row, one: Item, two: Item): boolean {
  const at = row.items.indexOf(one)
  const between = row.items[at + 1]
  return (
    row.items[at + 2] === two &&
    one.kind === 'gap' &&
    two.kind === 'gap' &&
    between?.kind === 'text' &&
    between.value.trim() === '/' &&
    one.caption === undefined &&
    two.caption === undefined
  )
}
