/** Doubts of the parser by source file. */
import type {Diagnostic} from '../../parser/model/index.ts'

export interface FileDiagnostics {
  file: string
  total: number
  /** How often each rule spoke, most often first. */
  rules: {rule: string; severity: Diagnostic['severity']; count: number}[]
  /** The first ones, errors before warnings before information, by line. */
  shown: Diagnostic[]
}

const RANK: Record<Diagnostic['severity'], number> = {error: 0, warning: 1, info: 2}

export function diagnosticsByFile(diagnostics: Diagnostic[], limit: number): FileDiagnostics[] {
  const files = new Map<string, Diagnostic[]>()
  for (const one of diagnostics) {
    const list = files.get(one.file)
    if (list) list.push(one)
    else files.set(one.file, [one])
  }
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, list]) => {
      const rules = new Map<string, FileDiagnostics['rules'][number]>()
      for (const {rule, severity} of list) {
        const key = `${rule} ${severity}`
        const entry = rules.get(key) ?? {rule, severity, count: 0}
        entry.count++
        rules.set(key, entry)
      }
      const sorted = list.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || (a.line ?? 0) - (b.line ?? 0))
      return {file, total: list.length, rules: [...rules.values()].sort((a, b) => b.count - a.count), shown: sorted.slice(0, limit)}
    })
}
