/** What the tests of collecting share: two standards cut from the sources, a filled report, a build small enough for a test. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Annex, Resolution, Standard} from '../../parser/model/index.ts'
import {loadAssets} from '../../templates/assets.ts'
import {checkReport, type CheckedReport} from '../../templates/reports/collect/check.ts'
import type {Finding} from '../../templates/reports/collect/findings.ts'
import {knownAnnexes} from '../../templates/reports/collect/known.ts'
import {readReports} from '../../templates/reports/collect/read.ts'
import {emptyReport} from '../../templates/reports/compute.ts'
import type {ReportContext} from '../../templates/reports/indicators.ts'
import type {ReportData, ReportValue} from '../../templates/reports/model.ts'
import {context} from '../pdf/blanks.ts'
import {MEDIA_INDICATORS, MILITARY_INDICATORS} from './indicators.ts'

export const assets = loadAssets()

const of = (annex: Annex, id: string, title: string): ReportContext => {
  const [year = '', number = ''] = id.split('-')
  return context(annex, {id: `${year}-${number}`, number, date: `${year}-10-09`}, {id, title})
}

/** Its norms are printed in the act. */
export const MILITARY = of(MILITARY_INDICATORS, '2009-2223-4', 'Әскери билеттер беру')
/** Its norms are open. */
export const MEDIA = of(MEDIA_INDICATORS, '2012-1278-1', 'Бұқаралық ақпарат құралдарын есепке қою')

const model = {
  resolutions: [MILITARY, MEDIA].map(({resolution}) => ({...resolution, notes: []}) as unknown as Resolution),
  standards: [MILITARY, MEDIA].map(
    ({standard, resolution, annex}) => ({...standard, resolution: resolution.id, notes: [], annexes: [annex]}) as unknown as Standard,
  ),
}

export const known = knownAnnexes(model)

/** A finished build with the two standards, as far as collecting reads it. */
export function writeBuild(folder: string): void {
  const catalogue = {
    contract: 1,
    generated: '2014-03-11T00:00:00Z',
    resolutions: model.resolutions.map(({id}) => id),
    standards: model.standards.map(({id, title, resolution, status, legalStatus}) => ({id, title, resolution, status, legalStatus})),
    counts: {},
    files: [],
  }
  write(folder, 'data/index.json', JSON.stringify(catalogue))
  write(folder, 'data/offices.json', '[]')
  for (const one of model.resolutions) write(folder, `data/resolutions/${one.id}.json`, JSON.stringify(one))
  for (const one of model.standards) write(folder, `data/standards/${one.id}.json`, JSON.stringify(one))
}

export function write(folder: string, path: string, content: string | Uint8Array): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, content)
}

type Given = Partial<Omit<ReportValue, 'code'>>

export const OFFICE = 'Ақмола облысының «Әңгүлөқһі» мәдениет басқармасы'
export const GIVEN: Record<string, Given> = {
  '1.1': {numerator: 412, denominator: 500, target: 96.5},
  '2.1': {numerator: 7, denominator: 9, target: 90},
  '3.1': {percent: 81.4},
  '3.2': {numerator: 0, denominator: 120},
  '4.1': {percent: 0},
  '5.1': {numerator: 1500, denominator: 1500, target: 100},
}

/** A report filled with what is known of it. */
export function filled(
  reportContext: ReportContext,
  given: Record<string, Given> = GIVEN,
  more: Partial<Pick<ReportData, 'year' | 'office' | 'region'>> = {},
): ReportData {
  const empty = emptyReport(reportContext, 2013)
  return {
    ...empty,
    office: OFFICE,
    region: 'Ақмола облысы',
    filledBy: 'Ахметова Әсел Қайратқызы, маман',
    date: '15.01.2014',
    ...more,
    values: empty.values.map((value) => ({...value, norm: value.norm ?? 92.5, ...given[value.code]})),
  }
}

/** Reads one file and checks the reports in it. */
export async function collected(
  bytes: Uint8Array | string,
): Promise<{reports: (CheckedReport | null)[]; findings: Finding[]; rules: string[]}> {
  const raw = await readReports(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  const checked = raw.map((one) => checkReport(one, 'файл', known))
  const findings = checked.flatMap((one) => one.findings)
  return {reports: checked.map(({report}) => report), findings, rules: findings.map(({rule}) => rule)}
}

/** What must come back of a filled report. */
export function expected(report: ReportData): object {
  return {
    year: report.year,
    office: report.office,
    region: report.region,
    annex: report.annex,
    values: report.values.map(({numerator, denominator, percent, norm, target}) => ({
      numerator,
      denominator,
      // from counts, worked out here once more
      percent: numerator !== null && denominator !== null ? Math.round((numerator / denominator) * 1e4 + 1e-9) / 100 : percent,
      norm,
      target,
    })),
  }
}

/** As Windows saves a text in the code page 1251: what is not in it becomes «?». */
export function toWindows1251(text: string): Uint8Array {
  const codes = new Map(Array.from({length: 256}, (_, byte) => [new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from([...text.replace('\ufeff', '')], (character) => codes.get(character) ?? 0x3f)
}
