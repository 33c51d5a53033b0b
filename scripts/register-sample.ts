/**
 * Pairs of rows that the register takes for one office, drawn by lot, for reading by eye.
 *
 *       node scripts/register-sample.ts              50 pairs
 *       node scripts/register-sample.ts 100 7        100 pairs, another draw
 *
 * Only pairs whose rows stand in different annexes and are printed differently: equal rows prove nothing.
 */
import {buildRegister, parseAll} from '../parser/index.ts'
import type {Office} from '../parser/model/index.ts'
import {readSources} from './lib/sources/sources.ts'
import {trialOptions} from './lib/trials/options.ts'

type Row = Office['appearances'][number]

const HELP = `node scripts/register-sample.ts [PAIRS] [SEED]

Pairs of rows that the register takes for one office, drawn by lot, for reading by eye.

  PAIRS            how many (50)
  SEED             another seed, another draw (1)
`

const [count = 50, seed = 1] = trialOptions(HELP, {}, {operands: true}).positionals.map(Number)
const {inputs} = await readSources('sources')
const parsed = parseAll(inputs)
const editions = new Map(
  parsed.flatMap(({resolution}, at) => {
    const edition = inputs[at]?.manifest?.edition
    return resolution && edition !== undefined ? [[resolution.id, edition] as const] : []
  }),
)
const standards = parsed.flatMap((source) => source.standards)
const started = performance.now()
const {offices} = buildRegister(standards, {editions})
const milliseconds = performance.now() - started

const rows = offices.reduce((sum, {appearances}) => sum + appearances.length, 0)
const differing = offices.filter(({discrepancies}) => discrepancies.length > 0).length
print(
  `${String(rows)} rows, ${String(offices.length)} offices in ${milliseconds.toFixed(0)} ms; ${String(differing)} with real differences`,
)
for (const [kind, of] of Map.groupBy(offices, (office) => office.kind)) print(`  ${kind}: ${String(of.length)}`)

const random = generator(seed)
const pairs = offices.flatMap((office) => {
  const wordings = [...Map.groupBy(office.appearances, wording).values()].map((same) => same[0]!)
  return wordings.flatMap((a, at) => wordings.slice(at + 1).flatMap((b) => (a.annex === b.annex ? [] : [{office, a, b}])))
})
print(`${String(pairs.length)} pairs of rows printed differently; ${String(count)} of them, seed ${String(seed)}:`)
for (let drawn = 1; drawn <= count && pairs.length > 0; drawn++) {
  const [pair] = pairs.splice(Math.floor(random() * pairs.length), 1)
  if (!pair) break
  print(`\n${String(drawn)}. ${pair.office.id}\n   ${cells(pair.a)}\n   ${cells(pair.b)}`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

function cells({annex, name, address, phones}: Row): string {
  return `${annex}: ${name} | ${address} | ${phones}`
}

function wording({name, address, phones}: Row): string {
  return [name, address, phones].join('\n')
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function generator(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
