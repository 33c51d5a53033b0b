/** The feed of changes, as Atom. Source: RFC 4287. */
import {legible} from '../../parser/language/hidden-characters.ts'
import type {Note, Resolution, Standard} from '../../parser/model/index.ts'

export interface FeedEntry {
  id: string
  title: string
  /** `YYYY-MM-DD` */
  date: string
  link: string
  /** Paragraphs of plain text; those of an act are Kazakh in every language. */
  paragraphs: string[]
}

export interface Feed {
  title: string
  subtitle: string
  language: string
  /** Address of the feed itself, and of the page it belongs to. */
  self: string
  page: string
  author: string
  /** `YYYY-MM-DDTHH:MM:SS.sssZ` */
  updated: string
  entries: FeedEntry[]
}

/** The text of the feed, newest entries first. Whatever the texts hold goes in as text. */
export function atomFeed({title, subtitle, language, self, page, author, updated, entries}: Feed): string {
  const sorted = entries.toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">`,
    `<id>${xml(self)}</id>`,
    `<title>${xml(title)}</title>`,
    `<subtitle>${xml(subtitle)}</subtitle>`,
    `<updated>${xml(updated)}</updated>`,
    `<author><name>${xml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    ...sorted.map(entry),
    '</feed>',
    '',
  ].join('\n')
}

function entry({id, title, date, link, paragraphs}: FeedEntry): string {
  return [
    '<entry>',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${xml(date)}T00:00:00Z</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(link)}"/>`,
    `<content type="text">${xml(paragraphs.join('\n\n'))}</content>`,
    '</entry>',
  ].join('\n')
}

const XML: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;'}
/** Characters that XML can't hold, not even written as a number. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

function xml(text: string): string {
  return legible(text.replace(FORBIDDEN, '\ufffd')).replace(/[&<>"']/gu, (sign) => XML[sign] ?? sign)
}

/** What one amending act has done to one resolution and its standards. */
export interface ActOfChange {
  number: string
  date: string
  repeals: boolean
  notes: {note: Note; standard: Standard | null}[]
}

/** The acts that the notes of a resolution and of its standards name, oldest first; notes without date or number name none. */
export function actsOfChange(resolution: Resolution, standards: readonly Standard[]): ActOfChange[] {
  const acts = new Map<string, ActOfChange>()
  const all = [
    ...resolution.notes.map((note) => ({note, standard: null})),
    ...standards.flatMap((standard) => standard.notes.map((note) => ({note, standard}))),
  ]
  for (const one of all) {
    const {date, number, effect} = one.note
    if (date === null || number === null) continue
    const key = `${date} ${number}`
    const act = acts.get(key) ?? {number, date, repeals: false, notes: []}
    acts.set(key, act)
    act.notes.push(one)
    // A note of a standard may speak of that standard only.
    if (one.standard === null && effect === 'repealed') act.repeals = true
  }
  return [...acts.values()].toSorted((a, b) => a.date.localeCompare(b.date) || a.number.localeCompare(b.number))
}
