/** Parsing against remark-parse alone over the same bytes, and what it needs of memory. */
import {fileURLToPath} from 'node:url'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {parseAll} from '../../../parser/index.ts'
import {readSources} from '../../lib/sources/sources.ts'
import {readData} from '../read-data.ts'
import type {Subject} from '../bench.ts'
import type {Figure} from '../figures.ts'
import {inTurns} from '../measure.ts'

const MEMORY = 500 * 1024 ** 2
const DATA_ALONE = fileURLToPath(new URL('../data-alone.ts', import.meta.url))

export const parse: Subject = {
  title: 'Parsing, against remark-parse alone over the same bytes',
  async measure(bench) {
    const {inputs} = await readSources(bench.sources)
    if (inputs.length === 0) throw new Error(`there is nothing in ${bench.sources} to measure with`)
    const decoder = new TextDecoder()
    const remark = (bytes: Uint8Array) => unified().use(remarkParse).parse(decoder.decode(bytes))
    const figures: Figure[] = []
    for (const input of inputs) {
      bench.say(input.file)
      const {ours, theirs} = await inTurns(bench.rounds, {
        ours: () => parseAll([input]),
        theirs: () => remark(input.bytes),
      })
      figures.push({
        id: `parse/ratio/${input.file}`,
        what: input.file,
        unit: 'ratio',
        value: ours / theirs,
        compared: 'ratio',
        note: `${String(Math.round(ours))} ms, remark-parse ${String(Math.round(theirs))} ms, ${String(Math.round(input.bytes.length / 1024))} KB`,
      })
    }
    bench.say('all together')
    const all = await inTurns(bench.rounds, {
      parsing: () => parseAll(inputs),
      theirs: () => inputs.forEach(({bytes}) => remark(bytes)),
      data: () => readData(bench.sources),
    })
    bench.say('memory')
    const {peakMemory} = bench.measured([DATA_ALONE, bench.sources])
    return [
      {
        id: 'parse/ratio',
        what: 'all sources to their structure',
        unit: 'ratio',
        value: all.parsing / all.theirs,
        compared: 'ratio',
        note: `${String(Math.round(all.parsing))} ms, remark-parse ${String(Math.round(all.theirs))} ms`,
      },
      {
        id: 'parse/data-ratio',
        what: 'all sources to validated data: read, parsed, register made, held against the schemas',
        unit: 'ratio',
        value: all.data / all.theirs,
        target: {most: 0.7},
        compared: 'ratio',
        note: `${String(Math.round(all.data))} ms`,
      },
      ...figures,
      {id: 'parse/memory', what: 'peak memory of the same, alone in a process', unit: 'bytes', value: peakMemory, target: {most: MEMORY}},
    ]
  },
}
