/** Doubts and repairs of the parser, by source file and rule. */
import type {Diagnostic} from '../../parser/model/index.ts'

export interface RuleDiagnostics {
  rule: string
  severity: Diagnostic['severity']
  /** By line. */
  list: Diagnostic[]
}

export interface FileDiagnostics {
  file: string
  total: number
  /** Errors before warnings before information; the most frequent rule first. */
  rules: RuleDiagnostics[]
}

const RANK: Record<Diagnostic['severity'], number> = {error: 0, warning: 1, info: 2}

export function diagnosticsByFile(diagnostics: readonly Diagnostic[]): FileDiagnostics[] {
  const files = new Map<string, Map<string, RuleDiagnostics>>()
  for (const one of diagnostics) {
    const rules = files.get(one.file) ?? new Map<string, RuleDiagnostics>()
    files.set(one.file, rules)
    const key = `${one.severity} ${one.rule}`
    const entry = rules.get(key) ?? {rule: one.rule, severity: one.severity, list: []}
    rules.set(key, entry)
    entry.list.push(one)
  }
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, rules]) => ({
      file,
      total: [...rules.values()].reduce((sum, {list}) => sum + list.length, 0),
      rules: [...rules.values()]
        .map((rule) => ({...rule, list: rule.list.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))}))
        .sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.list.length - a.list.length || (a.rule < b.rule ? -1 : 1)),
    }))
}
