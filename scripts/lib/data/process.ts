/** The process that makes the data of a build: takes one order, says how it goes, ends. */
import {InputError, reason, UsageError} from '../command.ts'
import {buildData} from './build.ts'
import type {DataMessage, DataOrder} from './stage.ts'

const say = (message: DataMessage) => {
  process.send?.(message)
}

/** The last word: a long list of errors takes its time through the channel, which drops what is under way when it closes. */
const sayAndEnd = (message: DataMessage) => {
  process.send?.(message, () => {
    if (process.connected) process.disconnect()
  })
}

process.once('message', (order: DataOrder) => {
  let current = ''
  const steps = {
    get current() {
      return current
    },
    begin(stage: string) {
      say({kind: 'begin', stage: (current = stage)})
    },
    step(detail: string) {
      say({kind: 'step', detail})
    },
    end() {
      current = ''
      say({kind: 'end'})
    },
  }
  buildData(order, process.env, steps)
    .then((summary) => {
      sayAndEnd({kind: 'done', summary})
    })
    .catch((error: unknown) => {
      if (error instanceof InputError) sayAndEnd({kind: 'input', problems: [...error.problems]})
      else if (error instanceof UsageError) sayAndEnd({kind: 'usage', message: error.message})
      else
        sayAndEnd({
          kind: 'fault',
          message: process.env['DEBUG'] !== undefined && error instanceof Error ? (error.stack ?? error.message) : reason(error),
        })
    })
})

// The parent is gone: nobody wants the data any more.
process.once('disconnect', () => {
  process.exit()
})
