/**
 * Long work in portions. It is written as a generator that yields wherever it can rest; the terminal runs it at once, the browser
 * lets the page draw and answer the reader in between.
 */

import {pause} from './pause.ts'

/** Longest time in milliseconds that a browser is kept busy; four times as much on a slow telephone is still under 50. */
const STRETCH = 8

/** Runs to the end without a rest. */
export function atOnce<Result>(work: Generator<unknown, Result>): Result {
  let step = work.next()
  while (step.done !== true) step = work.next(step.value)
  return step.value
}

/** Runs to the end, resting after each stretch; what is yielded as a promise is waited for, and given back as what it came to. */
export async function inPortions<Result>(work: Generator<unknown, Result>): Promise<Result> {
  let since = performance.now()
  let step = work.next()
  while (step.done !== true) {
    let value = step.value
    if (value instanceof Promise) {
      value = await (value as Promise<unknown>)
      since = performance.now()
    } else if (performance.now() - since > STRETCH) {
      await pause()
      since = performance.now()
    }
    step = work.next(value)
  }
  return step.value
}
