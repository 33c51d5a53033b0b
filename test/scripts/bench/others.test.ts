/** What we are measured against does the work it is said to do. */
import {PDFDocument} from 'pdf-lib'
import {spawnSync} from 'node:child_process'
import {describe, expect, it} from 'vitest'
import {drawWithPdfLib} from '../../../scripts/bench/pdf-lib.ts'
import {plainSearch} from '../../../scripts/bench/plain-search.ts'
import {loadAssets} from '../../../templates/assets.ts'
import type {Sheet} from '../../../templates/pdf/display.ts'

describe('pdf-lib', () => {
  const sheet: Sheet = {
    elements: [{tag: 'P', kids: [{kind: 'text', x: 60, y: 60, text: 'Өтініш', size: 11, weight: 'regular'}]}],
    furniture: [
      {kind: 'rule', x1: 60, y1: 70, x2: 200, y2: 70, width: 0.5},
      {kind: 'matrix', x: 60, y: 80, module: 1, rows: [[true, false]]},
    ],
  }

  it('draws every sheet, with fonts cut down far below their files', async () => {
    const {fonts} = loadAssets()
    const bytes = await drawWithPdfLib([sheet, sheet], fonts, true)
    expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2)
    expect(bytes.length).toBeGreaterThan(2000)
    expect(bytes.length).toBeLessThan(fonts.regular.length / 10)
  })
})

describe('plain MiniSearch', () => {
  const office = {id: 'almaty-archive', name: 'Мемлекеттік мұрағат', address: 'Алматы қаласы', region: null, district: null, locality: null}
  const search = plainSearch({standards: [], resolutions: [], offices: [office as never]})

  it('finds words as they are written, and knows no Kazakh', () => {
    expect(search.search('мұрағат')[0]).toMatchObject({kind: 'office', published: 'almaty-archive'})
    expect(search.search('murağat')).toEqual([])
  })
})

describe('npm run bench', () => {
  const bench = (...args: string[]) => spawnSync(process.execPath, ['scripts/bench.ts', ...args], {encoding: 'utf8'})

  it('tells of its subjects, and how long they take', () => {
    const {stdout, status} = bench('--help')
    expect(status).toBe(0)
    for (const name of ['parse', 'build', 'forms', 'search', 'compare', 'exports', 'browser'])
      expect(stdout).toMatch(new RegExp(`^ +${name} `, 'mu'))
    expect(stdout).toContain('five minutes')
  })

  it.each([
    [['--only', 'serch'], 'did you mean search'],
    [['--rounds', '0'], '--rounds'],
    [['--quick'], '--quick'],
  ])('%j is wrong usage', (args, words) => {
    const {stderr, status} = bench(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(words)
  })
})
