/** The published model as files: dist/data in the shape of the public contract. */
import {z} from 'zod'
import {
  Amendment,
  Catalogue,
  CONTRACT_VERSION,
  Comparison,
  ComparisonEntry,
  Coverage,
  Diagnostic,
  Edition,
  Office,
  Resolution,
  Standard,
} from '../../parser/model/index.ts'
import {hasPapers, PAPER_KINDS} from '../../templates/papers/index.ts'
import {UsageError} from './command.ts'
import type {Model} from './pipeline.ts'
import {checksum} from './sources.ts'

/** Path under dist/ → content. */
export type Files = Map<string, string | Uint8Array>

/** One schema for each kind of file; the name is that of the file in dist/data/schema/. */
const SCHEMAS = {
  index: Catalogue,
  resolution: Resolution,
  standard: Standard,
  edition: Edition,
  comparison: Comparison,
  comparisons: z.array(ComparisonEntry),
  offices: z.array(Office),
  amendments: z.array(Amendment),
  diagnostics: z.array(Diagnostic),
  coverage: z.array(Coverage),
} satisfies Record<string, z.ZodType>

/**
 * The data files, all but the index.
 *
 * @throws Error where the model does not satisfy its own schemas: a fault of the program, not of the input
 */
export function dataFiles(model: Model): Files {
  const files: Files = new Map()
  for (const resolution of model.resolutions) files.set(`data/resolutions/${resolution.id}.json`, json('resolution', resolution))
  for (const standard of model.standards) files.set(`data/standards/${standard.id}.json`, json('standard', standard))
  for (const edition of model.earlier) files.set(`data/editions/${edition.id}.json`, json('edition', edition))
  files.set('data/offices.json', json('offices', model.offices))
  files.set('data/amendments.json', json('amendments', model.amendments))
  files.set('data/diagnostics.json', json('diagnostics', model.diagnostics))
  files.set('data/coverage.json', json('coverage', model.coverage))
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    files.set(`data/schema/${name}.json`, `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`)
  }
  return files
}

/** data/comparisons.json: what the comparisons pages and tables are made for. */
export function comparisonsFile(comparisons: readonly ComparisonEntry[]): string {
  return json('comparisons', comparisons)
}

/** data/index.json: what there is, and the checksum of every other file. */
export function indexFile(model: Model, files: Files, generated: string): string {
  const catalogue: Catalogue = {
    contract: CONTRACT_VERSION,
    generated,
    resolutions: model.resolutions.map(({id}) => id),
    standards: model.standards.map(({id, title, resolution, status, legalStatus}) => ({id, title, resolution, status, legalStatus})),
    editions: model.editionList,
    counts: counts(model),
    files: [...files.entries()]
      .map(([path, content]) => ({path, sha256: checksum(content), bytes: Buffer.byteLength(content)}))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
  return json('index', catalogue)
}

/** What is in the model, in numbers. */
export function counts(model: Model): Record<string, number> {
  const annexes = model.standards.flatMap((standard) => standard.annexes)
  const ofKind = (...kinds: string[]) => annexes.filter(({kind}) => kinds.includes(kind)).length
  return {
    resolutions: model.resolutions.length,
    standards: model.standards.length,
    included: model.standards.filter(({status}) => status === 'included').length,
    excluded: model.standards.filter(({status}) => status === 'excluded').length,
    points: model.standards.reduce((sum, {points}) => sum + points.length, 0),
    annexes: annexes.length,
    officeTables: ofKind('offices'),
    forms: ofKind('form', 'certificate'),
    papers: model.standards.filter(hasPapers).length * PAPER_KINDS.length,
    indicatorTables: ofKind('indicators'),
    officeRows: annexes.reduce((sum, {groups}) => sum + (groups ?? []).reduce((rows, group) => rows + group.rows.length, 0), 0),
    offices: model.offices.length,
    amendments: model.amendments.length,
    errors: model.diagnostics.filter(({severity}) => severity === 'error').length,
    warnings: model.diagnostics.filter(({severity}) => severity === 'warning').length,
    unaccounted: model.coverage.reduce((sum, {unaccounted}) => sum + unaccounted, 0),
  }
}

/**
 * The moment the data speaks of, as seconds since 1970: SOURCE_DATE_EPOCH (reproducible-builds.org), or the latest
 * date in the sources, never the clock.
 *
 * @throws UsageError where SOURCE_DATE_EPOCH is not a whole number of seconds
 */
export function sourceEpoch(model: Model, env: Record<string, string | undefined>): number {
  const given = env['SOURCE_DATE_EPOCH']
  if (given !== undefined && given !== '') {
    if (!/^\d{1,11}$/u.test(given)) throw new UsageError(`SOURCE_DATE_EPOCH is «${given}»; it must be a number of seconds since 1970`)
    return Number(given)
  }
  const dates = [...model.editions, ...model.resolutions.flatMap(({date, repealedBy}) => [date, repealedBy?.date ?? date])]
  const latest = dates.sort().at(-1) ?? '1970-01-01'
  return Date.parse(`${latest}T00:00:00Z`) / 1000
}

function json(schema: keyof typeof SCHEMAS, value: unknown): string {
  const checked = SCHEMAS[schema].safeParse(value)
  if (!checked.success) {
    const id = typeof value === 'object' && value !== null && 'id' in value ? ` ${String(value.id)}` : ''
    const [issue] = checked.error.issues
    throw new Error(
      `the ${schema}${id} does not satisfy its schema: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''} (a fault in the parser)`,
    )
  }
  return `${JSON.stringify(checked.data, null, 2)}\n`
}
