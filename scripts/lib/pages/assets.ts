/** Scripts and style sheets that the builder has written, as the pages ask for them. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {filesBelow} from './folder-blob.ts'
import {integrityOf, staticImports, withIntegrity} from './integrity.ts'
import {StyleSheets} from './style-sheets.ts'

export interface PageAssets {
  sheets: StyleSheets
  /** Files that are published as they are: everything but style sheets, of which pages ask for others than the builder wrote. */
  files: string[]
  /**
   * A page with joined style sheets and checksums on all it fetches.
   *
   * @returns the page, and what `sheets.use` wants for it
   * @throws Error where the page asks for something that is not there
   */
  finish(html: string): {html: string; asked: string}
}

/** @param client folder of the scripts, style sheets and public files */
export function readAssets(client: string): PageAssets {
  const files = filesBelow(client)
  const texts = new Map(
    files
      .filter((path) => /\.(?:js|css)$/u.test(path))
      .map((path) => [`/${path}`, readFileSync(join(client, path), 'utf8')] as [string, string]),
  )
  const written = new Map([...texts].filter(([path]) => /^\/assets\/.*\.css$/u.test(path)))
  const sheets = new StyleSheets(written)
  const sums = new Map<string, string>()
  const integrity = (path: string): string | undefined => {
    const text = sheets.used.get(path) ?? texts.get(path)
    if (text === undefined) return undefined
    const sum = sums.get(path) ?? integrityOf(Buffer.from(text))
    sums.set(path, sum)
    return sum
  }
  const scripts = [...texts.keys()].filter((path) => path.endsWith('.js'))
  const imports = new Map(scripts.map((path) => [path, staticImports(path, (one) => texts.get(one))]))
  return {
    sheets,
    files: files.filter((path) => !written.has(`/${path}`)),
    finish(page) {
      const {html, asked} = sheets.join(page)
      return {html: withIntegrity(html, {integrity, imports}), asked}
    },
  }
}
