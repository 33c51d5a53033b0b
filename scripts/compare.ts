/** `qyzmet compare`: what differs between two editions, two standards or two acts. */
import {toJson} from '../parser/language/hidden-characters.ts'
import {comparisonOf, pairParts, withoutTypographic, type Pair} from '../parser/compare/index.ts'
import {loadComparePage} from '../templates/assets.ts'
import {compareHtml} from '../templates/compare/html.ts'
import {compareMarkdown} from '../templates/compare/markdown.ts'
import {dateOf} from '../parser/language/months.ts'
import {COMMON_OPTIONS, EXIT_OK, UsageError} from './lib/command.ts'
import type {Command} from './lib/command.ts'
import {documentsOf, readSide, type Side} from './lib/compare-sides.ts'
import {counted, Progress} from './lib/progress.ts'
import {writeOne} from './lib/forms/output.ts'
import {suggest} from './lib/suggest.ts'

const FORMATS = ['html', 'docx', 'md', 'json'] as const
type Format = (typeof FORMATS)[number]

export const command: Command = {
  name: 'compare',
  summary: 'Shows what differs between two editions, standards or resolutions.',
  operands: 'OLD NEW',
  arity: [2, 2],
  options: {
    format: {value: 'NAME', default: 'md', help: `${FORMATS.join(', ')}; docx is the comparative table`},
    'hide-typographic': {help: 'leave out differences of letters that look alike, case, spaces, quotation marks and dashes'},
    out: {value: 'PATH', default: '-', help: 'a file; - for standard output'},
    dist: {value: 'DIR', default: 'dist', help: 'the finished build that ids are looked up in'},
    sources: {...COMMON_OPTIONS.sources, help: 'where ids are looked up when there is no build, and what files are read with'},
    json: {help: 'the same as --format json'},
  },
  notes:
    'OLD and NEW are ids of standards (2015-200-2) or resolutions (2015-200), editions (2015-200@2015-10-09), or files:\n' +
    'texts of any format that is read, or published JSON. Both must be standards, or both resolutions.\n\n' +
    'Examples:\n' +
    '  qyzmet compare 2015-100-3 2015-100-5\n' +
    '  qyzmet compare 2015-200@2015-10-09 2015-200 --format docx --out table.docx\n' +
    '  qyzmet compare old.md new.pdf.txt --format html --out changes.html',
  async run(args, io) {
    const format = args.has('json') ? 'json' : (args.option('format') ?? 'md')
    if (!isFormat(format)) throw new UsageError(`unknown format «${format}»${suggest(format, FORMATS)} (${FORMATS.join(', ')})`)
    const [oldName = '', newName = ''] = args.positionals
    if (oldName === '-' && newName === '-') throw new UsageError('standard input can be one of the two sides only')
    const progress = new Progress(io)
    const places = {dist: args.option('dist') ?? 'dist', sources: args.option('sources') ?? 'sources'}
    const old = await readSide(oldName, places, io, progress)
    const now = await readSide(newName, places, io, progress)
    const documents = documentsOf(old, now)
    progress.begin('compare')
    const pair = pairParts(documents.old, documents.now)
    const hideTypographic = args.has('hide-typographic')
    const bytes = await rendered(format, pair, old, now, hideTypographic)
    progress.end()
    const out = args.option('out') ?? '-'
    if (out === '-') io.stdout.write(bytes)
    else await writeOne(out, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
    progress.say(`${documents.old.id} – ${documents.now.id}: ${counted(comparisonOf(pair).changes.length, 'change')}`)
    return EXIT_OK
  },
}

function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name)
}

async function rendered(format: Format, pair: Pair, old: Side, now: Side, hideTypographic: boolean): Promise<string | Uint8Array> {
  const labels = {oldLabel: labelOf(old), newLabel: labelOf(now)}
  switch (format) {
    case 'json': {
      const comparison = comparisonOf(pair)
      return `${toJson(hideTypographic ? withoutTypographic(comparison) : comparison, 2)}\n`
    }
    case 'md':
      return compareMarkdown(pair, {hideTypographic})
    case 'html':
      return compareHtml(pair, {page: loadComparePage(), hideTypographic, status: statusOf(old, now), ...labels})
    case 'docx': {
      // A library of some size, which the other formats do without.
      const {compareDocx} = await import('../templates/compare/docx.ts')
      return compareDocx(pair, {hideTypographic, date: now.edition, ...labels})
    }
  }
}

/** «2012 жылғы 9 қазандағы № 1278 қаулы» */
function labelOf({resolution, edition}: Side): string {
  const act = `${dateOf(resolution.date)} № ${resolution.number} қаулы`
  return edition === resolution.date ? act : `${act} (${dateOf(edition)} редакция)`
}

function statusOf(old: Side, now: Side): string | null {
  const repealed = [old, now].every(({resolution}) => resolution.status === 'repealed')
  return repealed ? 'Екі мәтіннің де күші жойылған. Анықтама үшін сақталған.' : null
}
