/** Where what is drawn for annexes goes. */
import type {Annex, Standard} from '../../../parser/model/index.ts'
import {isForm} from '../../../templates/forms/kind.ts'
import {isReport, isSurvey} from '../../../templates/reports/kind.ts'
import type {Model} from '../sources/pipeline.ts'
import {productNames} from './product-names.ts'

/** The model with the paths of what will be made for each annex. */
export function withProducts(model: Model): Model {
  const nameOf = productNames()
  return {
    ...model,
    standards: model.standards.map((standard) =>
      withPaths(
        standard,
        standard.annexes.map(({id}) => nameOf(id)),
      ),
    ),
  }
}

/** A standard with the paths of what is made for its annexes, whose files are called by these names. */
export function withPaths(standard: Standard, names: readonly string[]): Standard {
  return {
    ...standard,
    annexes: standard.annexes.map((annex, at): Annex => {
      const name = names[at]!
      if (isForm(annex)) return {...annex, pdf: `forms/${name}.pdf`}
      if (isReport(annex)) return {...annex, report: reportPaths(`reports/${name}`, isSurvey(annex))}
      return annex
    }),
  }
}

/** Where the templates of a report go. */
function reportPaths(base: string, survey: boolean): NonNullable<Annex['report']> {
  const formats = {pdf: `${base}.pdf`, xlsx: `${base}.xlsx`, csv: `${base}.csv`, html: `${base}.html`}
  return survey ? {...formats, survey: {pdf: `${base}-survey.pdf`, html: `${base}-survey.html`, csv: `${base}-survey.csv`}} : formats
}
