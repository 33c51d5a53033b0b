/** From the sources to validated data, and nothing else of a build. */
import {Amendment, Coverage, Diagnostic, Edition, Office, Resolution, Standard} from '../../parser/model/index.ts'
import {readModel} from '../lib/sources/pipeline.ts'
import {SILENT} from './bench.ts'

/** Reads, parses, makes the register, holds everything against its schema; how many things that are. */
export async function readData(sources: string): Promise<number> {
  const {model} = await readModel(sources, SILENT)
  let count = 0
  const check = (schema: {parse(value: unknown): unknown}, values: readonly unknown[]) => {
    for (const value of values) schema.parse(value)
    count += values.length
  }
  check(Resolution, model.resolutions)
  check(Standard, model.standards)
  check(Edition, model.earlier)
  check(Office, model.offices)
  check(Amendment, model.amendments)
  check(Diagnostic, model.diagnostics)
  check(Coverage, model.coverage)
  return count
}
