/** Growth: the data of a national corpus against those of one as small as the five acts. */
import {fileURLToPath} from 'node:url'
import {join} from 'node:path'
import type {Bench, Subject} from '../bench.ts'
import type {Figure} from '../figures.ts'

const CORPUS = fileURLToPath(new URL('../../corpus.ts', import.meta.url))
const DATA_BUILD = fileURLToPath(new URL('../data-build-alone.ts', import.meta.url))
const [SMALL, LARGE] = [27, 2700]

export const scale: Subject = {
  title: `Growth, from ${String(SMALL)} standards to ${String(LARGE)}`,
  measure(bench) {
    const small = dataOf(bench, SMALL)
    const large = dataOf(bench, LARGE)
    return [
      {
        id: 'scale/time',
        what: 'time of a standard from the sources to all of its data, against the small corpus',
        unit: 'ratio',
        value: large.milliseconds / LARGE / (small.milliseconds / SMALL),
        target: {most: 1.2},
        compared: 'ratio',
        note: `${(large.milliseconds / LARGE).toFixed(0)} ms and ${(small.milliseconds / SMALL).toFixed(0)} ms`,
      },
      {id: 'scale/memory', what: 'peak memory of the large one', unit: 'bytes', value: large.peakMemory, target: {most: 4 * 1024 ** 3}},
      {id: 'scale/whole', what: 'the large one, whole', unit: 'milliseconds', value: large.milliseconds},
    ] satisfies Figure[]
  },
}

/** Makes a corpus, then its data in a process of their own, with one thread. */
function dataOf(bench: Bench, standards: number): {milliseconds: number; peakMemory: number} {
  const folder = bench.newFolder()
  const sources = join(folder, 'sources')
  bench.say(`a corpus of ${String(standards)} standards`)
  bench.node([CORPUS, '--out', sources, '--standards', String(standards), '--sources', bench.sources])
  bench.say(`data of ${String(standards)} standards`)
  return bench.measured([DATA_BUILD, sources, join(folder, 'out')])
}
