/** The memory of a process and everything it starts, together at one time. */
import {spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'

/** Between two looks. */
const EVERY_MILLISECONDS = 50
/** The share of a page that several processes use counts in each by so much that the sum is right. */
const PROPORTIONAL = /^Pss:\s+(\d+) kB$/mu
const KILOBYTE = 1024

/**
 * Runs a script of Node and looks how much memory it and its descendants hold.
 *
 * @returns the greatest sum in bytes; null where the system does not tell (only Linux does)
 * @throws Error where the script fails
 */
export async function treeMemory(args: readonly string[]): Promise<number | null> {
  if (!existsSync('/proc/self/smaps_rollup')) return null
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'ignore', 'inherit']})
  let most = 0
  const timer = setInterval(() => {
    if (child.pid !== undefined) most = Math.max(most, memoryOf(descendants(child.pid)))
  }, EVERY_MILLISECONDS)
  const status = await new Promise<number>((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => {
      done(code ?? 1)
    })
  }).finally(() => {
    clearInterval(timer)
  })
  if (status !== 0) throw new Error(`«${args.join(' ')}» ended with ${String(status)}`)
  return most === 0 ? null : most
}

/** A process and all below it. */
function descendants(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue
    const parent = parentOf(name)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const all = [root]
  for (const pid of all) all.push(...(children.get(pid) ?? []))
  return all
}

/** «4711 (node) S 4709 …»: the name may hold brackets. */
function parentOf(pid: string): number | null {
  const text = textOf(`/proc/${pid}/stat`)
  return text === '' ? null : Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
}

const memoryOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + Number(PROPORTIONAL.exec(textOf(`/proc/${String(pid)}/smaps_rollup`))?.[1] ?? 0) * KILOBYTE, 0)

/** Nothing of a process that has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
