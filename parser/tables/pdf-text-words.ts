/**
 * What the words of an office table say about the column they stand in.
 *
 *     Көкшетау қалалық бөлімі Көкшетау қаласы, Біржан сал көшесі, 42-үй 8 (7162) 25-00-67
 *     name: «қалалық», «бөлімі» — address: «қаласы,», «көшесі,», «42-үй» — telephone: «8 (7162) 25-00-67»
 *
 * General knowledge of how names end and addresses begin; what is known of particular offices comes from the
 * vocabulary (`vocabulary.ts`).
 */
import {foldKey} from '../language/alphabet.ts'
import {foldSpace} from '../tree.ts'

export type ColumnKind = 'name' | 'address' | 'phone' | 'hours' | 'web' | 'person' | 'region' | 'other'

export type WordClass =
  /** Telephone number with its area code: «8 (7162) 25-00-67». */
  | 'phone'
  /** Number that is a telephone only beside another: «38-27-09». */
  | 'local-phone'
  /** «тел.:», «факс». */
  | 'phone-word'
  /** «бөлімі», «филиалы», «ҚІД»: a name ends here. */
  | 'name-end'
  /** «қалалық», «бойынша», «ХҚО»: inside a name. */
  | 'name-word'
  /** «… мұрағаты» РММ», «… аппараты» ММ»: may end a name. */
  | 'legal-form'
  /** «қаласы», «ауданы», «кенті»: in names too, with a comma in addresses. */
  | 'place'
  /** «көшесі», «даңғылы», «үй», «нөмірсіз»: in addresses only. */
  | 'street'
  /** «010000,». */
  | 'postcode'
  /** «42-үй», «20/1», «2а». */
  | 'digits'
  /** «№», «№1». */
  | 'number-sign'
  /** «дейін», «демалыс». */
  | 'hours-word'
  /** «9-00», «18.30». */
  | 'time'
  /** «akmola@gcvp.kz», «www.con.gov.kz». */
  | 'web'
  /** «Ж.», «Н.О.»: initials, of a person or in the name of a street. */
  | 'initial'
  /** «-». */
  | 'dash'
  | 'word'

/** «8 (7162) 25-00-67», «8(7172) 72-18-54», «8 ( 7 2 1 2 )», «8 (711) 33- 35-550», «8 (72533) 41679», «8.(72631) 2-18-10». */
const BRACKETED_PHONE =
  /(?:\+?[78][.\s–-]{0,3})?\(\s*\d(?:[\s–-]?\d){1,5}\s*\)(?:[\s–-]{0,3}(?:\d{2,3}\s\d{2}\s\d{2}(?!\S)|\d+(?:[–-]\s?\d+)*))?/uy
/** «8-711-36-92-580», «8-71622 5-26-49», «87172-94-99-95», «8-713373-20-45», «8-716-36 4-27-68», «8-7282 210491». */
const HYPHENED_PHONE = /(?:\+7|8)[\s–-]?(?:\d{3}[–-]\d{2}\s|\d{3,6}[\s–-])\d{1,7}(?:[–-]\d{1,4}){0,3}(?![\d/])/uy
/** «8-711-33-35-5508711-33-36-778», «8(71237-5-25-51»: misprinted, but nothing else is so long. */
const LONG_NUMBER = /^8[\d()+–-]{9,}[,;.]?$/u
/** «8-72537», «871036»: an area code whose number stands on the next line, or is lost. */
const AREA_CODE = /^8[–-]?7\d{3,5}[,;.-]?$/u
/** «2-06-422-05-65», «-71-80»: local numbers run together, or the rest of one. */
const LOCAL_NUMBERS = /^(?:\d{1,3}-\d{2}-){2,}\d{2,3}[,;.]?$|^-\d{2}-\d{2}[,;.]?$/u
/** A number with its area code has eleven digits; some are printed with one too many or too few. */
const PHONE_DIGITS = [10, 12] as const
/** A number with its area code begins with these signs and goes on with those. */
const SPACED_PHONE_START = /^(?:\+7|8)[\s(–-]{0,3}7\d/u
const PHONE_SIGN = /[\d\s()+–-]/u
const FULL_NUMBER = 11
/** «38-27-09», «4-43-12», «21-4-69», «322-228». */
const LOCAL_PHONE = /(?:\d{1,3}-\d{2}-\d{2,3}|\d{2}-\d-\d{2}|\d{3}-\d{3})(?![\d/\p{L}-])/uy
/** «8 ( 7 2 1 2 )»: digits set apart. */
const SPACED_DIGITS = /\(\s*\d(?:\s\d)+\s*\)/u

/** «(+49 30) 470-07-110», «+33 1 45 61 52 06», «+81 (3) 3589-1821»: a number abroad. */
const FOREIGN_PHONE = /\(?\+(?!7[\s(]?7)\d{1,3}[\d\s()–-]{5,17}\d(?!\d)/uy
const POSTCODE = /^\d{6}$/u
const TIME = /^\d{1,2}[-.:]\d{2}(?:[–-]\d{1,2}[-.:]\d{2})?$/u
/** An empty cell is sometimes printed as a dash. */
const DASH = /^[–—-]$/u
/** «Ж.», «Н.О.». */
const INITIAL = /^\p{Lu}\.(?:\p{Lu}\.)?$/u
const WEB = /@|^[eе]-?m[aа][iі]l|^www\.|^https?:|\.(?:kz|ru|com)$/iu
const HAS_DIGIT = /\d/u

/** «бөлімі», «бөлімше», «филиалы»; «филилалы» is how one list prints it. */
const NAME_END =
  /^(?:бөлім(?:і|ше|шесі|дері|шелері)?|фили(?:ал|лал)(?:ы|дары)?|қід|департамент(?:і|тері)?|басқарма(?:сы|лары)?|мекемесі|мұрағат(?:ы|тары)?|инспекция(?:сы)?|комитет(?:і)?|елшілі(?:к|гі)|консулды(?:қ|ғы)|өкілді(?:к|гі)|миссиясы|агентті(?:к|гі)|кітапхана(?:сы)?|музейі|институты|әкімдігі|кеңсесі|аппараты|орталықтары)$/u
/** «РМК филиалы», «… аппараты» ММ», «Темірбанк» АҚ ғимаратында». */
const LEGAL_FORM = /^(?:р?мм|кмм|рмк|рмқк|мкк|мкқк|кмқк|ақ|жшс)$/u
/** «қалалық», «ауданының», «ХҚО»; «орталығы» ends names and buildings alike. */
const NAME_WORD =
  /^(?:аудандық|қалалық|ауылдық|селолық|облыстық|ауданаралық|бойынша|атындағы|округі|округтің|(?:аудан|қала|ауыл|облыс)ы?ның|хқо|хқко|халыққа|көрсету|орталық|мемлекеттік)$/u
/** «Ақмола облысы», «Щучинск қ.», «Шамалған ст.». */
const PLACE =
  /^(?:облыс[ыі]|обл|аудан[ыі]?|ауд|қала(?:сы)?|ауыл[ыі]?|аулы|кент[іы]?|станция(?:сы)?|ст|с|к|бқо|шқо|сқо|оқо|село(?:сы)?|поселкесі)$/u
/** «Абай көшесі», «12-үй», «нөмірсіз»; «ул.», «пр.» where a Russian list was copied. */
const STREET =
  /^(?:көшес[іi]|көше|к-с[іi]|даңғыл[ыі]?|даң|шағын|ш\/а|мкр|мөлтек|тұйы[қг]ы?|қиылысы|квартал[ыі]?|үй[іi]?|ғимарат(?:ы|ында|та)?|нөмірс[іi]з|ул|пр|пр-т|бульвар[ыі]?|алаңы|кабинет|пәтер|қабат|кіреберіс|оф|вп|орам[ыі]?|тасжолы|жолы)$/u
const HOURS_WORD =
  /^(?:дейін|бастап|сағат|үзіліс(?:і|сіз)?|түскі|демалыс|мереке|жұма|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|сенбі|жексенбі|күндер(?:і|ін)?|күн|сағ|дс|жм|ас)$/u
const PHONE_WORD = /^(?:тел(?:ефон(?:ы|дары)?)?|факс[ыі]?|ф|т|моб|ішкі|қабылдау|жо[қк])$/u
const EDGE_MARKS = /^[«»"“”„(),.;:]+|[«»"“”„(),.;:]+$/gu

const classes = new Map<string, {bare: string; kind: WordClass}>()
/** A long-lived process must not keep every word it ever saw. */
const MOST_CLASSES = 50_000

/** The word without marks at its edges, folded, and what it says about its column. */
export function classifyWord(text: string): {bare: string; kind: WordClass} {
  const known = classes.get(text)
  if (known) return known
  const bare = foldKey(text).replace(EDGE_MARKS, '')
  const found = {bare, kind: classOf(text, bare)}
  if (classes.size >= MOST_CLASSES) classes.clear()
  classes.set(text, found)
  return found
}

function classOf(text: string, bare: string): WordClass {
  if (text.startsWith('№')) return 'number-sign'
  if (DASH.test(text)) return 'dash'
  if (LONG_NUMBER.test(text)) return 'phone'
  if (AREA_CODE.test(text) || LOCAL_NUMBERS.test(text)) return 'local-phone'
  if (NAME_END.test(bare)) return 'name-end'
  if (INITIAL.test(text)) return 'initial'
  if (LEGAL_FORM.test(bare)) return 'legal-form'
  if (NAME_WORD.test(bare)) return 'name-word'
  if (STREET.test(bare)) return 'street'
  if (PLACE.test(bare)) return 'place'
  if (POSTCODE.test(bare)) return 'postcode'
  if (TIME.test(bare)) return 'time'
  if (WEB.test(bare)) return 'web'
  if (HOURS_WORD.test(bare)) return 'hours-word'
  if (PHONE_WORD.test(bare)) return 'phone-word'
  return HAS_DIGIT.test(bare) ? 'digits' : 'word'
}

const PHONE_STARTS = new Set('0123456789+(')
const PHONES = [FOREIGN_PHONE, BRACKETED_PHONE, HYPHENED_PHONE, LOCAL_PHONE] as const

/** The telephone number that begins at `at`, or null; `text` is how it is printed, with digits set apart put together. */
export function matchPhone(line: string, at: number): {text: string; end: number; kind: 'phone' | 'local-phone'} | null {
  if (!PHONE_STARTS.has(line.charAt(at))) return null
  for (const pattern of PHONES) {
    pattern.lastIndex = at
    const match = pattern.exec(line)?.[0]
    if (!match || (pattern === HYPHENED_PHONE && !hasPhoneDigits(match))) continue
    const text = SPACED_DIGITS.test(match)
      ? match.replace(SPACED_DIGITS, (digits) => digits.replace(/\s/gu, '')).replace(/^(\+?[78])\s/u, '$1')
      : match
    return {text, end: at + match.length, kind: pattern === LOCAL_PHONE ? 'local-phone' : 'phone'}
  }
  const spaced = matchSpacedPhone(line, at)
  return spaced === null ? null : {text: foldSpace(spaced), end: at + spaced.length, kind: 'phone'}
}

/** «8 7172 72 18 54», «8 -7272 40-85-01», «8-711-33- 35-550»: any spacing, as long as the digits are those of one number. */
function matchSpacedPhone(line: string, at: number): string | null {
  if (!SPACED_PHONE_START.test(line.slice(at, at + 8))) return null
  let digits = 0
  let best = -1
  let index = at
  for (; index < line.length && PHONE_SIGN.test(line[index]!) && digits <= PHONE_DIGITS[1]; index++) {
    if (/\d/u.test(line[index]!)) digits++
    const ends = index + 1 === line.length || /[\s,;.]/u.test(line[index + 1]!)
    if (ends && /\d/u.test(line[index]!) && digits >= PHONE_DIGITS[0] && (best === -1 || digits <= FULL_NUMBER)) best = index + 1
  }
  return best === -1 ? null : line.slice(at, best)
}

function hasPhoneDigits(text: string): boolean {
  const digits = text.replace(/\D/gu, '').length
  return digits >= PHONE_DIGITS[0] && digits <= PHONE_DIGITS[1]
}

/** Heading words that name what a column holds: «Орналасқан мекенжайы», «Телефон нөмірлері», «Жұмыс кестесі». */
const COLUMN_KINDS: readonly [ColumnKind, RegExp][] = [
  ['address', /мекен-?\s?жай|орналасқан\s(?:жері|орны)/u],
  ['phone', /телефон|тел\.|факс/u],
  ['person', /директор|басшы|жауапты адам|лауазымды (?:тұлға|адам)|аты-жөн|т\.а\.ә|тегі/u],
  ['region', /^(?:өңір|облыс|аймақ)[\p{L}]*(?:[\s,]+\p{L}+)?$/u],
  ['hours', /жұмыс (?:кестесі|уақыты|тәртібі|режимі)|кестесі/u],
  ['web', /электронды|e-mail|сайт|веб|интернет/u],
  ['name', /атау|бөлім|орталық|департамент|мекеме|ұйым|орган/u],
]

/** «Байланыс деректері»: telephones, unless the heading goes on with «электрондық поштасы», «сайты». */
const CONTACTS = /байланыс/u

/** What a column holds, by its heading: what is named first, but a name only where nothing else is told. */
export function columnKind(title: string): ColumnKind {
  const key = foldKey(title)
  const contacts = CONTACTS.test(key)
  let found: ColumnKind = contacts ? 'phone' : 'other'
  let first = Infinity
  for (const [kind, pattern] of COLUMN_KINDS) {
    if (kind === 'name' && (contacts || first < Infinity)) continue
    const at = key.search(pattern)
    if (at === -1 || at >= first) continue
    found = kind
    first = at
  }
  return found
}
