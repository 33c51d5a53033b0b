/** What Lighthouse says of the pages that most people see; the worst page and device in each category. */
import {fileURLToPath} from 'node:url'
import type {Subject} from '../bench.ts'
import type {Figure} from '../figures.ts'

const SCRIPT = fileURLToPath(new URL('../../lighthouse.ts', import.meta.url))

interface Page {
  path: string
  device: string
  /** By category, 0–100. */
  scores: Record<string, number>
}

export const lighthouse: Subject = {
  title: 'Lighthouse: home, the longest standard, offices, search; phone and desk',
  measure(bench) {
    bench.say('pages')
    const pages = JSON.parse(bench.node([SCRIPT, bench.dist(), '--json'], [0, 1])) as Page[]
    const categories = Object.keys(pages[0]?.scores ?? {})
    return categories.map((category): Figure => {
      const [worst] = pages.toSorted((a, b) => (a.scores[category] ?? 0) - (b.scores[category] ?? 0))
      return {
        id: `lighthouse/${category}`,
        what: `${category}, the least of ${String(pages.length)}`,
        unit: 'count',
        value: worst?.scores[category] ?? null,
        target: {least: 95},
        note: worst ? `${worst.path} ${worst.device}` : '',
      }
    })
  },
}
