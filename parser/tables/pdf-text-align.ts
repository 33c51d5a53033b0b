/**
 * Words of a table dealt out to rows and columns.
 *
 *     3) Қарғалы ауылы (Жилянка) Ақтөбе қаласы, Қарғалы ауданы, ⏎ Сәтбаев көшесi, 10-үй ⏎⏎ 8 (7132) 98-60-06
 *     3) | Қарғалы ауылы (Жилянка) | Ақтөбе қаласы, Қарғалы ауданы, Сәтбаев көшесi, 10-үй | 8 (7132) 98-60-06
 *
 * No single mark tells where a cell ends, so every reading is given a cost and the cheapest is taken (the Viterbi
 * algorithm over words). Costs add up from four kinds of evidence: what the words say about their column, what the
 * line breaks between them say, whether row numbers follow each other, and whole cells known from elsewhere.
 * One point of cost is about a factor of two in likelihood.
 */
import {cellIndex, cellParts, type CellIndex} from './vocabulary.ts'
import {isRegionAlone} from './numbered-heading.ts'
import {joinTokens, type RowNumber, type Token} from './pdf-text-tokens.ts'
import type {ColumnKind, WordClass} from './pdf-text-words.ts'
import type {TableVocabulary} from './types.ts'

export interface AlignedHeading {
  type: 'heading'
  /** [from, to) in the words. */
  span: [number, number]
}

export interface AlignedRow {
  type: 'row'
  number: [number, number] | null
  /** [from, to) in the words for each column, null for an empty cell. */
  cells: ([number, number] | null)[]
}

export interface AlignOptions {
  kinds: readonly ColumnKind[]
  vocabulary: TableVocabulary
}

/** Dearer than any other reading, but not forbidden: every text has a reading. */
const NEVER = 60

/** Cost of a word in a column of a kind; what is not listed costs nothing. */
const WORD_COSTS: Record<ColumnKind, Partial<Record<WordClass, number>>> = {
  name: {
    phone: NEVER,
    'local-phone': 12,
    'phone-word': 4,
    'name-word': -0.5,
    street: 5,
    postcode: 8,
    digits: 2,
    'hours-word': 4,
    time: 6,
    web: 8,
  },
  address: {
    phone: NEVER,
    'local-phone': 8,
    'phone-word': 3,
    'name-end': 6,
    'name-word': 2.5,
    'legal-form': 1,
    postcode: -1,
    street: -0.5,
    'hours-word': 5,
    time: 4,
    web: 2,
    dash: 2,
  },
  phone: {
    'name-end': 9,
    'name-word': 9,
    place: 9,
    street: 9,
    postcode: 9,
    digits: 3,
    'number-sign': 9,
    'hours-word': 9,
    time: 5,
    web: 2,
    dash: 1.6,
    'legal-form': 9,
    word: 8,
  },
  hours: {
    phone: NEVER,
    'local-phone': 4,
    'name-end': 8,
    'name-word': 5,
    place: 4,
    street: 6,
    postcode: 9,
    'number-sign': 5,
    'hours-word': -1,
    time: -1,
    web: 8,
    'legal-form': 6,
    word: 0.5,
  },
  web: {
    phone: NEVER,
    'name-end': 9,
    'name-word': 9,
    place: 9,
    street: 9,
    postcode: 9,
    digits: 6,
    'number-sign': 9,
    'hours-word': 9,
    time: 9,
    web: -2,
    'legal-form': 9,
    word: 5,
  },
  region: {
    phone: NEVER,
    'local-phone': 9,
    'phone-word': 9,
    'name-end': 9,
    'name-word': 6,
    street: 9,
    postcode: 9,
    digits: 9,
    'number-sign': 9,
    'hours-word': 9,
    time: 9,
    web: 9,
    'legal-form': 9,
    place: -1,
  },
  person: {
    phone: NEVER,
    'local-phone': 9,
    'phone-word': 6,
    'name-end': 4,
    place: 6,
    street: 8,
    postcode: 9,
    digits: 6,
    'number-sign': 6,
    'hours-word': 6,
    time: 9,
    web: 9,
    'legal-form': 6,
    initial: -1,
    dash: -1,
  },
  other: {phone: 4, 'name-end': 2, 'name-word': 2, place: 4, street: 6, postcode: 4, 'hours-word': 3, time: 3, web: 2, dash: -1},
}
/** Cost of leaving a column empty. */
const EMPTY_COSTS: Record<ColumnKind, number> = {name: 10, address: 9, phone: 4, hours: 2, web: 2, person: 4, region: 3, other: 4}

/** Cost of going on with a name that seems to be whole; 3 for other words. «… бөлімі» | РММ», «… бөлім | № 12». */
const NAME_GOES_ON: Partial<Record<WordClass, number>> = {'legal-form': 0, 'number-sign': 1, 'name-end': 1}

/** Cost of going on with the same cell over a break, and of ending it there. */
const BREAK_COSTS: Record<Token['break'], {join: number; cut: number}> = {
  none: {join: 0, cut: 1.5},
  wrap: {join: 0, cut: 8},
  line: {join: 1, cut: 0},
  page: {join: 0.7, cut: 0},
  gap: {join: 5, cut: 0},
}
/** A cut inside «67 «» ⏎ «Б»», «(Қазпошта ⏎ ғимараты)» or «№» ⏎ «12» leaves half on each side. */
const CUT_AT_CLING = 8

const AFTER_INITIAL = 5
/** «Болатұлы», «Мұратқызы», «Петровна»: a person's name ends. */
const PATRONYMIC = /(?:ұлы|қызы|[ео]вич|[ео]вна)$/u
const OPENS_SMALL = /^[«"„(]?\p{Ll}/u
const ENDS_QUOTE = /»$/u
const OPENS_BRACKET = /^\(/u
const ENDS_BRACKET = /\)$/u
/** Row numbers that a list may skip. */
const MOST_SKIPPED = 3
const PHONE_OPENS: ReadonlySet<WordClass> = new Set(['phone', 'local-phone', 'phone-word', 'dash'])
/** Hours begin with a day, an hour or «демалыс», seldom with «13 желтоқсандағы …» (the rest of a torn cell). */
const HOURS_OPENS: Partial<Record<WordClass, number>> = {'hours-word': 0, time: 0, word: 3, dash: 0}
/** How far ahead an address shows itself as one: «Мәделі қожа көшесі». */
const ADDRESS_LOOK_AHEAD = 4

/** Deals the words out; every word is in exactly one heading, number or cell of the result. */
export function align(tokens: readonly Token[], options: AlignOptions): (AlignedHeading | AlignedRow)[] {
  return tokens.length === 0 ? [] : new Alignment(tokens, options).run()
}

class Alignment {
  private readonly tokens: readonly Token[]
  private readonly kinds: readonly ColumnKind[]
  private readonly columns: number
  private readonly states: number
  /** State of a row number that was just read. */
  private readonly numberState: number
  private readonly headingState: number
  private readonly cost: Float64Array
  private readonly from: Int8Array
  /** True where the cheapest way into a state begins a new heading or row rather than going on. */
  private readonly opened: Uint8Array
  /** Where the cell, number or heading of a state began, on its cheapest path. */
  private readonly start: Int32Array
  private readonly lastHead: Int32Array
  private readonly lastItem: Int32Array
  /** For each word: the words after which a known name that begins here ends. */
  private readonly knownNames: (readonly number[] | undefined)[]
  private readonly knownAddresses: (readonly number[] | undefined)[]
  private readonly echoes: Echoes
  /** Whether wraps are told from line ends; a converter that trims lines tells nothing. */
  private readonly tellsWraps: boolean
  /** Whether blank lines stand between cells. */
  private readonly tellsGaps: boolean
  /** 1 where a bracket or quotation mark stands open before the word. */
  private readonly enclosed: Uint8Array
  private readonly openings: Float64Array

  constructor(tokens: readonly Token[], {kinds, vocabulary}: AlignOptions) {
    this.tokens = tokens
    this.kinds = kinds
    this.columns = kinds.length
    this.numberState = kinds.length
    this.headingState = kinds.length + 1
    this.states = kinds.length + 2
    const cells = tokens.length * this.states
    this.cost = new Float64Array(cells).fill(Infinity)
    this.from = new Int8Array(cells).fill(-1)
    this.opened = new Uint8Array(cells)
    this.start = new Int32Array(cells)
    this.lastHead = new Int32Array(cells)
    this.lastItem = new Int32Array(cells)
    const parts = tokens.map((token) => cellParts(token.text))
    for (const word of parts) vocabulary.asked?.(word)
    const nameIndex = cellIndex(vocabulary.names)
    const addressIndex = cellIndex(vocabulary.addresses)
    this.knownNames = parts.map((_, index) =>
      index === 0 || tokens[index]!.break !== 'none' || tokens[index - 1]!.row ? wholeCells(nameIndex, parts, index) : undefined,
    )
    this.knownAddresses = parts.map((_, index) => wholeCells(addressIndex, parts, index))
    this.echoes = findEchoes(tokens, parts)
    this.tellsWraps = tokens.some((token) => token.break === 'wrap')
    this.tellsGaps = tokens.some((token, index) => index > 0 && token.break === 'gap')
    this.enclosed = findEnclosed(tokens)
    this.openings = Float64Array.from(tokens, (_, index) => this.addressOpening(index))
  }

  run(): (AlignedHeading | AlignedRow)[] {
    const {tokens, states} = this
    for (let index = 0; index < tokens.length; index++) {
      for (let state = 0; state < states; state++) {
        const word = this.wordCost(index, state)
        if (word === Infinity) continue
        if (index === 0) this.enter(index, state, -1, word)
        else for (let before = 0; before < states; before++) this.enter(index, state, before, word)
      }
    }
    return this.trace()
  }

  /** Weighs going from state `before` at the word before to `state` at this word. */
  private enter(index: number, state: number, before: number, word: number): void {
    const at = index * this.states + state
    const prior = before === -1 ? -1 : (index - 1) * this.states + before
    const paid = prior === -1 ? 0 : this.cost[prior]!
    if (paid === Infinity) return
    // 1. The same cell or heading goes on.
    if (state === before && state !== this.numberState)
      this.offer(at, paid + word + this.joinCost(index, state, prior), before, false, this.start[prior]!, prior)
    // 2. A later column of the same row: «бөлімі | Көкшетау», or the first after the number: «1) | Көкшетау».
    if (state < this.columns && before !== -1 && before !== this.headingState) {
      const first = before === this.numberState ? 0 : before + 1
      if (state >= first) {
        const link = this.closeCost(index, before, prior) + this.skipCost(first, state) + this.openCost(index, state)
        this.offer(at, paid + word + link, before, false, index, prior)
      }
    }
    // 3. A new row or heading. A row that was cut in two can begin with any column.
    if (before === this.numberState) return
    const close =
      before === -1 ? 0 : this.closeCost(index, before, prior) + (before < this.columns ? this.skipCost(before + 1, this.columns) : 0)
    const open = state < this.columns ? this.skipCost(0, state) + this.openCost(index, state) : 0
    this.offer(at, paid + word + close + this.newCost(index, state, before, prior) + open, before, true, index, prior)
  }

  private offer(at: number, cost: number, before: number, opened: boolean, start: number, prior: number): void {
    if (cost >= this.cost[at]!) return
    this.cost[at] = cost
    this.from[at] = before
    this.opened[at] = opened ? 1 : 0
    this.start[at] = start
    let head = prior === -1 ? 0 : this.lastHead[prior]!
    let item = prior === -1 ? 0 : this.lastItem[prior]!
    const state = at % this.states
    if (opened && state >= this.columns) {
      const number = this.tokens[start]!.row
      if (state === this.headingState) item = 0
      if (number?.style === 'item') item = number.value
      else if (number) {
        head = number.value
        item = 0
      }
    }
    this.lastHead[at] = head
    this.lastItem[at] = item
  }

  private wordCost(index: number, state: number): number {
    const token = this.tokens[index]!
    if (state === this.numberState) return token.row ? 0 : Infinity
    if (state === this.headingState) {
      if (token.kind === 'phone' || token.kind === 'local-phone') return NEVER
      return (
        (token.comma ? 3 : 0) +
        (token.kind === 'web' ? 6 : 0) +
        (token.kind === 'street' || token.kind === 'postcode' ? 4 : token.kind === 'digits' && !token.row ? 2 : 0)
      )
    }
    const kind = this.kinds[state]!
    let cost = WORD_COSTS[kind][token.kind] ?? 0
    // «12)» alone at the beginning of a line is a row number, unless all else speaks against it.
    if (token.row && !token.row.bare) cost += 14
    else if (token.row && kind !== 'address') cost += 3
    // «Қарғалы аудандық бөлімі, Бадамша ауылы» is a name with a comma; «Көкшетау қаласы,» is not.
    if (kind === 'name' && token.comma) cost += token.kind === 'name-end' ? 1.5 : 2.5
    // «№ 8 бөлімі», «№15-үй»: a number after its sign.
    if (kind === 'name' && token.kind === 'digits' && this.tokens[index - 1]?.kind === 'number-sign') cost = 0
    return cost
  }

  private joinCost(index: number, state: number, prior: number): number {
    const token = this.tokens[index]!
    const before = this.tokens[index - 1]!
    if (state === this.headingState)
      return token.break === 'none' || token.break === 'wrap' || token.clings ? 0 : token.break === 'line' ? 1.5 : 8
    const kind = this.kinds[state]!
    if (kind === 'phone') return token.break === 'gap' ? 3 : 0
    let cost = token.clings || (token.break === 'line' && !this.tellsWraps) ? 0 : BREAK_COSTS[token.break].join
    if (kind === 'name') {
      const known = this.knownNames[this.start[prior]!]
      // Inside a known name nothing speaks against going on; after a whole one, much does.
      if (known?.includes(index)) cost += 2
      else if (!before.comma && !known?.some((end) => end > index) && this.endsName(index)) cost += NAME_GOES_ON[token.kind] ?? 3
    }
    return cost
  }

  /** Ending the cell, number or heading that holds the word before. */
  private closeCost(index: number, state: number, prior: number): number {
    const token = this.tokens[index]!
    const before = this.tokens[index - 1]!
    if (state === this.numberState) return 0
    let cost = BREAK_COSTS[token.break].cut
    if (token.clings || this.enclosed[index]) cost += CUT_AT_CLING
    if (state === this.headingState) return cost + (before.lastOfLine ? 0 : 10)
    const kind = this.kinds[state]!
    // «М. | Әуезов көшесі»: an initial goes with the name that follows; after it, «Ахметов А.Б. |», only a person ends.
    if (before.kind === 'initial' && kind !== 'person') cost += AFTER_INITIAL
    if (kind === 'person' && PATRONYMIC.test(before.bare)) cost -= 3
    if (kind === 'region') cost += before.kind === 'place' ? -4 : 3
    if (kind === 'phone') return token.break === 'wrap' ? cost : 0
    if (kind === 'name') {
      const start = this.start[prior]!
      if (before.comma) cost += 6
      // A whole name does not end in a comma: «Қарғалы аудандық бөлімі, | Бадамша ауылы».
      if (this.knownNames[start]?.includes(index) && !before.comma) cost -= 7
      else if (this.echoes.names.get(start) === index) cost -= 6
      else if (this.endsName(index)) cost -= 4
      else if (ENDS_BRACKET.test(before.text)) cost += 2
      else cost += 3
    }
    if (kind === 'address' && before.comma) cost += 5
    return cost
  }

  /** Whether the word before ends a name: «… бөлімі», «… мұрағаты» РММ», «… бөлім № 12». */
  private endsName(index: number): boolean {
    const before = this.tokens[index - 1]!
    if (before.kind === 'name-end') return !this.enclosed[index]
    const second = this.tokens[index - 2]
    if (before.kind === 'legal-form') return second !== undefined && ENDS_QUOTE.test(second.text)
    if (before.kind === 'number-sign') return second?.kind === 'name-end' && before.bare !== ''
    return before.kind === 'digits' && second?.kind === 'number-sign' && this.tokens[index - 3]?.kind === 'name-end'
  }

  private skipCost(from: number, to: number): number {
    let cost = 0
    for (let column = from; column < to; column++) cost += EMPTY_COSTS[this.kinds[column]!]
    return cost
  }

  /** Beginning a cell at this word. */
  private openCost(index: number, state: number): number {
    const token = this.tokens[index]!
    const kind = this.kinds[state]!
    if (kind === 'address') return this.openings[index]!
    if (kind === 'phone') return PHONE_OPENS.has(token.kind) ? 0 : 8
    if (kind === 'name') return (OPENS_SMALL.test(token.text) ? 4 : 0) + (token.kind === 'postcode' ? 6 : 0)
    if (kind === 'other') return OPENS_SMALL.test(token.text) ? 2 : 0
    if (kind === 'person') return OPENS_SMALL.test(token.text) ? 4 : 0
    if (kind === 'hours') return HOURS_OPENS[token.kind] ?? 4
    return 0
  }

  /** Whether an address begins here: «Көкшетау қаласы, …», «010000, …», «21-шағын аудан». */
  private addressOpening(index: number): number {
    const token = this.tokens[index]!
    let cost = 0
    if (OPENS_BRACKET.test(token.text)) cost += 5
    else if (OPENS_SMALL.test(token.text)) cost += 6
    if (token.kind === 'number-sign' || token.kind === 'legal-form') cost += 3
    if (token.kind === 'place' && !token.comma && OPENS_SMALL.test(token.text)) cost += 4
    if (token.kind === 'street' && OPENS_SMALL.test(token.text)) cost += 2
    if (token.kind === 'postcode') return cost - 4
    if (token.row && !token.row.bare) return cost + 4
    if (
      this.knownAddresses[index]?.some(
        (end) => end === this.tokens.length || this.tokens[end]!.break !== 'none' || this.tokens[end]!.kind === 'phone',
      )
    )
      cost -= 4
    for (let ahead = index; ahead < Math.min(index + ADDRESS_LOOK_AHEAD, this.tokens.length); ahead++) {
      const {kind, comma} = this.tokens[ahead]!
      if (kind === 'street' || (kind === 'place' && comma)) return cost - 2
      if (kind === 'name-end' || kind === 'phone' || comma) break
    }
    return cost + 1
  }

  /** Beginning a row or heading at this word, after `before`. */
  private newCost(index: number, state: number, before: number, prior: number): number {
    const token = this.tokens[index]!
    const opensLine = index === 0 || token.break !== 'none'
    if (state === this.headingState) {
      if (!opensLine) return NEVER
      return (
        (before === this.headingState ? 9 : 6) +
        (token.break === 'line' && this.tellsGaps ? 3 : 0) -
        (this.echoes.headings.has(index) ? 8 : this.echoes.plain.has(index) ? 4 : 0)
      )
    }
    if (state < this.columns)
      return (opensLine ? 0 : 6) + (token.break === 'line' && this.tellsGaps && before !== this.headingState ? 1.5 : 0) + 3
    return this.numberCost(token.row!, before, prior)
  }

  private numberCost(number: RowNumber, before: number, prior: number): number {
    const last = prior === -1 ? 0 : number.style === 'item' ? this.lastItem[prior]! : this.lastHead[prior]!
    if (number.value === last + 1) return -2
    if (number.value === 1 && (before === this.headingState || number.style === 'item')) return 0
    // A number can be printed twice.
    if (number.value === last) return number.bare ? 4 : 2
    // A number or two can be skipped or lost.
    if (number.value > last && number.value <= last + MOST_SKIPPED) return number.bare ? 2 : 1
    return number.bare ? 7 : 3
  }

  /** Follows the cheapest path back from the last word. */
  private trace(): (AlignedHeading | AlignedRow)[] {
    const {tokens, states} = this
    const found: (AlignedHeading | AlignedRow)[] = []
    let state = 0
    let best = Infinity
    for (let last = 0; last < states; last++) {
      const cost = this.cost[(tokens.length - 1) * states + last]! + (last < this.columns ? this.skipCost(last + 1, this.columns) : NEVER)
      if (cost < best) {
        best = cost
        state = last
      }
    }
    let end = tokens.length
    let row: AlignedRow = this.emptyRow()
    let index = tokens.length - 1
    while (index >= 0) {
      const at = index * states + state
      const start = this.start[at]!
      const first = start * states + state
      if (state === this.headingState) found.push({type: 'heading', span: [start, end]})
      else if (state === this.numberState) row.number = [start, end]
      else row.cells[state] = [start, end]
      if (state !== this.headingState && this.opened[first] === 1) {
        found.push(row)
        row = this.emptyRow()
      }
      end = start
      index = start - 1
      state = this.from[first]!
    }
    return found.reverse()
  }

  private emptyRow(): AlignedRow {
    return {type: 'row', number: null, cells: this.kinds.map(() => null)}
  }
}

/** A heading is wrapped over so many lines at most. */
const MOST_HEADING_LINES = 3
const NOT_IN_HEADINGS: ReadonlySet<WordClass> = new Set(['phone', 'local-phone', 'street', 'postcode', 'web', 'time'])

/** How many words a bracket or quotation mark may hold. */
const MOST_ENCLOSED = 16

/** Marks the words before which a bracket or quotation mark is open that is closed later on; unclosed ones say nothing. */
function findEnclosed(tokens: readonly Token[]): Uint8Array {
  const enclosed = new Uint8Array(tokens.length)
  const open: {mark: string; at: number}[] = []
  tokens.forEach((token, index) => {
    if (token.kind === 'phone' || (token.row && !token.row.bare)) {
      open.length = 0
      return
    }
    for (const mark of token.text) {
      if (mark === '«' || mark === '(') open.push({mark, at: index})
      else if (mark === '»' || mark === ')') {
        const opened = open.findLastIndex((each) => each.mark === (mark === '»' ? '«' : '('))
        if (opened === -1) continue
        const {at} = open[opened]!
        open.length = opened
        if (index - at <= MOST_ENCLOSED) enclosed.fill(1, at + 1, index + 1)
      }
    }
  })
  return enclosed
}

interface Echoes {
  /** First words of headings that the next row repeats as its name. */
  headings: ReadonlySet<number>
  /** First words of those names, with the word after each. */
  names: ReadonlyMap<number, number>
  /** First words of lines that stand alone before a row number and hold nothing of an address. */
  plain: ReadonlySet<number>
}

/**
 * Lines that the row after them repeats: a region heading and the head office of the region.
 *
 *     1. «Ақмола облысы бойынша ХҚО» РМК филиалы ⏎⏎ 1) «Ақмола облысы бойынша ХҚО» ⏎ РМК филиалы
 */
function findEchoes(tokens: readonly Token[], parts: readonly (readonly string[])[]): Echoes {
  const headings = new Set<number>()
  const names = new Map<number, number>()
  const plain = new Set<number>()
  for (let from = 0; from < tokens.length; from++) {
    const opener = tokens[from]!
    if (from > 0 && opener.break === 'none') continue
    let lines = 0
    for (let to = from + 1; to < tokens.length && lines < MOST_HEADING_LINES; to++) {
      if (NOT_IN_HEADINGS.has(tokens[to - 1]!.kind)) break
      if (tokens[to]!.break === 'none') continue
      lines++
      const heading = parts.slice(opener.row ? from + 1 : from, to).flat()
      if (heading.length < 2) continue
      const commas = tokens.slice(from, to).some(({comma}) => comma) && tokens[to - 1]!.kind !== 'name-end'
      const alone = opener.break === 'gap' && tokens[to]!.break === 'gap' && isRegionAlone(joinTokens(tokens, from, to))
      if (alone) plain.add(from)
      if (tokens[to]!.row && tokens[to]!.break !== 'line' && opener.break !== 'line' && !commas) plain.add(from)
      const name = tokens[to]!.row ? to + 1 : to
      const end = endOfRepeat(heading, parts, name)
      if (end === -1) continue
      headings.add(from)
      names.set(name, end)
    }
  }
  return {headings, names, plain}
}

/** The word after the repetition of `heading` that begins at word `from`, or -1. */
function endOfRepeat(heading: readonly string[], parts: readonly (readonly string[])[], from: number): number {
  let read = 0
  for (let index = from; index < parts.length; index++) {
    for (const part of parts[index]!) if (part !== heading[read++]) return -1
    if (read === heading.length) return index + 1
  }
  return -1
}

/** The words after which a known cell that begins at word `from` ends. */
function wholeCells(index: CellIndex, parts: readonly (readonly string[])[], from: number): number[] | undefined {
  let node = index
  let ends: number[] | undefined
  for (let word = from; word < parts.length; word++) {
    for (const part of parts[word]!) {
      const next = node.next.get(part)
      if (!next) return ends
      node = next
    }
    if (node.whole) (ends ??= []).push(word + 1)
  }
  return ends
}
