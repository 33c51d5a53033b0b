import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import type {SourceFormat} from '../../parser/tree.ts'
import {renderOffices} from './render.ts'

const folder = join(import.meta.dirname, 'fixtures')
const formats: [string, SourceFormat][] = [
  ['.html.txt', 'html-text'],
  ['.html', 'html'],
  ['.md', 'markdown'],
]

/** Each fixture is cut from a source of the repository; `<name>.expected` says what a careful reader sees in it. */
describe('office tables', () => {
  for (const [suffix, format] of formats) {
    for (const name of readdirSync(folder).filter((file) => file.endsWith(suffix))) {
      it(`${format}: ${name.slice(0, -suffix.length)}`, () => {
        const source = readFileSync(join(folder, name), 'utf8')
        const expected = readFileSync(join(folder, `${name.slice(0, -suffix.length)}.expected`), 'utf8')
        expect(renderOffices(source, format)).toBe(expected)
      })
    }
  }
})
