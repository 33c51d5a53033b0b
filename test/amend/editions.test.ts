/** A base and an act that amends it, among the sources: the edition that nobody published is made. */
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {consolidate} from '../../parser/amend/consolidate.ts'
import {placedChanges, reaches} from '../../parser/amend/reach.ts'
import {pairActs} from '../../parser/compare/index.ts'
import {learn} from '../../parser/index.ts'
import type {ComparisonEntry} from '../../parser/model/index.ts'
import {readModel} from '../../scripts/lib/sources/pipeline.ts'
import {publishData} from '../support/data.ts'
import {ACT, amending, amendingText, base, baseText, DAY, writeSources} from './support-editions.ts'

const steps = {current: '', begin: () => undefined, step: () => undefined, end: () => undefined}
const folders: string[] = []
const modelOf = async (...files: Parameters<typeof writeSources>[1][number][]) => {
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-derived-'))
  folders.push(folder)
  writeSources(folder, files)
  return readModel(folder, steps)
}

/** The instructions of the amending act; the base has some of its own. */
const own = ({amendments}: Awaited<ReturnType<typeof readModel>>['model']) => amendments.filter(({by}) => by === '2013-335')

afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

describe('a base and a later act that amends it', {timeout: 60_000}, () => {
  const reading = modelOf(base(), amending())

  it('make an edition of the day of the act, beside the published text', async () => {
    const {model, problems} = await reading
    expect(problems).toEqual([])
    expect(model.editionList).toMatchObject([
      {id: `${ACT}@2012-10-09`, latest: true},
      {
        id: `${ACT}@${DAY}`,
        latest: false,
        file: 'base-2012-10-09.md',
        consolidation: {base: `${ACT}@2012-10-09`, by: ['2013-335'], applied: 3, refused: 1},
      },
      {id: `2013-335@${DAY}`, latest: true},
    ])
    const [derived] = model.earlier
    const pointOf = (standards: typeof model.standards, number: string) =>
      standards.find(({id}) => id === `${ACT}-1`)?.points.find((point) => point.number === number)?.text
    expect(pointOf(derived?.standards ?? [], '8')).toBe('Мемлекеттік қызмет тегін көрсетіледі.')
    expect(pointOf(model.standards, '8')).toMatch(/^Мемлекеттік қызмет ақылы түрде көрсетіледі\.\n/u)
  })

  it('say of each instruction whether it was carried out, and why not', async () => {
    const {model} = await reading
    expect(own(model).map(({target, applied}) => [target.place, applied])).toMatchObject([
      [expect.stringContaining('7-тармақтың 1) тармақшасындағы'), true],
      [expect.stringContaining('8-тармақ'), true],
      [expect.stringContaining('99-тармақ'), false],
      [expect.stringContaining('1-қосымшадағы'), true],
    ])
    expect(model.earlier[0]?.consolidation?.instructions).toMatchObject([
      {status: 'applied', reason: null},
      {status: 'applied', reason: null},
      {status: 'refused', reason: 'there is no point 99', amendment: '2013-335/3'},
      {status: 'applied', reason: null},
    ])
    expect(model.diagnostics.filter(({rule}) => rule === 'amend/refused')).toMatchObject([{file: 'amending.md', severity: 'warning'}])
  })

  it('are published with their schemas, and compared', async () => {
    await reading
    const dist = mkdtempSync(join(tmpdir(), 'qyzmet-derived-dist-'))
    folders.push(dist)
    await publishData(folders[0]!, dist)
    const published = (path: string): unknown => JSON.parse(readFileSync(join(dist, path), 'utf8'))
    expect(published(`data/editions/${ACT}@${DAY}.json`)).toMatchObject({consolidation: {refused: 1}})
    expect(published('data/index.json')).toMatchObject({editions: [{}, {consolidation: {applied: 3}}, {}]})
    const [first] = published('data/comparisons.json') as ComparisonEntry[]
    expect(first).toMatchObject({
      id: `${ACT}_2012-10-09--${ACT}_${DAY}`,
      kind: 'editions',
      // The restated point had ten paragraphs and items, and has one.
      summary: {changed: 2, inserted: 0, deleted: 9, offices: {added: 0, closed: 0, changed: 0, moved: 1}},
    })
    expect(existsSync(join(dist, first?.docx ?? ''))).toBe(true)
  })

  it('show each change with the instruction that made it', async () => {
    const {model} = await reading
    const [derived] = model.earlier
    const [resolution] = model.resolutions
    const before = {resolution: resolution!, standards: model.standards.filter((standard) => standard.resolution === ACT)}
    const changes = placedChanges(pairActs(before, derived!)).filter(({pair}) => !pair.typographic)
    const made = changes.map(({place}) => ({
      place: [place.keys.point ?? place.keys.annex, place.keys.item ?? place.keys.row].flat(),
      by: own(model)
        .filter((one) => reaches(one, place))
        .map(({id}) => id),
    }))
    expect(made.filter(({place}) => place[0] !== '8')).toEqual([
      {place: ['7', '1)'], by: ['2013-335/1']},
      {place: ['1', '16'], by: ['2013-335/4']},
    ])
    const point = made.filter(({place}) => place[0] === '8')
    expect(point).toHaveLength(10)
    expect(point.every(({by}) => by.join(' ') === '2013-335/2')).toBe(true)
  })
})

describe('a text that is newer than the act', {timeout: 60_000}, () => {
  const consolidated = (): string => {
    const texts = [base(), amending()].map(({file, text}) => ({file, bytes: new TextEncoder().encode(text)}))
    return consolidate(texts[0]!, texts[1]!, learn(texts)).text
  }

  it('holds the changes that can be read in it, and gets no edition of its own', async () => {
    const {model} = await modelOf(base('2013-06-01', consolidated()), amending())
    expect(model.earlier).toEqual([])
    expect(own(model).map(({applied}) => applied)).toEqual([true, true, false, true])
  })

  it('does not hold what it says otherwise', async () => {
    const {model} = await modelOf(base('2013-06-01', baseText()), amending())
    expect(own(model).map(({applied}) => applied)).toEqual([false, false, false, false])
  })

  it('leaves room for the edition between it and an older text', async () => {
    const {model} = await modelOf(base(), base('2013-06-01', consolidated()), amending())
    expect(
      model.editionList
        .filter(({resolution}) => resolution === ACT)
        .map(({edition, latest, consolidation}) => [edition, latest, consolidation?.by]),
    ).toEqual([
      ['2012-10-09', false, undefined],
      [DAY, false, ['2013-335']],
      ['2013-06-01', true, undefined],
    ])
  })
})

describe('an act of which nothing can be carried out', {timeout: 60_000}, () => {
  it('makes no edition, and every refusal is said', async () => {
    const nothing = amendingText([
      '«Бұқаралық ақпарат құралдарын есепке қою» мемлекеттік қызмет стандартында:',
      '99-тармақ алып тасталсын.',
    ])
    const {model} = await modelOf(base(), amending(nothing))
    expect(model.editionList.every(({consolidation}) => consolidation === undefined)).toBe(true)
    expect(model.diagnostics.filter(({rule}) => rule === 'amend/refused')).toHaveLength(1)
  })
})
