/**
 * The paragraphs of a point.
 *
 *     1) өтініш;⏎осы стандартқа 4-қосымшаға сәйкес үлгі бойынша өтініш.
 *     {marker: '1)', text: 'өтініш'}, {marker: null, text: 'осы стандартқа 4-қосымшаға сәйкес үлгі бойынша өтініш'}
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Point} from '../model/index.ts'

export interface Paragraph {
  /** «1)», «б)», «-»; null for an unmarked paragraph. */
  marker: string | null
  /** Without the marker. */
  text: string
  /** The same with look-alike letters made Cyrillic: as long as `text`, for matching. */
  folded: string
  /** It ends with a colon: what follows belongs to it. */
  opensList: boolean
}

/** «12) », «б) », «– » */
const MARKER = /^(\d{1,2}\)|[а-яёі]\)|[-–—•])\s+/iu
const END_MARKS = /[\s;.,:]+$/u

/** Splits a point's text at its line feeds. */
export function paragraphs(point: Point): Paragraph[] {
  return point.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const marker = MARKER.exec(line)
      const text = marker ? line.slice(marker[0].length) : line
      return {marker: marker?.[1] ?? null, text, folded: foldLookAlikes(text), opensList: /:$/u.test(text)}
    })
}

/** Without the marks that end a paragraph of a list. */
export function bare(text: string): string {
  const trimmed = text.replace(END_MARKS, '').trim()
  // «… (Т.А.Ә.)» and «… т.б.» keep their full stop.
  return /(?:^|[\s(])\p{L}\.\p{L}$/u.test(trimmed) ? `${trimmed}.` : trimmed
}

/** Sentences of a paragraph; a full stop inside a number, an abbreviation or an address ends none. */
export function sentences(text: string): string[] {
  return text.split(/(?<=[\p{Ll}»)\]]{2}\.)\s+(?=[\p{Lu}«])/u)
}
