/**
 * Working hours of each way to ask for a service.
 *
 *     1) уәкілетті органда – дүйсенбіден бастап жұманы қоса алғанда күн сайын сағат 9.00-ден сағат 17.00-ге дейін …, түскі үзіліс сағат 13.00-ден сағат 15.00-ге дейін;
 *     Mo-Fr 09:00-13:00,15:00-17:00; PH off
 */
import {foldLookAlikes} from '../language/alphabet.ts'
import {parseWeekday} from '../language/dates.ts'
import type {Facts, Point} from '../model/index.ts'
import {channelOpening, channelsOf} from './channel.ts'
import {bare, paragraphs, sentences} from './paragraphs.ts'

type Hours = Facts['hours'][number]

const CLOCK = '([01]?\\d|2[0-4])[.:-]([0-5]\\d)'
/** «сағат 9.00-ден сағат 18.00-ге дейін», «9-00 бастап 18-00 дейін», «9.00-18.00» */
const RANGE = new RegExp(
  `(?<![\\d.:-])(?:сағат\\s+)?${CLOCK}(?:\\s*[-–—]?\\s*(?:ден|дан|тен|тан|нен|нан))?(?:\\s+бастап)?[\\s,–—-]*(?:сағат\\s+)?${CLOCK}(?:\\s*[-–—]?\\s*(?:ге|ға|ке|қа|не|на))?(?:\\s*-?(?:дейінгі|дейін))?(?![\\d:])`,
  'giu',
)
/** «түскі үзіліс – сағат 13.00-ден 14.00-ге дейін», «түскі ас сағ. 13.00-14.00»; «үзіліспен» belongs to the hours before it, «үзіліссіз» to none. */
const LUNCH_BEFORE = /(?:түскі\s+ас\S*|үзіліс(?:і|тері)?)[\s:–—-]*(?:сағ(?:ат|\.)\s*)?$/iu
/** «13.00-ден 14.00-ге дейін түскі үзіліспен» */
const LUNCH_AFTER = /^\s*(?:түскі\s+)?(?:аспен|үзіліспен)/iu
const ROUND_THE_CLOCK = /тәулік\s+бойы/iu
/** Reception, or the hours of something else, are not the opening hours of the office. */
const RECEPTION = /қабылдау\s*:|қабылдауды\s+кезекші|кем\s+емес|кемінде/iu
const HOLIDAYS_OFF = /мереке\S*[^.;]{0,40}(?:қоспағанда|басқа|тыс)/iu
const REST_DAYS_OFF = /демалыс\S*[^.;]{0,160}(?:қоспағанда|басқа|тыс)/iu
/** «дүйсенбіден бастап сенбіні қоса алғанда», «дүйсенбіден жұмаға дейін» */
const WEEKDAY_RANGE = /(?<!\p{L})(\p{L}+(?:ден|дан))\s+(?:бастап\s+)?(\p{L}+(?:ні|ны|ге|ға))\s+(?:қоса\s+алғанда|дейін)/iu
/** «дс. – жм. сағ. 09.00-18.00», «дс., сс., ср. сағ. 14:00-17:00», «сс, бс. сағ.»: days in front of the hours of a table. */
const WEEKDAYS_SHORT = /^\s*((?:дс|сс|ср|бс|жм|сб|жс)\.?(?:\s*[,–—-]\s*(?:дс|сс|ср|бс|жм|сб|жс)\.?)*)\s+сағ/iu
const WEEKDAYS_SHORT_RANGE = /^(\p{L}+)\.?\s*[–—-]\s*(\p{L}+)\.?$/u
const WEEK_OF = /аптасына\s+(бес|алты|жеті|5|6|7)\s+күн/iu
const WEEKS: Record<string, string> = {бес: 'Mo-Fr', '5': 'Mo-Fr', алты: 'Mo-Sa', '6': 'Mo-Sa', жеті: 'Mo-Su', '7': 'Mo-Su'}
const DAILY = /күн\s+сайын|жұмыс\s+күндері/iu
const SUNDAY_OFF = /(?<!\p{L})жексенбі(?:ні|ден)?(?:\s+және[^.;]{0,30})?\s+(?:қоспағанда|басқа)/iu

/** Hours as printed, per channel, with OpenStreetMap's `opening_hours` where the words leave no doubt. */
export function readHours(point: Point | null): Hours[] {
  if (!point) return []
  const found: Hours[] = []
  let channel: string | null = null
  for (const {text, folded, marker} of paragraphs(point)) {
    const opening = channelOpening(text) ?? (marker ? channelsOf(text) : null)
    if (opening) channel = opening
    const timed = sentences(text).filter(
      (sentence) => ROUND_THE_CLOCK.test(foldLookAlikes(sentence)) || [...foldLookAlikes(sentence).matchAll(RANGE)].length > 0,
    )
    if (!ROUND_THE_CLOCK.test(folded) && timed.length === 0) continue
    found.push({
      text: bare(timed.length > 0 ? timed.join(' ') : text),
      channel: opening ?? channel,
      opening: openingHours(timed.join(' ') || text),
      point: point.number,
    })
  }
  return found
}

/** `opening_hours` of a text that gives days, one span of hours and at most one break; null where anything is open. */
export function openingHours(text: string): string | null {
  const folded = foldLookAlikes(text)
  const ranges = [...folded.matchAll(RANGE)].map((match) => {
    const before = folded.slice(0, match.index)
    const after = folded.slice(match.index + match[0].length)
    return {from: clock(match[1]!, match[2]!), to: clock(match[3]!, match[4]!), lunch: LUNCH_BEFORE.test(before) || LUNCH_AFTER.test(after)}
  })
  if (ROUND_THE_CLOCK.test(folded)) return ranges.length === 0 ? '24/7' : null
  if (RECEPTION.test(folded)) return null
  const spans = ranges.filter((range) => !range.lunch)
  const breaks = ranges.filter((range) => range.lunch)
  const [span] = spans
  const [pause] = breaks
  const week = days(folded)
  if (!span || spans.length > 1 || breaks.length > 1 || !week || span.from >= span.to) return null
  if (pause && !(span.from < pause.from && pause.from < pause.to && pause.to < span.to)) return null
  const times = pause ? `${span.from}-${pause.from},${pause.to}-${span.to}` : `${span.from}-${span.to}`
  return `${week} ${times}${HOLIDAYS_OFF.test(folded) ? '; PH off' : ''}`
}

/** The days meant: a range of weekdays, a week of so many days, or every day but the days of rest. */
function days(folded: string): string | null {
  const range = WEEKDAY_RANGE.exec(folded)
  if (range) {
    const from = parseWeekday(range[1]!)
    const to = parseWeekday(range[2]!)
    if (from && to) return `${from}-${to}`
  }
  const short = WEEKDAYS_SHORT.exec(folded)?.[1]
  if (short !== undefined) return shortDays(short)
  const week = WEEK_OF.exec(folded)
  if (week) return WEEKS[week[1]!.toLowerCase()] ?? null
  // Weekdays named in another way: what is meant is open.
  if (/(?:дүйсенбі|сенбі|жұма)\S*\s+(?:мен|бен|және)\s+\S+\s+қоса/iu.test(folded)) return null
  if (/сенбі(?:,|\s+(?:мен|және))\s+жексенбі/iu.test(folded)) return 'Mo-Fr'
  if (SUNDAY_OFF.test(folded)) return 'Mo-Sa'
  return REST_DAYS_OFF.test(folded) && DAILY.test(folded) ? 'Mo-Fr' : null
}

/** «дс. – жм.» → `Mo-Fr`, «сс, бс.» → `Tu,Th`; null for a mixture of both. */
function shortDays(words: string): string | null {
  const [, from, to] = WEEKDAYS_SHORT_RANGE.exec(words) ?? []
  if (from !== undefined && to !== undefined) {
    const [first, last] = [parseWeekday(from), parseWeekday(to)]
    return first && last ? `${first}-${last}` : null
  }
  const list = words.split(',').map((word) => parseWeekday(word.replace('.', '').trim()))
  return list.every((day) => day !== null) ? list.join(',') : null
}

function clock(hour: string, minute: string): string {
  return `${hour.padStart(2, '0')}:${minute}`
}
