/** Reports of offices that don't exist: the same for the same seed, in the formats and manners in which real ones come. */
import type {Resolution, Standard} from '../../../parser/model/index.ts'
import {REGIONS} from '../../../parser/register/region.ts'
import {emptyReport, isReport, renderReportCsv, renderReportPdf, renderReportXlsx} from '../../../templates/reports/index.ts'
import type {ReportAssets, ReportContext} from '../../../templates/reports/index.ts'
import {readTable} from '../../../templates/reports/collect/csv.ts'
import type {ReportData, ReportValue} from '../../../templates/reports/model.ts'

export const SAMPLE_FORMATS = ['pdf', 'xlsx', 'csv', 'csv-comma', 'csv-utf16'] as const
export type SampleFormat = (typeof SAMPLE_FORMATS)[number]

export interface SampleReport {
  /** Path under the folder: region, office, annex. */
  path: string
  format: SampleFormat
  context: ReportContext
  report: ReportData
}

export interface SampleOrder {
  resolutions: readonly Resolution[]
  standards: readonly Standard[]
  offices: number
  year: number
  seed: number
}

/** Kinds of synthetic offices. */
const KINDS = [
  'мәдениет бөлімі',
  'қорғаныс істері жөніндегі бөлімі',
  'зейнетақы төлеу бөлімшесі',
  'жұмыспен қамту бөлімі',
  'халыққа қызмет көрсету орталығы',
]
const WORST = 0.7

/** Every report of every office, one after the other. */
export function* sampleReports({resolutions, standards, offices, year, seed}: SampleOrder): Generator<SampleReport> {
  const random = generator(seed)
  const byId = new Map(resolutions.map((resolution) => [resolution.id, resolution]))
  const contexts = standards.flatMap((standard) => {
    const resolution = byId.get(standard.resolution)
    return resolution ? standard.annexes.filter(isReport).map((annex): ReportContext => ({annex, standard, resolution})) : []
  })
  for (let index = 0; index < offices; index++) {
    const region = REGIONS[index % REGIONS.length] ?? ''
    const number = String(index + 1)
    const office = `${region} «${String(Math.floor(index / REGIONS.length) + 1)}-аудан» ${KINDS[index % KINDS.length] ?? ''} № ${number}`
    const quality = WORST + random() * (1 - WORST)
    const size = 20 + Math.floor(random() * 2000)
    for (const context of contexts) {
      const format = SAMPLE_FORMATS[Math.floor(random() * SAMPLE_FORMATS.length)] ?? 'csv'
      // a third each of PDF, workbooks and CSV
      const chosen = format === 'csv-comma' || format === 'csv-utf16' ? (random() < 0.5 ? format : random() < 0.5 ? 'pdf' : 'xlsx') : format
      const report = {...emptyReport(context, year), office, region, filledBy: `Маман ${number}`, date: `15.01.${String(year + 1)}`}
      const values = report.values.map((value): ReportValue => fill(value, quality, size, random))
      const extension = chosen.startsWith('csv') ? 'csv' : chosen
      const path = `${region}/${number.padStart(4, '0')}/${context.annex.id.replaceAll('/', '-')}.${extension}`
      yield {path, format: chosen, context, report: {...report, values}}
    }
  }
}

/** Counts in most reports; a share alone in some. */
function fill(value: ReportValue, quality: number, size: number, random: () => number): ReportValue {
  const share = Math.min(1, Math.max(0, quality + (random() - 0.5) * 0.1))
  const target = value.target ?? 95
  const norm = value.norm ?? 90
  if (random() < 0.1) return {...value, norm, target, percent: Math.round(share * 1000) / 10}
  const denominator = Math.max(2, Math.round(size * (0.5 + random())))
  return {...value, norm, target, numerator: Math.round(denominator * share), denominator}
}

/** The file, as an office would send it. `date` as in the templates. */
export async function renderSample({format, context, report}: SampleReport, assets: ReportAssets): Promise<Uint8Array> {
  const options = {assets, report, date: `${String(report.year ?? 2000)}-12-31`}
  if (format === 'pdf') return renderReportPdf(context, options)
  if (format === 'xlsx') return renderReportXlsx(context, options)
  const csv = renderReportCsv(context, options)
  if (format === 'csv-utf16') return Buffer.from(csv, 'utf16le')
  return Buffer.from(format === 'csv-comma' ? withCommas(csv) : csv)
}

/** A decimal comma: «76,81» */
const DECIMAL_COMMA = /^(-?\d+),(\d+)$/u

/** As a spreadsheet of another country saves it: parted by commas, numbers with a point. */
function withCommas(csv: string): string {
  return readTable(Buffer.from(csv))
    .map((row) => row.map((text) => `"${text.replace(DECIMAL_COMMA, '$1.$2').replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
}

/** Numbers from 0 to 1 out of a seed (mulberry32, public domain). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
