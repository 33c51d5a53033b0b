/**
 * The resolution itself: what stands before its first standard.
 *
 *       Қазақстан Республикасы Үкіметінің 2012 жылғы 17 тамыздағы № 1059 Қаулысы. Күші жойылды - Қазақстан
 *       Республикасы Үкіметінің 2014 жылғы 11 наурыздағы № 217 қаулысымен
 *
 * names the act and the act that repealed it; the title stands before, twice in a page of the legal database.
 */
import {parseDate} from '../language/dates.ts'
import {foldLookAlikes} from '../language/alphabet.ts'
import type {ActReference, Note, Point, Resolution} from '../model/index.ts'
import {squeeze} from './keys.ts'
import {takeNotes} from './note.ts'
import {isStatusLine, type Paragraph} from './paragraphs.ts'
import {readPoints} from './point.ts'

/** «… Үкіметінің 2012 жылғы 9 қазандағы № 1278 Қаулысы.» */
const REQUISITES = /Үкіметінің\s+(?<date>\d{4}\s+жылғы\s+\d{1,2}\s+\p{L}+)\s+(?:№|N)\s*(?<number>[\d-]+\p{L}*)\s+қаулысы(?!\p{L})/iu
/** «Қазақстан Республикасы Үкіметінің Қаулысы» ⏎ «2009 жылғы 15 сәуір» ⏎ «№ 512» ⏎ «Астана»: the head of a printed act. */
const NAMES_ITSELF = /^қазақстанреспубликасы(?:ның)?үкіметі(?:нің)?қаулысы/u
const PRINTED_DATE = /(?<date>\d{4}\s+жылғы\s+\d{1,2}\s+\p{L}+)[\s\S]{0,60}?(?:№|N)\s*(?<number>\d[\d-]*\p{L}*)/u
const MOST_HEAD_LINES = 4
/** «Астана, Үкімет Үйі» */
const PLACE_OF_ISSUE = /^астана(?:қ(?:аласы|\.))?(?:,?үкіметүйі)?$/u
/** «… стандарттарын бекіту туралы» */
const TITLE = /^[^.:;]+туралы$/u
const OPENS_WITH_REPEAL = /^Күші\s+жойылды\s*[-–—]/iu
const REPEALED = /Күші\s+жойылды\s*[-–—]?\s*(?<act>.*)$/iu
const ACT_NUMBER = /(?:№|N)\s?(?<number>\d+)/u
const ORDERS = /қаулыетеді/u
/** «Қазақстан Республикасының Премьер-Министрі», «Қазақстан Республикасы Премьер-Министрінің бірінші орынбасары» */
const OFFICE = /^қазақстанреспубликасы(?:ның)?(?:$|премьер|\p{L}\.)/u
/** The line over it is lost. */
const ROLE_ALONE = /^премьер-министр/u
/** «К. Мәсімов», «С. Ахметов» */
const PERSON = /\p{Lu}\.\s*(?:\p{Lu}\.\s*)?\p{Lu}[\p{L}-]+/u

export interface Identity {
  number: string
  date: string
  /** Index of the paragraph that names the act. */
  at: number
  /** Index of the first paragraph after it. */
  to: number
}

export interface ResolutionReading {
  identity: Identity | null
  title: string
  status: Resolution['status']
  repealedBy: ActReference | null
  notes: Note[]
  preamble: string
  points: Point[]
  /** The paragraphs of each point. */
  pointParagraphs: Paragraph[][]
  signatory: Resolution['signatory']
  /** Paragraphs that repeat what is published elsewhere: the page's heading, its status line. */
  furniture: Paragraph[]
  /** The paragraphs that name the act and the act that repealed it. */
  requisites: Paragraph[]
}

/** Finds the paragraph that names the act. */
export function identify(paragraphs: readonly Paragraph[]): Identity | null {
  for (const [at, paragraph] of paragraphs.entries()) {
    const match = REQUISITES.exec(foldLookAlikes(paragraph.text))
    if (!match || !/^қазақстанреспубликасы/u.test(squeeze(paragraph.text))) continue
    const date = parseDate(match.groups!.date!)
    if (date) return {number: match.groups!.number!, date, at, to: at + 1}
  }
  return identifyPrinted(paragraphs)
}

function identifyPrinted(paragraphs: readonly Paragraph[]): Identity | null {
  const at = paragraphs.findIndex(({text}) => NAMES_ITSELF.test(squeeze(text)))
  if (at < 0) return null
  for (let to = at + 1; to <= at + MOST_HEAD_LINES; to++) {
    const joined = foldLookAlikes(
      paragraphs
        .slice(at, to)
        .map(({text}) => text)
        .join(' '),
    )
    const match = PRINTED_DATE.exec(joined)?.groups
    const date = match ? parseDate(match.date!) : null
    if (date) return {number: match!.number!, date, at, to: PLACE_OF_ISSUE.test(squeeze(paragraphs[to]?.text ?? '')) ? to + 1 : to}
  }
  return null
}

/** Reads the resolution's own text. */
export function readResolution(paragraphs: readonly Paragraph[]): ResolutionReading {
  const identity = identify(paragraphs)
  const head = paragraphs.slice(0, identity?.at ?? 0)
  const furniture: Paragraph[] = []
  const titles: Paragraph[] = []
  for (const paragraph of head) {
    if (isStatusLine(paragraph.text)) furniture.push(paragraph)
    else titles.push(paragraph)
  }
  // The page gives the title twice; the last one is the act's own.
  const ownTitle = titles.pop()
  furniture.push(...titles)

  const requisites = identity ? paragraphs.slice(identity.at, identity.to) : []
  const following = paragraphs.slice(identity?.to ?? 0)
  // The act that repealed it may stand on a line of its own.
  if (identity && OPENS_WITH_REPEAL.test(following[0]?.text ?? '')) requisites.push(following.shift()!)
  const repeal = REPEALED.exec(requisites.map((paragraph) => paragraph.text).join(' '))?.groups?.act ?? null
  const {notes, rest: noted} = takeNotes(following)
  const text = noted.filter((paragraph) => {
    if (!isStatusLine(paragraph.text)) return true
    furniture.push(paragraph)
    return false
  })
  // A printed act names itself over its title.
  const title = ownTitle ?? (identity && text.length > 1 && TITLE.test(text[0]!.text) ? text.shift() : undefined)
  const {signatory, rest} = takeSignature(text)
  const {before, points, paragraphs: pointParagraphs} = readPoints(rest)
  const repealNote = notes.find((note) => note.effect === 'repealed' && note.target === '')
  const repealedBy = repeal !== null ? actIn(repeal) : repealNote ? {number: repealNote.number ?? '', date: repealNote.date} : null
  return {
    identity,
    title: title?.text ?? '',
    status: repealedBy || repeal !== null ? 'repealed' : 'in-force',
    repealedBy,
    notes,
    preamble: before.map((paragraph) => paragraph.text).join('\n'),
    points,
    pointParagraphs,
    signatory,
    furniture,
    requisites,
  }
}

/** True where the text orders something («ҚАУЛЫ ЕТЕДІ»): the mark of a resolution. */
export function orders(text: string): boolean {
  return ORDERS.test(squeeze(text))
}

function actIn(text: string): ActReference {
  return {number: ACT_NUMBER.exec(text)?.groups?.number ?? '', date: parseDate(text)}
}

/** «Қазақстан Республикасының Премьер-Министрі К. Мәсімов», on one line or on three. */
function takeSignature(paragraphs: readonly Paragraph[]): {signatory: Resolution['signatory']; rest: Paragraph[]} {
  const whole = takeSignatureFrom(paragraphs, OFFICE)
  return whole.signatory ? whole : takeSignatureFrom(paragraphs, ROLE_ALONE)
}

function takeSignatureFrom(paragraphs: readonly Paragraph[], opens: RegExp): {signatory: Resolution['signatory']; rest: Paragraph[]} {
  for (let from = paragraphs.length - 1; from >= 0; from--) {
    const key = squeeze(paragraphs[from]!.text)
    if (!opens.test(key)) continue
    const block = paragraphs.slice(from, from + 4)
    const joinedTo = (index: number) =>
      block
        .slice(0, index + 1)
        .map((paragraph) => paragraph.text)
        .join(' ')
    const end = block.findIndex((_, index) => PERSON.test(joinedTo(index)) && /премьер/iu.test(squeeze(joinedTo(index))))
    if (end === -1) continue
    const joined = joinedTo(end)
    const name = PERSON.exec(joined)![0]
    const role = joined.replace(name, ' ').replace(/\s+/gu, ' ').trim()
    return {
      signatory: {name: name.replace(/\.\s*(?=\p{Lu}\p{Ll})/u, '. '), role},
      rest: [...paragraphs.slice(0, from), ...paragraphs.slice(from + end + 1)],
    }
  }
  return {signatory: null, rest: [...paragraphs]}
}
