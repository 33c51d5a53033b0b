/** `qyzmet amend`: an amending act applied to a base. */
import {toJson} from '../parser/language/hidden-characters.ts'
import {stat} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {CannotAmend, consolidate, type AppliedInstruction, type Consolidation} from '../parser/amend/consolidate.ts'
import {learn, parse, type Knowledge, type SourceInput} from '../parser/index.ts'
import {COMMON_OPTIONS, EXIT_INPUT, EXIT_OK, InputError, UsageError, type Command, type Io} from './lib/command.ts'
import {writeOne} from './lib/forms/output.ts'
import {isSame, readAll} from './lib/sources/file.ts'
import {sourceOf} from './lib/sources/received.ts'
import {counted, Progress} from './lib/progress.ts'
import {readSource, readSources} from './lib/sources/sources.ts'

/** «2015-200» */
const ID = /^\d{4}-[\p{L}\d]+$/u

export const command: Command = {
  name: 'amend',
  summary: 'Applies an amending resolution to a base text: the consolidated text, and what could not be applied.',
  operands: 'BASE AMENDING',
  arity: [2, 2],
  options: {
    out: {value: 'PATH', default: '-', help: 'a file; - for standard output'},
    json: {help: '{instructions, resolution, standards} instead of the text'},
    sources: {...COMMON_OPTIONS.sources, help: 'where ids are looked up, and what words and places are learned from'},
  },
  notes:
    'BASE and AMENDING are files of any format that is read, or ids of resolutions in the sources folder (2015-200); one of\n' +
    'the two may be - for standard input. The consolidated text has the format of BASE: what is not amended stays as it is.\n' +
    'Each instruction is applied exactly or refused with the reason, on standard error (with --json in the data).\n' +
    'Exit code 1 where an instruction was refused; the text with all others applied is written all the same.',
  async run(args, io) {
    const progress = new Progress(io)
    const [baseName = '', amendingName = ''] = args.positionals
    if (baseName === '-' && amendingName === '-') throw new UsageError('standard input can be one of the two only')
    progress.begin('read')
    const known = await knownSources(args.option('sources') ?? 'sources')
    const base = await readInput(baseName, known, io)
    const amending = await readInput(amendingName, known, io)
    progress.begin('learn')
    const own = [base, amending]
    const knowledge = learn([...known.filter((one) => !own.some((input) => isSame(input.bytes, one.bytes))), ...own])
    progress.begin('apply')
    const result = run(base, amending, knowledge)
    progress.end()
    const text = args.has('json') ? `${toJson(published(result, base), 2)}\n` : result.text
    const out = args.option('out') ?? '-'
    if (out === '-') io.stdout.write(text)
    else await writeOne(out, new TextEncoder().encode(text))
    const refused = result.instructions.filter(({status}) => status === 'refused')
    for (const instruction of result.instructions) progress.say(lineOf(instruction, amending.file))
    progress.say(`${counted(result.instructions.length - refused.length, 'instruction')} applied, ${String(refused.length)} refused`)
    if (result.instructions.length === 0) progress.say(`${amending.file}: no amending instructions were found`)
    return refused.length > 0 || result.instructions.length === 0 ? EXIT_INPUT : EXIT_OK
  },
}

function run(base: SourceInput, amending: SourceInput, knowledge: Knowledge): Consolidation {
  try {
    return consolidate(base, amending, knowledge)
  } catch (error) {
    if (!(error instanceof CannotAmend)) throw error
    const file = error.message.startsWith(amending.file) ? amending.file : base.file
    throw new InputError([{file, line: null, rule: 'amend/not-possible', severity: 'error', message: error.message}])
  }
}

function published({instructions, parsed, text, format}: Consolidation, base: SourceInput) {
  const input: SourceInput = {file: base.file, bytes: new TextEncoder().encode(text)}
  const resolution = parsed.resolution ? {...parsed.resolution, source: sourceOf(input, format)} : null
  return {instructions, resolution, standards: parsed.standards}
}

/** «amending.md:15: applied: 1.1) 2-тармақ (restate)» */
function lineOf({status, reason, remarks, item, target, action, lines}: AppliedInstruction, file: string): string {
  const what = [item, [target.standard === null ? '' : `«${target.standard}»`, target.place].filter(Boolean).join(', '), `(${action})`]
    .filter(Boolean)
    .join(' ')
  const why = [reason ?? '', ...remarks].filter(Boolean).join('; ')
  return `${file}:${String(lines[0])}: ${status}: ${what}${why === '' ? '' : ` – ${why}`}`
}

async function knownSources(folder: string): Promise<SourceInput[]> {
  const exists = await stat(folder).catch(() => null)
  return exists?.isDirectory() === true ? (await readSources(folder)).inputs : []
}

/**
 * A file, standard input, or a resolution of the sources folder by its id.
 *
 * @throws UsageError where there is neither; InputError where the file can't be read
 */
async function readInput(name: string, known: readonly SourceInput[], io: Io): Promise<SourceInput> {
  if (name === '-') return {file: 'stdin', bytes: await readAll(io.stdin)}
  const info = await stat(name).catch(() => null)
  if (info?.isDirectory() === true) throw new UsageError(`${name} is a folder; name a file or an id`)
  if (info) {
    const problems: ConstructorParameters<typeof InputError>[0][number][] = []
    const bytes = await readSource(name, problems)
    if (!bytes) throw new InputError(problems)
    const twin = known.find((one) => isSame(one.bytes, bytes))
    return {
      file: basename(name),
      bytes,
      ...(twin?.format ? {format: twin.format} : {}),
      ...(twin?.manifest ? {manifest: twin.manifest} : {}),
    }
  }
  const found = ID.test(name) ? byId(name, known) : null
  if (!found)
    throw new UsageError(`there is no file ${join('.', name)}${ID.test(name) ? ', nor a resolution of this id among the sources' : ''}`)
  return found
}

/** The latest edition of a resolution among the sources. */
function byId(id: string, known: readonly SourceInput[]): SourceInput | null {
  const named = known
    .filter(({manifest}) => manifest && `${manifest.act.date.slice(0, 4)}-${manifest.act.number}` === id)
    .sort((a, b) => (a.manifest!.edition < b.manifest!.edition ? 1 : -1))
  if (named[0]) return named[0]
  return known.filter(({manifest}) => !manifest).find((input) => parse(input).resolution?.id === id) ?? null
}
