/**
 * A process that is measured by `scripts/scale.ts`: the first half of a build in one thread, then a few searches in what it made.
 *
 *     node scripts/lib/trials/scale-data.ts SOURCES OUT
 *     {"stages": {"parse": 12.1, "register": 3.4, …}, "firstAnswer": 131072}
 *
 * Stages in seconds of processor time; the first answer in bytes as they are sent, gzipped: what a browser fetches for a query of
 * two words out of a title, the greatest of several.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {createSearcher} from '../../../site/search/searcher.ts'
import {buildData} from '../data/build.ts'

const QUERIES = 8
const [sources = 'sources', out = 'data'] = process.argv.slice(2)
const stages: Record<string, number> = {}
let from = seconds()
const steps = {
  current: '',
  begin(stage: string) {
    steps.end()
    steps.current = stage
  },
  step: () => undefined,
  end() {
    const now = seconds()
    if (steps.current !== '') stages[steps.current] = (stages[steps.current] ?? 0) + now - from
    steps.current = ''
    from = now
  },
}
const site = join(out, 'site')
await buildData({sources, out: site, scratch: join(out, 'scratch'), cache: null, jobs: 1}, process.env, steps)
steps.end()
process.stdout.write(`${JSON.stringify({stages, firstAnswer: firstAnswer()})}\n`)

function firstAnswer(): number {
  const folder = join(site, 'data', 'standards')
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const chosen = Array.from({length: QUERIES}, (_, at) => files[Math.floor((at * files.length) / QUERIES)]!)
  return Math.max(
    ...chosen.map((file) => {
      const {title} = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {title: string}
      const bytes = new Map<string, number>()
      const read = (path: string): unknown => {
        const content = readFileSync(join(site, path))
        bytes.set(path, gzipSync(content).length)
        return JSON.parse(content.toString())
      }
      createSearcher(read, false).search(title.split(' ').slice(0, 2).join(' '))
      return [...bytes.values()].reduce((sum, size) => sum + size, 0)
    }),
  )
}

function seconds(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1e6
}
