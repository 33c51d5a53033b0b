/**
 * Two style sheets a page: that of the frame, which every page shares, and one of all that its kind of page needs.
 *
 * Astro writes a sheet for every component that several kinds of page share: a page would fetch ten, each smaller than the
 * words that ask for it. One sheet for the whole site, on the other hand, is three times what home needs.
 */
import {createHash} from 'node:crypto'

/** `<link rel="stylesheet" href="/assets/Page.Cj-M33cZ.css">` */
const SHEET = /<link rel="stylesheet" href="(\/assets\/[^"]+\.css)">/gu
/** The sheet of the frame (site/layouts/Page.astro): first on every page, whatever place the builder gives it. */
const FRAME = /^\/assets\/Page\.[^/]+\.css$/u
const NAME_LETTERS = 8

export class StyleSheets {
  /** Texts of the sheets that the builder wrote, by path from the root. */
  private readonly written: ReadonlyMap<string, string>
  /** Path of a joined sheet, by the paths of its parts. */
  private readonly joined = new Map<string, string>()
  /** Every sheet that a page asks for, by path. */
  readonly used = new Map<string, string>()

  constructor(written: ReadonlyMap<string, string>) {
    this.written = written
  }

  /**
   * The page with its second and further sheets joined, in their order.
   *
   * @returns the page, and the sheets that it asked for, in one text for `use`
   * @throws Error where the page asks for a sheet that is not there
   */
  join(html: string): {html: string; asked: string} {
    const paths = [...new Set([...html.matchAll(SHEET)].map(([, path = '']) => path))]
    paths.sort((a, b) => Number(FRAME.test(b)) - Number(FRAME.test(a)))
    const asked = paths.join(' ')
    const sheets = this.use(asked)
    let place = 0
    return {
      html: html.replace(SHEET, () => (place++ === 0 ? sheets.map((path) => `<link rel="stylesheet" href="${path}">`).join('') : '')),
      asked,
    }
  }

  /**
   * Keeps the sheets of a page.
   *
   * @param asked what `join` gave for it
   * @returns paths of the sheets that the page names
   */
  use(asked: string): string[] {
    const [first, ...rest] = asked === '' ? [] : asked.split(' ')
    if (first === undefined) return []
    this.used.set(first, this.text(first))
    return rest.length === 0 ? [first] : [first, this.joinedPath(rest)]
  }

  private joinedPath(paths: readonly string[]): string {
    const key = paths.join(' ')
    const known = this.joined.get(key)
    if (known !== undefined) return known
    const text = paths.map((path) => this.text(path)).join('')
    const path = `/assets/page.${createHash('sha256').update(text).digest('hex').slice(0, NAME_LETTERS)}.css`
    this.joined.set(key, path)
    this.used.set(path, text)
    return path
  }

  private text(path: string): string {
    const text = this.written.get(path)
    if (text === undefined) throw new Error(`a page asks for ${path}, which the build has not made`)
    return text
  }
}
