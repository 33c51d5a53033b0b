/**
 * Sets running text that has gaps in it: breaks it into lines, shares the room of a line among its gaps, puts captions under them.
 *
 *   Жеңілдікке құқық туралы куәліктің № __________ берілген күні ______
 *                                       (caption)            (caption)
 */
import type {Weight} from './fonts.ts'
import {breakWord, wrapText} from './wrap.ts'

export interface TextPiece {
  kind: 'text'
  text: string
  weight?: Weight
}

/** A place left open in a line. `data` is handed back with the place it got. */
export interface GapPiece<Data> {
  kind: 'gap'
  /** Width wished for in points; 0: what the line has left. */
  width: number
  /** Never narrower than this (a value that is already there). */
  least: number
  /** Whether it may take up room that is left over. */
  grows: boolean
  caption: string
  data: Data
}

export type Piece<Data> = TextPiece | GapPiece<Data>

export interface PlacedText {
  kind: 'text'
  x: number
  text: string
  weight: Weight
}

export interface PlacedGap<Data> {
  kind: 'gap'
  x: number
  width: number
  /** Lines of the caption, each with its place. */
  caption: {x: number; text: string}[]
  data: Data
}

export interface Line<Data> {
  items: (PlacedText | PlacedGap<Data>)[]
  /** From the line's top to the baseline. */
  baseline: number
  height: number
}

export interface FlowStyle {
  width: number
  indent: number
  size: number
  captionSize: number
  /** Height of a line of words, and of one with gaps. */
  textPitch: number
  gapPitch: number
  measure(text: string, size: number, weight: Weight): number
}

/** What is set without a break inside: a word, or a gap with the signs that touch it. */
type Atom<Data> = {
  space: boolean
  parts: ({kind: 'word'; text: string; weight: Weight; width: number} | (GapPiece<Data> & {got: number}))[]
}

/** A gap narrower than this is moved to the next line rather than squeezed. */
const LEAST_GAP = 42
/** A gap for «the rest of the line» takes at least this, or goes on to the next. */
const LEAST_OPEN = 110
/** Share of a wish that must be met for a gap to stay on the line. */
const LEAST_SHARE = 0.4
/** A caption may widen its gap to this share of the line. */
const CAPTION_SHARE = 0.46
const CAPTION_LEADING = 1.22
/** Room between two rules that follow each other. */
const BETWEEN_GAPS = 16

const SPACES = /[ \t]+/u

function atoms<Data>(pieces: readonly Piece<Data>[], style: FlowStyle): Atom<Data>[] {
  const found: Atom<Data>[] = []
  let space = false
  const add = (part: Atom<Data>['parts'][number]): void => {
    const last = found.at(-1)
    // two places next to each other may stand on two lines
    const apart = part.kind === 'gap' && last?.parts.at(-1)?.kind === 'gap'
    if (last && !space && !apart) last.parts.push(part)
    else found.push({space, parts: [part]})
    space = false
  }
  for (const piece of pieces) {
    if (piece.kind === 'gap') {
      const caption = piece.caption === '' ? 0 : style.measure(piece.caption, style.captionSize, 'regular')
      const open = piece.width === 0 && piece.grows ? LEAST_OPEN : 0
      const wish = Math.max(piece.width, open, Math.min(caption, CAPTION_SHARE * style.width), piece.least)
      add({...piece, got: Math.min(wish, style.width)})
      continue
    }
    const weight = piece.weight ?? 'regular'
    for (const [i, word] of piece.text.split(SPACES).entries()) {
      if (i > 0) space = true
      if (word === '') continue
      const measure = (text: string): number => style.measure(text, style.size, weight)
      const parts = measure(word) > style.width ? breakWord(word, style.width, measure) : [word]
      for (const [j, part] of parts.entries()) {
        if (j > 0) space = false
        const entry = {kind: 'word' as const, text: part, weight, width: measure(part)}
        if (j > 0) found.push({space: false, parts: [entry]})
        else add(entry)
      }
    }
  }
  return found
}

const atomWidth = <Data>(atom: Atom<Data>): number =>
  atom.parts.reduce((sum, part) => sum + (part.kind === 'word' ? part.width : part.got), 0)

/** The width a gap can be squeezed to. */
function leastGap<Data>(gap: GapPiece<Data> & {got: number}): number {
  if (!gap.grows) return gap.got
  return Math.max(gap.least, Math.min(gap.got, Math.max(LEAST_GAP, LEAST_SHARE * gap.got)))
}

const leastWidth = <Data>(atom: Atom<Data>): number =>
  atom.parts.reduce((sum, part) => sum + (part.kind === 'word' ? part.width : leastGap(part)), 0)

const isWords = <Data>(atom: Atom<Data>): boolean => atom.parts.every((part) => part.kind === 'word')

/** Room before an atom: a blank, and more between two rules, which would run into each other. */
function spacing<Data>(before: Atom<Data> | undefined, atom: Atom<Data>, blank: number): number {
  if (!before) return 0
  if (before.parts.at(-1)?.kind === 'gap' && atom.parts[0]?.kind === 'gap') return BETWEEN_GAPS
  return atom.space ? blank : 0
}

/** Width of the words from an atom on, up to the next gap or the end. */
function wordsWidth<Data>(list: readonly Atom<Data>[], from: number, blank: number): number {
  let width = 0
  for (let i = from; i < list.length; i++) {
    const atom = list[i]
    if (!atom || !isWords(atom)) break
    width += atomWidth(atom) + (i > from && atom.space ? blank : 0)
  }
  return width
}

/**
 * Breaks pieces into lines.
 *
 * @returns lines with the x of every item, counted from the left edge; nothing reaches beyond `style.width`
 */
export function setLines<Data>(pieces: readonly Piece<Data>[], style: FlowStyle): Line<Data>[] {
  const blank = style.measure(' ', style.size, 'regular')
  const list = atoms(pieces, style)
  const lines: Line<Data>[] = []
  let line: Atom<Data>[] = []
  let used = style.indent
  const close = (): void => {
    if (line.length > 0) lines.push(place(line, lines.length === 0 ? style.indent : 0, style, blank))
    line = []
    used = 0
  }
  for (const [i, atom] of list.entries()) {
    const before = line.at(-1)
    const left = spacing(before, atom, blank)
    const room = style.width - used - left
    const afterGap = before?.parts.at(-1)?.kind === 'gap' && isWords(atom)
    if (before && afterGap) {
      // words after a gap share its line when all of them fit, the gap giving way; else the gap has the line to itself
      const words = wordsWidth(list, i, blank)
      const slack = line.flatMap((one) => one.parts).reduce((sum, part) => sum + (part.kind === 'gap' ? part.got - leastGap(part) : 0), 0)
      const open = before.parts.some((part) => part.kind === 'gap' && part.width === 0 && part.grows)
      if (words > room && words <= room + slack) used -= give(line, words - room)
      else if ((open && words > room) || atomWidth(atom) > room) close()
    } else if (before && leastWidth(atom) > room) close()
    const now = spacing(line.at(-1), atom, blank)
    squeeze(atom, style.width - used - now)
    used += now + atomWidth(atom)
    line.push(atom)
  }
  close()
  return lines
}

/** Takes room from the gaps of a line, the widest share from the widest; returns what was taken. */
function give<Data>(line: readonly Atom<Data>[], wanted: number): number {
  const gaps = line.flatMap((atom) => atom.parts).filter((part) => part.kind === 'gap')
  const slack = gaps.reduce((sum, gap) => sum + gap.got - leastGap(gap), 0)
  if (slack <= 0) return 0
  const taken = Math.min(wanted, slack)
  const shares = gaps.map((gap) => ((gap.got - leastGap(gap)) * taken) / slack)
  gaps.forEach((gap, i) => (gap.got -= shares[i] ?? 0))
  return taken
}

/** Takes from an atom's gaps what does not fit. */
function squeeze<Data>(atom: Atom<Data>, room: number): void {
  let over = atomWidth(atom) - room
  for (const part of atom.parts) {
    if (over <= 0 || part.kind === 'word') continue
    const less = Math.max(Math.min(part.got, LEAST_GAP), part.got - over)
    over -= part.got - less
    part.got = less
  }
}

function place<Data>(line: readonly Atom<Data>[], indent: number, style: FlowStyle, blank: number): Line<Data> {
  const used = line.reduce((sum, atom, i) => sum + atomWidth(atom) + spacing(line[i - 1], atom, blank), indent)
  const gaps = line.flatMap((atom) => atom.parts).filter((part) => part.kind === 'gap')
  // room left over goes to the gaps that ask for the rest of the line, or else to the last one if it may grow
  const open = gaps.filter((gap) => gap.width === 0 && gap.grows)
  const last = gaps.at(-1)
  const takers = open.length > 0 ? open : last?.grows ? [last] : []
  for (const gap of takers) gap.got += Math.max(0, style.width - used) / takers.length
  const items: Line<Data>['items'] = []
  let x = indent
  let captionLines = 0
  for (const [i, atom] of line.entries()) {
    x += spacing(line[i - 1], atom, blank)
    for (const part of atom.parts) {
      if (part.kind === 'word') {
        const before = items.at(-1)
        // words that follow each other are one text: smaller files, and copying keeps the spaces
        if (before?.kind === 'text' && before.weight === part.weight) {
          before.text += (atom.space && part === atom.parts[0] ? ' ' : '') + part.text
        } else items.push({kind: 'text', x, text: part.text, weight: part.weight})
        x += part.width
        continue
      }
      const measure = (text: string): number => style.measure(text, style.captionSize, 'regular')
      const caption = part.caption === '' ? [] : wrapText(part.caption, part.got, measure)
      captionLines = Math.max(captionLines, caption.length)
      const left = x
      items.push({
        kind: 'gap',
        x,
        width: part.got,
        caption: caption.map((text) => ({x: left + Math.max(0, part.got - measure(text)) / 2, text})),
        data: part.data,
      })
      x += part.got
    }
  }
  const pitch = gaps.length > 0 ? style.gapPitch : style.textPitch
  return {
    items,
    baseline: pitch - 0.33 * style.size,
    height: pitch + captionLines * style.captionSize * CAPTION_LEADING + (captionLines > 0 ? 1.5 : 0),
  }
}
