/**
 * Acts for tests, written down once and printed in the manner of each of the four formats.
 *
 * In a fixture a line «@key …» opens a block; the lines below it belong to it, for a table as rows with « | » between
 * the cells. Empty lines mean nothing.
 */
import {readFileSync} from 'node:fs'
import {parse, type ParsedSource, type SourceFormat} from '../../parser/index.ts'
import type {Printed} from '../../scripts/lib/sources/print-act.ts'
import {renderPrinted} from '../../scripts/lib/sources/print-source.ts'

export const FORMATS: SourceFormat[] = ['pdf-text', 'markdown', 'html-text', 'html']

/** The blocks of a fixture. */
export function readFixture(name: string): Printed[] {
  return readBlocks(readFileSync(new URL(`fixtures/${name}.act`, import.meta.url), 'utf8'))
}

export function readBlocks(text: string): Printed[] {
  const printed: Printed[] = []
  for (const part of text.split(/^(?=@)/mu)) {
    const [head = '', ...rest] = part.trim().split('\n')
    const key = /^@([a-z-]+)/u.exec(head)?.[1]
    if (key === undefined) continue
    const own = head.slice(key.length + 1).trim()
    const lines = [own, ...rest].map((line) => line.trim()).filter(Boolean)
    printed.push(blockOf(key, lines))
  }
  return printed
}

function blockOf(key: string, lines: string[]): Printed {
  const text = lines.join(' ')
  switch (key) {
    case 'title':
    case 'status':
    case 'requisites':
      return {type: key, text}
    case 'section':
      return {type: key, text}
    case 'p':
      return {type: 'paragraph', text, item: /^\d+\) /u.test(text)}
    case 'note':
      return {type: 'paragraph', text, note: true}
    case 'sign': {
      const [office = '', role = '', name = ''] = text.split(' | ')
      return {type: 'signature', office, role, name}
    }
    case 'stamp':
    case 'caption':
    case 'standard-title':
    case 'annex-title':
      return {type: key, lines}
    case 'offices':
    case 'indicators':
      return {type: key, rows: lines.map((line) => cellsOf(line))}
    case 'blank':
      return {type: 'blank-line', text: text.replace(/^> /u, ''), indented: text.startsWith('> ')}
    default:
      throw new Error(`no block is called @${key}`)
  }
}

/** «1 | Ақмола | 2»; a row of one cell spans the table. */
function cellsOf(line: string): {text: string; columns?: number}[] {
  const cells = line.split('|').map((cell) => cell.trim())
  return cells.length === 1 ? [{text: cells[0]!, columns: 4}] : cells.map((text) => ({text}))
}

/** A fixture printed in a format and read back. */
export function readAs(printed: readonly Printed[], format: SourceFormat, change: (text: string) => string = (text) => text): ParsedSource {
  return parse({file: `act.${format}`, bytes: new TextEncoder().encode(change(renderPrinted(printed, format))), format})
}

/** Rules of the diagnostics that are doubts. */
export function doubts({diagnostics}: ParsedSource): string[] {
  return diagnostics.filter(({severity}) => severity !== 'info').map(({rule}) => rule)
}
