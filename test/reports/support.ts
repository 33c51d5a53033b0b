import {evaluate, emptyReport} from '../../templates/reports/index.ts'
import type {ReportContext} from '../../templates/reports/index.ts'
import type {FilledReport, ReportData, ReportValue} from '../../templates/reports/model.ts'
import {fillReport} from '../../scripts/lib/reports/fill.ts'
import type {FillRequest} from '../../scripts/lib/reports/fill.ts'
import {InputError} from '../../scripts/lib/command.ts'

export type Values = Record<string, Partial<Omit<ReportValue, 'code'>>>

/** A report with some values given by code. */
export function reportOf(context: ReportContext, values: Values, more: Partial<ReportData> = {}): ReportData {
  const empty = emptyReport(context, 2013)
  return {...empty, ...more, values: empty.values.map((value) => ({...value, ...values[value.code]}))}
}

export const resultsOf = (context: ReportContext, report: ReportData): Map<string, FilledReport['values'][number]> =>
  new Map(evaluate(context, report).values.map((result) => [result.code, result]))

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Fills from texts: what comes out, or what is wrong, each as «line rule message». */
export function fill(
  context: ReportContext,
  files: {data?: string; norms?: string; survey?: string},
  more: Partial<FillRequest> = {},
): {report: ReportData | null; problems: string[]; notes: string[]} {
  const named = (name: 'data' | 'norms' | 'survey') => (files[name] === undefined ? {} : {[name]: {file: name, bytes: bytes(files[name])}})
  const shown = (list: readonly {file: string; line: number | null; rule: string; message: string}[]): string[] =>
    list.map(({file, line, rule, message}) => `${file}:${String(line)} ${rule.replace('report/', '')} ${message}`)
  try {
    const {report, notes} = fillReport({
      context,
      year: 2013,
      meta: {},
      partial: false,
      ignored: new Set(['Коды']),
      ...named('data'),
      ...named('norms'),
      ...named('survey'),
      ...more,
    })
    return {report, problems: [], notes: shown(notes)}
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return {report: null, problems: shown(error.problems.filter(({severity}) => severity === 'error')), notes: []}
  }
}
