/**
 * Robustness: sources damaged on purpose, in the ways converters damage them, must still give the same model.
 *
 *     npm run perturb -- [--cases 2000] [--seed 1] [--kind page-break|annex-break|re-wrap|letter-spacing|cell-spacing|torn-word] [--show 5]
 *
 * Prints the share of cases in which the model stayed the same, or a diagnostic named the place; exits 1 below 99 %.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {learn, parse, type SourceInput} from '../parser/index.ts'
import {cutExcerpts, damage, firstDifference, KINDS, modelOf, random, type Kind} from '../test/support/damage.ts'
import {trialOptions} from './lib/trials/options.ts'

const HELP = `npm run perturb -- [options]

  --cases N        how many (2000)
  --seed N         another seed, other cases (1)
  --kind NAME      one kind of damage: ${KINDS.join(', ')}
  --show N         failures of a kind that are shown (3)
  --sources DIR    what is damaged (sources)

Exits 1 where less than 99 % of the cases stay the same or are reported.
`

const {values} = trialOptions(HELP, {
  cases: {type: 'string', default: '2000'},
  seed: {type: 'string', default: '1'},
  kind: {type: 'string'},
  show: {type: 'string', default: '3'},
  sources: {type: 'string', default: 'sources'},
})
const kindNames: readonly string[] = KINDS
if (values.kind !== undefined && !kindNames.includes(values.kind)) {
  process.stderr.write(`unknown kind «${values.kind}» (${KINDS.join(', ')})\n`)
  process.exit(2)
}

const inputs: SourceInput[] = readdirSync(values.sources)
  .filter((file) => /\.(?:txt|md|html)$/u.test(file))
  .map((file) => ({file, bytes: new Uint8Array(readFileSync(join(values.sources, file)))}))
const knowledge = learn(inputs)
const excerpts = inputs.flatMap((input) => cutExcerpts(input, knowledge))
const kinds = values.kind ? [values.kind as Kind] : [...KINDS]
const tally = new Map<Kind, {same: number; reported: number; changed: number; shown: number}>()
let done = 0
for (let number = 0; done < Number(values.cases) && number < 4 * Number(values.cases); number++) {
  const next = random(Number(values.seed) * 1_000_003 + number)
  const kind = kinds[number % kinds.length]!
  const excerpt = excerpts[Math.floor(next() * excerpts.length)]!
  const damaged = damage(excerpt, kind, next)
  if (!damaged) continue
  done++
  const counts = tally.get(kind) ?? {same: 0, reported: 0, changed: 0, shown: 0}
  tally.set(kind, counts)
  const parsed = parse({file: excerpt.file, bytes: new TextEncoder().encode(damaged.text), format: excerpt.format}, knowledge)
  const model = modelOf(parsed)
  if (model === excerpt.model) counts.same++
  else if (
    parsed.diagnostics.some(
      ({line, severity}) => severity !== 'info' && line !== null && damaged.lines.some((at) => Math.abs(at - line) <= 1),
    )
  )
    counts.reported++
  else counts.changed++
  if (model !== excerpt.model && counts.shown < Number(values.show)) {
    counts.shown++
    process.stderr.write(`${kind} #${String(number)} ${excerpt.file}: ${damaged.what}\n${String(firstDifference(excerpt.model, model))}\n`)
  }
  if (process.stderr.isTTY && done % 50 === 0) process.stderr.write(`\r${String(done)} of ${values.cases}`)
}

let right = 0
for (const [kind, {same, reported, changed}] of tally) {
  right += same + reported
  const counts = `${String(same).padStart(5)} the same, ${String(reported).padStart(4)} reported, ${String(changed).padStart(4)} changed`
  process.stdout.write(`${kind.padEnd(16)} ${counts}\n`)
}
const share = right / Math.max(1, done)
process.stdout.write(`${(100 * share).toFixed(2)} % of ${String(done)} cases the same or reported\n`)
process.exitCode = share >= 0.99 ? 0 : 1
