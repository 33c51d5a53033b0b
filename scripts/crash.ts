/**
 * `npm run crash`: kills a build at twenty moments, lets it find the disk full, starts two at once; the last good output must
 * stay whole, and the next build must be right. `-- --kills N --seed N`.
 */
import {cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {CrashSite, moments} from './lib/trials/crash.ts'
import {trialOptions} from './lib/trials/options.ts'

/** A limit that the data of any act is above. */
const LITTLE = 64 * 1024

const HELP = `npm run crash -- [options]

Kills builds of the smallest source, lets them find the disk full, starts two at once.

  --kills N        at how many moments (20)
  --seed N         another seed, other moments (1)

Exits 1 where the last good output is not whole, or the next build is not right.
`

const {values} = trialOptions(HELP, {kills: {type: 'string', default: '20'}, seed: {type: 'string', default: '1'}})
const say = (text: string) => process.stdout.write(`${text}\n`)
const lastLine = (text: string) => text.trimEnd().split('\n').slice(-2).join(' ')

const folder = mkdtempSync(join(tmpdir(), 'qyzmet-crash-'))
try {
  const sources = join(folder, 'sources')
  mkdirSync(sources)
  const [smallest] = readdirSync('sources')
    .filter((name) => /^\d/u.test(name))
    .map((name) => ({name, size: statSync(join('sources', name)).size}))
    .sort((a, b) => a.size - b.size)
  if (!smallest) throw new Error('there are no sources')
  cpSync(join('sources', smallest.name), join(sources, smallest.name))
  const site = new CrashSite(folder)
  const first = await site.succeed()
  say(`a build of ${smallest.name} takes ${String(Math.round(first.milliseconds))} ms`)
  for (const [index, part] of moments(Number(values.kills), Number(values.seed)).entries()) {
    const {what, code} = await site.kill(part, index % 2 === 1)
    say(`${what}: ${code === 0 ? 'it was done already' : 'the last good output is whole'}`)
  }
  for (const bytes of [LITTLE, Math.floor(site.archiveBytes * 0.9)]) {
    const {what, code, stderr} = await site.fill(bytes)
    if (code !== 1) throw new Error(`${what}: exit ${String(code)}`)
    say(`${what}: ${lastLine(stderr)}`)
  }
  const runs = await site.twice()
  say(`two at once: exit ${runs.map(({code}) => String(code)).join(' and ')}`)
  if (
    runs
      .map(({code}) => code)
      .sort()
      .join() !== '0,1'
  )
    process.exitCode = 1
  await site.succeed()
  const left = site.leftovers()
  say(left.length === 0 ? 'the next build is right, and nothing is left beside it' : `left behind: ${left.join(', ')}`)
  if (left.length > 0) process.exitCode = 1
} finally {
  rmSync(folder, {recursive: true, force: true})
}
