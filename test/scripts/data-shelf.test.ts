/** What the first half of a build puts aside instead of holding it, and the process that does the work. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {lessonOf} from '../../parser/index.ts'
import {keepLesson, keptLesson, wordsOf} from '../../scripts/lib/data/reading-store.ts'
import {startData} from '../../scripts/lib/data/stage.ts'
import {shelvedExtra} from '../../scripts/lib/data/standard-extra.ts'
import {fetchBytes, joined, writeJoined, type Workshop} from '../../scripts/lib/data/workshop.ts'

let shop: Workshop

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-shelf-'))
  shop = {out: join(folder, 'out'), scratch: join(folder, 'scratch'), cache: join(folder, 'cache'), version: '1'}
})

afterEach(() => {
  rmSync(join(shop.out, '..'), {recursive: true, force: true})
})

describe('lines that standards add to tables', () => {
  test('are put together as if they had been held', () => {
    const extras = [
      {lines: {points: '1,бір\n2,екі\n', offices: ''}, service: '{"a":1}'},
      {lines: {points: '', offices: 'мұрағат\n'}, service: '{"b":"ө"}'},
      {lines: {points: '3,үш\n', offices: ''}, service: '{}'},
    ]
    const shelved = extras.map((extra, place) => shelvedExtra(shop, place, {files: [], extra}).extra)
    const refs = shelved.flatMap(({lines}) => lines['points'] ?? [])
    const note = writeJoined(shop, 'data/points.csv', 'number,text\n', refs)
    const written = readFileSync(join(shop.out, note.path))
    expect(written.toString()).toBe('number,text\n1,бір\n2,екі\n3,үш\n')
    expect(note.bytes).toBe(written.length)
    const services = joined(
      shop,
      'services',
      shelved.map(({service}) => service),
    )
    expect(fetchBytes(services).toString()).toBe('{"a":1}\n{"b":"ө"}\n{}\n')
  })
})

describe('what a source teaches', () => {
  const bytes = readFileSync(new URL('../../sources/2010-76.md', import.meta.url))
  const input = {file: 'one.md', bytes}

  test('is the same on the shelf, and when it comes from the store', () => {
    const lesson = lessonOf(input)
    const made = keepLesson(shop, 0, input, lesson)
    const kept = keptLesson(shop, 1, input)
    expect(kept?.format).toBe(lesson.format)
    expect([...wordsOf([made])]).toEqual([lesson.words])
    expect([...wordsOf([kept!])]).toEqual([lesson.words])
  })

  test('is nothing where there are no words', () => {
    const made = keepLesson(shop, 0, input, {format: 'akn', words: null})
    expect(made.words).toBeNull()
    expect(keptLesson(shop, 1, input)).toEqual(made)
    expect([...wordsOf([made])]).toEqual([])
  })

  test('is not known of other bytes', () => {
    keepLesson(shop, 0, input, lessonOf(input))
    expect(keptLesson(shop, 1, {...input, bytes: bytes.subarray(1)})).toBeNull()
  })
})

describe('the process of the data', () => {
  const steps = {current: '', begin: () => undefined, step: () => undefined, end: () => undefined}
  const order = () => ({sources: join(shop.out, 'nowhere'), out: shop.out, scratch: shop.scratch, cache: null, jobs: 2})

  test('says what is wrong with its order, though it was started before there was one', async () => {
    const data = startData(null, process.env)
    await expect(data.make(order(), steps)).rejects.toThrow(/no such folder|input/u)
  })

  test('fails whoever waits when it is stopped', async () => {
    const data = startData(null, process.env)
    const made = data.make(order(), steps)
    data.stop()
    await expect(made).rejects.toThrow(/ended early/u)
  })
})
