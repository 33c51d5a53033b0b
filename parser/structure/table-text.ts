/** Tables as running text, for reading and search: one line a row, cells parted by « | ». */
import type {Indicator, OfficeGroup} from '../model/index.ts'

const CELLS = ' | '

/**
 * The lines of an office table: the headings, then each group with its own heading and headings of columns.
 *
 *       ["Атауы | Мекенжайы", "Ақмола облысы", "1 | Көкшетау қалалық бөлімі | Абай к."]
 */
export function officeLines(columns: readonly string[], groups: readonly OfficeGroup[]): string[] {
  const rows = groups.flatMap((group) => [
    group.heading ?? '',
    group.columns?.join(CELLS) ?? '',
    ...group.rows.map((row) => [row.number, ...row.cells].join(CELLS)),
  ])
  return [columns.join(CELLS), ...rows].filter(Boolean)
}

/** The lines of a table of indicators: the headings, the groups, the indicators. */
export function indicatorLines(columns: readonly string[], indicators: readonly Indicator[]): string[] {
  const lines = indicators.map(({code, label, normative, target, current}) => [`${code}. ${label}`, normative, target, current].join(CELLS))
  const groups = [...new Set(indicators.map(({group}) => group))]
  return [columns.join(CELLS), ...groups, ...lines].filter(Boolean)
}
