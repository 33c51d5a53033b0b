/**
 * The parts of an address, whatever it abbreviates or leaves out.
 *
 *     Ақмола облысы, Көкшетау қ., Біржан сал к-сі, 42        Щучинск қаласы, 8 наурыз көшесі, 23 mse4_schuchinsk@gcvp.kz
 *     locality Көкшетау, street Біржан сал, house 42         locality Щучинск, street 8 наурыз, house 23
 */
import {foldKey, foldLookAlikes} from '../language/alphabet.ts'
import {bones} from './skeleton.ts'

export interface Place {
  /** «Көкшетау қаласы», «Красный Яр ауылы», «Лепсі станциясы», from the widest to the narrowest; what kind it is written out. */
  localities: string[]
  street: string | null
  microdistrict: string | null
  /** «42», «18б», «47/3»; `none` for «нөмірсіз үй»; null where nothing is said. */
  house: string | null
}

export interface Address extends Place {
  district: string | null
  /** A second address in the same cell. */
  second: Place | null
}

/** How a part of an address is marked, longest first; `kind` says what it is, `full` how it is written out. */
type MarkedKind = 'region' | 'district' | 'locality' | 'settlement' | 'street' | 'micro'
const MARKERS: {pattern: string; kind: MarkedKind | 'note'; full?: string}[] = [
  {pattern: 'облыс(?:ы(?:ның|нда)?)?|обл\\s?\\.', kind: 'region'},
  {pattern: '[бшос]қо', kind: 'region'},
  {
    pattern: 'шағ(?:ын)?\\s?\\.?-?\\s?ауд(?:ан[ы]?|\\.)?|ықшам\\s?ауд(?:ан[ы]?|\\.)|ш\\s?/\\s?а|м\\s?/\\s?а|мкр\\.?|квартал[ы]?|орам(?!ы)',
    kind: 'micro',
  },
  {pattern: 'ауылдық\\s+округі?|селолық\\s+округі?|а/о', kind: 'note'},
  {pattern: 'ауданы(?:ның)?|аудан|ауд\\s?\\.', kind: 'district', full: 'ауданы'},
  {pattern: 'қала(?:сы)?|қ-\\s?сы\\.?|қ\\s?\\.|қ(?=\\s*(?:,|$))', kind: 'locality', full: 'қаласы'},
  {pattern: 'ауы?лы|ауыл|селосы|с\\s?\\.|а\\s?\\.(?=\\s*,)', kind: 'locality', full: 'ауылы'},
  {pattern: 'кент[і]?|поселкесі|пос\\.', kind: 'locality', full: 'кенті'},
  {pattern: 'станциясы|стансасы|ст\\.', kind: 'locality', full: 'станциясы'},
  {pattern: 'тұйық\\s+(?:көше(?:сі)?|к-с[і]?)|тұйығы|қиылысы|орамы|қысқа\\s+көшесі', kind: 'street'},
  {
    pattern:
      'көше(?:сі|с|лері)?|көш\\s?\\.?|к\\s?-\\s?с?[іi]?(?:\\.|(?!\\p{L}))|даңғылы?|даңғ?\\s?\\.|дң\\.|пр\\.|пр-т[іi]|алаңы?|а-ңы|гүлзары?|г-р[ыіi]|бульвары?|тас\\s?жолы|проспект[іi]?|ул\\.',
    kind: 'street',
  },
  {pattern: 'к\\s?\\.(?:і(?!\\p{L}))?', kind: 'settlement', full: 'кенті'},
]
const MARKER = new RegExp(`(?<!\\p{L})(?:${MARKERS.map(({pattern}) => `(${pattern})`).join('|')})(?!\\p{L})`, 'giu')

/** «42-үй», «18 б», «47/3», «67Б», «№158 «а»», «11-оф», «23-1 үй», «5/1»: a house, with its letter. */
const HOUSE = /^(?:үй\s*)?№?\s*(\d+(?:\s?[/-]\s?\d+)?)\s*(?:-?\s?["«»“”]*(\p{L})(?![\p{L}])["«»“”]*)?\s*(?:\/\s?(\d+|\p{L}(?!\p{L})))?/u
/** «нөмірсіз үй», «н/ж», «б/н» */
const NO_NUMBER = /^(?:үй\s+)?(?:нөмірсіз|номерсіз|н\s?\/\s?[жз]|б\s?\/\s?н)/iu
/** «№1 вп.», «№ 1 кіреберіс», «№ 3 кабинет», «2 қабат»: where in the house. */
const INSIDE = /^№?\s?\d+\s?-?(?:каб|кіреберіс|вп|қабат|бөлме|пәтер|учаске)|^(?:каб|вп)\./iu
/** «Жастар сарайы ғимараты», ««Темірбанк» АҚ ғимаратында»: a house by its name. */
const BUILDING = /ғимарат|орталығы|сарайы|үйі(?!\p{L})|ЖШС/iu
/** «бд-үй», «ба»: a misprinted number («6д», «6а»). */
const LETTERS_ONLY = /^\p{L}{1,2}(?:\s?-\s?үй)?$/u
const EMAIL_OR_SITE = /[A-Za-z_][\w.+-]*\s?@\s?\S+|(?:https?:\/+)?(?:www\.)?[a-z][a-z\d-]*(?:\.[a-z\d-]+)+/giu
const POSTCODE = /(?<!\d)\d{6}(?!\d)\s*,?/u
const BRACKETS = /\([^)]*\)?/gu
/** «М. Мәметова», «Б.Момышұлы»: initials go and come. */
const INITIALS = /(?<!\p{L})\p{L}{1,3}\s?\.\s?(?=\p{L})/gu
const DASH = /[–—‑‐−]/gu
const QUOTES = /["«»“”]/gu
const KIND_OF_PLACE = /\s+(?:қаласы|ауылы|кенті|станциясы|ауданы)$/u

/** Takes an address cell apart. Parts that it does not have are null. */
export function readAddress(cell: string): Address {
  // «24 вuralsk06@gcvp.kz»: the e-mail address goes before look-alike letters in one word are folded.
  const bare = /[a-z]/iu.test(cell) ? cell.replace(EMAIL_OR_SITE, ' ') : cell
  const text = foldLookAlikes(bare.normalize('NFC')).replace(POSTCODE, ' ').replace(BRACKETS, ' ').replace(DASH, '-').replace(/\s+/gu, ' ')
  const places: Place[] = [empty()]
  let district: string | null = null
  /** Localities named after the house: of this address («…, 40, Атасу кенті») or of the next one. */
  let pending: string[] = []
  /** A name without a marker, waiting for what follows. */
  let loose: string | null = null
  const current = () => places.at(-1)!
  const setStreet = (name: string) => {
    const place = current()
    if (place.street !== null || (place.house !== null && place.microdistrict === null)) {
      places.push({...empty(), localities: pending})
      pending = []
    }
    current().street = name
  }
  const setHouse = (key: string | null) => {
    const place = current()
    // «Достық, 98»: a name with a house after it is a street.
    if (loose !== null && place.street === null && place.microdistrict === null) place.street = loose
    loose = null
    place.house ??= key
  }
  const parts = [...segments(text)]
  for (const [at, {name, kind: marked, full}] of parts.entries()) {
    const place = current()
    const settled = place.localities.length > 0
    // «Үштөбе қ., Қонаев к., 9»: «к.» is a street where a house follows at once, else a settlement («Аршалы к.»).
    const kind = marked === 'settlement' ? (settled && /^№?\s?\d/u.test(parts[at + 1]?.name ?? '') ? 'street' : 'locality') : marked
    if (kind === 'region') loose = null
    else if (name === '' && kind !== 'locality') continue
    else if (kind === 'district') district ??= `${name} ауданы`
    else if (kind === 'micro' || (kind === 'street' && /^\d[\d/-]*$/u.test(name))) place.microdistrict ??= name || null
    else if (kind === 'street') {
      if (loose !== null) place.localities.push(loose)
      loose = null
      setStreet(name)
    } else if (kind === 'locality' && name === '') {
      // «Шахан Квартал ауылы»
      if (place.microdistrict !== null && !/\d/u.test(place.microdistrict))
        place.localities.push(`${place.microdistrict} ${full ?? ''}`.trim())
      if (!/\d/u.test(place.microdistrict ?? '')) place.microdistrict = null
    } else if (kind === 'locality') {
      const locality = `${name} ${full ?? ''}`.trim()
      if (place.house === null && (place.street === null || !settled)) place.localities.push(locality)
      else pending.push(locality)
    } else if (NO_NUMBER.test(name)) setHouse('none')
    else if (INSIDE.test(name)) loose = null
    else if (/^(?:үй\s*)?№?\s?\d/u.test(name)) setHouse(houseKey(name))
    else if (LETTERS_ONLY.test(name) && place.street !== null) setHouse(name.replace(/\s?-\s?үй$/u, '').toLowerCase())
    else if (!BUILDING.test(name)) {
      // «Қазақстан 99/1»
      const numbered = /^(\p{L}[\p{L}\s.-]*?)\s+(\d\S*(?:\s\p{L}(?!\p{L}))?)/u.exec(name)
      if (numbered && place.street === null) {
        setStreet(numbered[1]!)
        setHouse(houseKey(numbered[2]!))
      } else loose = name
    }
  }
  const [first = empty(), second = null] = places
  if (first.localities.length === 0) first.localities = pending
  return {...first, district, second: second !== null && (second.house !== null || second.localities.length > 0) ? second : null}
}

interface Segment {
  name: string
  kind: MarkedKind | 'text'
  full?: string | undefined
}

/** A text cut at its commas and behind its markers. */
function* segments(text: string): Generator<Segment> {
  for (const part of text.split(/[,;]/u)) {
    let from = 0
    for (const match of part.matchAll(MARKER)) {
      const index = match.slice(1).findIndex((group) => group !== undefined)
      const {kind, full} = MARKERS[index]!
      let name = tidy(part.slice(from, match.index))
      const after = part.slice(match.index + match[0].length)
      if (kind === 'note') {
        if (name !== '') yield {name, kind: 'text'}
      } else if (kind === 'micro' && name === '') {
        name = tidy(after.trim().split(/\s/u)[0] ?? '')
        yield {name, kind: 'micro'}
      } else yield* named(name, kind, full)
      from = match.index + match[0].length
    }
    const rest = tidy(part.slice(from))
    if (rest !== '') yield {name: rest, kind: 'text'}
  }
}

/** «7-үй Ақтоғай кенті»: a house before the name is cut off. */
function* named(name: string, kind: Segment['kind'], full: string | undefined): Generator<Segment> {
  const house = /^(\d+\S*-?\s?үй)\s+(.+)$/u.exec(name)
  if (house) {
    yield {name: house[1]!, kind: 'text'}
    name = house[2]!
  }
  // ««Жайлау» ЖШС ғимараты Үштерек көшесі»
  yield {name: kind === 'street' ? name.replace(/^.*ғимараты\s+/u, '') : name, kind, full}
}

function tidy(text: string): string {
  return text
    .replace(QUOTES, (quote, at: number) => (/\d\s*$/u.test(text.slice(0, at)) || /^["«]\p{L}["»]/u.test(text.slice(at)) ? quote : ''))
    .replace(/^[\s.№-]+(?!\d)|[\s.-]+$/gu, '')
    .trim()
}

function empty(): Place {
  return {localities: [], street: null, microdistrict: null, house: null}
}

/** «42-үй», «18 б-оф», «47/3», ««54 А» үй» → «42», «18б», «47/3», «54а»; null without a number. */
function houseKey(printed: string): string | null {
  const match = HOUSE.exec(printed.replace(/-?\s*(?:үй|оф|ғимарат\p{L}*)\.?/giu, ' ').trim())
  if (!match) return null
  const [, number = '', letter, corner] = match
  return `${number.replace(/\s/gu, '').replace(/^0+/u, '')}${cyrillic(letter)}${corner ? `/${cyrillic(corner)}` : ''}`
}

/** «24 B» with a Latin letter is «24 В». */
function cyrillic(letter = ''): string {
  return foldLookAlikes(`я${letter.toUpperCase()}`).slice(1).toLowerCase()
}

/** Key for comparing: the name's skeleton without initials and without what kind of place it is. */
export function nameKey(name: string): string | null {
  return wordKeys(name).join('') || null
}

/** The same, word by word. */
export function wordKeys(name: string): string[] {
  const bare = foldKey(name).replace(INITIALS, '').replace(KIND_OF_PLACE, '')
  return bare
    .split(/[\s.]+/u)
    .map(bones)
    .filter((word) => word !== '')
}
