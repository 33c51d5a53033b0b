/** The made-up national corpus: what is written is read, in every format, and nothing is written twice. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {buildRegister, parseAll} from '../../parser/index.ts'
import type {Annex} from '../../parser/model/index.ts'
import type {SourceFormat} from '../../parser/tree.ts'
import {openCorpus, type Corpus, type DrawnAct} from '../../scripts/lib/corpus/act.ts'
import {printDrawn, writeCorpus} from '../../scripts/lib/corpus/write.ts'
import {readSources} from '../../scripts/lib/sources/sources.ts'

const {inputs} = await readSources('sources')
const sources = parseAll(inputs)
const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
afterAll(() => {
  rmSync(folder, {recursive: true})
})

function draw(corpus: Corpus, standards: number): DrawnAct[] {
  const acts: DrawnAct[] = []
  for (let left = standards; left > 0; left -= acts.at(-1)!.truth.length) acts.push(corpus.next(left))
  return acts
}

const standardsOf = (acts: readonly DrawnAct[]) => acts.flatMap(({model}) => model.standards)
const rowsOf = ({groups = []}: Annex) => groups.flatMap(({heading, rows}) => rows.map(({number, cells}) => [heading, number, ...cells]))
/** A converter sets letters apart: what comes back is held against what was written without its blanks. */
const letters = (text: string) => text.replace(/\s+/gu, '')

/** Whole corpora are drawn, printed and read. */
const LONG = {timeout: 300_000}

describe.each<SourceFormat>(['pdf-text', 'markdown', 'html-text', 'html'])('a corpus printed as %s', (format) => {
  const acts = draw(openCorpus(sources, 5, [format]), 16)
  const read = parseAll(acts.map((act) => ({file: act.file, bytes: printDrawn(act), format})))
  const found = new Map(read.flatMap(({standards}) => standards.map((standard) => [standard.id, standard])))

  it('leaves no character unaccounted for, and nothing in doubt', () => {
    expect(read.map(({coverage}) => coverage.unaccounted)).toEqual(acts.map(() => 0))
    expect(read.flatMap(({diagnostics}) => diagnostics.filter(({severity}) => severity !== 'info'))).toEqual([])
  })

  it('is read as it was written: titles, points, notes', () => {
    for (const standard of standardsOf(acts)) {
      const again = found.get(standard.id)
      expect(again?.title).toBe(standard.title)
      expect(again?.points.map(({number, text}) => [number, letters(text)])).toEqual(
        standard.points.map(({number, text}) => [number, letters(text)]),
      )
      expect(again?.notes.map(({text}) => letters(text))).toEqual(standard.notes.map(({text}) => letters(text)))
    }
  })

  it('is read as it was written: annexes, office rows, indicators', () => {
    const rows = standardsOf(acts).flatMap(({id, annexes}) =>
      annexes.flatMap((annex) => rowsOf(annex).map((row) => [id, annex.number, ...row])),
    )
    const again = standardsOf(acts).flatMap(({id}) =>
      found.get(id)!.annexes.flatMap((annex) => rowsOf(annex).map((row) => [id, annex.number, ...row])),
    )
    expect(rows.length).toBeGreaterThan(3000)
    expect(again.length).toBe(rows.length)
    const had = new Set(rows.map((row) => JSON.stringify(row)))
    const changed = again.filter((row) => !had.has(JSON.stringify(row)))
    // The text of a PDF does not show where a cell ends: the same floor as for the real tables.
    expect(changed.slice(format === 'pdf-text' ? Math.floor(0.03 * rows.length) : 0)).toEqual([])
    for (const {id, annexes} of standardsOf(acts)) {
      expect(found.get(id)!.annexes.map(({kind, number, indicators}) => [kind, number, indicators?.map(({label}) => label)])).toEqual(
        annexes.map(({kind, number, indicators}) => [kind, number, indicators?.map(({label}) => label)]),
      )
    }
  })

  it('says the deadlines and documents that were drawn', () => {
    for (const {id, deadlines, documents} of acts.flatMap(({truth}) => truth)) {
      const {facts} = found.get(id)!
      expect(facts.deadlines.map(({amount, unit}) => ({amount, unit}))).toEqual(expect.arrayContaining(deadlines))
      expect(facts.documents.map(({text}) => text)).toEqual(expect.arrayContaining(documents))
    }
  })
})

describe('the texts of a corpus', LONG, () => {
  const acts = draw(openCorpus(sources, 5), 300)

  it('are the same for the same seed, and others for another', () => {
    const print = (seed: number) => draw(openCorpus(sources, seed), 30).map((act) => printDrawn(act).toString())
    const once = print(5)
    expect(print(5)).toEqual(once)
    expect(acts.slice(0, once.length - 1).map((act) => printDrawn(act).toString())).toEqual(once.slice(0, -1))
    const other = new Set(standardsOf(draw(openCorpus(sources, 6), 30)).map(({title}) => title))
    expect(
      standardsOf(acts)
        .slice(0, 30)
        .filter(({title}) => other.has(title)).length,
    ).toBeLessThan(3)
  })

  it('are all different: acts, titles, points, tables', () => {
    const unique = (values: readonly unknown[]) => new Set(values.map((value) => JSON.stringify(value))).size
    const standards = standardsOf(acts)
    const tables = standards.flatMap(({annexes}) => annexes.filter(({groups}) => groups).map(rowsOf))
    expect(unique(acts.map(({file}) => file))).toBe(acts.length)
    expect(unique(standards.map(({title}) => title))).toBe(standards.length)
    expect(unique(standards.map(({points}) => points.map(({text}) => text)))).toBe(standards.length)
    expect(unique(tables)).toBe(tables.length)
  })

  it('come in the formats of the sources, and name the same offices in many acts', () => {
    expect([...new Set(acts.map(({format}) => format))].sort()).toEqual(['html-text', 'markdown', 'pdf-text'])
    const actsOf = new Map<string, Set<string>>()
    for (const {file, model} of acts) {
      for (const row of model.standards.flatMap(({annexes}) => annexes.flatMap(rowsOf))) {
        const name = String(row[2])
        actsOf.set(name, (actsOf.get(name) ?? new Set()).add(file))
      }
    }
    expect([...actsOf.values()].filter((files) => files.size > 3).length).toBeGreaterThan(200)
  })
})

describe('the register of a corpus', LONG, () => {
  const acts = draw(openCorpus(sources, 5), 45)
  const read = parseAll(acts.map((act) => ({file: act.file, bytes: printDrawn(act), format: act.format})))
  const standards = new Map(buildRegister(read.flatMap((one) => one.standards)).standards.map((standard) => [standard.id, standard]))
  const pairs = standardsOf(acts).flatMap(({id, annexes}) => {
    const drawn = annexes.flatMap(({groups = []}) => groups.flatMap(({rows}) => rows))
    const found = standards.get(id)!.annexes.flatMap(({groups = []}) => groups.flatMap(({rows}) => rows))
    return drawn.map(({office}, at) => [office ?? '', found[at]?.office ?? ''] as const)
  })
  /** Rows that do not go with most of the rows of their own. */
  const strays = (of: 0 | 1) => {
    const groups = new Map<string, Map<string, number>>()
    for (const pair of pairs) {
      const group = groups.get(pair[of]) ?? new Map<string, number>()
      groups.set(pair[of], group.set(pair[1 - of]!, (group.get(pair[1 - of]!) ?? 0) + 1))
    }
    return [...groups.values()].reduce(
      (sum, group) =>
        sum +
        [...group.values()]
          .sort((a, b) => b - a)
          .slice(1)
          .reduce((a, b) => a + b, 0),
      0,
    )
  }

  it('has the offices that were drawn, however their rows are written', () => {
    expect(pairs.length).toBeGreaterThan(12_000)
    expect(strays(0) / pairs.length).toBeLessThan(0.002)
    expect(strays(1) / pairs.length).toBeLessThan(0.005)
  })
})

describe('writing a corpus', LONG, () => {
  it('gives a folder of sources with a manifest that agrees, and what they say beside it', async () => {
    const out = join(folder, 'ten')
    const written = await writeCorpus(openCorpus(sources, 3), {out, standards: 10})
    const again = await readSources(out)
    expect(again.diagnostics).toEqual([])
    expect(again.inputs.length).toBe(written.files)
    const truth = readFileSync(`${out}.expected.jsonl`, 'utf8').trimEnd().split('\n')
    expect(truth.map((line) => (JSON.parse(line) as {points: number}).points)).toEqual(Array(10).fill(26))
  })

  it('leaves a folder alone that holds something', async () => {
    const out = join(folder, 'ten')
    const before = readdirSync(out)
    await expect(writeCorpus(openCorpus(sources, 4), {out, standards: 1})).rejects.toThrow(/not empty/u)
    expect(readdirSync(out)).toEqual(before)
  })
})
