/**
 * Print runs: filled sheets of many people in one document. What was typed becomes part of the page: fields of the same name would
 * share one value, and a printer needs none.
 */
import {isElement, type Element, type FieldMark, type Mark, type Sheet, type TextMark} from '../pdf/display.ts'
import {LINE_HEIGHT} from '../pdf/fields.ts'
import {textWidth, type PreparedFonts} from '../pdf/fonts.ts'
import {wrapText} from '../pdf/wrap.ts'

/** The mark in a box that is ticked. */
const TICK = '×'

/** The sheets with their values as words of the page, at the places a viewer would show them. */
export function printedSheets(sheets: readonly Sheet[], fonts: PreparedFonts): Sheet[] {
  const print = (element: Element): Element => ({
    ...element,
    kids: element.kids.flatMap((kid): (Element | Mark)[] => {
      if (isElement(kid)) return [print(kid)]
      return kid.kind === 'field' ? words(kid, fonts) : [kid]
    }),
  })
  return sheets.map((sheet) => ({...sheet, elements: sheet.elements.map(print)}))
}

function words(mark: FieldMark, fonts: PreparedFonts): TextMark[] {
  const {ascender, descender, unitsPerEm} = fonts.regular
  const width = (text: string, size: number): number => textWidth(fonts.regular, text, size)
  const base = {kind: 'text', size: mark.size, weight: 'regular'} as const
  if (mark.type === 'checkbox') {
    if (mark.value !== true) return []
    const size = mark.height * 1.3
    return [{...base, size, text: TICK, x: mark.x + (mark.width - width(TICK, size)) / 2, y: mark.y + mark.height * 0.86}]
  }
  if (typeof mark.value !== 'string' || mark.value === '') return []
  const value = mark.value.normalize('NFC')
  const em = mark.size / unitsPerEm
  const single = mark.y + mark.height / 2 + ((ascender + descender) * em) / 2
  if (mark.type === 'comb') {
    const cell = mark.width / (mark.cells ?? 1)
    return [...value].map((text, i) => ({...base, text, x: mark.x + i * cell + (cell - width(text, mark.size)) / 2, y: single}))
  }
  const several = mark.type === 'multiline'
  const lines = several ? wrapText(value, mark.width, (text) => width(text, mark.size)) : [value]
  // the same arithmetic as that of a field's appearance, counted from above
  const first = several ? mark.y + ascender * em : single
  return lines.flatMap((text, i): TextMark[] =>
    text === ''
      ? []
      : [
          {
            ...base,
            text,
            x: mark.x + (mark.centred ? Math.max(0, (mark.width - width(text, mark.size)) / 2) : 0),
            y: first + i * LINE_HEIGHT * mark.size,
          },
        ],
  )
}
