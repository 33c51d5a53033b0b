/** Puts offices in order and cuts what is shown of them into pages. */
import {compareText} from '../prepare/lists.ts'
import {officeContext} from './documents.ts'
import type {OfficeRecord} from './documents.ts'
import type {ActEntry, OfficeIndex, OfficePage, PhonePage} from './format.ts'
import {placeOrder} from './keys.ts'
import {packNumbers} from './packing.ts'
import {digitsOf, PHONE_LEAST} from './phones.ts'
import {cutByKey} from './vocabulary-pages.ts'
import type {Pages} from './vocabulary-pages.ts'

/** Neighbours that belong to the same, and can be filtered by the same. */
export interface OfficeGroup {
  context: string
  offices: OfficeRecord[]
}

export interface OrderedOffices extends Pick<OfficeIndex, 'regions' | 'ministries' | 'classes' | 'groups'> {
  list: OfficeGroup[]
}

/** Offices by region, district and place, then by name: so that what they have in common stands together. */
export function orderOffices(records: OfficeRecord[], acts: readonly ActEntry[]): OrderedOffices {
  const regions = [...new Set(records.flatMap(({region}) => region ?? []))].sort()
  const ministries = [...new Set(acts.flatMap(([, ministry]) => (ministry === '' ? [] : [ministry])))].sort()
  const numbers = new Map(ministries.map((ministry, at) => [ministry, at]))
  const classes = new Map<string, number>()
  const list: OfficeIndex['classes'] = []
  const classOf = ({acts: own, inForce}: OfficeRecord): number => {
    const named = packNumbers([...new Set(own.flatMap((act) => numbers.get(acts[act]?.[1] ?? '') ?? []))].sort((a, b) => a - b))
    const key = `${String(inForce)} ${named}`
    const known = classes.get(key) ?? list.push([named, inForce ? 1 : 0]) - 1
    classes.set(key, known)
    return known
  }
  const sorted = records.map((record) => ({
    record,
    place: record.place.join('\n'),
    context: officeContext(record),
    region: record.region === null ? 0 : regions.indexOf(record.region) + 1,
    kind: classOf(record),
  }))
  sorted.sort(
    (a, b) =>
      a.region - b.region ||
      placeOrder(a.place, b.place) ||
      placeOrder(a.context, b.context) ||
      a.kind - b.kind ||
      compareText(a.record.entry[1], b.record.entry[1]) ||
      placeOrder(a.record.entry[0], b.record.entry[0]),
  )
  const groups: (OfficeGroup & {region: number; kind: number})[] = []
  for (const {record, context, region, kind} of sorted) {
    const last = groups.at(-1)
    if (last?.context === context && last.region === region && last.kind === kind) last.offices.push(record)
    else groups.push({context, region, kind, offices: [record]})
  }
  return {
    regions,
    ministries,
    classes: list,
    groups: {
      sizes: packNumbers(groups.map(({offices}) => offices.length)),
      regions: packNumbers(groups.map(({region}) => region)),
      classes: packNumbers(groups.map(({kind}) => kind)),
    },
    list: groups,
  }
}

/** @param limit characters of a page */
export function* officePages(offices: readonly OfficeRecord[], limit: number): Generator<OfficePage> {
  let entries: OfficePage['offices'] = []
  let filled = 0
  for (const {entry} of offices) {
    const size = JSON.stringify(entry).length
    if (entries.length > 0 && filled + size > limit) {
      yield {offices: entries}
      entries = []
      filled = 0
    }
    entries.push(entry)
    filled += size
  }
  yield {offices: entries}
}

/** Every ending of a telephone that can be asked for: any digits of one are the beginning of one of its endings. */
export function phonePages(offices: readonly OfficeRecord[], limit: number): Pages<PhonePage> {
  const endings: string[] = []
  const places: number[] = []
  for (const [at, {entry}] of offices.entries()) {
    const own = entry[5].map(digitsOf).flatMap((digits) => {
      return Array.from({length: Math.max(0, digits.length - PHONE_LEAST + 1)}, (_, start) => digits.slice(start))
    })
    for (const ending of new Set(own)) {
      endings.push(ending)
      places.push(at)
    }
  }
  const order = Uint32Array.from(endings.keys()).sort((a, b) => placeOrder(endings[a] ?? '', endings[b] ?? '') || a - b)
  const sized = function* (): Generator<{key: string; size: number}> {
    for (const at of order) yield {key: endings[at] ?? '', size: (endings[at] ?? '').length + PLACE_SIZE}
  }
  const {begins, starts} = cutByKey(sized(), limit)
  const pages = starts.map((start, page) => {
    const own = Array.from(order.subarray(start, starts[page + 1] ?? order.length))
    return {digits: own.map((at) => endings[at] ?? '').join(' '), offices: packNumbers(own.map((at) => places[at] ?? 0))}
  })
  return {begins, pages}
}

/** What the place of an office takes beside its telephone. */
const PLACE_SIZE = 5
