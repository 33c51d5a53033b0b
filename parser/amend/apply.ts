/**
 * Carries one instruction out on an act.
 *
 *       «7-тармақтың 1) тармақшасындағы «он» деген сөз «бес» деген сөзбен ауыстырылсын»
 *       1) … тапсырған сәттен бастап – он жұмыс күні ішінде;  →  1) … тапсырған сәттен бастап – бес жұмыс күні ішінде;
 *
 * Exact or refused: a place or words that are not there, that are there more than once, or a text that contradicts the
 * place it is meant for, stop the instruction as a whole, with the reason.
 */
import type {Content, Instruction} from '../structure/amendment.ts'
import {joinWords} from '../structure/amendment.ts'
import {ITEM_MARKER, POINT_NUMBER} from '../structure/paragraphs.ts'
import {alive, type ActDocument, type AnnexState, type Para, type RowState, type StandardState} from './document.ts'
import {findWords, nameKey, replaceWords, type Pair} from './find-words.ts'
import type {Journal} from './journal.ts'
import {countedParagraphs, findRegion, findScope, itemsOf, markerOf, nameOf, partsOf, Refusal, rowNumber, sentencesOf} from './regions.ts'
import type {Region, Scope, Step} from './regions.ts'
import {transplantAnnex, transplantStandard, writeAnnex} from './transplant.ts'

export type Effect = 'restated' | 'inserted' | 'excluded' | 'amended' | 'repealed' | 'renumbered'

/** What was changed, for the note of amendment. */
export interface Touch {
  scope: Scope
  what: 'point' | 'title' | 'preamble' | 'annex' | 'section' | 'standard' | 'act' | 'text'
  number: string | null
  effect: Effect
  /** The number that a renumbered point had. */
  former?: string
}

export interface Outcome {
  touches: Touch[]
  remarks: string[]
}

/** Carries an instruction out. @throws Refusal, after which the journal must be rolled back */
export function applyInstruction(document: ActDocument, instruction: Instruction, amending: ActDocument, journal: Journal): Outcome {
  return new Application(document, instruction, amending, journal).run()
}

const LOOKS_THE_SAME = 'found with other letters, spaces or marks that look the same'

class Application {
  private readonly document: ActDocument
  private readonly instruction: Instruction
  private readonly amending: ActDocument
  private readonly journal: Journal
  private readonly outcome: Outcome = {touches: [], remarks: []}

  constructor(document: ActDocument, instruction: Instruction, amending: ActDocument, journal: Journal) {
    this.document = document
    this.instruction = instruction
    this.amending = amending
    this.journal = journal
  }

  run(): Outcome {
    const {operation, standard} = this.instruction
    if (operation.kind === 'unknown') throw new Refusal(operation.why)
    if (operation.kind === 'insert-standards') {
      this.insertStandards(operation.annexes)
      return this.outcome
    }
    const scope = findScope(this.document, standard)
    const {paths} = this.instruction
    // All places are looked for before the first is changed.
    const regions = paths.map((path) => findRegion(this.document, scope, path))
    regions.forEach(({scope: found}) => {
      if (found.kind === 'standard' && found.state !== 'kept')
        throw new Refusal(`the standard «${found.model.title}» is restated or excluded as a whole by the same act`)
    })
    switch (operation.kind) {
      case 'replace-words':
        regions.forEach((region, index) => this.changeWords(region, paths[index]!, operation.pairs))
        break
      case 'delete-words':
        regions.forEach((region, index) =>
          this.changeWords(
            region,
            paths[index]!,
            operation.words.map((old) => ({old, new: ''})),
          ),
        )
        break
      case 'insert-words':
        regions.forEach((region, index) => this.insertWords(region, paths[index]!, operation))
        break
      case 'restate':
        this.restate(regions)
        break
      case 'restate-from-annex':
        regions.forEach((region, index) =>
          this.restateFromAnnex(region, operation.annexes.length > 1 ? operation.annexes[index] : operation.annexes[0]),
        )
        break
      case 'insert':
        regions.forEach((region) => this.insert(region, operation.units, operation.after, operation.before))
        break
      case 'insert-from-annex':
        regions.forEach((region) => this.insertAnnexes(region, operation.units, operation.annexes))
        break
      case 'exclude':
        regions.forEach((region) => this.exclude(region, 'excluded'))
        break
      case 'repeal':
        regions.forEach((region) => this.exclude(region, 'repealed'))
        break
      case 'renumber':
        this.renumber(regions, operation.to)
        break
    }
    return this.outcome
  }

  private get content(): Content {
    const {content} = this.instruction
    if (!content || (content.paragraphs.length === 0 && content.rows === null)) throw new Refusal('the new text does not follow')
    return content
  }

  private touched(region: Region, effect: Effect): void {
    const {scope, annex, last, point} = region
    const add = (what: Touch['what'], number: string | null) => this.outcome.touches.push({scope, what, number, effect})
    if (annex) {
      this.journal.touch(annex).touched = true
      this.outcome.touches.push({scope, what: 'annex', number: String(annex.number), effect: last?.unit === 'annex' ? effect : 'amended'})
    } else if (point !== null) add('point', point)
    else if (last?.unit === 'title')
      add(region.paras[0]?.role === 'heading' ? 'section' : 'title', POINT_NUMBER.exec(region.paras[0]?.text ?? '')?.[1] ?? null)
    else if (last?.unit === 'preamble') add('preamble', null)
    else add('text', null)
  }

  // Words

  private slots(region: Region, path: readonly Step[]): {get: () => string; set: (text: string) => void; touch: () => void}[] {
    const regions = [region]
    const throughout = path.length === 0 || path.at(-1)!.unit === 'text'
    if (throughout && region.annex === null && (region.last === null || region.last.unit === 'act-annex')) {
      const standards: StandardState[] =
        region.scope.kind === 'standard'
          ? [region.scope]
          : region.scope.kind === 'act' && region.last === null && path.length > 0
            ? this.document.standards.filter(({model, state}) => model.status === 'included' && state === 'kept')
            : []
      for (const standard of standards) {
        if (standard !== region.scope) regions.push({...region, scope: standard, paras: alive(standard.paras)})
        for (const annex of standard.annexes.filter(({state}) => state === 'kept'))
          regions.push({
            ...region,
            scope: standard,
            annex,
            paras: alive(annex.paras),
            rows: annex.table?.rows.filter(({state}) => state !== 'gone') ?? null,
          })
      }
    }
    return regions.flatMap((one) => this.slotsOf(one))
  }

  private slotsOf(region: Region) {
    const {paras, part, rows, column} = region
    const change = (para: Para, text: string) => {
      this.journal.touch(para)
      para.text = text
      if (para.state === 'kept') para.state = 'changed'
    }
    const texts = (column === null ? paras : [])
      .filter(({role}) => role !== 'note' && role !== 'requisites')
      .filter((para) => role(para, region))
    const ofParas = texts.map((para) => ({
      get: () => (part ? para.text.slice(...part) : para.text),
      set: (text: string) => change(para, part ? para.text.slice(0, part[0]) + text + para.text.slice(part[1]) : text),
      touch: () =>
        this.touched(
          region.point === null && para.point !== null && !region.annex ? {...region, point: para.point} : withRole(region, para),
          'amended',
        ),
    }))
    const ofRows = (rows ?? []).flatMap((row) =>
      row.cells.flatMap((_, index) => {
        if ((column !== null && column !== index) || row.inherited.includes(index)) return []
        return [
          {
            get: () => row.cells[index]!,
            set: (text: string) => {
              this.journal.touch(row)
              row.cells = row.cells.map((cell, at) => (at === index ? text : cell))
              if (row.state === 'kept') row.state = 'changed'
              // The rows that have it from this one have it still.
              for (const other of region.annex!.table!.rows) {
                if (other === row || other.group !== row.group || !other.inherited.includes(index)) continue
                this.journal.touch(other).cells = other.cells.map((cell, at) => (at === index ? text : cell))
              }
            },
            touch: () => this.touched(region, 'amended'),
          },
        ]
      }),
    )
    return [...ofParas, ...ofRows]
  }

  private changeWords(region: Region, path: readonly Step[], pairs: readonly Pair[]): void {
    const slots = this.slots(region, path)
    const throughout = path.at(-1)?.unit === 'text'
    const loose = /цифр|сан(?:дар)?(?!\p{L})/u.test(this.instruction.sentence)
    const counted = (asLoose: boolean) => slots.map((slot) => replaceWords(slot.get(), pairs, asLoose))
    let results = counted(false)
    const total = (index: number) => results.reduce((sum, {counts}) => sum + counts[index]!, 0)
    if (loose && pairs.some((_, index) => total(index) === 0)) results = counted(true)
    pairs.forEach((pair, index) => {
      const count = total(index)
      if (count === 0) throw new Refusal(`the words «${pair.old}» are not found there`)
      if (count > 1 && !throughout)
        throw new Refusal(`the words «${pair.old}» are found ${String(count)} times, and the instruction does not say which are meant`)
      if (results.some(({inexact}) => inexact[index])) this.outcome.remarks.push(`«${pair.old}» ${LOOKS_THE_SAME}`)
    })
    results.forEach(({text, counts}, index) => {
      if (counts.every((count) => count === 0)) return
      slots[index]!.set(text)
      slots[index]!.touch()
    })
  }

  private insertWords(
    region: Region,
    path: readonly Step[],
    operation: {anchor: string | null; side: 'after' | 'before' | 'end' | 'start'; words: string},
  ): void {
    const words = operation.words === '' ? this.content.paragraphs.join(' ') : operation.words
    if (operation.anchor === null) {
      const slots = this.slotsOf(region)
      const slot = operation.side === 'start' ? slots[0] : slots.at(-1)
      if (!slot) throw new Refusal('there is no text')
      const text = slot.get()
      if (operation.side === 'start') {
        const lead = POINT_NUMBER.exec(text)?.[0] ?? ITEM_MARKER.exec(text)?.[0] ?? ''
        slot.set(`${lead}${words} ${text.slice(lead.length)}`)
      } else {
        const mark = /[.;:,]$/u.test(words) ? '' : (/[.;:,]$/u.exec(text)?.[0] ?? '')
        slot.set(joinWords(mark === '' ? text : text.slice(0, -1), words) + mark)
      }
      slot.touch()
      return
    }
    const slots = this.slots(region, path)
    const throughout = path.at(-1)?.unit === 'text'
    const loose = /цифр/u.test(this.instruction.sentence)
    let found = slots.map((slot) => findWords(slot.get(), operation.anchor!))
    if (loose && found.every((list) => list.length === 0)) found = slots.map((slot) => findWords(slot.get(), operation.anchor!, true))
    const count = found.reduce((sum, list) => sum + list.length, 0)
    if (count === 0) throw new Refusal(`the words «${operation.anchor}» are not found there`)
    if (count > 1 && !throughout)
      throw new Refusal(
        `the words «${operation.anchor}» are found ${String(count)} times, and the instruction does not say which are meant`,
      )
    if (found.flat().some(({exact}) => !exact)) this.outcome.remarks.push(`«${operation.anchor}» ${LOOKS_THE_SAME}`)
    found.forEach((list, index) => {
      if (list.length === 0) return
      let text = slots[index]!.get()
      for (const {start, end} of [...list].reverse()) {
        const before = text.slice(0, start)
        const anchor = text.slice(start, end)
        const behind = text.slice(end)
        text =
          operation.side === 'after'
            ? joinWords(before + anchor, words) + behind
            : `${before}${words}${/[(«"-]$/u.test(words) ? '' : ' '}${anchor}${behind}`
      }
      slots[index]!.set(text)
      slots[index]!.touch()
    })
  }

  // Whole parts

  private restate(regions: readonly Region[]): void {
    if (regions.length === 1) {
      this.restateOne(regions[0]!, this.content)
      return
    }
    // «2 және 3-тармақтар мынадай редакцияда жазылсын: «2. … 3. …»»: to each its own.
    const unit = regions[0]!.last?.unit
    if (unit === 'row') {
      const rows = this.rowsOf(regions[0]!)
      if (rows.length !== regions.length) throw new Refusal(`${String(regions.length)} rows are named and ${String(rows.length)} follow`)
      regions.forEach((region, index) => this.restateRow(region, rows[index]!))
      return
    }
    const groups = this.grouped(unit ?? 'paragraph')
    if (groups.length !== regions.length)
      throw new Refusal(`${String(regions.length)} places are named and ${String(groups.length)} texts follow`)
    regions.forEach((region, index) => this.restateOne(region, {paragraphs: groups[index]!, rows: null}))
  }

  /** The paragraphs of the new text, cut where a new unit begins. */
  private grouped(unit: Step['unit']): string[][] {
    const {paragraphs} = this.content
    const opens = unit === 'point' ? POINT_NUMBER : unit === 'item' ? ITEM_MARKER : null
    const groups: string[][] = []
    for (const paragraph of paragraphs) {
      if (groups.length === 0 || opens === null || opens.test(paragraph)) groups.push([paragraph])
      else groups.at(-1)!.push(paragraph)
    }
    return groups
  }

  private restateOne(region: Region, content: Content): void {
    const {last, scope} = region
    if (last === null) {
      if (scope.kind !== 'standard') throw new Refusal('what is to be restated is not named')
      throw new Refusal('a whole standard is restated from an annex of the amending act, not from a quotation')
    }
    if (last.unit === 'row') {
      this.restateRow(region, this.rowsOf(region)[0]!)
      return
    }
    if (last.unit === 'column') {
      if (region.rows?.length !== 1) throw new Refusal('the row is not named')
      const index = region.column!
      const [row] = region.rows as [RowState]
      this.journal.touch(row)
      row.cells = row.cells.map((cell, at) => (at === index ? content.paragraphs.join(' ') : cell))
      if (index === -1) row.number = content.paragraphs.join(' ')
      if (row.state === 'kept') row.state = 'changed'
      this.touched(region, 'amended')
      return
    }
    if (last.unit === 'annex') {
      this.replaceAnnex(region.annex!, writeAnnex(content, this.document.format))
      this.touched(region, 'restated')
      return
    }
    if (content.rows) throw new Refusal(`${nameOf(last)} has no table that the quoted one could stand for`)
    this.touched(region, restates(last) ? 'restated' : 'amended')
    const paragraphs = this.checked(region, last, content.paragraphs)
    if (region.part) {
      const [para] = region.paras as [Para]
      this.journal.touch(para)
      para.text = para.text.slice(0, region.part[0]) + paragraphs.join(' ') + para.text.slice(region.part[1])
      if (para.state === 'kept') para.state = 'changed'
      return
    }
    this.replaceParas(region, paragraphs)
  }

  /** The new paragraphs, with the number of the place they are for. */
  private checked(region: Region, last: Step, paragraphs: readonly string[]): string[] {
    const [first = '', ...rest] = paragraphs
    const own = region.paras[0]!
    if (last.unit === 'point') {
      const number = POINT_NUMBER.exec(first)?.[1]
      if (number === undefined) return [`${last.number ?? ''}. ${first}`, ...rest]
      if (number !== last.number) throw new Refusal(`point ${last.number ?? ''} is to be restated, and the new text is numbered ${number}`)
      if (rest.some((text) => isNextPoint(text, number))) throw new Refusal(`the new text of point ${number} holds more than one point`)
    }
    if (last.unit === 'item') {
      const marker = ITEM_MARKER.exec(first)
      if (!marker) return [`${last.number ?? ''} ${first}`, ...rest]
      if (`${marker[1]!})` !== last.number)
        throw new Refusal(`item ${last.number ?? ''} is to be restated, and the new text is marked ${marker[1]!})`)
    }
    if (last.unit === 'title') {
      const text = [first, ...rest].join(' ')
      if (own.role === 'heading') return [POINT_NUMBER.test(text) ? text : `${POINT_NUMBER.exec(own.text)?.[0].trim() ?? ''} ${text}`]
      if (own.role === 'title' && region.scope.kind === 'standard')
        return [/стандарты?$/u.test(text) ? text : `«${text}» мемлекеттік қызмет стандарты`]
      return [text]
    }
    // The first paragraph of a point keeps its number, that of an item its marker.
    const lead = own.role === 'point' && (last.unit === 'paragraph' || last.unit === 'part') ? leadOf(own) : ''
    if (lead !== '' && !first.startsWith(lead.trim())) {
      if (POINT_NUMBER.test(first)) throw new Refusal(`the new text is numbered ${POINT_NUMBER.exec(first)![1]!}, the place ${lead.trim()}`)
      return [lead + first, ...rest]
    }
    return [first, ...rest]
  }

  private replaceParas(region: Region, texts: readonly string[]): void {
    const list = this.listOf(region)
    const {paras} = region
    this.journal.list(list)
    paras.forEach((para, index) => {
      this.journal.touch(para)
      const text = texts[index]
      if (text === undefined) para.state = 'gone'
      else {
        para.text = text
        if (para.state !== 'new') para.state = 'changed'
      }
    })
    const last = paras[Math.min(paras.length, texts.length) - 1]!
    this.insertAfter(list, last, texts.slice(paras.length), last)
  }

  private listOf(region: Region): Para[] {
    return region.annex ? region.annex.paras : region.scope.paras
  }

  /** New paragraphs behind one that stands, of the same kind as `like`. */
  private insertAfter(list: Para[], after: Para, texts: readonly string[], like: Para, point = like.point): void {
    const at = list.indexOf(after) + 1
    const fresh = texts.map((text): Para => ({
      text,
      role: like.role,
      point,
      lines: [0, 0],
      span: null,
      state: 'new',
      indent: like.role === 'heading' ? 'flush' : like.indent,
    }))
    list.splice(at, 0, ...fresh)
  }

  private restateRow(region: Region, row: {number: string; cells: string[]}): void {
    const [own] = region.rows as [RowState]
    if (row.number !== '' && rowNumber(row.number) !== rowNumber(own.number))
      throw new Refusal(`row ${own.number} is to be restated, and the new one is numbered ${row.number}`)
    this.journal.touch(own)
    // A cell that spans rows is not quoted with each of them.
    own.inherited = own.inherited.filter((index) => row.cells[index] === '')
    const spanning = own.cells
    own.cells = row.cells.map((cell, index) => (own.inherited.includes(index) ? spanning[index]! : cell))
    own.number = row.number === '' ? own.number : row.number
    if (own.state === 'kept') own.state = 'changed'
    this.touched(region, 'amended')
  }

  /** The rows that are quoted, as wide as the table. */
  private rowsOf(region: Region): {number: string; cells: string[]}[] {
    const table = region.annex?.table
    if (!table) throw new Refusal('no table of offices is named')
    const {rows} = this.content
    if (!rows) throw new Refusal('the quoted row is not set as a table: its cells can not be told apart')
    const numbered = table.rows.some(({number}) => number !== '')
    const width = table.columns.length + (numbered ? 1 : 0)
    const one = rows.length === 1 && rows[0]!.length > width && rows[0]!.length % width === 0
    const cut = one ? Array.from({length: rows[0]!.length / width}, (_, index) => rows[0]!.slice(index * width, (index + 1) * width)) : rows
    return cut.map((cells) => {
      const trimmed = [...cells]
      while (trimmed.length > width && trimmed.at(-1) === '') trimmed.pop()
      if (trimmed.length !== width)
        throw new Refusal(`the quoted row has ${String(trimmed.length)} cells, the table ${String(width)} columns`)
      return numbered ? {number: trimmed[0]!, cells: trimmed.slice(1)} : {number: '', cells: trimmed}
    })
  }

  // Insertions

  private insert(region: Region, units: readonly Step[], after: Step | null, before: Step | null): void {
    const unit = units[0]!.unit
    if (units.some((step) => step.unit !== unit)) throw new Refusal('units of several kinds are to be inserted at once')
    switch (unit) {
      case 'point':
        this.insertPoints(region, units)
        return
      case 'item':
        this.insertItems(region, units)
        return
      case 'paragraph':
      case 'part':
        this.insertParagraphs(region, units, after, before)
        return
      case 'sentence':
        this.insertSentence(region, units[0]!, after)
        return
      case 'row':
        this.insertRows(region, units, after, before)
        return
      case 'annex':
        this.insertAnnex(region, units)
        return
      default:
        throw new Refusal(`${nameOf(units[0]!)} can not be inserted`)
    }
  }

  private numberedGroups(units: readonly Step[], unit: 'point' | 'item'): {number: string; paragraphs: string[]}[] {
    const pattern = unit === 'point' ? POINT_NUMBER : ITEM_MARKER
    const wanted = units.flatMap(({number}) => number ?? [])
    const groups = this.grouped(unit).map((paragraphs) => {
      const number = pattern.exec(paragraphs[0]!)?.[1]
      return {number: number === undefined ? null : unit === 'item' ? `${number})` : number, paragraphs}
    })
    const [only] = groups
    if (groups.length === 1 && wanted.length === 1 && only!.number === null) {
      only!.number = wanted[0]!
      only!.paragraphs[0] = `${wanted[0]!}${unit === 'point' ? '.' : ''} ${only!.paragraphs[0]!}`
    }
    const numbers = groups.map(({number}) => number ?? '—')
    if (wanted.length > 0 && numbers.join(' ') !== wanted.join(' '))
      throw new Refusal(`${wanted.join(', ')} are to be inserted, and the new text has ${numbers.join(', ')}`)
    return groups.map(({number, paragraphs}) => {
      if (number === null) throw new Refusal('the new text has no number')
      return {number, paragraphs}
    })
  }

  private insertPoints(region: Region, units: readonly Step[]): void {
    const list = this.journal.list(region.scope.paras)
    if (region.annex) throw new Refusal(`points of annex ${String(region.annex.number)} can not be inserted`)
    for (const {number, paragraphs} of this.numberedGroups(units, 'point')) {
      const points = alive(list).filter(({role}) => role === 'point')
      if (points.some(({point}) => point === number)) throw new Refusal(`point ${number} is there already`)
      const smaller = points.filter(({point}) => order(point!) < order(number))
      const last = smaller.at(-1)
      if (!last) throw new Refusal(`there is no point before ${number}`)
      const gone = new Set(list.filter(({role, state}) => role === 'point' && state === 'gone').map(({point}) => point))
      if (!isSuccessor(last.point!, number) && !gone.has(previousNumber(number)) && !this.wasExcluded(region, number))
        throw new Refusal(`point ${number} can not follow point ${last.point!}`)
      this.insertAfter(list, last, paragraphs, last, number)
      this.outcome.touches.push({scope: region.scope, what: 'point', number, effect: 'inserted'})
    }
  }

  /** True where notes say that the point before was excluded earlier. */
  private wasExcluded(region: Region, number: string): boolean {
    const before = previousNumber(number)
    return region.scope.paras.some(
      ({role, text}) => role === 'note' && new RegExp(`(?<!\\d)${before}-тармақ\\s+(?:алып|алынып|күші)`, 'u').test(text),
    )
  }

  private insertItems(region: Region, units: readonly Step[]): void {
    const list = this.journal.list(this.listOf(region))
    if (region.point === null && !region.annex) throw new Refusal('the point that the items go into is not named')
    if (region.last?.unit === 'item' && units.some(({number}) => isDigit(number) && isDigit(region.last?.number ?? null)))
      throw new Refusal(`item ${units[0]!.number ?? ''} can not stand inside of item ${region.last.number ?? ''}`)
    let paras = region.paras
    for (const {number, paragraphs} of this.numberedGroups(units, 'item')) {
      const items = itemsOf(paras)
      if (items.some(({marker}) => marker === number))
        throw new Refusal(`item ${number} is there already${region.point === null ? '' : ` in point ${region.point}`}`)
      const smaller = items.filter(({marker}) => itemOrder(marker) < itemOrder(number))
      const previous = smaller.at(-1)
      if (/^\d+-1\)/u.test(number) && previous && Number.parseInt(previous.marker, 10) !== Number.parseInt(number, 10))
        throw new Refusal(`item ${number} can not follow item ${previous.marker}`)
      if (previous && !isSuccessor(previous.marker, number)) throw new Refusal(`item ${number} can not follow item ${previous.marker}`)
      if (!previous && (items.length > 0 ? itemOrder(items[0]!.marker) <= itemOrder(number) : itemOrder(number) !== 1))
        throw new Refusal(`there is no item before ${number}`)
      const first = items[0]?.paras[0]
      const anchor = previous?.paras.at(-1) ?? (first ? list[list.indexOf(first) - 1] : paras.at(-1))
      if (!anchor) throw new Refusal(`there is no place for item ${number}`)
      this.insertAfter(list, anchor, paragraphs, paras[0]!)
      paras = list.filter(
        (para) => para.state !== 'gone' && (paras.includes(para) || (para.state === 'new' && para.point === paras[0]!.point)),
      )
    }
    this.touched(region, 'amended')
  }

  private insertParagraphs(region: Region, units: readonly Step[], after: Step | null, before: Step | null): void {
    const {paragraphs, rows} = this.content
    if (rows) throw new Refusal('a table can not be inserted as a paragraph')
    const list = this.journal.list(this.listOf(region))
    const unit = units[0]!.unit
    const numbers = units.flatMap(({number}) => (number === null ? [] : [Number(number)]))
    if (unit === 'paragraph' && numbers.length > 1 && numbers.length !== paragraphs.length)
      throw new Refusal(`${String(numbers.length)} paragraphs are named and ${String(paragraphs.length)} follow`)
    if (region.paras.length === 0 || (region.last === null && !region.annex))
      throw new Refusal('the place that the text goes into is not named')
    const like = region.paras[0]!
    const put = (anchor: Para) => {
      this.insertAfter(list, anchor, paragraphs, like)
      this.touched(region, 'amended')
    }
    const side = after ?? before
    if (side) {
      const anchor = findBelow(this.document, region, side)
      if (after) put(anchor.paras.at(-1)!)
      else {
        const at = list.indexOf(anchor.paras[0]!)
        if (at <= 0 || anchor.paras[0] === region.paras[0]) throw new Refusal(`there is no place before ${nameOf(side)}`)
        put(list[at - 1]!)
      }
      return
    }
    if (numbers.length === 0) {
      put(region.paras.at(-1)!)
      return
    }
    const first = Math.min(...numbers)
    if (first === 1) throw new Refusal('the first paragraph holds the number and can not be another')
    const existing = unit === 'part' ? partsOf(region.paras) : countedParagraphs(region).paras.map((para) => [para])
    const previous = existing[first - 2]
    if (!previous) throw new Refusal(`there is no ${unit} ${String(first - 1)} before it: ${String(existing.length)} are there`)
    if (unit === 'paragraph' && countedParagraphs(region).doubtful && previous[0] !== region.paras[first - 2]) {
      if (first - 1 !== existing.length)
        throw new Refusal(`paragraph ${String(first)} may be at two places: with the items counted, or without them`)
      put(region.paras.at(-1)!)
      return
    }
    put(previous.at(-1)!)
  }

  private insertSentence(region: Region, unit: Step, after: Step | null): void {
    const text = this.content.paragraphs.join(' ')
    const para = region.paras.at(-1)
    if (!para || region.last === null) throw new Refusal('the place that the sentence goes into is not named')
    let own = para
    let at = para.text.length
    const which =
      after?.unit === 'sentence' ? Number(after.number) : unit.number !== null && unit.number !== 'last' ? Number(unit.number) - 1 : null
    if (which !== null) {
      const all = region.paras.flatMap((one) => sentencesOf(one.text).map((span) => ({one, span})))
      const found = all[which - 1]
      if (!found) throw new Refusal(`there is no sentence ${String(which)}: ${String(all.length)} are there`)
      own = found.one
      at = found.span[1]
    } else if (after) {
      own = findBelow(this.document, region, after).paras.at(-1)!
      at = own.text.length
    }
    this.journal.touch(own)
    own.text = `${own.text.slice(0, at).trimEnd()} ${text}${own.text.slice(at)}`
    if (own.state === 'kept') own.state = 'changed'
    this.touched(region, 'amended')
  }

  private insertRows(region: Region, units: readonly Step[], after: Step | null, before: Step | null): void {
    const table = region.annex?.table
    if (!table || region.rows === null)
      throw new Refusal(region.annex ? `annex ${String(region.annex.number)} has no table of offices` : 'no annex is named')
    const rows = this.rowsOf(region)
    const wanted = units.flatMap(({number}) => (number === null ? [] : [rowNumber(number)]))
    const numbers = rows.map(({number}) => rowNumber(number))
    if (wanted.length > 0 && wanted.join(' ') !== numbers.join(' ') && numbers.some((number) => number !== ''))
      throw new Refusal(`rows ${wanted.join(', ')} are to be inserted, and ${numbers.join(', ')} follow`)
    const list = this.journal.list(table.rows)
    rows.forEach((row, index) => {
      const number = rowNumber(row.number) || wanted[index] || ''
      if (row.number === '' && number !== '') row.number = number
      const within = list.filter((one) => one.state !== 'gone' && (region.group === null || one.group === region.group))
      if (after === null && before === null && within.some((one) => rowNumber(one.number) === number))
        throw new Refusal(`row ${number} is there already`)
      const side = after ?? before
      const anchors =
        index > 0
          ? [list.find((one) => one.state === 'new' && one.cells === rows[index - 1]!.cells)!]
          : side
            ? within.filter((one) => rowNumber(one.number) === side.number)
            : number === ''
              ? within.slice(-1)
              : within.filter((one) => rowNumber(one.number) === previousNumber(number))
      if (anchors.length === 0)
        throw new Refusal(
          side
            ? `the table has no row ${side.number ?? ''}`
            : `the table has no row ${previousNumber(number)} that row ${number} could follow`,
        )
      if (anchors.length > 1)
        throw new Refusal(`row ${number} could follow ${String(anchors.length)} rows: the section of the table is not named`)
      const [anchor] = anchors as [RowState]
      // Between two rows of a cell that spans them, or behind the last of them, an empty cell is spanned too.
      const inherited = anchor.inherited.filter((column) => row.cells[column] === '')
      row.cells = row.cells.map((cell, column) => (inherited.includes(column) ? anchor.cells[column]! : cell))
      const fresh: RowState = {number: row.number, cells: row.cells, inherited, lines: [0, 0], group: anchor.group, state: 'new'}
      list.splice(list.indexOf(anchor) + (before && index === 0 ? 0 : 1), 0, fresh)
    })
    this.touched(region, 'amended')
  }

  private insertAnnex(region: Region, units: readonly Step[]): void {
    const {scope} = region
    if (scope.kind !== 'standard') throw new Refusal('the standard that the annex goes to is not named')
    const number = Number(units[0]?.number ?? scope.annexes.length + 1)
    this.addAnnex(scope, number, writeAnnex(this.content, this.document.format))
  }

  private addAnnex(standard: StandardState, number: number, text: string): void {
    const numbers = [
      ...standard.annexes.filter(({state}) => state !== 'gone').map((annex) => annex.number),
      ...standard.added.map((one) => one.number),
    ]
    if (numbers.includes(number)) throw new Refusal(`annex ${String(number)} is there already`)
    if (number !== Math.max(0, ...numbers) + 1)
      throw new Refusal(`annex ${String(number)} can not follow annex ${String(Math.max(0, ...numbers))}`)
    this.journal.list(standard.added).push({number, text})
    this.outcome.touches.push({scope: standard, what: 'annex', number: String(number), effect: 'inserted'})
  }

  private insertAnnexes(region: Region, units: readonly Step[], annexes: readonly number[]): void {
    const {scope} = region
    if (scope.kind !== 'standard') throw new Refusal('the standard that the annexes go to is not named')
    const numbers = units.filter(({unit}) => unit === 'annex').flatMap(({number}) => (number === null ? [] : [Number(number)]))
    if (numbers.length === 0) throw new Refusal('only annexes can be added from annexes')
    if (numbers.length !== Math.max(1, annexes.length))
      throw new Refusal(`${String(numbers.length)} annexes are named, and ${String(annexes.length)} of the amending act`)
    numbers.forEach((number, index) => {
      this.addAnnex(scope, number, transplantAnnex(this.amending, annexes[index] ?? null, this.document.format))
    })
  }

  // Whole standards and annexes

  private restateFromAnnex(region: Region, number: number | undefined): void {
    const {scope, last} = region
    if (last?.unit === 'annex' && region.annex) {
      this.replaceAnnex(region.annex, transplantAnnex(this.amending, number ?? null, this.document.format))
      this.touched(region, 'restated')
      return
    }
    if (last !== null && last.unit !== 'act-annex' && last.unit !== 'annex')
      throw new Refusal(`${nameOf(last)} can not be restated from an annex`)
    if (scope.kind !== 'standard') throw new Refusal('the standard that is to be restated is not named')
    const source = this.sourceStandard(number ?? null)
    this.journal.touch(scope)
    scope.state = 'replaced'
    scope.replacement = transplantStandard(this.amending, source, this.document.format)
    if (nameKey(source.model.title) !== nameKey(scope.model.title))
      this.outcome.remarks.push(`the standard has another title now: «${source.model.title}»`)
    this.outcome.touches.push({scope, what: 'standard', number: null, effect: 'restated'})
  }

  private sourceStandard(number: number | null): StandardState {
    const {standards} = this.amending
    const found = number === null ? standards : standards.filter(({part, model}) => (part.annexNumber ?? model.ordinal) === number)
    if (found.length !== 1)
      throw new Refusal(
        number === null
          ? 'the amending act has not one annex with a standard'
          : `annex ${String(number)} of the amending act is no standard`,
      )
    return found[0]!
  }

  private insertStandards(annexes: readonly number[]): void {
    const numbers: (number | null)[] = annexes.length === 0 ? [null] : [...annexes]
    const standards = numbers.map((number) => this.sourceStandard(number))
    for (const standard of standards) {
      if (this.document.standards.some(({model}) => nameKey(model.title) === nameKey(standard.model.title) && model.status === 'included'))
        throw new Refusal(`the base has a standard «${standard.model.title}» already`)
    }
    this.journal.list(this.document.added)
    for (const standard of standards) this.document.added.push(transplantStandard(this.amending, standard, this.document.format))
    this.outcome.touches.push({scope: this.document.act, what: 'standard', number: null, effect: 'inserted'})
  }

  private replaceAnnex(annex: AnnexState, text: string): void {
    this.journal.touch(annex)
    annex.state = 'replaced'
    annex.replacement = text
  }

  // Taking out

  private exclude(region: Region, effect: 'excluded' | 'repealed'): void {
    const {last, scope, annex} = region
    if (last === null || last.unit === 'act-annex') {
      if (scope.kind === 'standard') {
        this.journal.touch(scope).state = 'excluded'
        this.outcome.touches.push({scope, what: 'standard', number: null, effect})
        return
      }
      if (scope.kind === 'act' && effect === 'repealed') {
        this.outcome.touches.push({scope, what: 'act', number: null, effect})
        return
      }
      throw new Refusal('what is to be excluded is not named')
    }
    if (last.unit === 'annex' && annex) {
      this.journal.touch(annex).state = 'gone'
      this.outcome.touches.push({scope, what: 'annex', number: String(annex.number), effect})
      return
    }
    if (last.unit === 'row' || last.unit === 'table-section') {
      for (const row of region.rows ?? []) this.journal.touch(row).state = 'gone'
      if (last.unit === 'table-section') {
        this.journal.list(annex!.table!.headings)
        annex!.table!.headings[region.group!] = null
        if ((region.rows ?? []).length === 0) throw new Refusal('the section of the table has no rows')
      }
      this.touched(region, 'amended')
      return
    }
    if (last.unit === 'title' || last.unit === 'column' || last.unit === 'section' || last.unit === 'corner')
      throw new Refusal(`${nameOf(last)} can not be excluded`)
    if (region.part) {
      const [para] = region.paras as [Para]
      this.journal.touch(para)
      para.text = `${para.text.slice(0, region.part[0]).trimEnd()} ${para.text.slice(region.part[1]).trimStart()}`.trim()
      if (para.state === 'kept') para.state = 'changed'
      if (/^\d{1,3}(?:-\d{1,2})?\.$/u.test(para.text)) {
        // The number of a point stays: what stands behind it begins the point now.
        const next = region.scope.paras.find((one, at, all) => at > all.indexOf(para) && one.state !== 'gone' && one.role === 'point')
        if (!next || next.point !== para.point || markerOf(next) !== null)
          throw new Refusal('nothing would be left of the paragraph: it is to be excluded as a whole')
        this.journal.touch(next)
        next.text = `${para.text} ${next.text}`
        if (next.state === 'kept') next.state = 'changed'
        para.state = 'gone'
      }
      if (para.text === '') throw new Refusal('nothing would be left of the paragraph: it is to be excluded as a whole')
      this.touched(region, 'amended')
      return
    }
    if (
      last.unit !== 'point' &&
      region.paras[0]?.role === 'point' &&
      POINT_NUMBER.test(region.paras[0].text) &&
      region.paras[0] === alive(scope.paras).find((para) => para.point === region.point)
    )
      throw new Refusal(`${nameOf(last)} holds the number of point ${region.point ?? ''}; without it the point has none`)
    for (const para of region.paras) this.journal.touch(para).state = 'gone'
    this.touched(region, last.unit === 'point' ? effect : 'amended')
  }

  private renumber(regions: readonly Region[], to: readonly Step[]): void {
    if (regions.length !== to.length) throw new Refusal('the numbers before and after do not make pairs')
    const [first] = regions
    const unit = to[0]!.unit
    if (unit !== 'point' && unit !== 'item') throw new Refusal(`${nameOf(to[0]!)} can not be renumbered`)
    const scope = first!.scope
    const renumbered = new Set(regions.flatMap(({paras}) => paras))
    regions.forEach((region, index) => {
      const number = to[index]!.number!
      const others = alive(scope.paras).filter((para) => !renumbered.has(para) && para.role === 'point')
      const taken =
        unit === 'point'
          ? others.some(({point}) => point === number)
          : others.some((para) => para.point === region.point && markerOf(para) === number)
      if (taken) throw new Refusal(`${nameOf(to[index]!)} is there already`)
    })
    regions.forEach((region, index) => {
      const number = to[index]!.number!
      region.paras.forEach((para, at) => {
        this.journal.touch(para)
        if (at === 0) {
          para.text = unit === 'point' ? para.text.replace(POINT_NUMBER, `${number}. `) : para.text.replace(ITEM_MARKER, `${number} `)
          if (para.state === 'kept') para.state = 'changed'
        }
        if (unit === 'point') para.point = number
      })
      const former = region.point
      if (unit === 'point' && former !== null) this.outcome.touches.push({scope, what: 'point', number, effect: 'renumbered', former})
      else this.outcome.touches.push({scope, what: 'point', number: former, effect: 'amended'})
    })
  }
}

function role(para: Para, region: Region): boolean {
  // The words of a standard are not looked for in its title, unless the title is named.
  return region.last !== null || region.annex !== null || para.role !== 'other' || region.scope.kind !== 'act'
}

function withRole(region: Region, para: Para): Region {
  if (region.last !== null || region.annex) return region
  if (para.role === 'title' || para.role === 'heading') return {...region, paras: [para], last: {unit: 'title', number: null}}
  if (para.role === 'preamble') return {...region, last: {unit: 'preamble', number: null}}
  return region
}

function restates({unit}: Step): boolean {
  return unit === 'point' || unit === 'title' || unit === 'preamble' || unit === 'annex'
}

function isNextPoint(text: string, number: string): boolean {
  const next = POINT_NUMBER.exec(text)?.[1]
  return next !== undefined && Number(next) === Number(number) + 1
}

function leadOf(para: Para): string {
  const number = POINT_NUMBER.exec(para.text)?.[0] ?? ''
  return number || (ITEM_MARKER.exec(para.text)?.[0] ?? '')
}

function isDigit(label: string | null): boolean {
  return label !== null && /^\d/u.test(label)
}

/** «11-1» stands between 11 and 12. */
function order(label: string): number {
  const [whole, inserted] = label.replace(/\)$/u, '').split('-')
  return Number(whole) + Number(inserted ?? 0) / 100
}

/** The row that one of this number follows: 12 before 13, 3 before 3-1, 3-1 before 3-2. */
function previousNumber(number: string): string {
  const [whole = '', inserted] = number.split('-')
  if (inserted === undefined) return String(Number(whole) - 1)
  return Number(inserted) > 1 ? `${whole}-${String(Number(inserted) - 1)}` : whole
}

/** «б)» is the second; letters stand in the order of the alphabet. */
function itemOrder(marker: string): number {
  return /^\d/u.test(marker) ? order(marker) : marker.codePointAt(0)! - 'а'.codePointAt(0)! + 1
}

function isSuccessor(before: string, label: string): boolean {
  const [one, other] = [itemOrder(before), itemOrder(label)]
  if (!/^\d/u.test(before)) return true
  // 18-1 follows 18, 18-2 follows 18-1, 19 follows either.
  const isInserted = Math.floor(other) === Math.floor(one) && Math.round((other - one) * 100) === 1
  return isInserted || (Math.floor(other) === Math.floor(one) + 1 && Number.isInteger(other))
}

function findBelow(document: ActDocument, region: Region, step: Step): Region {
  // Counted in what is named, not in the whole act.
  return findRegion(document, {...region.scope, paras: region.paras} as Scope, [step])
}
