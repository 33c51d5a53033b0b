/** One report as read → what of it can be counted, and everything that is wrong with it. */
import {shareOf} from '../compute.ts'
import {printedLabel} from '../indicators.ts'
import {TEMPLATE_VERSION, type MetaField} from '../model.ts'
import {finding, type Finding, type Rule} from './findings.ts'
import {labelKey, poorLabelKey, type Known, type KnownAnnex, type KnownRow} from './known.ts'
import {codeOfField} from './read.ts'
import type {RawCell, RawReport, RawRow} from './raw.ts'

/** What one office says of one indicator. */
export interface CheckedValue {
  numerator: number | null
  denominator: number | null
  /** With counts, the share they give; alone, as written. */
  percent: number | null
  norm: number | null
  target: number | null
  /** Where the share stands in the file. */
  place: string
}

export interface CheckedReport {
  file: string
  /** Sheet, where a workbook holds several reports. */
  sheet: string | null
  annex: string
  year: number
  office: string
  region: string
  lettersLost: boolean
  /** In the order of the annex; null where nothing can be counted. */
  values: (CheckedValue | null)[]
}

/** «2013», «2013 ж.», «2013 жыл» */
const YEAR = /^(?<year>(?:19|20)\d{2})(?:[.,]0+)?(?:\s*(?:ж\.?|жыл\p{L}*))?$/u
/** «95», «-3», «95.25» */
const PLAIN = /^[+-]?\d+(?:\.\d+)?$/u
/** «95,25» */
const COMMA = /^[+-]?\d+,\d+$/u
/** «1 204»: thousands apart; with a no-break or a narrow space as well */
const GROUPED = /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?=$|[.,])/u
/** What people write for «nothing». */
const NOTHING = /^[-–—.…_]+$/u
/** «=A1+B1», «=HYPERLINK(…)»; the full-width sign as well */
const FORMULA = /^\s*[=＝]/u

/** Difference, in percentage points, up to which a share fits its counts: it may have been rounded to a whole number. */
const ROUNDING = 0.5
/** The greatest count that is believed; the templates take no more. */
const MOST_COUNT = 999_999_999

/**
 * @param file path under the folder
 * @returns null where the report as a whole can't be counted
 */
export function checkReport(raw: RawReport, file: string, known: Known): {report: CheckedReport | null; findings: Finding[]} {
  const check = new Check(raw, file)
  return {report: check.run(known), findings: check.findings}
}

class Check {
  readonly findings: Finding[] = []
  private readonly raw: RawReport
  private readonly file: string

  constructor(raw: RawReport, file: string) {
    this.raw = raw
    this.file = file
  }

  private say(rule: Rule, message: string, cell?: Pick<RawCell, 'place' | 'line'> | null, value = ''): void {
    const place = [this.raw.sheet, cell?.place].filter((part) => part !== null && part !== undefined && part !== '').join('!')
    this.findings.push(finding(rule, this.file, message, {place, line: cell?.line ?? null, value}))
  }

  run(known: Known): CheckedReport | null {
    const {mark} = this.raw
    if (this.raw.damaged)
      this.say('repaired', 'the file was damaged; its values were found by looking through it, compare them with the sender')
    if (this.raw.lettersLost)
      this.say('letters-lost', 'saved in windows-1251, which has no Kazakh letters: «?» stands for them; save as UTF-8')
    if (mark.version !== TEMPLATE_VERSION) {
      const message = `made from version ${String(mark.version)} of the template; this program reads version ${String(TEMPLATE_VERSION)}: fill in a new template`
      this.say('template-version', message, null, String(mark.version))
      return null
    }
    const annex = known.get(mark.annex)
    if (!annex) {
      this.say('unknown-annex', `there is no annex ${mark.annex} with indicators in this build`, null, mark.annex)
      return null
    }
    const isOld = mark.edition !== annex.edition
    if (isOld) {
      const counted =
        this.raw.format === 'pdf' ? 'not counted, since a form does not show its labels' : 'counted where the labels are the same'
      this.say(
        'other-edition',
        `made from the edition of ${mark.edition}; the text in force is that of ${annex.edition}; ${counted}`,
        null,
        mark.edition,
      )
    }
    const year = this.year()
    const office = this.text('office')
    const region = this.text('region')
    if (office === '')
      this.say('no-office', 'the name of the office is missing; without it the report belongs to nobody', this.raw.meta.office)
    const values = this.values(annex)
    const isEmpty = values.every((value) => value === null)
    if (isEmpty && !this.findings.some(({severity, place}) => severity === 'error' && place !== '')) {
      this.say('empty-report', 'nothing is filled in')
    }
    for (const field of ['filledBy', 'date'] as const) this.text(field)
    if (year === null || office === '' || isEmpty || (isOld && this.raw.format === 'pdf')) return null
    return {file: this.file, sheet: this.raw.sheet, annex: annex.id, year, office, region, lettersLost: this.raw.lettersLost, values}
  }

  /** The year of the report: as written, else as the template was made for. Two different ones are none. */
  private year(): number | null {
    const cell = this.raw.meta.year
    const written = YEAR.exec(cell?.text.trim() ?? '')?.groups?.['year']
    const made = this.raw.mark.year
    if (cell && cell.text !== '' && written === undefined) {
      this.say('no-year', `«${cell.text}» is no year`, cell, cell.text)
      return null
    }
    if (written === undefined && made === null) {
      this.say('no-year', 'the year of the report is missing', cell)
      return null
    }
    if (written !== undefined && made !== null && Number(written) !== made) {
      this.say(
        'other-year',
        `the template is for ${String(made)}, the report for ${written}: it can't be said which is meant`,
        cell,
        written,
      )
      return null
    }
    return Number(written ?? made)
  }

  /** A text about the office; what looks like a formula stays a text. */
  private text(field: MetaField): string {
    const cell = this.raw.meta[field]
    if (!cell) return ''
    if (cell.isError) this.say('formula-error', `a formula that can't be worked out: ${cell.text}`, cell, cell.text)
    else if (cell.isFormula) this.say('formula-in-text', 'a formula where a text belongs; its last result is taken', cell, cell.text)
    else if (FORMULA.test(cell.text)) this.say('formula-in-text', 'a text that begins like a formula; it is kept as text', cell, cell.text)
    return cell.isError ? '' : cell.text.replace(/[\s\u00a0]+/gu, ' ').trim()
  }

  private values(annex: KnownAnnex): (CheckedValue | null)[] {
    const rows = new Map<string, RawRow | null>()
    for (const row of this.raw.rows) {
      const known = this.raw.format === 'pdf' ? annex.byField.get(row.code) : annex.byCode.get(row.code)
      if (!known) {
        const code = this.raw.format === 'pdf' ? codeOfField(row.code, []) : row.code
        this.say('unknown-code', `the standard has no indicator ${code}; those it has: ${[...annex.byCode.keys()].join(', ')}`, row, code)
      } else if (rows.has(known.row.key)) {
        this.say('duplicate-row', `indicator ${known.row.key} stands here a second time; the first counts`, row, known.row.key)
      } else if (row.isWide) {
        const message = `the row of indicator ${known.row.key} has more cells than there are columns, as a decimal comma makes them; it is not counted`
        this.say('too-many-cells', message, row)
        rows.set(known.row.key, null)
      } else rows.set(known.row.key, row)
    }
    return annex.rows.map((known) => {
      const row = rows.get(known.row.key)
      if (row === undefined) {
        this.say('missing-row', `the row of indicator ${known.row.key} is gone`, null, known.row.key)
        return null
      }
      return row && this.hasItsLabel(row, known) ? this.value(row, known) : null
    })
  }

  private hasItsLabel(row: RawRow, known: KnownRow): boolean {
    if (!row.label) return true
    const {text} = row.label
    const same = this.raw.lettersLost ? poorLabelKey(text) === known.poorLabel : labelKey(text) === known.label
    if (!same) {
      const message = `the label of indicator ${known.row.key} has been changed, so its value is not counted; it reads «${printedLabel(known.row)}»`
      this.say('edited-label', message, row.label, text)
    }
    return same
  }

  private value(row: RawRow, known: KnownRow): CheckedValue | null {
    const before = this.findings.length
    const {key, printedNorm, normative} = known.row
    const numerator = this.count(row.cells.numerator, key)
    const denominator = this.count(row.cells.denominator, key)
    const cell = row.cells.percent
    const percent = this.percent(cell, `the share of indicator ${key}`)
    const norm = normative === '' ? this.percent(row.cells.norm, `the norm of indicator ${key}`) : printedNorm
    if (normative !== '') this.compareNorm(row.cells.norm, known)
    const target = this.percent(row.cells.target, `the target of indicator ${key}`)
    const counted = this.counts(row, key, numerator, denominator)
    const isWrong = this.findings.length > before
    const place = (counted ? row.cells.numerator : cell)?.place ?? row.place
    if (counted) {
      const share = shareOf(counted.numerator, counted.denominator)
      if (percent !== null && Math.abs(percent - share) > ROUNDING) {
        const message = `indicator ${key}: the share ${String(percent)} does not fit its counts, which give ${String(share)}; the counts are taken`
        this.say('share-mismatch', message, cell, String(percent))
      }
      return {...counted, percent: share, norm, target, place}
    }
    if (percent !== null) {
      if (percent > 0 && percent < 1) {
        this.say(
          'looks-like-fraction',
          `indicator ${key}: ${String(percent)} %; was ${String(Math.round(percent * 1e4) / 100)} % meant?`,
          cell,
          String(percent),
        )
      }
      return {numerator: null, denominator: null, percent, norm, target, place}
    }
    if (!isWrong) {
      const first = [row.cells.numerator, row.cells.percent].find((one) => one !== undefined)
      this.say('missing-value', `indicator ${key} has neither counts nor a share`, first ?? row)
    }
    return null
  }

  /** Both counts, where they make a share. */
  private counts(
    row: RawRow,
    key: string,
    numerator: number | null,
    denominator: number | null,
  ): {numerator: number; denominator: number} | null {
    const isHalf = (numerator === null) !== (denominator === null)
    if (isHalf && isOpen(numerator === null ? row.cells.numerator : row.cells.denominator)) {
      const missing = numerator === null ? 'numerator' : 'denominator'
      this.say('half-count', `indicator ${key} has no ${missing}`, numerator === null ? row.cells.numerator : row.cells.denominator)
    }
    if (numerator === null || denominator === null) return null
    if (denominator === 0) {
      if (numerator === 0) this.say('no-cases', `indicator ${key}: there were no cases, so there is no share`, row.cells.denominator, '0')
      else this.say('zero-denominator', `indicator ${key}: the denominator is 0`, row.cells.denominator, '0')
      return null
    }
    if (numerator > denominator) {
      const message = `indicator ${key}: the numerator ${String(numerator)} is greater than the denominator ${String(denominator)}`
      this.say('numerator-over-denominator', message, row.cells.numerator, String(numerator))
      return null
    }
    return {numerator, denominator}
  }

  private count(cell: RawCell | undefined, key: string): number | null {
    const value = this.number(cell, `a count of indicator ${key}`)
    if (value === null || !cell) return null
    if (!Number.isInteger(value) || value > MOST_COUNT) {
      this.say(
        'not-whole',
        `a count of indicator ${key} must be a whole number up to ${String(MOST_COUNT)}, not ${cell.text}`,
        cell,
        cell.text,
      )
      return null
    }
    if (value < 0) {
      this.say('out-of-range', `a count of indicator ${key} is below 0: ${cell.text}`, cell, cell.text)
      return null
    }
    return value
  }

  private percent(cell: RawCell | undefined, what: string): number | null {
    const number = this.number(cell, what)
    if (number === null || !cell) return null
    const value = cell.isPercent ? Number((number * 100).toPrecision(12)) : number
    if (value >= 0 && value <= 100) return value
    this.say('out-of-range', `${what} is ${value < 0 ? 'below 0' : 'over 100'}: ${cell.text}`, cell, cell.text)
    return null
  }

  private number(cell: RawCell | undefined, what: string): number | null {
    if (!cell || isOpen(cell)) return null
    if (cell.isError) {
      this.say('formula-error', `${what} is a formula that can't be worked out: ${cell.text}`, cell, cell.text)
      return null
    }
    if (cell.number !== null && Number.isFinite(cell.number)) return cell.number
    const text = cell.text
      .replace(/(?<!\s)\s*%$/u, '')
      .replace(/^\u2212/u, '-')
      .trim()
    const digits = GROUPED.test(text) ? text.replace(/[ \u00a0\u202f]/gu, '') : text
    if (PLAIN.test(digits)) return Number(digits)
    if (COMMA.test(digits)) {
      const value = Number(digits.replace(',', '.'))
      // right where numbers are written so; elsewhere it makes a text of a number, or two numbers of one
      if (!this.raw.commaIsUsual)
        this.say('decimal-comma', `${what} is written with a comma: ${cell.text}; taken as ${String(value)}`, cell, cell.text)
      return value
    }
    if (FORMULA.test(cell.text))
      this.say('formula-in-text', `${what} is a formula written as text; it is kept as text and not worked out`, cell, cell.text)
    else this.say('not-a-number', `${what} is no number: ${cell.text}`, cell, cell.text)
    return null
  }

  /** What the act prints is not the office's to change. */
  private compareNorm(cell: RawCell | undefined, {row: {key, normative, printedNorm}}: KnownRow): void {
    if (!cell || isOpen(cell)) return
    const same =
      printedNorm === null
        ? this.raw.lettersLost
          ? poorLabelKey(cell.text) === poorLabelKey(normative)
          : labelKey(cell.text) === labelKey(normative)
        : numberIn(cell) === printedNorm
    if (!same)
      this.say(
        'edited-norm',
        `the act sets the norm of indicator ${key} at ${normative}; it is taken in place of ${cell.text}`,
        cell,
        cell.text,
      )
  }
}

/** The value of a norm however it is written: 95, 0.95 shown as 95 %, «95 %», «97,5». */
function numberIn(cell: RawCell): number {
  if (cell.number !== null) return cell.isPercent ? Number((cell.number * 100).toPrecision(12)) : cell.number
  return Number(cell.text.replace('%', '').replace(',', '.').trim() || Number.NaN)
}

function isOpen(cell: RawCell | undefined): boolean {
  if (!cell || cell.isError) return cell === undefined
  const text = cell.text.trim()
  return text === '' || NOTHING.test(text)
}
