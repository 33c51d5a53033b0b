/** Indicators and reports on them. */
import type {Strings} from '../kk/index.ts'
import {counted, number} from './format.ts'

export const reports: Strings['reports'] = {
  title: 'Reports on indicators of quality',
  lead: (count) =>
    `Indicators of quality of ${counted(count, {one: 'standard', other: 'standards'})}: which normative values the acts set, which they do not, and report templates to fill in.`,
  none: 'These standards hold no indicators of quality.',
  section: 'Quality indicators',
  all: 'Of all standards',
  norms: 'Norms set by the acts',
  normsNote:
    'Values are given as the act prints them. One code may mean different indicators in different standards: the full name is in the annex of the standard.',
  counts: (set, unset) => `Standards that set normative values: ${number(set)}. Standards that do not: ${number(unset)}.`,
  everyStandard: 'Every standard of this resolution sets normative values.',
  noStandard: 'The standards of this resolution set no normative values.',
  code: 'Code',
  group: 'Group',
  norm: 'Normative value',
  unset: 'not set',
  absent: 'no such indicator',
  standards: (count) => counted(count, {one: 'standard', other: 'standards'}),
  noNorms: 'The act sets no normative values.',
  someNorms: (set, all) => `Indicators with a normative value: ${number(set)} of ${number(all)}.`,
  noTable: 'The standard has no table of indicators.',
  templates: 'Report template',
  survey: 'Questionnaire',
  file: (format, size) => (size === null ? format : `${format}, ${size}`),
  howTo: 'How to fill in and how to collect',
  howToNote:
    'The commands run in the folder of the project once the site is built. Put your own standard, year and file names in place of those shown.',
  steps: [
    {
      title: 'Fill in the template',
      text: 'Download the template and write the numerator and the denominator of each indicator: the share is worked out from them. Write the name of the office too: without it the report does not enter the summary. XLSX and CSV are filled in in a spreadsheet, PDF in a browser or PDF reader. The HTML page can be printed and filled in by hand.',
      command: null,
    },
    {
      title: 'Make a report from numbers',
      text: 'Give a CSV or JSON file with codes, numerators and denominators of the indicators. If something is wrong, the command names the file, the line and the rule.',
      command: (id, year) => `npx qyzmet report ${id} --year ${year} --data counts.csv --office "Name of the office" --out report.pdf`,
    },
    {
      title: 'Where an order sets the norms',
      text: 'Where the act sets no normative values, give those of the order in a file of their own: code, norm, target value. A file that contradicts the values of the act is refused.',
      command: (id, year) => `npx qyzmet report ${id} --year ${year} --data counts.csv --norms order.csv --out report.xlsx`,
    },
    {
      title: 'Hold a survey',
      text: 'Recipients of the service fill in the questionnaire; it does not ask for names. Write the answers into a CSV file, one row a person. The share is worked out from the answers yes and no; write them as the questionnaire prints them.',
      command: (id, year) => `npx qyzmet report ${id} --year ${year} --survey answers.csv --out report.html`,
    },
    {
      title: 'Collect reports',
      text: 'Put the PDF, XLSX and CSV reports of the offices into one folder. The command checks them, adds up the numbers (it does not average percentages) and writes the summary by region and office as XLSX, HTML and JSON. Reports that are missing or doubtful are named.',
      command: (_id, year) => `npx qyzmet report --collect reports --year ${year} --offices dist --out summary`,
    },
  ],
}
