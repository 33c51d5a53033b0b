/** How fast services, tables and catalogue are made, and how large they are: figures for `npm run bench`. */
import {performance} from 'node:perf_hooks'
import {addOpenData, type OpenModel} from './open-data.ts'
import type {Files} from './publish.ts'

export interface OpenDataFigures {
  /** Milliseconds for all of them; the median of the rounds. */
  milliseconds: number
  /** Bytes of each kind of file. */
  bytes: Record<string, number>
}

const KINDS: readonly [string, RegExp][] = [
  ['services (JSON-LD, one a standard)', /^jsonld\/\d/u],
  ['services and offices in one (JSON-LD)', /^jsonld\/catalogue/u],
  ['tables (CSV)', /\.csv$/u],
  ['catalogue of files (DCAT)', /^data\/catalogue/u],
]

/** @param rounds how many are counted; one more warms up */
export function benchOpenData(model: OpenModel, rounds: number): OpenDataFigures {
  const silent = {current: '', begin: () => undefined, step: () => undefined, end: () => undefined}
  const times: number[] = []
  let files: Files = new Map()
  for (let round = 0; round <= rounds; round++) {
    files = new Map()
    const start = performance.now()
    addOpenData(files, model, 0, undefined, silent)
    if (round > 0) times.push(performance.now() - start)
  }
  const bytesOf = (pattern: RegExp) =>
    [...files].reduce((sum, [path, content]) => (pattern.test(path) ? sum + Buffer.byteLength(content) : sum), 0)
  return {
    milliseconds: times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0,
    bytes: Object.fromEntries(KINDS.map(([kind, pattern]) => [kind, bytesOf(pattern)])),
  }
}
