/** Damaged sources: how many give the same data, or say where they are doubtful; and texts that nobody would write. */
import {fileURLToPath} from 'node:url'
import type {Subject} from '../bench.ts'

const CASES = 2000
const script = (name: string) => fileURLToPath(new URL(`../../${name}.ts`, import.meta.url))
/** «99.92 % of 1200 cases the same or reported» */
const SHARE = /^([\d.]+) % of (\d+) cases/mu

export const robust: Subject = {
  title: 'Robustness',
  measure(bench) {
    bench.say(`${String(CASES)} damaged sources`)
    // its own exit code speaks of its own floor, which is the target here
    const output = bench.node([script('perturb'), '--cases', String(CASES), '--seed', '1', '--sources', bench.sources], [0, 1])
    const [, share, cases] = SHARE.exec(output) ?? []
    bench.say(`${String(CASES)} fuzzed texts`)
    const fuzz = bench.exitCode([script('fuzz'), '--cases', String(CASES), '--seed', '1', '--sources', bench.sources])
    return [
      {
        id: 'robust/perturb',
        what: `sources damaged on purpose, ${cases ?? '0'} cases, seed 1: the same data, or the doubt reported`,
        unit: 'share',
        value: share === undefined ? null : Number(share) / 100,
        target: {least: 0.99},
        compared: 'fixed',
      },
      {
        id: 'robust/fuzz',
        what: `fuzzed texts, ${String(CASES)} cases, seed 1: whether any failed`,
        unit: 'count',
        value: fuzz,
        target: {most: 0},
        note: 'npm run fuzz tells which',
      },
    ]
  },
}
