/** What is drawn for a standard: fillable forms, papers, templates of reports. */
import type {Resolution, Standard} from '../../../parser/model/index.ts'
import {loadAssets} from '../../../templates/assets.ts'
import {renderForm} from '../../../templates/forms/index.ts'
import {prepareFonts} from '../../../templates/pdf/fonts.ts'
import {hasPapers, PAPER_KINDS, paperId, renderPaper} from '../../../templates/papers/index.ts'
import {
  renderReportCsv,
  renderReportHtml,
  renderReportPdf,
  renderReportXlsx,
  renderSurveyCsv,
  renderSurveyHtml,
  renderSurveyPdf,
} from '../../../templates/reports/index.ts'
import {withPaths} from './products.ts'
import {fetchJson, make, type Content, type Made, type Ref, type Workshop} from './workshop.ts'

/** What the drawings say of the act. */
export type DrawnAct = Pick<Resolution, 'id' | 'number' | 'date' | 'status' | 'repealedBy' | 'notes'>

export interface DrawOrder {
  shop: Workshop
  key: string
  text: Ref
  names: readonly string[]
  resolution: DrawnAct
  /** Date of the data, `YYYY-MM-DD`. */
  date: string
  /** Environment variable QYZMET_SITE, which stands in the codes that lead to the site. */
  site: string | undefined
}

/** Does what the first drawing of all would have to wait for. */
export async function prepareToDraw(): Promise<void> {
  const {fonts, forms, papers, reports} = loadAssets()
  await prepareFonts(fonts)
  for (const template of [forms, papers, reports].flatMap((group) => Object.values(group))) {
    try {
      template({})
    } catch {
      // It is compiled by now; what it lacks is given when something is drawn.
    }
  }
}

export async function drawTask({shop, key, text, names, resolution, date}: DrawOrder): Promise<Made<null>> {
  const assets = loadAssets()
  const standard = withPaths(fetchJson<Standard>(text), names)
  const contents: Content[] = []
  for (const annex of standard.annexes) {
    if (annex.pdf !== undefined) contents.push([annex.pdf, await renderForm({annex, standard, resolution}, {assets, date})])
  }
  for (const kind of hasPapers(standard) ? PAPER_KINDS : []) {
    contents.push([`papers/${paperId(standard, kind)}.pdf`, await renderPaper(kind, {standard, resolution}, {assets, date})])
  }
  for (const annex of standard.annexes) {
    if (!annex.report) continue
    const context = {annex, standard, resolution}
    const {pdf, xlsx, csv, html, survey} = annex.report
    contents.push([html, renderReportHtml(context, {assets, date})], [pdf, await renderReportPdf(context, {assets, date})])
    if (xlsx !== undefined) contents.push([xlsx, await renderReportXlsx(context, {assets, date})])
    if (csv !== undefined) contents.push([csv, renderReportCsv(context, {assets, date})])
    if (!survey) continue
    contents.push([survey.pdf, await renderSurveyPdf(context, {assets, date})])
    contents.push([survey.html, renderSurveyHtml(context, {assets, date})], [survey.csv, renderSurveyCsv(context)])
  }
  return make(shop, 'drawn', key, contents, null)
}
