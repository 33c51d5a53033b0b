/**
 * The acts that a service rests on.
 *
 *     … «Халықты жұмыспен қамту туралы» Қазақстан Республикасының 2001 жылғы 23 қаңтардағы Заңының 8-бабы 1-тармағына сәйкес көрсетіледі.
 *     law, 2001-01-23, «8-бабы 1-тармағына»
 */
import {parseDate} from '../language/dates.ts'
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Facts, Point} from '../model/index.ts'

type Citation = Facts['legalBasis'][number]

/** «Мемлекеттік қызмет », «Мемлекеттік қызмет көрсету »: before the first act. */
const LEAD = /^(?:осы\s+)?мемлекеттік\s+қызмет\S*(?:\s+көрсету)?\s*:?\s*(?=[«"“]|Қазақстан|Салық|Азаматтық|\d+\))/iu
/** «негізінде көрсетіледі.», «сәйкес жүзеге асырылады.»: after the last. */
const TAIL = /(?<![\s,])[\s,]*(?:(?:негізінде|сәйкес|негізге\s+ала\s+отырып|негіз(?:дер)?ге\s+алынып|шеңберінде)(?:\s+\S+){0,3})?[\s.;]*$/iu
const LAST_WORDS = /(?:негізінде|сәйкес|шеңберінде)\s+\S+(?:\s+\S+){0,3}\s*$/iu
/** «, «…», « және Қазақстан Республикасы …», «;»: where another act may begin. */
const BOUNDARY =
  /(?:\s*[,;]\s*(?:және\s+|сондай-ақ\s+|сонымен\s+қатар\s+)?|\s+(?:және|сондай-ақ|мен)\s+|\n)(?=(?:\d{1,2}\)\s*)?(?:[«"“‹]|Қазақстан\s+Республикасы))/gu
const MARKER = /^\s*\d{1,2}\)\s+/u
/** A citation is whole once it names an act or its number. */
const WHOLE = /(?<!\p{L})(?:Заң|кодекс|қаулы|бұйры|жарлы|ереже|қағида|конвенция|шешім|келісім|нұсқаулы|Конституция)|№\s*\d/iu
/** «« … »»: a title in quotation marks, without others inside. */
const QUOTED = /«[^«»]*»|"[^"]*"|“[^“”]*”|\([^()]*\)/gu
const NUMBER = /№\s*(\d[\d/-]*(?:-?\p{L}(?!\p{L}))?)/u
/** «15-бабы 1, 2-тармақтарының», «67, 68 және 74-баптарының», «6-бабының 8) тармақшасы», «2-тарауының» */
const ARTICLE = /\d+(?:-\d+)?(?:(?:\s*,\s*|\s+және\s+)\d+(?:-\d+)?){0,40}\)?\s*-?\s*(?:бап|баб|тарма|тарау|бөлі)[\s\S]*$/u

/** What an act is, by the word that names it after its title; the act itself before what it approves. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})конституция/iu, 'constitution'],
  [/(?<!\p{L})кодекс/iu, 'code'],
  [/(?<!\p{L})заң(?!нама)/iu, 'law'],
  [/(?<!\p{L})жарлы/iu, 'decree'],
  [/(?<!\p{L})қаулы/iu, 'resolution'],
  [/(?<!\p{L})бұйры/iu, 'order'],
  [/(?<!\p{L})шешім/iu, 'decision'],
  [/(?<!\p{L})(?:конвенция|келісім)/iu, 'treaty'],
  [/(?<!\p{L})(?:ереже|қағида|нұсқаулы)/iu, 'rules'],
]

/** The citations of the point on the legal basis, in order. */
export function readLegalBasis(point: Point | null): Citation[] {
  if (!point) return []
  const text = strip(point.text)
  const masked = mask(foldLookAlikes(text))
  const citations: string[] = []
  let from = 0
  for (const boundary of masked.matchAll(BOUNDARY)) {
    const end = boundary.index
    // An act is named before the boundary: look outside the titles, where commas and quotation marks part nothing.
    if (boundary.index < from || !WHOLE.test(masked.slice(from, end))) continue
    citations.push(text.slice(from, end))
    from = end + boundary[0].length
  }
  citations.push(text.slice(from))
  return citations
    .map((citation) =>
      citation
        .replace(MARKER, '')
        .replace(/[\s,;.]+$/u, '')
        .trim(),
    )
    .filter((citation) => WHOLE.test(foldLookAlikes(citation)))
    .map((citation) => cite(citation, point.number))
}

function strip(text: string): string {
  const folded = foldLookAlikes(text)
  const start = LEAD.exec(folded)?.[0].length ?? 0
  const close = LAST_WORDS.exec(folded)
  const end = close && close.index > start ? close.index : folded.length - (TAIL.exec(folded)?.[0].length ?? 0)
  return text.slice(start, end)
}

/** Titles and brackets blanked out, so that what they hold parts nothing; the outer marks stay to be seen. */
function mask(text: string): string {
  let masked = text
  for (let depth = 0; depth < 3; depth++) {
    masked = masked.replace(QUOTED, (quoted) => `${quoted.startsWith('(') ? '_' : depthMark(quoted)}${'_'.repeat(quoted.length - 1)}`)
  }
  return masked
}

/** The opening mark stays, because a citation may begin with it; it must not open another pair. */
function depthMark(quoted: string): string {
  return quoted.startsWith('«') || quoted.startsWith('“') || quoted.startsWith('"') ? '\u2039' : '_'
}

function cite(text: string, point: string): Citation {
  const folded = foldLookAlikes(text)
  const masked = mask(folded)
  const kind = KINDS.map(([pattern, name]) => ({name, at: masked.search(pattern)}))
    .filter((candidate) => candidate.at !== -1)
    .sort((a, b) => a.at - b.at)[0]
  const date = parseDate(masked)
  const number = NUMBER.exec(masked)?.[1] ?? null
  const afterAct = kind ? kind.at : 0
  const article = ARTICLE.exec(masked.slice(afterAct))
  const place = article ? text.slice(afterAct + article.index).trim() : null
  return {text, kind: kind?.name ?? (number ? 'resolution' : 'other'), date, number, article: place, point}
}
