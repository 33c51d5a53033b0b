/** `qyzmet report --collect FOLDER`: the files of a folder one by one, and the summary of what was in them. */
import {toJson} from '../../../parser/language/hidden-characters.ts'
import {existsSync, renameSync, rmSync} from 'node:fs'
import {mkdir, readdir, readFile, realpath, rename, rm, stat} from 'node:fs/promises'
import {basename, dirname, join, resolve, sep} from 'node:path'
import {z} from 'zod'
import type {Diagnostic} from '../../../parser/model/index.ts'
import {readTable} from '../../../templates/reports/collect/csv.ts'
import type {Finding} from '../../../templates/reports/collect/findings.ts'
import {Gatherer} from '../../../templates/reports/collect/gather.ts'
import {renderSummaryPages} from '../../../templates/reports/collect/html.ts'
import {knownAnnexes} from '../../../templates/reports/collect/known.ts'
import type {ExpectedOffice} from '../../../templates/reports/collect/offices.ts'
import {FileError, type RawReport} from '../../../templates/reports/collect/raw.ts'
import {readReports} from '../../../templates/reports/collect/read.ts'
import {CollectionSummary} from '../../../templates/reports/collect/summary.ts'
import {renderSummaryXlsx} from '../../../templates/reports/collect/workbook.ts'
import {onStop} from '../cleanup.ts'
import {EXIT_INPUT, EXIT_OK, formatDiagnostic, InputError, reason, UsageError} from '../command.ts'
import type {Io} from '../command.ts'
import type {Library} from '../forms/blanks.ts'
import {isInside} from '../sources/links.ts'
import {writeFiles} from '../output.ts'
import {counted, duration, Progress} from '../progress.ts'
import type {Files} from '../data/publish.ts'

export interface CollectRequest {
  /** Folder of the reports, with its subfolders. */
  folder: string
  /** The standards with their indicators, and the register of offices. */
  library: Pick<Library, 'resolutions' | 'standards' | 'offices'>
  /** Folder for the summary, replaced if it holds an older one; null for none. */
  out: string | null
  /** The year that is collected; that of most reports where left out. */
  year?: number
  /** List of the offices that should report: JSON or CSV; `dist` for the register of offices. */
  offices?: string
  /** Print the summary on standard output. */
  json?: boolean
}

/** No report is as large; what is was put there by mistake. */
const MOST_BYTES = 20 * 1024 * 1024

/** Files that file managers and office programs leave behind. */
const LEFT_BEHIND = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/iu

/**
 * Collects. Findings go to standard error, the summary to the folder `out`.
 *
 * @returns the exit code: 1 where anything in the input is wrong; what is right has been counted all the same
 * @throws InputError where nothing can be counted at all, UsageError where the folder of the summary can't be used
 */
export async function collectReports(request: CollectRequest, io: Io): Promise<number> {
  const started = performance.now()
  const {library, out} = request
  const progress = new Progress(io)
  if (out !== null) await refuseOut(request.folder, out)
  const known = knownAnnexes(library)
  const offices = request.offices === undefined ? [] : await readOffices(request.offices, library)
  const gatherer = new Gatherer({known, offices, ...(request.year === undefined ? {} : {year: request.year})})

  progress.begin('reports')
  const paths = await filesUnder(request.folder)
  let done = 0
  for await (const {path, reading} of inTurn(paths, (path) => readFileReports(join(request.folder, path), request.folder))) {
    progress.step(`${path} (${String(++done)} of ${String(paths.length)})`)
    if (reading instanceof FileError) gatherer.refuse(path, reading)
    else gatherer.add(path, reading)
  }

  progress.begin('summary')
  const summary = gatherer.finish()
  if (!summary) {
    progress.end()
    throw new InputError([
      ...gatherer.findings.map((finding) => diagnosticOf(finding, request.folder)),
      nothingIn(request.folder, paths.length),
    ])
  }
  const json = `${toJson(CollectionSummary.parse(summary), 1)}\n`
  if (out !== null) {
    const files: Files = new Map<string, string | Uint8Array>(renderSummaryPages(summary))
    files.set('summary.json', json)
    files.set('summary.xlsx', await renderSummaryXlsx(summary))
    await replaceFolder(out, files)
  }
  progress.end()

  for (const finding of summary.findings) progress.say(formatDiagnostic(diagnosticOf(finding, request.folder)))
  if (request.json) io.stdout.write(json)
  const errors = summary.findings.filter(({severity}) => severity === 'error').length
  progress.say(
    `${counted(summary.files.counted, 'report')} of ${counted(summary.offices, 'office')} on ${counted(summary.standards.length, 'standard')} for ${String(summary.year)} ` +
      `out of ${counted(summary.files.read, 'file')}${missingOf(summary)}`,
  )
  progress.say(
    `${counted(errors, 'error')}, ${counted(summary.findings.length - errors, 'doubt')}${out === null ? '' : `; ${join(out, 'summary.html')}`}, ${duration(performance.now() - started)}`,
  )
  return errors > 0 ? EXIT_INPUT : EXIT_OK
}

/** How many reports lack. Without a list of offices, only what the other offices sent shows it: an office that sent nothing is not seen. */
function missingOf({standards, expected}: CollectionSummary): string {
  const missing = standards.reduce((sum, standard) => sum + standard.missing.length, 0)
  if (expected !== 'collection') return `, ${counted(missing, 'report')} missing`
  if (missing === 0) return '; whether any are missing cannot be known without --offices'
  return `, at least ${counted(missing, 'report')} missing; how many cannot be known without --offices`
}

function diagnosticOf({file, place, line, rule, severity, message}: Finding, folder: string): Diagnostic {
  return {
    file: file === '' ? folder : join(folder, file),
    line,
    rule: `report/${rule}`,
    severity,
    message: place === '' ? message : `${place}: ${message}`,
  }
}

function nothingIn(folder: string, files: number): Diagnostic {
  const message = files === 0 ? 'the folder is empty: there are no reports to collect' : 'there is not one report here that can be counted'
  return {file: folder, line: null, rule: 'report/no-reports', severity: 'error', message}
}

/** Paths of all files under a folder, sorted, with `/` between folders on every system. */
async function filesUnder(folder: string): Promise<string[]> {
  const root = await stat(folder).catch(() => null)
  if (!root?.isDirectory()) {
    throw new InputError([{file: folder, line: null, rule: 'report/no-folder', severity: 'error', message: 'there is no such folder'}])
  }
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  return entries
    .filter((entry) => !entry.isDirectory() && !LEFT_BEHIND.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).split(sep).join('/'))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort()
}

/** Files that are read at a time: the disk and the unpacking work beside the parsing, and no more than so many files are in memory. */
const AT_A_TIME = 8

/** Reads ahead, and gives in the order of the paths. */
async function* inTurn<T>(paths: readonly string[], read: (path: string) => Promise<T>): AsyncGenerator<{path: string; reading: T}> {
  const ahead: {path: string; reading: Promise<T>}[] = []
  for (const path of paths) {
    ahead.push({path, reading: read(path)})
    const first = ahead.length < AT_A_TIME ? undefined : ahead.shift()
    if (first) yield {path: first.path, reading: await first.reading}
  }
  for (const {path, reading} of ahead) yield {path, reading: await reading}
}

/** Never rejects: what can't be read is given back as the reason. */
async function readFileReports(path: string, folder: string): Promise<RawReport[] | FileError> {
  try {
    if (!(await isInside(path, folder))) {
      throw new FileError('unreadable', 'this is a link that leads out of the folder; put the file itself here')
    }
    return await readReports(await readBytes(path))
  } catch (error) {
    return error instanceof FileError ? error : new FileError('unreadable', `can't be read: ${reason(error)}`)
  }
}

async function readBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path)
  const {size} = found
  // Reading a pipe would wait for somebody to write into it.
  if (!found.isFile()) throw new FileError('unreadable', 'this is no file')
  if (size > MOST_BYTES)
    throw new FileError('too-large', `the file has ${String(Math.round(size / 1024 / 1024))} MB; no report is so large`)
  return readFile(path)
}

const OfficeList = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    region: z.string().nullable().optional(),
    standards: z.array(z.string()).optional(),
    appearances: z.array(z.object({annex: z.string()})).optional(),
  }),
)

/**
 * Offices that should report, from a list with the columns or keys `id`, `name`, `region` and, where only some standards are theirs,
 * `standards` or `annexes`.
 *
 * @throws InputError
 */
async function readOffices(file: string, {offices}: Pick<Library, 'offices'>): Promise<ExpectedOffice[]> {
  if (file === 'dist') {
    return offices().map(({id, name, region, standards}) => ({id, name, region, standards}))
  }
  const fail = (message: string): InputError => new InputError([{file, line: null, rule: 'report/offices', severity: 'error', message}])
  const bytes = await readFile(file).catch((error: unknown) => {
    throw fail(`can't be read: ${reason(error)}`)
  })
  if (/^\s*\[/u.test(bytes.toString('utf8', 0, 200).replace(/^\ufeff/u, ''))) {
    let value: unknown
    try {
      value = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/u, ''))
    } catch (error) {
      throw fail(`is no JSON: ${reason(error)}`)
    }
    const list = OfficeList.safeParse(value)
    if (!list.success) throw fail('must be a list of offices with id and name')
    return list.data.map(({id, name, region, standards, appearances}) => ({
      id,
      name,
      region: region ?? null,
      standards: standards ?? (appearances ? standardsOf(appearances.map(({annex}) => annex)) : null),
    }))
  }
  const [head = [], ...rows] = readTable(bytes)
  const column = (name: string): number =>
    head.findIndex(
      (heading) =>
        heading
          .replace(/^\ufeff/u, '')
          .trim()
          .toLowerCase() === name,
    )
  const [id, name, region] = [column('id'), column('name'), column('region')]
  const given = Math.max(column('standards'), column('annexes'))
  if (name < 0) throw fail('its first line must name the columns: name, and id, region, standards where they are known')
  return rows.flatMap((row) => {
    const called = row[name]?.trim() ?? ''
    if (called === '') return []
    const listed = (given < 0 ? '' : (row[given] ?? '')).split(/[;,\s]+/u).filter((one) => one !== '')
    return [
      {
        id: row[id]?.trim() || called,
        name: called,
        region: row[region]?.trim() || null,
        standards: listed.length > 0 ? standardsOf(listed) : null,
      },
    ]
  })
}

/** «2012-1278-1/1» → «2012-1278-1» */
const standardsOf = (ids: readonly string[]): string[] => [...new Set(ids.map((id) => id.replace(/\/.*$/u, '')))]

/** The summary must not land among the reports, nor replace something else. */
async function refuseOut(folder: string, out: string): Promise<void> {
  const [reports, target] = await Promise.all([folder, out].map(async (path) => realpath(path).catch(() => resolve(path))))
  if (reports === undefined || target === undefined) return
  if (`${target}${sep}`.startsWith(`${reports}${sep}`)) throw new UsageError(`--out ${out} lies inside ${folder}; name another folder`)
  if (reports.startsWith(`${target}${sep}`)) throw new UsageError(`--out ${out} would replace ${folder}; name another folder`)
  const existing = await stat(target).catch(() => null)
  if (!existing) return
  if (!existing.isDirectory()) throw new UsageError(`--out ${out} is a file; name a folder`)
  const names = await readdir(target)
  if (names.length > 0 && !names.includes('summary.json'))
    throw new UsageError(`--out ${out} holds something else; name an empty or a new folder`)
}

/** Writes beside the target and renames: the old summary stays until the new one is whole. */
async function replaceFolder(target: string, files: Files): Promise<void> {
  const path = await realpath(target).catch(() => resolve(target))
  const beside = (kind: string): string => join(dirname(path), `.${basename(path)}.${kind}-${String(process.pid)}`)
  const [fresh, previous] = [beside('part'), beside('previous')]
  const undo = (): void => {
    if (!existsSync(path) && existsSync(previous)) renameSync(previous, path)
    rmSync(fresh, {recursive: true, force: true})
  }
  const offStop = onStop(undo)
  try {
    await mkdir(fresh, {recursive: true})
    await writeFiles(fresh, files)
    if (existsSync(path)) await rename(path, previous)
    await rename(fresh, path)
    await rm(previous, {recursive: true, force: true})
  } finally {
    undo()
    offStop()
  }
}
