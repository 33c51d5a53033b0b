/** The history of a resolution: notes of amendment in its text and in its standards, by the act that made the change. */
import type {Amendment, Note, Resolution, Standard} from '../../parser/model/index.ts'
import {resolutionUrl, standardUrl} from '../urls.ts'

export interface HistoryChange {
  effect: Note['effect']
  /** What was changed: a standard by its title, else in the words of the note; null for the resolution itself. */
  what: string | null
  /** Page of what was changed, where it is another. */
  path: string | null
  /** The note as published. */
  text: string
}

export interface HistoryEvent {
  date: string | null
  /** Of the act that made the change. */
  number: string | null
  adopted: boolean
  changes: HistoryChange[]
  /** Where the instructions of that act stand in these data, and how many. */
  instructions: {path: string; count: number} | null
}

/**
 * Events from the adoption on; those without a date come last. Changes made by one act are one event.
 *
 * @param standards of the resolution
 * @param amendments all; those that other resolutions of the data make to this one are counted
 * @param dateOf date of a resolution of the data, by its id
 */
export function resolutionHistory(
  resolution: Pick<Resolution, 'id' | 'number' | 'date' | 'notes'>,
  standards: readonly Pick<Standard, 'id' | 'title' | 'notes'>[],
  amendments: readonly Amendment[] = [],
  dateOf: (id: string) => string | undefined = () => undefined,
): HistoryEvent[] {
  const events = new Map<string, HistoryEvent>()
  const eventOf = (date: string | null, number: string | null): HistoryEvent => {
    const key = `${date ?? ''} ${number ?? ''}`
    const event = events.get(key) ?? {date, number, adopted: false, changes: [], instructions: null}
    events.set(key, event)
    return event
  }
  eventOf(resolution.date, resolution.number).adopted = true
  for (const {date, number, effect, target, text} of resolution.notes) {
    eventOf(date, number).changes.push({effect, what: target === '' ? null : target, path: null, text})
  }
  for (const {id, title, notes} of standards) {
    for (const {date, number, effect, text} of notes) eventOf(date, number).changes.push({effect, what: title, path: standardUrl(id), text})
  }
  for (const {by, target} of amendments) {
    if (by === resolution.id || target.resolution?.number !== resolution.number || target.resolution.date !== resolution.date) continue
    // the amending act is known by its id: «2012-1059» is No. 1059 of 2012
    const number = by.slice(by.indexOf('-') + 1)
    const known = [...events.values()].find((event) => event.number === number && event.date?.startsWith(by.slice(0, 4)))
    const event = known ?? eventOf(dateOf(by) ?? null, number)
    event.instructions = {path: `${resolutionUrl(by)}#amendments`, count: (event.instructions?.count ?? 0) + 1}
  }
  return [...events.values()].sort((a, b) =>
    a.date === null ? (b.date === null ? 0 : 1) : b.date === null ? -1 : a.date.localeCompare(b.date),
  )
}
