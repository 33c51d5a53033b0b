/**
 * `npm run bench`: how long the work takes, measured against remark-parse alone over the same bytes, in the same run.
 *
 *       npm run bench              rounds: 9
 *       npm run bench -- 21        more rounds
 *       npm run bench -- 9 --json  figures for a machine
 *       npm run bench -- --collect adds the collecting of 8 100 reports (some minutes to make them)
 */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parseAll} from '../parser/index.ts'
import type {SourceInput} from '../parser/index.ts'
import type {Amendment, Office} from '../parser/model/index.ts'
import {benchAkn} from './lib/bench-akn.ts'
import {benchCollect} from './lib/bench-collect.ts'
import {benchCompare} from './lib/bench-compare.ts'
import {benchForms} from './lib/bench-forms.ts'
import {benchOpenData} from './lib/bench-open-data.ts'
import {columns} from './lib/command.ts'
import {duration} from './lib/progress.ts'
import {readPublished} from './lib/published.ts'
import {readSources} from './lib/sources.ts'

const rounds = Number(process.argv.slice(2).find((argument) => /^\d+$/u.test(argument)) ?? '9')
const asJson = process.argv.includes('--json')

interface Ratio {
  source: string
  bytes: number
  parse: number
  remark: number
  ratio: number
}

const {inputs} = await readSources('sources')
if (inputs.length === 0) throw new Error('there is nothing in sources/ to measure with')
const ratios = [...inputs.map((input) => compare(input.file, [input])), compare('all together', inputs)]
const folder = mkdtempSync(join(tmpdir(), 'qyzmet-bench-'))
const dist = join(folder, 'dist')
const build = measureBuild(dist)
const published = await readPublished(dist)
const forms = await benchForms(published, rounds)
const compared = benchCompare(published, rounds)
const amendments = JSON.parse(readFileSync(join(dist, 'data', 'amendments.json'), 'utf8')) as Amendment[]
const akn = benchAkn({...published, amendments}, rounds)
const offices = JSON.parse(readFileSync(join(dist, 'data', 'offices.json'), 'utf8')) as Office[]
const openData = benchOpenData({...published, amendments, offices}, rounds)
const collected = process.argv.includes('--collect') ? await benchCollect(dist) : null
rmSync(folder, {recursive: true, force: true})
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
const megabytes = (bytes: number) => `${String(Math.round(bytes / 1024 / 1024))} MB`

if (asJson) {
  process.stdout.write(
    `${JSON.stringify({cores: availableParallelism(), node: process.version, rounds, ratios, build, forms, akn, openData, compared, collected}, null, 2)}\n`,
  )
} else {
  process.stdout.write(
    `Node ${process.version}, ${String(availableParallelism())} cores, medians of ${String(rounds)} rounds, taken in turns\n\n` +
      `Parsing, against remark-parse alone over the same bytes\n` +
      columns(
        ratios.map(({source, parse, remark, ratio}) => [
          source,
          `${parse.toFixed(1).padStart(7)} ms  remark-parse ${remark.toFixed(1).padStart(7)} ms  ratio ${ratio.toFixed(2)}`,
        ]),
      ) +
      `\nBuild, ${duration(build.milliseconds)} in all\n` +
      columns(build.stages.map(({name, milliseconds}) => [name, duration(milliseconds)])) +
      `\nPages: ${String(build.pages)}, ${perPage('pages')} ms a page to lay out, ${perPage('finish')} ms to finish (checksums, packs, archive)\n` +
      `Offline: ${build.offline.packs.map(({name, bytes}) => `${name} ${kilobytes(bytes)}`).join(', ')}; archive ${megabytes(build.offline.archiveBytes)}\n` +
      `\nPeak memory: ${megabytes(Math.max(build.peakMemory.data, build.peakMemory.pages) + build.peakMemory.command)} ` +
      `(data ${megabytes(build.peakMemory.data)}, then pages ${megabytes(build.peakMemory.pages)}; the command beside them ${megabytes(build.peakMemory.command)})\n` +
      `Forms: ${String(forms.forms)} blanks at ${forms.perSecond.toFixed(0)} a second, warm; ` +
      `the largest ${kilobytes(forms.largestBlank)}, filled ${kilobytes(forms.largestFilled)}\n` +
      `Akoma Ntoso: ${String(akn.files)} files, ${kilobytes(akn.bytes)}, written in ${duration(akn.write)}, read back in ${duration(akn.read)}\n` +
      columns(akn.resolutions.map(({name, bytes}) => [name, kilobytes(bytes)])) +
      `Open data besides: made in ${duration(openData.milliseconds)}\n` +
      columns(Object.entries(openData.bytes).map(([kind, bytes]) => [kind, kilobytes(bytes)])) +
      `Comparing: ${compared.standards.old} with ${compared.standards.new} (${String(compared.standards.rows)} rows) ${compared.standards.milliseconds.toFixed(1)} ms; ` +
      `${compared.acts.id} with an edition of it (${String(compared.acts.changes)} changes) ${compared.acts.milliseconds.toFixed(0)} ms\n` +
      (collected
        ? `Collecting: ${String(collected.reports)} reports of ${String(collected.offices)} offices in ${duration(collected.milliseconds)}, ` +
          `peak memory ${megabytes(collected.peakMemory)}\n`
        : ''),
  )
}

/** Milliseconds of a stage for each page. */
function perPage(stage: string): string {
  return ((build.stages.find(({name}) => name === stage)?.milliseconds ?? 0) / build.pages).toFixed(2)
}

/** Both sides in turns, so that a busy machine slows both alike; the first round warms up and is not counted. */
function compare(source: string, of: SourceInput[]): Ratio {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const first = timed(() => {
      parseAll(of)
    })
    const second = timed(() => {
      for (const {bytes} of of) unified().use(remarkParse).parse(new TextDecoder().decode(bytes))
    })
    if (round === 0) continue
    ours.push(first)
    theirs.push(second)
  }
  const [parseTime, remark] = [median(ours), median(theirs)]
  return {source, bytes: of.reduce((sum, {bytes}) => sum + bytes.length, 0), parse: parseTime, remark, ratio: parseTime / remark}
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

interface BuildFigures {
  pages: number
  offline: {packs: {name: string; bytes: number}[]; archiveBytes: number}
  milliseconds: number
  stages: {name: string; milliseconds: number}[]
  peakMemory: {data: number; pages: number; command: number}
}

/** One whole build, in a process of its own. */
function measureBuild(target: string): BuildFigures {
  const command = fileURLToPath(new URL('qyzmet.mjs', import.meta.url))
  const run = spawnSync(process.execPath, [command, 'build', '--json', '--out', target], {encoding: 'utf8', maxBuffer: 1 << 26})
  if (run.status !== 0) throw new Error(`the build failed:\n${run.stderr}`)
  return JSON.parse(run.stdout) as BuildFigures
}
