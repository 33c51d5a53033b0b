/** `qyzmet build`: sources → dist/. */
import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {CHECKSUMS_FILE} from './lib/checksums.ts'
import {COMMON_OPTIONS, CONFIRMATION, EXIT_OK, formatDiagnostic, InputError, reason, UsageError} from './lib/command.ts'
import type {Command, Io} from './lib/command.ts'
import {makeData} from './lib/data-stage.ts'
import {finishSite} from './lib/finish.ts'
import {readLockfile} from './lib/lockfile.ts'
import {mergeInto, openOutput} from './lib/output.ts'
import {counted, duration, grouped, Progress} from './lib/progress.ts'
import {billOfMaterials, SBOM_FILE} from './lib/sbom.ts'
import {buildSite} from './lib/site.ts'

export const command: Command = {
  name: 'build',
  summary: 'Builds the whole reference site, forms, reports and open data from the source texts.',
  operands: '',
  arity: [0, 0],
  options: {
    sources: COMMON_OPTIONS.sources,
    out: COMMON_OPTIONS.out,
    json: {help: 'print the summary as JSON: counts, stages, time, memory'},
  },
  notes:
    'The output folder is replaced whole when everything has succeeded; until then, and after a failure, the old one stays.\n' +
    'The same sources give byte-identical output; SOURCE_DATE_EPOCH sets the date of the data, otherwise the latest date in the sources.\n' +
    CONFIRMATION,
  async run(args, io) {
    const out = args.option('out') ?? 'dist'
    const summary = await build(args.option('sources') ?? 'sources', out, io)
    if (args.has('json')) io.stdout.write(`${JSON.stringify(summary, null, 2)}\n`)
    return EXIT_OK
  },
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
  milliseconds: number
  /** Greatest resident memory in bytes: of the two processes that work one after the other, and of this one beside them. */
  peakMemory: {data: number; pages: number; command: number}
}

async function build(folder: string, out: string, io: Io): Promise<Summary> {
  const started = performance.now()
  const progress = new Progress(io)
  const output = await openOutput(out, [folder])
  try {
    const data = await makeData(
      {sources: folder, out: output.folder, scratch: join(output.scratch, 'data'), cache: null, jobs: 1},
      io.env,
      progress,
    )
    for (const warning of data.warnings) progress.say(formatDiagnostic(warning))

    progress.begin('pages')
    const site = join(output.scratch, 'site')
    const cache = join(output.scratch, 'cache')
    const env = {...io.env, SOURCE_DATE_EPOCH: String(data.epoch)}
    await mkdir(cache)
    const {pages, peakMemory, bundled, records} = await buildSite(
      {data: join(output.folder, 'data'), out: site, scratch: cache, env},
      (done) => {
        progress.step(counted(done, 'page'))
      },
    )
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
      {records},
    )
    await output.commit()
    progress.end()

    const milliseconds = performance.now() - started
    report(progress, data.counts, pages, milliseconds, out)
    progress.say(`${CHECKSUMS_FILE}: sha256 ${manifest}`)
    return {
      out,
      counts: data.counts,
      pages,
      manifest,
      offline: {packs: packs.map(({name, bytes, files}) => ({name, bytes, files})), archiveBytes},
      stages: progress.stages,
      milliseconds,
      peakMemory: {data: data.peakMemory, pages: peakMemory, command: process.resourceUsage().maxRSS * 1024},
    }
  } catch (error) {
    if (error instanceof UsageError || error instanceof InputError) throw error
    throw new Error(`${reason(error)}\nNothing was published: ${out} is as it was.`, {cause: error})
  } finally {
    progress.end()
    output.abandon()
  }
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
