/** `qyzmet parse`: one source → its published form, on standard output. */
import {InputFormatName} from '../parser/model/index.ts'
import {COMMON_OPTIONS, CONFIRMATION, EXIT_INPUT, EXIT_OK, formatDiagnostic, UsageError} from './lib/command.ts'
import type {Command} from './lib/command.ts'
import {isError, isReadingDoubt} from './lib/diagnostics.ts'
import {parseFile} from './lib/file.ts'
import {counted, Progress} from './lib/progress.ts'
import {suggest} from './lib/suggest.ts'

export const command: Command = {
  name: 'parse',
  summary: 'Parses one source and prints {resolution, standards, amendments, diagnostics, coverage} as JSON.',
  operands: 'FILE|-',
  arity: [1, 1],
  options: {
    format: {value: 'NAME', help: `${InputFormatName.options.join(', ')}: where it can't be detected`},
    sources: COMMON_OPTIONS.sources,
    json: {help: 'accepted for symmetry: the output is JSON anyway'},
  },
  notes:
    '- reads standard input, so that the command can stand in a pipe. Words and places are learned from the source itself and\n' +
    'from the sources folder, if there is one. Exit code 1 where the source has errors; what could be read is printed all the same.\n' +
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
    const [path = '-'] = args.positionals
    const request = {path, sources: args.option('sources') ?? 'sources', ...(format.data ? {format: format.data} : {})}
    const {result, problems} = await parseFile(request, io, progress)
    for (const problem of problems) progress.say(formatDiagnostic(problem))
    if (!result) return EXIT_INPUT
    const {resolution, standards, amendments, diagnostics, coverage} = result
    io.stdout.write(`${JSON.stringify({resolution, standards, amendments, diagnostics, coverage}, null, 2)}\n`)
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
