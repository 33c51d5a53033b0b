/**
 * The pages, made in two steps, each in a process of its own: its memory and its console are not ours.
 *
 * Astro compiles them, once a version of the program; then the data are laid out with what it has made (process.ts).
 */
import {spawn} from 'node:child_process'
import {rmSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {keyOf, openCache, programVersion} from '../cache.ts'
import type {Cache} from '../cache.ts'
import {onStop} from '../cleanup.ts'
import {packFolder, unpackFolder} from './folder-blob.ts'
import {PROJECT} from '../supply/lockfile.ts'
import {isAlive} from '../output.ts'
import type {PageOrder, PageRecord} from './making.ts'
import {MADE_FILE} from './process.ts'
import type {PageProgress} from './process.ts'

/** Preloaded into the processes. */
const PEAK_MEMORY = new URL('../peak-memory.ts', import.meta.url).href
const PAGE_PROCESS = fileURLToPath(new URL('./process.ts', import.meta.url))
/** Of what a page leaves behind little is kept waiting for the garbage collector: a third less memory with two threads, and no slower. */
const LITTLE_MEMORY = ['--max-semi-space-size=8']
const COLOUR = /\u001b\[[\d;]*m/gu
/** Lines of a process's output that are shown when it fails. */
const LAST_LINES = 40
/** What decides the pages, but the data. */
const PROGRAM = ['site', 'templates', 'parser', 'scripts/lib']
const CONFIGURATION = 'astro.config.mjs'
/** Stage of the store that holds the compiled pages. */
const COMPILED_STAGE = 'compiled'
/** Folders of the compiled pages and of what goes out with them, and the list of packages in the scripts. */
const COMPILED = 'compiled'
const CLIENT = 'client'
const BUNDLED = 'bundled.json'

export interface SiteBuild {
  /** The finished dist/data. */
  data: string
  /** Where the pages go; nothing else may be in it. */
  out: string
  /** Existing folder for what the builder writes on the side; it must stay until the site is finished. */
  scratch: string
  /** Environment, SOURCE_DATE_EPOCH included. */
  env: Record<string, string | undefined>
  /** What earlier builds made. */
  cache?: Cache
  /** Threads that make pages. */
  jobs?: number
}

export interface BuiltSite {
  /** Number of pages. */
  pages: number
  /** How many files of pages earlier builds have left, unchanged. */
  kept: number
  /** Greatest resident memory of the processes in bytes. */
  peakMemory: number
  /** Packages that are in the scripts. */
  bundled: string[]
  /** The files of the pages, for `finishSite`. */
  records: PageRecord[]
}

/**
 * Builds the pages.
 *
 * @param onPage called with the number of pages so far
 * @throws Error with the end of the output where it fails: the address of the page and the source of the fault
 */
export async function buildSite(
  {data, out, scratch, env, cache = openCache(null), jobs = 1}: SiteBuild,
  onPage: (pages: number) => void,
): Promise<BuiltSite> {
  const version = keyOf(programVersion(PROGRAM), await readFile(join(PROJECT, CONFIGURATION)))
  const workshop = await openWorkshop()
  const removeWorkshop = () => {
    rmSync(workshop, {recursive: true, force: true, maxRetries: 5})
  }
  const off = onStop(removeWorkshop)
  try {
    const made = join(workshop, 'made')
    const packed = cache.read(COMPILED_STAGE, version)
    const peakMemory = packed ? 0 : await compile(made, workshop, scratch, env)
    if (packed) unpackFolder(packed, made)
    else if (cache.folder !== null) cache.write(COMPILED_STAGE, version, packFolder(made))

    const order: PageOrder = {
      compiled: join(made, COMPILED),
      client: join(made, CLIENT),
      out: resolve(out),
      scratch: resolve(scratch),
      jobs,
      cache: cache.folder,
      version: keyOf(version, env['QYZMET_SITE'] ?? ''),
    }
    await mkdir(out, {recursive: true})
    let reused = 0
    const told = ({pages: done, kept = 0}: PageProgress) => {
      reused = kept
      onPage(done)
    }
    const pagesMemory = await run(
      [...LITTLE_MEMORY, PAGE_PROCESS, JSON.stringify(order)],
      {...env, QYZMET_DATA: resolve(data)},
      PROJECT,
      scratch,
      told,
    )
    const lines = (await readFile(join(scratch, MADE_FILE), 'utf8')).split('\n').filter((line) => line !== '')
    const records = lines.map((line) => JSON.parse(line) as PageRecord)
    const pages = records.filter(({file}) => file.endsWith('.html')).length
    if (pages === 0) throw new Error('the page builder wrote no pages')
    return {
      pages,
      kept: reused,
      peakMemory: Math.max(peakMemory, pagesMemory),
      bundled: JSON.parse(await readFile(join(made, BUNDLED), 'utf8')) as string[],
      records,
    }
  } finally {
    off()
    removeWorkshop()
  }
}

/**
 * Has Astro compile the pages.
 *
 * @returns the greatest resident memory
 */
async function compile(made: string, workshop: string, scratch: string, env: SiteBuild['env']): Promise<number> {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs')
  await mkdir(join(made, COMPILED), {recursive: true})
  const settings = {
    QYZMET_OUT: join(made, CLIENT),
    QYZMET_CACHE: join(workshop, 'cache'),
    QYZMET_COMPILED: join(made, COMPILED),
    QYZMET_BUNDLED: join(made, BUNDLED),
    ASTRO_TELEMETRY_DISABLED: '1',
  }
  return run([astro, 'build', '--root', PROJECT], {...env, ...settings}, workshop, scratch, () => undefined)
}

/** Runs Node, and tells how much memory it took. */
async function run(
  command: readonly string[],
  env: SiteBuild['env'],
  cwd: string,
  scratch: string,
  onProgress: (progress: PageProgress) => void,
): Promise<number> {
  const peakFile = join(resolve(scratch), 'peak-memory')
  const child = spawn(process.execPath, ['--import', PEAK_MEMORY, ...command], {
    cwd,
    // The channel closes when this process is gone, however it ends (peak-memory.ts).
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {...env, QYZMET_PEAK_MEMORY: peakFile, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined},
  })
  const off = onStop(() => {
    child.kill('SIGKILL')
  })
  let output = ''
  const take = (chunk: string) => {
    output = (output + chunk.replace(COLOUR, '')).split('\n').slice(-LAST_LINES).join('\n')
  }
  child.stdout?.setEncoding('utf8').on('data', take)
  child.stderr?.setEncoding('utf8').on('data', take)
  child.on('message', (message) => {
    onProgress(message as PageProgress)
  })
  try {
    const code = await new Promise<number>((done, fail) => {
      child.on('error', fail)
      child.on('close', (status, signal) => {
        done(signal === null ? (status ?? 1) : 1)
      })
    })
    if (code !== 0) throw new Error(`building the pages failed:\n${output.trimEnd()}`)
  } finally {
    off()
  }
  return Number(await readFile(peakFile, 'utf8').catch(() => '0'))
}

/**
 * A working folder for one run. The compiled pages must find node_modules above them: so it lies in the project, and each run
 * has its own.
 */
async function openWorkshop(): Promise<string> {
  const workshops = join(PROJECT, '.astro', 'builds')
  await mkdir(workshops, {recursive: true})
  for (const name of await readdir(workshops)) {
    if (!isAlive(Number(name.split('-')[0]))) rmSync(join(workshops, name), {recursive: true, force: true})
  }
  return mkdtemp(join(workshops, `${String(process.pid)}-`))
}
