/** What all subcommands share: how a command is described, how its arguments are read, how it ends. */
import {parseArgs} from 'node:util'
import {revealed} from '../../parser/language/hidden-characters.ts'
import type {Diagnostic} from '../../parser/model/index.ts'
import {suggest} from './suggest.ts'

export const EXIT_OK = 0
/** The input has errors. */
export const EXIT_INPUT = 1
/** The command was called wrongly. */
export const EXIT_USAGE = 2

/** The world outside, so that tests can stand in for it. */
export interface Io {
  stdin: AsyncIterable<Uint8Array | string>
  stdout: {write(text: string | Uint8Array): unknown}
  stderr: {write(text: string): unknown; isTTY?: boolean; columns?: number}
  env: Record<string, string | undefined>
}

export interface Option {
  /** Name of the value in the help, `DIR`; left out for a switch. */
  value?: string
  default?: string
  /** One line of help. */
  help: string
}

export interface Arguments {
  positionals: string[]
  /** The value of an option that has a default or was given. */
  option(name: string): string | undefined
  /** Whether a switch was given. */
  has(name: string): boolean
}

export interface Command {
  name: string
  /** One line for the list of commands. */
  summary: string
  /** What follows the command's name: `FILE|-`. */
  operands: string
  /** Least and greatest number of operands. */
  arity: readonly [least: number, most: number]
  options: Record<string, Option>
  /** More help: what it prints, examples. */
  notes?: string
  /** Does the work; the exit code. Throws UsageError and InputError. */
  run(args: Arguments, io: Io): Promise<number>
}

/** Wrong usage: exit 2, with a pointer to the help. */
export class UsageError extends Error {}

/** Errors in the input: exit 1, each with its file and line. */
export class InputError extends Error {
  readonly problems: readonly Diagnostic[]

  constructor(problems: readonly Diagnostic[]) {
    super(problems.map(formatDiagnostic).join('\n'))
    this.problems = problems
  }
}

/** Options that most commands have. */
export const COMMON_OPTIONS = {
  sources: {value: 'DIR', default: 'sources', help: 'folder of the source texts and their manifest.yaml'},
  out: {value: 'PATH', default: 'dist', help: 'where the finished site and data are, or go'},
  json: {help: 'machine-readable output'},
} satisfies Record<string, Option>

/** Help of the commands that read sources. */
export const CONFIRMATION =
  'A source that seems to be cut off is an error, unless the manifest of the sources folder has an entry with its checksum.'

const HELP: Option = {help: 'this help'}

/**
 * Reads the arguments of a command.
 *
 * @throws UsageError for an unknown option, a missing or unwanted value, too few or too many operands
 */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options: Record<string, Option> = {...command.options, help: HELP}
  const {tokens} = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(
        Object.entries(options).map(([name, option]) => [name, {type: option.value === undefined ? 'boolean' : 'string'}] as const),
      ),
      help: {type: 'boolean', short: 'h'},
    },
  })
  const values = new Map<string, string | true>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!option) throw new UsageError(`unknown option ${token.rawName}${suggest(token.name, Object.keys(options), '--')}`)
    if (option.value === undefined && token.value !== undefined) throw new UsageError(`${token.rawName} takes no value`)
    if (option.value !== undefined && (token.value === undefined || (token.inlineValue !== true && token.value.startsWith('--')))) {
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${option.value}`)
    }
    if (token.value === '') throw new UsageError(`${token.rawName} has an empty value`)
    values.set(token.name, token.value ?? true)
  }
  const args: Arguments = {
    positionals,
    option(name) {
      const value = values.get(name)
      return typeof value === 'string' ? value : options[name]?.default
    },
    has: (name) => values.has(name),
  }
  const [least, most] = command.arity
  if (!args.has('help') && (positionals.length < least || positionals.length > most)) {
    const wanted = command.operands === '' ? 'no operands' : command.operands
    throw new UsageError(`expected ${wanted}, got ${positionals.length === 0 ? 'nothing' : positionals.map((p) => `«${p}»`).join(' ')}`)
  }
  return args
}

/** The text that `qyzmet COMMAND --help` prints. */
export function helpText(command: Command): string {
  const rows = Object.entries({...command.options, help: HELP}).map(([name, option]): [string, string] => [
    `--${name}${option.value === undefined ? '' : ` ${option.value}`}`,
    option.help + (option.default === undefined ? '' : ` (default: ${option.default})`),
  ])
  const usage = ['qyzmet', command.name, '[options]', command.operands].filter((part) => part !== '').join(' ')
  const notes = command.notes === undefined ? '' : `\n${command.notes}\n`
  return `Usage: ${usage}\n\n${command.summary}\n\nOptions:\n${columns(rows)}${notes}`
}

/** Two columns, the first as wide as it needs to be. */
export function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${printable(left).padEnd(width)}  ${printable(right)}\n`).join('')
}

/** What a name or a text could do to a terminal: colours, a title, a line written over. */
const TERMINAL_CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu

/** A text for a terminal: nothing in it moves, colours or hides what stands there, or turns it round. */
export const printable = (text: string): string => revealed(text.replace(TERMINAL_CONTROL, '\ufffd'))

/** «sources/act.md:12: warning: … [repair/torn-word]» */
export function formatDiagnostic(problem: Diagnostic): string {
  const place = problem.line === null ? problem.file : `${problem.file}:${String(problem.line)}`
  return printable(`${place}: ${problem.severity}: ${problem.message} [${problem.rule}]`)
}

/** What the system says when it will not write, in words that tell what to do. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the system allows no file as large',
  EROFS: 'the disk can only be read',
  EACCES: 'this is not permitted',
  EPERM: 'this is not permitted',
  ENOTDIR: 'a part of the path is a file',
}

/** What an error says, for a message of our own. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const words = REFUSALS[(error as NodeJS.ErrnoException).code ?? '']
  return words === undefined ? error.message : `${words} (${error.message})`
}
