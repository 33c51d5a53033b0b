/**
 * Cuts an act into its large parts: its own text, approved documents, standards, and their annexes.
 *
 * The tree's flat blocks are taken over into parts in order; no block is dropped.
 */
import type {Block, Line, Root} from '../tree.ts'
import {readCaptionEndingAt} from './caption.ts'
import {readStamp} from './stamp.ts'
import {readTitleEndingAt} from './standard-title.ts'

export interface AnnexPart {
  caption: Line[]
  /** As printed; null where the caption has none. */
  number: number | null
  body: Block[]
}

export interface StandardPart {
  kind: 'standard'
  stamp: Line[]
  /** Number of the resolution's annex that holds the standard, where the stamp says it. */
  annexNumber: number | null
  title: string
  titleLines: Line[]
  body: Block[]
  annexes: AnnexPart[]
}

/** A document that the resolution approves or annexes and that is not a standard. */
export interface AttachmentPart {
  kind: 'attachment'
  stamp: Line[]
  annexNumber: number | null
  body: Block[]
}

export interface Outline {
  act: Block[]
  parts: (StandardPart | AttachmentPart)[]
}

/** Finds the parts of the act. */
export function readOutline(root: Root): Outline {
  const blocks = [...root.children]
  const outline: Outline = {act: [], parts: []}
  let part = null as StandardPart | AttachmentPart | null
  let annex = null as AnnexPart | null
  let from = 0
  const target = (): Block[] => annex?.body ?? part?.body ?? outline.act
  const flush = (to: number) => {
    target().push(...blocks.slice(from, to))
    from = to
  }
  let floor = 0
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!
    if (block.type !== 'line') {
      floor = index + 1
      continue
    }
    const stamp = index >= from ? readStamp(blocks, index) : null
    if (stamp) {
      flush(stamp.from)
      part = {kind: 'attachment', stamp: blocks.slice(stamp.from, stamp.to) as Line[], annexNumber: stamp.annex, body: []}
      annex = null
      outline.parts.push(part)
      from = stamp.to
      floor = stamp.to
      index = stamp.to - 1
      continue
    }
    const title = readTitleEndingAt(blocks, index, Math.max(from, floor))
    if (title) {
      const isOwnStamp = part?.kind === 'attachment' && part.body.length === 0 && title.from === from
      flush(title.from)
      const titleLines = blocks.slice(title.from, title.to) as Line[]
      const stamped: AttachmentPart | null = isOwnStamp ? (outline.parts.pop() as AttachmentPart) : null
      if (title.headingAt !== null) {
        const [head, heading] = splitLine(titleLines.at(-1)!, title.headingAt)
        titleLines[titleLines.length - 1] = head
        blocks.splice(title.to, 0, heading)
      }
      part = {
        kind: 'standard',
        stamp: stamped?.stamp ?? [],
        annexNumber: stamped?.annexNumber ?? null,
        title: title.title,
        titleLines,
        body: [],
        annexes: [],
      }
      annex = null
      outline.parts.push(part)
      from = title.to
      floor = title.to
      continue
    }
    if (part?.kind !== 'standard') continue
    const caption = readCaptionEndingAt(blocks, index, from)
    if (caption) {
      flush(caption.from)
      annex = {caption: blocks.slice(caption.from, caption.to) as Line[], number: caption.number, body: []}
      part.annexes.push(annex)
      from = caption.to
      floor = caption.to
    }
  }
  flush(blocks.length)
  return outline
}

/** Parts a line in two at an offset of its value; positions are exact where the value still is the raw text. */
export function splitLine(line: Line, at: number): [Line, Line] {
  const shift = line.raw === line.value ? at : Math.max(0, line.raw.indexOf(line.value.slice(at).trimStart().slice(0, 8)))
  const middle = line.start + shift
  return [
    {...line, value: line.value.slice(0, at).trimEnd(), raw: line.raw.slice(0, shift), end: middle},
    {...line, value: line.value.slice(at).trimStart(), raw: line.raw.slice(shift), start: middle, gap: 0},
  ]
}
