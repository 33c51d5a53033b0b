/**
 * Names of fields for data files: Latin, short, stable.
 *
 *       "ЖСН"                                → iin
 *       "Редакцияның мекенжайы"              → redaktsiyanyn-mekenzhaiy
 *
 * A name depends on the caption alone; a second field with the same caption gets -2.
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import {plain} from './kazakh-terms.ts'
import type {Slot} from './rows.ts'

/** Captions that every blank has, and the name each one gets. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^(?:жсн|жеке сәйкестендіру нөмірі)$/u, 'iin'],
  [/^(?:бсн|бизнес[- ]сәйкестендіру нөмірі)$/u, 'bin'],
  [/^(?:жин\/бин|жсн\/бсн|иин\/бин)$/u, 'iin-bin'],
  [/^(?:(?:басшы )?т\.? ?а\.? ?ә\.?|аты-жөні|(?:\p{L}+ ){0,3}тегі, аты(?:,| және| мен) әкесінің аты)$/u, 'full-name'],
  [/^туған (?:күні|жылы|күні, айы, жылы|жылы, айы, күні)$/u, 'birth-date'],
  [/^туған жері(?: .*)?$/u, 'birth-place'],
  [/^(?:өтініш берушінің )?(?:тұрғылықты )?(?:жерінің )?мекен-?жайы?(?: индекс.*)?$/u, 'address'],
  [/^ұлты$/u, 'ethnicity'],
  [/^отбасы жағдайы$/u, 'family-status'],
  [/^облысы?$/u, 'region'],
  [/^ауданы?(?: \(?қаласы\)?|, қаласы)?$/u, 'district'],
  [/^лауазымы$/u, 'position'],
  [/^кім берген$/u, 'issued-by'],
  [/^берілген күні$|^берген күні$/u, 'issue-date'],
  [/^(?:толтырған )?күні$/u, 'date'],
  [/^20 жылғы тоқсан\p{L}*$/u, 'quarter'],
  [/^қосымша(?:лар)?$/u, 'attachments'],
  [/^сертификат №$/u, 'certificate-number'],
  [/^парақ №$/u, 'sheet-number'],
]
/** Type of the field where the caption has no words of its own. */
const BY_TYPE: Record<Slot['type'], string> = {
  text: 'text',
  multiline: 'text',
  date: 'date',
  signature: 'signature',
  table: 'table',
  checkbox: 'choice',
  stamp: 'stamp',
}
/** National romanisation in ASCII letters. */
const LATIN: Record<string, string> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', қ: 'q', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', і: 'i', ь: '', э: 'e', ю: 'yu', я: 'ya',
} // prettier-ignore
const LONGEST_NAME = 40
const PARTY_WORDS = 3
/** «6. », «7) »; «2 (туған күні)» where the dot is lost. */
const NUMBER = /^\d{1,2}\s*(?:[.)]\s*|(?=\())/u

/** Gives every field a name that is unique in the blank. */
export function nameFields(slots: readonly Slot[]): void {
  const taken = new Map<string, number>()
  for (const slot of slots) {
    const name = baseName(slot)
    let count = (taken.get(name) ?? 0) + 1
    while (count > 1 && taken.has(`${name}-${count}`)) count++
    taken.set(name, count)
    slot.name = count === 1 ? name : `${name}-${count}`
    if (count > 1) taken.set(slot.name, 1)
  }
}

function baseName(slot: Slot): string {
  const party = slot.party ? transliterate(slot.party.replace(NUMBER, ''), PARTY_WORDS) : ''
  const own = slot.party && slot.label.startsWith(slot.party) ? slot.label.slice(slot.party.length) : slot.label
  const name = ownName(own, slot.type)
  return party ? `${party}-${name}` : name
}

function ownName(label: string, type: Slot['type']): string {
  const words = plain(label)
    .replace(/^[\s:(]+/u, '')
    .replace(NUMBER, '')
  const bare = words
    .replace(/^\(|[\s:,;]+$/gu, '')
    .replace(/^([^()]*)\)$/u, '$1')
    .trim()
  for (const [pattern, name] of KNOWN) if (pattern.test(bare)) return name
  if (type === 'signature' || type === 'stamp' || type === 'checkbox') return BY_TYPE[type]
  // «20__ жылғы «__» _____»: a date without words.
  if (type === 'date' && /^(?:19|20)|^["«]/u.test(bare)) return BY_TYPE.date
  return transliterate(bare, Infinity) || BY_TYPE[type]
}

function transliterate(text: string, most: number): string {
  let name = ''
  const words = [...foldLookAlikes(text).toLowerCase()]
    .map((letter) => LATIN[letter] ?? (/[a-z0-9]/u.test(letter) ? letter : '-'))
    .join('')
    .split(/-+/u)
  let count = 0
  for (const word of words) {
    if (word === '' || count >= most) continue
    if (name.length + word.length + 1 > LONGEST_NAME && name !== '') break
    name += name === '' ? word.slice(0, LONGEST_NAME) : `-${word}`
    count++
  }
  return /^\d/u.test(name) ? `n${name}` : name
}
