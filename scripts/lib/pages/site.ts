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
import {BEGIN, MADE_FILE} from './process.ts'
import type {PageProgress} from './process.ts'

/** Preloaded into the processes. */
const PEAK_MEMORY = new URL('../peak-memory.ts', import.meta.url).href
const PAGE_PROCESS = fileURLToPath(new URL('./process.ts', import.meta.url))
/** Of what a page leaves behind little is kept waiting for the garbage collector: a third less memory with two threads, and no slower. */
const LITTLE_MEMORY = ['--max-semi-space-size=8']
const COLOUR = /\u001b\[[\d;]*m/gu
/** Lines of a process's output that are shown when it fails. */
const LAST_LINES = 40
/** A process that has made more pages has gigabytes, and ends before the site is finished. */
const MOST_BESIDE = 20_000
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
  /** The finished dist/data; they need not be there before `build`. */
  data: string
  /** Where the pages go; nothing else may be in it. */
  out: string
  /** The last output, which is to be replaced: what is the same again is linked to. */
  last?: string
  /** Folder for what the builder writes on the side, made if need be; it must stay until the site is finished. */
  scratch: string
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
  /** Memory of the process that waited for the data, beside whoever made them; 0 where none waited. */
  waitingMemory: number
  /** Packages that are in the scripts. */
  bundled: string[]
  /** The files of the pages, for `finishSite`. */
  records: PageRecord[]
}

/** Pages that are being built. */
export interface SiteWork {
  /**
   * Makes the pages of the data, which are there by now.
   *
   * @param onPage called with the number of pages so far
   * @throws Error with the end of the output where it fails: the address of the page and the source of the fault
   */
  build(onPage: (pages: number) => void): Promise<BuiltSite>
  /**
   * Waits for the process, which with several jobs takes down what the pages have read while others go on.
   *
   * @returns greatest resident memory of the processes in bytes
   * @throws Error with the end of its output where it fails
   */
  end(): Promise<number>
  /** Ends what was begun; after `end` there is nothing to end. What lies in `out` by then is left to whoever named it. */
  abandon(): void
}

/**
 * Prepares what needs no data: the compiled pages, and a process that has loaded them. With one job all of it waits for `build`,
 * so that the processes of a build do not need their memory at once.
 */
export function openSite(order: SiteBuild): SiteWork {
  let workshop: string | null = null
  let process: PageProcess | null = null
  let abandoned = false
  const abandon = () => {
    abandoned = true
    off()
    process?.kill()
    if (workshop !== null) rmSync(workshop, {recursive: true, force: true, maxRetries: 5})
  }
  const off = onStop(abandon)
  const prepare = async () => {
    try {
      await mkdir(order.scratch, {recursive: true})
      workshop = await openWorkshop()
      return await preparePages(order, workshop, (one) => {
        process = one
        if (abandoned) one.kill()
      })
    } finally {
      // Abandoned in the middle of it: what has come since goes, too.
      if (abandoned) abandon()
    }
  }
  let prepared = (order.jobs ?? 1) > 1 ? prepare() : null
  // Told by `build`.
  prepared?.catch(() => undefined)
  return {
    abandon,
    async build(onPage) {
      try {
        prepared ??= prepare()
        return await finishPages(order, await prepared, onPage)
      } catch (error) {
        abandon()
        throw error
      }
    },
    async end() {
      try {
        const {process: last, peakMemory = 0} = (await prepared) ?? {}
        return Math.max(peakMemory, (await last?.ended()) ?? 0)
      } finally {
        abandon()
      }
    },
  }
}

interface PreparedPages {
  process: PageProcess
  /** Greatest resident memory of what has been done so far. */
  peakMemory: number
  /** Packages that are in the scripts. */
  bundled: string[]
}

/** Compiles the pages, or takes them from the store, and starts the process that renders them. */
async function preparePages(
  {data, out, last, scratch, env, cache = openCache(null), jobs = 1}: SiteBuild,
  workshop: string,
  onProcess: (process: PageProcess) => void,
): Promise<PreparedPages> {
  const version = keyOf(programVersion(PROGRAM), await readFile(join(PROJECT, CONFIGURATION)))
  const made = join(workshop, 'made')
  const packed = cache.read(COMPILED_STAGE, version)
  let peakMemory = 0
  if (packed) unpackFolder(packed, made)
  else {
    peakMemory = await compile(made, workshop, scratch, env, onProcess)
    if (cache.folder !== null) cache.write(COMPILED_STAGE, version, packFolder(made))
  }
  const order: PageOrder = {
    compiled: join(made, COMPILED),
    client: join(made, CLIENT),
    out: resolve(out),
    last: last === undefined ? null : resolve(last),
    scratch: resolve(scratch),
    jobs,
    cache: cache.folder,
    version: keyOf(version, env['QYZMET_SITE'] ?? ''),
  }
  const settings = {...env, QYZMET_DATA: resolve(data)}
  const process = start([...LITTLE_MEMORY, PAGE_PROCESS, JSON.stringify(order)], settings, PROJECT, scratch)
  onProcess(process)
  return {process, peakMemory, bundled: JSON.parse(await readFile(join(made, BUNDLED), 'utf8')) as string[]}
}

async function finishPages(
  {out, scratch, jobs = 1}: SiteBuild,
  {process, bundled}: PreparedPages,
  onPage: (pages: number) => void,
): Promise<BuiltSite> {
  await mkdir(out, {recursive: true})
  let [reused, waited] = [0, 0]
  await process.run(({pages: done, kept = 0, waiting = 0}) => {
    reused = kept
    waited ||= waiting
    onPage(done)
  })
  const lines = (await readFile(join(scratch, MADE_FILE), 'utf8')).split('\n').filter((line) => line !== '')
  const records = lines.map((line) => JSON.parse(line) as PageRecord)
  const pages = records.filter(({file}) => file.endsWith('.html')).length
  if (pages === 0) throw new Error('the page builder wrote no pages')
  if (jobs === 1 || pages > MOST_BESIDE) await process.ended()
  return {
    pages,
    kept: reused,
    waitingMemory: jobs > 1 ? waited : 0,
    bundled,
    records,
  }
}

/**
 * Has Astro compile the pages.
 *
 * @returns the greatest resident memory
 */
async function compile(
  made: string,
  workshop: string,
  scratch: string,
  env: SiteBuild['env'],
  onProcess: (process: PageProcess) => void,
): Promise<number> {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs')
  await mkdir(join(made, COMPILED), {recursive: true})
  const settings = {
    QYZMET_OUT: join(made, CLIENT),
    QYZMET_CACHE: join(workshop, 'cache'),
    QYZMET_COMPILED: join(made, COMPILED),
    QYZMET_BUNDLED: join(made, BUNDLED),
    ASTRO_TELEMETRY_DISABLED: '1',
  }
  const process = start([...LITTLE_MEMORY, astro, 'build', '--root', PROJECT], {...env, ...settings}, workshop, scratch)
  onProcess(process)
  return process.ended()
}

/** A process of Node that works on the pages. */
interface PageProcess {
  /**
   * Has it begin, and waits until all pages are there.
   *
   * @throws Error with the end of its output where it fails, whenever that was
   */
  run(onProgress: (progress: PageProgress) => void): Promise<void>
  /**
   * Waits for its end.
   *
   * @returns its greatest resident memory in bytes
   * @throws Error with the end of its output where it fails
   */
  ended(): Promise<number>
  kill(): void
}

function start(command: readonly string[], env: SiteBuild['env'], cwd: string, scratch: string): PageProcess {
  const peakFile = join(resolve(scratch), 'peak-memory')
  const child = spawn(process.execPath, ['--import', PEAK_MEMORY, ...command], {
    cwd,
    // The channel closes when this process is gone, however it ends (peak-memory.ts).
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {...env, QYZMET_PEAK_MEMORY: peakFile, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined},
  })
  let output = ''
  const take = (chunk: string) => {
    output = (output + chunk.replace(COLOUR, '')).split('\n').slice(-LAST_LINES).join('\n')
  }
  child.stdout?.setEncoding('utf8').on('data', take)
  child.stderr?.setEncoding('utf8').on('data', take)
  const closed = new Promise<number>((done, fail) => {
    child.on('error', fail)
    child.on('close', (status, signal) => {
      done(signal === null ? (status ?? 1) : 1)
    })
  })
  const ended = async () => {
    if ((await closed) !== 0) throw new Error(`building the pages failed:\n${output.trimEnd()}`)
    return Number(await readFile(peakFile, 'utf8').catch(() => '0'))
  }
  // Told by `run` or `ended`.
  closed.catch(() => undefined)
  return {
    ended,
    async run(onProgress) {
      const made = new Promise<void>((done) => {
        child.on('message', (message) => {
          const progress = message as PageProgress
          onProgress(progress)
          if (progress.kept !== undefined) done()
        })
      })
      // One that has ended already cannot be told; its output says why.
      if (child.connected) child.send(BEGIN, () => undefined)
      await Promise.race([made, ended()])
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
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
