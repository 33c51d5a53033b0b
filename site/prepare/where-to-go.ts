/** Offices of a standard by region: a few of each list, with the way to the rest. */
import type {Annex, Office, OfficeRow} from '../../parser/model/index.ts'
import {annexUrl, groupAnchor, officeUrl, rowAnchor, slug} from '../urls.ts'
import {dialled} from './dial.ts'
import {compareText} from './lists.ts'
import {oncePer} from './once.ts'

/** How many offices of a list stand on the page of a standard. */
const SHOWN = 4
/** Pages of one standard come after one another. */
const WAYS_KEPT = 4

export interface OfficeEntry {
  name: string
  address: string
  /** Number as printed, and what is dialled. */
  phones: [text: string, dialled: string | null][]
  /** Page of the office; null where the row was not recognised as one. */
  path: string | null
}

export interface ListOfRegion {
  /** Index of the list among the standard's. */
  list: number
  count: number
  /** Where the list begins for this region. */
  path: string
  offices: OfficeEntry[]
}

export interface RegionEntry {
  /** As published; null for offices whose region the lists do not tell. */
  name: string | null
  key: string
  count: number
  lists: ListOfRegion[]
}

export interface OfficeList {
  annex: Annex
  /** Kind that most of its offices are of; null where none is known. */
  kind: string | null
  count: number
}

export interface WhereToGo {
  lists: OfficeList[]
  /** By the alphabet; offices without a region come last. */
  regions: RegionEntry[]
}

/**
 * @param annexes of a standard; only lists of offices count
 * @param officeById the register
 */
export const whereToGo = oncePer(findWays, WAYS_KEPT)

function findWays(annexes: readonly Annex[], officeById: (id: string) => Office | undefined): WhereToGo {
  const lists: OfficeList[] = []
  const regions = new Map<string | null, RegionEntry>()
  for (const annex of annexes) {
    const groups = annex.kind === 'offices' ? (annex.groups ?? []) : []
    const count = groups.reduce((sum, {rows}) => sum + rows.length, 0)
    if (count === 0) continue
    const list = lists.length
    const kinds = new Map<string, number>()
    for (const {heading, rows} of groups) {
      for (const [at, row] of rows.entries()) {
        const office = row.office === null ? undefined : officeById(row.office)
        if (office) kinds.set(office.kind, (kinds.get(office.kind) ?? 0) + 1)
        const name = office?.region ?? null
        const region = regions.get(name) ?? {name, key: name === null ? 'other' : slug(name), count: 0, lists: []}
        regions.set(name, region)
        region.count += 1
        let own = region.lists.find((one) => one.list === list)
        if (!own) {
          // A region that is a group of its own begins at its heading, another at its first row.
          const anchor = heading !== null && at === 0 ? groupAnchor(heading) : rowAnchor(row.lines[0])
          own = {list, count: 0, path: `${annexUrl(annex.id)}#${anchor}`, offices: []}
          region.lists.push(own)
        }
        own.count += 1
        if (own.offices.length < SHOWN) own.offices.push(entryOf(row, annex, office))
      }
    }
    const [kind] = [...kinds].sort((a, b) => b[1] - a[1])[0] ?? [null]
    lists.push({annex, kind, count})
  }
  const order = (a: RegionEntry, b: RegionEntry): number => (a.name === null ? 1 : b.name === null ? -1 : compareText(a.name, b.name))
  return {lists, regions: [...regions.values()].sort(order)}
}

/** «Көкшетау қаласы, М. Горький көшесі, 73 akmola@gcvp.kz»: the page has no room for the letters behind an address. */
const EMAIL = /(?<![\s,;])[\s,;]*(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu

interface Wording {
  name: string
  address: string
}

/** What each list prints for an office, by annex and line: the same few offices stand first in the lists of every standard. */
const wordingsOf = oncePer(({appearances}: Office): Map<string, Wording> => {
  const distinct = new Map<string, Wording>()
  const found = new Map<string, Wording>()
  for (const {annex, lines, name, address} of appearances) {
    const place = `${annex} ${String(lines[0])}`
    // Where a whole table stands in one line, the first counts.
    if (found.has(place)) continue
    const key = `${name}\n${address}`
    const wording = distinct.get(key) ?? {name, address}
    distinct.set(key, wording)
    found.set(place, wording)
  }
  return found
})

/** An office in the words of the list; its telephone numbers out of the register, which knows what can be dialled. */
function entryOf(row: OfficeRow, annex: Annex, office: Office | undefined): OfficeEntry {
  const printed = office && wordingsOf(office).get(`${annex.id} ${String(row.lines[0])}`)
  return {
    name: printed?.name ?? row.cells[0] ?? '',
    address: (printed?.address ?? row.cells[1] ?? '').replace(EMAIL, ''),
    phones: office ? office.phones.map((phone) => [phone.text, dialled(phone)]) : [],
    path: office ? officeUrl(office.id) : null,
  }
}
