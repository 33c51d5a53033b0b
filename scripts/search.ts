/** `qyzmet search`: the site's own index, from the terminal. */
import {createInterface} from 'node:readline'
import {Readable} from 'node:stream'
import type {Answer} from '../site/search/searcher.ts'
import {COMMON_OPTIONS, EXIT_OK, UsageError} from './lib/command.ts'
import type {Command} from './lib/command.ts'

/** Results shown where --limit does not say otherwise. */
const LIMIT = 10

export const command: Command = {
  name: 'search',
  summary: 'Searches standards, points, offices and forms of a finished build.',
  operands: 'QUERY|-',
  arity: [1, Infinity],
  options: {
    out: COMMON_OPTIONS.out,
    limit: {value: 'N', default: String(LIMIT), help: 'results for a query'},
    json: {help: 'one line of JSON a query: {query, suggestion, results}'},
  },
  notes: '- reads one query a line from standard input. Words of QUERY need no quotation marks.',
  async run(args, io) {
    const limit = Number(args.option('limit'))
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit needs a whole number above 0')
    // Loaded here, so that the help of the program does not wait for it.
    const {openIndex} = await import('./lib/search-index.ts')
    const searcher = await openIndex(args.option('out') ?? 'dist')
    const print = (query: string) => {
      const answer = searcher.search(query, {limit})
      io.stdout.write(args.has('json') ? `${JSON.stringify(published(answer))}\n` : listing(answer))
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

/** What the contract gives; marks for highlighting are the page's own. */
function published({query, suggestion, results}: Answer) {
  return {query, suggestion, results: results.map(({kind, id, title, url, score}) => ({kind, id, title, url, score}))}
}

function listing({query, suggestion, results}: Answer): string {
  const head = suggestion === null ? '' : `${query}: did you mean «${suggestion}»?\n`
  if (results.length === 0) return `${head}${query}: nothing found\n`
  return head + results.map(({kind, id, title, url}) => `${kind.padEnd(8)}  ${id}  ${title}\n${' '.repeat(10)}${url}\n`).join('')
}
