/**
 * Which instruction made a change that a comparison shows.
 *
 *       «7-тармақтың 1) тармақшасындағы «он» деген сөз …»      reaches 7-тармақ, 1) тармақша, and nothing else
 */
import type {Pair} from '../compare/index.ts'
import type {Amendment, AmendmentStep, ComparedPart} from '../model/index.ts'
import {nameKey} from './find-words.ts'
import {rowCode} from './tables.ts'

/** Where a change stands: the units around it and its own, with the numbers that they have on either side. */
export interface ChangedPlace {
  /** Titles of the standard on either side; empty in the act itself. */
  standard: readonly string[]
  /** What changed. */
  part: ComparedPart
  /** Keys by the part: `{point: ['7'], item: ['1)']}`. */
  keys: Partial<Record<ComparedPart, readonly string[]>>
}

/** Whether an instruction orders a change at a place: the place itself, or one inside the unit that it names. */
export function reaches({target, operation}: Pick<Amendment, 'target' | 'operation'>, place: ChangedPlace): boolean {
  if ((target.standard === null) !== (place.standard.length === 0) && !isWholeAct(target, operation)) return false
  if (target.standard !== null && !place.standard.some((title) => nameKey(title) === nameKey(target.standard ?? ''))) return false
  const paths = target.paths !== undefined && target.paths.length > 0 ? target.paths : [[]]
  switch (operation?.kind) {
    case 'insert-standards':
      return place.keys.standard !== undefined && place.part === 'standard'
    case 'insert':
    case 'insert-from-annex':
      return paths.some((path) => operation.units.some((unit) => names([...path, unit], place)))
    case 'renumber':
      return paths.some((path, at) => names(path, place) || names([...path.slice(0, -1), ...operation.to.slice(at, at + 1)], place))
    default:
      return paths.some((path) => names(path, place))
  }
}

/** «бүкіл мәтін бойынша» of the act goes through its standards; so does the repeal of an act or of its annex. */
function isWholeAct({standard, paths = []}: Amendment['target'], operation: Amendment['operation']): boolean {
  if (standard !== null) return false
  if (operation?.kind === 'insert-standards') return true
  return paths.length === 0 || paths.some(([first]) => first === undefined || ['text', 'act-annex', 'annex'].includes(first.unit))
}

/** The part of a comparison that a unit is; null for what is inside of one, or has no part of its own. */
const PARTS: Record<AmendmentStep['unit'], ComparedPart | null> = {
  'act-annex': 'standard',
  attachment: 'attachment',
  annex: 'annex',
  section: 'section',
  corner: null,
  title: 'title',
  preamble: 'preamble',
  point: 'point',
  item: 'item',
  part: null,
  paragraph: null,
  sentence: null,
  'table-section': 'group',
  row: 'row',
  column: null,
  text: null,
  end: null,
  start: null,
}

function names(path: readonly AmendmentStep[], place: ChangedPlace): boolean {
  return path.every((step, at) => {
    if (step.unit === 'title') {
      // «2-бөлімнің тақырыбы» is the section itself as a comparison has it.
      const before = path[at - 1]?.unit
      if (before === 'section' || (before === 'table-section' && place.keys.annex === undefined)) return place.part === 'section'
      if (before === 'table-section') return place.part === 'group'
      if (before === 'column') return place.part === 'column'
      // «Жұмыс қағидаттары» деген тақырып: of a section as well.
      if (step.name !== undefined && place.part === 'section') return true
      // The title of a blank is a line of it as well.
      if (path[at - 1]?.unit === 'annex' && place.part === 'line') return true
      return place.part === 'title' && (place.keys.annex === undefined || at > 0)
    }
    const part = PARTS[step.unit]
    if (part === null) return true
    // «Жалпы ережелер» деген бөлім, where no annex is named, is a section of the standard.
    if (step.unit === 'table-section' && place.keys.annex === undefined && place.standard.length > 0)
      return place.keys.section !== undefined
    // «Жиілігі» деген жол: a line of a blank, and the field that it asks for.
    if (step.unit === 'row' && step.name !== undefined) return IN_A_ROW.has(place.part)
    const keys = place.keys[part] ?? (step.unit === 'row' ? indicatorKeys(place, step.number) : undefined)
    if (!keys)
      return step.unit === 'annex' && place.standard.length > 0 && at === 0 && place.keys.annex === undefined
        ? hasOrdinal(step, place)
        : false
    if (step.unit === 'table-section') return step.name === undefined || keys.some((key) => nameKey(key) === nameKey(step.name ?? ''))
    return step.number === null || keys.some((key) => bare(key) === bare(step.number ?? ''))
  })
}

const IN_A_ROW: ReadonlySet<ComparedPart> = new Set(['line', 'field', 'attribute', 'row', 'cell', 'indicator'])

/** A row of indicators: 3.2, or 3 for one that heads others. With its only indicator a heading comes and goes. */
function indicatorKeys({part, keys}: ChangedPlace, number: string | null): readonly string[] | undefined {
  if (part !== 'group') return keys.indicator
  const codes = keys.group?.map((text) => rowCode(text))
  return number?.includes('.') ? codes?.map((code) => (number.startsWith(`${code}.`) ? number : code)) : codes
}

/** «қосымшада» of the act itself: the standard that is this annex. */
function hasOrdinal({number}: AmendmentStep, {keys}: ChangedPlace): boolean {
  return keys.standard !== undefined && (number === null || keys.standard.includes(number))
}

const bare = (key: string): string => key.replace(/[).\s]+$/u, '')

export interface PlacedChange {
  pair: Pair
  place: ChangedPlace
}

/** What opens that which follows it, until the next: headings, and an item of several paragraphs. */
const OPENING: ReadonlySet<ComparedPart> = new Set(['section', 'group', 'item'])

/** Everything that differs in two documents laid side by side, each with the place where it stands. */
export function placedChanges(root: Pair): PlacedChange[] {
  const found: PlacedChange[] = []
  const visit = (pair: Pair, above: Omit<ChangedPlace, 'part'>): void => {
    if (pair.same) return
    const sides = [pair.old?.part, pair.now?.part].filter((part) => part !== undefined)
    const {part} = sides[0]!
    const standard = part === 'standard' ? [...new Set(sides.map(({name = ''}) => name))] : above.standard
    // Paragraphs and cells are called by no number.
    const own = [...new Set(sides.map((side) => (side.part === 'group' ? side.text : side.key)))]
    const keys = {...above.keys, [part]: own}
    if (pair.kind !== 'equal') found.push({pair, place: {standard, part, keys}})
    const open: Partial<Record<ComparedPart, readonly string[]>> = {}
    for (const child of pair.children) {
      const heads = [child.old?.part, child.now?.part].filter((one) => one !== undefined)
      const head = heads[0]!.part
      if (OPENING.has(head)) open[head] = [...new Set(heads.map((one) => (one.part === 'group' ? one.text : one.key)))]
      else if (head === 'annex') delete open.section
      visit(child, {standard, keys: OPENING.has(head) ? keys : {...keys, ...open}})
    }
  }
  visit(root, {standard: root.now?.part.part === 'standard' ? [root.old?.part.name ?? '', root.now.part.name ?? ''] : [], keys: {}})
  return found
}
