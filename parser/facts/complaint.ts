/**
 * Where and to whom one complains.
 *
 *     2) … министрлігінің 8 (7172) 74-37-23 нөмірлері бойынша «сенім телефонына»;
 *     {to: '… министрлігінің … «сенім телефонына»', phones: ['8 (7172) 74-37-23']}
 */
import type {Facts, Point} from '../model/index.ts'
import {foldSpace} from '../tree.ts'
import {phonesIn} from './contacts.ts'
import {bare, paragraphs} from './paragraphs.ts'

type Route = Facts['complaint'][number]

/** Whom a complaint goes to stands in the dative, or is named by its head: «басшысына», «министрлігіне», «сотқа» */
const ADDRESSEE =
  /(?<!\p{L})(?:басшы(?:сы|лары)?ның\s+атына|басшы(?:сы|лары)?на|(?:басшылығы|төрағасы|төрайымы|директоры|бастығы)(?:ның\s+атына|на)|министрінің\s+(?:блогына|атына)|министрлігіне|комитетіне|агенттігіне|департаментіне|органына|органға|әкіміне|аппаратына|«?сенім\s+телефон\p{L}*»?|кеңсесіне|жәшік|сотқа|РМК\s?-?\s?(?:ға|қа)|орталыққа)(?!\p{L})/iu
/** «ауданның (облыстық маңызы бар қаланың) уәкілетті органына»: a closed bracket belongs to the addressee, nothing begins in it. */
const IN_BRACKETS = /\([^()]*\)/gu
/** Words after which the addressee begins. */
const BEFORE_ADDRESSEE =
  /(?:[,:;(]|(?<!\p{L})(?:жағдай\p{L}*|шағым\p{L}*(?!\s+мен)|тікелей|тәртіппен|бойынша|көрсетілген|кезде|кезінде|алушы\p{L}*|тұтынушы\p{L}*|не|немесе)(?!\p{L}))\s*/giu
/** «8 (7172) 74-37-23, 74-33-65 нөмірлері бойынша»: by telephone, in the middle of the addressee. */
const BY_PHONE = /(?<!\s)\s*(?:8|\+?7)?[\s-]*\(?\d{3,5}\)?[\d\s,()-]*(?:нөмір\p{L}*\s+)?бойынша/giu
/** «010000, Астана қаласы, Орынбор көшесі, № 8 үй, 6-кіреберіс» */
const ADDRESS =
  /(?<!\d)\d{6},?\s[^;]*?(?=\s+мекенжай|,?\s*(?:қабылдау\s+бөлме\S*\s+)?(?:телефон|тел\.|факс|интернет|электрон)|;|\.(?:\s|$)|\s+(?:және|орналасқан)\s|$)/iu
/** «Астана қаласы, Республика даңғылы, 43А-үй»: without the postal code, down to the house. */
const TOWN_ADDRESS =
  /(?<!\p{L})\p{Lu}[\p{L}-]+\s+(?:қаласы|қ\.),\s(?:[^;.()]{1,60},\s)?[^;,()]{1,50}\s(?:көшесі|даңғылы|көш\.|даңғ\.|к-сі|шағын\s+ауданы?),?\s(?:№\s?)?\d[\p{L}\d/-]*(?:\s?(?:үй|\p{L}\s+үй))?(?:,\s\d+-(?:кабинет|бөлме|қабат|кіреберіс))*/u
const COMPLAINT = /шағым|сотқа/iu

/** The ways of complaint out of the points on complaints: one for each item, or each paragraph that speaks of one. */
export function readComplaint(points: readonly (Point | null)[]): Route[] {
  const seen = new Set<Point>()
  const routes: Route[] = []
  for (const point of points) {
    if (!point || seen.has(point)) continue
    seen.add(point)
    for (const {text, folded, marker, opensList} of paragraphs(point)) {
      if (opensList || (marker === null && !COMPLAINT.test(folded))) continue
      routes.push({
        text: bare(text),
        to: addressee(text, folded),
        address: addressOf(text, folded),
        phones: phonesIn(text),
        point: point.number,
      })
    }
  }
  return routes
}

function addressOf(text: string, folded: string): string | null {
  const match = ADDRESS.exec(folded) ?? TOWN_ADDRESS.exec(folded)
  return match ? bare(text.slice(match.index, match.index + match[0].length)) : null
}

function addressee(text: string, folded: string): string | null {
  const match = ADDRESSEE.exec(folded)
  if (!match) return null
  // Blanked out, not removed: offsets must go on pointing into the text.
  const lead = folded.slice(0, match.index).replace(BY_PHONE, (words) => '\u0001'.repeat(words.length))
  const outside = lead.replace(IN_BRACKETS, (words) => '\u0001'.repeat(words.length))
  const start = [...outside.matchAll(BEFORE_ADDRESSEE)].map((before) => before.index + before[0].length).at(-1) ?? 0
  const kept = [...text.slice(start, match.index)].filter((_, at) => lead.charAt(start + at) !== '\u0001').join('')
  return foldSpace(kept + text.slice(match.index, match.index + match[0].length))
}
