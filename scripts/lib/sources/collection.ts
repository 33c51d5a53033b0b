/** All readings of a collection together: the editions told apart, the amending acts carried out. */
import {join} from 'node:path'
import type {DerivedEdition, Derivation} from '../../../parser/amend/editions.ts'
import type {ParsedSource, SourceInput} from '../../../parser/index.ts'
import type {Knowledge} from '../../../parser/knowledge.ts'
import type {
  Amendment,
  ConsolidationNote,
  Coverage,
  Diagnostic,
  Edition,
  EditionEntry,
  Resolution,
  Standard,
} from '../../../parser/model/index.ts'
import type {RegisterOptions} from '../../../parser/register/index.ts'
import type {Steps} from '../progress.ts'
import {sourceOf} from './received.ts'
import {suggestedEntry} from './sources.ts'
import type {Sources} from './sources.ts'

/** What of the published data does not depend on the register. */
export interface Facts {
  resolutions: Resolution[]
  amendments: Amendment[]
  coverage: Coverage[]
  /** Dates of the editions that the manifest gives. */
  editions: string[]
  /** Every edition of every act, by act and date. */
  editionList: EditionEntry[]
}

/** As much of a standard as choosing among editions takes. */
type Told = Pick<Standard, 'id' | 'notes'>

/** A source with what was read from it. */
export interface Reading<Kind extends Told = Standard> {
  input: SourceInput
  result: Omit<ParsedSource, 'resolution' | 'standards'> & {resolution: Resolution | null; standards: Kind[]}
}

/** All readings, the editions told apart and the amending acts carried out. */
export interface Collection<Kind extends Told> {
  readings: readonly Reading<Kind>[]
  sources: Sources
  published: Reading<Kind>[]
  earlier: Reading<Kind>[]
  derivation: Derivation
  problems: Diagnostic[]
}

/** @param knowledge asked for only where an act amends another one */
export async function collect<Kind extends Told>(
  readings: readonly Reading<Kind>[],
  sources: Sources,
  knowledge: () => Knowledge,
  progress: Steps,
): Promise<Collection<Kind>> {
  const problems = [...sources.diagnostics]
  const {published, earlier} = choosePublished(readings, sources, problems)
  const derivation = await carryOut([...published, ...earlier], knowledge, progress)
  return {readings, sources, published, earlier, derivation, problems}
}

/** What of a model does not depend on the register. */
export function factsOf<Kind extends Told>({readings, sources, published, earlier, derivation}: Collection<Kind>): Facts {
  return {
    resolutions: published.flatMap(({result}) => result.resolution ?? []).sort(byId),
    amendments: published.flatMap(({result}) =>
      result.amendments.map((one) => (derivation.received.has(one.id) ? {...one, applied: true} : one)),
    ),
    coverage: readings.map(({result}) => result.coverage),
    editions: sources.inputs.flatMap(({manifest}) => manifest?.edition ?? []),
    editionList: [
      ...published.map((reading) => entryOf(reading, true)),
      ...earlier.map((reading) => entryOf(reading, false)),
      ...derivation.derived.map(entryOfDerived),
    ]
      .flatMap((entry) => entry ?? [])
      .sort(byId),
  }
}

/** Everything that was remarked on, in the order of the stages. */
export function diagnosticsOf<Kind extends Told>(
  {readings, derivation}: Collection<Kind>,
  ofRegister: readonly Diagnostic[],
): Diagnostic[] {
  return [...readings.flatMap(({result}) => result.diagnostics), ...ofRegister, ...derivation.refused.map(refusal)]
}

/** What the register knows of the published texts. */
export const registerOptions = <Kind extends Told>({published}: Collection<Kind>): Required<RegisterOptions> => ({
  editions: byResolution(published, editionOf),
  files: byResolution(published, ({input}) => input.file),
})

/** Of each act the latest edition, and the earlier ones; complains of sources that are no resolution, contradict their entry or claim the same edition. */
function choosePublished<Kind extends Told>(
  results: readonly Reading<Kind>[],
  sources: Sources,
  problems: Diagnostic[],
): {published: Reading<Kind>[]; earlier: Reading<Kind>[]} {
  const chosen = new Map<string, Reading<Kind>>()
  const earlier: Reading<Kind>[] = []
  for (const {input, result} of results) {
    const path = join(sources.folder, input.file)
    const {resolution} = result
    if (!resolution) {
      // What kept it from being read, if anything did, is among the source's own diagnostics.
      if (!result.diagnostics.some(({severity}) => severity === 'error')) {
        const message = 'this is not the text of a resolution: no number and date were found; remove the file or give them in the manifest'
        problems.push({file: path, line: 1, rule: 'sources/not-a-resolution', severity: 'error', message})
      }
      continue
    }
    const entry = input.manifest
    if (entry && (entry.act.number !== resolution.number || entry.act.date !== resolution.date)) {
      const message = `the entry says № ${entry.act.number} of ${entry.act.date}, the text № ${resolution.number} of ${resolution.date}; correct the entry or replace the file`
      problems.push({
        file: sources.manifest,
        line: sources.entryLines.get(input.file) ?? null,
        rule: 'manifest/wrong-act',
        severity: 'error',
        message,
      })
    }
    if (!entry) problems.push(noEntry(path, {input, result}, resolution))
    const other = chosen.get(resolution.id)
    if (!other) {
      chosen.set(resolution.id, {input, result})
      continue
    }
    const [mine, theirs] = [editionOf({input, result}), editionOf(other)]
    if (mine === theirs) {
      // Two entries that say so have been reported from the manifest.
      if (!entry || !other.input.manifest) {
        const message = `this and ${join(sources.folder, other.input.file)} both are № ${resolution.number} of ${resolution.date} in the edition of ${mine}; remove one, or tell the editions apart in the manifest`
        problems.push({file: path, line: 1, rule: 'sources/same-edition', severity: 'error', message})
      }
    } else if (mine > theirs) {
      chosen.set(resolution.id, {input, result})
      earlier.push(other)
    } else earlier.push({input, result})
  }
  return {published: [...chosen.values()], earlier}
}

function entryOf<Kind extends Told>(reading: Reading<Kind>, latest: boolean): EditionEntry | null {
  const {input, result} = reading
  if (!result.resolution) return null
  const {id} = result.resolution
  const edition = editionOf(reading)
  return {
    id: `${id}@${edition}`,
    resolution: id,
    edition,
    latest,
    file: input.file,
    standards: result.standards.map((standard) => standard.id),
  }
}

/** The amending acts of the collection, carried out on the texts that they amend. */
async function carryOut<Kind extends Told>(
  readings: readonly Reading<Kind>[],
  knowledge: () => Knowledge,
  progress: Steps,
): Promise<Derivation> {
  const acts = readings.flatMap((reading) => {
    const {resolution, amendments} = reading.result
    return resolution ? [{input: reading.input, parsed: {resolution, amendments}, edition: editionOf(reading)}] : []
  })
  const known = new Set(acts.map(({parsed: {resolution}}) => `${resolution.number} ${resolution.date}`))
  const isAmended = acts.some(({parsed}) =>
    parsed.amendments.some(({target}) => target.resolution && known.has(`${target.resolution.number} ${target.resolution.date ?? ''}`)),
  )
  if (!isAmended) return {derived: [], received: new Set(), refused: []}
  // What carries out an act is read only where there is one to carry out.
  const {deriveEditions} = await import('../../../parser/amend/editions.ts')
  let taught: Knowledge | null = null
  return deriveEditions(
    acts,
    () => (taught ??= knowledge()),
    (what) => {
      if (progress.current !== 'amend') progress.begin('amend')
      progress.step(what)
    },
  )
}

const consolidationOf = ({act, baseEdition, by, instructions}: DerivedEdition): ConsolidationNote => ({
  base: `${act}@${baseEdition}`,
  by,
  applied: instructions.filter(({status}) => status === 'applied').length,
  refused: instructions.filter(({status}) => status === 'refused').length,
})

export function derivedEdition(derived: DerivedEdition): Edition | null {
  const {act, edition, file, text, format, instructions} = derived
  const {resolution, standards} = derived.parsed
  if (!resolution) return null
  const source = sourceOf({file, bytes: new TextEncoder().encode(text)}, format)
  return {
    id: `${act}@${edition}`,
    edition,
    resolution: {...resolution, source},
    standards,
    consolidation: {...consolidationOf(derived), instructions},
  }
}

function entryOfDerived(derived: DerivedEdition): EditionEntry {
  const {act, edition, file, parsed} = derived
  return {
    id: `${act}@${edition}`,
    resolution: act,
    edition,
    latest: false,
    file,
    standards: parsed.standards.map(({id}) => id),
    consolidation: consolidationOf(derived),
  }
}

/** What an act orders and the program could not do is said, not left out in silence. */
function refusal({file, lines, item, place, act, reason}: Derivation['refused'][number]): Diagnostic {
  const what = [item, place].filter((part) => part !== '').join(', ')
  const message = `Not carried out on ${act}: ${what}: ${reason ?? ''}.`
  return {file, line: lines[0], rule: 'amend/refused', severity: 'warning', message}
}

/** What is known of each source, by the resolution it holds. */
function byResolution<Kind extends Told, Value>(
  readings: readonly Reading<Kind>[],
  valueOf: (reading: Reading<Kind>) => Value,
): Map<string, Value> {
  return new Map(
    readings.flatMap((reading) => (reading.result.resolution ? [[reading.result.resolution.id, valueOf(reading)] as const] : [])),
  )
}

/** The date of the last act that changed the text: from the manifest, or else from the notes of amendment. */
export function editionOf<Kind extends Told>({input, result}: Reading<Kind>): string {
  if (input.manifest) return input.manifest.edition
  const {resolution, standards} = result
  const dates = [...(resolution?.notes ?? []), ...standards.flatMap(({notes}) => notes)].flatMap(({date, effect}) =>
    date !== null && effect !== 'repealed' ? date : [],
  )
  return dates.sort().at(-1) ?? resolution?.date ?? ''
}

function noEntry<Kind extends Told>(path: string, reading: Reading<Kind>, resolution: Resolution): Diagnostic {
  const entry = suggestedEntry({
    file: reading.input.file,
    number: resolution.number,
    date: resolution.date,
    edition: editionOf(reading),
    format: resolution.source.format,
    sha256: resolution.source.sha256,
  })
  const message = `no entry in the manifest; taken as № ${resolution.number} of ${resolution.date}, format ${resolution.source.format}. To confirm, add:\n${entry}\n`
  return {file: path, line: null, rule: 'sources/no-entry', severity: 'warning', message}
}

export function byId(a: {id: string}, b: {id: string}): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

type Place = Pick<Standard, 'resolution' | 'ordinal'>

export function byStandard(a: Place, b: Place): number {
  return a.resolution === b.resolution ? a.ordinal - b.ordinal : a.resolution < b.resolution ? -1 : 1
}
