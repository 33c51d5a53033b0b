/**
 * Notes of amendment.
 *
 *       Ескерту. 1-тармақ жаңа редакцияда - ҚР Үкіметінің 2012.08.31 № 1131 (…) Қаулысымен.
 *
 * gives the target («1-тармақ»), the effect (restated), and the amending act (2012-08-31, № 1131). A note may name
 * several acts one after another:
 *
 *       Ескерту. 1-тармаққа өзгерістер енгізілді - ҚР Үкіметінің 2011.07.22 № 848 (…); 29.12.2012 N 1741 (…) қаулыларымен.
 */
import {findDates, parseDate} from '../language/dates.ts'
import {foldLookAlikes} from '../language/alphabet.ts'
import type {ActReference, Note} from '../model/index.ts'
import {POINT_NUMBER, type Paragraph} from './paragraphs.ts'

const NOTE = /^Ескерту\s*\.\s*/u
/** «РҚАО-ның ескертпесі!» */
const EDITORIAL_NOTE = /^РҚАО-ның ескертпесі\s*[.!:]?\s*/u
const ACT_NUMBER = /(?:№|N)\s?(\d+(?:-\p{L}+)?)/u
/** «№ 848» right behind its date */
const NUMBER_OF_DATE = /^[\s,]*(?:№|N)\s?(?<number>\d+(?:-\p{L}+)?)/u
/** «1-тармақ жаңа редакцияда», «Күші жойылды - »: everything up to the effect is the target. */
const EFFECTS: [RegExp, Note['effect']][] = [
  [/күші\s+жойыл/iu, 'repealed'],
  [/алып\s+таста|алынып\s+таста/iu, 'excluded'],
  [/жаңа\s+редакцияда/iu, 'restated'],
  [/толықтырыл/iu, 'inserted'],
  [/өзгері?с|өзгерт/iu, 'amended'],
]

/** True for the first paragraph of a note. */
export function isNote(text: string): boolean {
  return NOTE.test(text) || EDITORIAL_NOTE.test(text)
}

/** «РҚАО-ның ескертпесі!» alone: what it says stands in the next paragraph. */
const HEAD_ALONE = /^(?:Ескерту|РҚАО-ның ескертпесі)\s*[.!:]?$/u

/** Takes the notes out of the paragraphs. */
export function takeNotes(paragraphs: readonly Paragraph[]): {notes: Note[]; rest: Paragraph[]} {
  const notes: Note[] = []
  const rest: Paragraph[] = []
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index]!
    if (!isNote(paragraph.text)) {
      rest.push(paragraph)
      continue
    }
    const next = paragraphs[index + 1]
    if (HEAD_ALONE.test(paragraph.text) && next && !POINT_NUMBER.test(next.text) && !isNote(next.text)) {
      notes.push(readNote({...paragraph, text: `${paragraph.text} ${next.text}`, lines: [paragraph.lines[0], next.lines[1]]}))
      index++
    } else notes.push(readNote(paragraph))
  }
  return {notes, rest}
}

/** Reads a note of amendment. */
export function readNote(paragraph: Paragraph): Note {
  const text = paragraph.text
  const body = foldLookAlikes(text.replace(NOTE, '').replace(EDITORIAL_NOTE, ''))
  const found = EFFECTS.map(([pattern, effect]) => ({at: body.search(pattern), effect}))
    .filter(({at}) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]
  const target = body
    .slice(0, found?.at ?? 0)
    .replace(/[\s,–-]+$/u, '')
    .trim()
  const acts = actsIn(body)
  return {
    text,
    date: parseDate(body),
    number: ACT_NUMBER.exec(body)?.[1] ?? null,
    ...(acts.length > 1 ? {acts} : {}),
    target,
    effect: found?.effect ?? 'other',
    lines: paragraph.lines,
  }
}

/** The acts that a note names: each a date with a number right behind it. */
function actsIn(body: string): ActReference[] {
  const acts: ActReference[] = []
  for (const {iso, end} of findDates(body)) {
    const number = NUMBER_OF_DATE.exec(body.slice(end))?.groups?.['number']
    if (iso === null || number === undefined) continue
    if (!acts.some((act) => act.date === iso && act.number === number)) acts.push({number, date: iso})
  }
  return acts
}
