/** What stands on the sheets besides their content: the status banner, the annex heading, the footers. */
import type {Element} from './display.ts'
import {textWidth, type PreparedFonts} from './fonts.ts'
import {PAGE_HEIGHT} from './page.ts'
import type {Pager} from './pager.ts'
import {GREY, LINE, RED, STYLE} from './style.ts'
import {wrapText} from './wrap.ts'

const HEAD_SHARE = 0.46
const BANNER_PADDING = 7

/** Which annex of which standard this is, at the upper right, as in the official texts. */
export function setHead(pager: Pager, fonts: PreparedFonts, text: string): void {
  const size = STYLE.headSize
  const width = pager.width * HEAD_SHARE
  const lines = wrapText(text, width, (line) => textWidth(fonts.regular, line, size))
  const pitch = size * 1.3
  pager.add({
    tag: 'P',
    kids: lines.map((line, i) => ({
      kind: 'text',
      x: pager.left + pager.width - textWidth(fonts.regular, line, size),
      y: pager.y + size + i * pitch,
      text: line,
      size,
      weight: 'regular',
    })),
  })
  pager.y += lines.length * pitch + 10
}

/** Says before all else that the act is no longer in force. */
export function setBanner(pager: Pager, fonts: PreparedFonts, word: string, sentence: string): void {
  const size = 9
  const wordSize = 11.5
  const wordWidth = textWidth(fonts.bold, word, wordSize)
  const textX = pager.left + 4 + BANNER_PADDING + wordWidth + 14
  const width = pager.left + pager.width - BANNER_PADDING - textX
  const lines = wrapText(sentence, width, (text) => textWidth(fonts.regular, text, size))
  const pitch = size * 1.36
  const height = Math.max(lines.length * pitch, wordSize * 1.3) + 2 * BANNER_PADDING - 2
  const element: Element = {
    tag: 'P',
    kids: [
      {kind: 'frame', x: pager.left, y: pager.y, width: pager.width, height, line: STYLE.hairline + 0.2, color: RED},
      {kind: 'frame', x: pager.left, y: pager.y, width: 4, height, fill: RED},
      {
        kind: 'text',
        x: pager.left + 4 + BANNER_PADDING,
        y: pager.y + BANNER_PADDING + wordSize * 0.86,
        text: `${word} `,
        size: wordSize,
        weight: 'bold',
        color: RED,
      },
      ...lines.map((text, i) => ({
        kind: 'text' as const,
        x: textX,
        y: pager.y + BANNER_PADDING + wordSize * 0.86 + i * pitch,
        text: `${text} `,
        size,
        weight: 'regular' as const,
      })),
    ],
  }
  pager.add(element)
  pager.y += height + 12
}

/** The foot of every page: act, annex, whether in force; number of the form and of the page. */
export function setFooters(pager: Pager, fonts: PreparedFonts, left: string, right: (page: number, pages: number) => string): void {
  const size = STYLE.footerSize
  for (const [i, sheet] of pager.sheets.entries()) {
    const number = right(i + 1, pager.sheets.length)
    const numberWidth = textWidth(fonts.regular, number, size)
    const lines = wrapText(left, pager.width - numberWidth - 16, (text) => textWidth(fonts.regular, text, size))
    const top = PAGE_HEIGHT - STYLE.margins.bottom + 14
    sheet.furniture.push(
      {kind: 'rule', x1: pager.left, y1: top, x2: pager.left + pager.width, y2: top, width: STYLE.hairline, color: LINE},
      ...lines.map((text, l) => ({
        kind: 'text' as const,
        x: pager.left,
        y: top + 10 + l * size * 1.3,
        text,
        size,
        weight: 'regular' as const,
        color: GREY,
      })),
      {kind: 'text', x: pager.left + pager.width - numberWidth, y: top + 10, text: number, size, weight: 'regular', color: GREY},
    )
  }
}
