/**
 * Linked words that fell out of their place in the text of a PDF.
 *
 *       "телефондары осы стандартқа  және  көрсетілген.1 2-қосымшаларда"
 *       "26-" ⏎ "көрсетілген;тармағында"
 *
 * become «телефондары осы стандартқа 1 және 2-қосымшаларда көрсетілген.» and «26-тармағында көрсетілген;».
 * A place where words are missing (a slot) shows as two blanks, as a blank before a mark, or as a line that
 * begins with a blank or a comma; the words stand at the end of the line, often without a blank before them.
 */
import type {WordTest} from './letter-spacing.ts'

/** Words of law that are linked: «10-бабына», «1», «9-1», «Заңының», «№ 219», «8) тармақшасы», «-тармақтарына». */
const REFERENCE = String.raw`(?:бап|баб|тармақ|тармағ|тармақша|қосымша|тарау|абзац|бөлі[кг])\p{L}*`
const ACT = String.raw`(?:[Зз]аң|заңнама|[Ққ]аулы|[Кк]одекс|[Сс]тандарт|[Ее]реже|[Ққ]ағида|[Бб]ұйры[қғ]|[Жж]арлы[қғ]|[Кк]онвенция|[Кк]елісім|[Нн]ұсқаулы[қғ])\p{L}*`
const NUMBER = String.raw`\d{1,4}(?:-\d{1,3})?`
const UNIT = String.raw`(?:(?:№|N) ?\d+|${NUMBER}\) ${REFERENCE}|${NUMBER} ?-${REFERENCE}|-?${REFERENCE}|${ACT}|${NUMBER})`

const TAIL_UNIT = new RegExp(String.raw`(?:^|(?<=[\s\u0001\u0002]))${UNIT}$`, 'u')
/** «өтініш;4-қосымшаға», «көрсетілген.1», «(2-қосымшаға», «түпкіЗаңына», «Республикасының34-бабына» */
const GLUED_AFTER_MARK = new RegExp(String.raw`(?<=[.;,:)»"…])${UNIT}$|(?<=[(«])(?=.{0,60}\d)${UNIT}$`, 'u')
const GLUED_AFTER_LETTER = new RegExp(String.raw`(?<=\p{L})(?:${NUMBER}(?: ?-${REFERENCE}|\) ${REFERENCE})?|[ЗҚКСЕБЖН]\p{L}+)$`, 'u')
const GLUED_WORD = new RegExp(String.raw`(?<head>\p{L}{3,})(?<unit>(?:${ACT}|${REFERENCE}))$`, 'u')
const ACT_ONLY = new RegExp(`^${ACT}$`, 'u')
/** «26-» at the end of a line waits for the word that was torn out of the next one. */
const HANGING_NUMBER = /(?:^|[\s(«])\d{1,3}(?:-\d{1,3})?-$/u
/** «осы стандартқа 3» */
const BARE_NUMBER_AT_END = /(?:^|\s)\d{1,3}$/u
/** «25 -тармағының» */
const NUMBER_APART = /^\d+ (?=-)/u

/** Marks a slot: two blanks; a blank before a mark. */
const WIDE = '\u0001'
const BEFORE_MARK = '\u0002'

export interface TornLine {
  value: string
}

export interface Restored {
  /** What was moved. */
  words: string[]
  before: string
  after: string
  /** True where the words had to go to one of several possible places, or nowhere. */
  doubtful: boolean
}

/**
 * Puts torn-out words back, in place. `previous` is the line before in the same text, if any.
 * Returns what was done, or null where nothing is torn.
 */
export function restoreTornWords(line: TornLine, previous: TornLine | null, words: WordTest): Restored | null {
  const before = line.value
  const trimmed = before.trimEnd()
  const lead = /^\s*/u.exec(trimmed)![0]
  const body = trimmed.slice(lead.length)
  const previousEnd = previous?.value.trimEnd() ?? ''
  const startSlot =
    HANGING_NUMBER.test(previousEnd) ||
    (lead.length === 1 && previous !== null) ||
    (/^[,;]/u.test(body) && !/[,;:(«]$/u.test(previousEnd) && previous !== null)
  const inner = body.replace(/(?<=\S) {2,}(?=[^\s,;:.)])/gu, WIDE).replace(/(?<=\S) +(?=[,;.](?:[\s\u0001]|$|\p{L}|\d))/gu, BEFORE_MARK)
  let slots = [...inner].filter((character) => character === WIDE || character === BEFORE_MARK).length + (startSlot ? 1 : 0)
  if (slots === 0) return null
  const gaps = inner.split(/[ \u0001\u0002]/u).length - 1
  const wide = inner.split(WIDE).length - 1
  const stretched = (wide >= 3 && wide > 0.4 * gaps) || (wide >= 2 && wide === gaps)

  // «… және 1 2-»: the number that hangs at the end is in its place, what stands before it may be torn.
  const hanging = HANGING_NUMBER.exec(inner)?.[0].trimStart() ?? ''
  let rest = inner.slice(0, inner.length - hanging.length)
  const parted = startSlot && BARE_NUMBER_AT_END.test(previousEnd)
  const units: string[] = []
  let glued = false
  while (units.length < slots) {
    const tail = rest.replace(/[ \u0001\u0002]+$/u, '')
    const unit = takeUnit(tail, words)
    if (!unit) break
    // «осы стандартқа 3» ⏎ « сәйкес … 25 -қосымшаға»: its number stands at the end of the line before, the one here is in its place.
    if (parted && NUMBER_APART.test(unit.text)) unit.text = unit.text.replace(NUMBER_APART, '')
    // A word right behind the last slot, at the end of the line, is in its place.
    if (units.length === 0 && unit.separate && tail.slice(0, -unit.text.length).endsWith(WIDE) && slots === (startSlot ? 2 : 1)) {
      if (!startSlot) return null
      slots--
    }
    units.unshift(unit.text)
    glued ||= !unit.separate
    rest = tail.slice(0, tail.length - unit.text.length).replace(/ +$/u, '')
    if (!unit.separate && !/\p{N}$/u.test(rest)) break
  }
  if (units.length === 0) return null
  // A bare number before a hanging one is torn for certain.
  if (!glued && (stretched || !isWhollyTorn(units, startSlot || hanging !== '', inner))) return null
  // The text that follows the last slot may have been the torn words themselves.
  const open = placesOf(rest, startSlot)
  if (open.length === 0) return {words: units, before, after: before, doubtful: true}
  const chosen = open.length > units.length ? bestPlaces(rest, open, units.length) : open
  const used = units.slice(units.length - chosen.length)
  const stay = units.slice(0, units.length - chosen.length)
  let result = rest
  for (let index = chosen.length - 1; index >= 0; index--) {
    const place = chosen[index]!
    const unit = used[index]!.replace(/^(\d[\d-]*) -/u, '$1-')
    if (place === -1) result = /^[,;.:]/u.test(result) ? unit + result : `${unit} ${result}`
    else {
      const character = result[place]
      const space = result.slice(0, place).endsWith('(') || unit.startsWith('-') ? '' : ' '
      result = result.slice(0, place) + space + unit + (character === WIDE ? ' ' : '') + result.slice(place + 1)
    }
  }
  for (const word of [...stay, hanging].filter(Boolean)) result = `${result.trimEnd()} ${word}`
  line.value = lead.slice(0, lead.length === 1 ? 0 : lead.length) + result.replaceAll(WIDE, '  ').replaceAll(BEFORE_MARK, ' ')
  return {words: used, before, after: line.value, doubtful: open.length !== units.length || (stretched && open.length > 1)}
}

function takeUnit(rest: string, words: WordTest): {text: string; separate: boolean} | null {
  const separate = TAIL_UNIT.exec(rest)
  const afterMark = GLUED_AFTER_MARK.exec(rest)
  // «.88 -тармақтарына», «8) тармақшасы»: the longer reading is the whole reference.
  if (separate && separate[0].length >= (afterMark?.[0].length ?? 0)) return {text: separate[0], separate: true}
  if (afterMark) return {text: afterMark[0], separate: false}
  const afterLetter = GLUED_AFTER_LETTER.exec(rest)
  if (afterLetter && (/^\d/u.test(afterLetter[0]) || ACT_ONLY.test(afterLetter[0]))) return {text: afterLetter[0], separate: false}
  // The stuck pair itself may have been learned as a word: what counts is that both halves are words.
  const word = GLUED_WORD.exec(rest)?.groups
  if (word && words.known(word.head!) && words.known(word.unit!)) return {text: word.unit!, separate: false}
  return null
}

/** Words at the end with a blank before them are torn only if their place is sure: a bare number alone never is. */
function isWhollyTorn(units: readonly string[], startSlot: boolean, inner: string): boolean {
  if (units.every((unit) => /^\d+$/u.test(unit))) return inner.includes(BEFORE_MARK) || startSlot
  return true
}

/** Offsets of the slots in the text; -1 is the beginning of the line. */
function placesOf(text: string, startSlot: boolean): number[] {
  const places = startSlot ? [-1] : []
  for (let index = 0; index < text.length; index++) if (text[index] === WIDE || text[index] === BEFORE_MARK) places.push(index)
  return places
}

/** Of more slots than words: the beginning, marks, and what stands behind a word that calls for a reference. */
function bestPlaces(text: string, places: readonly number[], count: number): number[] {
  const score = (place: number) => {
    if (place === -1) return 4
    if (text[place] === BEFORE_MARK) return 3
    return /(?:ның|нің|тың|тің|дың|дің|тқа|тке|№ ?\d+|»)$/u.test(text.slice(0, place)) ? 2 : 0
  }
  return [...places]
    .sort((a, b) => score(b) - score(a) || a - b)
    .slice(0, count)
    .sort((a, b) => a - b)
}
