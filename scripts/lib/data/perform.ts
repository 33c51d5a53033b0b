/** Carries out one order of a build, wherever it is: in a thread, or in the process itself. */
import {setFlagsFromString, getHeapStatistics} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {forgetKnowledge} from './taught.ts'
import {tasks, type TaskName, type Tasks} from './tasks.ts'

export type Order<Name extends TaskName> = Parameters<Tasks[Name]>[0]
export type Result<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>

/** Bytes by which the heap may grow before what tasks have left behind is thrown away, or half of what is in use. */
const GROWTH = 256 * 1024 * 1024

let limit = 0

export async function perform<Name extends TaskName>(name: Name, order: Order<Name>): Promise<Result<Name>> {
  if (name !== 'parse') forgetKnowledge()
  const task = tasks[name] as (order: Order<Name>) => Result<Name> | Promise<Result<Name>>
  const result = await task(order)
  tidy()
  return result
}

/**
 * Throws away garbage where there is much. Left alone, the heap grows to four times what is in use before that is done, in each
 * thread; here at most a task's own garbage comes on top. Nothing fails for it that would not fail without: there is no cap.
 */
function tidy(): void {
  if (limit === 0) limit = allowed()
  if (getHeapStatistics().total_heap_size <= limit) return
  collectGarbage()
  limit = allowed()
}

function allowed(): number {
  const {used_heap_size: used} = getHeapStatistics()
  return used + Math.max(GROWTH, used / 2)
}

let collector: (() => void) | null = null

function collectGarbage(): void {
  if (!collector) {
    setFlagsFromString('--expose-gc')
    collector = runInNewContext('gc') as () => void
  }
  collector()
}
