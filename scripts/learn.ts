/** `qyzmet learn`: what a collection teaches → a file for `qyzmet parse --knowledge`. */
import {writeFile} from 'node:fs/promises'
import {COMMON_OPTIONS, EXIT_OK, InputError} from './lib/command.ts'
import type {Command} from './lib/command.ts'
import {knowledgeText, learnFrom} from './lib/sources/knowledge.ts'
import {counted, Progress} from './lib/progress.ts'
import {readSources} from './lib/sources/sources.ts'

export const command: Command = {
  name: 'learn',
  summary: 'Writes what the sources teach of words and offices, for «qyzmet parse --knowledge» on many processes or machines.',
  operands: '',
  arity: [0, 0],
  options: {
    sources: COMMON_OPTIONS.sources,
    out: {value: 'FILE', default: '-', help: 'where to write; - for standard output'},
  },
  notes: 'A source read alone with this file gives what it gives in a build of the folder. The file is for the version that wrote it.',
  async run(args, io) {
    const progress = new Progress(io)
    const {inputs, diagnostics} = await readSources(args.option('sources') ?? 'sources')
    const errors = diagnostics.filter(({severity}) => severity === 'error')
    if (errors.length > 0) throw new InputError(errors)
    const learned = learnFrom(inputs, progress)
    const text = knowledgeText(learned)
    const out = args.option('out') ?? '-'
    if (out === '-') io.stdout.write(text)
    else await writeFile(out, text)
    const {words, tables} = learned.knowledge
    progress.say(
      `${counted(inputs.length, 'source')}: ${counted(words.words.size, 'word')}, ${counted(words.pairs.size, 'pair')}, ${counted(tables.names.size, 'office name')}`,
    )
    return EXIT_OK
  },
}
