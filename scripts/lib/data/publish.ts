/** The published model as files: dist/data in the shape of the public contract. */
import {toJson} from '../../../parser/language/hidden-characters.ts'
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
} from '../../../parser/model/index.ts'
import {UsageError} from '../command.ts'
import type {Facts} from '../sources/collection.ts'
import type {Shelved, Tally} from './shelved.ts'
import type {Content, Note} from './workshop.ts'

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

/** The schemas as files. */
export const schemaFiles = (): Content[] =>
  Object.entries(SCHEMAS).map(([name, schema]) => [`data/schema/${name}.json`, `${toJson(z.toJSONSchema(schema), 2)}\n`])

/**
 * A data file as text.
 *
 * @throws Error where the value does not satisfy its schema: a fault of the program, not of the input
 */
export const dataFile = (schema: keyof typeof SCHEMAS, value: unknown): string => `${checked(schema, SCHEMAS[schema], value)}\n`

/** One office as a part of data/offices.json; throws as `dataFile` does. */
export const officeItem = (office: Office): string => checked('office', Office, office).replace(/^/gmu, '  ')

/** data/index.json: what there is, and the checksum of every other file. */
export function indexFile(published: Published, files: readonly Note[], generated: string): string {
  const {resolutions, standards, editionList} = published
  const catalogue: Catalogue = {
    contract: CONTRACT_VERSION,
    generated,
    resolutions: resolutions.map(({id}) => id),
    standards: standards.map(({id, title, resolution, status, legalStatus}) => ({id, title, resolution, status, legalStatus})),
    editions: editionList,
    counts: published.counts,
    files: [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
  return dataFile('index', catalogue)
}

/** What the table of contents is made of. */
export interface Published extends Pick<Facts, 'resolutions' | 'editionList'> {
  standards: readonly Pick<Standard, 'id' | 'title' | 'resolution' | 'status' | 'legalStatus'>[]
  counts: Record<string, number>
}

/** What is published, in numbers. */
export function counts(
  facts: Pick<Facts, 'resolutions' | 'amendments' | 'coverage'>,
  standards: readonly Shelved[],
  made: {papers: number; offices: number; diagnostics: readonly Diagnostic[]},
): Record<string, number> {
  const sum = (of: (tally: Tally) => number) => standards.reduce((total, {tally}) => total + of(tally), 0)
  return {
    resolutions: facts.resolutions.length,
    standards: standards.length,
    included: standards.filter(({status}) => status === 'included').length,
    excluded: standards.filter(({status}) => status === 'excluded').length,
    points: sum(({points}) => points),
    annexes: sum(({annexes}) => annexes),
    officeTables: sum(({officeTables}) => officeTables),
    forms: sum(({forms}) => forms),
    papers: made.papers,
    indicatorTables: sum(({indicatorTables}) => indicatorTables),
    officeRows: sum(({officeRows}) => officeRows),
    offices: made.offices,
    amendments: facts.amendments.length,
    errors: made.diagnostics.filter(({severity}) => severity === 'error').length,
    warnings: made.diagnostics.filter(({severity}) => severity === 'warning').length,
    unaccounted: facts.coverage.reduce((total, {unaccounted}) => total + unaccounted, 0),
  }
}

/**
 * The moment the data speaks of, as seconds since 1970: SOURCE_DATE_EPOCH (reproducible-builds.org), or the latest
 * date in the sources, never the clock.
 *
 * @throws UsageError where SOURCE_DATE_EPOCH is not a whole number of seconds
 */
export function sourceEpoch(model: Pick<Facts, 'editions' | 'resolutions'>, env: Record<string, string | undefined>): number {
  const given = env['SOURCE_DATE_EPOCH']
  if (given !== undefined && given !== '') {
    if (!/^\d{1,11}$/u.test(given)) throw new UsageError(`SOURCE_DATE_EPOCH is «${given}»; it must be a number of seconds since 1970`)
    return Number(given)
  }
  const dates = [...model.editions, ...model.resolutions.flatMap(({date, repealedBy}) => [date, repealedBy?.date ?? date])]
  const latest = dates.sort().at(-1) ?? '1970-01-01'
  return Date.parse(`${latest}T00:00:00Z`) / 1000
}

function checked(name: string, schema: z.ZodType, value: unknown): string {
  const result = schema.safeParse(value)
  if (!result.success) {
    const id = typeof value === 'object' && value !== null && 'id' in value ? ` ${String(value.id)}` : ''
    const [issue] = result.error.issues
    throw new Error(
      `the ${name}${id} does not satisfy its schema: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''} (a fault in the parser)`,
    )
  }
  return toJson(result.data, 2)
}
