/** `qyzmet build`: sources → dist/. */
import {statSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {enableCompileCache} from 'node:module'
import {availableParallelism} from 'node:os'
import {join, resolve, sep} from 'node:path'
import {codeFolder, DEFAULT_CACHE, linkIn, openCache, pruneDaily} from './lib/cache.ts'
import {CHECKSUMS_FILE} from './lib/finish/checksums.ts'
import {COMMON_OPTIONS, CONFIRMATION, EXIT_OK, formatDiagnostic, InputError, reason, UsageError} from './lib/command.ts'
import type {Arguments, Command, Io} from './lib/command.ts'
import {startData, type DataSummary} from './lib/data/stage.ts'
import {mergeInto, openOutput} from './lib/output.ts'
import {counted, duration, grouped, Progress} from './lib/progress.ts'

export const command: Command = {
  name: 'build',
  summary: 'Builds the whole reference site, forms, reports and open data from the source texts.',
  operands: '',
  arity: [0, 0],
  options: {
    sources: COMMON_OPTIONS.sources,
    out: COMMON_OPTIONS.out,
    jobs: {value: 'N', help: 'threads that work at once (default: one a core); with 1 there are none'},
    cache: {value: 'DIR', help: 'where what builds make is kept for later ones (default: node_modules/.cache/qyzmet of the program)'},
    'no-cache': {help: 'make everything anew and keep nothing'},
    json: {help: 'print the summary as JSON: counts, stages, what was reused, time, memory'},
  },
  notes:
    'The output folder is replaced whole when everything has succeeded; until then, and after a failure, the old one stays.\n' +
    'The same sources give byte-identical output, whatever is kept and however many threads there are; SOURCE_DATE_EPOCH sets the date of the data, otherwise the latest date in the sources.\n' +
    CONFIRMATION,
  async run(args, io) {
    const out = args.option('out') ?? 'dist'
    const sources = args.option('sources') ?? 'sources'
    const summary = await build({sources, out, jobs: jobsOf(args), cache: cacheOf(args, [out, sources])}, io)
    if (args.has('json')) io.stdout.write(`${JSON.stringify(summary, null, 2)}\n`)
    return EXIT_OK
  },
}

interface BuildOrder {
  sources: string
  out: string
  jobs: number
  /** Folder of what earlier builds made; null for none. */
  cache: string | null
}

/** More threads than any machine has cores for. */
const MOST_JOBS = 256

function jobsOf(args: Arguments): number {
  const given = args.option('jobs')
  if (given === undefined) return availableParallelism()
  const jobs = Number(given)
  if (!/^\d+$/u.test(given) || jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError(`--jobs is «${given}»; it must be a whole number from 1 to ${String(MOST_JOBS)}`)
  return jobs
}

/** @param others folders that must not hold the store, nor lie in it */
function cacheOf(args: Arguments, others: readonly string[]): string | null {
  const given = args.option('cache')
  if (args.has('no-cache')) {
    if (given !== undefined) throw new UsageError('--cache and --no-cache exclude each other')
    return null
  }
  const folder = resolve(given ?? DEFAULT_CACHE)
  if (statSync(folder, {throwIfNoEntry: false})?.isDirectory() === false)
    throw new UsageError(`--cache ${given ?? folder} is a file; name a folder`)
  for (const other of others) {
    const path = resolve(other)
    if (folder === path || folder.startsWith(path + sep) || path.startsWith(folder + sep))
      throw new UsageError(`--cache ${given ?? folder} and ${other} lie in each other; name another folder`)
  }
  const link = linkIn(folder)
  if (link !== null)
    throw new UsageError(`${link} is a link, and the build would write where it leads to; remove it, or name another folder with --cache`)
  return folder
}

interface Summary {
  out: string
  counts: Record<string, number>
  pages: number
  /** SHA-256 of checksums.sha256, to be published elsewhere: `qyzmet verify --sum`. */
  manifest: string
  /** What devices can keep, and the archive for a stick. */
  offline: {packs: {name: string; bytes: number; files: number}[]; archiveBytes: number}
  stages: {name: string; milliseconds: number}[]
  /** Of the data, by stage: how many things were made, and how many taken from an earlier build. */
  reused: DataSummary['reused']
  milliseconds: number
  /**
   * Greatest resident memory in bytes: of the two processes that work one after the other, of the second while it waits beside
   * the first (0 with one job), and of this one beside them.
   */
  peakMemory: {data: number; waiting: number; pages: number; command: number}
}

async function build({sources: folder, out, jobs, cache: kept}: BuildOrder, io: Io): Promise<Summary> {
  const started = performance.now()
  const progress = new Progress(io)
  const making = startData(kept, io.env)
  const output = await openOutput(out, [folder]).catch((error: unknown) => {
    making.stop()
    throw error
  })
  let abandonSite = () => {}
  try {
    const order = {sources: folder, out: output.folder, scratch: join(output.scratch, 'data'), cache: kept, jobs}
    const made = making.make(order, progress)
    const [{openSite}, {digestsOf, finishSite}, {billOfMaterials, SBOM_FILE}, {readLockfile}] = await laterParts(kept)
    const cache = openCache(kept)
    const site = join(output.scratch, 'site')
    const scratch = join(output.scratch, 'pages')
    const work = openSite({data: join(output.folder, 'data'), out: site, last: output.last, scratch, env: io.env, cache, jobs})
    abandonSite = () => {
      work.abandon()
    }
    const data = await made
    for (const warning of data.warnings) progress.say(formatDiagnostic(warning))

    // With one job nothing is done beside the pages.
    const seen = jobs > 1 ? digestsOf(output.folder) : Promise.resolve([])
    seen.catch(() => undefined)
    progress.begin('pages')
    const {pages, waitingMemory, bundled, records} = await work.build((done) => {
      progress.step(counted(done, 'page'))
    })
    await mergeInto(site, output.folder)
    const bill = billOfMaterials(readLockfile(), bundled, data.epoch)
    await writeFile(join(output.folder, SBOM_FILE), `${JSON.stringify(bill, null, 1)}\n`)
    progress.begin('finish')
    const {packs, archiveBytes, manifest} = await finishSite(
      output.folder,
      data.epoch,
      io.env['QYZMET_SITE'],
      (step) => {
        progress.step(step)
      },
      {cache, records, digests: await seen},
    )
    const peakMemory = await work.end()
    await output.commit()
    progress.end()
    if (kept !== null) pruneDaily(kept, Date.now())

    const milliseconds = performance.now() - started
    report(progress, data.counts, pages, milliseconds, out)
    if (kept !== null) progress.say(reuse(data.reused))
    progress.say(`${CHECKSUMS_FILE}: sha256 ${manifest}`)
    return {
      out,
      counts: data.counts,
      pages,
      manifest,
      offline: {packs: packs.map(({name, bytes, files}) => ({name, bytes, files})), archiveBytes},
      stages: progress.stages,
      reused: data.reused,
      milliseconds,
      peakMemory: {data: data.peakMemory, waiting: waitingMemory, pages: peakMemory, command: process.resourceUsage().maxRSS * 1024},
    }
  } catch (error) {
    if (error instanceof UsageError || error instanceof InputError) throw error
    throw new Error(`${reason(error)}\nNothing was published: ${out} is as it was.`, {cause: error})
  } finally {
    progress.end()
    making.stop()
    abandonSite()
    output.abandon()
  }
}

/** What comes after the data is loaded while they are made. */
function laterParts(cache: string | null) {
  if (cache !== null) enableCompileCache(codeFolder(cache))
  return Promise.all([
    import('./lib/pages/site.ts'),
    import('./lib/finish/finish.ts'),
    import('./lib/supply/sbom.ts'),
    import('./lib/supply/lockfile.ts'),
  ])
}

function report(progress: Progress, numbers: Record<string, number>, pages: number, milliseconds: number, out: string): void {
  const of = (name: string) => numbers[name] ?? 0
  progress.say(
    `${counted(of('resolutions'), 'resolution')}, ${counted(of('standards'), 'standard')} (${grouped(of('included'))} with text, ${grouped(of('excluded'))} excluded), ` +
      `${counted(of('points'), 'point')}, ${grouped(of('annexes'))} annexes, ${counted(of('forms'), 'form')}, ${counted(of('papers'), 'paper')}, ${counted(of('offices'), 'office')} in ${counted(of('officeRows'), 'row')}`,
  )
  progress.say(`${counted(of('warnings'), 'doubt')} (qyzmet check lists them), ${counted(of('unaccounted'), 'character')} unaccounted for`)
  progress.say(`${counted(pages, 'page')} in ${out}, ${duration(milliseconds)}`)
}

/** «taken from earlier builds: parse 4 of 5, forms 29 of 30» */
function reuse(reused: DataSummary['reused']): string {
  const parts = Object.entries(reused).flatMap(([stage, {made, reused: taken}]) =>
    made + taken === 0 ? [] : `${stage} ${grouped(taken)} of ${grouped(made + taken)}`,
  )
  return `taken from earlier builds: ${parts.join(', ')}`
}
