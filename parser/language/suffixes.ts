/**
 * Kazakh endings, by the order in which they follow a stem.
 *
 *     қызмет + тер + і + не        жылжымайтын + дық + тан
 *     stem     plural possessive case
 *
 * All are given in full, in both harmonies and after every kind of final sound; which of them may stand where is told
 * by vowel harmony (`agrees`), the rest is left open: sources are not free of slips.
 */
import {BACK_VOWELS, FRONT_VOWELS, harmony} from './alphabet.ts'

/** «мәртебе-лік», «тұрғын-дық», «үй-сіз», «қала-лық»: they make nouns and adjectives out of nouns. */
export const DERIVATIONAL = split('лық лік дық дік тық тік сыз сіз лы лі ды ді ты ті шы ші')
/** «-лар»: plural. */
export const PLURAL = split('лар лер дар дер тар тер')
/** «-ы», «-сы», «-ымыз»: whose. */
export const POSSESSIVE = split('ы і сы сі ым ім м ың ің ң ымыз іміз мыз міз ыңыз іңіз ңыз ңіз')
/** Cases, and those that follow a third-person possessive («бөлімі-нен», «бөлімі-нде»). */
export const CASE = split(
  'ның нің дың дің тың тің ға ге қа ке на не а е ны ні ды ді ты ті н да де та те нда нде дан ден тан тен нан нен мен бен пен',
)
/** «-дағы»: what is at or of, an adjective made from the locative; «-нікі», «-дай» and the like. */
export const RELATIVE = split('дағы дегі тағы тегі ндағы ндегі ғы гі қы кі дай дей тай тей ша ше')
/** Verbs: voice, negation, participles, converbs, tense and person. For telling words apart, never for stems of search. */
export const VERBAL = split(
  'у л ыл іл н ын ін т тыр тір дыр дір ғыз гіз қыз кіз ма ме ба бе па пе ған ген қан кен атын етін йтын йтін ып іп п ып а е й ар ер р са се сын сін ды ді ты ті ады еді йды йді ғалы гелі мақ мек бақ бек пақ пек уы уі уға уге',
)

export const NOMINAL: readonly string[] = unique([...DERIVATIONAL, ...PLURAL, ...POSSESSIVE, ...CASE, ...RELATIVE])
export const ANY: readonly string[] = unique([...NOMINAL, ...VERBAL])

/** Whether an ending may follow in vowel harmony; endings without a vowel follow anything. */
export function agrees(before: string, ending: string): boolean {
  const first = [...ending].find((letter) => BACK_VOWELS.includes(letter) || FRONT_VOWELS.includes(letter))
  if (first === undefined) return true
  const harmonyBefore = harmony(before)
  return harmonyBefore === null || harmonyBefore === (BACK_VOWELS.includes(first) ? 'back' : 'front') || NEUTRAL.has(ending)
}

/** Endings that do not change with the vowels before them. */
const NEUTRAL = new Set(['мен', 'бен', 'пен'])

function split(list: string): readonly string[] {
  return list.split(' ')
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)]
}
