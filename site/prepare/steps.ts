/** The way to a service, step by step: what the act says of each, under one number a step. */
import type {Facts, Step} from '../../parser/model/index.ts'

export type StepKind = 'documents' | 'submission' | 'confirmation' | 'delivery'

/** What one lead says: the line that leads to them once, then the ways. */
export interface StepPart {
  lead: string | null
  entries: Step[]
}

export interface StepView {
  kind: StepKind
  /** The points it comes from, in their order. */
  points: string[]
  parts: StepPart[]
  /** How long a result waits, under the step on getting it. */
  kept: Step[]
}

const KINDS = ['submission', 'confirmation', 'delivery'] as const

/**
 * The steps that the points tell, in the order in which they are taken. Documents to collect are a step of their own; a
 * single step is no way: then there is nothing to show.
 */
export function stepViews({documents, steps = []}: Pick<Facts, 'documents' | 'steps'>): StepView[] {
  const views: StepView[] = []
  if (documents.length > 0) views.push({kind: 'documents', points: pointsOf(documents), parts: [], kept: []})
  for (const kind of KINDS) {
    const own = steps.filter((step) => step.kind === kind)
    if (own.length === 0) continue
    const kept = kind === 'delivery' ? steps.filter((step) => step.kind === 'storage') : []
    views.push({kind, points: pointsOf([...own, ...kept]), parts: byLead(own), kept})
  }
  return views.length > 1 ? views : []
}

/** Where the blank of the application is to be had. */
export function applicationParts({steps = []}: Pick<Facts, 'steps'>): StepPart[] {
  return byLead(steps.filter(({kind}) => kind === 'application'))
}

function byLead(steps: readonly Step[]): StepPart[] {
  const parts: StepPart[] = []
  for (const step of steps) {
    const last = parts.at(-1)
    if (last && last.lead === step.lead) last.entries.push(step)
    else parts.push({lead: step.lead, entries: [step]})
  }
  return parts
}

function pointsOf(entries: readonly {point: string}[]): string[] {
  return [...new Set(entries.map(({point}) => point))]
}
