/**
 * Notes of amendment, in the official manner.
 *
 *       Ескерту. 3-тармақ жаңа редакцияда – ҚР Үкіметінің 2012.08.31 № 1131 қаулысымен (алғашқы ресми жарияланған …).
 */
import type {Amendment} from '../model/index.ts'
import type {Effect, Touch} from './work.ts'

/** «7-тармаққа өзгеріс енгізілді» */
const CHANGED = 'өзгеріс енгізілді'
const THIS_ACT = /^Осы\s+қаулы\s+/iu

/** What was done, in the order of weight: a part that is restated is not also «changed». */
const WEIGHT: Effect[] = ['repealed', 'excluded', 'inserted', 'restated', 'amended', 'renumbered']

/** «Ескерту. 6-бөліммен толықтырылды – …»: a section as a whole. */
export function sectionNote(number: string | null, effect: Effect, act: string): string {
  const n = number ?? ''
  const what = effect === 'inserted' ? `${n}-бөліммен толықтырылды` : `${n}-${effect === 'repealed' ? 'бөлімнің' : 'бөлім'} ${done(effect)}`
  return `Ескерту. ${what} – ${act}.`
}

/** The act that a note names, with its entry into force: «ҚР Үкіметінің 2012.08.31 № 1131 қаулысымен (…)». */
export function amendingAct(act: {number: string; date: string}, inForce: readonly Amendment['inForce'][]): string {
  const rule = inForce
    .flatMap(
      (one) =>
        one?.text
          .replace(THIS_ACT, '')
          .replace(/\.\s*$/u, '')
          .trim() ?? [],
    )
    .filter(Boolean)
    .join('; ')
  return `ҚР Үкіметінің ${act.date.replaceAll('-', '.')} № ${act.number} қаулысымен${rule === '' ? '' : ` (${rule})`}`
}

/** The effect that a note speaks of, out of all that one act did to a place. */
export function mainEffect(touches: readonly Touch[]): Effect {
  return WEIGHT.find((effect) => touches.some((touch) => touch.effect === effect)) ?? 'amended'
}

/** «Ескерту. 7-тармаққа өзгеріс енгізілді – ҚР Үкіметінің …» */
export function noteText(what: Touch['what'], number: string | null, effect: Effect, act: string, former?: string): string {
  if (effect === 'renumbered') return `Ескерту. ${former ?? ''}-тармақ ${number ?? ''}-тармақ деп есептелді – ${act}.`
  return `Ескерту. ${subject(what, number, effect)} – ${act}.`
}

function subject(what: Touch['what'], number: string | null, effect: Effect): string {
  const n = number ?? ''
  switch (what) {
    case 'act':
      return 'Күші жойылды'
    case 'point':
      return effect === 'amended'
        ? `${n}-тармаққа ${CHANGED}`
        : effect === 'inserted'
          ? `${n}-тармақпен толықтырылды`
          : `${n}-${effect === 'repealed' ? 'тармақтың' : 'тармақ'} ${done(effect)}`
    case 'annex':
      return effect === 'amended'
        ? `${n}-қосымшаға ${CHANGED}`
        : effect === 'inserted'
          ? `Стандарт ${n}-қосымшамен толықтырылды`
          : `${n}-${effect === 'repealed' ? 'қосымшаның' : 'қосымша'} ${done(effect)}`
    case 'title':
      return effect === 'amended' ? `Тақырыбына ${CHANGED}` : `Тақырыбы ${done(effect)}`
    case 'section':
      return effect === 'amended' ? `${n}-бөлімнің тақырыбына ${CHANGED}` : `${n}-бөлімнің тақырыбы ${done(effect)}`
    case 'preamble':
      return effect === 'amended' ? `Кіріспеге ${CHANGED}` : `Кіріспе ${done(effect)}`
    case 'standard':
      return effect === 'inserted'
        ? 'Қаулы стандартпен толықтырылды'
        : effect === 'amended'
          ? `Стандартқа ${CHANGED}`
          : `${effect === 'repealed' ? 'Стандарттың' : 'Стандарт'} ${done(effect)}`
    case 'text':
      return `Мәтінге ${CHANGED}`
  }
}

function done(effect: Effect): string {
  if (effect === 'restated') return 'жаңа редакцияда'
  if (effect === 'repealed') return 'күші жойылды'
  return 'алып тасталды'
}
