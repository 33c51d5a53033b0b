import fc from 'fast-check'
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'
import {
  applyChanges,
  compareStandards,
  compareWords,
  mirrorChanges,
  mirrorWords,
  sideOf,
  standardPart,
  typographicKey,
} from '../../parser/compare/index.ts'
import type {Part} from '../../parser/compare/index.ts'
import type {Change, Point, Standard} from '../../parser/model/index.ts'
import {NO_FACTS} from './support/standards.ts'

/** Words of real standards: short texts made of them collide often, which is what an aligner has to bear. */
const WORDS =
  'мемлекеттік қызмет көрсету орталық құжаттар өтініш беруші жеке куәлік көшірмесі мен не және туралы Заңының 9.00-ден 18.00-ге дейін, (бұдан әрі – портал) «Халыққа қызмет»; 5-бабы № 217 анықтама тіркеу мәлiметтер'.split(
    ' ',
  )

const text = fc
  .array(fc.constantFrom(...WORDS), {minLength: 1, maxLength: 12})
  .map((words) => words.join(' '))
  .filter((words) => words.trim() !== '')

const point = (number: number): fc.Arbitrary<Point> =>
  fc.record({lead: text, items: fc.array(text, {maxLength: 5}), tail: fc.array(text, {maxLength: 2})}).map(({lead, items, tail}) => ({
    number: String(number),
    lines: [0, 0] as [number, number],
    text: [lead, ...items.map((item, at) => `${String(at + 1)}) ${item}`), ...tail].join('\n'),
    items: items.map((item, at) => ({marker: `${String(at + 1)})`, text: item, lines: [0, 0] as [number, number]})),
  }))

const row = fc.record({name: text, address: text, office: fc.constantFrom('a', 'b', 'c', null)})

const standard: fc.Arbitrary<Standard> = fc
  .record({
    title: text,
    count: fc.integer({min: 0, max: 7}),
    split: fc.integer({min: 0, max: 7}),
    points: fc.tuple(...Array.from({length: 7}, (_, at) => point(at + 1))),
    headings: fc.array(fc.constantFrom('Ақмола облысы', 'Ақтөбе облысы', 'Алматы қаласы'), {maxLength: 3}),
    rows: fc.array(row, {maxLength: 6}),
    lines: fc.array(text, {maxLength: 4}),
  })
  .map(({title, count, split, points: all, headings, rows, lines}) => {
    const points = all.slice(0, count)
    const numbers = points.map(({number}) => number)
    return {
      id: '2012-1-1',
      resolution: '2012-1',
      ordinal: 1,
      title,
      status: 'included' as const,
      legalStatus: 'in-force' as const,
      lines: [0, 0] as [number, number],
      notes: [],
      sections: [
        {number: 1, title: 'Жалпы ережелер', points: numbers.slice(0, split), lines: [0, 0] as [number, number]},
        {number: 2, title: 'Жұмыс қағидаттары', points: numbers.slice(split), lines: [0, 0] as [number, number]},
      ],
      points,
      facts: NO_FACTS,
      annexes: [
        {
          id: '2012-1-1/1',
          number: 1,
          kind: 'offices' as const,
          title: 'Орталықтардың тізбесі',
          text: '',
          lines: [0, 0] as [number, number],
          columns: ['Атауы', 'Мекенжайы'],
          groups: headings.map((heading, at) => ({
            heading,
            rows: rows.slice(at * 2, at * 2 + 2).map(({name, address, office}, place) => ({
              number: `${String(place + 1)})`,
              cells: [name, address],
              inherited: [],
              office,
              lines: [0, 0] as [number, number],
            })),
          })),
        },
        {id: '2012-1-1/2', number: 2, kind: 'other' as const, title: null, text: lines.join('\n'), lines: [0, 0] as [number, number]},
      ],
    }
  })

/** A document without its ids, which differ between two texts. */
const content = ({part, key, text: own, children}: Part): unknown => [part, key, own, children.map(content)]

/** Changes in an order that does not depend on which text is the old one; the place is named as the new text has it. */
function asSet(changes: readonly Change[]): string[] {
  return changes
    .map(({place: _, standard: _standard, annex: _annex, office: _office, ...change}) => JSON.stringify(change, Object.keys(KEYS)))
    .sort()
}
const KEYS = Object.fromEntries(
  'kind typographic old new words part splitFrom mergedInto id text key index parent pieces depth op'.split(' ').map((key) => [key, 0]),
)

function holds(before: Standard, after: Standard): void {
  const {changes} = compareStandards(before, after)
  expect(content(applyChanges(standardPart(before), changes)), 'applying the differences gives the new text').toEqual(
    content(standardPart(after)),
  )
  expect(asSet(compareStandards(after, before).changes), 'seen from the other side').toEqual(asSet(mirrorChanges(changes)))
  expect(compareStandards(before, before).changes, 'nothing differs from itself').toEqual([])
}

describe('the laws of comparison', () => {
  it('hold for any two standards', () => {
    fc.assert(fc.property(standard, standard, holds), {numRuns: 300})
  })

  it('hold for a standard and what became of it', () => {
    const edit = fc.record({
      at: fc.nat(6),
      what: fc.constantFrom('drop', 'double', 'swap', 'word', 'split'),
      word: fc.constantFrom(...WORDS),
    })
    fc.assert(
      fc.property(standard, fc.array(edit, {minLength: 1, maxLength: 4}), (before, edits) => {
        holds(before, edits.reduce(edited, before))
      }),
      {numRuns: 300},
    )
  })

  it('a text is made of its differences, on either side', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const words = compareWords(before, after)
        expect(sideOf(words, 'old')).toBe(before)
        expect(sideOf(words, 'new')).toBe(after)
        expect(compareWords(after, before)).toEqual(mirrorWords(words))
        for (const {op, text: now, old} of words)
          if (op === 'equal' && old !== undefined) expect(typographicKey(old)).toBe(typographicKey(now))
      }),
      {numRuns: 1000},
    )
  })

  it('a text that only looks different has typographic differences only', () => {
    const disguise = (plain: string) =>
      plain
        .replaceAll('і', 'i')
        .replaceAll('–', '-')
        .replaceAll('«', '"')
        .replace(/(?<!\)) /gu, '  ')
    fc.assert(
      fc.property(standard, (before) => {
        const after = {
          ...before,
          points: before.points.map((one) => ({
            ...one,
            text: disguise(one.text),
            items: one.items.map((item) => ({...item, text: disguise(item.text)})),
          })),
        }
        for (const {typographic, place} of compareStandards(before, after).changes) expect(typographic, place).toBe(true)
      }),
      {numRuns: 200},
    )
  })

  it('points that only got other numbers are renumbered and nothing else', () => {
    fc.assert(
      fc.property(standard, fc.integer({min: 1, max: 3}), (before, by) => {
        // Points with the same words can't be told apart by what they say.
        fc.pre(new Set(before.points.map((one) => typographicKey(one.text))).size === before.points.length && distinct(before.points))
        const renumber = (number: string) => String(Number(number) + by)
        const after = {
          ...before,
          points: before.points.map((one) => ({...one, number: renumber(one.number)})),
          sections: before.sections.map((section) => ({...section, points: section.points.map(renumber)})),
        }
        const {changes} = compareStandards(before, after)
        expect(changes.map(({kind, part, old, new: now, words}) => [kind, part, old?.key, now?.key, words])).toEqual(
          before.points.map(({number}) => ['renumbered', 'point', number, renumber(number), []]),
        )
      }),
      {numRuns: 200},
    )
  })
})

/** Whether no two points share most of their words. */
function distinct(points: readonly Point[]): boolean {
  const bags = points.map((one) => new Set(one.text.split(/\s+/u)))
  return bags.every((a, i) => bags.every((b, j) => i >= j || [...a].filter((word) => b.has(word)).length < 0.3 * Math.min(a.size, b.size)))
}

function edited(before: Standard, {at, what, word}: {at: number; what: string; word: string}): Standard {
  if (before.points.length === 0) return before
  const place = at % before.points.length
  const points = before.points.flatMap((one, index): Point[] => {
    if (index !== place) return [one]
    const lines = one.text.split('\n')
    switch (what) {
      case 'drop':
        return []
      case 'double':
        return [one, {...one, number: `${one.number}-1`}]
      case 'word':
        return [{...one, text: [`${word} ${lines[0] ?? ''}`, ...lines.slice(1)].join('\n')}]
      case 'split': {
        const words = (lines[0] ?? '').split(' ')
        const half = words.length >> 1
        return [{...one, text: [words.slice(0, half).join(' ') || word, words.slice(half).join(' ') || word, ...lines.slice(1)].join('\n')}]
      }
      default:
        return [{...one, number: '9'}]
    }
  })
  return {...before, points, sections: []}
}

describe('real standards', () => {
  const bytes = readFileSync('sources/2012-1278.md')
  const {standards} = parse({file: '2012-1278.md', bytes})

  it('obey the laws, each against each', () => {
    expect(standards.length).toBeGreaterThan(2)
    for (const before of standards) for (const after of standards) holds(before, after)
  })

  it('obey them whatever words are changed, points taken out and rows closed', () => {
    const [source] = standards
    if (!source) throw new Error('no standard')
    fc.assert(
      fc.property(fc.array(fc.nat(400), {minLength: 1, maxLength: 20}), fc.array(fc.nat(400), {maxLength: 20}), (closed, changed) => {
        const other = standards[1] ?? source
        const annexes = other.annexes.map((annex) => ({
          ...annex,
          ...(annex.groups
            ? {
                groups: annex.groups.map((group, at) => ({
                  ...group,
                  rows: group.rows
                    .filter((_, place) => !closed.includes(at * 20 + place))
                    .map((one, place) =>
                      changed.includes(at * 20 + place) ? {...one, cells: [...one.cells.slice(0, 1), `${one.cells[1] ?? ''} 7`]} : one,
                    ),
                })),
              }
            : {}),
        }))
        holds(other, {...other, annexes, points: other.points.filter((_, at) => !closed.includes(at))})
      }),
      {numRuns: 15},
    )
  })
})
