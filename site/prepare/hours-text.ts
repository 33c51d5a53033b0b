/** Hours of many offices in few words, for lists and for paper. */
import type {Annex, Office, Standard} from '../../parser/model/index.ts'
import {hoursOf} from './office-hours.ts'
import {weekText} from './opening-hours.ts'
import type {WeekWords} from './opening-hours.ts'

export interface SharedHours {
  /** What most of the offices have; null where it is not known. */
  common: string | null
  /** Hours of those that have others, by id. */
  others: Map<string, string | null>
  /** Those of the texts that stand as printed, in Kazakh. */
  printed: ReadonlySet<string>
}

/**
 * Hours of the offices of a list: what most have is said once.
 *
 * @param words of the language; hours that give no certain week stand as printed
 */
export function sharedHours(
  offices: readonly Office[],
  words: WeekWords,
  annexById: (id: string) => {standard: Standard; annex: Annex} | undefined,
): SharedHours {
  const printed = new Set<string>()
  const texts = offices.map((office) => {
    const [hours] = hoursOf(office, annexById)
    if (hours?.week === null) printed.add(hours.text)
    return [office.id, hours === undefined ? null : hours.week === null ? hours.text : weekText(hours.week, words)] as const
  })
  const groups = [...Map.groupBy(texts, ([, text]) => text)].filter(([text]) => text !== null).sort((a, b) => b[1].length - a[1].length)
  const common = groups[0] && groups[0][1].length * 2 > offices.length ? groups[0][0] : null
  return {common, others: new Map(texts.filter(([, text]) => text !== common)), printed}
}
