/**
 * A folder of reports to try `qyzmet report --collect` with: synthetic offices, each reporting on every standard of a finished build.
 *
 *       node scripts/report-sample.ts OUT                       300 offices, build in dist/
 *       node scripts/report-sample.ts OUT --offices 20 --seed 7 --year 2013 --dist dist
 */
import {mkdir, readdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {loadAssets} from '../templates/assets.ts'
import {readPublished} from './lib/published.ts'
import {renderSample, sampleReports} from './lib/reports/sample.ts'
import {trialOptions} from './lib/trials/options.ts'

const HELP = `node scripts/report-sample.ts OUT [options]

Reports of synthetic offices on every standard of a finished build, to try qyzmet report --collect with.

  OUT              folder to write to; it must be empty or not there
  --offices N      how many (300)
  --seed N         another seed, other figures (1)
  --year N         (2013)
  --dist DIR       finished build (dist)
`

const {values, positionals} = trialOptions(
  HELP,
  {
    offices: {type: 'string', default: '300'},
    seed: {type: 'string', default: '1'},
    year: {type: 'string', default: '2013'},
    dist: {type: 'string', default: 'dist'},
  },
  {operands: true},
)
const [out] = positionals
const wrong = [values.offices, values.seed, values.year].find((value) => !/^\d{1,9}$/u.test(value))
const taken = out === undefined ? [] : await readdir(out).catch(() => [])
if (out === undefined || positionals.length > 1 || wrong !== undefined || taken.length > 0) {
  const message = out === undefined ? 'name a folder' : wrong !== undefined ? `«${wrong}» is no number` : `${out} is not empty`
  process.stderr.write(`report-sample: ${message}\n`)
  process.exit(2)
}

const assets = loadAssets()
const {resolutions, standards} = await readPublished(values.dist)
const order = {resolutions, standards, offices: Number(values.offices), year: Number(values.year), seed: Number(values.seed)}
let count = 0
for (const sample of sampleReports(order)) {
  const path = join(out, sample.path)
  await mkdir(dirname(path), {recursive: true})
  await writeFile(path, await renderSample(sample, assets))
  count++
  if (process.stderr.isTTY && count % 50 === 0) process.stderr.write(`\r${String(count)} reports`)
}
process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}${String(count)} reports in ${out}\n`)
