/**
 * Patterns of the parser are linear over what they get. What the tree of a source holds has come through `bounded`: no gap is
 * wider than 120 blanks, no word longer than 500 characters, so that `\s+$` is; what reads the bytes before it, and what
 * is asked by others than the parser, is held to more.
 */
import {readdirSync} from 'node:fs'
import {expect, test} from 'vitest'
import {bounded} from '../../parser/repair/bounds.ts'
import {attackThatHolds, findPatterns} from './support/patterns.ts'

/** These get the text of a file as it is. */
const BEFORE_THE_BOUNDS = ['read', 'language']

/** Time is measured: what a busy machine has slowed once passes when tried again, what is held up does not. */
const MACHINE = 2

const folders = readdirSync('parser', {withFileTypes: true}).filter((entry) => entry.isDirectory())

test.each(folders.map(({name}) => name))('no pattern of parser/%s can be held up', {timeout: 300_000, retry: MACHINE}, (name) => {
  const guard = BEFORE_THE_BOUNDS.includes(name) ? undefined : bounded
  const held = findPatterns([`parser/${name}`]).flatMap((pattern) => attackThatHolds(pattern, guard) ?? [])
  expect(held.map(({pattern, ...verdict}) => `${pattern.file}:${String(pattern.line)} ${JSON.stringify(verdict)}`)).toEqual([])
})
