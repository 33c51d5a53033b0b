/** The Astro build, in a process of its own: its memory and its console are not ours. */
import {spawn} from 'node:child_process'
import {existsSync, rmSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {onStop} from './cleanup.ts'
import {isAlive} from './output.ts'

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Preloaded into the builder. */
const PEAK_MEMORY = new URL('./peak-memory.ts', import.meta.url).href
/** «12:01:07   ├─ /standards/2012-1278-1/index.html (+3ms)» */
const PAGE = /[├└]─ \S+\.html\b/gu
const COLOUR = /\u001b\[[\d;]*m/gu
/** Lines of the builder's output that are shown when it fails. */
const LAST_LINES = 40

export interface SiteBuild {
  /** The finished dist/data. */
  data: string
  /** Where the pages go; nothing else may be in it. */
  out: string
  /** Existing folder for what the builder writes on the side. */
  scratch: string
  /** Environment, SOURCE_DATE_EPOCH included. */
  env: Record<string, string | undefined>
}

/**
 * Builds the pages.
 *
 * @param onPage called with the number of pages so far
 * @returns the number of pages, the greatest resident memory of the builder in bytes, the packages that are in the scripts
 * @throws Error with the end of the builder's output where it fails
 */
export async function buildSite(
  {data, out, scratch, env}: SiteBuild,
  onPage: (pages: number) => void,
): Promise<{pages: number; peakMemory: number; bundled: string[]}> {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs')
  const peakFile = join(resolve(scratch), 'peak-memory')
  const bundledFile = join(resolve(scratch), 'bundled.json')
  const workshop = await openWorkshop()
  const child = spawn(process.execPath, ['--import', PEAK_MEMORY, astro, 'build', '--root', ROOT], {
    cwd: workshop,
    // The channel carries nothing; it closes when this process is gone, however it ends (peak-memory.ts).
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...env,
      QYZMET_DATA: resolve(data),
      QYZMET_OUT: resolve(out),
      QYZMET_CACHE: join(workshop, 'cache'),
      QYZMET_PEAK_MEMORY: peakFile,
      QYZMET_BUNDLED: bundledFile,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
    },
  })
  const removeWorkshop = () => {
    rmSync(workshop, {recursive: true, force: true, maxRetries: 5})
  }
  const off = onStop(() => {
    child.kill('SIGKILL')
    removeWorkshop()
  })
  let output = ''
  let announced = 0
  const take = (chunk: string) => {
    const text = chunk.replace(COLOUR, '')
    output += text
    const found = text.match(PAGE)?.length ?? 0
    if (found > 0) onPage((announced += found))
  }
  child.stdout?.setEncoding('utf8').on('data', take)
  child.stderr?.setEncoding('utf8').on('data', take)
  try {
    const code = await new Promise<number>((done, fail) => {
      child.on('error', fail)
      child.on('close', (status, signal) => {
        done(signal === null ? (status ?? 1) : 1)
      })
    })
    if (code !== 0) throw new Error(`building the pages failed:\n${output.trimEnd().split('\n').slice(-LAST_LINES).join('\n')}`)
  } finally {
    off()
    removeWorkshop()
  }
  const files = existsSync(out) ? await readdir(out, {recursive: true}) : []
  const pages = files.filter((file) => file.endsWith('.html')).length
  if (pages === 0) throw new Error('the page builder wrote no pages')
  return {
    pages,
    peakMemory: Number(await readFile(peakFile, 'utf8').catch(() => '0')),
    bundled: JSON.parse(await readFile(bundledFile, 'utf8')) as string[],
  }
}

/**
 * A working folder for one run of the builder. Astro keeps its half-finished modules below the working folder of the
 * process, and they must find node_modules above them: so it lies in the project, and each run has its own.
 */
async function openWorkshop(): Promise<string> {
  const workshops = join(ROOT, '.astro', 'builds')
  await mkdir(workshops, {recursive: true})
  for (const name of await readdir(workshops)) {
    if (!isAlive(Number(name.split('-')[0]))) rmSync(join(workshops, name), {recursive: true, force: true})
  }
  return mkdtemp(join(workshops, `${String(process.pid)}-`))
}
