/** What the data are worth: the answer keys, and what is lost. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Coverage} from '../../../parser/model/index.ts'
import type {Subject} from '../bench.ts'

const path = (relative: string) => fileURLToPath(new URL(`../../../test/gold/${relative}`, import.meta.url))

export const exact: Subject = {
  title: 'Exactness',
  measure(bench) {
    const data = join(bench.dist(), 'data')
    // the scorer ends with 1 where anything is wrong
    const scores = JSON.parse(bench.node([path('score.mjs'), data, path('keys'), '--json'], [0, 1])) as Record<
      string,
      {right: number; asked: number}
    >
    const measures = Object.entries(scores).filter(([name]) => name !== 'total')
    const [right, asked] = measures.reduce(([sum, all], [, one]) => [sum + one.right, all + one.asked], [0, 0])
    const worst = measures.toSorted(([, a], [, b]) => a.right / a.asked - b.right / b.asked)[0]
    const coverage = JSON.parse(readFileSync(join(data, 'coverage.json'), 'utf8')) as Coverage[]
    return [
      {
        id: 'exact/keys',
        what: `answer keys, ${String(measures.length)} measures`,
        unit: 'share',
        value: right / asked,
        target: {least: 1},
        compared: 'fixed',
        note: `${String(right)} of ${String(asked)}${worst ? `; least: ${worst[0]}, ${String(worst[1].right)} of ${String(worst[1].asked)}` : ''}`,
      },
      {
        id: 'exact/unaccounted',
        what: 'characters unaccounted for, all sources',
        unit: 'count',
        value: coverage.reduce((sum, {unaccounted}) => sum + unaccounted, 0),
        target: {most: 0},
      },
    ]
  },
}
