/** Work that can be done at once: in worker threads, or, where there is little of it, here. */
import Tinypool from 'tinypool'
import type {Order, Result} from './perform.ts'
import type {TaskName} from './tasks.ts'

/** Fewer orders are carried out before threads have read the program. */
export const WORTH_THREADS = 3
/** Milliseconds after which a thread without work ends. */
const PATIENCE = 60_000
/** Threads that are started at once; more when there is work for them. */
const MOST_WARM = 2

export class Pool {
  private readonly jobs: number
  private threads: Tinypool | null = null
  /** What is done here, one after the other. */
  private here: Promise<unknown> = Promise.resolve()
  private waiting = 0

  /** @param jobs threads at most; with one there are none, and all is done here */
  constructor(jobs: number) {
    this.jobs = jobs
  }

  /**
   * Carries out orders of one kind. Where there are threads, several calls are carried out at once.
   *
   * @param onDone called after each
   * @returns the results in the order of the orders
   */
  async run<Name extends TaskName>(
    name: Name,
    orders: readonly Order<Name>[],
    onDone: (order: Order<Name>) => void = () => undefined,
  ): Promise<Result<Name>[]> {
    if (orders.length === 0) return []
    const threads = this.threadsFor(orders.length)
    if (threads) {
      return Promise.all(
        orders.map(async (order) => {
          const result = (await threads.run({name, order})) as Result<Name>
          onDone(order)
          return result
        }),
      )
    }
    return this.runHere(name, orders, onDone)
  }

  /** Carries out orders here, whatever threads there are. */
  async runHere<Name extends TaskName>(
    name: Name,
    orders: readonly Order<Name>[],
    onDone: (order: Order<Name>) => void = () => undefined,
  ): Promise<Result<Name>[]> {
    this.waiting++
    const work = this.here.then(() => carryOut(name, orders, onDone)).finally(() => this.waiting--)
    this.here = work.catch(() => undefined)
    return work
  }

  /** Has a thread load a part of the program, where it is known that it will be needed, but not yet for what. */
  warm(part: Order<'warm'>['part']): void {
    if (this.jobs === 1) return
    this.threads ??= this.started()
    // What goes wrong here goes wrong again where it matters.
    this.threads.run({name: 'warm', order: {part} satisfies Order<'warm'>}).catch(() => undefined)
  }

  async close(): Promise<void> {
    await this.threads?.destroy()
    this.threads = null
  }

  private threadsFor(orders: number): Tinypool | null {
    if (this.jobs === 1) return null
    if (this.threads || (orders < WORTH_THREADS && this.waiting === 0)) return this.threads
    return (this.threads = this.started())
  }

  private started(): Tinypool {
    return new Tinypool({
      filename: new URL('./worker.ts', import.meta.url).href,
      runtime: 'worker_threads',
      minThreads: Math.min(this.jobs, MOST_WARM),
      maxThreads: this.jobs,
      idleTimeout: PATIENCE,
      isolateWorkers: false,
    })
  }
}

async function carryOut<Name extends TaskName>(
  name: Name,
  orders: readonly Order<Name>[],
  onDone: (order: Order<Name>) => void,
): Promise<Result<Name>[]> {
  const {perform} = await import('./perform.ts')
  const results: Result<Name>[] = []
  for (const order of orders) {
    results.push(await perform(name, order))
    onDone(order)
  }
  return results
}
