/** A worker thread of a build: carries out orders; what goes wrong is told in words that survive the way to the other thread. */
import {reason} from '../command.ts'
import {perform} from './perform.ts'
import type {TaskName} from './tasks.ts'

export default async function carryOut({name, order}: {name: TaskName; order: never}): Promise<unknown> {
  try {
    return await perform(name, order)
  } catch (error) {
    throw new Error(reason(error), {cause: error})
  }
}
