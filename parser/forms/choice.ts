/**
 * A choice: one of several printed words is kept, the others struck out.
 *
 *       "байланысты жеңілдік куәлігін беруіңізді, ауыстыруыңызды (керегі сызылсын)"
 *
 * is the field «беруіңізді, ауыстыруыңызды (керегі сызылсын)» with the options «беруіңізді» and «ауыстыруыңызды».
 */
import {foldSpace} from '../tree.ts'
import {plain, STRIKE_OUT} from './kazakh-terms.ts'
import type {Item, Row, Slot} from './rows.ts'

/** «беруіңізді, ауыстыруыңызды», «беру/ауыстыру», «жеке немесе заңды» before the bracket. */
const OPTIONS = /(?<options>(?<![\p{L}-])[\p{L}-]+(?:(?:\s*[,/]\s*|\s+(?:немесе|және)\s+)[\p{L}-]+){1,20})[\s,]*$/u
const PARTS = /\s*[,/]\s*|\s+(?:немесе|және)\s+/u

/** «Жеке тұлға/заңды тұлға»: options of several words, where they are the whole line. */
const MOST_WORDS_OF_OPTIONS = 8
/** «□ қолма-қол □ аударым»: boxes to tick. */
const BOX = '[□▢☐]'
const TICKED = new RegExp(`${BOX}\\s*(?<option>[^□▢☐]+)`, 'gu')
const BOXES = new RegExp(`^(?<heading>[^□▢☐]*)(?<boxes>(?:${BOX}\\s*[^□▢☐]+)+)$`, 'u')

/** Makes a field of a choice in the row, in place. */
export function readChoice(row: Row): void {
  row.items = row.items.flatMap((item): Item[] =>
    item.kind === 'text' ? (struckOut(item.value, row) ?? ticked(item.value, row) ?? [item]) : [item],
  )
}

function struckOut(printed: string, row: Row): Item[] | null {
  const value = foldSpace(printed)
  const folded = plain(value)
  const order = folded.length === value.length ? STRIKE_OUT.exec(folded) : null
  if (!order) return null
  const before = value.slice(0, order.index)
  const options = optionsIn(before)
  if (!options) return null
  const text = value.slice(order.index, order.index + order[0].length).trim()
  const at = before.lastIndexOf(options)
  const joints = [...options.matchAll(new RegExp(PARTS.source, 'gu'))].map((joint) => joint[0])
  const words = options.split(PARTS)
  const slot: Slot = {label: foldSpace(`${options} ${text}`), type: 'checkbox', line: row.lines[0], options: words, name: ''}
  return [
    ...textItem(before.slice(0, at)),
    ...words.flatMap((option, index): Item[] => [optionGap(option, slot), {kind: 'text', value: joints[index] ?? ` ${text} `}]),
    ...textItem(value.slice(order.index + order[0].length)),
  ]
}

function optionsIn(before: string): string | null {
  const whole = before.trim().replace(/[,:]$/u, '')
  if (whole.includes('/') && whole.split(' ').length <= MOST_WORDS_OF_OPTIONS && !whole.includes(':')) return whole
  return OPTIONS.exec(before)?.groups?.['options'] ?? null
}

function ticked(printed: string, row: Row): Item[] | null {
  const found = BOXES.exec(foldSpace(printed))?.groups
  if (!found) return null
  const options = [...found['boxes']!.matchAll(TICKED)].map((match) => match.groups!['option']!.replace(/[\s,;.]+$/u, ''))
  const heading = found['heading']!.trim().replace(/:$/u, '')
  const slot: Slot = {label: heading === '' ? options.join(', ') : heading, type: 'checkbox', line: row.lines[0], options, name: ''}
  return [...textItem(found['heading']!), ...options.flatMap((option): Item[] => [optionGap(option, slot), {kind: 'text', value: ' '}])]
}

function optionGap(option: string, slot: Slot): Item {
  return {kind: 'gap', width: option.length, printed: option, caption: option, slot}
}

function textItem(value: string): Item[] {
  return value === '' ? [] : [{kind: 'text', value}]
}
