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
const OPTIONS = /(?<options>[\p{L}-]+(?:(?:\s*[,/]\s*|\s+(?:немесе|және)\s+)[\p{L}-]+)+)[\s,]*$/u
const PARTS = /\s*[,/]\s*|\s+(?:немесе|және)\s+/u

export type OptionItem = Extract<Item, {kind: 'gap'}> & {option: string}

/** Makes a field of a choice in the row, in place. */
export function readChoice(row: Row): void {
  row.items = row.items.flatMap((item): Item[] => {
    if (item.kind !== 'text') return [item]
    const value = foldSpace(item.value)
    const folded = plain(value)
    const order = folded.length === value.length ? STRIKE_OUT.exec(folded) : null
    if (!order) return [item]
    const before = value.slice(0, order.index)
    const options = OPTIONS.exec(before)?.groups?.['options']
    if (!options) return [item]
    const words = options.split(PARTS)
    const text = value.slice(order.index, order.index + order[0].length)
    const slot: Slot = {label: foldSpace(`${options} ${text}`), type: 'checkbox', line: row.lines[0], options: words, name: ''}
    const between = [...options.matchAll(new RegExp(PARTS.source, 'gu'))].map((joint) => joint[0])
    const at = before.lastIndexOf(options)
    const gaps = words.flatMap((option, index): Item[] => [
      {kind: 'gap', width: option.length, printed: option, caption: option, slot},
      {kind: 'text', value: index < words.length - 1 ? (between[index] ?? ', ') : ` ${text.trim()} `},
    ])
    return [{kind: 'text', value: before.slice(0, at)}, ...gaps, {kind: 'text', value: value.slice(order.index + order[0].length)}]
  })
}
