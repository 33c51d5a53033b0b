/**
 * Reports on the quality indicators of a standard: templates to fill in and filled ones, as PDF, workbook, CSV and page; and the
 * questionnaire that yields some of the indicators. docs/reports.md tells where each value stands.
 */
import {closeDirections} from '../direction.ts'
import {legibleContext, legibleIn, PRINTED, typedIn} from '../legible.ts'
import {emptyReport} from './compute.ts'
import {renderReportCsv as csvOf} from './csv.ts'
import {renderReportHtml as htmlOf} from './html.ts'
import type {ReportContext} from './indicators.ts'
import type {ReportData} from './model.ts'
import {renderReportPdf as pdfOf} from './pdf.ts'
import {renderSurveyHtml as surveyHtmlOf, renderSurveyPdf as surveyPdfOf} from './survey.ts'
import type {ReportAssets} from './words.ts'
import {renderReportXlsx as xlsxOf} from './xlsx.ts'

export {emptyReport, evaluate} from './compute.ts'
export type {ReportContext} from './indicators.ts'
export {isReport, isSurvey} from './kind.ts'
export {renderSurveyCsv} from './survey.ts'
export {REPORT_PAGES, REPORT_TEMPLATES, type ReportAssets, type ReportTemplates} from './words.ts'

export interface ReportOptions {
  assets: ReportAssets
  /** What the office reports; nothing where left out. */
  report?: ReportData
  /** Date written into the file, `YYYY-MM-DD`; the act's own date where left out. */
  date?: string
}

/** The options with nothing left out. */
function complete(context: ReportContext, {assets, report, date}: ReportOptions) {
  return {assets, reports: assets.reports, report: report ?? emptyReport(context), date: date ?? context.resolution.date}
}

type Complete = ReturnType<typeof complete>

/** For a page: all texts as they are read. */
const shown = (context: ReportContext, options: ReportOptions): [ReportContext, Complete] => {
  const {report, ...rest} = complete(context, options)
  return [legibleContext(context), {...rest, report: legibleIn(report)}]
}

/** For a document to fill in: the same, and all of what is filled in with its signs. */
const printed = (context: ReportContext, options: ReportOptions): [ReportContext, Complete] => {
  const {report, ...rest} = complete(context, options)
  return [legibleContext(context, PRINTED), {...rest, report: typedIn(report)}]
}

/**
 * The report as a page of its own: no files beside it, no script, prints on A4.
 *
 * @param context an annex of kind `indicators`, its standard and its resolution, as published
 * @returns HTML; every text is escaped
 * @throws Error when the annex has no indicators
 */
export const renderReportHtml = (context: ReportContext, options: ReportOptions): string =>
  closeDirections(htmlOf(...shown(context, options)))

/**
 * The report as a PDF to fill in: values and what the office says of itself are fields; the norm where the act leaves it open. With
 * values there is a bar for each indicator.
 *
 * @returns the PDF's bytes; equal arguments give equal bytes
 * @throws Error when the annex has no indicators, or the fonts are not TrueType
 */
export const renderReportPdf = (context: ReportContext, options: ReportOptions): Promise<Uint8Array> => pdfOf(...printed(context, options))

/**
 * The report as a workbook: labels locked, values checked as they are typed, shares and deviations as formulas.
 *
 * @throws Error when the annex has no indicators
 */
export const renderReportXlsx = (context: ReportContext, options: ReportOptions): Promise<Uint8Array> =>
  xlsxOf(legibleContext(context), complete(context, options))

/**
 * The report as CSV.
 *
 * @throws Error when the annex has no indicators
 */
export const renderReportCsv = (context: ReportContext, options: ReportOptions): string => csvOf(context, complete(context, options))

/**
 * The questionnaire as a page of its own.
 *
 * @throws Error when recipients can be asked about none of the indicators: see `isSurvey`
 */
export const renderSurveyHtml = (context: ReportContext, options: ReportOptions): string =>
  closeDirections(surveyHtmlOf(...shown(context, options)))

/** The questionnaire as a fillable PDF of one page. Throws as `renderSurveyHtml` does. */
export const renderSurveyPdf = (context: ReportContext, options: ReportOptions): Promise<Uint8Array> =>
  surveyPdfOf(...printed(context, options))
