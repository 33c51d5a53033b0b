/**
 * The texts of reports and questionnaires, out of the Handlebars templates beside this file. Sentences have a template each; words and
 * headings share `words.hbs`, one a line.
 */
import {foldKey} from '../../parser/language/alphabet.ts'
import type {FontFiles} from '../pdf/fonts.ts'
import {wordingData, type Template, type WordingData} from '../wording.ts'
import type {ReportContext, ReportRow} from './indicators.ts'
import {decimal, signed} from './compute.ts'
import type {MarkKind, ReportResult} from './model.ts'

/** Names of the templates a report needs; each is a file `<name>.hbs` beside this one. */
export const REPORT_TEMPLATES = [
  'page',
  'survey-page',
  'words',
  'head',
  'status-word',
  'status',
  'footer',
  'page-number',
  'document-title',
  'title',
  'cell-label',
  'result',
  'survey-question',
] as const
export type ReportTemplateName = (typeof REPORT_TEMPLATES)[number]
export type ReportTemplates = Record<ReportTemplateName, Template>

/** Those of them that are HTML: what is put into them is escaped. The others are plain text. */
export const REPORT_PAGES: readonly ReportTemplateName[] = ['page', 'survey-page']

export interface ReportAssets {
  fonts: FontFiles
  reports: ReportTemplates
}

const WORDS = [
  'sheet',
  'code',
  'indicator',
  'norm',
  'target',
  'current',
  'numerator',
  'denominator',
  'share',
  'norm-deviation',
  'target-deviation',
  'norm-met',
  'yes',
  'no',
  'year',
  'office',
  'region',
  'filled-by',
  'date',
  'signature',
  'mark',
  'help',
  'chart-title',
  'legend-value',
  'legend-norm',
  'legend-target',
  'open',
  'percent-error',
  'count-error',
  'zero-error',
  'order-error',
  'year-error',
  'date-error',
  'error-title',
  'survey-title',
  'survey-help',
  'survey-question',
  'survey-yes',
  'survey-no',
  'survey-none',
  'survey-comment',
  'survey-respondent',
] as const
export type Word = (typeof WORDS)[number]

/** «Көрсеткіштің келесі жылдағы мақсатты мәні»: the word that this act uses for the value aimed at */
const TARGET_WORD = /мақсатты|нысаналы/iu
/** «percent-error: 0-ден 100-ге дейінгі сан жазыңыз.» */
const WORD_LINE = /^(?<name>[a-z-]+): (?<text>.+)$/u

export interface Wording {
  word(name: Word): string
  /** Whether the act is repealed, or has dropped the standard. */
  repealed: boolean
  statusWord: string
  status: string
  head: string
  footer: string
  title: string
  documentTitle: string
  /** Headings of the four columns that the act itself has. */
  columns: {indicator: string; norm: string; target: string; current: string}
  pageNumber(page: number, pages: number): string
  cellLabel(row: ReportRow, column: string): string
  /** The outcome of an indicator as a sentence: also what is read out in place of its chart. */
  result(result: ReportResult): string
  question(subject: string): string
}

/**
 * The texts for one annex.
 *
 * @throws Error where words.hbs lacks a word
 */
export function wordingOf(context: ReportContext, reports: ReportTemplates, kind: MarkKind = 'report'): Wording {
  const {annex} = context
  const printed = annex.columns?.length === 4 ? joinWrapped(annex.columns) : []
  const targetWord = TARGET_WORD.exec(printed[2] ?? '')?.[0].toLowerCase() ?? 'нысаналы'
  const words = readWords(reports.words({targetWord}))
  const word = (name: Word): string => words.get(name) ?? ''
  const data: WordingData & {survey: boolean; surveyTitle: string} = {
    ...wordingData(context),
    survey: kind === 'survey',
    surveyTitle: word('survey-title'),
  }
  const [indicator = word('indicator'), norm = word('norm'), target = word('target'), current = word('current')] = printed
  return {
    word,
    repealed: data.repealed,
    statusWord: reports['status-word'](data),
    status: reports.status(data),
    head: reports.head(data),
    footer: reports.footer(data),
    title: kind === 'survey' ? word('survey-title') : reports.title(data),
    documentTitle: reports['document-title'](data),
    columns: {indicator, norm, target, current: withUnit(current)},
    pageNumber: (page, pages) => reports['page-number']({...data, page, pages}),
    cellLabel: (row, column) => reports['cell-label']({code: row.code, label: row.label, column}),
    result(result) {
      if (result.percent === null) return word('open')
      return reports.result({
        value: decimal(result.percent),
        counted: result.basis === 'counts',
        numerator: String(result.numerator),
        denominator: String(result.denominator),
        norm: decimal(result.norm),
        normDeviation: signed(result.normDeviation),
        normMet: result.normMet,
        targetWord,
        target: decimal(result.target),
        targetDeviation: signed(result.targetDeviation),
        less: result.better === 'less' && result.norm !== null,
      })
    },
    question: (subject) => reports['survey-question']({subject}),
  }
}

/** «Көрсеткіш-тің»: letters on both sides of a hyphen, perhaps where the line broke in a narrow column of the act */
const HYPHENATED = /(?<!\p{L})(\p{L}+)-\s?(\p{Ll}+)/gu

/**
 * Headings without the hyphens of the act's own line breaks, which stand in the middle of a line here: «Көрсеткіш-тің» beside a heading
 * that prints «Көрсеткіштің». A hyphen stays where no heading of the table has the word in one piece: it is how the word is spelt.
 */
function joinWrapped(headings: readonly string[]): string[] {
  const words = new Set(headings.flatMap((heading) => heading.match(/[\p{L}-]+/gu) ?? []).map(foldKey))
  return headings.map((heading) =>
    heading.replace(HYPHENATED, (found, before: string, after: string) => (words.has(foldKey(before + after)) ? before + after : found)),
  )
}

/** «Көрсеткіштің ағымдағы мәні» → «…, %» where the act's heading leaves the unit out. */
const withUnit = (heading: string): string => (heading.includes('%') ? heading : `${heading}, %`)

function readWords(text: string): Map<Word, string> {
  const words = new Map<string, string>()
  for (const line of text.split('\n')) {
    const {name, text: value} = WORD_LINE.exec(line.trim())?.groups ?? {}
    if (name !== undefined && value !== undefined) words.set(name, value)
  }
  const missing = WORDS.filter((name) => !words.has(name))
  if (missing.length > 0) throw new Error(`words.hbs lacks ${missing.join(', ')}`)
  return words as Map<Word, string>
}
