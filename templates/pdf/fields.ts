/** Form fields: their dictionaries and what they look like, filled or empty. */
import type {FieldMark} from './display.ts'
import type {FontBook} from './fonts.ts'
import {literalString, number} from './operators.ts'
import type {Check} from './validation.ts'
import {wrapText} from './wrap.ts'

/**
 * Resource key of the field font. PDFium (Chrome, Edge) takes an embedded form font for "ANSI" and, for Cyrillic, goes over to a system
 * font limited to code page 1251: Ә Ғ Қ Ң Ө Ұ Ү Һ vanish while typing. A font under this name it keeps for every character it has.
 */
export const FIELD_FONT_KEY = 'Wingdings2'

/** Line height of a field of several lines, in ems: ascent and descent of the font, which is what viewers use. */
export const LINE_HEIGHT = 1.362

const FLAG_READ_ONLY = 1
const FLAG_MULTILINE = 1 << 12
/** One character to a cell; `MaxLen` says how many cells. */
const FLAG_COMB = 1 << 24
/** Text stops at the field's edge instead of running on unseen: what is typed is what is printed. */
const FLAG_NO_SCROLL = 1 << 23

/** The state of a ticked box. Boxes of one name and different states are ticked one at a time. */
export const onState = (mark: FieldMark): string => mark.option?.state ?? 'Yes'

/** The field's own entries (not the widget's): type, name, caption, value, flags; `action` gives the object of a check. */
export function fieldEntries(mark: FieldMark, action: (check: Check) => unknown): Record<string, unknown> {
  const entries: Record<string, unknown> = {
    T: new String(mark.name),
    TU: new String(mark.option?.question ?? mark.label),
  }
  if (mark.type === 'checkbox') {
    const state = mark.value === true ? onState(mark) : 'Off'
    return {FT: 'Btn', ...entries, V: state, DV: 'Off'}
  }
  entries['FT'] = 'Tx'
  const cells = mark.type === 'comb' ? (mark.cells ?? 0) : 0
  entries['Ff'] =
    FLAG_NO_SCROLL | (mark.type === 'multiline' ? FLAG_MULTILINE : 0) | (cells > 0 ? FLAG_COMB : 0) | (mark.readOnly ? FLAG_READ_ONLY : 0)
  if (cells > 0) entries['MaxLen'] = cells
  entries['DA'] = new String(`/${FIELD_FONT_KEY} ${number(mark.size)} Tf 0 g`)
  if (mark.centred) entries['Q'] = 1
  if (typeof mark.value === 'string' && mark.value !== '') entries['V'] = new String(mark.value.normalize('NFC'))
  const check = mark.check ?? (mark.type === 'date' ? 'date' : undefined)
  if (check) entries['AA'] = {V: action(check)}
  else if (mark.script !== undefined) entries['AA'] = {V: {S: 'JavaScript', JS: new String(mark.script)}}
  return entries
}

/**
 * The appearance stream of a text field. Empty fields get one too: without it some viewers draw nothing after typing. PDFium sets the
 * text of a field without a border at its very edge, and so does this.
 *
 * @returns content, and keys of the fonts it uses
 */
export function appearance(mark: FieldMark, fonts: FontBook, key: (font: string) => string): {content: string; fonts: string[]} {
  const value = typeof mark.value === 'string' ? mark.value.normalize('NFC') : ''
  if (value === '') return {content: '/Tx BMC EMC', fonts: []}
  const face = fonts.face('regular')
  const em = mark.size / face.unitsPerEm
  const used = new Set<string>()
  const lines = mark.type === 'multiline' ? wrapText(value, mark.width, (text) => fonts.width(text, mark.size)) : [value]
  const pitch = LINE_HEIGHT * mark.size
  const first = mark.type === 'multiline' ? mark.height - face.ascender * em : mark.height / 2 - ((face.ascender + face.descender) * em) / 2
  if (mark.type === 'comb') lines.splice(0, 1, ...value)
  const cell = mark.width / (mark.cells ?? 1)
  const shown = lines.map((line, i) => {
    const runs = fonts.encode(line)
    for (const run of runs) used.add(run.font)
    const width = (): number => fonts.width(line, mark.size)
    const x = mark.type === 'comb' ? i * cell + (cell - width()) / 2 : mark.centred ? Math.max(0, (mark.width - width()) / 2) : 0
    const y = mark.type === 'comb' ? first : first - i * pitch
    const text = runs.map((run) => `/${key(run.font)} ${number(mark.size)} Tf ${literalString(run.bytes)} Tj`).join(' ')
    return `1 0 0 1 ${number(x)} ${number(y)} Tm ${text}`
  })
  const clip = `0 0 ${number(mark.width)} ${number(mark.height)} re W n`
  return {content: `/Tx BMC q ${clip} BT 0 g ${shown.join(' ')} ET Q EMC`, fonts: [...used]}
}

/** A tick, drawn: no font has to be relied on. */
export function checkboxAppearance(width: number, height: number): string {
  const at = (x: number, y: number): string => `${number(x * width)} ${number(y * height)}`
  return `q 1.4 w 1 J 1 j ${at(0.2, 0.5)} m ${at(0.42, 0.25)} l ${at(0.82, 0.78)} l S Q`
}
