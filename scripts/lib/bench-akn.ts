/** How fast Akoma Ntoso is written and read, and how large it is: figures for `npm run bench`. */
import {performance} from 'node:perf_hooks'
import {readAkomaNtoso} from '../../parser/read/akn.ts'
import {akomaNtosoFiles} from '../../templates/exports/akn/index.ts'
import type {Model} from './pipeline.ts'

export interface AknFigures {
  files: number
  /** Milliseconds to write all files, and to read them all back; medians of the rounds. */
  write: number
  read: number
  bytes: number
  /** The files of the resolutions: name and bytes, the largest first. */
  resolutions: {name: string; bytes: number}[]
}

/**
 * Writes every file and reads it back, round after round.
 *
 * @param rounds how many are counted; one more warms up
 */
export function benchAkn(model: Pick<Model, 'resolutions' | 'standards' | 'amendments'>, rounds: number): AknFigures {
  const write: number[] = []
  const read: number[] = []
  let files: {name: string; xml: string}[] = []
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    files = akomaNtosoFiles(model, '1970-01-01').map(({name, render}) => ({name, xml: render()}))
    const written = performance.now()
    for (const {name, xml} of files) readAkomaNtoso(name, xml)
    if (round === 0) continue
    write.push(written - start)
    read.push(performance.now() - written)
  }
  const sizes = files.map(({name, xml}) => ({name, bytes: Buffer.byteLength(xml)}))
  const ofResolutions = new Set(model.resolutions.map(({id}) => `${id}.xml`))
  return {
    files: files.length,
    write: median(write),
    read: median(read),
    bytes: sizes.reduce((sum, {bytes}) => sum + bytes, 0),
    resolutions: sizes.filter(({name}) => ofResolutions.has(name)).sort((a, b) => b.bytes - a.bytes),
  }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
