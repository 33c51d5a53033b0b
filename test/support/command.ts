import {main} from '../../scripts/cli.ts'

export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

/** Runs a `qyzmet` command line in this process. */
export async function qyzmet(
  argv: string[],
  {stdin = '', env = {}, isTTY = false}: {stdin?: string | Uint8Array; env?: Record<string, string>; isTTY?: boolean} = {},
): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  const code = await main(argv, {
    stdin: (async function* () {
      await Promise.resolve()
      yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin
    })(),
    stdout: {write: (text: string | Uint8Array) => (stdout += typeof text === 'string' ? text : Buffer.from(text).toString('latin1'))},
    stderr: {write: (text: string) => (stderr += text), isTTY},
    env: {PATH: process.env['PATH'], ...env},
  })
  return {code, stdout, stderr}
}
