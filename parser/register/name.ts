/**
 * What the name of an office says: the place it serves, its number, its rank.
 *
 *     Шымкент қаласының № 1 қалалық бөлімі          Осакаров аудандық № 2 бөлімі        «Ақмола облысы бойынша ХҚКО» РМК филиалы
 *     place шимкент, number 1, level city           place осакаров, number 2, district  head of the region
 *
 * «аудандық бөлімі», «ауданы бөлімі», «ауданы бойынша бөлім», «ауданының бөлімі» say the same.
 */
import {foldKey} from '../language/alphabet.ts'
import {regionInKey} from './region.ts'
import {bones} from './skeleton.ts'

export type Level = 'region' | 'city' | 'district' | 'village'

export interface OfficeName {
  /** Skeleton of the names of places (or other names of its own), in their order; empty for «№ 1 қалалық бөлім». */
  place: string
  /** The same, name by name, for «Қарғалы» in «Қарғалы (Жилянка)». */
  words: string[]
  number: string | null
  level: Level | null
  /** The seat of a whole region's network, or the region's own body. */
  head: boolean
  /** The institution's own word: әкім, басқарма, департамент, мұрағат. */
  unit: string | null
  /** Nothing is printed: the name was lost in the source. */
  bare: boolean
}

/** «№ 12», «№12»; a number with a name after it («№9 Бейнеу ауданының Боранқұл бөлімшесі») is the office's too. */
const NUMBER = /№\s?(\d+)/u
/** Words that say how far an office's duty goes. */
const LEVELS: [RegExp, Level][] = [
  [/(?<!\p{L})(?:ауыл|село|кент|округ)/u, 'village'],
  [/(?<!\p{L})аудан|(?<!\p{L})ауд\./u, 'district'],
  [/(?<!\p{L})қала|(?<!\p{L})қ\.|қ-сы/u, 'city'],
  [/(?<!\p{L})об(?:л|ыл)/u, 'region'],
]
/** «облысы», «облыстық», «қаласының»: the name of a region goes with it, and is known without. */
const REGION_WORDS =
  /(?:(?:шығыс|батыс|солтүстік|оңтүстік)[\s-]+қазақстан|(?<!\p{L})\p{L}+)\s+об(?:лыс|ылыс)\p{L}*|(?<!\p{L})[бшос]қо(?!\p{L})/gu
/** Words that every name of the kind may have, or not: what kind of office, which body, which line of work. */
const GENERIC = new RegExp(
  `(?<!\\p{L})(?:${[
    'бөлім\\p{L}*|бөлiм\\p{L}*|фил(?:ил)?и?ал\\p{L}*|рмк|рмқк|мм|ркм|рмм|кмм|гу|орталы?[қғ]\\p{L}*|хқк?о|бойынша|атындағы',
    'аудан\\p{L}*|ауд\\.|қала(?:сы|лық|сының|сы)?\\p{L}*|қ-сы|қ\\.|облыс\\p{L}*|обл\\.|ауы?л\\p{L}*|округ\\p{L}*|село\\p{L}*|кент\\p{L}*|с\\.|ст\\.|к\\.',
    'халыққа|қызмет|көрсету|көрсететін|мемлекеттік|жергілікті|және|мен|халықты|жұмыс|пен|жұмыспен|қамт\\p{L}*|әлеуметтік|бағдар\\p{L}*|-?ламалар|үйлестіру',
    'басқарма\\p{L}*|департамент\\p{L}*|комитет\\p{L}*|аппарат\\p{L}*|әкім\\p{L}*|мұрағат\\p{L}*|бақылау|қорғау|қорғаныс|істері|жөніндегі|қід',
    'тұрғын|үй|коммуналдық|шаруашылық\\p{L}*|ткш|тқш|жолаушылар|көлігі|автомобиль|жолдары?|медициналық\\p{L}*|сараптама\\p{L}*',
    'атқарушы|орган\\p{L}*|ның|нің|дың|дің|тың|тің',
  ].join('|')})(?![\\p{L}])`,
  'gu',
)
const INITIALS = /(?<!\p{L})\p{L}\s?\.\s?(?=\p{L}{2})/gu
/** «әкімінің аппараты» and «әкімдігі» are one: the first word that is found counts. */
const UNITS = /(?<!\p{L})(әкім|басқарма|департамент|комитет|аппарат|мұрағат|фил(?:ил)?и?ал)/u
/** «Ақмола облыстық филиалы», ««Ақмола облысы бойынша ХҚО» РМК филиалы» */
const BRANCH = /(?<!\p{L})(?:рмк|фил(?:ил)?и?ал)/u
const HYPHENS = /(?<=\p{L})-\s?(?=\p{L})/gu

/** Reads the name of an office, folded. `region` is where it lies, or null. */
export function readName(folded: string, region: string | null): OfficeName {
  const key = folded.replace(/"/gu, ' ').replace(HYPHENS, '')
  const number = NUMBER.exec(key)?.[1] ?? null
  const rest = key.replace(NUMBER, ' ').replace(INITIALS, ' ').replace(REGION_WORDS, ' ')
  // The two cities that are regions: «Астана қаласының ҚІД», but «Алматы ауданы бойынша бөлім».
  const own = region !== null && region.endsWith('қаласы') && regionInKey(key) === region && !/аудан/u.test(key)
  const bare = own ? rest.replace(new RegExp(`${foldKey(region).split(' ')[0] ?? ''}\\s+қала\\p{L}*`, 'u'), ' ') : rest
  const words = bare
    .replace(GENERIC, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .map(bones)
    .filter((word) => word.length > 1)
  const ofRegion = own || /об(?:лыс|ылыс)/u.test(key)
  const level = LEVELS.find(([pattern]) => pattern.test(rest))?.[1] ?? (ofRegion ? 'region' : null)
  const place = words.join('')
  return {
    place,
    words,
    number,
    level: place === '' && ofRegion ? 'region' : level,
    head: place === '' && number === null && (BRANCH.test(key) || (ofRegion && UNITS.test(key))),
    unit: UNITS.exec(key)?.[1] ?? null,
    bare: key === '',
  }
}
