/** The indicators of an annex as a report needs them: named, with their printed norms as numbers, told apart by what they count. */
import type {Annex, Indicator, Note, Resolution, Standard} from '../../parser/model/index.ts'
import type {AnnexContext} from '../wording.ts'

export interface ReportRow extends Indicator {
  /** Code without a trailing stop, unique in the annex; `row-3` where the act prints none. */
  key: string
  /** What the act prints, as numbers; null where it prints nothing, or words. */
  printedNorm: number | null
  printedTarget: number | null
  better: 'more' | 'less'
  /** What the recipients are satisfied with, in the act's words; null for an indicator that no recipient can be asked about. */
  satisfaction: string | null
}

/** An annex with its acts. With the notes of amendment the edition can be told. */
export interface ReportContext extends AnnexContext {
  resolution: AnnexContext['resolution'] & Partial<Pick<Resolution, 'notes'>>
  standard: AnnexContext['standard'] & Partial<Pick<Standard, 'notes'>>
}

/** «95 %», «100», «97,5%»: a number alone. «кем дегенде 95» is none. */
const PRINTED_PERCENT = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/u
/** «… тәртібіне қанағаттанған тұтынушылардың %-ы», «канағаттанған» (first letter Latin or К, as some acts print it), «қанағаттанатын» */
const SATISFIED = /^(?<what>.*?\S)\s+[қкk]ана[ғг]аттан(?:[ғг]ан|атын)(?=\s)/iu
/** «жалпы санына шаққандағы негізделген шағымдардың % (үлесі)» */
const COMPLAINT_SHARE = /ша[ғг]ым\p{L}{0,20}\s{0,9}%/iu
/** «қаралған және қанағаттандырылған негізделген шағымдардың %»: complaints dealt with, of which there can't be too many */
const DEALT_WITH = /қарал[ғг]ан|қана[ғг]аттандырыл[ғг]ан/iu

/** A printed value as a number. */
export function printedPercent(text: string): number | null {
  const [, digits] = PRINTED_PERCENT.exec(text.trim()) ?? []
  const value = digits === undefined ? NaN : Number(digits.replace(',', '.'))
  return value <= 100 ? value : null
}

/**
 * The rows of a report, in the order of the annex.
 *
 * @throws Error when the annex has no indicators
 */
export function reportRows(annex: Annex): ReportRow[] {
  const {indicators = []} = annex
  if (indicators.length === 0) throw new Error(`annex ${annex.id} has no indicators to report on`)
  const taken = new Set<string>()
  return indicators.map((indicator, index) => {
    const code = indicator.code.trim().replace(/\.$/u, '')
    const name = code === '' ? `row-${String(index + 1)}` : code
    let key = name
    // a damaged source may give two indicators one code
    for (let count = 2; taken.has(key); count++) key = `${name}-${String(count)}`
    taken.add(key)
    const {label} = indicator
    return {
      ...indicator,
      code,
      key,
      printedNorm: printedPercent(indicator.normative),
      printedTarget: printedPercent(indicator.target),
      better: COMPLAINT_SHARE.test(label) && !DEALT_WITH.test(label) ? 'less' : 'more',
      satisfaction: SATISFIED.exec(label)?.groups?.['what'] ?? null,
    }
  })
}

/** The indicators that a questionnaire yields. */
export const surveyRows = (annex: Annex): (ReportRow & {satisfaction: string})[] =>
  reportRows(annex).flatMap((row) => (row.satisfaction === null ? [] : [{...row, satisfaction: row.satisfaction}]))

/** «1.1. Құжаттар тапсырылған …» */
export const printedLabel = (row: Pick<Indicator, 'code' | 'label'>): string => (row.code === '' ? row.label : `${row.code}. ${row.label}`)

/** Part of a PDF field's name. A full stop there would make it a branch of another field. */
export const fieldPart = (key: string): string => key.replaceAll('.', '-')

/** Date of the last act that changed the text: `2013-02-01`. A repeal changes none. */
export function editionOf({resolution, standard}: ReportContext): string {
  const notes: Note[] = [...(resolution.notes ?? []), ...(standard.notes ?? [])]
  const dates = notes.flatMap(({date, effect}) => (date !== null && effect !== 'repealed' ? date : []))
  return [resolution.date, ...dates].sort().at(-1) ?? resolution.date
}
