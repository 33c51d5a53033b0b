/**
 * What to bring.
 *
 *     Порталда:⏎1) … электронды құжат нысанындағы осы стандартқа 1-қосымшаға сәйкес деректері бар өтініш;
 *     {channel: 'portal', case: null, text: '… осы стандартқа 1-қосымшаға сәйкес деректері бар өтініш'}
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import type {Facts, Point} from '../model/index.ts'
import {channelOpening, channelsOf} from './channel.ts'
import {bare, paragraphs, type Paragraph} from './paragraphs.ts'

type Document = Facts['documents'][number]

/** «… ұсынады.», «… көзделмеген.»: a sentence about the documents, not a document. */
const SENTENCE = /(?:ады|еді|йды|йді|қажет|тиіс|көзделмеген|жоқ|емес|болады|мүмкін)\.?$/iu
/** «… үшін мынадай құжаттарды ұсынуы қажет:»: opens a list and says nothing of a case. */
const PLAIN_HEADING = /(?:құжаттар|мыналар|ұсын|тапсыр|қоса\s+бер)/iu
/** «қайта есепке алу үшін», «ауыстыру кезінде», «азаматтар:», «болған жағдайда» */
const CASE =
  /(?:үшін|кезінде|кезде|жағдай\p{L}*|азаматтар\p{L}*|адамдар\p{L}*|тұлғалар\p{L}*|әйелдер\p{L}*|өткендер\p{L}*|балалар\p{L}*|отбасылар\p{L}*)(?!\p{L})/iu
/** «Алушы мемлекеттік қызмет алу үшін …»: every list is for that. */
const ANY_SERVICE = /(?<!\p{L})мемлекеттік\s+қызмет\S*\s+алу\s+үшін[^:]*$/iu
/** «уәкілетті органға», «Орталыққа жүгінген кезде»: says where, and of no case. */
const ONLY_CHANNEL = /^[^–—-]{0,60}?(?:\s(?:жүгінген|(?:өтініш|өтінім)\s+(?:білдір|бер)ген)(?:\s+кезде|де))?$/iu
/** «мынадай құжаттарды ұсынады: … өтініш;»: the heading and the first document on one line. */
const HEADING_AND_MORE = /^([^:]*(?:құжаттар|мыналар)\S*\s+(?:ұсын|тапсыр)[^:]*:)\s+(?=\S)/iu
/** «… қоса беріледі; меншік иесі өзгерген жағдайда, …», and not inside brackets */
const BETWEEN_DOCUMENTS = /;\s+(?![^()]{0,400}\))/u
/** «Бұған қоса, олардың болуына қарай, мынадай құжаттар ұсынылады:»: more of the same case, for those who have them. */
const FURTHER = /^(?:бұған|бұдан)\s+(?:қоса|басқа)(?=,|\s)(?<condition>.*болуына\s+қарай)?/iu
/** «Алушы қайтыс болған жағдайда уәкілетті ұйым:»: what the office does. */
const OFFICE_ACTS = /(?:жағдайда|кезде|кезінде|үшін)\s(?:.{0,300}\s)?(?:уәкілетті\s+(?:ұйым|орган)|орталық)$/iu
/** «(жеке өзі келгенде) жеке басын куәландыратын құжатты» out of «… алу үшін (…) … құжатты көрсеткен кезде мынадай …» */
const SHOWN = /алу\s+үшін\s+(?<shown>.{1,600}?құжат\p{L}*)\s+көрсеткен\s+кезде/iu
/** «Орталыққа өтініш білдірген кезде … өтініш»: a document that names its channel itself. */
const OWN_CHANNEL = /^.{0,70}?(?:жүгінген|өтініш\s+(?:білдір|бер)ген)\s+кезде\s/iu
/** «Портал арқылы … сұрауды толтыру қажет», «… жағдайда … мұрағат анықтамасы ұсынылады»: a sentence that asks for one more document. */
const ASKS =
  /(?:(?:сұрау|сауал|сұраныс|өтініш)\p{L}*\s+(?:толтыр|ұсын|жібер|тапсыр)\p{L}*\s+(?:қажет|тиіс|керек)|(?:анықтама|көшірме|құжат|шешім|куәлік|куәліг|сенімхат)\p{L}*\s+(?:қосымша\s+)?ұсын(?:ыл)?ады)$/iu
/** «… салыстырып тексеру үшін құжаттардың түпнұсқасын ұсынады.», «… көрсетілген құжаттардың көшірмелері … куәландырылады.» */
const REMARK =
  /салыстыр[^\n]{0,300}түпнұсқа[^\n]{0,300}(?:ұсын|беріледі)|түпнұсқа[^\n]{0,300}салыстыр[^\n]{0,300}(?:ұсын|беріледі)|көшірмелер[^\n]{0,300}куәландырылады/iu
/** «Құжаттарды қабылдау кезінде … орталықтың қызметкері … салыстырып тексереді»: the officer's work. */
const OFFICER = /қызметкер/iu
/** «… қорытындысының ұсынылуымен әзірленеді»: a list inside a sentence, its documents in the genitive. */
const GOVERNED = /\s+ұсынылуымен\s+\p{L}+$/iu
const GENITIVE = /(?<=\p{L}{3})[нтд][ыі]ң$/iu

/** The documents of the point, with the channel and the case under whose heading they stand. */
export function readDocuments(point: Point | null): Document[] {
  if (!point) return []
  const documents: Document[] = []
  let channel: string | null = null
  // «2) порталда:» holds until the next marker: an office named further on is copied from the list above.
  let inSection = false
  let underCase: string | null = null
  let inList = false
  let ofOffice = false
  for (const {text, folded, marker, opensList} of parts(point)) {
    if (marker !== null) ofOffice = false
    if (opensList) {
      const named = channelsOf(text)
      const heading = bare(text)
      const shown = SHOWN.exec(foldLookAlikes(heading))
      if (shown) {
        const start = shown.index + shown[0].indexOf(shown.groups!['shown']!)
        const words = heading.slice(start, start + shown.groups!['shown']!.length)
        documents.push({text: words, channel: named, case: null, point: point.number})
      }
      ofOffice = OFFICE_ACTS.test(bare(folded))
      if (ofOffice) {
        inList = false
        continue
      }
      // A heading is a case, a channel, or only says that documents follow.
      const onlyChannel = named !== null && !PLAIN_HEADING.test(folded) && ONLY_CHANNEL.test(bare(folded))
      const isCase = !onlyChannel && !ANY_SERVICE.test(bare(folded)) && (marker !== null || CASE.test(folded))
      if (named && !(inSection && isCase && marker === null)) channel = named
      if (marker !== null || onlyChannel) inSection = onlyChannel && marker !== null
      const further = marker === null && named === null ? FURTHER.exec(foldLookAlikes(heading)) : null
      if (further?.groups?.['condition'] !== undefined) {
        underCase = [underCase, heading.slice(0, further[0].length)].filter((part) => part !== null).join('; ')
      } else if (isCase) underCase = caseOf(heading)
      else if (named) underCase = null
      inList = true
      continue
    }
    if (ofOffice) continue
    const sentence = SENTENCE.test(bare(folded))
    const listed = marker !== null || (inList && (/;$/u.test(text) || !sentence))
    if (listed && !(marker === null && sentence && !/;$/u.test(text))) {
      const own = OWN_CHANNEL.exec(folded)
      documents.push({text: bare(text), channel: (own && channelsOf(own[0])) ?? channel, case: underCase, point: point.number})
      if (marker === null && /\.$/u.test(text)) inList = false
    } else {
      if (ASKS.test(bare(folded)) && !REMARK.test(folded)) {
        const said = channelOpening(text)
        documents.push({text: bare(text), channel: said === 'portal' ? said : channel, case: underCase, point: point.number})
      }
      inList = false
    }
  }
  return ungoverned(documents)
}

/**
 * What the point says of all documents: that originals are shown, that copies are certified. Each sentence once.
 *
 * @returns sentences to read beside the list; none is a document
 */
export function documentRemarks(point: Point | null): string[] {
  if (!point) return []
  const found = paragraphs(point).filter(
    ({text, folded, marker, opensList}) =>
      marker === null && !opensList && /\.$/u.test(text) && REMARK.test(folded) && !OFFICER.test(folded),
  )
  return [...new Set(found.filter(({folded}) => SENTENCE.test(bare(folded))).map(({text}) => text))]
}

/** The remarks as facts, each with the way of applying that it names first. */
export function documentRemarksOf(point: Point | null): NonNullable<Facts['documentRemarks']> {
  return documentRemarks(point).map((text) => ({text, channel: channelOpening(text) ?? channelsOf(text), point: point?.number ?? ''}))
}

/** The paragraphs, where a heading and its documents on one line are taken apart and a line that ends in a comma is joined to the next. */
function parts(point: Point): Paragraph[] {
  const found: Paragraph[] = []
  for (const paragraph of paragraphs(point)) {
    const last = found.at(-1)
    if (last && last.marker === null && paragraph.marker === null && /,$/u.test(last.text)) {
      found.splice(-1, 1, partOf(null, `${last.text} ${paragraph.text}`))
      continue
    }
    const both = HEADING_AND_MORE.exec(paragraph.folded)
    if (both) {
      found.push(partOf(paragraph.marker, paragraph.text.slice(0, both[1]!.length)))
      found.push(partOf(null, paragraph.text.slice(both[0].length)))
      continue
    }
    if (paragraph.marker === null && last?.opensList && BETWEEN_DOCUMENTS.test(paragraph.text)) {
      // each closed by a semicolon: the last one as well, for what it says of itself («… қоса беріледі») makes no sentence of it
      for (const text of paragraph.text.split(BETWEEN_DOCUMENTS)) found.push(partOf(null, `${bare(text)};`))
      continue
    }
    found.push(paragraph)
  }
  return found
}

function partOf(marker: string | null, text: string): Paragraph {
  return {marker, text, folded: foldLookAlikes(text), opensList: /:$/u.test(text)}
}

/** «… мәліметтің; … қорытындысының ұсынылуымен әзірленеді» names «… мәлімет» and «… қорытындысы». */
function ungoverned(documents: Document[]): Document[] {
  const closes = documents.findIndex(({text}) => GOVERNED.test(foldLookAlikes(text)))
  if (closes < 0) return documents
  return documents.map((document, at) => {
    if (at > closes) return document
    const words = document.text.slice(0, document.text.length - (GOVERNED.exec(foldLookAlikes(document.text))?.[0].length ?? 0))
    return {...document, text: words.slice(0, words.length - (GENITIVE.exec(foldLookAlikes(words))?.[0].length ?? 0))}
  })
}

/** «… тағайындау үшін мынадай құжаттар ұсынылады» is the case «… тағайындау үшін». */
function caseOf(heading: string): string {
  const folded = foldLookAlikes(heading)
  const last = [...folded.matchAll(new RegExp(CASE, 'giu'))].at(-1)
  const end = last ? last.index + last[0].length : heading.length
  const bracket = /^\s*\([^()]*\)/u.exec(heading.slice(end))?.[0].length ?? 0
  return PLAIN_HEADING.test(folded.slice(end)) ? heading.slice(0, end + bracket) : heading
}
