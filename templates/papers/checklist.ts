/**
 * The documents to bring, with boxes to tick, by channel and case.
 *
 *     УӘКІЛЕТТІ ОРГАН
 *     ☐ жеке куәлік (11-тармақ)
 */
import {documentRemarks} from '../../parser/facts/documents.ts'
import type {Facts, Point} from '../../parser/model/index.ts'
import type {Element} from '../pdf/display.ts'
import {GREY, STYLE} from '../pdf/style.ts'
import {wrapText} from '../pdf/wrap.ts'
import {setText, type Area} from './lines.ts'

type Document = Facts['documents'][number]

/** Documents that are asked for together. */
export interface Group {
  /** «competent-authority, service-centre»; null where the act does not say. */
  channel: string | null
  case: string | null
  items: {text: string; point: string | null}[]
  /** Sentences between the documents. */
  notes: string[]
}

const TICK = 10
const SIZE = 10
const PITCH = 13.2
const REFERENCE = 7.5
/** «… осы стандартқа 4-қосымшаға сәйкес …»: the annex that holds the form. */
const ANNEX = /(?<number>\d+)-қосымша/u

/**
 * What to bring.
 *
 * @param receipt the point that says what the office writes down when it takes the documents: its list is not one of documents
 */
export function documentGroups(documents: readonly Document[], points: readonly Point[], receipt: string | null): Group[] {
  const groups: Group[] = []
  for (const document of documents) {
    if (document.point === receipt) continue
    const last = groups.at(-1)
    const item = {text: document.text, point: document.point}
    if (last && last.channel === document.channel && last.case === document.case) last.items.push(item)
    else groups.push({channel: document.channel, case: document.case, items: [item], notes: []})
  }
  if (groups.length === 0) return groupsOfText(points, receipt)
  // What holds for all («… салыстырып тексеру үшін құжаттардың түпнұсқасын ұсынады.») closes the lists of what is shown to an officer.
  const from = new Set(groups.flatMap(({items}) => items.map((item) => item.point)))
  const remarks = points.filter(({number}) => from.has(number)).flatMap((point) => documentRemarks(point))
  const shown = groups.findLast(({channel}) => channel !== 'portal') ?? groups.at(-1)
  shown?.notes.push(...remarks)
  return groups
}

/** «Мемлекеттік қызметті алу үшін … мынадай құжаттарды ұсынады:» */
const DOCUMENTS_POINT = /қызметт?і? алу үшін[\s\S]{0,600}?құжат[^;]{0,600};/u
const MARKER = /^\s*\d+\)\s*/u

/**
 * The list as its point prints it, where no facts were made of it: a line that ends in a colon heads those below, lines that end in a
 * semicolon and the one that closes them are documents, anything else is a sentence to read.
 */
function groupsOfText(points: readonly Point[], receipt: string | null): Group[] {
  const before = points.findIndex(({number}) => number === receipt)
  const point = points.slice(0, before < 0 ? points.length : before).findLast(({text}) => DOCUMENTS_POINT.test(text))
  const groups: Group[] = []
  let open = false
  for (const line of (point?.text ?? '').split('\n')) {
    const words = line.replace(MARKER, '').trim()
    if (words === '') continue
    let group = groups.at(-1)
    if (words.endsWith(':')) {
      open = true
      // a heading right under a heading replaces it: nothing stood between
      if (group?.items.length === 0 && group.notes.length === 0) groups.pop()
      groups.push({channel: null, case: words.slice(0, -1), items: [], notes: []})
      continue
    }
    if (!group) groups.push((group = {channel: null, case: null, items: [], notes: []}))
    if (words.endsWith(';') || open) group.items.push({text: words.replace(/[;.]$/u, ''), point: point?.number ?? null})
    else group.notes.push(words)
    open = words.endsWith(';')
  }
  return groups.filter(({items, notes}) => items.length + notes.length > 0)
}

/** «competent-authority, service-centre» → `[{name: 'competent-authority', 'competent-authority': true}, …]`, for the template. */
export const channelData = (channel: string): {channels: Record<string, string | boolean>[]} => ({
  channels: channel.split(/,\s*/u).map((name) => ({name, [name]: true})),
})

export interface ChecklistWording {
  channel(channel: string): string
  everyone: string
  point(number: string): string
  form(id: string): string
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Sets the groups.
 *
 * @param forms annex number → number of the blank that stands in it
 * @param ticked names of the boxes that are ticked: «document-1-2»
 */
export function setChecklist(
  area: Area,
  groups: readonly Group[],
  forms: ReadonlyMap<string, string>,
  wording: ChecklistWording,
  ticked: (name: string) => boolean,
): void {
  let channel: string | null = null
  for (const [g, group] of groups.entries()) {
    if (group.channel !== null && group.channel !== channel) {
      area.pager.space(7)
      area.pager.need(60)
      setText(area, capital(wording.channel(group.channel)), {size: 11, weight: 'bold', tag: 'H2', after: 2})
    }
    channel = group.channel
    const heading = group.case ?? (groups.some((other) => other.channel === group.channel && other.case !== null) ? wording.everyone : null)
    if (heading !== null) {
      area.pager.space(5)
      area.pager.need(45)
      setText(area, capital(heading), {size: SIZE, weight: 'bold', after: 1.5})
    }
    const list: {element: Element | null} = {element: null}
    for (const [i, item] of group.items.entries()) {
      const annex = ANNEX.exec(item.text)?.groups?.['number']
      const blank = annex === undefined ? undefined : forms.get(annex)
      const reference = [item.point === null ? '' : wording.point(item.point), blank === undefined ? '' : wording.form(blank)]
      setItem(area, list, item.text, reference.filter((part) => part !== '').join(', '), `document-${g + 1}-${i + 1}`, ticked)
    }
    for (const note of group.notes) setText(area, note, {size: 8.5, tag: 'Note', after: 2})
  }
}

function setItem(
  area: Area,
  list: {element: Element | null},
  text: string,
  reference: string,
  name: string,
  ticked: (name: string) => boolean,
): void {
  const left = area.x + TICK + 8
  const width = area.width - TICK - 8
  const measure = (words: string): number => area.measure(words, SIZE, 'regular')
  const referenceWidth = reference === '' ? 0 : area.measure(reference, REFERENCE, 'regular') + 8
  // the reference stands at the right edge, in the room of the first line
  const lines = wrapText(text, width - referenceWidth, measure)
  const height = Math.max(lines.length * PITCH, TICK + 4) + 3
  if (area.pager.need(height)) list.element = null
  if (!list.element) {
    list.element = {tag: 'L', kids: []}
    area.pager.add(list.element)
  }
  const baseline = area.pager.y + SIZE + 1.5
  const box = {x: area.x + 1, y: baseline - TICK + 1, width: TICK, height: TICK}
  list.element.kids.push({
    tag: 'LI',
    kids: [
      {
        tag: 'Lbl',
        kids: [
          {kind: 'frame', ...box, line: STYLE.rule},
          {kind: 'field', name, label: text, type: 'checkbox', ...box, size: TICK, value: ticked(name)},
        ],
      },
      {
        tag: 'LBody',
        kids: [
          ...lines.map((line, i) => ({
            kind: 'text' as const,
            x: left,
            y: baseline + i * PITCH,
            text: i < lines.length - 1 ? `${line} ` : line,
            size: SIZE,
            weight: 'regular' as const,
          })),
          ...(reference === ''
            ? []
            : [
                {
                  kind: 'text' as const,
                  x: area.x + area.width - referenceWidth + 8,
                  y: baseline,
                  text: reference,
                  size: REFERENCE,
                  weight: 'regular' as const,
                  color: GREY,
                },
              ]),
        ],
      },
    ],
  })
  area.pager.y += height
}
