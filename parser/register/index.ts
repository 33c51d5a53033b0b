/**
 * One register of offices out of the rows of all tables.
 *
 * Rows are read (`appearance.ts`), compared where it is worth it (`blocking.ts`, `matching.ts`), gathered into offices
 * (`clusters.ts`), and each office is published with what its printings disagree on (`discrepancies.ts`).
 */
import {openingHours} from '../facts/hours.ts'
import type {Diagnostic, Office, OfficeRow, Standard} from '../model/index.ts'
import {readWordings, type Listing} from './appearance.ts'
export type {ListedAnnex, Listing} from './appearance.ts'
import {clusters} from './clusters.ts'
import {doubtsOf} from './doubts.ts'
import {linkRows} from './links.ts'
import {memo} from '../memo.ts'
import {toCandidates} from './matching.ts'
import {toOffice} from './office.ts'
import {slugs} from './slug.ts'

export interface Register {
  /** In the order of their identifiers. */
  offices: Office[]
  /** The standards with the office of each row filled in. */
  standards: Standard[]
  /** Telephone numbers that have no international form, row by row. */
  diagnostics: Diagnostic[]
}

export interface RegisterOptions {
  /** Date of the edition, by resolution: tells which wording is the latest. */
  editions?: ReadonlyMap<string, string>
  /** Source file, by resolution, for diagnostics. */
  files?: ReadonlyMap<string, string>
}

/** The register without the standards: which office a row speaks of is asked for row by row. */
export interface OfficeRegister extends Omit<Register, 'standards' | 'offices'> {
  /** In the order of their identifiers, each made when it is asked for: those of a country are many. */
  offices: () => Generator<Office>
  officeOf: (row: OfficeRow) => string | null
}

/** Makes the register and links every row to its office. The same standards give the same register in any order. */
export function buildRegister(standards: readonly Standard[], options: RegisterOptions = {}): Register {
  const {offices, officeOf, diagnostics} = registerOffices(standards, options)
  return {offices: [...offices()], standards: standards.map((standard) => linkRows(standard, officeOf)), diagnostics}
}

/** Makes the register of the offices that standards list. The same lists give the same register in any order. */
export function registerOffices(standards: readonly Listing[], {editions, files}: RegisterOptions = {}): OfficeRegister {
  const sorted = [...standards].sort((a, b) => byNumbers(a.resolution, b.resolution) || a.ordinal - b.ordinal)
  const wordings = readWordings(sorted)
  const groups = clusters(toCandidates(wordings))
  const ids = slugs(groups)
  const context = {dateOf: (resolution: string) => editions?.get(resolution) ?? null, openingOf: memo(openingHours)}
  const linked = new Map<OfficeRow, string>()
  for (const [at, group] of groups.entries()) {
    for (const {appearances} of group) for (const {row} of appearances) linked.set(row, ids[at]!)
  }
  const ordered = [...groups.keys()].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1))
  return {
    *offices() {
      for (const at of ordered) yield toOffice(ids[at]!, groups[at]!, context)
    },
    officeOf: (row) => linked.get(row) ?? null,
    diagnostics: doubtsOf(wordings, files ?? new Map()),
  }
}

/** `2012-431` before `2012-1059`. */
function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', {numeric: true})
}
