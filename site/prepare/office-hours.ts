/** When an office is open: as its own row prints it, or as the standards whose lists name it say for offices of its kind. */
import {channelOpening} from '../../parser/facts/channel.ts'
import {openingHours} from '../../parser/facts/hours.ts'
import type {Annex, Office, Standard} from '../../parser/model/index.ts'
import {weekOf} from './opening-hours.ts'
import type {Week} from './opening-hours.ts'
import {oncePer} from './once.ts'

export interface OfficeHours {
  /** The words of the row, or of the point. */
  text: string
  week: Week | null
  /** Points of standards that say so, the latest list first; none where the words stand in the office's own row. */
  points: {standard: string; point: string}[]
}

type FindAnnex = (id: string) => {standard: Standard; annex: Annex} | undefined

/**
 * Hours of an office. Its own row comes first; else the points about hours that speak of the way its list serves: the
 * heading of the list says which («Орталықтардың атауы»), or the kind of the office. Points that give the same hours
 * are one entry.
 */
export const hoursOf = oncePer(findHours)

function findHours(office: Office, annexById: FindAnnex): OfficeHours[] {
  if (office.hours !== null) {
    const opening = openingHours(office.hours)
    return [{text: office.hours, week: opening === null ? null : weekOf(opening), points: []}]
  }
  const byOpening = new Map<string, OfficeHours>()
  for (const {annex: id} of [...office.appearances].reverse()) {
    const found = annexById(id)
    if (!found) continue
    const channels = [channelOpening(found.annex.columns?.[0] ?? ''), office.kind]
    for (const {text, channel, opening, point} of found.standard.facts.hours) {
      // Words that leave a doubt say less than the certain hours of another standard.
      const week = opening === null ? null : weekOf(opening)
      if (week === null || opening === null || !channel?.split(', ').some((one) => channels.includes(one))) continue
      const entry = byOpening.get(opening) ?? {text, week, points: []}
      const own = {standard: found.standard.id, point}
      if (!entry.points.some((other) => other.standard === own.standard)) entry.points.push(own)
      byOpening.set(opening, entry)
    }
  }
  return [...byOpening.values()].sort((a, b) => b.points.length - a.points.length)
}
