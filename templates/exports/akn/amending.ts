/**
 * Points of an act that change other acts.
 *
 *       2) 1-тармақта:
 *       мынадай мазмұндағы 8), 9) тармақшалармен толықтырылсын:
 *       «8) «Ақпарат беру» стандарты;
 *       9) «Анықтама беру» стандарты.»;
 *
 * The instruction is a `mod`, what it quotes a `quotedStructure` or a `quotedText` in it. The items of the quoted text
 * are not the act's own: they stand in the quotation, and their identifiers are the quotation's.
 */
import {OWN_PREFIX} from '../../../parser/read/akn-names.ts'
import type {Amendment, Item, Point} from '../../../parser/model/index.ts'
import type {Place} from './body.ts'
import {element, inline, text, type Attributes} from './xml.ts'

/** Where an instruction ended up: its element, and those of the words it takes out and puts in. */
export interface Modification {
  eId: string
  old: string | null
  new: string | null
}

/** An instruction in the lines of a point: the line that says it, and the lines it quotes. */
interface Instruction {
  amendment: Amendment
  first: number
  last: number
  /** Null where whole lines are not quoted. */
  quote: {start: string; end: string; tail: string} | null
}

const QUOTES: readonly [start: string, end: string][] = [
  ['«', '»'],
  ['“', '”'],
  ['"', '"'],
]
/** «8) …» */
const ITEM = /^(?<marker>\d+(?:-\d+)?\)) (?<words>.+)$/su
/** «2. …» */
const POINT = /^(?<marker>\d+(?:-\d+)?\.) (?<words>.+)$/su

const own = (name: string): string => `${OWN_PREFIX}:${name}`

/**
 * What stands in the `paragraph` of a point, its instructions told apart; null where there are none in it, or its
 * items are not lines of its text. `readAmendingPoint` is the way back.
 */
export function amendingPoint(point: Point, eId: string, place: Place): string[] | null {
  const amendments = place.amendments.filter(({lines: [first, last]}) => point.lines[0] <= first && last <= point.lines[1])
  const lines = point.text.split('\n')
  const items = itemLines(point.items, lines)
  if (amendments.length === 0 || point.text === '' || items === null) return null
  const instructions = locate(amendments, items, lines)
  if (instructions.length === 0) return null
  const quoted = (line: number) => instructions.some(({first, last}) => first < line && line <= last)
  const isOwn = (item: Item, line: number) => !quoted(line) && !isOther(item, amendments)
  const writer = new Writer(lines, items, instructions, place)
  const starts = [...items].flatMap(([line, item]) => (isOwn(item, line) ? [line] : []))
  const first = starts[0]
  if (first === undefined) return [writer.block('content', 0, lines.length, eId)]
  return [
    ...(first > 0 ? [writer.block('intro', 0, first, eId)] : []),
    ...starts.map((start, index) => writer.item(items.get(start)!, point.number, start, starts[index + 1] ?? lines.length, eId)),
  ]
}

/** Which item begins in which line, each on one line; null where an item is not. */
function itemLines(items: readonly Item[], lines: readonly string[]): Map<number, Item> | null {
  const found = new Map<number, Item>()
  let next = 0
  for (const item of items) {
    if (item.marker === '' || item.text === '') return null
    const line = lines.indexOf(`${item.marker} ${item.text}`, next)
    if (line === -1) return null
    found.set(line, item)
    next = line + 1
  }
  return found
}

/** Whether what looks like an item of the act is a place in another: «7) тармақшадағы … ауыстырылсын;» in item 2). */
function isOther({marker, lines: [first, last]}: Item, amendments: readonly Amendment[]): boolean {
  const around = amendments.filter(({lines}) => lines[0] <= first && last <= lines[1])
  return around.length > 0 && !around.some(({item}) => item === marker || item.endsWith(`.${marker}`))
}

/** The instructions in the text, in order; those that cannot be found for certain are left out. */
function locate(amendments: readonly Amendment[], items: ReadonlyMap<number, Item>, lines: readonly string[]): Instruction[] {
  const found: Instruction[] = []
  let next = 0
  for (const amendment of amendments) {
    const instruction = quotation(amendment, lines, next) ?? words(amendment, lines, next) ?? whole(amendment, items, lines, next)
    if (instruction === null) continue
    found.push(instruction)
    next = instruction.last + 1
  }
  return found
}

function quotation(amendment: Amendment, lines: readonly string[], from: number): Instruction | null {
  const {text: quoted} = amendment
  if (quoted === null || quoted === '') return null
  const count = quoted.split('\n').length
  for (let line = from + 1; line + count <= lines.length; line++) {
    const printed = lines.slice(line, line + count).join('\n')
    for (const [start, end] of QUOTES) {
      if (!printed.startsWith(`${start}${quoted}${end}`)) continue
      const tail = printed.slice(start.length + quoted.length + end.length)
      return {amendment, first: line - 1, last: line + count - 1, quote: {start, end, tail}}
    }
  }
  return null
}

function words(amendment: Amendment, lines: readonly string[], from: number): Instruction | null {
  const line = lines.findIndex((printed, index) => index >= from && quotedWords(amendment, printed) !== null)
  return amendment.words === null || line === -1 ? null : {amendment, first: line, last: line, quote: null}
}

/** Where the old and the new words stand in quotation marks. */
function quotedWords({words: pair}: Amendment, line: string): {start: string; end: string; old: number; new: number} | null {
  if (pair === null) return null
  for (const [start, end] of QUOTES) {
    const old = line.indexOf(`${start}${pair.old}${end}`)
    const behind = old + start.length + pair.old.length + end.length
    const added = old === -1 ? -1 : line.indexOf(`${start}${pair.new}${end}`, behind)
    if (added !== -1) return {start, end, old, new: added}
  }
  return null
}

/** An item that is an instruction as a whole: «3) … стандарты осы қаулының 1-қосымшасына сәйкес жаңа редакцияда жазылсын;» */
function whole(amendment: Amendment, items: ReadonlyMap<number, Item>, lines: readonly string[], from: number): Instruction | null {
  const [line] = [...items].find(([at, {marker}]) => at >= from && amendment.item.endsWith(`.${marker}`)) ?? []
  const said = amendment.text ?? amendment.words?.new ?? null
  return line === undefined || (said !== null && !lines[line]!.includes(said)) ? null : {amendment, first: line, last: line, quote: null}
}

class Writer {
  private readonly lines: readonly string[]
  private readonly items: ReadonlyMap<number, Item>
  private readonly instructions: readonly Instruction[]
  private readonly place: Place

  constructor(lines: readonly string[], items: ReadonlyMap<number, Item>, instructions: readonly Instruction[], place: Place) {
    this.lines = lines
    this.items = items
    this.instructions = instructions
    this.place = place
  }

  /** An item of the act with all that stands up to the next. */
  item(item: Item, point: string, from: number, to: number, parent: string): string {
    const {ids, prefix, anchors} = this.place
    const eId = ids.take(parent, 'point', item.marker)
    anchors.push({eId, lines: item.lines, document: prefix, point, item: item.marker})
    const end = (this.startingAt(from)?.last ?? from) + 1
    const children = [inline('num', {}, text(item.marker)), this.block(end < to ? 'intro' : 'content', from, end, eId, item)]
    if (end < to) {
      const alinea = ids.take(eId, 'al', 1)
      children.push(element('alinea', {eId: alinea}, [this.block('content', end, to, alinea)]))
    }
    return element('point', {eId, [own('lines')]: item.lines.join(' ')}, children)
  }

  /** Lines as paragraphs. The marker of the item that they begin with is already written. */
  block(name: 'intro' | 'content', from: number, to: number, parent: string, within: Item | null = null): string {
    const paragraphs: string[] = []
    for (let line = from; line < to; line++) {
      const item = this.items.get(line) ?? null
      const before = item !== null && item === within ? item.marker.length + 1 : 0
      const attributes = item === null || item === within ? {} : itemAttributes(item)
      const instruction = this.startingAt(line)
      const content = instruction ? this.modification(instruction, before, parent) : text(this.lines[line]!.slice(before))
      paragraphs.push(inline('p', attributes, content))
      line = instruction?.last ?? line
    }
    return element(name, {eId: this.place.ids.take(parent, name)}, paragraphs)
  }

  private startingAt(line: number): Instruction | undefined {
    return this.instructions.find(({first}) => first === line)
  }

  private modification({amendment, first, last, quote}: Instruction, before: number, parent: string): string {
    const {ids, modifications} = this.place
    const eId = ids.next(parent, 'mod')
    const said = this.lines[first]!.slice(before)
    const pair = quote === null ? quotedWords(amendment, said) : null
    const marks = {startQuote: pair?.start ?? quote?.start, endQuote: pair?.end ?? quote?.end}
    if (quote !== null) {
      const structure = ids.next(eId, 'qstr')
      modifications.set(amendment, {eId, old: null, new: structure})
      const quoted = element('quotedStructure', {eId: structure, ...marks}, this.quoted(first + 1, last, quote, structure))
      return inline('mod', {eId}, `${text(said)}${quoted}${text(quote.tail)}`)
    }
    if (pair === null) {
      modifications.set(amendment, {eId, old: null, new: null})
      return inline('mod', {eId}, text(said))
    }
    const {old: removed, new: added} = amendment.words!
    const [old, fresh] = [ids.next(eId, 'qtext'), ids.next(eId, 'qtext')]
    modifications.set(amendment, {eId, old, new: fresh})
    const around = pair.start.length + pair.end.length
    return inline(
      'mod',
      {eId},
      text(said.slice(0, pair.old)) +
        inline('quotedText', {eId: old, ...marks}, text(removed)) +
        text(said.slice(pair.old + around + removed.length, pair.new)) +
        inline('quotedText', {eId: fresh, ...marks}, text(added)) +
        text(said.slice(pair.new + around + added.length)),
    )
  }

  /** What is quoted, without its marks: points, items, other lines. */
  private quoted(first: number, last: number, {start, end, tail}: NonNullable<Instruction['quote']>, parent: string): string[] {
    const {ids} = this.place
    return this.lines.slice(first, last + 1).map((line, index, {length}) => {
      const item = this.items.get(first + index)
      const from = index === 0 ? start.length : 0
      const words = line.slice(from, index === length - 1 ? line.length - end.length - tail.length : undefined)
      const found = ITEM.exec(words) ?? POINT.exec(words)
      const {marker = '', words: rest = ''} = found?.groups ?? {}
      if (found === null || (item !== undefined && item.marker !== marker))
        return inline('p', item === undefined ? {} : itemAttributes(item), text(words))
      const [name, abbreviation] = marker.endsWith(')') ? (['point', 'point'] as const) : (['paragraph', 'para'] as const)
      const eId = ids.take(parent, abbreviation, marker)
      return element(name, {eId, [own('lines')]: item?.lines.join(' ')}, [
        inline('num', {}, text(marker)),
        element('content', {eId: ids.take(eId, 'content')}, [inline('p', {}, text(rest))]),
      ])
    })
  }
}

/** What the model has as an item, though the act has none there. */
function itemAttributes({marker, lines}: Item): Attributes {
  return {[own('item')]: marker, [own('lines')]: lines.join(' ')}
}
