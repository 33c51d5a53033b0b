/** Work that can be done at once: in worker threads, or, where there is little of it, here. */
import Tinypool from 'tinypool'
import type {TaskName, Tasks} from './data-tasks.ts'

type Order<Name extends TaskName> = Parameters<Tasks[Name]>[0]
type Result<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>

/** Fewer orders are carried out before threads have read the program. */
const WORTH_THREADS = 3

export class Pool {
  private readonly jobs: number
  private threads: Tinypool | null = null

  /** @param jobs threads at most; with one there are none, and all is done here */
  constructor(jobs: number) {
    this.jobs = jobs
  }

  /**
   * Carries out orders of one kind.
   *
   * @param onDone called after each
   * @returns the results in the order of the orders
   */
  async run<Name extends TaskName>(
    name: Name,
    orders: readonly Order<Name>[],
    onDone: (order: Order<Name>) => void = () => undefined,
  ): Promise<Result<Name>[]> {
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
    const {tasks} = await import('./data-tasks.ts')
    const task = tasks[name] as (order: Order<Name>) => Result<Name> | Promise<Result<Name>>
    const results: Result<Name>[] = []
    for (const order of orders) {
      results.push(await task(order))
      onDone(order)
    }
    return results
  }

  async close(): Promise<void> {
    await this.threads?.destroy()
    this.threads = null
  }

  private threadsFor(orders: number): Tinypool | null {
    if (this.jobs === 1 || orders === 0) return null
    if (this.threads) return this.threads
    if (orders < WORTH_THREADS) return null
    return (this.threads = new Tinypool({
      filename: new URL('./data-worker.ts', import.meta.url).href,
      runtime: 'worker_threads',
      minThreads: this.jobs,
      maxThreads: this.jobs,
      isolateWorkers: false,
    }))
  }
}
