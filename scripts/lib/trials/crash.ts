/** Builds that are killed, or find the disk full: what they leave behind. For the tests and `npm run crash`. */
import {spawn} from 'node:child_process'
import {readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'
import {verifyFolder} from '../finish/checksums.ts'
import {PROJECT} from '../supply/lockfile.ts'
import {ARCHIVE_FILE} from '../../../site/worker/edition.ts'

const COMMAND = join(PROJECT, 'scripts', 'qyzmet.mjs')
/** Unit of `ulimit -f` in POSIX. */
const LIMIT_UNIT = 512
/** Days since 1970, in seconds: builds of other days have other bytes. */
const DAY = 86_400
const FIRST_DAY = 16_000

/** To meet a moment of a build. */
const MOST_ATTEMPTS = 4

export interface Ended {
  /** Null where a signal ended it. */
  code: number | null
  stderr: string
  milliseconds: number
  /** Process number of the build. */
  pid: number
}

export interface Attempt extends Ended {
  what: string
}

/** A folder with `sources/` in it, in which builds go wrong. */
export class CrashSite {
  readonly folder: string
  private day = FIRST_DAY
  /** Checksum of the list of the last build that went well. */
  private good: string | null = null
  private length = 0

  constructor(folder: string) {
    this.folder = folder
  }

  get dist(): string {
    return join(this.folder, 'dist')
  }

  /**
   * A build that nothing happens to.
   *
   * @throws Error where it fails or its output is not whole
   */
  async succeed(): Promise<Ended> {
    const run = await this.run()
    if (run.code !== 0) throw new Error(`the build failed:\n${run.stderr}`)
    this.good = this.whole()
    this.length = run.milliseconds
    return run
  }

  /**
   * A build that is killed after a part of the time that the last whole one took, alone or with all its processes. Where it was done
   * already, it was the quicker one, and another is killed by its time.
   */
  async kill(part: number, group: boolean): Promise<Attempt> {
    for (let attempt = 1; ; attempt++) {
      const what = `killed ${group ? 'with its processes' : 'alone'} after ${String(Math.round(part * this.length))} ms`
      const run = await this.run({killAfter: part * this.length, group})
      this.check(what, run)
      if (run.code !== 0 || attempt === MOST_ATTEMPTS) return {...run, what}
      this.length = run.milliseconds
    }
  }

  /** A build that can't write files larger than a number of bytes, as on a full disk. */
  async fill(bytes: number): Promise<Attempt> {
    const what = `no room for files of more than ${String(bytes)} bytes`
    const run = await this.run({limit: bytes})
    this.check(what, run)
    return {...run, what}
  }

  /** Size of the largest file of the last good build, which is written last. */
  get archiveBytes(): number {
    return statSync(join(this.dist, ARCHIVE_FILE)).size
  }

  /** Two builds that start at the same moment. */
  async twice(): Promise<[Ended, Ended]> {
    const runs = await Promise.all([this.run(), this.run()])
    this.whole()
    return runs
  }

  /** What lies beside the sources and the output. */
  leftovers(): string[] {
    return readdirSync(this.folder).filter((name) => name !== 'sources' && name !== 'dist')
  }

  /**
   * A build that went wrong must leave the last good one. One that was done before the signal came is a new good one, also where
   * it was still tidying up: then its output is another one, and whole.
   */
  private check(what: string, {code}: Ended): void {
    const found = this.whole()
    if (code === 0 || code === null) this.good = found
    else if (found !== this.good) throw new Error(`${what}: the output is not that of the last good build`)
  }

  /** Checksum of the list of checksums of the output, which must be whole. */
  private whole(): string {
    const {manifest, changed, missing, added} = verifyFolder(this.dist)
    const wrong = [...changed, ...missing, ...added]
    if (wrong.length > 0) throw new Error(`the output is not whole: ${wrong.slice(0, 5).join(', ')}`)
    return manifest
  }

  /** Each build has a date of its own, so that its bytes are not those of the one before. */
  private async run({killAfter, group = false, limit}: {killAfter?: number; group?: boolean; limit?: number} = {}): Promise<Ended> {
    const started = performance.now()
    const build = [COMMAND, 'build', '--sources', join(this.folder, 'sources'), '--out', this.dist]
    const shell = `trap '' XFSZ; ulimit -f ${String(Math.ceil((limit ?? 0) / LIMIT_UNIT))}; exec "$0" "$@"`
    const [program, args] = limit === undefined ? [process.execPath, build] : ['sh', ['-c', shell, process.execPath, ...build]]
    const child = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
      env: {...process.env, SOURCE_DATE_EPOCH: String(this.day++ * DAY)},
    })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    const pid = child.pid ?? 0
    const ended = new Promise<number | null>((done, fail) => {
      child.on('error', fail)
      child.on('exit', (code) => {
        done(code)
      })
    })
    if (killAfter !== undefined) {
      await Promise.race([sleep(killAfter), ended])
      try {
        process.kill(group ? -pid : pid, 'SIGKILL')
      } catch {
        // It was quicker.
      }
    }
    return {code: await ended, stderr, milliseconds: performance.now() - started, pid}
  }
}

/** Parts of the time of a build, scattered over it, the same for the same seed. */
export function moments(count: number, seed: number): number[] {
  let state = seed >>> 0
  return Array.from({length: count}, (_, index) => {
    // Numerical Recipes' generator of a linear congruence: enough to scatter.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (index + state / 2 ** 32) / count
  })
}
