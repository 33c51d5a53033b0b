/** Nothing is fetched: not in a build, not by a command. */
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach, beforeEach, describe, expect, inject, test} from 'vitest'

const GUARD = `--import=${pathToFileURL(resolve('test/support/no-network.ts')).href}`
/** A namespace of its own has no network at all: programs that are no Node are kept from it too, where the system allows this. */
const CUT_OFF = spawnSync('unshare', ['--map-root-user', '--net', 'true']).status === 0
/** The smallest source of the repository. */
const SOURCE = '2011-431.pdf.txt'

let folder: string
let log: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-network-'))
  log = join(folder, 'attempts')
})
afterEach(() => {
  rmSync(folder, {recursive: true, force: true})
})

const attempts = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [])

function run(args: string[], cutOff = CUT_OFF): {status: number | null; stderr: string} {
  const [program, ...rest] = cutOff ? ['unshare', '--map-root-user', '--net', process.execPath, ...args] : [process.execPath, ...args]
  const env = {...process.env, NODE_OPTIONS: GUARD, QYZMET_NETWORK_LOG: log, ASTRO_TELEMETRY_DISABLED: undefined}
  return spawnSync(program ?? '', rest, {env, encoding: 'utf8'})
}

describe('an attempt is noticed', () => {
  test.each([
    ['fetch', 'await fetch("https://example.org/")', /^(?:lookup|connect) example\.org$/u],
    ['fetch of an address', 'await fetch("http://192.0.2.1/")', /^connect 192\.0\.2\.1$/u],
    [
      'http',
      'await new Promise((done) => require("node:http").get("http://example.org/").on("error", done).on("close", done))',
      /example\.org/u,
    ],
    [
      'https',
      'await new Promise((done) => require("node:https").get("https://example.org/").on("error", done).on("close", done))',
      /example\.org/u,
    ],
    ['dns', 'await require("node:dns/promises").resolve4("example.org")', /^resolve4 example\.org$/u],
    ['a datagram', 'require("node:dgram").createSocket("udp4").send("x", 53, "192.0.2.1")', /^datagram 192\.0\.2\.1$/u],
    ['a program', 'require("node:child_process").spawnSync("curl", ["https://example.org/"])', /^run curl$/u],
    [
      'a process of a process',
      'require("node:child_process").spawnSync(process.execPath, ["--eval", "fetch(\'http://192.0.2.1/\')"])',
      /^connect 192\.0\.2\.1$/u,
    ],
    [
      'a thread',
      `const {Worker} = require("node:worker_threads"); new Worker(new URL("data:text/javascript,await fetch('http://192.0.2.1/')")).on("error", () => {})`,
      /^connect 192\.0\.2\.1$/u,
    ],
  ])('%s', (_, code, expected) => {
    run(['--eval', `(async () => { ${code} })().catch(() => {})`], false)
    expect(attempts()[0]).toMatch(expected)
  })

  test('this machine may be asked', () => {
    const code =
      'const s = require("node:http").createServer((q, r) => r.end("ok")).listen(0, "127.0.0.1", async () => { const a = await fetch(`http://127.0.0.1:${s.address().port}/`); process.exitCode = (await a.text()) === "ok" ? 0 : 1; s.close() })'
    expect(run(['--eval', code], false).status).toBe(0)
    expect(attempts()).toEqual([])
  })
})

test('a build asks nobody, and needs nobody', () => {
  mkdirSync(join(folder, 'sources'))
  cpSync(join('sources', SOURCE), join(folder, 'sources', SOURCE))
  const {status, stderr} = run(['scripts/qyzmet.mjs', 'build', '--sources', join(folder, 'sources'), '--out', join(folder, 'dist')])
  expect(stderr).toContain('pages in')
  expect(status).toBe(0)
  expect(attempts()).toEqual([])
})

test.each([
  ['search', ['search', 'мұрағаттық анықтама']],
  ['form', ['form', '--list']],
  ['check', ['check']],
])('%s asks nobody', (_, args) => {
  const dist = args[0] === 'check' ? [] : [args[0] === 'search' ? '--out' : '--dist', inject('dist')]
  const {status, stderr} = run(['scripts/qyzmet.mjs', ...args, ...dist])
  expect({status, stderr: status === 0 ? '' : stderr}).toEqual({status: 0, stderr: ''})
  expect(attempts()).toEqual([])
})
