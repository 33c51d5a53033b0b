/** Nothing is dropped: every clause of an amending part is an instruction, understood or refused. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {consolidate} from '../../parser/amend/consolidate.ts'
import {learn} from '../../parser/index.ts'
import {openQuotes} from '../../parser/structure/amendment-quotes.ts'
import cases from './cases.json' with {type: 'json'}
import {read} from './support.ts'

const markdown = Object.entries(cases).filter(([name]) => name.endsWith('.md'))
const knowledge = learn([...new Set(Object.values(cases))].map((name) => read('bases', name)))
const FIRST_POINT = /^1\.\s/u
const NEXT_POINT = /^\d+\.\s+Осы қаулы|^Қазақстан Республикасының$/u

/** Line numbers of what an act says outside of quotations, but for lines that only narrow the target. */
function clauseLines(text: string): number[] {
  const found: number[] = []
  let [depth, isAmending, isOver] = [0, false, false]
  text.split('\n').forEach((line, index) => {
    // Behind the last point stand annexes.
    if (isAmending && depth === 0 && NEXT_POINT.test(line)) isOver = true
    isAmending = !isOver && (isAmending || FIRST_POINT.test(line))
    const isClause = isAmending && depth === 0 && line.trim() !== '' && !/:\s*$/u.test(line) && !/^\s*[«"„“|]/u.test(line)
    if (isClause && !line.includes('\t')) found.push(index + 1)
    if (isAmending) depth = openQuotes(line, depth)
  })
  return found
}

describe('instructions in are entries out', () => {
  it.each(markdown)('%s', (name, base) => {
    const result = consolidate(read('bases', base), read('cases', name), knowledge)
    const lines = clauseLines(readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8'))
    const silent = lines.filter((line) => !result.instructions.some(({lines: [from, to]}) => from <= line && line <= to))
    expect(silent).toEqual([])
  })
})
