/**
 * The first half of a build: sources → data, forms, reports, search indexes, as files in a folder.
 *
 * It runs in a process of its own (process.ts), so that the memory of the parser is given back before the
 * page builder asks for its own.
 */
import {fork} from 'node:child_process'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Diagnostic} from '../../../parser/model/index.ts'
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

/**
 * Makes the data.
 *
 * @throws InputError where the sources have errors; nothing is written then
 * @throws UsageError where the environment is wrong
 */
export async function makeData(order: DataOrder, env: Record<string, string | undefined>, steps: Steps): Promise<DataSummary> {
  // What Node makes of the program's own files is kept too: reading them takes longer than a small change takes to build.
  const code = order.cache === null ? {} : {NODE_COMPILE_CACHE: join(order.cache, 'code')}
  const child = fork(fileURLToPath(new URL('./process.ts', import.meta.url)), {env: {...code, ...env}, execArgv: ['--no-regexp-tier-up']})
  const off = onStop(() => child.kill('SIGKILL'))
  try {
    child.send(order)
    return await new Promise<DataSummary>((done, fail) => {
      child.on('error', fail)
      child.on('exit', (code, signal) => {
        fail(new Error(`reading the sources ended early (${signal ?? `exit ${String(code)}`}); not enough memory, perhaps`))
      })
      child.on('message', (message: DataMessage) => {
        if (message.kind === 'begin') steps.begin(message.stage)
        else if (message.kind === 'step') steps.step(message.detail)
        else if (message.kind === 'end') steps.end()
        else if (message.kind === 'done') done(message.summary)
        else if (message.kind === 'input') fail(new InputError(message.problems))
        else fail(message.kind === 'usage' ? new UsageError(message.message) : new Error(message.message))
      })
    })
  } finally {
    off()
  }
}
