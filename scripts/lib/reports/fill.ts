/** Fills a report: what an office gives is checked against the indicators of the standard, value by value. */
import type {Diagnostic} from '../../../parser/model/index.ts'
import {difference, emptyReport, roundPercent, shareOf} from '../../../templates/reports/compute.ts'
import {indicatorCode, indicatorKey} from '../../../templates/reports/grid.ts'
import type {ValueColumn} from '../../../templates/reports/grid.ts'
import {reportRows} from '../../../templates/reports/indicators.ts'
import type {ReportContext, ReportRow} from '../../../templates/reports/indicators.ts'
import {META_FIELDS, ReportYear, TEMPLATE_VERSION} from '../../../templates/reports/model.ts'
import type {MetaField, ReportData, ReportValue} from '../../../templates/reports/model.ts'
import {InputError} from '../command.ts'
import {problemOf, readDraft} from './fill-read.ts'
import type {Cell, Draft, DraftValue} from './fill-read.ts'
import {readAnswers} from './fill-survey.ts'
import {suggest} from '../suggest.ts'

export interface NamedFile {
  file: string
  bytes: Uint8Array
}

export interface FillRequest {
  context: ReportContext
  /** From the command line; what a file says must agree. */
  year: number | null
  /** What is said of the office on the command line; it goes before what a file says. */
  meta: Partial<Record<Exclude<MetaField, 'year'>, string>>
  /** Counts or shares by indicator. */
  data?: NamedFile
  /** Norms and targets that an order sets. */
  norms?: NamedFile
  /** Answers to the questionnaire. */
  survey?: NamedFile
  /** Indicators without a value are left open; they are an error otherwise, except where only a survey is given. */
  partial: boolean
  /** Headings of our own templates that stand where codes do. */
  ignored: ReadonlySet<string>
}

/** A code that a spreadsheet has made a date of: «03.янв», «03.01.2013», «2013-01-03» */
const CODE_AS_DATE = /^\d{1,2}[./-]\p{L}{3,}|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$|^\d{4}-\d{2}-\d{2}/u
const PERCENT_SIGN = /(?<!\s)\s*%$/u
const DECIMAL = /^[+\-−]?\d+(?:\.\d+)?$/u
const DECIMAL_COMMA = /^[+\-−]?\d+,\d+$/u
/** «1 234», also with the narrow blanks that spreadsheets put in */
const WHOLE = /^-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+$|^-?\d+$/u
const BLANKS = /[ \u00a0\u202f]/gu

/**
 * Fills a report.
 *
 * @returns the report, and what should be known of it: open indicators, decimals read with a comma
 * @throws InputError with every problem of every file
 */
export function fillReport(request: FillRequest): {report: ReportData; notes: Diagnostic[]} {
  const problems: Diagnostic[] = []
  const notes: Diagnostic[] = []
  const warn = (note: Diagnostic): void => void notes.push(note)
  const read = (source: NamedFile | undefined): Draft | null => {
    if (!source) return null
    try {
      const draft = readDraft(source.file, source.bytes, request.ignored, warn)
      problems.push(...draft.problems)
      return draft
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(...error.problems)
      return null
    }
  }
  const drafts = {data: read(request.data), norms: read(request.norms)}
  const filler = new Filler(request.context, problems, notes)
  for (const draft of [drafts.data, drafts.norms]) if (draft) filler.checkMark(draft)
  filler.takeYear(request.year, [drafts.data, drafts.norms])
  if (drafts.data) {
    filler.takeMeta(drafts.data)
    filler.takeValues(drafts.data, 'all')
  }
  Object.assign(filler.report, request.meta)
  if (drafts.norms) filler.takeValues(drafts.norms, 'norms')
  if (request.survey) {
    const {counts, problems: found, notes: said} = readAnswers(request.survey.file, request.survey.bytes, request.context)
    problems.push(...found)
    notes.push(...said)
    filler.takeCounts(request.survey.file, counts)
  }
  // where rows could not be read, what is missing may be among them
  const unread = (request.data !== undefined && drafts.data === null) || (drafts.data?.problems.length ?? 0) > 0
  if (!unread) filler.checkMissing(request.data?.file ?? request.survey?.file ?? null, request.partial || !request.data)
  filler.tellCommas()
  if (problems.length > 0) throw new InputError([...notes.filter(({severity}) => severity === 'warning'), ...problems])
  return {report: filler.report, notes}
}

class Filler {
  readonly report: ReportData
  private readonly context: ReportContext
  private readonly problems: Diagnostic[]
  private readonly notes: Diagnostic[]
  private readonly rows: Map<string, ReportRow>
  /** Indicators that have a value, or one that was found wrong: they are not missing. */
  private readonly settled = new Map<string, string>()
  private readonly commas = new Map<string, {line: number | null; text: string; count: number}>()

  constructor(context: ReportContext, problems: Diagnostic[], notes: Diagnostic[]) {
    this.context = context
    this.problems = problems
    this.notes = notes
    this.report = emptyReport(context)
    this.rows = new Map(reportRows(context.annex).map((row) => [row.key, row]))
  }

  private fail(file: string, line: number | null, rule: string, message: string): void {
    this.problems.push(problemOf(file, line, rule, message))
  }

  /** A file made from a template must be one of this annex, in this edition. */
  checkMark({file, mark}: Draft): void {
    if (!mark) return
    const {mark: found, line} = mark
    const {annex, edition} = this.report
    if (found.kind !== 'report') this.fail(file, line, 'other-template', 'this is a questionnaire, not a report')
    else if (found.annex !== annex) this.fail(file, line, 'other-template', `made from the template of ${found.annex}, not of ${annex}`)
    else if (found.version > TEMPLATE_VERSION) {
      this.fail(
        file,
        line,
        'other-version',
        `made from version ${String(found.version)} of the template; this program knows ${String(TEMPLATE_VERSION)}`,
      )
    } else if (found.edition !== edition) {
      this.fail(
        file,
        line,
        'other-edition',
        `made from the edition of ${found.edition}; the text now is that of ${edition}, its indicators may differ`,
      )
    }
  }

  /** The year of the command line and of the files must be one. */
  takeYear(given: number | null, drafts: readonly (Draft | null)[]): void {
    let year = given
    for (const draft of drafts) {
      const cell = draft?.meta.get('year')
      const marked = draft?.mark?.mark.year ?? null
      const claims: [number | null, unknown, string][] = []
      if (cell && cell.value !== '' && cell.value !== null) claims.push([cell.line, cell.value, cell.place])
      if (draft?.mark && marked !== null) claims.push([draft.mark.line, marked, 'the template'])
      for (const [line, value, place] of claims) {
        const text = typeof value === 'number' || typeof value === 'string' ? String(value) : typeof value
        const parsed = ReportYear.safeParse(Number(text))
        if (!draft) continue
        if (!parsed.success) this.fail(draft.file, line, 'year', `${place}: «${text.slice(0, 40)}» is no year; write four digits: 2013`)
        else if (year !== null && parsed.data !== year) {
          this.fail(draft.file, line, 'other-year', `${place}: the year ${String(parsed.data)}, but the report is for ${String(year)}`)
        } else year = parsed.data
      }
    }
    this.report.year = year
  }

  takeMeta({file, meta}: Draft): void {
    for (const field of META_FIELDS) {
      const cell = meta.get(field)
      if (!cell || field === 'year' || cell.value === null) continue
      if (typeof cell.value === 'string') this.report[field] = cell.value.replace(/\s+/gu, ' ').trim()
      else this.fail(file, cell.line, 'not-a-text', `${cell.place}: expected a text`)
    }
  }

  /** @param which `norms`: the file sets norms and targets and nothing else */
  takeValues(draft: Draft, which: 'all' | 'norms'): void {
    const seen = new Map<string, number | null>()
    for (const value of draft.values) {
      const key = this.keyOf(draft, value.code)
      if (key === null) continue
      const {line} = value.code
      if (seen.has(key)) {
        const before = seen.get(key)
        this.fail(draft.file, line, 'twice', `indicator ${key} stands twice${before == null ? '' : `, first on line ${String(before)}`}`)
        continue
      }
      seen.set(key, line)
      this.takeValue(draft, key, value, which)
    }
  }

  private takeValue(draft: Draft, key: string, value: DraftValue, which: 'all' | 'norms'): void {
    const row = this.rows.get(key)
    const target = this.report.values.find(({code}) => code === key)
    if (!row || !target) return
    const found = this.problems.length
    const norm = this.norm(draft, row, value, target.norm)
    if (norm !== undefined) target.norm = norm
    const aim = this.percent(draft, key, value.cells.get('target'))
    if (aim !== null) {
      if (target.target !== null && difference(target.target, roundPercent(aim)) !== 0) {
        this.fail(
          draft.file,
          value.cells.get('target')?.line ?? null,
          'target-differs',
          `indicator ${key}: target ${String(aim)}, but ${String(target.target)} is set already`,
        )
      } else target.target = roundPercent(aim)
    }
    const numerator = this.count(draft, key, value.cells.get('numerator'))
    const denominator = this.count(draft, key, value.cells.get('denominator'))
    const percent = this.percent(draft, key, value.cells.get('percent'))
    if (which === 'norms') {
      if (numerator !== null || denominator !== null || percent !== null) {
        this.fail(
          draft.file,
          value.code.line,
          'norms',
          `indicator ${key}: a file of norms sets norm and target, not values; give values with --data`,
        )
      }
      return
    }
    this.takeShare(draft, key, value, target, {numerator, denominator, percent})
    if (this.problems.length > found || target.percent !== null || target.numerator !== null) this.settled.set(key, draft.file)
  }

  private takeShare(
    draft: Draft,
    key: string,
    value: DraftValue,
    target: ReportValue,
    {numerator, denominator, percent}: Pick<ReportValue, 'numerator' | 'denominator' | 'percent'>,
  ): void {
    const at = (name: ValueColumn): number | null => value.cells.get(name)?.line ?? value.code.line
    const place = (name: ValueColumn): string => `indicator ${key}, ${value.cells.get(name)?.place ?? name}`
    const wrong = (name: ValueColumn): boolean => (value.cells.get(name)?.value ?? '') !== ''
    if (denominator === 0) {
      this.fail(
        draft.file,
        at('denominator'),
        'denominator-zero',
        `${place('denominator')}: the denominator is 0; leave both counts empty where there were no cases`,
      )
      return
    }
    if (numerator !== null && denominator !== null) {
      if (numerator > denominator) {
        this.fail(
          draft.file,
          at('numerator'),
          'numerator',
          `${place('numerator')}: ${String(numerator)} is more than the denominator ${String(denominator)}`,
        )
        return
      }
      const share = shareOf(numerator, denominator)
      if (percent !== null && !agrees(percent, numerator, denominator)) {
        this.fail(
          draft.file,
          at('percent'),
          'share-differs',
          `${place('percent')}: ${String(percent)}, but ${String(numerator)} of ${String(denominator)} is ${String(share)}`,
        )
        return
      }
      Object.assign(target, {numerator, denominator, percent: share})
      return
    }
    // a count that could not be read has been named already
    const missing = numerator === null ? 'numerator' : 'denominator'
    const present = numerator === null ? 'denominator' : 'numerator'
    if ((numerator !== null || denominator !== null) && !wrong(missing)) {
      this.fail(draft.file, at(present), 'incomplete-counts', `${place(present)}: there is no ${missing} beside it`)
      return
    }
    if (percent !== null) target.percent = roundPercent(percent)
  }

  /** The norm that holds; undefined where the file gives none, or a wrong one. */
  private norm(draft: Draft, row: ReportRow, value: DraftValue, known: number | null): number | undefined {
    const cell = value.cells.get('norm')
    // words that the act prints in place of a number
    if (cell?.value === row.normative) return undefined
    const norm = this.percent(draft, row.key, cell)
    if (norm === null || !cell) return undefined
    const rounded = roundPercent(norm)
    if (known !== null && difference(known, rounded) !== 0) {
      const source = row.printedNorm === known ? `the act prints ${row.normative}` : `${String(known)} is set already`
      this.fail(draft.file, cell.line, 'norm-differs', `indicator ${row.key}, ${cell.place}: norm ${String(norm)}, but ${source}`)
      return undefined
    }
    return rounded
  }

  /** Counts from a questionnaire: they may not stand against values that were given. */
  takeCounts(file: string, counts: ReadonlyMap<string, {numerator: number; denominator: number}>): void {
    for (const [key, {numerator, denominator}] of counts) {
      const target = this.report.values.find(({code}) => code === key)
      if (!target) continue
      const other = this.settled.get(key)
      if (other !== undefined)
        this.fail(file, null, 'twice', `indicator ${key}: the answers give a value, and ${other} gives one too; leave one out`)
      else {
        Object.assign(target, {numerator, denominator, percent: shareOf(numerator, denominator)})
        this.settled.set(key, file)
      }
    }
  }

  /** @param allowed indicators without a value are named, but no error */
  checkMissing(file: string | null, allowed: boolean): void {
    if (file === null) return
    for (const [key, {label}] of this.rows) {
      if (this.settled.has(key)) continue
      const message = `indicator ${key} has no value: ${label}${allowed ? '' : '; add it, or leave it open with --partial'}`
      if (allowed) this.notes.push(problemOf(file, null, 'missing', message, 'warning'))
      else this.fail(file, null, 'missing', message)
    }
  }

  tellCommas(): void {
    for (const [file, {line, text, count}] of this.commas) {
      const others = count === 1 ? '' : `, and ${String(count - 1)} more`
      this.notes.push(problemOf(file, line, 'decimal-comma', `«${text}» read as ${text.replace(',', '.')}${others}`, 'info'))
    }
  }

  private keyOf({file}: Draft, {value, line}: Cell): string | null {
    const text = String(value).trim()
    const key = (indicatorKey(text) ?? text).replace(/\.$/u, '')
    if (this.rows.has(key)) return key
    const known = [...this.rows.keys()]
    const hint = CODE_AS_DATE.test(text)
      ? `; a spreadsheet has made a date of the code: write ${indicatorCode(known[0] ?? '1.1')}, or use the template`
      : suggest(key, known)
    this.fail(file, line, 'unknown-indicator', `the standard has no indicator «${text.slice(0, 40)}»${hint} (it has ${known.join(', ')})`)
    return null
  }

  /** A share or norm; null where there is none, or a wrong one, which is named. */
  private percent(draft: Draft, key: string, cell: Cell | undefined): number | null {
    if (!cell || cell.value === null || cell.value === '') return null
    const place = `indicator ${key}, ${cell.place}`
    const number = this.decimal(draft, place, cell)
    if (number === null) return null
    if (number < 0 || number > 100) {
      this.fail(draft.file, cell.line, 'share-range', `${place}: ${String(number)} is no share; it must be from 0 to 100`)
      return null
    }
    return number
  }

  private decimal(draft: Draft, place: string, cell: Cell): number | null {
    const {value} = cell
    if (typeof value === 'number') return value
    const text = typeof value === 'string' ? value.trim().replace(PERCENT_SIGN, '') : ''
    if (draft.commas) {
      if (DECIMAL_COMMA.test(text)) {
        const known = this.commas.get(draft.file)
        if (known) known.count += 1
        else this.commas.set(draft.file, {line: cell.line, text, count: 1})
        return Number(text.replace(',', '.').replace('−', '-'))
      }
      if (DECIMAL.test(text)) return Number(text.replace('−', '-'))
    }
    const shown = typeof value === 'string' ? `«${value.slice(0, 40)}»` : JSON.stringify(value).slice(0, 40)
    const hint = !draft.commas && DECIMAL_COMMA.test(text) ? `; JSON has a point: ${text.replace(',', '.')}` : ''
    this.fail(draft.file, cell.line, 'not-a-number', `${place}: ${shown} is no number${hint}`)
    return null
  }

  private count(draft: Draft, key: string, cell: Cell | undefined): number | null {
    if (!cell || cell.value === null || cell.value === '') return null
    const {value} = cell
    const number =
      typeof value === 'number'
        ? value
        : typeof value === 'string' && draft.commas && WHOLE.test(value)
          ? Number(value.replace(BLANKS, ''))
          : NaN
    if (Number.isSafeInteger(number) && number >= 0) return number
    const shown = typeof value === 'string' ? `«${value.slice(0, 40)}»` : JSON.stringify(value).slice(0, 40)
    this.fail(draft.file, cell.line, 'count', `indicator ${key}, ${cell.place}: ${shown} is no count; it must be a whole number, 0 or more`)
    return null
  }
}

/** Whether a share that stands beside its counts is theirs, at the precision it is written with. */
function agrees(percent: number, numerator: number, denominator: number): boolean {
  const digits = String(percent).split('.')[1]?.length ?? 0
  const exact = (100 * numerator) / denominator
  return Math.abs(percent - exact) <= 0.5 * 10 ** -Math.min(digits, 9) + 1e-9
}
