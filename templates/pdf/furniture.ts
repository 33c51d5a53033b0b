/** What stands on the sheets besides their content: the status banner, the annex heading, the footers. */
import type {Element, TextMark} from './display.ts'
import {textWidth, type PreparedFonts} from './fonts.ts'
import {mm, PAGE_HEIGHT} from './page.ts'
import type {Pager} from './pager.ts'
import {GREY, LINE, RED, STYLE} from './style.ts'
import {wrapText} from './wrap.ts'

const HEAD_SHARE = 0.46
const BANNER_PADDING = 7
/** From the end of the room for content to the line over the footer. */
const FOOTER_DROP = 12

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

/** What leads from the paper to the web: a QR code, and the same address in words. */
export interface FooterCode {
  rows: readonly (readonly boolean[])[]
  address: string
}

/** Side of the QR code: squares of 0.45 mm can be read off an office printer's page. */
const CODE_SIDE = mm(13)
const CODE_GAP = 8
/** Printers do not reach further out. */
const UNPRINTABLE = mm(5)

/**
 * The foot of every page: act, annex, whether in force; number of the form and of the page, and the code that leads to its page. The
 * address stands there in words too: what is not read out needs no text in place of the picture.
 */
export function setFooters(
  pager: Pager,
  fonts: PreparedFonts,
  left: string,
  right: (page: number, pages: number) => string,
  code?: FooterCode,
): void {
  const size = STYLE.footerSize
  const measure = (text: string): number => textWidth(fonts.regular, text, size)
  const end = pager.left + pager.width - (code ? CODE_SIDE + CODE_GAP : 0)
  for (const [i, sheet] of pager.sheets.entries()) {
    const corner = [right(i + 1, pager.sheets.length), ...(code ? [code.address] : [])]
    const cornerWidth = Math.max(...corner.map(measure))
    const lines = wrapText(left, end - pager.left - cornerWidth - 16, measure)
    const top = PAGE_HEIGHT - pager.margins.bottom + FOOTER_DROP
    const text = (words: string, x: number, line: number): TextMark => ({
      kind: 'text',
      x,
      y: top + 10 + line * size * 1.3,
      text: words,
      size,
      weight: 'regular',
      color: GREY,
    })
    sheet.furniture.push(
      {kind: 'rule', x1: pager.left, y1: top, x2: end, y2: top, width: STYLE.hairline, color: LINE},
      ...lines.map((words, line) => text(words, pager.left, line)),
      ...corner.map((words, line) => text(words, end - measure(words), line)),
    )
    if (code) {
      const module = CODE_SIDE / code.rows.length
      const y = Math.min(top, PAGE_HEIGHT - UNPRINTABLE - CODE_SIDE)
      sheet.furniture.push({kind: 'matrix', x: end + CODE_GAP, y, module, rows: code.rows})
    }
  }
}
