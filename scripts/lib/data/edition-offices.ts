/** Offices in the tables of editions that are not the published ones. */
import type {OfficeRow} from '../../../parser/model/index.ts'
import {registerOffices, type Listing, type OfficeRegister} from '../../../parser/register/index.ts'

/**
 * Offices of earlier editions get the ids of the register. It is made of the published texts alone: what an office was
 * called once is history and no discrepancy. A second one, of all texts, tells which rows go together.
 *
 * @param officeOf the register's
 * @returns the office of a row of these editions
 */
export function officesOfEditions(
  editions: readonly Listing[],
  published: readonly Listing[],
  officeOf: OfficeRegister['officeOf'],
): OfficeRegister['officeOf'] {
  if (editions.length === 0) return () => null
  const all = registerOffices([...published, ...editions])
  const known = new Map<string, string>()
  for (const row of published.flatMap(rowsOf)) {
    const [office, other] = [officeOf(row), all.officeOf(row)]
    if (office && other) known.set(other, office)
  }
  return (row) => {
    const office = all.officeOf(row)
    return office === null ? null : (known.get(office) ?? office)
  }
}

/** All rows of a standard's tables of offices. */
export const rowsOf = ({annexes}: Pick<Listing, 'annexes'>): OfficeRow[] =>
  annexes.flatMap(({groups = []}) => groups.flatMap(({rows}) => rows))
