/** Office tables and indicators of a reading as lines that can be read beside the source. */
import type {Annex, Standard} from '../../parser/model/index.ts'

/** `## kind | title | columns`, `# heading`, a row as `number | cell | ~inherited cell`, an indicator as its six parts. */
export function tableLines(annex: Annex): string[] {
  const {groups = [], indicators = [], columns = []} = annex
  return [
    `## ${[annex.kind, annex.title ?? '–', ...columns].join(' | ')}`,
    ...groups.flatMap(({heading, rows}) => [
      `# ${heading ?? '–'}`,
      ...rows.map((row) => [row.number, ...row.cells.map((cell, at) => (row.inherited.includes(at) ? `~${cell}` : cell))].join(' | ')),
    ]),
    ...indicators.map(({group, code, label, normative, target, current}) => [group, code, label, normative, target, current].join(' | ')),
  ]
}

export function isTable({kind}: Annex): boolean {
  return kind === 'offices' || kind === 'indicators'
}

/** The standards with their tables only: what the renderer prints of a real act. */
export function withTablesOnly(standards: readonly Standard[]): Standard[] {
  return standards.map((standard) => ({...standard, annexes: standard.annexes.filter(isTable)}))
}
