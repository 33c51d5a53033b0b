/** The markup of every page kind in every language against the HTML standard, and what pages weigh. */
import {readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {describe, expect, inject, test} from 'vitest'
import type {Catalogue, Standard} from '../../parser/model/index.ts'
import {fileOf} from '../../site/worker/edition.ts'
import {standardPaths} from './page-kinds.ts'
import {markupFaults} from './validator.ts'

const dist = inject('dist')
const read = (path: string): string => readFileSync(join(dist, fileOf(path)), 'utf8')

const paths = standardPaths(dist).flatMap((path) => [path, `/ru${path}`, `/en${path}`])

test.each([...paths, '/404.html'])('%s is valid HTML', async (path) => {
  expect((await markupFaults(read(path))).slice(0, 10)).toEqual([])
})

describe('weight, gzipped, with all that is fetched to show the page', () => {
  const FETCHED =
    /<(?:script\b[^>]*?\ssrc|link\b(?=[^>]*\srel="(?:stylesheet|modulepreload|preload|icon|manifest)")[^>]*?\shref)="(\/[^"]+)"/gu
  const FONT = /url\(["']?(\/assets\/[^)"']+\.woff2)/gu
  const gzipped = (path: string): number => gzipSync(readFileSync(join(dist, fileOf(path)))).length

  /** Bytes of the page, its styles, its scripts and every font that its styles name. */
  function weight(path: string): number {
    const fetched = new Set([...read(path).matchAll(FETCHED)].map(([, one = '']) => one))
    for (const sheet of [...fetched].filter((one) => one.endsWith('.css'))) {
      for (const [, font = ''] of read(sheet).matchAll(FONT)) fetched.add(font)
    }
    return [path, ...fetched].reduce((sum, one) => sum + gzipped(one), 0)
  }

  test.each(['/', '/ru/', '/en/'])('home %s is under 60 KB', (path) => {
    expect(weight(path)).toBeLessThan(60 * 1024)
  })

  test('the heaviest standard, tables and all, is under 120 KB', () => {
    const {standards} = JSON.parse(readFileSync(join(dist, 'data', 'index.json'), 'utf8')) as Catalogue
    const pages = standards.flatMap(({id}) => {
      const {annexes} = JSON.parse(readFileSync(join(dist, 'data', 'standards', `${id}.json`), 'utf8')) as Standard
      return [`/standards/${id}/`, ...annexes.map((annex) => `/standards/${annex.id.replace('/', '/annex-')}/`)]
    })
    const heaviest = pages.toSorted((a, b) => statSync(join(dist, fileOf(b))).size - statSync(join(dist, fileOf(a))).size).slice(0, 5)
    for (const path of heaviest) expect(weight(path), path).toBeLessThan(120 * 1024)
  })
})
