/** `qyzmet form`: blanks and papers as PDF, empty or filled, one or many. */
import {toJson} from '../parser/language/hidden-characters.ts'
import {readFile, stat} from 'node:fs/promises'
import {basename, dirname} from 'node:path'
import type {Diagnostic} from '../parser/model/index.ts'
import {loadAssets} from '../templates/assets.ts'
import type {Assets} from '../templates/assets.ts'
import {csv} from '../templates/exports/csv.ts'
import type {FormValues} from '../templates/forms/index.ts'
import {layoutCover} from '../templates/papers/cover.ts'
import type {CoverEntry} from '../templates/papers/cover.ts'
import {printedSheets} from '../templates/papers/print.ts'
import type {Sheet} from '../templates/pdf/display.ts'
import {writeDocument} from '../templates/pdf/document.ts'
import {prepareFonts} from '../templates/pdf/fonts.ts'
import {columns, COMMON_OPTIONS, EXIT_OK, formatDiagnostic, InputError, reason, UsageError} from './lib/command.ts'
import type {Arguments, Command, Io} from './lib/command.ts'
import {blanksOf, findBlank, readLibrary} from './lib/forms/blanks.ts'
import type {ListedOffice} from './lib/forms/blanks.ts'
import type {Blank, Library} from './lib/forms/blanks.ts'
import {dataProblem, readApplicants} from './lib/forms/data.ts'
import {findOffice, officeValues, standardsOf} from './lib/forms/office.ts'
import {isFolder, writeFolder, writeOne} from './lib/forms/output.ts'
import type {Product} from './lib/forms/output.ts'
import {cellsOf, fitted, marksOf, namesOf, openColumns, valuesOf} from './lib/forms/values.ts'
import {counted, duration, Progress} from './lib/progress.ts'
import {suggest} from './lib/suggest.ts'

/** Problems of one data file that are shown; the rest is counted. */
const MOST_PROBLEMS = 50
/** Applicants in one merged file: larger ones choke printers and viewers. */
const MOST_MERGED = 500
/** «print.pdf» is the name of a file, not of a folder. */
const PDF = /\.pdf$/iu

export const command: Command = {
  name: 'form',
  summary: 'Writes application forms and papers as PDF: blank, filled with your data, or the whole set an office needs.',
  operands: 'ID',
  arity: [0, 1],
  options: {
    data: {
      value: 'FILE',
      help: 'values by field name: JSON (an object or a list of them) or CSV, one applicant a line; - is standard input',
    },
    office: {value: 'ID', help: 'the office the form goes to: fills in its name and place'},
    pack: {value: 'OFFICE', help: 'all forms and papers of the standards an office serves, with a list of them'},
    merge: {help: 'one PDF for printing in place of a file each; its fields can no longer be typed into'},
    out: {value: 'PATH', default: '-', help: 'the PDF, or the folder for several; - is standard output'},
    list: {help: 'the ids there are'},
    fields: {help: 'the fields of the form: name, type, caption'},
    template: {value: 'csv', help: 'an empty table to fill in: the fields in its first line'},
    json: {help: 'with --list and --fields: as JSON; with an ID alone: its fields as JSON'},
    dist: {value: 'DIR', default: COMMON_OPTIONS.out.default, help: 'the finished build that holds the data'},
    sources: {...COMMON_OPTIONS.sources, help: 'folder of the source texts, read where there is no finished build'},
  },
  notes:
    'ID is the id of an annex, 2021-15-3/1, or of a paper: 2021-15-3-checklist, 2021-15-3-receipt, 2021-15-3-complaint-slip.\n' +
    'Everything is checked first: names, days, check digits, letters, room. Where one value is wrong, nothing is written.\n\n' +
    'Examples:\n' +
    '  qyzmet form 2021-15-3/1 --out form.pdf\n' +
    '  qyzmet form 2021-15-3/1 --template csv --out applicants.csv\n' +
    '  qyzmet form 2021-15-3/1 --data applicants.csv --out filled/\n' +
    '  qyzmet form 2021-15-3/1 --data applicants.csv --merge --out print.pdf\n' +
    '  qyzmet form --pack OFFICE --out set/',
  async run(args, io) {
    refuseContradictions(args)
    const progress = new Progress(io)
    const library = await readLibrary({dist: args.option('dist') ?? 'dist', sources: args.option('sources') ?? 'sources'}, progress)
    const assets = loadAssets()
    const blanks = blanksOf(library, assets)
    const out = args.option('out') ?? '-'
    if (args.has('list')) return printList(blanks, args.has('json'), io)
    const pack = args.option('pack')
    if (pack !== undefined) {
      await writePack({office: findOffice(library, pack), blanks, assets, library, out, merge: args.has('merge')}, progress)
      return EXIT_OK
    }
    const blank = findBlank(blanks, args.positionals[0] ?? '')
    if (args.has('fields') || (args.has('json') && args.option('data') === undefined)) {
      return printFields(blank, await blank.layout({}), args.has('json'), io)
    }
    if (args.option('template') !== undefined) {
      await write(out, new TextEncoder().encode(template(blank, await blank.layout({}))), io)
      return EXIT_OK
    }
    const officeId = args.option('office')
    const office = officeId === undefined ? null : findOffice(library, officeId)
    if (office && !standardsOf(office).has(blank.standard.id)) {
      progress.say(`${office.id}: no table of ${blank.standard.id} names this office; filled in all the same`)
    }
    const left: string[] = []
    const base = office ? officeValues(blank, office, (message) => left.push(message)) : {}
    for (const message of left) progress.say(message)
    if (office && Object.keys(base).length === 0 && left.length === 0)
      progress.say(`${blank.id}: the blank has no place for the name of an office`)
    const file = args.option('data')
    if (file === undefined) {
      await write(out, await blank.render(base), io)
      return EXIT_OK
    }
    await writeFilled({blank, base, file, bytes: await readData(file, io), assets, library, out, merge: args.has('merge')}, io, progress)
    return EXIT_OK
  },
}

/** @throws UsageError where options exclude each other, or an id is missing */
function refuseContradictions(args: Arguments): void {
  const [id] = args.positionals
  const whole = args.has('list') || args.option('pack') !== undefined
  if (id === undefined && !whole) throw new UsageError('expected ID, got nothing; --list shows the ids')
  if (id !== undefined && whole) throw new UsageError(`${args.has('list') ? '--list' : '--pack'} takes no ID`)
  const format = args.option('template')
  if (format !== undefined && format !== 'csv') throw new UsageError(`unknown template «${format}»${suggest(format, ['csv'])} (csv)`)
  if (args.has('merge') && args.option('data') === undefined && args.option('pack') === undefined) {
    throw new UsageError('--merge puts several forms into one file: it needs --data or --pack')
  }
  if (args.option('pack') !== undefined && (args.option('data') !== undefined || args.option('office') !== undefined)) {
    throw new UsageError('--pack makes blanks of one office; it takes neither --data nor --office')
  }
  const out = args.option('out') ?? '-'
  if (args.option('pack') !== undefined && !args.has('merge') && out === '-') {
    throw new UsageError('--pack makes several files: name their folder with --out DIR, or add --merge for one file')
  }
}

function printList(blanks: readonly Blank[], json: boolean, io: Io): number {
  if (json) {
    const list = blanks.map(({id, kind, title, standard, repealed, fields}) => ({
      id,
      kind,
      title,
      standard: {id: standard.id, title: standard.title},
      repealed,
      fields: fields.length,
    }))
    io.stdout.write(`${toJson(list, 2)}\n`)
    return EXIT_OK
  }
  io.stdout.write(
    columns(
      blanks.map(({id, title, standard, kind}) => [id, kind === 'form' || kind === 'certificate' ? title : `${title}: ${standard.title}`]),
    ),
  )
  return EXIT_OK
}

function printFields(blank: Blank, sheets: readonly Sheet[], json: boolean, io: Io): number {
  const places = marksOf(sheets).map(({name}) => name)
  const printed = ({name, type, columns: cells = []}: Blank['fields'][number]): number[] => {
    const open = openColumns(name, places)
    return type === 'table' && open.length > 0 ? cells.map((_, c) => c + 1).filter((column) => !open.includes(column)) : []
  }
  if (json) {
    const list = blank.fields.map((field) => (printed(field).length > 0 ? {...field, printedColumns: printed(field)} : field))
    io.stdout.write(`${toJson(list, 2)}\n`)
  } else if (blank.fields.length > 0) {
    io.stdout.write(
      columns(blank.fields.map((field) => [field.name, `${(field.format ?? field.type).padEnd(9)}  ${about(field, printed(field))}`])),
    )
  }
  return EXIT_OK
}

/** What is asked, and the columns of a table, those that are printed marked: values are for the others. */
function about({label, options, columns: cells}: Blank['fields'][number], printed: readonly number[]): string {
  if (options) return `${label} (${options.join(' | ')})`
  return cells ? `${label} (${cells.map((cell, c) => (printed.includes(c + 1) ? `${cell} [printed]` : cell)).join(' | ')})` : label
}

/** An empty table: in its first line the fields, each with its caption; the semicolon is what spreadsheets of this country use. */
function template(blank: Blank, sheets: readonly Sheet[]): string {
  const places = marksOf(sheets).map(({name}) => name)
  const heads = blank.fields
    .filter(({type}) => type !== 'signature' && type !== 'stamp')
    .flatMap(({name, label, type, columns: cells}) =>
      type === 'table' ? cellsOf(name, places).map((cell) => `${cell.name}: ${cells?.[cell.column - 1] ?? label}`) : [`${name}: ${label}`],
    )
  return csv([heads], ';')
}

async function readData(file: string, io: Io): Promise<Uint8Array> {
  if (file === '-') {
    const chunks: Buffer[] = []
    for await (const chunk of io.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
    return Buffer.concat(chunks)
  }
  try {
    if ((await stat(file)).isDirectory()) throw new Error('this is a folder')
    return await readFile(file)
  } catch (error) {
    throw new InputError([dataProblem(file, null, 'unreadable', `can't be read: ${reason(error)}`)])
  }
}

interface Filling {
  blank: Blank
  /** Values of the office, which the applicant's own go before. */
  base: FormValues
  file: string
  bytes: Uint8Array
  assets: Assets
  library: Library
  out: string
  merge: boolean
}

/** @throws InputError with every problem of the data; nothing is written then */
async function writeFilled(filling: Filling, io: Io, progress: Progress): Promise<void> {
  const {blank, base, assets, out, merge} = filling
  const file = filling.file === '-' ? 'stdin' : filling.file
  const started = performance.now()
  const fonts = await prepareFonts(assets.fonts)
  const emptySheets = await blank.layout({})
  const places = marksOf(emptySheets).map(({name}) => name)
  const {applicants, warnings} = readApplicants(file, filling.bytes, namesOf(blank, emptySheets))
  for (const warning of warnings) progress.say(formatDiagnostic(warning))

  progress.begin('check')
  const problems: Diagnostic[] = []
  const filled: FormValues[] = []
  for (const applicant of applicants) {
    const {values, problems: found} = valuesOf(file, applicant, blank, fonts, places)
    problems.push(...found)
    filled.push({...base, ...values})
  }
  if (problems.length > 0) throw tooMany(file, problems)
  const single = applicants.length === 1
  if (!single && !merge && out === '-') {
    throw new UsageError(`${file} names ${String(applicants.length)} applicants: name a folder with --out DIR, or add --merge for one file`)
  }

  const width = String(applicants.length).length
  const nameOf = (index: number): string => `${blank.file}-${String(index + 1).padStart(width, '0')}.pdf`
  progress.begin('fill')
  const layout = async (index: number): Promise<Sheet[]> => {
    progress.step(`${String(index + 1)} of ${String(applicants.length)}`)
    const {sheets, problems: found} = await fitted(file, applicants[index], blank, filled[index] ?? {}, emptySheets.length, fonts)
    if (found.length > 0) throw tooMany(file, found)
    return sheets
  }
  const done = (files: string): void => {
    progress.end()
    progress.say(`${counted(applicants.length, 'form')} ${files}, ${duration(performance.now() - started)}`)
  }
  if (merge) {
    const parts = Math.ceil(applicants.length / MOST_MERGED)
    if (parts > 1 && out === '-') {
      throw new UsageError(
        `${String(applicants.length)} applicants make ${String(parts)} files of ${String(MOST_MERGED)}: name a folder with --out DIR`,
      )
    }
    const part = async (number: number): Promise<Uint8Array> => {
      const sheets: Sheet[] = []
      for (let index = number * MOST_MERGED; index < Math.min(applicants.length, (number + 1) * MOST_MERGED); index++) {
        sheets.push(...printedSheets(await layout(index), fonts))
      }
      return print(sheets, blank, filling)
    }
    if (parts === 1 && !(await isFolder(out))) {
      await write(out, await part(0), io)
      done('in one file')
      return
    }
    // a file was asked for: its parts lie where it would
    const beside = PDF.test(out) && !(await isFolder(out))
    const stem = beside ? basename(out).replace(PDF, '') : `${blank.file}-print`
    const names = Array.from({length: parts}, (_, number) => `${stem}-${String(number + 1).padStart(String(parts).length, '0')}.pdf`)
    await writeFolder(
      beside ? dirname(out) : out,
      (async function* (): AsyncGenerator<Product> {
        for (const [number, name] of names.entries()) yield {name, bytes: await part(number)}
      })(),
    )
    const said = `${names[0] ?? ''} to ${names.at(-1) ?? ''}, ${String(MOST_MERGED)} forms a file`
    done(beside ? `in place of ${out}: ${said}` : `in ${counted(parts, 'file')} in ${out}: ${said}`)
    return
  }
  if (single && !(await isFolder(out))) {
    await layout(0)
    await write(out, await blank.render(filled[0] ?? {}), io)
    progress.end()
    return
  }
  const count = await writeFolder(
    out,
    (async function* (): AsyncGenerator<Product> {
      for (const [index, values] of filled.entries()) {
        await layout(index)
        yield {name: nameOf(index), bytes: await blank.render(values)}
      }
    })(),
  )
  done(`in ${out}, ${counted(count, 'file')}`)
}

/** One document of sheets that are printed. */
async function print(
  sheets: readonly Sheet[],
  blank: Pick<Blank, 'title' | 'standard' | 'id'>,
  {assets, library}: Pick<Filling, 'assets' | 'library'>,
): Promise<Uint8Array> {
  return writeDocument(
    await prepareFonts(assets.fonts),
    {title: blank.title, subject: blank.standard.title, date: library.date, keywords: blank.id, dateError: assets.papers['date-error']({})},
    sheets,
  )
}

/** The first problems, in order, and how many more there are. */
function tooMany(file: string, problems: readonly Diagnostic[]): InputError {
  const more = problems.length - MOST_PROBLEMS
  if (more <= 0) return new InputError(problems)
  return new InputError([...problems.slice(0, MOST_PROBLEMS), dataProblem(file, null, 'more', `${String(more)} more problems`)])
}

interface Pack {
  office: ListedOffice
  blanks: readonly Blank[]
  assets: Assets
  library: Library
  out: string
  merge: boolean
}

/** Everything an office needs, with a list of it. */
async function writePack({office, blanks, assets, library, out, merge}: Pack, progress: Progress): Promise<void> {
  const standards = standardsOf(office)
  const mine = blanks.filter(({standard}) => standards.has(standard.id))
  if (mine.length === 0) throw new UsageError(`${office.id} serves no standard that has forms`)
  const fonts = await prepareFonts(assets.fonts)
  const valuesFor = (blank: Blank): FormValues =>
    officeValues(blank, office, (message) => {
      progress.say(message)
    })
  progress.begin('pack')
  const entry = (blank: Blank, where: string): CoverEntry => ({
    id: blank.id,
    kind: blank.kind,
    where,
    standard: blank.standard.title,
    repealed: blank.repealed,
  })
  const about = {title: assets.papers['cover-title']({}), standard: {...(mine[0] as Blank).standard, title: office.name}, id: office.id}
  if (merge) {
    const sheets: Sheet[][] = []
    for (const [index, blank] of mine.entries()) {
      progress.step(`${blank.id} (${String(index + 1)} of ${String(mine.length)})`)
      sheets.push(printedSheets(await blank.layout(valuesFor(blank)), fonts))
    }
    // the cover's own length decides on which page the rest begins
    let cover = await layoutCover(
      office,
      mine.map((blank) => entry(blank, '000')),
      assets,
    )
    let page = cover.length + 1
    const entries = mine.map((blank, index) => {
      const first = page
      page += sheets[index]?.length ?? 0
      return entry(blank, assets.papers.page({page: first}))
    })
    cover = await layoutCover(office, entries, assets)
    const bytes = await print([...cover, ...sheets.flat()], about, {assets, library})
    progress.end()
    if (await isFolder(out)) await writeFolder(out, one({name: `${office.id}.pdf`, bytes}))
    else await writeOne(out, bytes)
    progress.say(
      `${counted(mine.length, 'paper')} of ${counted(new Set(mine.map(({standard}) => standard.id)).size, 'standard')}, ${counted(page - 1, 'page')}`,
    )
    return
  }
  const count = await writeFolder(
    out,
    (async function* (): AsyncGenerator<Product> {
      const cover = await layoutCover(
        office,
        mine.map((blank) => entry(blank, `${blank.file}.pdf`)),
        assets,
      )
      yield {name: '00-cover.pdf', bytes: await print(cover, about, {assets, library})}
      for (const [index, blank] of mine.entries()) {
        progress.step(`${blank.id} (${String(index + 1)} of ${String(mine.length)})`)
        yield {name: `${blank.file}.pdf`, bytes: await blank.render(valuesFor(blank))}
      }
    })(),
  )
  progress.end()
  progress.say(`${counted(count, 'file')} in ${out}, with 00-cover.pdf`)
}

async function* one(product: Product): AsyncGenerator<Product> {
  await Promise.resolve()
  yield product
}

async function write(out: string, bytes: Uint8Array, io: Io): Promise<void> {
  if (out === '-') io.stdout.write(bytes)
  else await writeOne(out, bytes)
}
