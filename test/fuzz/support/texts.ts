/** The texts that are damaged: excerpts of the sources in every format, small enough for many cases. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {learn, parse, type Knowledge, type SourceInput} from '../../../parser/index.ts'
import type {InputFormatName, Resolution} from '../../../parser/model/index.ts'
import type {SourceFormat} from '../../../parser/tree.ts'
import {renderResolution} from '../../../templates/exports/akn/index.ts'
import {model} from '../../formats/model.ts'
import {render} from '../../../scripts/lib/sources/print-source.ts'

export interface Text {
  name: string
  format: InputFormatName
  lines: readonly string[]
}

export interface Material {
  texts: Text[]
  /** Short lines of all formats: stamps, captions, headings, cells, what structure is told by. */
  marks: string[]
  knowledge: Knowledge
}

/** Longest excerpt in characters. */
const LONGEST = 16_000
/** Characters of each source that excerpts are cut from, and that words are learned from. */
const BEGINNING = 200_000
const LEARNED = 40_000
/** Lines that an annex keeps. */
const ANNEX_LINES = 90
const HEAD_LINES = 45
const SHORT_LINE = 120

/** Cuts excerpts from the sources of a folder: the head of each act with one standard after another, annexes shortened. */
export function readMaterial(folder: string, standardsOfEach = 3): Material {
  const inputs = readdirSync(folder)
    .filter((file) => /\.(?:txt|md|html)$/u.test(file))
    .map((file) => beginning({file, bytes: new Uint8Array(readFileSync(join(folder, file)))}, BEGINNING))
  const excerpts = inputs.flatMap((input) => cutExcerpts(input, standardsOfEach))
  const printed = (['markdown', 'html', 'html-text', 'pdf-text'] as const).map((format: SourceFormat): Text => ({
    name: `printed.${format}`,
    format,
    lines: render(model, format).split('\n'),
  }))
  const texts = [...excerpts, ...printed, ...exported([...excerpts, printed[1]!])]
  const short = texts
    .filter(({format}) => format !== 'akn')
    .flatMap(({lines}) => lines)
    .filter((line) => line.trim() !== '' && line.length < SHORT_LINE)
  return {texts, marks: [...new Set(short)], knowledge: learn(inputs.map((input) => beginning(input, LEARNED)))}
}

/** The whole of the sources takes seconds. */
function beginning({file, bytes}: SourceInput, length: number): SourceInput {
  const text = new TextDecoder().decode(bytes).slice(0, length)
  return {file, bytes: new TextEncoder().encode(text)}
}

function cutExcerpts({file, bytes}: SourceInput, count: number): Text[] {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const {standards, format} = parse({file, bytes})
  const first = standards[0]?.lines[0] ?? lines.length
  const head = lines.slice(0, Math.min(first - 1, HEAD_LINES))
  return standards
    .filter(({annexes, status}) => status === 'included' && annexes.length > 0)
    .map(({id, lines: [from], annexes}) => {
      const text = lines.slice(from - 1, annexes[0]!.lines[0] - 1)
      const tables = annexes.flatMap(({lines: [start, end]}) => lines.slice(start - 1, Math.min(end, start + ANNEX_LINES)))
      return {name: `${file} ${id}`, format: format!, lines: shortened([...head, ...text, ...tables])}
    })
    .sort((a, b) => a.lines.length - b.lines.length)
    .slice(0, count)
}

function shortened(lines: readonly string[]): string[] {
  let length = 0
  return lines.filter((line) => (length += line.length + 1) < LONGEST)
}

/** The same in Akoma Ntoso, as the build writes it. */
function exported(texts: readonly Text[]): Text[] {
  return texts.slice(-3).flatMap(({name, format, lines}) => {
    const {resolution, standards, amendments} = parse({file: name, bytes: new TextEncoder().encode(lines.join('\n')), format})
    if (!resolution) return []
    const source: Resolution['source'] = {file: name, format, sha256: '0'.repeat(64), lines: [1, lines.length]}
    const xml = renderResolution({resolution: {...resolution, source}, standards, amendments}, '2014-03-11')
    return [{name: `${name} as Akoma Ntoso`, format: 'akn', lines: xml.split('\n')}]
  })
}
