/** What the subjects of the bench share: a folder, a finished build, processes. */
import {spawnSync} from 'node:child_process'
import {mkdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {readPublished, type Published} from '../lib/published.ts'
import type {Steps} from '../lib/progress.ts'
import type {Figure} from './figures.ts'

export interface Subject {
  title: string
  measure(bench: Bench): Figure[] | Promise<Figure[]>
}

/** What `qyzmet build --json` says. */
export interface BuildSummary {
  pages: number
  milliseconds: number
  stages: {name: string; milliseconds: number}[]
  offline: {packs: {name: string; bytes: number}[]; archiveBytes: number}
  peakMemory: Record<string, number>
}

const COMMAND = fileURLToPath(new URL('../qyzmet.mjs', import.meta.url))
/** Preloaded into a process whose memory is asked for. */
const PEAK_MEMORY = new URL('../lib/peak-memory.ts', import.meta.url).href
const LONGEST_OUTPUT = 1 << 26
/** Lines of a failed process that are shown. */
const LAST_LINES = 20

/** Work in stages that nobody watches. */
export const SILENT: Steps = {current: '', begin: () => undefined, step: () => undefined, end: () => undefined}

export class Bench {
  readonly rounds: number
  readonly sources: string
  /** Removed when the run is over. */
  readonly folder: string
  /** Says what is being done. */
  readonly say: (step: string) => void
  private readonly given: string | undefined
  private made: {dist: string; summary: BuildSummary} | undefined
  private read: Promise<Published> | undefined
  private folders = 0

  /** @param options.dist a finished build to measure on, in place of one of our own */
  constructor(options: {rounds: number; sources: string; folder: string; dist: string | undefined; say: (step: string) => void}) {
    this.rounds = options.rounds
    this.sources = options.sources
    this.folder = options.folder
    this.say = options.say
    this.given = options.dist
  }

  /** Path of a new folder. */
  newFolder(): string {
    const path = join(this.folder, String(++this.folders))
    mkdirSync(path)
    return path
  }

  /** A finished build. */
  dist(): string {
    return this.given ?? this.fullBuild().dist
  }

  /** The data of the finished build. */
  published(): Promise<Published> {
    return (this.read ??= readPublished(this.dist()))
  }

  /** A build from nothing, on all cores; made once. */
  fullBuild(): {dist: string; summary: BuildSummary} {
    if (!this.made) {
      this.say('a whole build')
      const dist = join(this.newFolder(), 'dist')
      this.made = {dist, summary: this.build(dist, ['--no-cache', '--sources', this.sources])}
    }
    return this.made
  }

  /** @throws Error where the build fails */
  build(out: string, options: readonly string[]): BuildSummary {
    return JSON.parse(this.qyzmet(['build', '--json', '--out', out, ...options])) as BuildSummary
  }

  /**
   * Runs the command in a process of its own.
   *
   * @returns its standard output
   * @throws Error where it ends with anything but success
   */
  qyzmet(args: readonly string[]): string {
    return this.node([COMMAND, ...args])
  }

  /** The same for any script; `accepted` are the exit codes that are no failure. */
  node(args: readonly string[], accepted: readonly number[] = [0], env: Record<string, string> = {}): string {
    const run = spawnSync(process.execPath, args, {encoding: 'utf8', maxBuffer: LONGEST_OUTPUT, env: {...process.env, ...env}})
    if (!accepted.includes(run.status ?? -1)) {
      const last = run.stderr.trim().split('\n').slice(-LAST_LINES).join('\n')
      throw new Error(`«${args.join(' ')}» ended with ${String(run.status ?? run.signal)}:\n${last}`)
    }
    return run.stdout
  }

  /** Runs a script of which only the end counts; its exit code, -1 where it was killed. */
  exitCode(args: readonly string[]): number {
    return spawnSync(process.execPath, args, {stdio: 'ignore'}).status ?? -1
  }

  /** Runs a script and takes its time and its greatest resident memory. */
  measured(args: readonly string[]): {milliseconds: number; peakMemory: number} {
    const memory = join(this.newFolder(), 'memory')
    const start = performance.now()
    this.node(['--import', PEAK_MEMORY, ...args], [0], {QYZMET_PEAK_MEMORY: memory})
    return {milliseconds: performance.now() - start, peakMemory: Number(readFileSync(memory, 'utf8'))}
  }

  /** The arguments that start `qyzmet` with `measured`. */
  readonly command: string = COMMAND
}
