/** `qyzmet verify`: whether a published copy is as it was made. */
import {toJson} from '../parser/language/hidden-characters.ts'
import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {CHECKSUMS_FILE, verifyFolder} from './lib/finish/checksums.ts'
import {COMMON_OPTIONS, EXIT_INPUT, EXIT_OK, formatDiagnostic, InputError, reason, UsageError} from './lib/command.ts'
import type {Command} from './lib/command.ts'
import {counted} from './lib/progress.ts'

const SUM = /^[0-9a-f]{64}$/iu

export const command: Command = {
  name: 'verify',
  summary: 'Says whether a finished site, or a copy of it, is untouched.',
  operands: '[DIST]',
  arity: [0, 1],
  options: {
    sum: {value: 'SHA256', help: `checksum that ${CHECKSUMS_FILE} itself must have, as its publisher names it`},
    json: {help: 'print {whole, files, manifest, expected, changed, missing, added} as JSON'},
  },
  notes:
    `Every file of DIST (default: ${COMMON_OPTIONS.out.default}) is compared with ${CHECKSUMS_FILE} in it: changed, missing and added files are listed,\n` +
    'and the exit code is 1 when there is one. Works on a build, on a copy of it and on the folder of the archive for a stick.\n' +
    'Whoever can change the files can change the list of checksums as well: its own checksum, which build and verify print,\n' +
    'should be published elsewhere and given with --sum. `sha256sum -c` reads the list too.',
  async run(args, io) {
    const folder = args.positionals[0] ?? COMMON_OPTIONS.out.default
    const sum = args.option('sum')?.toLowerCase()
    if (sum !== undefined && !SUM.test(sum)) throw new UsageError(`--sum needs 64 hexadecimal digits`)
    const exists = await stat(folder).catch(() => null)
    if (exists?.isDirectory() !== true) throw fail(folder, 'there is no such folder; name the folder of a finished site')
    const found = verify(folder)
    const expected = sum === undefined ? null : sum === found.manifest
    const whole = expected !== false && [found.changed, found.missing, found.added].every((paths) => paths.length === 0)
    if (args.has('json')) {
      io.stdout.write(`${toJson({whole, expected, ...found}, 2)}\n`)
    } else {
      for (const kind of ['changed', 'missing', 'added'] as const) {
        for (const path of found[kind]) io.stdout.write(`${kind}: ${printable(path)}\n`)
      }
      io.stdout.write(`${CHECKSUMS_FILE}: sha256 ${found.manifest}\n`)
    }
    if (expected === false) {
      io.stderr.write(`${formatDiagnostic(problem(join(folder, CHECKSUMS_FILE), 'its checksum is not the one given with --sum'))}\n`)
    }
    const numbers = `${String(found.changed.length)} changed, ${String(found.missing.length)} missing, ${String(found.added.length)} added`
    io.stderr.write(whole ? `untouched: ${counted(found.files, 'file')} as they were made\n` : `not as it was made: ${numbers}\n`)
    return whole ? EXIT_OK : EXIT_INPUT
  },
}

function verify(folder: string): ReturnType<typeof verifyFolder> {
  try {
    return verifyFolder(folder)
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw fail(
      join(folder, CHECKSUMS_FILE),
      absent ? 'there is no list of checksums here; name the folder of a finished site' : `can't be compared: ${reason(error)}`,
    )
  }
}

/** A name that somebody has put there could drive the terminal. */
const printable = (path: string): string => (/[^\P{C}]/u.test(path) ? JSON.stringify(path).replace(/[^\P{C}]/gu, '\ufffd') : path)

const problem = (file: string, message: string) => ({file, line: null, rule: 'verify/manifest', severity: 'error', message}) as const

const fail = (file: string, message: string): InputError => new InputError([problem(file, message)])
