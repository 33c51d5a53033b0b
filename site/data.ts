/** The published data, read once per build from the folder QYZMET_DATA names. */
import {existsSync, readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {Catalogue} from '../parser/model/index.ts'
import type {
  Amendment,
  Annex,
  ComparisonEntry,
  Coverage,
  Diagnostic,
  Edition,
  InstructionReport,
  Office,
  Resolution,
  Standard,
} from '../parser/model/index.ts'

const folder = resolve(process.env['QYZMET_DATA'] ?? join('dist', 'data'))

if (!existsSync(join(folder, 'index.json'))) {
  throw new Error(`No published data in ${folder}: run «qyzmet build», or set QYZMET_DATA to the folder that holds index.json`)
}

/** Files are validated when they are written; here only the contract's version is checked. */
export const catalogue: Catalogue = Catalogue.parse(read('index.json'))

export const resolutions = catalogue.resolutions.map((id) => read(`resolutions/${id}.json`) as Resolution)
export const standards = catalogue.standards.map(({id}) => read(`standards/${id}.json`) as Standard)
export const offices = readList('offices.json') as Office[]
export const amendments = readList('amendments.json') as Amendment[]
export const diagnostics = readList('diagnostics.json') as Diagnostic[]
export const coverage = readList('coverage.json') as Coverage[]
export const comparisons = readList('comparisons.json') as ComparisonEntry[]
/** Editions of every act, oldest first; the latest is what `resolutions` and `standards` hold. */
export const editions = catalogue.editions ?? []
/** All editions but the latest: earlier ones, and those that the program made. */
export const earlierEditions = editions.filter(({latest}) => !latest).map(({id}) => read(`editions/${id}.json`) as Edition)

/** What became of an instruction where the program carried its act out. */
const instructionReports = new Map(
  earlierEditions.flatMap(({edition, consolidation}) =>
    (consolidation?.instructions ?? []).flatMap((one) => (one.amendment === null ? [] : [[one.amendment, {...one, edition}] as const])),
  ),
)
export const instructionReportOf = (id: string): (InstructionReport & {edition: string}) | undefined => instructionReports.get(id)

const resolutionsById = new Map(resolutions.map((one) => [one.id, one]))
const standardsById = new Map(standards.map((one) => [one.id, one]))
const annexesById = new Map(standards.flatMap((standard) => standard.annexes.map((annex) => [annex.id, {standard, annex}] as const)))
const officesById = new Map(offices.map((one) => [one.id, one]))

/** Ids of the resolutions by number and date: a reference in a text leads to a page where there is one. */
const resolutionIdByAct = new Map(resolutions.map((one) => [`${one.number} ${one.date}`, one.id]))

export const resolutionById = (id: string): Resolution | undefined => resolutionsById.get(id)
export const standardById = (id: string): Standard | undefined => standardsById.get(id)
export const annexById = (id: string): {standard: Standard; annex: Annex} | undefined => annexesById.get(id)
export const officeById = (id: string): Office | undefined => officesById.get(id)

const bytesByPath = new Map(catalogue.files.map(({path, bytes}) => [path, bytes]))

/** Size of a published file, as the catalogue gives it. */
export const fileBytes = (path: string): number | undefined => bytesByPath.get(path)

/** The resolution of these data that a reference names. */
export function resolutionIdOf(act: {number: string; date: string | null} | null): string | undefined {
  return act?.date ? resolutionIdByAct.get(`${act.number} ${act.date}`) : undefined
}

/** Whether the data folder holds a file: pages offer no download that is not there. */
export function hasDataFile(path: string): boolean {
  return existsSync(join(folder, path))
}

/**
 * A published text file, by the path the catalogue gives it (`akn/2012-1278.xml`: beside the data folder).
 *
 * @returns null where it is not there: the folder holds data only
 */
export function readPublished(path: string): string | null {
  const file = join(folder, '..', path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'))
}

function readList(path: string): unknown[] {
  return existsSync(join(folder, path)) ? (read(path) as unknown[]) : []
}
