/** A comparison as Markdown: what was taken out struck through, what was put in in bold. */
import type {Pair} from '../../parser/compare/index.ts'
import {factChangesOf, summarize} from '../../parser/compare/index.ts'
import {revealed} from '../../parser/language/hidden-characters.ts'
import {isSame, officeSign, signOf, viewOf, type CompareBlock, type CompareRow, type MergedRun, type ViewOptions} from './view.ts'
import {blockName, COUNTS, FACTS, factText, OFFICE_COUNTS, rowName, sameName, standardNames, WORDS} from './words.ts'

/** What Markdown would read as markup, or as a reference: «&#8238;» turns round what follows, «&lt;» would be another text. */
const MARKUP = /[\\`*_{}[\]<>#+!|~&]/gu
/** In a list and in a table a text is one line. */
const LINE_END = /\r\n?|[\n\f\v]/gu

/** Characters that do not show are said by their numbers. */
const escaped = (text: string): string => revealed(text).replace(MARKUP, '\\$&').replace(LINE_END, ' / ')

export function compareMarkdown(pair: Pair, options: ViewOptions = {}): string {
  const summary = summarize(pair)
  const name = (side: Pair['old']) => `${side?.part.id ?? ''}: ${escaped(side?.part.name ?? '')}`
  const blocks = viewOf(pair, options)
  const lines = [
    `# ${WORDS.title}`,
    '',
    `- ${WORDS.old}: ${name(pair.old)}`,
    `- ${WORDS.new}: ${name(pair.now)}`,
    '',
    ...factLines(pair),
    ...Object.entries(COUNTS).map(([kind, label]) => `- ${label}: ${String(summary[kind as keyof typeof COUNTS])}`),
    ...(Object.values(summary.offices).some((count) => count > 0)
      ? [
          `- ${WORDS.office}: ${Object.entries(OFFICE_COUNTS)
            .map(([kind, label]) => `${label.toLowerCase()} ${String(summary.offices[kind as keyof typeof OFFICE_COUNTS])}`)
            .join(', ')}`,
        ]
      : []),
    '',
    ...(pair.same ? [WORDS.nothing, ''] : blocks.flatMap(blockLines)),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** What changed for the applicant, before anything else. */
function factLines(pair: Pair): string[] {
  const changes = factChangesOf(pair)
  if (changes.length === 0) return []
  const names = standardNames(pair)
  const standards = [...new Set(changes.map(({standard}) => standard.new))]
  const table = (id: string) => [
    ...(standards.length > 1 || pair.now?.part.part === 'act' ? [`### ${escaped(names.get(id) ?? id)}`, ''] : []),
    `| ${WORDS.fact} | ${WORDS.old} | ${WORDS.new} |`,
    '| --- | --- | --- |',
    ...changes
      .filter(({standard}) => standard.new === id)
      .map(({fact, old, new: now}) => `| ${FACTS[fact]} | ${escaped(factText(old))} | ${escaped(factText(now))} |`),
    '',
  ]
  return [`## ${WORDS.facts}`, '', ...standards.flatMap(table)]
}

function blockLines(block: CompareBlock): string[] {
  switch (block.type) {
    case 'same':
      return [`${escaped(sameName(block.parts))}.`, '']
    case 'heading':
      return [`## ${escaped(blockName(block))}`, '', ...(block.part === 'annex' && block.title ? [escaped(block.title), ''] : [])]
    case 'part':
      return [
        `### ${escaped(blockName(block))}${block.kind === 'renumbered' || block.kind === 'moved' ? ` (${escaped(block.oldKey)} → ${escaped(block.newKey)})` : ''}`,
        '',
        ...block.rows.map((row) => (isSame(row) ? `- ${escaped(sameName(row.parts))}.` : rowLine(row))),
        '',
      ]
    case 'offices':
      return [
        `## ${escaped(block.key)}-қосымша: ${escaped(block.title)}`,
        '',
        ...block.others.map(rowLine),
        ...block.rows.map(
          (row) =>
            `- ${officeSign(row.kind)} **${escaped(row.name)}**${row.region === null ? '' : ` (${escaped(row.region)})`}: ${row.fields
              .map((field) => `${escaped(field.label)}: ${merged(field.merged)}`)
              .join('; ')}`,
        ),
        '',
      ]
  }
}

function rowLine(row: CompareRow): string {
  const name = rowName(row)
  return `- ${escaped(signOf(row))} ${name === '' ? '' : `${escaped(name)}: `}${merged(row.merged)}`
}

const MARKS: Record<MergedRun['mark'], string> = {none: '', deleted: '~~', inserted: '**', typographic: ''}

function merged(runs: readonly MergedRun[]): string {
  return runs.map(({text, mark}) => `${MARKS[mark]}${escaped(text)}${MARKS[mark]}`).join('')
}
