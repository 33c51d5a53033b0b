/** Opening hours in the words of the interface. */

export interface DayWords {
  /** Monday first. */
  days: readonly [string, string, string, string, string, string, string]
  always: string
  notOnHolidays: string
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
/** «Mo-Fr 09:00-13:00,14:00-18:00» */
const RULE = /^(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))? (\d{2}:\d{2}-\d{2}:\d{2}(?:,\d{2}:\d{2}-\d{2}:\d{2})*)$/u

/**
 * «Mo-Fr 09:00-13:00,14:00-18:00; PH off» → «дүйсенбі–жұма 9.00–13.00, 14.00–18.00; мереке күндерінен басқа».
 *
 * @param opening opening_hours of OpenStreetMap, as the facts carry it
 * @returns null for rules of other kinds: then the words of the text stand
 */
export function openingText(opening: string, words: DayWords): string | null {
  const parts: string[] = []
  for (const rule of opening.split(';').map((part) => part.trim())) {
    const [, from, to, times] = RULE.exec(rule) ?? []
    if (rule === '24/7') parts.push(words.always)
    else if (rule === 'PH off') parts.push(words.notOnHolidays)
    else if (from !== undefined && times !== undefined) parts.push(`${days(from, to, words)} ${times.split(',').map(clock).join(', ')}`)
    else return null
  }
  return parts.join('; ')
}

function days(from: string, to: string | undefined, {days: names}: DayWords): string {
  const first = names[DAYS.indexOf(from)] ?? from
  return to === undefined ? first : `${first}–${names[DAYS.indexOf(to)] ?? to}`
}

/** «09:00-18:30» → «9.00–18.30» */
function clock(span: string): string {
  return span
    .split('-')
    .map((time) => time.replace(/^0/u, '').replace(':', '.'))
    .join('–')
}
