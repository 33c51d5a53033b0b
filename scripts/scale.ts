/**
 * How time and memory grow with the corpus: the sizes wanted are made (`npm run corpus`), learned from, parsed record by record
 * and, where asked for, built whole; each step is a process of its own, measured by processor time.
 *
 *     npm run scale -- [--sizes 1,10,100] [--unit 30] [--steps parse,data,build] [--work DIR] [--json FILE]
 *
 * A size is a multiple of `--unit` standards. Prints for each step the time a standard, as a ratio to the first size too, and the
 * greatest memory; exits 1 where a ratio is above 1.2, memory above 4 GB, a first answer of the search above 400 KB, or where what was written is not what is read. Stages of
 * a build are given by the clock, all else by processor time.
 */
import {spawn} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import type {Truth} from './lib/corpus/act.ts'
import {trialOptions} from './lib/trials/options.ts'

const HELP = `npm run scale -- [options]

  --sizes LIST     multiples of the unit (1,10,100)
  --unit N         standards at size 1 (30)
  --steps LIST     parse: learn, then parse record by record; data: the first half of a build, stage by stage, in one thread;
                   build: the whole site (parse,data)
  --work DIR       where corpora and builds are made, and left (default: a folder of its own, removed at the end)
  --json FILE      results as JSON too
`
const MOST_GROWTH = 1.2
const MOST_MEMORY = 4 * 1024 ** 3
const MOST_FIRST_ANSWER = 400 * 1024
const COST = new URL('lib/trials/process-cost.ts', import.meta.url).href
const CORPUS = new URL('corpus.ts', import.meta.url).pathname
const DATA = new URL('lib/trials/scale-data.ts', import.meta.url).pathname
const QYZMET = new URL('qyzmet.mjs', import.meta.url).pathname

const {values} = trialOptions(HELP, {
  sizes: {type: 'string', default: '1,10,100'},
  unit: {type: 'string', default: '30'},
  steps: {type: 'string', default: 'parse,data'},
  work: {type: 'string'},
  json: {type: 'string'},
})

interface Measured {
  step: string
  standards: number
  /** Processor seconds of the step's processes. */
  seconds: number
  wall: number
  millisecondsAStandard: number
  /** To the first size. */
  ratio: number
  megabytes: number
  notes?: Record<string, unknown>
}

const sizes = values.sizes.split(',').map(Number)
const unit = Number(values.unit)
const steps = values.steps.split(',')
if (
  ![...sizes, unit].every((number) => Number.isSafeInteger(number) && number > 0) ||
  steps.some((step) => !['parse', 'data', 'build'].includes(step))
) {
  process.stderr.write(HELP)
  process.exit(2)
}
const work = values.work ?? mkdtempSync(join(tmpdir(), 'qyzmet-scale-'))
mkdirSync(work, {recursive: true})
const results: Measured[] = []
const wrong: string[] = []
try {
  for (const size of sizes) {
    const standards = size * unit
    const sources = join(work, `corpus-${String(standards)}`)
    if (!existsSync(sources)) await run([CORPUS, '--out', sources, '--standards', String(standards)])
    if (steps.includes('parse')) await measureParse(sources, standards)
    if (steps.includes('data')) await measureData(sources, standards)
    if (steps.includes('build')) await measureBuild(sources, standards)
  }
} finally {
  if (values.work === undefined) rmSync(work, {recursive: true})
}
report()

async function measureParse(sources: string, standards: number): Promise<void> {
  const knowledge = join(work, `knowledge-${String(standards)}.json`)
  const learned = await run([QYZMET, 'learn', '--sources', sources, '--out', knowledge])
  note('learn', standards, learned, {bytes: statSync(knowledge).size})
  const expected = new Map(
    readFileSync(`${sources}.expected.jsonl`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => [(JSON.parse(line) as Truth).id, JSON.parse(line) as Truth]),
  )
  const paths = [...new Set([...expected.values()].map(({file}) => join(sources, file)))]
  let unaccounted = 0
  const parsed = await run([QYZMET, 'parse', '--records', 'paths', '--knowledge', knowledge], `${paths.join('\n')}\n`, (line) => {
    const answer = JSON.parse(line) as Answer
    if (answer.error !== undefined) return void wrong.push(`${answer.file}: ${answer.error}`)
    unaccounted += answer.coverage.unaccounted
    for (const diagnostic of answer.diagnostics) if (diagnostic.severity === 'error') wrong.push(`${answer.file}: ${diagnostic.message}`)
    for (const {id, title, points, annexes} of answer.standards) {
      const truth = expected.get(id)
      const rows = annexes.reduce((sum, {groups = []}) => sum + groups.reduce((count, group) => count + group.rows.length, 0), 0)
      if (!truth || truth.title !== title || truth.points !== points.length || truth.officeRows !== rows)
        wrong.push(`${id}: not as written`)
      expected.delete(id)
    }
  })
  for (const id of expected.keys()) wrong.push(`${id}: not read`)
  if (unaccounted > 0) wrong.push(`${String(unaccounted)} characters unaccounted for`)
  note('parse', standards, parsed, {unaccounted})
}

interface Answer {
  file: string
  error?: string
  coverage: {unaccounted: number}
  diagnostics: {severity: string; message: string}[]
  standards: {id: string; title: string; points: unknown[]; annexes: {groups?: {rows: unknown[]}[]}[]}[]
}

async function measureData(sources: string, standards: number): Promise<void> {
  const out = join(work, `data-${String(standards)}`)
  let text = ''
  const built = await run([DATA, sources, out], '', (line) => (text += line))
  rmSync(out, {recursive: true, force: true})
  if (text === '') return void wrong.push(`${String(standards)} standards: the data were not made`)
  const {stages, firstAnswer} = JSON.parse(text) as {stages: Record<string, number>; firstAnswer: number}
  note('data', standards, built, {firstAnswer})
  for (const [name, seconds] of Object.entries(stages)) note(`data: ${name}`, standards, {seconds, wall: seconds, megabytes: 0})
  process.stderr.write(`first answer of the search: ${(firstAnswer / 1024).toFixed(0)} KB\n`)
  if (firstAnswer > MOST_FIRST_ANSWER)
    wrong.push(`${String(standards)} standards: the first answer of the search takes ${(firstAnswer / 1024).toFixed(0)} KB`)
}

async function measureBuild(sources: string, standards: number): Promise<void> {
  const out = join(work, `dist-${String(standards)}`)
  let text = ''
  const built = await run(
    [QYZMET, 'build', '--no-cache', '--json', '--sources', sources, '--out', out],
    '',
    (line) => (text += `${line}\n`),
  )
  if (text === '') return void wrong.push(`${String(standards)} standards: the build failed`)
  const summary = JSON.parse(text) as {
    pages: number
    milliseconds: number
    peakMemory: Record<string, number>
    stages: {name: string; milliseconds: number}[]
  }
  // The greatest of the build's processes is told by the build.
  const megabytes = Math.max(...Object.values(summary.peakMemory)) / 1024 ** 2
  note('build', standards, {...built, megabytes}, {pages: summary.pages, wall: summary.milliseconds / 1000, jobs: availableParallelism()})
  for (const {name, milliseconds} of summary.stages)
    note(`build: ${name}`, standards, {seconds: milliseconds / 1000, wall: milliseconds / 1000, megabytes: 0})
}

interface Cost {
  seconds: number
  wall: number
  megabytes: number
}

/** A program of ours; what it takes. */
function run(args: readonly string[], input = '', onLine: (line: string) => unknown = () => undefined): Promise<Cost> {
  const started = performance.now()
  const file = join(work, 'cost')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=4096', '--import', COST, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {...process.env, QYZMET_COST: file},
    })
    child.on('error', reject)
    createInterface({input: child.stdout, crlfDelay: Infinity}).on('line', onLine)
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    child.on('close', (code) => {
      if (code !== 0) wrong.push(`${args.slice(0, 3).join(' ')} ended with ${String(code)}`)
      const wall = (performance.now() - started) / 1000
      if (!existsSync(file)) {
        resolve({seconds: wall, wall, megabytes: 0})
        return
      }
      const {bytes, seconds} = JSON.parse(readFileSync(file, 'utf8')) as {bytes: number; seconds: number}
      rmSync(file)
      resolve({seconds, wall, megabytes: bytes / 1024 ** 2})
    })
  })
}

function note(step: string, standards: number, {seconds, wall, megabytes}: Cost, notes?: Record<string, unknown>): void {
  const millisecondsAStandard = (1000 * seconds) / standards
  const first = results.find((result) => result.step === step)
  const ratio = first ? millisecondsAStandard / first.millisecondsAStandard : 1
  const measured = {step, standards, seconds, wall, millisecondsAStandard, ratio, megabytes, ...(notes ? {notes} : {})}
  results.push(measured)
  process.stderr.write(`${lineOf(measured)}\n`)
}

function lineOf({step, standards, seconds, millisecondsAStandard, ratio, megabytes}: Measured): string {
  const cells = [`${seconds.toFixed(1)} s`, `${millisecondsAStandard.toFixed(1)} ms`, `× ${ratio.toFixed(2)}`, `${megabytes.toFixed(0)} MB`]
  return [step.padEnd(24), String(standards).padStart(9), ...cells.map((cell) => cell.padStart(10))].join(' ')
}

function report(): void {
  const head = ['step'.padEnd(24), 'standards'.padStart(9), ...['time', 'each', 'growth', 'memory'].map((cell) => cell.padStart(10))].join(
    ' ',
  )
  process.stdout.write(`${head}\n${results.map((result) => `${lineOf(result)}\n`).join('')}`)
  for (const {step, standards, ratio, megabytes} of results) {
    if (step.includes(':')) continue
    if (ratio > MOST_GROWTH) wrong.push(`${step}, ${String(standards)} standards: a standard takes ${ratio.toFixed(2)} times the time`)
    if (megabytes * 1024 ** 2 > MOST_MEMORY) wrong.push(`${step}, ${String(standards)} standards: ${megabytes.toFixed(0)} MB`)
  }
  for (const what of wrong.slice(0, 20)) process.stderr.write(`${what}\n`)
  if (wrong.length > 20) process.stderr.write(`and ${String(wrong.length - 20)} more\n`)
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({unit, results, wrong}, null, 2)}\n`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}
