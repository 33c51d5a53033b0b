/** `qyzmet check`: what the parser doubted, and the proof that it lost nothing. */
import {toJson} from '../parser/language/hidden-characters.ts'
import {dirname} from 'node:path'
import type {Coverage, Diagnostic} from '../parser/model/index.ts'
import {COMMON_OPTIONS, CONFIRMATION, EXIT_INPUT, EXIT_OK, formatDiagnostic} from './lib/command.ts'
import type {Command} from './lib/command.ts'
import {coverageTable, isError, located, ruleTable} from './lib/diagnostics.ts'
import {parseFile} from './lib/sources/file.ts'
import {readModel} from './lib/sources/pipeline.ts'
import {counted, Progress} from './lib/progress.ts'

export const command: Command = {
  name: 'check',
  summary: 'Parses sources and prints what is doubtful in them, with file and line, and the coverage table.',
  operands: '[FILE…]',
  arity: [0, Infinity],
  options: {
    sources: COMMON_OPTIONS.sources,
    remarks: {help: 'print remarks too: what was repaired, what was taken for what'},
    json: {help: 'print {diagnostics, coverage} as JSON'},
  },
  notes:
    'Without FILE, the whole sources folder is checked, its manifest included. Exit code 1 where there are errors; doubts are no errors.\n' +
    CONFIRMATION,
  async run(args, io) {
    const progress = new Progress(io)
    const folder = args.option('sources') ?? 'sources'
    const diagnostics: Diagnostic[] = []
    const coverage: Coverage[] = []
    if (args.positionals.length === 0) {
      const {model, problems} = await readModel(folder, progress)
      diagnostics.push(...problems, ...located(model.diagnostics, folder))
      coverage.push(...model.coverage)
    }
    for (const path of args.positionals) {
      const {problems, result} = await parseFile({path, sources: folder}, io, progress)
      diagnostics.push(...problems, ...(result ? located(result.diagnostics, dirname(path)) : []))
      if (result) coverage.push(result.coverage)
    }
    const shown = args.has('remarks') ? diagnostics : diagnostics.filter(({severity}) => severity !== 'info')
    if (args.has('json')) {
      io.stdout.write(`${toJson({diagnostics, coverage}, 2)}\n`)
    } else {
      for (const diagnostic of shown) io.stdout.write(`${formatDiagnostic(diagnostic)}\n`)
      const rules = ruleTable(diagnostics)
      if (rules !== '') io.stdout.write(`${shown.length > 0 ? '\n' : ''}${rules}\n`)
      if (coverage.length > 0) io.stdout.write(coverageTable(coverage))
    }
    const errors = diagnostics.filter(isError).length
    const doubts = diagnostics.filter(({severity}) => severity === 'warning').length
    const remarks = diagnostics.length - shown.length
    progress.say(
      `${counted(coverage.length, 'source')}, ${counted(errors, 'error')}, ${counted(doubts, 'doubt')}${remarks === 0 ? '' : `, ${counted(remarks, 'remark')} (--remarks shows them)`}`,
    )
    return errors > 0 ? EXIT_INPUT : EXIT_OK
  },
}
