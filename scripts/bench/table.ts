/** The figures for people: a table for the terminal, Markdown for a page. Pure. */
import {compareWith, type Baseline} from './baseline.ts'
import {judge, remark, shown, shownTarget, shownValue, type Chapter, type Figure, type Verdict} from './figures.ts'

const WORDS: Readonly<Record<Verdict, string>> = {met: 'met', missed: 'MISSED', none: '', unknown: 'not measured'}

/** What is said of a figure beside its value: target, verdict, what it was. */
function row(figure: Figure, baseline: Baseline | null): {value: string; target: string; verdict: string; before: string} {
  const compared = compareWith(baseline, figure)
  const before = compared?.before ?? null
  return {
    value: shownValue(figure),
    target: shownTarget(figure),
    verdict: WORDS[judge(figure)],
    before: before === null ? '' : `${shown(before, figure.unit)}${compared?.change === 'same' ? '' : ` ${compared?.change ?? ''}`}`,
  }
}

/** One table for all chapters, so that the columns stand under each other. */
export function terminalTable(chapters: readonly Chapter[], baseline: Baseline | null): string {
  const all = chapters.map(({title, figures}) => ({
    title,
    rows: figures.map((figure) => ({figure, cells: row(figure, baseline)})),
  }))
  const rows = all.flatMap((chapter) => chapter.rows)
  const width = (of: (one: (typeof rows)[number]) => string, heading: string) =>
    Math.max(heading.length, ...rows.map((one) => [...of(one)].length))
  const widths = {
    what: width(({figure}) => figure.what, ''),
    value: width(({cells}) => cells.value, 'measured'),
    target: width(({cells}) => cells.target, 'target'),
    verdict: width(({cells}) => cells.verdict, ''),
  }
  const line = (what: string, value: string, target: string, verdict: string, before: string) =>
    `  ${what.padEnd(widths.what)}  ${value.padStart(widths.value)}  ${target.padStart(widths.target)}  ${verdict.padEnd(widths.verdict)}  ${before}`.trimEnd()
  const lines = [line('', 'measured', 'target', '', baseline ? 'baseline' : '')]
  for (const {title, rows: own} of all) {
    lines.push('', title)
    for (const {figure, cells} of own) {
      lines.push(line(figure.what, cells.value, cells.target, cells.verdict, cells.before))
      const said = remark(figure)
      if (said !== '') lines.push(`      ${said}`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** The same for a page of the documentation: one table, a row a figure. */
export function markdownTable(chapters: readonly Chapter[]): string {
  const escaped = (text: string) => text.replaceAll('|', '\\|')
  const lines = ['| figure | target | measured | |', '| --- | --- | --- | --- |']
  for (const {title, figures} of chapters) {
    lines.push(`| **${escaped(title)}** | | | |`)
    for (const figure of figures) {
      const {value, target, verdict} = row(figure, null)
      const said = remark(figure)
      const what = said === '' ? figure.what : `${figure.what} (${said})`
      lines.push(`| ${escaped(what)} | ${target} | ${value} | ${verdict === 'MISSED' ? '**missed**' : verdict} |`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** What is wrong, a line each: targets that were missed, figures that became worse. */
export function shortfalls(chapters: readonly Chapter[], baseline: Baseline | null): string[] {
  return chapters
    .flatMap(({figures}) => figures)
    .flatMap((figure) => {
      const value = shownValue(figure)
      const found: string[] = []
      if (judge(figure) === 'missed') found.push(`${figure.id}: ${value}, target ${shownTarget(figure)}`)
      const compared = compareWith(baseline, figure)
      if (compared?.change === 'worse') found.push(`${figure.id}: ${value}, was ${shown(compared.before, figure.unit)}`)
      return found
    })
}
