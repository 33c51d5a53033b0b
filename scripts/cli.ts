/** `qyzmet`: finds the subcommand, runs it, turns its end into an exit code. */
import {constants} from 'node:os'
import {
  columns,
  EXIT_INPUT,
  EXIT_OK,
  EXIT_USAGE,
  formatDiagnostic,
  helpText,
  InputError,
  printable,
  readArguments,
  reason,
  UsageError,
} from './lib/command.ts'
import type {Command, Io} from './lib/command.ts'
import {runCleanups} from './lib/cleanup.ts'
import {suggest} from './lib/suggest.ts'

/** Loaded when they are called, so that `qyzmet search` does not wait for the site builder. */
const COMMANDS: Record<string, () => Promise<{command: Command}>> = {
  build: () => import('./build.ts'),
  check: () => import('./check.ts'),
  parse: () => import('./parse.ts'),
  learn: () => import('./learn.ts'),
  compare: () => import('./compare.ts'),
  amend: () => import('./amend.ts'),
  search: () => import('./search.ts'),
  form: () => import('./form.ts'),
  report: () => import('./report.ts'),
  verify: () => import('./verify.ts'),
}

/** Runs the command named by `argv` (without node and script); the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      const text = await overview()
      if (name === undefined) {
        io.stderr.write(text)
        return EXIT_USAGE
      }
      io.stdout.write(text)
      return EXIT_OK
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
    if (!load) {
      const known = name.startsWith('-') ? ['--help'] : Object.keys(COMMANDS)
      throw new UsageError(`unknown ${name.startsWith('-') ? 'option' : 'command'} «${name}»${suggest(name, known)}`)
    }
    const {command} = await load()
    const args = readArguments(command, rest)
    if (args.has('help')) {
      io.stdout.write(helpText(command))
      return EXIT_OK
    }
    return await command.run(args, io)
  } catch (error) {
    if (error instanceof UsageError) {
      const help = name !== undefined && Object.hasOwn(COMMANDS, name) ? `qyzmet ${name} --help` : 'qyzmet --help'
      io.stderr.write(printable(`qyzmet: ${error.message}\nSee ${help}.\n`))
      return EXIT_USAGE
    }
    if (error instanceof InputError) {
      for (const problem of error.problems) io.stderr.write(`${formatDiagnostic(problem)}\n`)
      return EXIT_INPUT
    }
    const message = error instanceof Error && io.env['DEBUG'] !== undefined ? (error.stack ?? error.message) : reason(error)
    io.stderr.write(printable(`qyzmet: ${message}\n`))
    return EXIT_INPUT
  }
}

async function overview(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]): Promise<[string, string]> => [name, (await load()).command.summary]),
  )
  return `Usage: qyzmet COMMAND [options]\n\nPublic service standards of Kazakhstan: from official texts to a site, forms, reports and open data.\n\nCommands:\n${columns(rows)}\nqyzmet COMMAND --help tells more. Results go to standard output, messages to standard error.\nExit codes: 0 done, 1 the input has errors, 2 wrong usage.\n`
}

/** The program itself: arguments, streams and signals of this process. */
export async function start(): Promise<void> {
  const stop = (signal: NodeJS.Signals) => {
    runCleanups()
    process.exit(128 + constants.signals[signal])
  }
  if (process.env['QYZMET_LAUNCHED'] !== undefined) {
    // The launcher was killed outright: whoever started it takes this for stopped, so it must not put a new site up later.
    const orphaned = () => {
      stop('SIGHUP')
    }
    if (process.connected === false) orphaned()
    process.once('disconnect', orphaned)
    // Waiting for the launcher's end is no reason to go on.
    process.channel?.unref()
  }
  // The reader of a pipe may leave early (`| head`); that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT_OK)
    runCleanups()
    process.stderr.write(`qyzmet: the result can't be written: ${reason(error)}\n`)
    process.exit(EXIT_INPUT)
  })
  // Nobody reads the messages any more: the work goes on without them.
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stop(signal)
    })
  }
  const io: Io = {stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, env: process.env}
  process.exitCode = await main(process.argv.slice(2), io)
}
