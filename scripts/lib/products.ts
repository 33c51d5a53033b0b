/** What is made out of the model beside its data: fillable forms, papers, report templates, the search index. */
import type {Annex} from '../../parser/model/index.ts'
import {buildSearchIndexes} from '../../site/search/build.ts'
import {MAIN_INDEX_FILE, OFFICE_INDEX_FILE} from '../../site/search/format.ts'
import {loadAssets} from '../../templates/assets.ts'
import {akomaNtosoFiles} from '../../templates/exports/akn/index.ts'
import {isForm, renderForm} from '../../templates/forms/index.ts'
import {hasPapers, PAPER_KINDS, paperId, renderPaper, type PaperContext} from '../../templates/papers/index.ts'
import {
  isReport,
  isSurvey,
  renderReportCsv,
  renderReportHtml,
  renderReportPdf,
  renderReportXlsx,
  renderSurveyCsv,
  renderSurveyHtml,
  renderSurveyPdf,
} from '../../templates/reports/index.ts'
import type {AnnexContext} from '../../templates/wording.ts'
import type {Model} from './pipeline.ts'
import type {Steps} from './progress.ts'
import type {Files} from './publish.ts'

/** The model with the paths of what will be made for each annex. */
export function withProducts(model: Model): Model {
  const taken = new Set<string>()
  const standards = model.standards.map((standard) => ({
    ...standard,
    annexes: standard.annexes.map((annex): Annex => {
      const name = unique(annex.id.replaceAll('/', '-'), taken)
      if (isForm(annex)) return {...annex, pdf: `forms/${name}.pdf`}
      if (isReport(annex)) return {...annex, report: reportPaths(`reports/${name}`, isSurvey(annex))}
      return annex
    }),
  }))
  return {...model, standards}
}

/**
 * Makes the products and adds them to the files, under the paths that the model gives them.
 *
 * @param epoch the date of the data, in seconds since 1970
 */
export async function addProducts(files: Files, model: Model, epoch: number, progress: Steps): Promise<void> {
  const assets = loadAssets()
  const date = new Date(epoch * 1000).toISOString().slice(0, 10)
  const contexts = annexContexts(model)

  progress.begin('forms')
  const forms = contexts.flatMap((context) => (context.annex.pdf === undefined ? [] : [{context, path: context.annex.pdf}]))
  for (const [index, {context, path}] of forms.entries()) {
    progress.step(place(path, index, forms))
    files.set(path, await renderForm(context, {assets, date}))
  }

  progress.begin('papers')
  const papers = standardContexts(model).flatMap((context) =>
    hasPapers(context.standard) ? PAPER_KINDS.map((kind) => ({kind, context, path: `papers/${paperId(context.standard, kind)}.pdf`})) : [],
  )
  for (const [index, {kind, context, path}] of papers.entries()) {
    progress.step(place(path, index, papers))
    files.set(path, await renderPaper(kind, context, {assets, date}))
  }

  progress.begin('reports')
  const reports = contexts.flatMap((context) => (context.annex.report ? [{context, ...context.annex.report}] : []))
  for (const [index, {context, pdf, xlsx, csv, html, survey}] of reports.entries()) {
    progress.step(place(pdf, index, reports))
    files.set(html, renderReportHtml(context, {assets, date}))
    files.set(pdf, await renderReportPdf(context, {assets, date}))
    if (xlsx !== undefined) files.set(xlsx, await renderReportXlsx(context, {assets, date}))
    if (csv !== undefined) files.set(csv, renderReportCsv(context, {assets, date}))
    if (!survey) continue
    files.set(survey.pdf, await renderSurveyPdf(context, {assets, date}))
    files.set(survey.html, renderSurveyHtml(context, {assets, date}))
    files.set(survey.csv, renderSurveyCsv(context))
  }

  progress.begin('akn')
  for (const {name, render} of akomaNtosoFiles(model, date)) {
    progress.step(name)
    files.set(`akn/${name}`, render())
  }

  progress.begin('search')
  const indexes = buildSearchIndexes(model)
  files.set(MAIN_INDEX_FILE, JSON.stringify(indexes.main))
  files.set(OFFICE_INDEX_FILE, JSON.stringify(indexes.offices))
}

/** Where the templates of a report go. */
function reportPaths(base: string, survey: boolean): NonNullable<Annex['report']> {
  const formats = {pdf: `${base}.pdf`, xlsx: `${base}.xlsx`, csv: `${base}.csv`, html: `${base}.html`}
  return survey ? {...formats, survey: {pdf: `${base}-survey.pdf`, html: `${base}-survey.html`, csv: `${base}-survey.csv`}} : formats
}

/** Every standard with its resolution, in the order of the data. */
function standardContexts({resolutions, standards}: Model): PaperContext[] {
  const byId = new Map(resolutions.map((resolution) => [resolution.id, resolution]))
  return standards.flatMap((standard) => {
    const resolution = byId.get(standard.resolution)
    return resolution ? [{standard, resolution}] : []
  })
}

/** Every annex with its standard and resolution, in the order of the data. */
const annexContexts = (model: Model): AnnexContext[] =>
  standardContexts(model).flatMap(({standard, resolution}) => standard.annexes.map((annex) => ({annex, standard, resolution})))

function place(path: string, index: number, all: readonly unknown[]): string {
  return `${path} (${String(index + 1)} of ${String(all.length)})`
}

/** Two annexes may carry one number in a damaged source: the second becomes «…-2». */
function unique(name: string, taken: Set<string>): string {
  let candidate = name
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}-${String(count)}`
  taken.add(candidate)
  return candidate
}
