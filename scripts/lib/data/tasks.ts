/**
 * What the first half of a build consists of, as tasks: plain data in, plain data out, files written on the way. A task
 * holds one source, one standard or one act, so that many can be done at once and none needs much memory.
 *
 * Each is read only when it is asked for: a build that finds nearly everything in the store starts the sooner.
 */
import type * as Compare from './compare-tasks.ts'
import type {drawTask} from './draw-task.ts'
import type {lessonTask} from './lesson-task.ts'
import type {parseTask} from './parse-task.ts'
import type * as Publish from './publish-tasks.ts'
import type * as Register from './register-tasks.ts'

type Order<Task extends (order: never) => unknown> = Parameters<Task>[0]

const compare = () => import('./compare-tasks.ts')
const publish = () => import('./publish-tasks.ts')
const register = () => import('./register-tasks.ts')

/** What a thread loads before it is asked for: what reading a source takes, or what comes after it. */
export interface WarmOrder {
  part: 'reading' | 'making'
}

async function warm({part}: WarmOrder): Promise<null> {
  if (part === 'reading') await import('./parse-task.ts')
  else {
    const [{prepareToDraw}] = await Promise.all([import('./draw-task.ts'), publish(), compare()])
    await prepareToDraw()
  }
  return null
}

export const tasks = {
  warm,
  lesson: async (order: Order<typeof lessonTask>) => (await import('./lesson-task.ts')).lessonTask(order),
  parse: async (order: Order<typeof parseTask>) => (await import('./parse-task.ts')).parseTask(order),
  draw: async (order: Order<typeof drawTask>) => (await import('./draw-task.ts')).drawTask(order),
  register: async (order: Order<typeof Register.registerTask>) => (await register()).registerTask(order),
  offices: async (order: Order<typeof Register.officesTask>) => (await register()).officesTask(order),
  standard: async (order: Order<typeof Publish.standardTask>) => (await publish()).standardTask(order),
  act: async (order: Order<typeof Publish.actTask>) => (await publish()).actTask(order),
  edition: async (order: Order<typeof Publish.editionTask>) => (await publish()).editionTask(order),
  catalogue: async (order: Order<typeof Publish.catalogueTask>) => (await publish()).catalogueTask(order),
  search: async (order: Order<typeof Publish.searchTask>) => (await publish()).searchTask(order),
  choose: async (order: Order<typeof Compare.chooseTask>) => (await compare()).chooseTask(order),
  compare: async (order: Order<typeof Compare.compareTask>) => (await compare()).compareTask(order),
}

export type Tasks = typeof tasks
export type TaskName = keyof Tasks
