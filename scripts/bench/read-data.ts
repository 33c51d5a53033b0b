/** From the sources to validated data, and nothing else of a build. */
import {readModel} from '../lib/pipeline.ts'
import {dataFiles} from '../lib/publish.ts'
import {SILENT} from './bench.ts'

/** Reads, parses, registers, validates and writes as JSON; the number of files that would be. */
export async function readData(sources: string): Promise<number> {
  const {model} = await readModel(sources, SILENT)
  return dataFiles(model).size
}
