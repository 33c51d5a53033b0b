/** Excerpts of sources as the blocks that `readBlank` gets: read by the format's reader, letter-spacing undone. */
import {readBlank, type Blank} from '../../parser/forms/index.ts'
import type {LayoutBlock} from '../../parser/model/annex.ts'
import {readHtmlText} from '../../parser/read/html-text.ts'
import {readMarkdown} from '../../parser/read/markdown.ts'
import {readPdfText} from '../../parser/read/pdf-text.ts'
import {despace, type WordTest} from '../../parser/repair/letter-spacing.ts'
import type {Block, Line, SourceFormat} from '../../parser/tree.ts'

const readers = {markdown: readMarkdown, 'html-text': readHtmlText, 'pdf-text': readPdfText}

/** Words that the excerpts space apart without a wider gap between them. */
const LETTER_SPACED = ['мекенжайда', 'тұратын']
const KNOWN = new Set(['және', 'тұрғылықты', 'жерінің', 'мекенжайы'])
const words: WordTest = {
  known: (word) => KNOWN.has(word),
  inflected: () => false,
  follows: () => false,
  segment: (run) => (LETTER_SPACED.join('') === run ? LETTER_SPACED : null),
}

export function blocksOf(text: string, format: keyof typeof readers): Block[] {
  const blocks = readers[format](text).children
  for (const line of blocks.flatMap(linesIn)) {
    // Rules are no letters; the reading of them must not depend on how words were joined.
    if (format === 'markdown' || !line.value.includes('_')) line.value = despace(line.value, words)?.value ?? line.value
  }
  return blocks
}

function linesIn(block: Block): Line[] {
  if (block.type === 'line') return [block]
  const cells = block.type === 'table' ? block.children.flatMap((row) => row.children) : block.children
  return cells.flatMap((cell) => cell.children)
}

export interface Reading extends Blank {
  reports: {rule: string; line: number}[]
}

/** `without`: lines that another step has taken out of the blocks. */
export function read(text: string, format: keyof typeof readers, title?: string, without: readonly number[] = []): Reading {
  const reports: Reading['reports'] = []
  const report = (rule: string, _message: string, line: number) => reports.push({rule, line})
  return {
    ...readBlank(
      blocksOf(text, format).filter((block) => block.type !== 'line' || !without.includes(block.number)),
      {format: format satisfies SourceFormat, report, ...(title === undefined ? {} : {title})},
    ),
    reports,
  }
}

/** Fields as «type label». */
export function fieldsOf(text: string, format: keyof typeof readers): string[] {
  return read(text, format).fields.map((field) => `${field.type}: ${field.label}`)
}

/** Every word printed by a layout. */
export function printed(layout: readonly LayoutBlock[]): string {
  return JSON.stringify(layout, (key, value: unknown) => (['type', 'field', 'part'].includes(key) ? undefined : value))
}

/** Names of the fields that a layout draws. */
export function drawn(layout: readonly LayoutBlock[]): string[] {
  return [...JSON.stringify(layout).matchAll(/"field":"([^"]+)"/gu)].map((match) => match[1]!)
}
