/**
 * The report as rows of cells: what CSV and XLSX have in common, and what their readers look for. The first column holds codes that no
 * translation, locale or spreadsheet changes («indicator-3.1»: a bare «3.1» becomes the 3rd of January in a Kazakh Excel).
 */
import type {ReportContext, ReportRow} from './indicators.ts'
import {reportRows} from './indicators.ts'
import {TEMPLATE_VERSION, writeMark, type FilledReport, type MetaField} from './model.ts'

/** Columns after the code and the label, by the names that stand in the row of code `columns`. */
export const VALUE_COLUMNS = ['norm', 'target', 'numerator', 'denominator', 'percent'] as const
export const COMPUTED_COLUMNS = ['current', 'normDeviation', 'targetDeviation', 'normMet'] as const
export type ValueColumn = (typeof VALUE_COLUMNS)[number]
export type ComputedColumn = (typeof COMPUTED_COLUMNS)[number]
export type GridColumn = 'code' | 'label' | ValueColumn | ComputedColumn

/** Columns in the order in which they stand. */
export const GRID_COLUMNS: readonly GridColumn[] = ['code', 'label', ...VALUE_COLUMNS, ...COMPUTED_COLUMNS]

/** Code of the row that names the columns. */
export const COLUMNS_CODE = 'columns'
/** Code of the row that says which template this is. */
export const MARK_CODE = 'template'
/** Codes of the rows about the office. Their value stands in the third column, the first of the values. */
export const META_CODES: Readonly<Record<MetaField, string>> = {
  year: 'year',
  office: 'office',
  region: 'region',
  filledBy: 'filled-by',
  date: 'date',
}
export const META_COLUMN = 2

const INDICATOR_CODE = /^indicator-(?<key>.+)$/u

/** «3.1» → «indicator-3.1» */
export const indicatorCode = (key: string): string => `indicator-${key}`

/** «indicator-3.1» → «3.1»; null for another code. */
export const indicatorKey = (code: string): string | null => INDICATOR_CODE.exec(code.trim())?.groups?.['key'] ?? null

/** The mark of a report's template. */
export const markOf = (report: Pick<FilledReport, 'annex' | 'edition' | 'year'>): string =>
  writeMark({kind: 'report', version: TEMPLATE_VERSION, annex: report.annex, edition: report.edition, year: report.year})

/** What an office says of itself, as text. */
export const metaText = (report: FilledReport, field: MetaField): string => {
  const value = report[field]
  return value === null ? '' : String(value)
}

/** The rows of the annex with their groups, in order: a heading before the first row of each group. */
export function groupedRows(context: ReportContext): {heading: string; rows: ReportRow[]}[] {
  const groups: {heading: string; rows: ReportRow[]}[] = []
  for (const row of reportRows(context.annex)) {
    const group = groups.at(-1)
    if (group?.heading === row.group) group.rows.push(row)
    else groups.push({heading: row.group, rows: [row]})
  }
  return groups
}
