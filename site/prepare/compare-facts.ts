/** Facts that changed, as a page shows them: by standard, times and fee apart from documents. */
import type {FactChange} from '../../parser/model/index.ts'

type ValueChange = FactChange & {fact: Exclude<FactChange['fact'], 'document'>}

export interface FactGroup {
  /** Id in the new text. */
  standard: string
  values: ValueChange[]
  /** Documents that are asked for no more, those that are new, those that are called otherwise; kinds without any left out. */
  documents: {kind: 'gone' | 'come' | 'reworded'; changes: FactChange[]}[]
}

export function factGroups(changes: readonly FactChange[]): FactGroup[] {
  return [...Map.groupBy(changes, ({standard}) => standard.new)].map(([standard, own]) => {
    const documents = own.filter(({fact}) => fact === 'document')
    const kinds = [
      {kind: 'gone' as const, changes: documents.filter(({new: now}) => now === null)},
      {kind: 'come' as const, changes: documents.filter(({old}) => old === null)},
      {kind: 'reworded' as const, changes: documents.filter(({old, new: now}) => old !== null && now !== null)},
    ]
    return {standard, values: own.filter(isValue), documents: kinds.filter((one) => one.changes.length > 0)}
  })
}

function isValue(change: FactChange): change is ValueChange {
  return change.fact !== 'document'
}
