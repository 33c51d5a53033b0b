/** From the sources folder to one published model, all of it in memory: for commands that look at all of it, or at little. */
import {learn, parseAll} from '../../../parser/index.ts'
import type {SourceInput} from '../../../parser/index.ts'
import type {Diagnostic, Edition, Office, Standard} from '../../../parser/model/index.ts'
import {registerOffices} from '../../../parser/register/index.ts'
import {linkRows} from '../../../parser/register/links.ts'
import {
  byId,
  byStandard,
  collect,
  derivedEdition,
  diagnosticsOf,
  editionOf,
  factsOf,
  registerOptions,
  type Facts,
  type Reading,
} from './collection.ts'
import {officesOfEditions} from '../data/edition-offices.ts'
import type {Steps} from '../progress.ts'
import {confirmed} from './received.ts'
import {readSources} from './sources.ts'

/** Everything that is published as data, before it is cut into files. */
export interface Model extends Facts {
  standards: Standard[]
  offices: Office[]
  /** Named by file name, without the folder. */
  diagnostics: Diagnostic[]
  /** Other editions than the published ones, whole: earlier ones, and those that the program made. */
  earlier: Edition[]
}

export interface ModelReading {
  model: Model
  /** What is wrong with the folder and its manifest; paths as given. Errors here mean that there is no complete model. */
  problems: Diagnostic[]
}

/** Reads, parses and registers all sources of a folder. Throws nothing for bad input: see `problems`. */
export async function readModel(folder: string, progress: Steps): Promise<ModelReading> {
  progress.begin('read')
  const sources = await readSources(folder)
  const readings = parseSources(sources.inputs, progress)
  const collection = await collect(readings, sources, () => learn(sources.inputs), progress)
  const {published, earlier, derivation} = collection
  progress.begin('register')
  const ownStandards = published.flatMap(({result}) => result.standards)
  const register = registerOffices(ownStandards, registerOptions(collection))
  const standards = ownStandards.map((standard) => linkRows(standard, register.officeOf))
  const unlinked = [
    ...earlier.flatMap((reading) => editionOfReading(reading) ?? []),
    ...derivation.derived.flatMap((one) => derivedEdition(one) ?? []),
  ]
  const officeOf = officesOfEditions(
    unlinked.flatMap((edition) => edition.standards),
    ownStandards,
    register.officeOf,
  )
  const editions = unlinked.map((edition) => ({
    ...edition,
    standards: edition.standards.map((standard) => linkRows(standard, officeOf)),
  }))
  progress.end()
  return {
    problems: collection.problems,
    model: {
      ...factsOf(collection),
      standards: [...standards].sort(byStandard),
      offices: [...register.offices()],
      diagnostics: diagnosticsOf(collection, register.diagnostics),
      earlier: editions.sort(byId),
    },
  }
}

/** Parses a collection; each is read with what all of them teach. What the manifest confirms of a text is no error. */
export function parseSources(inputs: readonly SourceInput[], progress: Steps): Reading[] {
  progress.begin('learn')
  const parsed = parseAll(inputs, ({file, stage, done, total}) => {
    if (stage === 'learning') return
    if (progress.current !== 'parse') progress.begin('parse')
    progress.step(`${file} (${String(done + 1)} of ${String(total)})`)
  })
  progress.end()
  return inputs.map((input, index) => {
    const result = parsed[index]
    if (!result) throw new Error(`${input.file}: the parser gave nothing back`)
    return {input, result: confirmed(input, result)}
  })
}

function editionOfReading(reading: Reading): Edition | null {
  const {resolution, standards} = reading.result
  if (!resolution) return null
  const edition = editionOf(reading)
  return {id: `${resolution.id}@${edition}`, edition, resolution, standards}
}
