/** The comparisons that a build publishes: every two editions of an act, and standards that say much the same. */
import {choosePairs, pairActs, pairStandards, summarize, type Act, type Pair} from '../../parser/compare/index.ts'
import type {ComparisonEntry, EditionEntry, Standard} from '../../parser/model/index.ts'
import {compareDocx} from '../../templates/compare/docx.ts'
import {dateOf} from '../../parser/language/months.ts'
import type {Model} from './pipeline.ts'
import type {Steps} from './progress.ts'
import type {Files} from './publish.ts'

interface Comparing extends Pick<ComparisonEntry, 'kind' | 'old' | 'new'> {
  pair: Pair
  /** Edition of the new text. */
  date: string
  oldLabel: string
  newLabel: string
}

/** Makes the comparative tables and adds them to the files; the list of comparisons. */
export async function addComparisons(files: Files, model: Model, progress: Steps): Promise<ComparisonEntry[]> {
  progress.begin('compare')
  const all = [...editionPairs(model), ...standardPairs(model)]
  const entries: ComparisonEntry[] = []
  for (const [index, {kind, old, new: now, pair, date, oldLabel, newLabel}] of all.entries()) {
    const id = comparisonId(old, now)
    progress.step(`${id} (${String(index + 1)} of ${String(all.length)})`)
    const docx = `compare/${id}.docx`
    files.set(docx, await compareDocx(pair, {date, oldLabel, newLabel}))
    entries.push({id, kind, old, new: now, summary: summarize(pair), docx})
  }
  progress.end()
  return entries
}

/** «2012-1278@2012-10-09» holds a sign that addresses spell otherwise. */
function comparisonId(old: string, now: string): string {
  return `${old}--${now}`.replaceAll('@', '_')
}

function editionPairs({editionList, earlier, resolutions, standards}: Model): Comparing[] {
  const actOf = (id: string): Act | null => {
    const entry = editionList.find((one) => one.id === id)
    if (!entry) return null
    const edition = earlier.find((one) => one.id === id)
    if (edition) return edition
    const resolution = resolutions.find((one) => one.id === entry.resolution)
    return resolution ? {resolution, standards: standards.filter((standard) => standard.resolution === resolution.id)} : null
  }
  return editionList.flatMap((older, at) =>
    editionList.slice(at + 1).flatMap((newer): Comparing[] => {
      if (older.resolution !== newer.resolution) return []
      const [before, after] = [actOf(older.id), actOf(newer.id)]
      if (!before || !after) return []
      // A table that goes to others says where its text comes from.
      const label = ({edition, consolidation}: EditionEntry) =>
        `№ ${after.resolution.number} қаулы, ${dateOf(edition)} редакция${consolidation ? ' (бағдарлама жасаған, ресми мәтін емес)' : ''}`
      return [
        {
          kind: 'editions',
          old: older.id,
          new: newer.id,
          pair: pairActs(before, after),
          date: newer.edition,
          oldLabel: label(older),
          newLabel: label(newer),
        },
      ]
    }),
  )
}

function standardPairs({resolutions, standards}: Model): Comparing[] {
  const actOf = ({resolution}: Standard) => resolutions.find(({id}) => id === resolution)
  const label = (standard: Standard) => {
    const act = actOf(standard)
    return act ? `${dateOf(act.date)} № ${act.number} қаулы` : standard.id
  }
  // Older acts first: what is newer is read as what became of it.
  const sorted = [...standards].sort((a, b) => (actOf(a)?.date ?? '').localeCompare(actOf(b)?.date ?? '') || a.ordinal - b.ordinal)
  return choosePairs(sorted).map(([before, after]) => ({
    kind: 'standards',
    old: before.id,
    new: after.id,
    pair: pairStandards(before, after),
    date: actOf(after)?.date ?? '1980-01-01',
    oldLabel: label(before),
    newLabel: label(after),
  }))
}
