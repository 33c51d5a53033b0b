/**
 * The real tables printed in every format, in several manners of each converter, and read back: one table of every kind of
 * list the sources have. Rows that come back changed are misprints that no reader can place («8-1263-82 -37-77»).
 */
import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {learn, parse, parseAll} from '../../parser/index.ts'
import type {Annex} from '../../parser/model/index.ts'
import type {SourceFormat} from '../../parser/tree.ts'
import type {ActModel} from '../../scripts/lib/sources/print-act.ts'
import {render, type RenderOptions} from '../../scripts/lib/sources/print-source.ts'
import {isTable} from './tables.ts'

const folder = new URL('../../sources/', import.meta.url)
const inputs = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/u.test(name))
  .map((file) => ({file, bytes: readFileSync(new URL(file, folder))}))
const knowledge = learn(inputs)

/** One standard for each kind of list, with that list alone. */
const kinds = new Map(
  parseAll(inputs).flatMap(({resolution, standards}) =>
    standards.flatMap((standard) =>
      standard.annexes.filter(isTable).map((annex) => {
        const act = {...resolution!, notes: [], points: [], source: {file: '', format: '', sha256: '', lines: 0}}
        const alone = {
          ...standard,
          notes: [],
          sections: standard.sections.slice(0, 1),
          points: standard.points.slice(0, 3),
          annexes: [{...annex, number: 1}],
        }
        return [
          JSON.stringify([resolution?.id, annex.kind, annex.columns]),
          {annex, model: {resolution: act, standards: [alone]} satisfies ActModel},
        ] as const
      }),
    ),
  ),
)

const ENOUGH: Record<SourceFormat, number> = {html: 0.995, 'html-text': 0.995, markdown: 0.995, 'pdf-text': 0.97}
const PRINTINGS: [SourceFormat, RenderOptions][] = [
  ['html', {}],
  ['html', {headings: 'lines', columnNumbers: false}],
  ['html-text', {}],
  ['html-text', {headings: 'lines', rows: 20}],
  ['markdown', {}],
  ['markdown', {headings: 'lines', rows: 17}],
  ['pdf-text', {}],
  ['pdf-text', {hours: 'middle', page: 30, seed: 2}],
  ['pdf-text', {columnNumbers: false, seed: 3}],
]

function rowsOf({groups = [], indicators = []}: Annex): string[] {
  return [
    ...groups.flatMap(({heading, rows}) => rows.map(({number, cells}) => JSON.stringify([heading, number, ...cells]))),
    ...indicators.map((indicator) => JSON.stringify(indicator)),
  ]
}

describe.each(PRINTINGS)('real tables printed as %s, %j', (format, options) => {
  const wanted: string[] = []
  const lost: string[] = []
  const kindsAndTitles: unknown[][] = [[], []]
  for (const {annex, model} of kinds.values()) {
    const again = parse({file: 'act', bytes: new TextEncoder().encode(render(model, format, options)), format}, knowledge)
    const read = again.standards.flatMap(({annexes}) => annexes)
    const found = read.flatMap(rowsOf)
    for (const row of rowsOf(annex)) {
      wanted.push(row)
      const at = found.indexOf(row)
      if (at === -1) lost.push(row)
      else found.splice(at, 1)
    }
    kindsAndTitles[0]!.push(annex.kind)
    kindsAndTitles[1]!.push(...read.map(({kind}) => kind))
  }

  it('come back as the tables they were', () => {
    expect(kindsAndTitles[1]).toEqual(kindsAndTitles[0])
  })

  it(`come back in ${ENOUGH[format] * 100} % of rows`, () => {
    expect(wanted.length).toBeGreaterThan(2000)
    expect(lost.slice(0, Math.max(0, lost.length - Math.floor((1 - ENOUGH[format]) * wanted.length)))).toEqual([])
  })
})
