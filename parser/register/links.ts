/** The offices of rows, put into the standards that the rows stand in. */
import type {OfficeRow, Standard} from '../model/index.ts'

/** A standard with the office of each row filled in. */
export function linkRows(standard: Standard, officeOf: (row: OfficeRow) => string | null): Standard {
  return {
    ...standard,
    annexes: standard.annexes.map((annex) =>
      annex.groups
        ? {...annex, groups: annex.groups.map((group) => ({...group, rows: group.rows.map((row) => ({...row, office: officeOf(row)}))}))}
        : annex,
    ),
  }
}
