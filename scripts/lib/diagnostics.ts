/** Doubts and errors, for people to read. */
import {join} from 'node:path'
import type {Coverage, Diagnostic} from '../../parser/model/index.ts'
import {printable} from './command.ts'
import {grouped} from './progress.ts'

export function isError({severity}: Diagnostic): boolean {
  return severity === 'error'
}

/** A doubt about the whole text of a source, its encoding: it may be the cause of everything that follows. */
export function isReadingDoubt({rule, severity}: Diagnostic): boolean {
  return severity === 'warning' && rule.startsWith('read/')
}

/** The diagnostics with the folder put before the file names, in the order of files and lines. */
export function located(diagnostics: readonly Diagnostic[], folder: string): Diagnostic[] {
  return diagnostics
    .map((diagnostic) => ({...diagnostic, file: join(folder, diagnostic.file)}))
    .sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1))
}

/** How often each rule spoke, by severity: errors, doubts, remarks; empty where nothing was said. */
export function ruleTable(diagnostics: readonly Diagnostic[]): string {
  const counts = new Map<string, Record<Diagnostic['severity'], number>>()
  for (const {rule, severity} of diagnostics) {
    const count = counts.get(rule) ?? {error: 0, warning: 0, info: 0}
    counts.set(rule, count)
    count[severity]++
  }
  if (counts.size === 0) return ''
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, {error, warning, info}]) => [rule, grouped(error), grouped(warning), grouped(info)])
  return aligned([['rule', 'errors', 'doubts', 'remarks'], ...rows])
}

/** The coverage table: what became of every character of every source. */
export function coverageTable(coverage: readonly Coverage[]): string {
  const rows = coverage.map((one) => {
    const aside = Object.values(one.setAside).reduce((sum, count) => sum + count, 0)
    return [printable(one.file), grouped(one.characters), grouped(one.published), grouped(aside), grouped(one.unaccounted)]
  })
  return aligned([['source', 'characters', 'published', 'set aside', 'unaccounted'], ...rows])
}

/** A table with its first column to the left, numbers to the right. */
function aligned(table: readonly (readonly string[])[]): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  )
  return `${lines.join('\n')}\n`
}
