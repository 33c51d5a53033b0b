/** `qyzmet search`: the site's own index, from the terminal. */
import {toJson} from '../parser/language/hidden-characters.ts'
import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import type {LegalStatus} from '../parser/model/index.ts'
import type {Answer, ResultKind, SearchOptions} from '../site/search/searcher.ts'
import {COMMON_OPTIONS, EXIT_OK, printable, UsageError} from './lib/command.ts'
import type {Command} from './lib/command.ts'

/** Results shown where --limit does not say otherwise. */
const LIMIT = 10
const KINDS: readonly ResultKind[] = ['standard', 'point', 'office', 'form']
const STATUSES: readonly LegalStatus[] = ['in-force', 'repealed']

export const command: Command = {
  name: 'search',
  summary: 'Searches standards, points, offices and forms of a finished build.',
  operands: 'QUERY|-',
  arity: [1, Infinity],
  options: {
    out: COMMON_OPTIONS.out,
    limit: {value: 'N', default: String(LIMIT), help: 'results for a query'},
    kind: {value: 'KIND', help: `only ${KINDS.join(', ')}; several with commas`},
    status: {value: 'STATUS', help: `only ${STATUSES.join(' or ')}`},
    region: {value: 'NAME', help: 'only offices of a region: the beginning of its name, in any of the alphabets'},
    exact: {help: 'the words as typed: no slip mended, no Russian or English word translated'},
    json: {help: 'one line of JSON a query: {query, suggestion, results}'},
  },
  notes: '- reads one query a line from standard input. Words of QUERY need no quotation marks.',
  async run(args, io) {
    const limit = Number(args.option('limit'))
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit needs a whole number above 0')
    const options: SearchOptions = {limit, exact: args.has('exact')}
    const kind = args.option('kind')
    if (kind !== undefined) options.kinds = kind.split(',').map((one) => choice('--kind', KINDS, one))
    const status = args.option('status')
    if (status !== undefined) options.statuses = [choice('--status', STATUSES, status)]
    // Loaded here, so that the help of the program does not wait for it.
    const {openIndex, regionsOf} = await import('./lib/search-index.ts')
    const dist = args.option('out') ?? 'dist'
    const region = args.option('region')
    if (region !== undefined) options.regions = regionsOf(dist, region)
    const searcher = openIndex(dist)
    const print = (query: string) => {
      const answer = searcher.search(query, options)
      io.stdout.write(args.has('json') ? `${toJson(published(answer))}\n` : printable(listing(answer)))
    }
    if (args.positionals.length === 1 && args.positionals[0] === '-') {
      const lines = createInterface({input: Readable.from(io.stdin), crlfDelay: Infinity})
      for await (const line of lines) if (line.trim() !== '') print(line)
    } else {
      print(args.positionals.join(' '))
    }
    return EXIT_OK
  },
}

function choice<Value extends string>(option: string, values: readonly Value[], given: string): Value {
  const value = values.find((one) => one === given.trim())
  if (value === undefined) throw new UsageError(`${option} needs one of ${values.join(', ')}, not «${given}»`)
  return value
}

/** What the contract gives; marks for highlighting are the page's own. */
function published({query, suggestion, translated, results}: Answer) {
  return {query, suggestion, translated, results: results.map(({kind, id, title, url, score}) => ({kind, id, title, url, score}))}
}

function listing({query, suggestion, translated, results}: Answer): string {
  const words = translated.map(({from, to}) => `${from} → ${to}`).join(', ')
  const head =
    (words === '' ? '' : `${query}: searched for ${words}\n`) + (suggestion === null ? '' : `${query}: did you mean «${suggestion}»?\n`)
  if (results.length === 0) return `${head}${query}: nothing found\n`
  return head + results.map(({kind, id, title, url}) => `${kind.padEnd(8)}  ${id}  ${title}\n${' '.repeat(10)}${url}\n`).join('')
}
