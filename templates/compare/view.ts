/**
 * A comparison as it is read: points with their changed lines, unchanged ones folded, office tables by office.
 *
 * The same view feeds the page, the table of the site, the Word document and the Markdown text.
 */
import {officeKind, wholeText} from '../../parser/compare/index.ts'
import type {Pair, Part} from '../../parser/compare/index.ts'
import type {ComparedPart, WordChange} from '../../parser/model/index.ts'

/** A stretch of text on one side. */
export interface Run {
  text: string
  mark: 'none' | 'changed' | 'typographic'
}

/** A stretch of both sides read as one text. */
export interface MergedRun {
  text: string
  mark: 'none' | 'deleted' | 'inserted' | 'typographic'
}

export interface CompareRow {
  kind: Exclude<Pair['kind'], 'equal'>
  typographic: boolean
  part: ComparedPart
  /** Number or marker on either side; '' where there is none. */
  oldKey: string
  newKey: string
  /** Null where the part is not there. */
  old: Run[] | null
  new: Run[] | null
  oldId: string | null
  newId: string | null
  /** Number of a paragraph that is not the first of its point. */
  paragraph: string | null
  /** Both sides in one text. */
  merged: MergedRun[]
  splitFrom: string | null
  mergedInto: string | null
}

export interface OfficeRow {
  kind: ReturnType<typeof officeKind>
  typographic: boolean
  name: string
  /** Heading of the group it stands in. */
  region: string | null
  number: string
  office: string | null
  /** Ids of the row and of its cells that differ, on either side. */
  ids: {old: string | null; new: string | null}[]
  /** The cells that differ; for an office that was added or closed all of them. */
  fields: {label: string; key: string; typographic: boolean; old: Run[] | null; new: Run[] | null; merged: MergedRun[]}[]
}

export type CompareBlock =
  | {
      type: 'heading'
      part: 'standard' | 'annex' | 'attachment'
      key: string
      title: string
      kind: Pair['kind']
      oldKey: string
      newKey: string
    }
  /** Points, headings and annexes that say the same on both sides. */
  | {type: 'same'; parts: Part[]}
  | {
      type: 'part'
      part: ComparedPart
      key: string
      oldKey: string
      newKey: string
      id: string
      title: string
      kind: Pair['kind']
      rows: (CompareRow | SameRows)[]
    }
  | {
      type: 'offices'
      key: string
      title: string
      oldId: string
      newId: string
      oldCount: number
      newCount: number
      rows: OfficeRow[]
      others: CompareRow[]
      renumbered: number
      unchanged: number
    }

/** Lines of a point that are the same. */
export interface SameRows {
  type: 'same'
  parts: Part[]
}

export const isSame = (row: CompareRow | OfficeRow | SameRows): row is SameRows => 'type' in row

export interface ViewOptions {
  hideTypographic?: boolean
}

/** What a page shows of two documents laid side by side. */
export function viewOf(root: Pair, {hideTypographic = false}: ViewOptions = {}): CompareBlock[] {
  const blocks: CompareBlock[] = []
  visit(root.children.length > 0 ? root.children : [], blocks, hideTypographic)
  return blocks
}

function visit(pairs: readonly Pair[], blocks: CompareBlock[], hide: boolean): void {
  for (const pair of pairs) {
    const {part} = (pair.now ?? pair.old)!
    if (pair.same || isHidden(pair, hide)) {
      same(blocks, part)
      continue
    }
    switch (part.part) {
      case 'standard':
      case 'attachment':
      case 'annex':
        visitDocument(pair, part, blocks, hide)
        break
      case 'point':
        pushPoint(pair, part, blocks, hide)
        break
      default:
        blocks.push({type: 'part', ...about(pair), part: part.part, id: part.id, title: '', rows: [rowOf(pair)]})
    }
  }
}

/** A heading that stayed says nothing. */
const SILENT: ReadonlySet<ComparedPart> = new Set(['title', 'section', 'column', 'group'])

function same(blocks: CompareBlock[], part: Part): void {
  if (SILENT.has(part.part)) return
  const last = blocks.at(-1)
  if (last?.type === 'same') last.parts.push(part)
  else blocks.push({type: 'same', parts: [part]})
}

/** Whether all that differs is typographic, and that is not to be shown. */
function isHidden(pair: Pair, hide: boolean): boolean {
  if (!hide) return false
  if (pair.same) return true
  return (pair.kind === 'equal' || pair.typographic) && pair.children.every((child) => isHidden(child, hide))
}

function about({old, now, kind}: Pair): {key: string; oldKey: string; newKey: string; kind: Pair['kind']} {
  return {key: (now ?? old)!.part.key, oldKey: old?.part.key ?? '', newKey: now?.part.key ?? '', kind}
}

function visitDocument(pair: Pair, part: Part, blocks: CompareBlock[], hide: boolean): void {
  const kind = part.part as 'standard' | 'annex' | 'attachment'
  const whole = !pair.old || !pair.now
  if (part.part === 'annex' && part.kind === 'offices' && !whole) {
    blocks.push(officesOf(pair, hide))
    return
  }
  blocks.push({type: 'heading', part: kind, title: part.name ?? '', ...about(pair)})
  if (whole) {
    const own = part.children.filter((child) => child.part !== 'standard')
    const parts = own.map((child): CompareRow => rowOf(pair, child))
    blocks.push({type: 'part', ...about(pair), part: kind, id: part.id, title: part.name ?? '', rows: parts})
  } else if (part.part === 'annex') pushAnnex(pair, part, blocks, hide)
  else visit(pair.children, blocks, hide)
}

/** Indicators and blanks: every line, cell and field in one block. */
function pushAnnex(pair: Pair, part: Part, blocks: CompareBlock[], hide: boolean): void {
  const rows = leavesOf(pair.children, hide).map(({leaf, owner}) => printedNumber(rowOf(leaf), owner))
  blocks.push({type: 'part', ...about(pair), part: 'annex', id: part.id, title: part.name ?? '', rows})
}

/** What has changed, with the pair that holds it. */
interface Leaf {
  leaf: Pair
  owner: Pair | null
}

function leavesOf(pairs: readonly Pair[], hide: boolean, owner: Pair | null = null): Leaf[] {
  return pairs.flatMap((pair): Leaf[] => {
    if (pair.same || isHidden(pair, hide)) return []
    // What a field asks for follows its caption; a row of indicators is shown by its cells.
    const own = pair.kind === 'equal' || (pair.kind === 'renumbered' && pair.children.length > 0) ? [] : [{leaf: pair, owner}]
    return [...own, ...leavesOf(pair.children, hide, pair)]
  })
}

/** Cells and what a field asks for are told apart by words of the program: what is printed is the number of their row, or none. */
function printedNumber(row: CompareRow, owner: Pair | null): CompareRow {
  if (row.part === 'attribute') return {...row, oldKey: '', newKey: ''}
  if (row.part !== 'cell') return row
  return {...row, oldKey: row.old ? (owner?.old?.part.key ?? '') : '', newKey: row.new ? (owner?.now?.part.key ?? '') : ''}
}

function pushPoint(pair: Pair, part: Part, blocks: CompareBlock[], hide: boolean): void {
  const whole = !pair.old || !pair.now
  const rows: (CompareRow | SameRows)[] = []
  if (whole) for (const child of part.children) rows.push(rowOf(pair, child))
  // Renumbered or moved, and nothing else: the text is the same.
  else if (pair.children.length === 0) rows.push({type: 'same', parts: part.children})
  else {
    for (const child of pair.children) {
      if (!child.same && !isHidden(child, hide)) {
        rows.push(rowOf(child))
        continue
      }
      const last = rows.at(-1)
      const {part: unchanged} = (child.now ?? child.old)!
      if (last && isSame(last)) last.parts.push(unchanged)
      else rows.push({type: 'same', parts: [unchanged]})
    }
  }
  blocks.push({type: 'part', ...about(pair), part: 'point', id: part.id, title: '', rows})
}

/** The row of a pair, or of a child of a part that is there on one side only. */
function rowOf(pair: Pair, child?: Part): CompareRow {
  const {old, now, kind, words, related} = pair
  const part = child ?? (now ?? old)!.part
  const before = child ? (old ? child : null) : (old?.part ?? null)
  const after = child ? (now ? child : null) : (now?.part ?? null)
  const text = (one: Part) => wholeText(one)
  const runs = (one: Part | null, side: 'old' | 'new'): Run[] | null => {
    if (!one) return null
    if (!child && words.length > 0) return runsOf(words, side)
    const lone = !before || !after
    return [{text: text(one), mark: lone ? 'changed' : 'none'}]
  }
  return {
    kind: kind === 'equal' ? 'changed' : kind,
    typographic: pair.typographic,
    part: part.part,
    oldKey: before?.key ?? '',
    newKey: after?.key ?? '',
    old: runs(before, 'old'),
    new: runs(after, 'new'),
    oldId: before?.id ?? null,
    newId: after?.id ?? null,
    merged: !child && words.length > 0 ? mergedOf(words) : [{text: text(part), mark: !before ? 'inserted' : !after ? 'deleted' : 'none'}],
    paragraph: part.part === 'paragraph' ? (part.name ?? null) : null,
    splitFrom: kind === 'inserted' && !child ? (related?.id ?? null) : null,
    mergedInto: kind === 'deleted' && !child ? (related?.id ?? null) : null,
  }
}

const EDGES = /^(\s*)(.*?)(\s*)$/su

/** One side of word differences; the spaces at the edges of a change are not marked. */
export function runsOf(words: readonly WordChange[], side: 'old' | 'new'): Run[] {
  const runs: Run[] = []
  const push = (text: string, mark: Run['mark']) => {
    if (text === '') return
    const last = runs.at(-1)
    if (last?.mark === mark) last.text += text
    else runs.push({text, mark})
  }
  for (const {op, text, old} of words) {
    if (op === 'equal')
      push(side === 'old' ? (old ?? text) : text, old === undefined || (old + text).trim() === '' ? 'none' : 'typographic')
    else if (op === (side === 'old' ? 'delete' : 'insert')) {
      const [, before = '', middle = '', after = ''] = EDGES.exec(text) ?? []
      push(before, 'none')
      push(middle, 'changed')
      push(after, 'none')
    }
  }
  return runs
}

/** Both sides of word differences as one text. */
export function mergedOf(words: readonly WordChange[]): MergedRun[] {
  const runs: MergedRun[] = []
  const push = (text: string, mark: MergedRun['mark']) => {
    if (text === '') return
    const last = runs.at(-1)
    // What was taken out and what stands in its place are two words.
    if (last?.mark === 'deleted' && mark === 'inserted') runs.push({text: ' ', mark: 'none'})
    if (last?.mark === mark) last.text += text
    else runs.push({text, mark})
  }
  for (const {op, text, old} of words) {
    if (op === 'equal') push(text, old === undefined || (old + text).trim() === '' ? 'none' : 'typographic')
    else {
      const [, before = '', middle = '', after = ''] = EDGES.exec(text) ?? []
      push(before, 'none')
      push(middle, op === 'delete' ? 'deleted' : 'inserted')
      push(after, 'none')
    }
  }
  return runs
}

function officesOf(pair: Pair, hide: boolean): Extract<CompareBlock, {type: 'offices'}> {
  const part = (pair.now ?? pair.old)!.part
  const rows: OfficeRow[] = []
  const others: CompareRow[] = []
  let region: string | null = null
  let [renumbered, unchanged] = [0, 0]
  for (const child of pair.children) {
    const own = (child.now ?? child.old)!.part
    if (own.part === 'group' && child.now) region = own.text
    if (own.part !== 'row') {
      if (!child.same && !isHidden(child, hide)) others.push(rowOf(child))
      continue
    }
    const row = officeRow(child, own, region, hide)
    if (row) rows.push(row)
    else if (child.kind === 'renumbered') renumbered++
    else unchanged++
  }
  const count = (one: Part) => one.children.filter((child) => child.part === 'row').length
  return {
    type: 'offices',
    key: part.key,
    title: part.name ?? '',
    oldId: pair.old!.part.id,
    newId: pair.now!.part.id,
    oldCount: count(pair.old!.part),
    newCount: count(pair.now!.part),
    rows,
    others,
    renumbered,
    unchanged,
  }
}

function officeRow(pair: Pair, part: Part, region: string | null, hide: boolean): OfficeRow | null {
  const kind = officeKind(pair)
  const common = {
    kind,
    typographic: kind === 'typographic',
    name: part.name ?? '',
    region,
    number: part.key,
    office: part.office ?? null,
    ids: [pair, ...pair.children].map(({old, now}) => ({old: old?.part.id ?? null, new: now?.part.id ?? null})),
  }
  const label = (cell: Part) => cell.name ?? ''
  if (!pair.old || !pair.now) {
    const side = pair.old ? 'old' : 'new'
    return {
      ...common,
      fields: part.children.map((cell) => ({
        label: label(cell),
        key: cell.key,
        typographic: false,
        old: side === 'old' ? [{text: cell.text, mark: 'changed'}] : null,
        new: side === 'new' ? [{text: cell.text, mark: 'changed'}] : null,
        merged: [{text: cell.text, mark: side === 'old' ? 'deleted' : 'inserted'}],
      })),
    }
  }
  const cells = pair.children.filter((cell) => !cell.same && cell.kind !== 'equal' && !(hide && cell.typographic))
  if (cells.length === 0 && pair.kind !== 'moved') return null
  return {
    ...common,
    fields: cells.map((cell) => {
      const own = (cell.now ?? cell.old)!.part
      const row = rowOf(cell)
      return {label: label(own), key: own.key, typographic: cell.typographic, old: row.old, new: row.new, merged: row.merged}
    }),
  }
}

/** «±», «+», «−», «2→3», «≈»: the sign of a change, in type. */
export function signOf({kind, typographic, oldKey, newKey}: Pick<CompareRow, 'kind' | 'typographic' | 'oldKey' | 'newKey'>): string {
  if (typographic) return '≈'
  const bare = (key: string) => key.replace(/(?<![).])[).]+$/u, '')
  switch (kind) {
    case 'inserted':
      return '+'
    case 'deleted':
      return '−'
    case 'renumbered':
    case 'moved':
      return bare(oldKey) === bare(newKey) ? '→' : `${bare(oldKey)}→${bare(newKey)}`
    default:
      return '±'
  }
}

/** The sign of an office's row. */
export function officeSign(kind: OfficeRow['kind']): string {
  return {added: '+', closed: '−', moved: '±', changed: '±', typographic: '≈', unchanged: '→'}[kind]
}

/** «1, 2, 5–7»: numbers of parts with ranges, for «… өзгермеген». */
export function ranges(keys: readonly string[]): string {
  const bare = keys.map((key) => key.replace(/(?<![).])[).]+$/u, ''))
  const tail = /(?<![).])[).]+$/u.exec(keys[0] ?? '')?.[0] ?? ''
  const runs: [string, string][] = []
  for (const key of bare) {
    const last = runs.at(-1)
    if (last && /^\d+$/u.test(key) && Number(key) === Number(last[1]) + 1) last[1] = key
    else runs.push([key, key])
  }
  return runs.map(([from, to]) => (from === to ? `${from}${tail}` : `${from}${tail}–${to}${tail}`)).join(', ')
}
