/** What is going on, on a terminal; what was done, everywhere. */
import {printable} from './command.ts'
import type {Io} from './command.ts'

/** Milliseconds between two redraws: the eye needs no more. */
const REDRAW = 80

export interface Stage {
  name: string
  milliseconds: number
}

/** What work in stages says of itself. */
export interface Steps {
  /** Name of the open stage; empty between stages. */
  readonly current: string
  /** Opens a stage; the one before it is over. */
  begin(stage: string): void
  /** How far the stage is: a source, a page, a count. */
  step(detail: string): void
  /** Closes the stage. */
  end(): void
}

/**
 * Shows one line that is written over while a command works, on a terminal only. Everything goes to standard
 * error, so that results on standard output stay clean.
 */
export class Progress implements Steps {
  readonly stages: Stage[] = []
  private readonly stderr: Io['stderr']
  private readonly live: boolean
  private readonly now: () => number
  private started: number
  private drawn = -Infinity
  private shown = false
  private stage = ''

  constructor(io: Io, now: () => number = () => performance.now()) {
    this.stderr = io.stderr
    this.live = io.stderr.isTTY === true && io.env['TERM'] !== 'dumb' && io.env['CI'] === undefined
    this.now = now
    this.started = now()
  }

  get current(): string {
    return this.stage
  }

  begin(stage: string): void {
    this.end()
    this.stage = stage
    this.started = this.now()
    this.draw(stage, true)
  }

  step(detail: string): void {
    this.draw(`${this.stage}: ${detail}`, false)
  }

  /** Closes the stage and takes its time. */
  end(): void {
    if (this.stage !== '') this.stages.push({name: this.stage, milliseconds: this.now() - this.started})
    this.stage = ''
    this.clear()
  }

  /** A lasting line. */
  say(line: string): void {
    this.clear()
    this.stderr.write(`${printable(line)}\n`)
  }

  private draw(given: string, atOnce: boolean): void {
    if (!this.live || (!atOnce && this.now() - this.drawn < REDRAW)) return
    this.drawn = this.now()
    const width = (this.stderr.columns ?? 80) - 1
    const text = printable(given)
    this.stderr.write(`\r\u001b[K${text.length > width ? `${text.slice(0, width - 1)}…` : text}`)
    this.shown = true
  }

  private clear(): void {
    if (this.shown) this.stderr.write('\r\u001b[K')
    this.shown = false
  }
}

/** «1 standard», «30 standards», «1 284 offices». */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** «12 345»: digits in threes. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3}){1,9}$)/gu, ' ')
}

/** «830 ms», «12.4 s». */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${String(Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}
