/**
 * Fuzzing: damaged, mixed and invented texts, a seeded number of them, each held against what must hold of every text
 * (test/fuzz/support/invariants.ts): nothing thrown, nothing hung, nothing lost in silence, valid output.
 *
 *     npm run fuzz -- [--cases 20000] [--seed 1] [--from 0] [--state FILE] [--keep DIR]
 *
 * `--state` keeps the figures in a file after every hundred cases; run again with the same seed, it goes on from there.
 * `--keep` writes each failing text, made as short as it can be, into a folder. Exits 1 where a case failed.
 */
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {printable} from './lib/command.ts'
import {caseOf, cases, type Case} from '../test/fuzz/support/cases.ts'
import {failuresOf, measurePace, SLACK, timed, TIMES} from '../test/fuzz/support/invariants.ts'
import {shortest} from '../test/fuzz/support/shorten.ts'
import {readMaterial} from '../test/fuzz/support/texts.ts'
import {trialOptions} from './lib/trials/options.ts'

const HELP = `npm run fuzz -- [options]

  --cases N        how many (20000)
  --seed N         another seed, other cases (1)
  --from N         number of the first case (0)
  --state FILE     keeps the figures; run again with the same seed, it goes on from there
  --keep DIR       writes each failing text, made as short as it can be, into a folder
  --sources DIR    what is damaged (sources)

Exits 1 where a case failed.
`

const {values} = trialOptions(HELP, {
  cases: {type: 'string', default: '20000'},
  seed: {type: 'string', default: '1'},
  from: {type: 'string', default: '0'},
  state: {type: 'string'},
  keep: {type: 'string'},
  sources: {type: 'string', default: 'sources'},
})

interface State {
  seed: number
  done: number
  /** Seconds of processor time. */
  seconds: number
  /** Kind of failure → how often, and where first. */
  failures: Record<string, {count: number; first: number; what: string; detail: string}>
}

const seed = Number(values.seed)
const wanted = Number(values.cases)
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(wanted) || wanted < 1) {
  process.stderr.write('--cases and --seed are whole numbers\n')
  process.exit(2)
}
const state = load()
const material = readMaterial(values.sources)
const pace = measurePace(material)
const arbitrary = cases(material)
const paceText = `${(1e6 * pace).toFixed(0)} ns a byte`
process.stderr.write(
  `${String(material.texts.length)} texts, plain time ${paceText}, allowed ${String(SLACK)} ms + ${String(TIMES)} × plain\n`,
)

while (state.done < wanted) {
  const number = state.done
  const {time} = timed(() => run(caseOf(arbitrary, seed, number), number))
  state.seconds += time / 1000
  state.done++
  if (state.done % 100 === 0 || state.done === wanted) {
    save()
    const failed = Object.keys(state.failures).length
    const line = `${String(state.done)} of ${String(wanted)} cases, ${rate()} a second, ${String(failed)} kinds of failure`
    if (process.stderr.isTTY) process.stderr.write(`\r${line}`)
    else if (state.done % 1000 === 0) process.stderr.write(`${line}\n`)
  }
}
for (const [kind, {count, first, what, detail}] of Object.entries(state.failures))
  process.stdout.write(printable(`${String(count)} × ${kind}\n    first in case ${String(first)}: ${what}\n    ${detail.slice(0, 600)}\n`))
const kinds = Object.keys(state.failures).length
process.stdout.write(
  `${String(state.done)} cases of seed ${String(seed)}, ${String(kinds)} kinds of failure, ${rate()} cases a second of processor time\n`,
)
process.exitCode = kinds > 0 ? 1 : 0

function run(one: Case, number: number): void {
  for (const {kind, detail} of failuresOf(one, material, pace)) {
    const known = state.failures[kind]
    if (known) {
      known.count++
      continue
    }
    state.failures[kind] = {count: 1, first: number, what: one.what, detail}
    if (values.keep === undefined) continue
    mkdirSync(values.keep, {recursive: true})
    const failsStill = (bytes: Uint8Array) =>
      failuresOf({...one, input: {...one.input, bytes}}, material, pace).some((failure) => failure.kind === kind)
    writeFileSync(
      join(values.keep, `${String(seed)}-${String(number)}.${one.input.format ?? 'txt'}`),
      shortest(one.input.bytes, failsStill),
    )
  }
}

function rate(): string {
  return (state.done / Math.max(0.001, state.seconds)).toFixed(0)
}

function load(): State {
  const fresh: State = {seed, done: Number(values.from), seconds: 0, failures: {}}
  if (values.state === undefined || !existsSync(values.state)) return fresh
  const kept = JSON.parse(readFileSync(values.state, 'utf8')) as State
  return kept.seed === seed ? kept : fresh
}

function save(): void {
  if (values.state === undefined) return
  const beside = `${values.state}.new`
  writeFileSync(beside, JSON.stringify(state, null, 2))
  renameSync(beside, values.state)
}
