/**
 * Through whom a service is asked for: every act has its own mix of the same few ways.
 *
 *     уәкілетті органда немесе орталықта: …
 *     competent-authority, service-centre
 */
import {foldLookAlikes} from '../language/alphabet.ts'

/** Where a document, a deadline or hours belong, by what the words name; the order is that of trying. */
const CHANNELS: readonly (readonly [name: string, stem: string, cases: string])[] = [
  ['mobile-centre', 'мобильді(?:к)? орталық(?:тар)?', '(?:та|қа|да|ға)?'],
  ['service-centre', '(?<!call-)(?<!call )(?:халыққа қызмет көрсету )?орталы(?:қ|ғ)(?:тар(?:ы)?|ы)?', '(?:қа|та|да|ға|нда|на)'],
  ['service-centre', 'ХҚК?О', '-?(?:да|ға|на|нда)'],
  ['portal', '(?:веб-)?портал(?:ы)?', '(?:да|ға|нда|на)'],
  [
    'authorised-organisation',
    'уәкілетті ұйым(?:дар)?(?:ның)?(?: (?:аумақтық |құрылымдық )?бөлімше(?:сі|лері|лер)?)?',
    '(?:да|ға|де|ге|нде|не)',
  ],
  ['competent-authority', 'уәкілетті орган(?:дар)?(?:ы)?', '(?:да|ға|нда|на)'],
  ['local-executive-body', '(?:жергілікті атқарушы орган(?:дар)?|ЖАО)', '-?(?:да|ға|ында|ына|нда|на)'],
  ['akim', '(?:ауылдық|селолық|кент)[^,;:]{0,20} әкімі', '(?:нде|не)'],
  ['archive', 'мұрағат(?:тар)?', '(?:та|қа|тарда|тарға|да|ға)'],
  ['post', 'пошта', ' арқылы'],
]
/** «портал арқылы», «орталықтар арқылы» say the same as «порталда». */
const THROUGH = ' арқылы'
/** «порталдың –», «орталық:» open a part of a list in any case. */
const ANY_CASE = '(?:\\p{L}{0,6})?'

const LOCATIVE = CHANNELS.map(
  ([name, stem, cases]) => [name, new RegExp(`(?<![\\p{L}-])${stem}(?:${cases}|${THROUGH})(?!\\p{L})`, 'giu')] as const,
)
const NAMED = CHANNELS.map(([name, stem]) => [name, new RegExp(`(?<![\\p{L}-])${stem}-?${ANY_CASE}(?!\\p{L})`, 'giu')] as const)
/** What may stand between two channels of one mention. */
const JOINED = /^\s*(?:,|және|не|немесе|әрі|мен|,? ?сондай-ақ|\/)?\s*$/u
/** A channel named further from the start of a paragraph does not open it. */
const OPENING = 70

interface Mention {
  name: string
  start: number
  end: number
  /** What stands between it and the mention before. */
  between: string
}

/** The channels named last before `before` in a text, joined by «, »; null where none is. */
export function channelBefore(text: string, before: number = text.length): string | null {
  return names(mentions(text.slice(0, before), LOCATIVE), true)
}

/** The channels that a text names first («уәкілетті органға немесе орталыққа: …»), in their order; null where none is. */
export function channelsOf(text: string): string | null {
  return names(mentions(text, LOCATIVE), false)
}

/** The channels that the beginning of a paragraph names, in whatever case: «орталықтың – …», «Уәкілетті органның жұмыс кестесі …». */
export function channelOpening(text: string): string | null {
  return names(mentions(text.slice(0, OPENING), NAMED), false)
}

function mentions(text: string, patterns: typeof LOCATIVE): Mention[] {
  const folded = foldLookAlikes(text)
  const found: Mention[] = []
  for (const [name, pattern] of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (!found.some((other) => start < other.end && other.start < end)) found.push({name, start, end, between: ''})
    }
  }
  found.sort((a, b) => a.start - b.start)
  return found.map((mention, at) => ({...mention, between: folded.slice(found[at - 1]?.end ?? 0, mention.start)}))
}

function names(found: readonly Mention[], last: boolean): string | null {
  if (found.length === 0) return null
  let group: Mention[] = []
  const groups: Mention[][] = []
  for (const mention of found) {
    if (group.length > 0 && JOINED.test(mention.between)) group.push(mention)
    else groups.push((group = [mention]))
  }
  const chosen = (last ? groups.at(-1) : groups[0]) ?? []
  return [...new Set(chosen.map((mention) => mention.name))].join(', ')
}
