/** The two sides of a comparison: published ids, editions, files of any format. */
import {readFile, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {z} from 'zod'
import {buildRegister} from '../../parser/index.ts'
import {actPart, standardPart, type Part} from '../../parser/compare/index.ts'
import {Resolution, Standard} from '../../parser/model/index.ts'
import {InputError, reason, UsageError, type Io} from './command.ts'
import {isError} from './diagnostics.ts'
import {parseFile} from './sources/file.ts'
import {readModel} from './sources/pipeline.ts'
import type {Steps} from './progress.ts'
import {suggest} from './suggest.ts'

export interface Side {
  /** As it was named on the command line. */
  name: string
  resolution: Omit<Resolution, 'source'>
  standards: Standard[]
  /** The standard that is meant; null for the whole act. */
  standard: Standard | null
  /** Date of the last act that changed the text. */
  edition: string
  /** An edition that the program made: it is meant only where it is named. */
  programMade?: boolean
}

export interface Places {
  dist: string
  sources: string
}

/** What `qyzmet parse` and `qyzmet amend --json` print. */
const Parsed = z.object({resolution: Resolution.omit({source: true}), standards: z.array(Standard)})
/** «2015-200», «2015-200-2», «2015-200-2@2015-10-09» */
const ID = /^(\d{4}-[\p{L}\d/]+?)(?:-(\d+))?(?:@(\d{4}-\d{2}-\d{2}))?$/u

/**
 * Reads one side.
 *
 * @throws UsageError for an id that is not there; InputError for a file that can't be read
 */
export async function readSide(name: string, places: Places, io: Io, progress: Steps): Promise<Side> {
  const info = await stat(name).catch(() => null)
  if (info?.isDirectory() === true) throw new UsageError(`${name} is a folder; name a file or an id`)
  if (info || name === '-') return readFileSide(name, places, io, progress)
  return readIdSide(name, places, progress)
}

async function readFileSide(name: string, places: Places, io: Io, progress: Steps): Promise<Side> {
  if (name.endsWith('.json')) return readJson(name)
  const {result, problems} = await parseFile({path: name, sources: places.sources}, io, progress)
  progress.end()
  const errors = [...problems, ...(result?.diagnostics ?? [])].filter(isError)
  if (!result?.resolution) {
    throw new InputError(errors.length > 0 ? errors : [fail(name, 'this is not the text of a resolution: no number and date were found')])
  }
  return sideOf(name, result.resolution, result.standards)
}

/** Published JSON: a standard, a resolution with its standards beside it, or what `parse` and `amend` print. */
async function readJson(name: string): Promise<Side> {
  const content = await readFile(name, 'utf8')
    .then(
      (text) => JSON.parse(text) as unknown,
      (error: unknown) => {
        throw new InputError([fail(name, `can't be read: ${reason(error)}`)])
      },
    )
    .catch((error: unknown) => {
      if (error instanceof InputError) throw error
      throw new InputError([fail(name, `no valid JSON: ${reason(error)}`)])
    })
  const whole = Parsed.safeParse(content)
  if (whole.success) return sideOf(name, whole.data.resolution, whole.data.standards)
  const standard = Standard.safeParse(content)
  if (standard.success) {
    const resolution = await readFile(join(dirname(name), '..', 'resolutions', `${standard.data.resolution}.json`), 'utf8').then(
      (text) => Resolution.parse(JSON.parse(text)),
      () => standIn(standard.data),
    )
    return {...sideOf(name, resolution, [standard.data]), standard: standard.data}
  }
  const resolution = Resolution.safeParse(content)
  if (resolution.success) {
    const standards = await Promise.all(
      resolution.data.standards.map(async (id) =>
        readFile(join(dirname(name), '..', 'standards', `${id}.json`), 'utf8').then(
          (text) => Standard.parse(JSON.parse(text)),
          () => {
            throw new InputError([fail(name, `its standard ${id} is not in ../standards/`)])
          },
        ),
      ),
    )
    return sideOf(name, resolution.data, standards)
  }
  throw new InputError([fail(name, 'this JSON is neither a standard nor a resolution of these data')])
}

async function readIdSide(name: string, {dist, sources}: Places, progress: Steps): Promise<Side> {
  const [, act = '', ordinal, edition] = ID.exec(name) ?? []
  if (act === '') throw new UsageError(`${name} is neither a file nor an id like 2015-200, 2015-200-2 or 2015-200@2015-10-09`)
  const all = (await readPublishedActs(dist)) ?? (await readSourceActs(sources, progress))
  const same = all.filter((one) => one.resolution.id === act).sort((a, b) => (a.edition < b.edition ? -1 : 1))
  // Without a date the latest edition is meant, of those that were published and not made by the program.
  const found = edition === undefined ? same.findLast(({programMade}) => !programMade) : same.find((one) => one.edition === edition)
  if (!found) {
    const known = all.flatMap((one) => [one.resolution.id, ...one.standards.map(({id}) => id)])
    const editions = same.map((one) => `${one.resolution.id}@${one.edition}`)
    throw new UsageError(
      edition !== undefined && same.length > 0
        ? `there is no ${name}, only ${editions.join(', ')}`
        : `there is no ${name}${suggest(name, known)}`,
    )
  }
  if (ordinal === undefined) return {...found, name}
  const standard = found.standards.find(({id}) => id === `${act}-${ordinal}`)
  if (!standard)
    throw new UsageError(
      `there is no ${name}${suggest(
        name,
        found.standards.map(({id}) => id),
      )}`,
    )
  return {...found, name, standard}
}

/** The acts of a finished build with their earlier editions; null where there is none. */
async function readPublishedActs(dist: string): Promise<Side[] | null> {
  const {readPublished} = await import('./published.ts')
  const index = await stat(join(dist, 'data', 'index.json')).catch(() => null)
  if (!index) return null
  const {resolutions, standards, editions} = await readPublished(dist)
  const latest = resolutions.map((resolution) =>
    sideOf(
      resolution.id,
      resolution,
      standards.filter((standard) => standard.resolution === resolution.id),
    ),
  )
  return [
    ...latest,
    ...editions.map((one) => ({
      ...sideOf(one.resolution.id, one.resolution, one.standards),
      edition: one.edition,
      programMade: one.consolidation !== undefined,
    })),
  ]
}

async function readSourceActs(folder: string, progress: Steps): Promise<Side[]> {
  const {model, problems} = await readModel(folder, progress)
  progress.end()
  const errors = problems.filter(isError)
  if (errors.length > 0) throw new InputError(errors)
  return [
    ...model.resolutions.map((resolution) =>
      sideOf(
        resolution.id,
        resolution,
        model.standards.filter((standard) => standard.resolution === resolution.id),
      ),
    ),
    ...model.earlier.map((one) => ({
      ...sideOf(one.resolution.id, one.resolution, one.standards),
      edition: one.edition,
      programMade: one.consolidation !== undefined,
    })),
  ]
}

function sideOf(name: string, resolution: Side['resolution'], standards: Standard[]): Side {
  const dates = [...resolution.notes, ...standards.flatMap(({notes}) => notes)].flatMap(({date, effect}) =>
    date !== null && effect !== 'repealed' ? date : [],
  )
  return {name, resolution, standards, standard: null, edition: dates.sort().at(-1) ?? resolution.date}
}

/** A standard without its resolution: what is known of that from the id. */
function standIn(standard: Standard): Side['resolution'] {
  const [year = '', ...number] = standard.resolution.split('-')
  return {
    id: standard.resolution,
    number: number.join('-'),
    date: `${year}-01-01`,
    title: '',
    kind: 'resolution',
    signatory: null,
    status: standard.legalStatus,
    repealedBy: null,
    notes: [],
    preamble: '',
    points: [],
    attachments: [],
    standards: [standard.id],
    amendments: [],
  }
}

/**
 * The two documents to compare: two standards, or two acts. An act that holds one standard stands for it where the
 * other side is a standard.
 *
 * @throws UsageError where one side is a standard and the other an act with several
 */
export function documentsOf(old: Side, now: Side): {old: Part; now: Part} {
  const [before, after] = linked(old, now)
  const single = (side: Side) => side.standard ?? (side.standards.length === 1 ? (side.standards[0] ?? null) : null)
  if (before.standard || after.standard) {
    const [one, other] = [single(before), single(after)]
    if (!one || !other) {
      const act = one ? after : before
      throw new UsageError(
        `${act.name} is an act with ${String(act.standards.length)} standards, the other side is one standard: name one of ${act.standards.map(({id}) => id).join(', ')}`,
      )
    }
    return {old: standardPart(one), now: standardPart(other)}
  }
  return {old: actPart(before), now: actPart(after)}
}

/** Offices of texts that were just read have no ids yet: they get them from a register of both sides. */
function linked(old: Side, now: Side): [Side, Side] {
  const isLinked = ({standards}: Side) =>
    standards.every(({annexes}) => annexes.every(({groups = []}) => groups.every(({rows}) => rows.every(({office}) => office !== null))))
  if (isLinked(old) && isLinked(now)) return [old, now]
  const {standards} = buildRegister([...old.standards, ...now.standards])
  const turn = (side: Side, from: number): Side => {
    const own = standards.slice(from, from + side.standards.length)
    const index = side.standard ? side.standards.indexOf(side.standard) : -1
    return {...side, standards: own, standard: index >= 0 ? (own[index] ?? null) : null}
  }
  return [turn(old, 0), turn(now, old.standards.length)]
}

function fail(file: string, message: string) {
  return {file, line: null, rule: 'compare/unreadable', severity: 'error' as const, message}
}
