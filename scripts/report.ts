/** `qyzmet report`: the quality indicators of a standard as a template, or filled in. */
import {toJson} from '../parser/language/hidden-characters.ts'
import {readFile} from 'node:fs/promises'
import {extname} from 'node:path'
import {loadAssets} from '../templates/assets.ts'
import {evaluate, isReport, isSurvey} from '../templates/reports/index.ts'
import {renderReportCsv, renderReportHtml, renderReportPdf, renderReportXlsx} from '../templates/reports/index.ts'
import {renderSurveyCsv, renderSurveyHtml, renderSurveyPdf} from '../templates/reports/index.ts'
import type {ReportAssets, ReportContext} from '../templates/reports/index.ts'
import {MARK_CODE} from '../templates/reports/grid.ts'
import {ReportYear} from '../templates/reports/model.ts'
import type {ReportData} from '../templates/reports/model.ts'
import {wordingOf} from '../templates/reports/words.ts'
import {columns, COMMON_OPTIONS, EXIT_OK, formatDiagnostic, InputError, reason, UsageError} from './lib/command.ts'
import type {Arguments, Command, Io} from './lib/command.ts'
import {readLibrary} from './lib/forms/blanks.ts'
import type {Library} from './lib/forms/blanks.ts'
import {writeOne} from './lib/forms/output.ts'
import {Progress} from './lib/progress.ts'
import {collectReports} from './lib/reports/collect.ts'
import {fillReport} from './lib/reports/fill.ts'
import type {NamedFile} from './lib/reports/fill.ts'
import {problemOf} from './lib/reports/fill-read.ts'
import {nearest, suggest} from './lib/suggest.ts'

const FORMATS = ['pdf', 'xlsx', 'csv', 'html', 'json'] as const
type Format = (typeof FORMATS)[number]
const SURVEY_FORMATS: readonly Format[] = ['pdf', 'html', 'csv']

export const command: Command = {
  name: 'report',
  summary: 'Writes a report on the quality indicators of a standard: a template, or filled in; or adds up what many offices sent.',
  operands: 'ID',
  arity: [0, 1],
  options: {
    year: {value: 'YEAR', help: 'the year reported on'},
    data: {value: 'FILE', help: 'counts or shares by indicator: JSON, or CSV (our template too); - is standard input'},
    survey: {value: 'FILE', help: 'answers to the questionnaire, CSV, one respondent a line'},
    norms: {value: 'FILE', help: 'norms and targets that an order sets, JSON or CSV: code, norm, target'},
    partial: {help: 'leave indicators without a value open'},
    office: {value: 'NAME', help: 'the office that reports: its name, or its id in the register'},
    region: {value: 'NAME', help: 'its region'},
    'filled-by': {value: 'NAME', help: 'who filled it in'},
    format: {value: FORMATS.join('|'), help: 'what to write (default: by the ending of --out, else pdf)'},
    json: {help: 'the same as --format json; with --list: as JSON'},
    questionnaire: {help: 'the questionnaire in place of the report: pdf, html, or csv for the answers'},
    out: {value: 'PATH', default: '-', help: 'the file; - is standard output'},
    list: {help: 'the ids there are'},
    collect: {value: 'FOLDER', help: 'read the filled PDF, XLSX and CSV reports in a folder, check them and add them up'},
    offices: {value: 'FILE|dist', help: 'with --collect: the offices that should report, CSV or JSON; dist is the register of offices'},
    dist: {value: 'DIR', default: COMMON_OPTIONS.out.default, help: 'the finished build that holds the data'},
    sources: {...COMMON_OPTIONS.sources, help: 'folder of the source texts, read where there is no finished build'},
  },
  notes:
    'ID is the id of a standard, 2013-100-1, or of its annex of indicators, 2013-100-1/2.\n' +
    'A share is 100 × numerator ÷ denominator, rounded half up to two decimals; deviations are in percentage points.\n' +
    'A norm is what the act prints; where it prints none, an order may set one: --norms.\n\n' +
    'Examples:\n' +
    '  qyzmet report 2013-100-1 --year 2013 --out template.xlsx\n' +
    '  qyzmet report 2013-100-1 --year 2013 --data counts.csv --norms order.csv --out report.pdf\n' +
    '  qyzmet report 2013-100-1 --questionnaire --out questionnaire.pdf\n' +
    '  qyzmet report 2013-100-1 --year 2013 --survey answers.csv --format html\n' +
    '  qyzmet report --collect reports --year 2013 --offices dist --out summary-2013\n\n' +
    'Collecting writes a folder (default: report-summary) with summary.html, summary.xlsx and summary.json; with --json alone it prints the\n' +
    'JSON. Counts are added up: 100 × sum of numerators ÷ sum of denominators. Shares that came without counts are kept apart.',
  async run(args, io) {
    const folder = args.option('collect')
    if (folder !== undefined) return collect(folder, args, io)
    refuseContradictions(args)
    const progress = new Progress(io)
    const library = await readLibrary({dist: args.option('dist') ?? 'dist', sources: args.option('sources') ?? 'sources'}, progress)
    const reports = contextsOf(library)
    if (args.has('list')) return printList(reports, args.has('json'), io)
    const context = findReport(library, reports, args.positionals[0] ?? '')
    const assets = loadAssets()
    const out = args.option('out') ?? '-'
    if (args.has('questionnaire')) {
      await write(out, await renderQuestionnaire(context, formatOf(args, SURVEY_FORMATS), {assets, date: library.date}), io)
      return EXIT_OK
    }
    const format = formatOf(args, FORMATS)
    const {report, notes} = fillReport({
      context,
      year: yearOf(args),
      meta: metaOf(args, library),
      partial: args.has('partial'),
      ignored: ignoredOf(context, assets),
      ...(await files(args, io)),
    })
    if (report.year === null) throw new UsageError('which year? Add --year, as in --year 2013')
    for (const note of notes) io.stderr.write(`${formatDiagnostic(note)}\n`)
    await write(out, await render(context, format, {assets, report, date: library.date}), io)
    return EXIT_OK
  },
}

/** Options that have to do with one report, not with many. */
const ONE_REPORT = ['data', 'survey', 'norms', 'office', 'region', 'filled-by', 'format'] as const

async function collect(folder: string, args: Arguments, io: Io): Promise<number> {
  const wrong =
    ONE_REPORT.find((name) => args.option(name) !== undefined) ??
    (['partial', 'questionnaire', 'list'] as const).find((name) => args.has(name))
  if (wrong !== undefined) throw new UsageError(`--collect and --${wrong} exclude each other`)
  const [id] = args.positionals
  if (id !== undefined) throw new UsageError(`--collect takes the reports of all standards in the folder; «${id}» is too much`)
  const year = yearOf(args)
  const offices = args.option('offices')
  const out = args.option('out') ?? '-'
  const library = await readLibrary({dist: args.option('dist') ?? 'dist', sources: args.option('sources') ?? 'sources'}, new Progress(io))
  const folderOut = out === '-' ? (args.has('json') ? null : 'report-summary') : out
  return collectReports(
    {
      folder,
      library,
      out: folderOut,
      json: args.has('json'),
      ...(year === null ? {} : {year}),
      ...(offices === undefined ? {} : {offices}),
    },
    io,
  )
}

/** @throws UsageError where options exclude each other, or an id is missing */
function refuseContradictions(args: Arguments): void {
  const [id] = args.positionals
  if (args.option('offices') !== undefined) throw new UsageError('--offices goes with --collect')
  if (id === undefined && !args.has('list')) throw new UsageError('expected ID, got nothing; --list shows the ids')
  if (id !== undefined && args.has('list')) throw new UsageError('--list takes no ID')
  const format = args.option('format')
  if (args.has('json') && format !== undefined && format !== 'json')
    throw new UsageError(`--json and --format ${format} exclude each other`)
  if (args.has('questionnaire')) {
    const wrong = ['data', 'survey', 'norms'].find((name) => args.option(name) !== undefined)
    if (wrong !== undefined) throw new UsageError(`--questionnaire writes an empty questionnaire; it takes no --${wrong}`)
  }
  if (args.has('partial') && args.option('data') === undefined && args.option('survey') === undefined)
    throw new UsageError('--partial goes with --data or --survey')
  if (['data', 'survey', 'norms'].filter((name) => args.option(name) === '-').length > 1) {
    throw new UsageError('standard input can be read only once')
  }
}

/** Every annex of indicators that is published. */
const contextsOf = (library: Library): ReportContext[] =>
  library.standards.flatMap((standard) => {
    const resolution = library.resolutions.find(({id}) => id === standard.resolution)
    return resolution ? standard.annexes.filter(isReport).map((annex) => ({annex, standard, resolution})) : []
  })

/**
 * Finds the indicators by the id of their annex or of its standard.
 *
 * @throws UsageError with the nearest ids
 */
function findReport(library: Library, reports: readonly ReportContext[], typed: string): ReportContext {
  const exact = reports.find(({annex}) => annex.id === typed)
  if (exact) return exact
  const own = reports.filter(({standard}) => standard.id === typed)
  const [only] = own
  if (own.length > 1)
    throw new UsageError(`«${typed}» has several tables of indicators; name one: ${own.map(({annex}) => annex.id).join(', ')}`)
  if (only) return only
  const standard = library.standards.find(({id, annexes}) => id === typed || annexes.some((annex) => annex.id === typed))
  if (standard) {
    const why =
      standard.status === 'excluded' ? 'the act no longer holds its text' : `${standard.id} has its indicators in another annex, or none`
    const its = reports.filter((one) => one.standard.id === standard.id).map(({annex}) => annex.id)
    throw new UsageError(`«${typed}» has no indicators: ${why}${its.length > 0 ? ` (${its.join(', ')})` : ''}`)
  }
  const near = nearest(typed, reports.map(({standard: {id}}) => id).concat(reports.map(({annex}) => annex.id)))
  throw new UsageError(
    `there is no standard «${typed}»${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''} (--list shows them all)`,
  )
}

/** @throws UsageError for an unknown format, or one that can't be written */
function formatOf(args: Arguments, known: readonly Format[]): Format {
  const ending = extname(args.option('out') ?? '-')
    .slice(1)
    .toLowerCase()
  const typed = args.has('json') ? 'json' : (args.option('format') ?? (ending === '' ? 'pdf' : ending === 'htm' ? 'html' : ending))
  const format = known.find((one) => one === typed)
  if (format) return format
  const named = args.option('format') === undefined && !args.has('json') ? `the ending of --out, «.${typed}»,` : `the format «${typed}»`
  throw new UsageError(`${named} can't be written${suggest(typed, known)} (${known.join(', ')})`)
}

/** @throws UsageError where --year is no year */
function yearOf(args: Arguments): number | null {
  const given = args.option('year')
  if (given === undefined) return null
  const year = /^\d{4}$/u.test(given) ? ReportYear.safeParse(Number(given)) : null
  if (year?.success !== true) throw new UsageError(`--year is «${given}»; it must be four digits, as in 2013`)
  return year.data
}

/** What is said of the office; an id of the register stands for its name and region. */
function metaOf(args: Arguments, library: Library): {office?: string; region?: string; filledBy?: string} {
  const [office, region, filledBy] = ['office', 'region', 'filled-by'].map((name) => args.option(name))
  const known = library.offices().find(({id}) => id === office)
  return {
    ...(office === undefined ? {} : {office: known?.name ?? office}),
    ...(known?.region == null ? {} : {region: known.region}),
    ...(region === undefined ? {} : {region}),
    ...(filledBy === undefined ? {} : {filledBy}),
  }
}

/** What our own templates have in the column of codes that is no code. */
function ignoredOf(context: ReportContext, assets: ReportAssets): ReadonlySet<string> {
  const wording = wordingOf(context, assets.reports)
  return new Set([
    wording.word('code'),
    MARK_CODE,
    ...(context.annex.indicators ?? []).map(({group}) => group).filter((group) => group !== ''),
  ])
}

async function files(args: Arguments, io: Io): Promise<{data?: NamedFile; norms?: NamedFile; survey?: NamedFile}> {
  const read = async (name: 'data' | 'norms' | 'survey'): Promise<Partial<Record<typeof name, NamedFile>>> => {
    const path = args.option(name)
    if (path === undefined) return {}
    if (path === '-') return {[name]: {file: 'stdin', bytes: await readStream(io.stdin)}}
    try {
      return {[name]: {file: path, bytes: new Uint8Array(await readFile(path))}}
    } catch (error) {
      throw new InputError([problemOf(path, null, 'file', `can't be read: ${reason(error)}`)])
    }
  }
  return {...(await read('data')), ...(await read('norms')), ...(await read('survey'))}
}

async function readStream(stream: Io['stdin']): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

async function render(
  context: ReportContext,
  format: Format,
  options: {assets: ReportAssets; report: ReportData; date: string},
): Promise<string | Uint8Array> {
  switch (format) {
    case 'pdf':
      return renderReportPdf(context, options)
    case 'xlsx':
      return renderReportXlsx(context, options)
    case 'csv':
      return renderReportCsv(context, options)
    case 'html':
      return renderReportHtml(context, options)
    case 'json':
      return `${toJson(evaluate(context, options.report), 2)}\n`
  }
}

/** @throws UsageError where recipients can be asked about none of the indicators */
async function renderQuestionnaire(
  context: ReportContext,
  format: Format,
  options: {assets: ReportAssets; date: string},
): Promise<string | Uint8Array> {
  if (!isSurvey(context.annex))
    throw new UsageError(`${context.annex.id}: no indicator is a share of satisfied recipients, so there is nothing to ask`)
  if (format === 'csv') return renderSurveyCsv(context)
  return format === 'html' ? renderSurveyHtml(context, options) : renderSurveyPdf(context, options)
}

async function write(out: string, content: string | Uint8Array, io: Io): Promise<void> {
  if (out === '-') io.stdout.write(content)
  else await writeOne(out, typeof content === 'string' ? new TextEncoder().encode(content) : content)
}

function printList(reports: readonly ReportContext[], json: boolean, io: Io): number {
  const list = reports.map(({annex, standard}) => ({
    id: annex.id,
    standard: standard.id,
    title: standard.title,
    indicators: annex.indicators?.length ?? 0,
    norms: annex.indicators?.filter(({normative}) => normative !== '').length ?? 0,
  }))
  if (json) io.stdout.write(`${toJson(list, 2)}\n`)
  else io.stdout.write(columns(list.map(({id, title}) => [id, title])))
  return EXIT_OK
}
