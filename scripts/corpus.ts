/**
 * A national corpus to try the whole road with: as many standards as wanted, each text different, in the formats of the real sources.
 *
 *     npm run corpus -- --out corpus [--standards 2700] [--seed 1] [--format pdf-text|markdown|html-text] [--sources sources]
 *
 * Writes the source files with their manifest.yaml, which `qyzmet build --sources DIR` reads, and beside the folder DIR.expected.jsonl:
 * a line for each standard with what a reader must find in it. The same seed gives the same bytes; a greater corpus begins with the
 * acts of a smaller one.
 */
import {parseAll} from '../parser/index.ts'
import type {SourceFormat} from '../parser/tree.ts'
import {openCorpus} from './lib/corpus/act.ts'
import {writeCorpus} from './lib/corpus/write.ts'
import {readSources} from './lib/sources/sources.ts'
import {trialOptions} from './lib/trials/options.ts'

const HELP = `npm run corpus -- --out DIR [options]

Makes a corpus of public service standards as large as a country's, from the grammar of the real ones.

  --out DIR        folder to write to; it must be empty or not there
  --standards N    how many standards (2700)
  --seed N         another seed, other texts (1)
  --format NAME    all acts in one format: pdf-text, markdown, html-text, html
  --sources DIR    what to learn from (sources)

DIR.expected.jsonl tells of each standard what was written.
`
const FORMATS: readonly SourceFormat[] = ['pdf-text', 'markdown', 'html-text', 'html']

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

const {values} = trialOptions(HELP, {
  out: {type: 'string'},
  standards: {type: 'string', default: '2700'},
  seed: {type: 'string', default: '1'},
  format: {type: 'string'},
  sources: {type: 'string', default: 'sources'},
})
const whole = (name: 'standards' | 'seed'): number => {
  const number = Number(values[name])
  return Number.isSafeInteger(number) && number > 0 ? number : fail(`--${name} wants a whole number above 0, not «${values[name]}»`)
}
const standards = whole('standards')
const seed = whole('seed')
const out = values.out ?? fail('name the folder to write to with --out DIR')
const format = FORMATS.find((name) => name === values.format)
if (values.format !== undefined && !format) fail(`unknown format «${values.format}» (${FORMATS.join(', ')})`)

const {inputs, diagnostics} = await readSources(values.sources)
if (inputs.length === 0) fail(diagnostics.map(({message}) => message).join('\n'))
const corpus = openCorpus(parseAll(inputs), seed, format && [format])
const started = performance.now()
const written = await writeCorpus(corpus, {
  out,
  standards,
  progress(done, bytes) {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${standards} standards, ${Math.round(bytes / 1e6)} MB`)
  },
}).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)))
const seconds = (performance.now() - started) / 1000
process.stdout.write(
  `${out}: ${written.standards} standards in ${written.files} acts, ${(written.bytes / 1e6).toFixed(1)} MB, ${written.rows} office rows, ${seconds.toFixed(1)} s\n`,
)
