/** Options of the programs that try and measure, which are no subcommands of `qyzmet`: `--help`, and what is wrong with them. */
import {parseArgs} from 'node:util'
import type {ParseArgsConfig} from 'node:util'

const HELP = {type: 'boolean', short: 'h', default: false} as const

type Parsed<Options extends NonNullable<ParseArgsConfig['options']>> = ReturnType<
  typeof parseArgs<{options: Options; allowPositionals: true}>
>

/**
 * Reads the arguments of the program.
 *
 * Ends it with 0 after `--help`, with 2 after an option it does not have, or an operand where it takes none.
 *
 * @param help what is printed: usage, options, exit codes
 */
export function trialOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  help: string,
  options: Options,
  takes: {operands: boolean} = {operands: false},
): Parsed<Options> {
  const text = `${help.trim()}\n`
  try {
    const parsed = parseArgs({options: {...options, help: HELP}, allowPositionals: takes.operands})
    if ((parsed.values as {help?: boolean}).help === true) {
      process.stdout.write(text)
      process.exit(0)
    }
    return parsed as unknown as Parsed<Options>
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${text}`)
    process.exit(2)
  }
}
