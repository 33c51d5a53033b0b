/** Fixtures of the amendment tests, and what differs between two texts line by line. */
import {readFileSync} from 'node:fs'
import type {SourceInput} from '../../parser/index.ts'

/** A file of a folder of fixtures. */
export function read(folder: string, name: string): SourceInput {
  return {file: name, bytes: readFileSync(new URL(`${folder}/${name}`, import.meta.url))}
}

/** The lines that go («-») and come («+»), by the longest common subsequence; blank lines do not count. */
export function lineChanges(before: string, after: string): string[] {
  const [old, now] = [before, after].map((text) => text.split('\n').filter((line) => line.trim() !== '')) as [string[], string[]]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const a = old.slice(start, old.length - end)
  const b = now.slice(start, now.length - end)
  const length = a.map(() => new Uint16Array(b.length + 1))
  length.push(new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  }
  const changes: string[] = []
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++
      j++
    } else if (j >= b.length || (i < a.length && length[i + 1]![j]! >= length[i]![j + 1]!)) changes.push(`- ${a[i++]!}`)
    else changes.push(`+ ${b[j++]!}`)
  }
  return changes
}
