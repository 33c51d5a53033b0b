import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {Comparison, type ComparisonEntry} from '../../parser/model/index.ts'
import {readModel} from '../../scripts/lib/sources/pipeline.ts'
import {qyzmet} from '../support/command.ts'
import {publishData} from '../support/data.ts'
import {secondEdition, writeEditions} from './support/editions.ts'

const folder = mkdtempSync(join(tmpdir(), 'qyzmet-editions-'))
const steps = {current: '', begin: () => undefined, step: () => undefined, end: () => undefined}
const none = join(folder, 'none')
const dist = mkdtempSync(join(tmpdir(), 'qyzmet-editions-dist-'))
let reading: Awaited<ReturnType<typeof readModel>>

beforeAll(async () => {
  writeEditions(folder)
  reading = await readModel(folder, steps)
  await publishData(folder, dist)
}, 60_000)

afterAll(() => {
  for (const one of [folder, dist]) rmSync(one, {recursive: true, force: true})
})

const published = (path: string): unknown => JSON.parse(readFileSync(join(dist, path), 'utf8'))
const compare = (...argv: string[]) => qyzmet(['compare', ...argv, '--sources', folder, '--dist', dist])

describe('a sources folder with two editions of an act', {timeout: 120_000}, () => {
  it('publishes the latest, and the earlier one beside it', () => {
    const {model, problems} = reading
    expect(problems).toEqual([])
    expect(model.resolutions.map(({id}) => id)).toEqual(['2012-1278'])
    expect(model.editionList.map(({id, latest}) => [id, latest])).toEqual([
      ['2012-1278@2012-10-09', false],
      ['2012-1278@2013-07-15', true],
    ])
    const [earlier] = model.earlier
    const feeOf = (standards: typeof model.standards) => standards.find(({id}) => id === '2012-1278-1')?.facts.fee?.kind
    expect([feeOf(earlier?.standards ?? []), feeOf(model.standards)]).toEqual(['paid', 'free'])
    expect(published('data/editions/2012-1278@2012-10-09.json')).toEqual(earlier)
    expect(published('data/index.json')).toMatchObject({
      editions: [{edition: '2012-10-09'}, {edition: '2013-07-15', latest: true}],
    })
  })

  it('gives the offices of the earlier edition the ids of the register, and says which was closed', () => {
    const {model} = reading
    const known = new Set(model.offices.map(({id}) => id))
    const rows = (model.earlier[0]?.standards ?? []).flatMap(({annexes}) =>
      annexes.flatMap(({groups = []}) => groups.flatMap((group) => group.rows)),
    )
    const unknown = rows.filter(({office}) => office === null || !known.has(office))
    expect(rows.length).toBeGreaterThan(1000)
    expect(unknown.map(({cells}) => cells[0])).toEqual([])
    const editions = (published('data/comparisons.json') as ComparisonEntry[]).find(({kind}) => kind === 'editions')
    expect(editions?.summary).toMatchObject({changed: 1, inserted: 0, deleted: 0, offices: {added: 0, closed: 1, changed: 0}})
    expect(editions?.docx).toBe('compare/2012-1278_2012-10-09--2012-1278_2013-07-15.docx')
    expect(existsSync(join(dist, editions?.docx ?? ''))).toBe(true)
  })

  it('compares them by id and date, and finds what was done', async () => {
    const {code, stdout} = await compare('2012-1278@2012-10-09', '2012-1278', '--format', 'json')
    const {changes} = Comparison.parse(JSON.parse(stdout))
    const {closed, restated} = secondEdition()
    expect(code).toBe(0)
    expect(changes.map(({kind, place, new: now}) => [kind, place, now?.text ?? null])).toEqual([
      ['changed', '«Бұқаралық ақпарат құралдарын есепке қою» стандарты, 8-тармақ', restated],
      ['deleted', expect.stringContaining(`2-қосымша, ${closed}`), null],
    ])
  })

  it('compares files of any format that is read', async () => {
    const {code, stdout, stderr} = await compare(join(folder, '2012-1278.md'), join(folder, '2012-1278-2013.md'))
    expect(stdout).toContain('~~ақылы түрде~~ **тегін**')
    expect(stderr).toContain('2 changes')
    expect(code).toBe(0)
  })

  it('looks ids up in the sources where there is no build', async () => {
    const {code, stdout} = await qyzmet(['compare', '2012-1278@2012-10-09', '2012-1278', '--sources', folder, '--dist', none])
    expect(stdout).toContain('~~ақылы түрде~~ **тегін**')
    expect(code).toBe(0)
  })

  it('writes a file', async () => {
    const out = join(folder, 'table.docx')
    expect((await compare('2012-1278@2012-10-09', '2012-1278', '--format', 'docx', '--out', out)).code).toBe(0)
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK')
    rmSync(out)
  })

  it('compares standards, and what parse prints', async () => {
    const parsed = join(folder, '..', `${folder.split('/').at(-1) ?? ''}.json`)
    writeFileSync(parsed, (await qyzmet(['parse', join(folder, '2012-1278.md'), '--sources', none])).stdout)
    const {code, stderr} = await compare(parsed, '2012-1278@2012-10-09', '--json')
    rmSync(parsed)
    expect(stderr).toContain('0 changes')
    expect(code).toBe(0)
    expect((await compare('2012-1278-3', '2012-1278-4')).stdout).toContain('# Салыстыру')
  })

  it.each([
    [['2012-1278', '2012-1278-1'], /is an act with 4 standards, the other side is one standard/u],
    [['2012-1279', '2012-1278'], /there is no 2012-1279/u],
    [['2012-1278@2012-10-10', '2012-1278'], /there is no 2012-1278@2012-10-10, only 2012-1278@2012-10-09, 2012-1278@2013-07-15/u],
    [['2012-1278-9', '2012-1278-1'], /there is no 2012-1278-9/u],
    [['no such thing', '2012-1278'], /is neither a file nor an id/u],
    [['2012-1278', '2012-1278', '--format', 'pdf'], /unknown format «pdf»/u],
  ])('refuses %j as wrong usage', async (argv, message) => {
    const {code, stdout, stderr} = await compare(...argv)
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it.each([
    ['{"title": "something else"}', 'x.json', /neither a standard nor a resolution/u],
    ['{"title": ', 'y.json', /no valid JSON/u],
    ['Бұл қаулы емес.\n', 'z.md', /not a resolution|No format/u],
  ])('refuses a file with %j', async (text, name, message) => {
    const path = join(mkdtempSync(join(tmpdir(), 'qyzmet-bad-')), name)
    writeFileSync(path, text)
    const {code, stderr} = await compare(path, '2012-1278')
    expect(stderr).toMatch(message)
    expect(code).toBe(1)
  })
})
