/**
 * The published data, from the folder QYZMET_DATA names: the only door between the pages and what they show.
 *
 * Everything comes as views that note what a page reads (reads.ts says why). Files are read when something is asked of them;
 * of the large ones, standards and earlier editions, only the last few stay in memory.
 */
import {closeSync, existsSync, openSync, readFileSync, readSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {Catalogue} from '../parser/model/index.ts'
import type {
  Amendment,
  Annex,
  ComparisonEntry,
  Coverage,
  Diagnostic,
  Edition,
  EditionEntry,
  InstructionReport,
  Office,
  Resolution,
  Standard,
} from '../parser/model/index.ts'
import {openLongList} from './long-list.ts'
import {oncePer} from './prepare/once.ts'
import {KEYS, list, note, propertyOf, readingOf, source, view} from './reads.ts'

const folder = resolve(process.env['QYZMET_DATA'] ?? join('dist', 'data'))
/** Bytes of files of which the content stays in memory, where it takes a few times as much. */
const KEPT_BYTES = 32 * 1024 * 1024
/** What is read of a large file to find its first lines. */
const BEGINNING_BYTES = 64 * 1024
/** Whether there is something of an id. */
const EXISTS = '(exists)'

/** Files are validated when they are written; here only the contract's version is checked. */
const published = lazily(() => {
  if (existsSync(join(folder, 'index.json'))) return Catalogue.parse(read('index.json'))
  throw new Error(`No published data in ${folder}: run «qyzmet build», or set QYZMET_DATA to the folder that holds index.json`)
})

source('catalogue', (_, property) => propertyOf(published(), property))
export const catalogue: Catalogue = view('catalogue', '', published)

/** What fills the files of standards; every page of an office asks for something of the rest. */
const HEAVY = new Set(['points', KEYS])
const HEAVY_IN_ANNEX = new Set(['text', 'groups', 'layout', 'fields', 'indicators', KEYS])
const lightStandards = new Map<string, Standard>()

const standardFor = (id: string, property: string): Standard => (HEAVY.has(property) ? wholeStandard(id) : lightStandard(id))

const wholeStandard = (id: string): Standard => large(`standards/${id}.json`) as Standard

/** A standard without what is heavy: these stay in memory, whichever files do. */
function lightStandard(id: string): Standard {
  let light = lightStandards.get(id)
  if (!light) {
    const without = (object: object, heavy: ReadonlySet<string>) =>
      Object.fromEntries(Object.entries(object).filter(([property]) => !heavy.has(property)))
    const whole = wholeStandard(id)
    light = {...without(whole, HEAVY), annexes: whole.annexes.map((annex) => without(annex, HEAVY_IN_ANNEX))} as unknown as Standard
    lightStandards.set(id, light)
  }
  return light
}

// Who asks for the edition of a source must not be made again for its checksum, nor who asks for the term of a service for its price.
const resolutionData = entities<Resolution>(
  'resolution',
  'resolutions',
  () => published().resolutions.map((id) => [id, lazily(() => read(`resolutions/${id}.json`) as Resolution)]),
  ['source'],
)
const standardData = entities<Standard>(
  'standard',
  'standards',
  () => published().standards.map(({id}) => [id, (property) => standardFor(id, property)]),
  ['facts'],
  {
    property: 'annexes',
    views: (id, annexes) =>
      (annexes as Annex[]).map((annex) => view('annex', annex.id, (property) => annexOf(id, annex.id, property) ?? annex)),
    content: (annexes) => (annexes as Annex[]).map((annex) => annex.id),
  },
)
/** Of a long file; what an office's own page and the pages of differences ask for. */
const HEAVY_IN_OFFICE = new Set(['appearances', 'history', 'discrepancies', KEYS])
const officeData = entities<Office>('office', 'offices', () => {
  const path = join(folder, 'offices.json')
  if (!existsSync(path)) return []
  const {ids, light, whole} = openLongList<Office>(path, HEAVY_IN_OFFICE)
  const load = (id: string, property: string) =>
    HEAVY_IN_OFFICE.has(property) ? (remembered(`offices.json/${id}`, () => whole(id)) as Office) : (light(id) as Office)
  return ids.map((id) => [id, (property) => load(id, property)])
})
const amendmentData = entities<Amendment>('amendment', 'amendments', () => listed('amendments.json'))
const comparisonData = entities<ComparisonEntry>('comparison', 'comparisons', () => listed('comparisons.json'))
const editionData = entities<EditionEntry>('edition', 'editions', () => (published().editions ?? []).map((one) => [one.id, () => one]))
const earlierData = entities<Edition>('earlier', 'earlier', () =>
  (published().editions ?? []).filter(({latest}) => !latest).map(({id}) => [id, () => large(`editions/${id}.json`) as Edition]),
)

export const resolutions = resolutionData.all
export const standards = standardData.all
export const offices = officeData.all
export const amendments = amendmentData.all
export const comparisons = comparisonData.all
export const diagnostics = plainList<Diagnostic>('diagnostics')
export const coverage = plainList<Coverage>('coverage')
/** Editions of every act, oldest first; the latest is what `resolutions` and `standards` hold. */
export const editions = editionData.all
/** All editions but the latest: earlier ones, and those that the program made. */
export const earlierEditions = earlierData.all

export const resolutionById = resolutionData.byId
export const standardById = standardData.byId
export const officeById = officeData.byId

/** `2012-1278-1/2`: an annex is called after its standard. */
const ANNEX_ID = /^(.+)\/[^/]+$/u

export function annexById(id: string): {standard: Standard; annex: Annex} | undefined {
  const standard = standardById(ANNEX_ID.exec(id)?.[1] ?? '')
  const annex = standard?.annexes.find((one) => one.id === id)
  return standard && annex && {standard, annex}
}

source('annex', (id, property) => propertyOf(annexOf(ANNEX_ID.exec(id)?.[1] ?? '', id, property), property))

function annexOf(standard: string, id: string, property: string): Annex | undefined {
  if (!standardData.has(standard)) return undefined
  const {annexes} = HEAVY_IN_ANNEX.has(property) ? wholeStandard(standard) : lightStandard(standard)
  return annexes.find((annex) => annex.id === id)
}

/** Whether there are offices at all: every page asks, for its navigation, and must not be made again for one office more. */
export function hasOffices(): boolean {
  note(readingOf('any', 'offices', ''))
  return officeData.size() > 0
}
source('any', () => officeData.size() > 0)

const reportsByAmendment = oncePer(
  (all: readonly Edition[]) =>
    new Map(
      all.flatMap(({edition, consolidation}) =>
        (consolidation?.instructions ?? []).flatMap((one) => (one.amendment === null ? [] : [[one.amendment, {...one, edition}] as const])),
      ),
    ),
)
/** What became of an instruction where the program carried its act out. */
export const instructionReportOf = (id: string): (InstructionReport & {edition: string}) | undefined =>
  reportsByAmendment(earlierEditions).get(id)

/** Ids of the resolutions by number and date: a reference in a text leads to a page where there is one. */
const idsByAct = oncePer((all: readonly Resolution[]) => new Map(all.map((one) => [`${one.number} ${one.date}`, one.id])))

/** The resolution of these data that a reference names. */
export function resolutionIdOf(act: {number: string; date: string | null} | null): string | undefined {
  return act?.date ? idsByAct(resolutions).get(`${act.number} ${act.date}`) : undefined
}

const bytesByPath = lazily(() => new Map(published().files.map(({path, bytes}) => [path, bytes])))

/** Size of a published file, as the catalogue gives it. */
export function fileBytes(path: string): number | undefined {
  note(readingOf('bytes', path, ''))
  return bytesByPath().get(path)
}
source('bytes', (path) => bytesByPath().get(path))

/** Whether the data folder holds a file: pages offer no download that is not there. */
export function hasDataFile(path: string): boolean {
  note(readingOf('file', path, ''))
  return existsSync(join(folder, path))
}
source('file', (path) => existsSync(join(folder, path)))

/**
 * A published text file, by the path the catalogue gives it (`akn/2012-1278.xml`: beside the data folder).
 *
 * @returns null where it is not there: the folder holds data only
 */
export function readPublished(path: string): string | null {
  note(readingOf('published', path, ''))
  return textOf(path)
}
source('published', (path) => textOf(path))

/** Size of a published file; 0 where it is not there. */
export function publishedBytes(path: string): number {
  note(readingOf('size', path, ''))
  return sizeOf(path)
}
source('size', sizeOf)

function sizeOf(path: string): number {
  return statSync(join(folder, '..', path), {throwIfNoEntry: false})?.size ?? 0
}

/**
 * A published text file, or as much of its beginning as has more than a number of lines: the largest have hundreds of megabytes.
 *
 * @returns null where it is not there
 */
export function readBeginning(path: string, lines: number): string | null {
  note(readingOf('beginning', path, String(lines)))
  return beginningOf(path, lines)
}
source('beginning', (path, lines) => beginningOf(path, Number(lines)))

function beginningOf(path: string, lines: number): string | null {
  const file = join(folder, '..', path)
  if (!existsSync(file)) return null
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.allocUnsafe(BEGINNING_BYTES)
    const read = bytes.subarray(0, readSync(handle, bytes))
    const text = read.subarray(0, read.lastIndexOf('\n') + 1).toString('utf8')
    if (text.split('\n').length > lines + 1) return text
  } finally {
    closeSync(handle)
  }
  return textOf(path)
}

function textOf(path: string): string | null {
  const file = join(folder, '..', path)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

interface Entities<Type> {
  all: Type[]
  byId(id: string): Type | undefined
  /** Not noted, as the rest is. */
  has(id: string): boolean
  size(): number
}

/** A list below an object whose members are views of their own. */
interface Members {
  property: string
  views(id: string, value: unknown): unknown[]
  /** What the list itself is told apart by. */
  content(value: unknown): unknown
}

/**
 * Views of everything of a kind.
 *
 * @param entries ids, in their order, and how each object is had
 * @param parts properties whose own properties are read one by one
 */
function entities<Type extends object>(
  kind: string,
  name: string,
  entries: () => [id: string, load: (property: string) => Type][],
  parts: readonly (string & keyof Type)[] = [],
  members?: Members,
): Entities<Type> {
  const loads = lazily(() => new Map(entries()))
  const plain = (id: string, property: string) => loads().get(id)?.(property)
  const partOf = (id: string, property: string) => propertyOf(plain(id, property), property) as object | undefined
  const viewed = (id: string, load: (property: string) => Type) => {
    const made = new Map<string, unknown>()
    return view(kind, id, load, (property, value) => {
      if (value === undefined || value === null) return value
      const isPart = parts.some((part) => part === property)
      if (!isPart && property !== members?.property) return value
      const known =
        made.get(property) ?? (isPart ? view(`${kind}.${property}`, id, () => partOf(id, property) ?? {}) : members?.views(id, value))
      made.set(property, known)
      return known
    })
  }
  const views = lazily(() => new Map([...loads()].map(([id, load]) => [id, viewed(id, load)])))
  source(kind, (id, property) => {
    const value = propertyOf(plain(id, property), property)
    if (property === members?.property) return value === undefined ? undefined : members.content(value)
    if (parts.some((part) => part === property)) return value === undefined || value === null ? value : true
    return value ?? (property === EXISTS ? loads().has(id) : undefined)
  })
  for (const part of parts) source(`${kind}.${part}`, (id, property) => propertyOf(partOf(id, part), property))
  return {
    all: list(
      name,
      lazily(() => [...views().values()]),
      () => [...loads().keys()],
    ),
    byId(id) {
      note(readingOf(kind, id, EXISTS))
      return views().get(id)
    },
    has: (id) => loads().has(id),
    size: () => loads().size,
  }
}

/** A list of things that have no ids: who looks through it has read all of it. */
function plainList<Type>(name: string): Type[] {
  const load = lazily(() => readList<Type>(`${name}.json`))
  return list(name, load, load)
}

function listed<Type extends {id: string}>(path: string): [id: string, load: () => Type][] {
  return readList<Type>(path).map((one) => [one.id, () => one])
}

function lazily<Type>(make: () => Type): () => Type {
  let made: {value: Type} | null = null
  return () => (made ??= {value: make()}).value
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'))
}

function readList<Type>(path: string): Type[] {
  return existsSync(join(folder, path)) ? (read(path) as Type[]) : []
}

/** Content of large files by path, the one asked for last at the end. */
const kept = new Map<string, {content: unknown; bytes: number}>()
let keptBytes = 0
let latest: {path: string; content: unknown} | null = null

const large = (path: string): unknown =>
  remembered(path, () => {
    const text = readFileSync(join(folder, path))
    return {content: JSON.parse(text.toString('utf8')) as unknown, bytes: text.length}
  })

function remembered(path: string, load: () => {content: unknown; bytes: number}): unknown {
  if (latest?.path === path) return latest.content
  let one = kept.get(path)
  if (one) kept.delete(path)
  else {
    one = load()
    keptBytes += one.bytes
  }
  kept.set(path, one)
  for (const [oldest, {bytes}] of kept) {
    if (keptBytes <= KEPT_BYTES || oldest === path) break
    kept.delete(oldest)
    keptBytes -= bytes
  }
  latest = {path, content: one.content}
  return one.content
}
