/** Open data. */
import type {Strings} from '../kk/index.ts'
import {counted, number} from './format.ts'

const COUNT_NAMES: Record<string, string> = {
  resolutions: 'resolutions',
  standards: 'standards',
  included: 'standards with text',
  excluded: 'excluded standards',
  points: 'points',
  annexes: 'annexes',
  officeTables: 'tables of offices',
  officeRows: 'rows in tables of offices',
  offices: 'offices',
  forms: 'forms',
  papers: 'papers: checklists, receipts, complaint slips',
  indicatorTables: 'tables of indicators',
  amendments: 'amendments',
  errors: 'errors',
  warnings: 'doubtful places',
  unaccounted: 'characters unaccounted for',
}

export const data: Strings['data'] = {
  title: 'Open data',
  lead: 'Everything on this site is made from these files. You are free to download and use them.',
  contract: (version) => `Version of the data contract: ${version}.`,
  date: (date) => `Data as of ${date}.`,
  counts: 'What the data holds',
  countName: (key) => COUNT_NAMES[key] ?? key,
  file: 'File',
  size: 'Size',
  files: (count) => counted(count, {one: 'file', other: 'files'}),
  firstFiles: (shown, count) => [`The first ${number(shown)} of ${number(count)} are shown; all of them are listed in `, 'index.json', '.'],
}
