/** What the lists disagree on, over all offices, the weightiest first. */
import type {Office} from '../../parser/model/index.ts'
import {compareText} from './lists.ts'

export interface ListedDiscrepancy {
  office: Office
  discrepancy: Office['discrepancies'][number]
}

export function discrepanciesByWeight(offices: readonly Office[]): ListedDiscrepancy[] {
  return offices
    .flatMap((office) => office.discrepancies.map((discrepancy) => ({office, discrepancy})))
    .sort(
      (a, b) =>
        b.discrepancy.weight - a.discrepancy.weight ||
        compareText(a.office.region ?? '', b.office.region ?? '') ||
        compareText(a.office.name, b.office.name),
    )
}
