/**
 * Answers to the questionnaire, counted: one respondent a line.
 *
 *     respondent;indicator-2.1;indicator-4.1;comment
 *     1;иә;жоқ;
 *     2;иә;айта алмаймын;
 *
 * The share of an indicator is «иә» ÷ («иә» + «жоқ»): who can't say, or doesn't answer, is not counted.
 */
import type {Diagnostic} from '../../../parser/model/index.ts'
import {indicatorCode, indicatorKey} from '../../../templates/reports/grid.ts'
import {reportRows, surveyRows} from '../../../templates/reports/indicators.ts'
import type {ReportContext} from '../../../templates/reports/indicators.ts'
import {SURVEY_COLUMNS} from '../../../templates/reports/survey.ts'
import type {Answer} from '../../../templates/reports/survey.ts'
import {InputError} from '../command.ts'
import {problemOf, readTable, readText} from './fill-read.ts'
import type {TableRow} from './fill-read.ts'
import {suggest} from '../suggest.ts'

/** How an answer may be written; the case of letters doesn't matter. */
const WRITTEN: ReadonlyMap<string, Answer> = new Map([
  ['иә', 'yes'],
  ['yes', 'yes'],
  ['1', 'yes'],
  ['жоқ', 'no'],
  ['no', 'no'],
  ['0', 'no'],
  ['', 'none'],
  ['none', 'none'],
  ['айта алмаймын', 'none'],
])

export interface Counted {
  /** By indicator; those that nobody answered are left out. */
  counts: Map<string, {numerator: number; denominator: number}>
  problems: Diagnostic[]
  notes: Diagnostic[]
}

/** Counts answers. Throws nothing for bad input: see `problems`. */
export function readAnswers(file: string, bytes: Uint8Array, context: ReportContext): Counted {
  const result: Counted = {counts: new Map(), problems: [], notes: []}
  const fail = (line: number | null, rule: string, message: string): void => void result.problems.push(problemOf(file, line, rule, message))
  let rows: TableRow[]
  try {
    rows = readTable(
      file,
      readText(file, bytes, (note) => result.notes.push(note)),
    ).rows
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    result.problems.push(...error.problems)
    return result
  }
  const [header, ...answers] = rows
  const columns = readHeader(header, context, fail)
  if (result.problems.length > 0) return result
  if (answers.length === 0) {
    fail(null, 'empty', 'there are no answers below the first line')
    return result
  }
  const respondents = new Map<string, number>()
  const totals = new Map<string, Record<Answer, number>>()
  for (const {line, cells} of answers) {
    const last = cells.findLastIndex((cell) => cell !== '')
    if (last >= columns.length) fail(line, 'table', `${String(last + 1)} cells, but the first line names ${String(columns.length)}`)
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? ''
      if (column === SURVEY_COLUMNS.respondent && cell !== '') {
        const before = respondents.get(cell)
        if (before !== undefined)
          fail(line, 'respondent-twice', `respondent «${cell.slice(0, 40)}» answers twice, first on line ${String(before)}`)
        respondents.set(cell, line)
      }
      if (column === SURVEY_COLUMNS.respondent || column === SURVEY_COLUMNS.comment) continue
      const answer = WRITTEN.get(cell.toLowerCase().replace(/\s+/gu, ' '))
      if (answer === undefined) {
        fail(
          line,
          'answer',
          `column ${String(index + 1)} (${indicatorCode(column)}): «${cell.slice(0, 40)}» is no answer; write иә, жоқ or айта алмаймын (or 1, 0, nothing)`,
        )
        continue
      }
      const total = totals.get(column) ?? {yes: 0, no: 0, none: 0}
      total[answer] += 1
      totals.set(column, total)
    }
  }
  for (const [key, {yes, no}] of totals) {
    if (yes + no > 0) result.counts.set(key, {numerator: yes, denominator: yes + no})
    else result.notes.push(problemOf(file, null, 'no-answers', `indicator ${key}: nobody has answered yes or no`, 'warning'))
  }
  for (const {key} of surveyRows(context.annex)) {
    if (!columns.includes(key))
      result.notes.push(problemOf(file, header?.line ?? 1, 'not-asked', `indicator ${key} has no column`, 'warning'))
  }
  return result
}

/** What each column holds: the key of an indicator, or one of `SURVEY_COLUMNS`. */
function readHeader(
  header: TableRow | undefined,
  context: ReportContext,
  fail: (line: number | null, rule: string, message: string) => void,
): string[] {
  const asked = surveyRows(context.annex).map(({key}) => key)
  const all = reportRows(context.annex).map(({key}) => key)
  const others: string[] = Object.values(SURVEY_COLUMNS)
  const cells = header?.cells ?? []
  const last = cells.findLastIndex((cell) => cell !== '')
  const columns = cells.slice(0, last + 1).map((cell, index) => {
    const name = indicatorKey(cell) ?? cell.replace(/\.$/u, '')
    if (asked.includes(name) || others.includes(name)) return name
    const known = [...others, ...asked.map(indicatorCode)]
    const problem = all.includes(name)
      ? `no recipient can be asked about indicator ${name}; those asked about are ${asked.join(', ')}`
      : `unknown name «${cell.slice(0, 40)}»${suggest(cell, known)} (${known.join(', ')})`
    fail(header?.line ?? 1, 'header', `column ${String(index + 1)}: ${problem}`)
    return name
  })
  for (const [index, name] of columns.entries()) {
    if (columns.indexOf(name) < index) fail(header?.line ?? 1, 'header', `two columns are named «${name}»`)
  }
  if (!columns.some((name) => asked.includes(name))) {
    fail(
      header?.line ?? 1,
      'header',
      `no column is that of a question; the first line must be: ${[SURVEY_COLUMNS.respondent, ...asked.map(indicatorCode)].join(';')}`,
    )
  }
  return columns
}
