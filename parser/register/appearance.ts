/**
 * Rows of office tables as what they say of an office: kind, region, name, address, telephones.
 *
 *     1.3 | Алға аудандық бөлімі | Ақтөбе облысы, Алға ауд., Алға қ., Киров к-сі, 23 | 8-71337-4-20-79 8-71337-4-10-96
 *     service-centre, Ақтөбе облысы, place алға, Алға, Киров 23, +77133742079, +77133741096
 *
 * Rows that are printed alike in several tables are read once: see `Wording`.
 */
import {foldKey} from '../language/alphabet.ts'
import type {Annex, OfficeRow, Standard} from '../model/index.ts'
import {columnRole} from '../tables/patterns.ts'
import {nameKey, readAddress} from './address.ts'
import type {Address} from './address.ts'
import {regionsOfNumber} from './area-codes.ts'
import {kindIn} from './kind.ts'
import {memo} from '../memo.ts'
import {readName} from './name.ts'
import type {OfficeName} from './name.ts'
import {regionInKey} from './region.ts'
import {cellPhones} from './telephone.ts'
import type {CellPhone} from './telephone.ts'

/** What is read of a standard: its lists of offices. */
export interface Listing extends Pick<Standard, 'id' | 'resolution' | 'ordinal'> {
  annexes: readonly ListedAnnex[]
}
export type ListedAnnex = Pick<Annex, 'id' | 'kind' | 'title' | 'columns' | 'groups'>

/** One row of one table. */
export interface Appearance {
  /** Place among all rows: by resolution, standard, annex, line. */
  order: number
  standard: Pick<Listing, 'id' | 'resolution'>
  annex: Pick<ListedAnnex, 'id'>
  row: OfficeRow
  hours: string | null
}

/** A row as printed, with every appearance that prints the same. */
export interface Wording {
  name: string
  address: string
  phones: string
  emails: string[]
  kind: string
  region: string | null
  readName: OfficeName
  readAddress: Address
  readPhones: CellPhone[]
  appearances: Appearance[]
  /** Identifiers of the tables it stands in. */
  tables: Set<string>
}

/** «akkol_orgotdel@mail.ru», «Janna_et @bk.ru», «akim_zer@kokshetau.online. kz» */
export const EMAIL = /[A-Za-z_][\w.+-]*\s?@\s?[A-Za-z\d-]+(?:\.\s?[A-Za-z\d-]+)+/gu
/** «—», «-», «жоқ»: says that there is none. */
const NOTHING = /^(?:[-–—\s]*|жо[қк])$/u

/** Reads all rows of all office tables. */
export function readWordings(standards: readonly Listing[]): Wording[] {
  const wordings = new Map<string, Wording>()
  // The same cells stand in twenty tables: each text is read once.
  const keyOf = memo(foldKey)
  const kindOf = memo((text) => kindIn(keyOf(text)))
  const regionOf = memo((text) => regionInKey(keyOf(text)))
  const addressOf = memo(readAddress)
  let order = 0
  for (const standard of standards) {
    for (const annex of standard.annexes) {
      if (annex.kind !== 'offices') continue
      const usual = usualKind(annex, kindOf)
      for (const group of annex.groups ?? []) {
        const columns = group.columns ?? annex.columns ?? []
        const at = columnsOf(columns)
        const heading = group.heading ?? ''
        const otherwise = usual ?? kindOf(heading) ?? kindOf(columns.join(' ')) ?? kindOf(annex.title ?? '') ?? 'other'
        for (const row of group.rows) {
          const [name, address, phones] = [at.name, at.address, at.phone].map((column) => row.cells[column] ?? '') as [
            string,
            string,
            string,
          ]
          if (name === '' && address === '' && phones === '') continue
          const region = regionOf(name) ?? regionOf(heading) ?? regionOf(address)
          const kind = kindOf(name) ?? otherwise
          const emails = emailsIn(row.cells.filter((_, column) => column !== at.hours))
          const key = [kind, region, name, address, phones, emails.join(' ')].join('\n')
          let wording = wordings.get(key)
          if (!wording) {
            const printed = {name, address, phones, emails, kind, region}
            const read = {readName: readName(keyOf(name), region), readAddress: addressOf(address), readPhones: cellPhones(phones, region)}
            wordings.set(key, (wording = {...printed, ...read, appearances: [], tables: new Set()}))
          }
          const hours = at.hours >= 0 ? (row.cells[at.hours] ?? '') : ''
          wording.appearances.push({order: order++, standard, annex, row, hours: NOTHING.test(hours) ? null : hours})
          wording.tables.add(annex.id)
        }
      }
    }
  }
  const all = [...wordings.values()]
  inferRegions(all)
  return all
}

/** The kind that most names of a table say: «Алатау ауданы бөлімі» among employment offices is one too. */
function usualKind(annex: ListedAnnex, kindOf: (text: string) => string | null): string | null {
  const counts = new Map<string, number>()
  let rows = 0
  for (const group of annex.groups ?? []) {
    const {name} = columnsOf(group.columns ?? annex.columns ?? [])
    for (const row of group.rows) {
      rows++
      const kind = kindOf(row.cells[name] ?? '')
      if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    }
  }
  return [...counts].find(([, count]) => count * 2 > rows)?.[0] ?? null
}

function columnsOf(columns: readonly string[]): {name: number; address: number; phone: number; hours: number} {
  const roles = columns.map(columnRole)
  const find = (role: (typeof roles)[number], otherwise: number) => {
    const column = roles.indexOf(role)
    return column >= 0 ? column : otherwise
  }
  return {name: find('name', 0), address: find('address', 1), phone: find('phone', 2), hours: find('hours', -1)}
}

function emailsIn(cells: readonly string[]): string[] {
  const found = cells.flatMap((cell) =>
    cell.includes('@') ? [...cell.matchAll(EMAIL)].map(([email]) => email.replace(/\s+/gu, '').toLowerCase()) : [],
  )
  return [...new Set(found)]
}

/**
 * Rows that name no region («Орал қаласының мемлекеттік мұрағаты») take that of the town they lie in, as other rows
 * tell it, or that of their telephone's area code.
 */
function inferRegions(wordings: readonly Wording[]): void {
  const regionsOfTowns = new Map<string, Map<string, number>>()
  for (const {
    region,
    readAddress: {localities},
  } of wordings) {
    if (region === null) continue
    for (const locality of localities) {
      const key = nameKey(locality)
      if (key === null) continue
      const regions = regionsOfTowns.get(key) ?? new Map<string, number>()
      regions.set(region, (regions.get(region) ?? 0) + 1)
      regionsOfTowns.set(key, regions)
    }
  }
  for (const wording of wordings) {
    if (wording.region !== null) continue
    const towns = [...wording.readAddress.localities.map(nameKey), wording.readName.place]
    const region = towns.map((town) => onlyOne(town === null ? undefined : regionsOfTowns.get(town))).find((found) => found !== null)
    wording.region = region ?? regionByCode(wording.readPhones)
    if (wording.region === null) continue
    wording.readName = readName(foldKey(wording.name), wording.region)
    wording.readPhones = cellPhones(wording.phones, wording.region)
  }
}

/** The region that nearly all rows give a town. */
function onlyOne(regions: Map<string, number> | undefined): string | null {
  const [first, second] = [...(regions ?? [])].sort(([, a], [, b]) => b - a)
  return first && (!second || first[1] >= second[1] * 10) ? first[0] : null
}

function regionByCode(phones: readonly CellPhone[]): string | null {
  for (const {digits} of phones) {
    const regions = regionsOfNumber(digits)
    if (regions.length === 1) return regions[0]!
  }
  return null
}
