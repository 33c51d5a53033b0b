/** `qyzmet build`: sources → dist/. */
import {mkdir} from 'node:fs/promises'
import {join} from 'node:path'
import {COMMON_OPTIONS, EXIT_OK, formatDiagnostic, InputError} from './lib/command.ts'
import type {Command, Io} from './lib/command.ts'
import {isError, located} from './lib/diagnostics.ts'
import {mergeInto, openOutput, writeFiles} from './lib/output.ts'
import {readModel} from './lib/pipeline.ts'
import {addProducts, withProducts} from './lib/products.ts'
import {counted, duration, grouped, Progress} from './lib/progress.ts'
import {counts, dataFiles, indexFile, sourceEpoch} from './lib/publish.ts'
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
    'The same sources give byte-identical output; SOURCE_DATE_EPOCH sets the date of the data, otherwise the latest date in the sources.',
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
  stages: {name: string; milliseconds: number}[]
  milliseconds: number
  /** Greatest resident memory in bytes: of this process, and of the page builder, which is a process of its own. */
  peakMemory: {build: number; pages: number}
}

async function build(folder: string, out: string, io: Io): Promise<Summary> {
  const started = performance.now()
  const progress = new Progress(io)
  const output = await openOutput(out, [folder])
  try {
    const {model: parsed, problems} = await readModel(folder, progress)
    const doubts = located(parsed.diagnostics, folder)
    const errors = [...problems, ...doubts].filter(isError)
    if (errors.length > 0) throw new InputError([...errors, ...problems.filter((problem) => !isError(problem))])
    for (const problem of problems) progress.say(formatDiagnostic(problem))

    const epoch = sourceEpoch(parsed, io.env)
    const model = withProducts(parsed)
    progress.begin('data')
    const files = dataFiles(model)
    await addProducts(files, model, epoch, progress)
    progress.begin('write')
    files.set('data/index.json', indexFile(model, files, new Date(epoch * 1000).toISOString()))
    await writeFiles(output.folder, files)

    progress.begin('pages')
    const site = join(output.scratch, 'site')
    const cache = join(output.scratch, 'cache')
    const env = {...io.env, SOURCE_DATE_EPOCH: String(epoch)}
    await mkdir(cache)
    const {pages, peakMemory} = await buildSite({data: join(output.folder, 'data'), out: site, scratch: cache, env}, (done) => {
      progress.step(counted(done, 'page'))
    })
    await mergeInto(site, output.folder)
    await output.commit()
    progress.end()

    const milliseconds = performance.now() - started
    const numbers = counts(model)
    report(progress, numbers, pages, milliseconds, out)
    const own = process.resourceUsage().maxRSS * 1024
    return {out, counts: numbers, pages, stages: progress.stages, milliseconds, peakMemory: {build: own, pages: peakMemory}}
  } finally {
    progress.end()
    output.abandon()
  }
}

function report(progress: Progress, numbers: Record<string, number>, pages: number, milliseconds: number, out: string): void {
  const of = (name: string) => numbers[name] ?? 0
  progress.say(
    `${counted(of('resolutions'), 'resolution')}, ${counted(of('standards'), 'standard')} (${grouped(of('included'))} with text, ${grouped(of('excluded'))} excluded), ` +
      `${counted(of('points'), 'point')}, ${grouped(of('annexes'))} annexes, ${counted(of('forms'), 'form')}, ${counted(of('offices'), 'office')} in ${counted(of('officeRows'), 'row')}`,
  )
  progress.say(`${counted(of('warnings'), 'doubt')} (qyzmet check lists them), ${counted(of('unaccounted'), 'character')} unaccounted for`)
  progress.say(`${counted(pages, 'page')} in ${out}, ${duration(milliseconds)}`)
}
