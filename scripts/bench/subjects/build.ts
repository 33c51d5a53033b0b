/** Building: from nothing, with nothing changed, with one source changed; pages against plain Handlebars. */
import {createHash} from 'node:crypto'
import {cpSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {performance} from 'node:perf_hooks'
import {availableParallelism} from 'node:os'
import {MANIFEST} from '../../lib/sources/received.ts'
import {readSources} from '../../lib/sources/sources.ts'
import type {Bench, BuildSummary, Subject} from '../bench.ts'
import type {Figure} from '../figures.ts'
import {median} from '../measure.ts'
import {pagesOf, writePlainPages} from '../plain-writer.ts'
import {treeMemory} from '../tree-memory.ts'

/** What one changed source may cost, of a whole build. */
const CHANGED = 0.25
/** See docs/quality.md for why as many. */
const PLAIN = 8

export const build: Subject = {
  title: 'Building',
  async measure(bench) {
    const {dist, summary} = bench.fullBuild()
    const {milliseconds, pages} = summary
    bench.say('on one core')
    const alone = bench.build(join(bench.newFolder(), 'dist'), ['--no-cache', '--jobs', '1', '--sources', bench.sources])
    bench.say('memory')
    const whole = ['--no-cache', '--sources', bench.sources]
    const memory = await treeMemory([bench.command, 'build', '--out', join(bench.newFolder(), 'dist'), ...whole])
    const kept = await incremental(bench, milliseconds)
    bench.say('plain Handlebars')
    const plain = await plainPages(bench, dist)
    const stage = (name: string) => summary.stages.find((one) => one.name === name)?.milliseconds ?? NaN
    const jobs = `${String(availableParallelism())} at once`
    return [
      {
        id: 'build/full',
        what: `whole build, nothing kept, ${String(pages)} pages in three languages`,
        unit: 'milliseconds',
        value: milliseconds,
        note: jobs,
      },
      ...summary.stages.map(({name, milliseconds: value}): Figure => ({
        id: `build/stage/${name}`,
        what: `of it: ${name}`,
        unit: 'milliseconds',
        value,
      })),
      {
        id: 'build/page',
        what: 'a page, beyond reading the data: stage «pages» by their number',
        unit: 'milliseconds',
        value: stage('pages') / pages,
        target: {most: 2},
      },
      {
        id: 'build/finish',
        what: 'a page in stage «finish»: checksums, packs, archive',
        unit: 'milliseconds',
        value: stage('finish') / pages,
      },
      {
        id: 'build/plain',
        what: 'stage «pages» against plain Handlebars writing as many pages of the same data',
        unit: 'ratio',
        value: stage('pages') / plain.milliseconds,
        target: {most: PLAIN},
        compared: 'ratio',
        note: `plain: ${(plain.milliseconds / plain.pages).toFixed(2)} ms a page, ${megabytes(plain.bytes)} of HTML against ${megabytes(sizeOf(dist, pagesOf(dist)))}`,
      },
      {
        id: 'build/cores',
        what: 'whole build against one on one core',
        unit: 'ratio',
        value: milliseconds / alone.milliseconds,
        note: jobs,
      },
      ...kept,
      {
        id: 'build/memory',
        what: 'peak memory of a whole build, all its processes together',
        unit: 'bytes',
        value: memory ?? peak(summary),
        target: {most: 1024 ** 3},
        note: memory === null ? 'the sum of what each process held at most' : 'looked at every 50 ms',
      },
      {id: 'build/archive', what: 'archive for a stick', unit: 'bytes', value: summary.offline.archiveBytes, compared: 'fixed'},
      ...summary.offline.packs.map(({name, bytes}): Figure => ({
        id: `build/pack/${name}`,
        what: `kept for reading without a network: ${name}`,
        unit: 'bytes',
        value: bytes,
        compared: 'fixed',
      })),
    ]
  },
}

/** Builds with what an earlier one kept. */
async function incremental(bench: Bench, full: number): Promise<Figure[]> {
  const folder = bench.newFolder()
  const cache = join(folder, 'cache')
  const sources = join(folder, 'sources')
  const build = () => bench.build(join(folder, 'dist'), ['--sources', sources, '--cache', cache]).milliseconds
  cpSync(bench.sources, sources, {recursive: true})
  bench.say('filling the cache')
  const filling = build()
  bench.say('nothing changed')
  const unchanged = build()
  const {inputs} = await readSources(sources)
  const bySize = inputs.toSorted((a, b) => b.bytes.length - a.bytes.length)
  const figures: Figure[] = [
    {id: 'build/filling', what: 'the same while filling the cache', unit: 'share', value: filling / full},
    {id: 'build/unchanged', what: 'nothing changed', unit: 'share', value: unchanged / full, target: {most: CHANGED}, compared: 'ratio'},
  ]
  for (const [which, input] of [
    ['largest', bySize[0]],
    ['smallest', bySize.at(-1)],
  ] as const) {
    if (!input) continue
    bench.say(`${input.file} changed`)
    cpSync(bench.sources, sources, {recursive: true})
    changeWord(sources, input.file)
    figures.push({
      id: `build/changed-${which}`,
      what: `one source changed, the ${which} (${input.file})`,
      unit: 'share',
      value: build() / full,
      target: {most: CHANGED},
      compared: 'ratio',
    })
  }
  return figures
}

/** A line of running text: letters, blanks and a few marks, no table, no markup. */
const PROSE = /^\p{L}[\p{L} ,.;«»-]{60,}$/u

/** Puts the last word of a line in the middle twice, and the new checksum into the manifest. */
function changeWord(sources: string, file: string): void {
  const path = join(sources, file)
  const sum = () => createHash('sha256').update(readFileSync(path)).digest('hex')
  const before = sum()
  const lines = readFileSync(path, 'utf8').split('\n')
  const at = lines.findIndex((line, place) => place > lines.length / 2 && PROSE.test(line))
  if (at === -1) throw new Error(`${file} has no line of running text in its second half`)
  lines[at] = (lines[at] ?? '').replace(/(\p{L}+)(\P{L}*)$/u, '$1 $1$2')
  writeFileSync(path, lines.join('\n'))
  const manifest = join(sources, MANIFEST)
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(before, sum()))
}

async function plainPages(bench: Bench, dist: string): Promise<{milliseconds: number; pages: number; bytes: number}> {
  const pages = pagesOf(dist)
  const published = await bench.published()
  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    bytes = writePlainPages(dist, published, pages, join(bench.newFolder(), 'plain'))
    times.push(performance.now() - start)
  }
  // the first one warms up
  return {milliseconds: median(times.slice(1)), pages: pages.length, bytes}
}

/** An upper bound: the pages' process waits for the data, and works when they are there; the command stays throughout. */
const peak = ({peakMemory: {data = 0, waiting = 0, pages = 0, command = 0}}: BuildSummary): number =>
  command + Math.max(data + waiting, pages)

const sizeOf = (dist: string, pages: readonly string[]) => pages.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0)
const megabytes = (bytes: number) => `${String(Math.round(bytes / 1024 ** 2))} MB`
