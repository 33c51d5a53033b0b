/** Real acts printed as pages of the official database and read back: no page of it is among the sources. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'
import type {Annex, Standard} from '../../parser/model/index.ts'
import {render} from '../../scripts/lib/sources/print-source.ts'

describe.each(['2011-431.pdf.txt', '2012-1278.md'])('%s as a page', (name) => {
  const original = parse({file: name, bytes: readFileSync(new URL(`../../sources/${name}`, import.meta.url))})
  const standards = original.standards.map((standard) => ({...standard, annexes: standard.annexes.filter(isTable)}))
  const resolution = {...original.resolution!, source: {file: name, format: '', sha256: '', lines: 0}}
  const page = parse({file: 'page.html', bytes: new TextEncoder().encode(render({resolution, standards}, 'html'))})

  it('holds something to compare', () => {
    expect(standards.flatMap(({points}) => points).length).toBeGreaterThan(40)
    expect(standards.flatMap(({annexes}) => annexes).length).toBeGreaterThan(3)
  })

  it('keeps every standard with its points and sections', () => {
    const text = ({title, status, points, sections}: Standard) => ({
      title,
      status,
      points: points.map((point) => [point.number, point.text, ...point.items.map((item) => item.marker)]),
      sections: sections.map((section) => [section.number, section.title, section.points]),
    })
    expect(page.standards.map(text)).toEqual(standards.map(text))
  })

  it('keeps every row of every table', () => {
    const table = ({number, kind, title, columns, groups = [], indicators = []}: Annex) => ({
      number,
      kind,
      title,
      columns,
      headings: groups.flatMap(({heading}) => heading ?? []),
      rows: groups.flatMap(({rows}) => rows.map((row) => [row.number, ...row.cells])),
      indicators,
    })
    expect(page.standards.flatMap((standard) => standard.annexes.map(table))).toEqual(
      standards.flatMap((standard) => standard.annexes.map(table)),
    )
  })

  it('leaves nothing unaccounted for', () => {
    expect(page.coverage.unaccountedLines).toEqual([])
  })
})

function isTable({kind}: Annex): boolean {
  return kind === 'offices' || kind === 'indicators'
}
