/**
 * Quotations of amending instructions, one inside the other, in any marks.
 *
 *       «2) «Облыстың … есепке алу»» деген сөздер "стандарты;" деген сөзбен ауыстырылсын;
 *       ⟦0⟧ деген сөздер ⟦1⟧ деген сөзбен ауыстырылсын;
 *
 * What stands in the outermost marks is set apart, so that formulas inside a quotation are not taken for instructions.
 */
import {foldLookAlikes} from '../language/alphabet.ts'

/** A quotation in a skeleton: its index between two characters that no text has. */
export const PLACEHOLDER = /\ue000(\d+)\ue001/gu
export const Q = '\ue000\\d+\ue001'

export interface Masked {
  /** The text with quotations replaced, look-alikes folded, white space single, hyphens «-» and dashes «–». */
  skeleton: string
  /** The quotations without their outer marks, as printed. */
  quotes: string[]
  /** True where the last quotation is not closed. */
  open: boolean
}

const OPENS = '«„‹'
const CLOSES = '»”›'
const EITHER = '"“‟″'
/** A mark that goes both ways opens behind one of these: «("», «: "», «"" Азамат». */
const BEFORE_OPENING = /[\s(«„“"\u00a0[–—-]$/u
/** What stands between two quotations, never inside of one: «… деген сөздер …», «…; 2) …» */
const PARTED = /деген|атты|[;:\n]|сын(?!\p{L})/u
const AFTER_CLOSING = /^(?:[\s;:.,)»”"“!?\]\u00a0-]|$)/u

/** Sets the quotations of a text apart. */
export function maskQuotes(text: string): Masked {
  let skeleton = ''
  const quotes: string[] = []
  let depth = 0
  let start = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    const step = quoteStep(text, at, depth)
    if (step === -1 && depth === 0) {
      // «… кезегі» мемлекеттік қызмет стандартын бекіту туралы»: one mark opens two quotations, and two close them.
      const before = skeleton.lastIndexOf('\ue000')
      if (before !== -1 && !PARTED.test(skeleton.slice(before))) {
        skeleton = `${skeleton.slice(0, before)}\ue000${String(quotes.length - 1)}\ue001`
        quotes[quotes.length - 1] = text.slice(from, at)
      }
      continue
    }
    if (step === 0) {
      if (depth === 0) skeleton += character
      continue
    }
    if (step === 1) {
      if (depth === 0) {
        start = at + 1
        from = start
      }
      depth++
      continue
    }
    if (depth === 0) continue
    depth--
    if (depth > 0) continue
    skeleton += `\ue000${String(quotes.length)}\ue001`
    quotes.push(text.slice(start, at))
  }
  if (depth > 0) {
    skeleton += `\ue000${String(quotes.length)}\ue001`
    quotes.push(text.slice(start))
  }
  return {skeleton: normalise(skeleton), quotes, open: depth > 0}
}

/** How many quotations are still open behind a text that begins inside `depth` of them. */
export function openQuotes(text: string, depth = 0): number {
  let open = depth
  for (let at = 0; at < text.length; at++) open = Math.max(0, open + quoteStep(text, at, open))
  return open
}

function quoteStep(text: string, at: number, depth: number): -1 | 0 | 1 {
  const character = text[at]!
  if (OPENS.includes(character)) return 1
  if (CLOSES.includes(character)) return -1
  if (!EITHER.includes(character)) return 0
  if (depth === 0) return 1
  const before = text.slice(0, at)
  const behind = text.slice(at + 1)
  if (before === '' || (BEFORE_OPENING.test(before) && !AFTER_CLOSING.test(behind))) return 1
  return -1
}

/** One spelling for what patterns are made for: «енгiзiлсiн», «3‑тармақ», «3 — 5». */
function normalise(text: string): string {
  return foldLookAlikes(text)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[‐‑−]/gu, '-')
    .replace(/[‒–—―]/gu, '–')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
}

/** The skeleton with its quotations put back in «» marks: how a place is spoken of. */
export function unmask(skeleton: string, quotes: readonly string[]): string {
  return skeleton.replace(PLACEHOLDER, (_, index: string) => `«${quotes[Number(index)] ?? ''}»`)
}
