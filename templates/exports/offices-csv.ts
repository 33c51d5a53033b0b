/** offices.csv: the register of offices, one line an office. */
import type {Office} from '../../parser/model/index.ts'
import {csv} from './csv.ts'

const HEADER = [
  'id',
  'name',
  'kind',
  'region',
  'district',
  'locality',
  'address',
  'phones',
  'phones_e164',
  'emails',
  'hours',
  'annexes',
  'discrepancies',
]

/** Several values share a cell, parted by «; ». */
const SEPARATOR = '; '

export function officesCsv(offices: readonly Office[]): string {
  return csv([
    HEADER,
    ...offices.map((office) => [
      office.id,
      office.name,
      office.kind,
      office.region,
      office.district,
      office.locality,
      office.address,
      office.phones.map(({text}) => text).join(SEPARATOR),
      office.phones.flatMap(({e164}) => e164 ?? []).join(SEPARATOR),
      office.emails.join(SEPARATOR),
      office.hours,
      [...new Set(office.appearances.map(({annex}) => annex))].join(SEPARATOR),
      office.discrepancies.map(({field}) => field).join(SEPARATOR),
    ]),
  ])
}
