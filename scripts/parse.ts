/** `qyzmet parse`: one source → its published form, on standard output; or a stream of them, record by record. */
import {toJson} from '../parser/language/hidden-characters.ts'
import {InputFormatName} from '../parser/model/index.ts'
import {COMMON_OPTIONS, CONFIRMATION, EXIT_INPUT, EXIT_OK, formatDiagnostic, UsageError} from './lib/command.ts'
import type {Arguments, Command, Io} from './lib/command.ts'
import {isError, isReadingDoubt} from './lib/diagnostics.ts'
import {knownSources, parseFile} from './lib/sources/file.ts'
import {learnFrom, readKnowledge, type Learned} from './lib/sources/knowledge.ts'
import {counted, Progress} from './lib/progress.ts'
import {parseRecords, RECORD_KINDS} from './lib/sources/records.ts'
import {suggest} from './lib/suggest.ts'

export const command: Command = {
  name: 'parse',
  summary: 'Parses one source and prints {resolution, standards, amendments, diagnostics, coverage} as JSON.',
  operands: 'FILE|-',
  arity: [0, 1],
  options: {
    format: {value: 'NAME', help: `${InputFormatName.options.join(', ')}: where it can't be detected`},
    sources: COMMON_OPTIONS.sources,
    knowledge: {value: 'FILE', help: 'what «qyzmet learn» wrote, read in place of the sources folder'},
    records: {value: 'KIND', help: `a record a line from standard input, a line of JSON for each: ${RECORD_KINDS.join(', ')}`},
    json: {help: 'accepted for symmetry: the output is JSON anyway'},
  },
  notes:
    '- reads standard input, so that the command can stand in a pipe. Words and places are learned from the source itself and\n' +
    'from the sources folder, if there is one. Exit code 1 where the source has errors; what could be read is printed all the same.\n' +
    'With --records paths each line names a file; with --records json it is {"file": NAME, "text": TEXT}, or "base64" for "text", and\n' +
    'may say "format". Lines come out in the order of the records, {"file": NAME, "error": REASON} where one can\'t be read, and the\n' +
    'exit code is 0 when each record has its line. For GNU parallel, Spark and Hadoop: docs/scale.md.\n' +
    CONFIRMATION,
  async run(args, io) {
    const progress = new Progress(io)
    const name = args.option('format')
    const format = InputFormatName.optional().safeParse(name)
    if (!format.success) {
      throw new UsageError(
        `unknown format «${name ?? ''}»${suggest(name ?? '', InputFormatName.options)} (${InputFormatName.options.join(', ')})`,
      )
    }
    const records = args.option('records')
    if (records !== undefined) return readRecords(records, format.data, args, io)
    const [path] = args.positionals
    if (path === undefined) throw new UsageError('expected FILE|-, got nothing')
    const knowledge = args.option('knowledge')
    const learned = knowledge === undefined ? undefined : await readKnowledge(knowledge)
    const request = {path, sources: args.option('sources') ?? 'sources', learned, ...(format.data ? {format: format.data} : {})}
    const {result, problems} = await parseFile(request, io, progress)
    for (const problem of problems) progress.say(formatDiagnostic(problem))
    if (!result) return EXIT_INPUT
    const {resolution, standards, amendments, diagnostics, coverage} = result
    io.stdout.write(`${toJson({resolution, standards, amendments, diagnostics, coverage}, 2)}\n`)
    const errors = diagnostics.filter(isError)
    for (const said of [...diagnostics.filter(isReadingDoubt), ...errors]) {
      progress.say(formatDiagnostic({...said, file: path === '-' ? said.file : path}))
    }
    const act = resolution ? `№ ${resolution.number} of ${resolution.date}` : 'no resolution'
    progress.say(
      `${act}, ${result.format ?? 'format unknown'}: ${counted(standards.length, 'standard')}, ${counted(amendments.length, 'amendment')}, ${counted(diagnostics.length, 'diagnostic')}`,
    )
    // The export of a standard holds no resolution.
    const hasResult = resolution !== null || (result.format === 'akn' && standards.length > 0)
    return errors.length > 0 || !hasResult ? EXIT_INPUT : EXIT_OK
  },
}

async function readRecords(kind: string, format: InputFormatName | undefined, args: Arguments, io: Io): Promise<number> {
  const known = RECORD_KINDS.find((name) => name === kind)
  if (!known) throw new UsageError(`unknown kind of records «${kind}»${suggest(kind, RECORD_KINDS)} (${RECORD_KINDS.join(', ')})`)
  if (args.positionals.length > 0) throw new UsageError(`records come from standard input, not from «${args.positionals.join(' ')}»`)
  const {records, errors} = await parseRecords(io, {kind: known, learned: await learnedFor(args, io), format})
  if (errors > 0) io.stderr.write(`${counted(records, 'record')}, ${String(errors)} of them not read: see their lines\n`)
  return EXIT_OK
}

/** What was learned: from the file, or else from the sources folder, if there is one. */
async function learnedFor(args: Arguments, io: Io): Promise<Learned> {
  const path = args.option('knowledge')
  if (path !== undefined) return readKnowledge(path)
  return learnFrom(await knownSources(args.option('sources') ?? 'sources'), new Progress(io))
}
