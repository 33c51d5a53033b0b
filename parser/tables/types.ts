/** What the table readers receive and yield. */
import type {OfficeGroup} from '../model/index.ts'
import type {SourceFormat} from '../tree.ts'

/** Names and places learned from clean cells of all sources; decides doubtful cuts. Keys are folded (see `cellKey` in vocabulary.ts). */
export interface TableVocabulary {
  /** Folded office names seen as whole cells. */
  names: ReadonlySet<string>
  /** Folded addresses seen as whole cells. */
  addresses: ReadonlySet<string>
  /** Told of the parts of every text whose cells are looked up: what else is known can't decide anything in it. */
  asked?: (parts: readonly string[]) => void
}

export interface TableContext {
  format: SourceFormat
  vocabulary: TableVocabulary
  /** Reports a doubt: rule id (`tables/…`), message, 1-based source line. */
  report(rule: string, message: string, line: number, severity?: 'error' | 'warning' | 'info'): void
}

export interface OfficeTable {
  /** Column headings without the number column. */
  columns: string[]
  groups: OfficeGroup[]
}
