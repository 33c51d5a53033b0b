/**
 * What to bring.
 *
 *     Порталда:⏎1) … электронды құжат нысанындағы осы стандартқа 1-қосымшаға сәйкес деректері бар өтініш;
 *     {channel: 'portal', case: null, text: '… осы стандартқа 1-қосымшаға сәйкес деректері бар өтініш'}
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Facts, Point} from '../model/index.ts'
import {channelsOf} from './channel.ts'
import {bare, paragraphs} from './paragraphs.ts'

type Document = Facts['documents'][number]

/** «… ұсынады.», «… көзделмеген.»: a sentence about the documents, not a document. */
const SENTENCE = /(?:ады|еді|йды|йді|қажет|тиіс|көзделмеген|жоқ|емес|болады|мүмкін)\.?$/iu
/** «… үшін мынадай құжаттарды ұсынуы қажет:»: opens a list and says nothing of a case. */
const PLAIN_HEADING = /(?:құжаттар|мыналар|ұсын|тапсыр|қоса\s+бер)/iu
/** «қайта есепке алу үшін», «ауыстыру кезінде», «азаматтар:», «болған жағдайда» */
const CASE =
  /(?:үшін|кезінде|кезде|жағдай\p{L}*|азаматтар\p{L}*|адамдар\p{L}*|тұлғалар\p{L}*|әйелдер\p{L}*|өткендер\p{L}*|балалар\p{L}*|отбасылар\p{L}*)(?!\p{L})/iu
/** «мемлекеттік қызмет алу үшін»: every list is for that. */
const ANY_SERVICE = /^(?:осы\s+)?мемлекеттік\s+қызмет\S*\s+алу\s+үшін[^:]*$/iu

/** The documents of the point, with the channel and the case under whose heading they stand. */
export function readDocuments(point: Point | null): Document[] {
  if (!point) return []
  const documents: Document[] = []
  let channel: string | null = null
  let underCase: string | null = null
  let inList = false
  for (const {text, folded, marker, opensList} of paragraphs(point)) {
    if (opensList) {
      const named = channelsOf(text)
      const heading = bare(text)
      if (named) channel = named
      // A heading is a case, a channel, or only says that documents follow.
      const isCase = marker !== null || (CASE.test(folded) && !ANY_SERVICE.test(bare(folded)))
      if (isCase && !(named && PLAIN_HEADING.test(folded) && marker === null)) underCase = caseOf(heading)
      else if (named) underCase = null
      inList = true
      continue
    }
    const listed = marker !== null || (inList && (/;$/u.test(text) || !SENTENCE.test(bare(folded))))
    if (listed && !(marker === null && SENTENCE.test(bare(folded)))) {
      documents.push({text: bare(text), channel, case: underCase, point: point.number})
      if (marker === null && /\.$/u.test(text)) inList = false
    } else {
      inList = false
    }
  }
  return documents
}

/** «… тағайындау үшін мынадай құжаттар ұсынылады» is the case «… тағайындау үшін». */
function caseOf(heading: string): string {
  const folded = foldLookAlikes(heading)
  const last = [...folded.matchAll(new RegExp(CASE, 'giu'))].at(-1)
  const end = last ? last.index + last[0].length : heading.length
  return PLAIN_HEADING.test(folded.slice(end)) ? heading.slice(0, end) : heading
}
