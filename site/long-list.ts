/**
 * A file that holds one long JSON list of objects with ids, too long to be read as one text: the members are parted from one
 * another byte by byte, and their heavy properties are read again when they are asked for.
 */
import {closeSync, openSync, readSync} from 'node:fs'

export interface LongList<Type> {
  /** Ids, in the order of the file. */
  ids: readonly string[]
  /** A member without its heavy properties. */
  light(id: string): Type | undefined
  /**
   * Reads a member again.
   *
   * @throws Error where there is none
   */
  whole(id: string): {content: Type; bytes: number}
}

const PIECE_BYTES = 1024 * 1024
const [QUOTE, BACKSLASH, LIST] = [0x22, 0x5c, 0x5b]
/** The mark of UTF-8, and what may stand before a list. */
const MARK_OR_BLANK: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf, 0x20, 0x09, 0x0a, 0x0d])
const OPENING: ReadonlySet<number> = new Set([0x7b, 0x5b])
const CLOSING: ReadonlySet<number> = new Set([0x7d, 0x5d])
/** Depth of the members: in the list. */
const INSIDE = 1

/**
 * Goes through the file once.
 *
 * @param heavy properties that do not stay in memory
 * @throws Error where the file is no list of objects with ids of their own, or ends early
 */
export function openLongList<Type extends {id: string}>(path: string, heavy: ReadonlySet<string>): LongList<Type> {
  const known = new Map<string, {light: Type; from: number; length: number}>()
  for (const {from, bytes} of membersOf(path)) {
    const member = JSON.parse(bytes.toString('utf8')) as Type
    if (typeof member.id !== 'string' || known.has(member.id)) throw new Error(`${path} has a member without an id of its own`)
    const light = Object.fromEntries(Object.entries(member).filter(([property]) => !heavy.has(property))) as Type
    known.set(member.id, {light, from, length: bytes.length})
  }
  const whole = (id: string) => {
    const place = known.get(id)
    if (!place) throw new Error(`${path} has no ${id}`)
    const bytes = Buffer.allocUnsafe(place.length)
    const handle = openSync(path, 'r')
    try {
      for (let at = 0; at < place.length;) {
        const read = readSync(handle, bytes, at, place.length - at, place.from + at)
        if (read === 0) throw new Error(`${path} ends early`)
        at += read
      }
    } finally {
      closeSync(handle)
    }
    return {content: JSON.parse(bytes.toString('utf8')) as Type, bytes: place.length}
  }
  return {ids: [...known.keys()], light: (id) => known.get(id)?.light, whole}
}

/** The members as they stand in the file, with their places in bytes; each is to be used before the next is asked for. */
function* membersOf(path: string): Generator<{from: number; bytes: Buffer}> {
  const handle = openSync(path, 'r')
  try {
    const piece = Buffer.allocUnsafe(PIECE_BYTES)
    let before = 0
    let depth = 0
    let inText = false
    let escaped = false
    let begun: {from: number; parts: Buffer[]} | null = null
    let isList = false
    for (;;) {
      const length = readSync(handle, piece)
      if (length === 0) break
      let start = 0
      for (let at = 0; at < length; at++) {
        const byte = piece[at] ?? 0
        if (inText) {
          if (escaped) escaped = false
          else if (byte === BACKSLASH) escaped = true
          else if (byte === QUOTE) inText = false
        } else if (!isList) {
          if (MARK_OR_BLANK.has(byte)) continue
          if (byte !== LIST) throw new Error(`${path} is no list`)
          isList = true
          depth++
        } else if (byte === QUOTE) inText = true
        else if (OPENING.has(byte)) {
          if (depth++ === INSIDE) [begun, start] = [{from: before + at, parts: []}, at]
        } else if (CLOSING.has(byte) && --depth === INSIDE && begun) {
          yield {from: begun.from, bytes: Buffer.concat([...begun.parts, piece.subarray(start, at + 1)])}
          begun = null
        }
      }
      begun?.parts.push(Buffer.from(piece.subarray(start, length)))
      before += length
    }
    if (!isList || depth !== 0) throw new Error(`${path} ends early`)
  } finally {
    closeSync(handle)
  }
}
