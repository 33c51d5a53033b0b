/** The Astro build, in a process of its own: its memory and its console are not ours. */
import {spawn} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {onStop} from './cleanup.ts'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Preloaded into the builder. */
const PEAK_MEMORY = new URL('./peak-memory.ts', import.meta.url).href
/** «12:01:07   ├─ /standards/2012-1278-1/index.html (+3ms)» */
const PAGE = /\/?[^\s/]*\.html\b/gu
const COLOUR = /\u001b\[[\d;]*m/gu
/** Lines of the builder's output that are shown when it fails. */
const LAST_LINES = 40

/**
 * Builds the pages.
 *
 * @param data the finished dist/data
 * @param out where the pages go; nothing else may be in it
 * @param scratch folder for the builder's cache
 * @param env environment, SOURCE_DATE_EPOCH included
 * @param onPage called with the number of pages so far
 * @returns the number of pages, and the greatest resident memory of the builder in bytes
 * @throws Error with the end of the builder's output where it fails
 */
export async function buildSite(
  {data, out, scratch, env}: {data: string; out: string; scratch: string; env: Record<string, string | undefined>},
  onPage: (pages: number) => void,
): Promise<{pages: number; peakMemory: number}> {
  const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin', 'astro.mjs')
  const peakFile = join(scratch, 'peak-memory')
  const child = spawn(process.execPath, ['--import', PEAK_MEMORY, astro, 'build', '--root', ROOT], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...env,
      QYZMET_DATA: data,
      QYZMET_OUT: out,
      QYZMET_CACHE: scratch,
      QYZMET_PEAK_MEMORY: peakFile,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
    },
  })
  const off = onStop(() => child.kill('SIGTERM'))
  let output = ''
  let pages = 0
  const take = (chunk: string) => {
    const text = chunk.replace(COLOUR, '')
    output += text
    const found = text.match(PAGE)?.length ?? 0
    if (found > 0) onPage((pages += found))
  }
  child.stdout.setEncoding('utf8').on('data', take)
  child.stderr.setEncoding('utf8').on('data', take)
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', (status, signal) => {
        resolve(signal === null ? (status ?? 1) : 1)
      })
    })
    if (code !== 0) throw new Error(`building the pages failed:\n${output.trimEnd().split('\n').slice(-LAST_LINES).join('\n')}`)
  } finally {
    off()
  }
  return {pages, peakMemory: Number(await readFile(peakFile, 'utf8').catch(() => '0'))}
}
