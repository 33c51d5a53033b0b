/** What a page has read, and whether that is still the same: a reading that were missed would leave an old page standing. */
import {beforeEach, describe, expect, test} from 'vitest'
import {joined, packTraces, unchanged, unpackTraces} from '../../scripts/lib/pages/traces.ts'
import type {PageRecord, Readings} from '../../scripts/lib/pages/making.ts'
import {oncePer} from '../../site/prepare/once.ts'
import {
  begin,
  checksumOf,
  describe as described,
  end,
  list,
  note,
  propertyOf,
  readingNames,
  readingOf,
  source,
  view,
} from '../../site/reads.ts'
import type {Frame} from '../../site/reads.ts'

interface Place {
  id: string
  name: string
  phone?: string
  town: {name: string}
}

let places: Place[]
let views: Place[]
let all: Place[]
beforeEach(() => {
  places = [
    {id: 'a', name: 'Алматы', phone: '1', town: {name: 'Алматы'}},
    {id: 'ә', name: 'Әулие|ата', town: {name: 'Тараз'}},
  ]
  source('place', (id, property) =>
    propertyOf(
      places.find((one) => one.id === id),
      property,
    ),
  )
  views = places.map((place) => view('place', place.id, () => place))
  all = list(
    'places',
    () => views,
    () => places.map(({id}) => id),
  )
})

/** Traces of a page that does `work`, as the store would hold them. */
function tracesOf(work: () => unknown) {
  begin()
  work()
  const frame = end()
  const frames: Readings['frames'] = []
  const numberOf = (one: Frame): number => {
    const below = [...one.frames].map(numberOf)
    return frames.push({reads: one.reads, frames: below}) - 1
  }
  const pages = new Map([[0, {reads: Uint32Array.from(frame.reads), frames: [...frame.frames].map(numberOf)}]])
  const record: PageRecord = {file: 'index.html', bytes: 1, sha256: 'ab', crc: 2, packed: null, asked: '/assets/Page.css'}
  const made = joined(PATHS, new Map([[0, record]]), null, [{names: [...readingNames], frames, pages}], checksumOf)
  const kept = unpackTraces(packTraces(made))
  expect(kept.pages.get('index.html')?.record).toEqual(record)
  return kept
}

const PATHS = [{file: 'index.html', component: 'index.astro', props: 'p'}]
const isKept = (traces: ReturnType<typeof tracesOf>, props = 'p') =>
  unchanged(
    traces,
    PATHS.map((path) => ({...path, props})),
    checksumOf,
  ).has(0)

const first = () => views[0] as Place
const change = (what: () => void) => what

describe('a page is made again', () => {
  test.each([
    ['a property it read', () => first().name, change(() => ((places[0] ?? first()).name += 'м'))],
    ['something below a property it read', () => first().town.name, change(() => ((places[0] ?? first()).town.name = 'Астана'))],
    ['a property that was not there', () => views[1]?.phone, change(() => ((places[1] as Place).phone = '2'))],
    ['a property that it only asked after', () => 'phone' in (views[1] ?? {}), change(() => ((places[1] as Place).phone = '2'))],
    ['a property that it copied', () => ({...first()}), change(() => delete (places[0] as Place).phone)],
    ['a new property of what it wrote out', () => JSON.stringify(views[1]), change(() => ((places[1] as Place).phone = '2'))],
    ['the members of a list', () => all.map(() => ''), change(() => places.push({id: 'б', name: 'Б', town: {name: ''}}))],
    ['the order of a list', () => [...all], change(() => places.reverse())],
    ['a property of a member', () => all.filter(({name}) => name === ''), change(() => ((places[1] as Place).name = 'Тараз'))],
  ])('for %s', (_, work, changed) => {
    const traces = tracesOf(work)
    expect(isKept(traces)).toBe(true)
    changed()
    expect(isKept(traces)).toBe(false)
  })

  test('for what work has read that pages share, whoever did it first', () => {
    const names = oncePer((of: readonly Place[]) => of.map(({name}) => name))
    const longest = oncePer((of: readonly Place[]) => names(of).toSorted((a, b) => b.length - a.length)[0])
    tracesOf(() => longest(all))
    const later = tracesOf(() => longest(all))
    expect(isKept(later)).toBe(true)
    ;(places[1] as Place).name += '!'
    expect(isKept(later)).toBe(false)
  })

  test('for other props', () => {
    expect(
      isKept(
        tracesOf(() => undefined),
        'q',
      ),
    ).toBe(false)
  })
})

describe('a page is not made again', () => {
  test.each([
    ['a property that it did not read', () => first().name, change(() => ((places[0] as Place).phone = '3'))],
    ['another object', () => first().phone, change(() => ((places[1] as Place).phone = '3'))],
    ['members of a list whose length it read', () => all.length, change(() => places.reverse())],
  ])('for %s', (_, work, changed) => {
    const traces = tracesOf(work)
    changed()
    expect(isKept(traces)).toBe(true)
  })
})

describe('props', () => {
  test('are told apart by what pages can tell apart; views by their names alone', () => {
    const values = [
      null,
      undefined,
      '',
      '1',
      1,
      true,
      [],
      {},
      [1],
      ['1'],
      {a: 1},
      {b: 1},
      {a: undefined},
      new Map([['a', 1]]),
      new Set(['a']),
      views[0],
      views[1],
      [views[0]],
      all,
    ]
    expect(new Set(values.map(described)).size).toBe(values.length)
    const before = described({place: first()})
    ;(places[0] as Place).name = 'Астана'
    expect(described({place: first()})).toBe(before)
    expect(() => described({print: () => ''})).toThrow('must be data')
    expect(() => described(new Date())).toThrow('plain data')
  })
})

test('nothing is read while no page is being made, and data are never changed', () => {
  begin()
  end()
  expect(() => first().name).toThrow('place|a|name is read while no page is being made')
  expect(() => all.length).toThrow('list|places|length')
  expect(() => {
    note(readingOf('any', 'thing', ''))
  }).toThrow('any|thing|')
  begin()
  expect(() => (first().name = '')).toThrow(TypeError)
  expect(() => {
    all.length = 0
  }).toThrow(TypeError)
  end()
})
