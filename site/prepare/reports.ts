/** Which norms the acts set for the quality of their services, and which files there are to report on it. */
import type {Annex, Indicator, Resolution, Standard} from '../../parser/model/index.ts'
import {compareText} from './lists.ts'
import {oncePer} from './once.ts'

/** What the standards of one resolution print as the norm of one indicator. */
export interface PrintedNorm {
  /** As printed; empty where the act sets none. */
  normative: string
  /** How many standards print it. */
  standards: number
}

/** An indicator across all resolutions. */
export interface NormRow {
  code: string
  /** Names of its group without the number, the most used first; of names that differ only in their ending, the most used. */
  groups: string[]
  /** By resolution, in the order given; empty where none of its standards has the indicator. */
  cells: PrintedNorm[][]
}

export interface ReportEntry {
  standard: Standard
  /** Null where the standard has no table of indicators. */
  annex: Annex | null
}

export interface ReportGroup {
  resolution: Resolution
  entries: ReportEntry[]
  /** Standards that set at least one norm, and standards that set none. */
  set: number
  unset: number
}

/** «1. Уақтылық» → «Уақтылық» */
const GROUP_NUMBER = /^\d+\s*[.)]\s*/u
/** Letters that names of one group share: «Уақтылық», «Уақтылығы», «Уақытылылығы». */
const COMMON_START = 3

/** The annexes of a standard that print indicators. */
export const indicatorAnnexes = (standard: Standard): Annex[] =>
  standard.annexes.filter(({indicators}) => indicators !== undefined && indicators.length > 0)

/** The indicators of an annex that have a norm. */
export const withNorm = (annex: Annex): Indicator[] => (annex.indicators ?? []).filter(({normative}) => hasNorm(normative))

/**
 * Standards with text by resolution, each with its annexes of indicators.
 *
 * @returns the resolutions that have such standards, in the order given
 */
export const reportsByResolution = oncePer((resolutions: readonly Resolution[], standards: readonly Standard[]): ReportGroup[] =>
  resolutions.flatMap((resolution) => {
    const own = standards.filter((standard) => standard.resolution === resolution.id && standard.points.length > 0)
    if (own.length === 0) return []
    const entries = own.flatMap((standard): ReportEntry[] => {
      const annexes = indicatorAnnexes(standard)
      return annexes.length > 0 ? annexes.map((annex) => ({standard, annex})) : [{standard, annex: null}]
    })
    const set = own.filter((standard) => indicatorAnnexes(standard).some((annex) => withNorm(annex).length > 0)).length
    return [{resolution, entries, set, unset: own.length - set}]
  }),
)

/** A page takes the norms and templates of no more acts than this; of more, each act has a page of its own. */
export const MOST_ACTS = 12

/** Every indicator code with the norms that each group prints for it, in the order of the codes. */
export function normsByCode(groups: readonly ReportGroup[]): NormRow[] {
  const rows = new Map<string, {names: Map<string, number>; cells: Map<string, Set<string>>[]}>()
  for (const [column, {entries}] of groups.entries()) {
    for (const {standard, annex} of entries) {
      for (const {code, group, label, normative} of annex?.indicators ?? []) {
        // An indicator without a printed code goes by its wording.
        const key = code.trim().replace(/\.$/u, '') || label
        const row = rows.get(key) ?? {names: new Map<string, number>(), cells: groups.map(() => new Map<string, Set<string>>())}
        rows.set(key, row)
        const name = group.replace(GROUP_NUMBER, '').trim()
        if (name !== '') row.names.set(name, (row.names.get(name) ?? 0) + 1)
        const norm = hasNorm(normative) ? normative.trim() : ''
        const cell = row.cells[column]
        cell?.set(norm, (cell.get(norm) ?? new Set()).add(standard.id))
      }
    }
  }
  return [...rows]
    .map(([code, {names, cells}]) => ({
      code,
      groups: mainNames(byCount([...names]).map(([name]) => name)),
      cells: cells.map((cell) =>
        byCount([...cell].map(([norm, ids]) => [norm, ids.size])).map(([normative, count]) => ({normative, standards: count})),
      ),
    }))
    .sort((a, b) => compareText(a.code, b.code))
}

/** A dash in the cell is an empty cell. */
const hasNorm = (normative: string): boolean => /[\p{L}\p{N}]/u.test(normative)

/** The first of the names that begin alike; a Latin i stands for і in some acts. */
function mainNames(names: string[]): string[] {
  const start = (name: string): string => name.toLowerCase().replaceAll('i', 'і').slice(0, COMMON_START)
  return names.filter((name, index) => names.findIndex((other) => start(other) === start(name)) === index)
}

const byCount = (counts: [string, number][]): [string, number][] => counts.sort(([a, x], [b, y]) => y - x || compareText(a, b))

export interface TemplateFile {
  format: string
  path: string
}

/** The templates of an annex, the questionnaire apart. */
export function templateFiles({report}: Annex): {report: TemplateFile[]; survey: TemplateFile[]} {
  const files = (paths: Record<string, string | undefined>): TemplateFile[] =>
    Object.entries(paths).flatMap(([format, path]) => (path === undefined ? [] : [{format: format.toUpperCase(), path}]))
  const {pdf, xlsx, csv, html, survey} = report ?? {}
  return {report: files({pdf, xlsx, csv, html}), survey: files({pdf: survey?.pdf, html: survey?.html, csv: survey?.csv})}
}
