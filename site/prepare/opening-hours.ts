/** Opening hours in the words of the interface. */

export interface DayWords {
  /** Monday first. */
  days: readonly [string, string, string, string, string, string, string]
  always: string
  notOnHolidays: string
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
/** «Mo-Fr 09:00-13:00,14:00-18:00», «Tu,Th 09:00-18:00» */
const RULE = /^((?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[,-](?:Mo|Tu|We|Th|Fr|Sa|Su))*) (\d{2}:\d{2}-\d{2}:\d{2}(?:,\d{2}:\d{2}-\d{2}:\d{2})*)$/u

/**
 * «Mo-Fr 09:00-13:00,14:00-18:00; PH off» → «дүйсенбі–жұма 9.00–13.00, 14.00–18.00; мереке күндерінен басқа».
 *
 * @param opening opening_hours of OpenStreetMap, as the facts carry it
 * @returns null for rules of other kinds: then the words of the text stand
 */
export function openingText(opening: string, words: DayWords): string | null {
  const parts: string[] = []
  for (const rule of opening.split(';').map((part) => part.trim())) {
    const [, span, times] = RULE.exec(rule) ?? []
    if (rule === '24/7') parts.push(words.always)
    else if (rule === 'PH off') parts.push(words.notOnHolidays)
    else if (span !== undefined && times !== undefined) parts.push(`${days(span, words)} ${times.split(',').map(clock).join(', ')}`)
    else return null
  }
  return parts.join('; ')
}

/** «Mo-Fr» → «дүйсенбі–жұма», «Tu,Th» → «сейсенбі, бейсенбі» */
function days(span: string, {days: names}: DayWords): string {
  return span
    .split(',')
    .map((part) =>
      part
        .split('-')
        .map((day) => names[DAYS.indexOf(day)] ?? day)
        .join('–'),
    )
    .join(', ')
}

/** «09:00-18:30» → «9.00–18.30» */
function clock(span: string): string {
  return times(span).join('–')
}

/** «09:00-18:30» → «9.00», «18.30» */
function times(span: string): string[] {
  return span.split('-').map((time) => time.replace(/^0/u, '').replace(':', '.'))
}

export interface Week {
  /** Monday first: spans of the day («9.00», «13.00»), none for a day off. */
  days: {from: string; to: string}[][]
  /** Days of the week on which the day is broken by a pause. */
  pause: boolean
  holidaysOff: boolean
}

/**
 * The hours of a week, day by day.
 *
 * @param opening opening_hours of OpenStreetMap, as the facts carry it
 * @returns null for rules of other kinds, and for what is open round the clock
 */
export function weekOf(opening: string): Week | null {
  const week: Week = {days: DAYS.map(() => []), pause: false, holidaysOff: false}
  for (const rule of opening.split(';').map((part) => part.trim())) {
    const [, span, hours] = RULE.exec(rule) ?? []
    if (rule === 'PH off') week.holidaysOff = true
    else if (span === undefined || hours === undefined) return null
    else {
      const spans = hours.split(',').map((part) => times(part))
      for (const day of daysOf(span)) week.days[day] = spans.map(([from = '', to = '']) => ({from, to}))
    }
  }
  week.pause = week.days.some((spans) => spans.length > 1)
  return week.days.some((spans) => spans.length > 0) ? week : null
}

/** «Mo-We,Fr» → 0, 1, 2, 4 */
function daysOf(span: string): number[] {
  return span.split(',').flatMap((part) => {
    const [from = '', to = from] = part.split('-')
    const [first, last] = [DAYS.indexOf(from), DAYS.indexOf(to)]
    return DAYS.flatMap((_, day) => ((first <= last ? first <= day && day <= last : day >= first || day <= last) ? [day] : []))
  })
}

export interface WeekWords {
  /** Short names of the days, Monday first. */
  days: readonly string[]
  notOnHolidays: string
}

/** «дс–жм 9.00–13.00, 14.00–18.00; мереке күндерінен басқа»: days that follow each other with the same hours are one span. */
export function weekText({days, holidaysOff}: Week, words: WeekWords): string {
  const hours = days.map((spans) => spans.map(({from, to}) => `${from}–${to}`).join(', '))
  const parts: string[] = []
  for (let first = 0; first < hours.length; first++) {
    if (hours[first] === '') continue
    let last = first
    while (hours[last + 1] === hours[first]) last++
    const [from, to] = [words.days[first] ?? '', words.days[last] ?? '']
    parts.push(`${from === to ? from : `${from}–${to}`} ${hours[first] ?? ''}`)
    first = last
  }
  return [...parts, ...(holidaysOff ? [words.notOnHolidays] : [])].join('; ')
}
