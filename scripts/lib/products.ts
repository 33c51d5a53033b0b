/** Where what is drawn for annexes goes. */
import type {Annex, Standard} from '../../parser/model/index.ts'
import {isForm} from '../../templates/forms/index.ts'
import {isReport, isSurvey} from '../../templates/reports/index.ts'
import type {Model} from './pipeline.ts'

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

/** Names of files for annexes; to be asked for one after the other, in the order of the data. */
export function productNames(): (annex: string) => string {
  const taken = new Set<string>()
  return (annex) => unique(annex.replaceAll('/', '-'), taken)
}

/** Where the templates of a report go. */
function reportPaths(base: string, survey: boolean): NonNullable<Annex['report']> {
  const formats = {pdf: `${base}.pdf`, xlsx: `${base}.xlsx`, csv: `${base}.csv`, html: `${base}.html`}
  return survey ? {...formats, survey: {pdf: `${base}-survey.pdf`, html: `${base}-survey.html`, csv: `${base}-survey.csv`}} : formats
}

/** Two annexes may carry one number in a damaged source: the second becomes «…-2». */
function unique(name: string, taken: Set<string>): string {
  let candidate = name
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}-${String(count)}`
  taken.add(candidate)
  return candidate
}
