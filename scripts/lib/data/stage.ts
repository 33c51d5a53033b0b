/**
 * The first half of a build: sources → data, forms, reports, search indexes, as files in a folder.
 *
 * It runs in a process of its own (process.ts), so that the memory of the parser is given back before the
 * page builder asks for its own.
 */
import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {Diagnostic} from '../../../parser/model/index.ts'
import {codeFolder} from '../cache.ts'
import {onStop} from '../cleanup.ts'
import {InputError, UsageError} from '../command.ts'
import type {Steps} from '../progress.ts'

export interface DataOrder {
  /** Folder of the sources, as given. */
  sources: string
  /** Existing folder that the files go into. */
  out: string
  /** Folder for what is needed on the way; made if need be. */
  scratch: string
  /** Folder of what earlier builds made; null for a build that neither uses nor keeps anything. */
  cache: string | null
  /** Worker threads; with one there are none. */
  jobs: number
}

export interface DataSummary {
  counts: Record<string, number>
  /** The date of the data, in seconds since 1970. */
  epoch: number
  /** What should be looked at in the sources folder, but is no error. */
  warnings: Diagnostic[]
  /** Greatest resident memory of the process, in bytes. */
  peakMemory: number
  /** By stage: how many things were made, and how many taken from an earlier build. */
  reused: Record<string, {made: number; reused: number}>
}

/** What the process says while it works, and at its end. */
export type DataMessage =
  | {kind: 'begin'; stage: string}
  | {kind: 'step'; detail: string}
  | {kind: 'end'}
  | {kind: 'done'; summary: DataSummary}
  | {kind: 'input'; problems: Diagnostic[]}
  | {kind: 'usage' | 'fault'; message: string}

/** The process that makes the data: started at once, for it takes its time to load; given its order when that is known. */
export interface DataProcess {
  /**
   * Makes the data; once.
   *
   * @throws InputError where the sources have errors; nothing is written then
   * @throws UsageError where the environment is wrong
   */
  make(order: DataOrder, steps: Steps): Promise<DataSummary>
  /** Ends it, whatever it does; nothing happens where it has ended. */
  stop(): void
}

/**
 * Flags of Node: patterns are compiled when they are first used, for most of them are used on thousands of lines; of what is soon
 * garbage little is kept waiting, in each thread.
 */
const FLAGS = ['--no-regexp-tier-up', '--max-semi-space-size=8']

/** @param cache folder of what earlier builds made; null for none */
export function startData(cache: string | null, env: Record<string, string | undefined>): DataProcess {
  const code = cache === null ? {} : {NODE_COMPILE_CACHE: codeFolder(cache)}
  const child = fork(fileURLToPath(new URL('./process.ts', import.meta.url)), {env: {...code, ...env}, execArgv: FLAGS})
  const kill = () => child.kill('SIGKILL')
  let off = onStop(kill)
  let steps: Steps | null = null
  const summary = new Promise<DataSummary>((done, fail) => {
    child.on('error', fail)
    child.on('exit', (status, signal) => {
      off()
      fail(new Error(`reading the sources ended early (${signal ?? `exit ${String(status)}`}); not enough memory, perhaps`))
    })
    child.on('message', (message: DataMessage) => {
      if (message.kind === 'begin') steps?.begin(message.stage)
      else if (message.kind === 'step') steps?.step(message.detail)
      else if (message.kind === 'end') steps?.end()
      else if (message.kind === 'done') done(message.summary)
      else if (message.kind === 'input') fail(new InputError(message.problems))
      else fail(message.kind === 'usage' ? new UsageError(message.message) : new Error(message.message))
    })
  })
  // Told to whoever waits for the data.
  summary.catch(() => undefined)
  return {
    make(order, told) {
      steps = told
      // The last cleanup registered runs first: who writes is stopped before what is written is taken away.
      off()
      off = onStop(kill)
      child.send(order, () => undefined)
      return summary
    },
    stop() {
      child.kill('SIGKILL')
    },
  }
}
