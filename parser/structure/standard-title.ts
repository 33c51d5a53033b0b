/**
 * The title of a standard.
 *
 *       «Адамдарға әскери қызмет өткергенін растау туралы
 *       анықтамалар беру» мемлекеттік қызмет стандарты
 *
 * gives «Адамдарға … анықтамалар беру». It may end in a stray hyphen, and the first section heading may stand on its last line.
 */
import {foldSpace, type Block, type Line} from '../tree.ts'
import {lineKey, squeeze} from './keys.ts'

const ENDS_TITLE = /стандарты[-.]?(?<heading>1\.жалпы.*)?$/u
/** «мемлекеттік қызмет стандарты», «мемлекеттік қызмет көрсетудің стандарты», «мемлекеттік қызметін көрсету стандарты» */
const NAMES_A_STANDARD = /қызмет(?:тің|ті|тер|ін|інің)?(?:көрсету(?:дің)?)?стандарты[-.]?(?:1\.жалпы.*)?$/u
/** What follows a title: the first section, or a note that the standard was changed or taken out. */
const FOLLOWS_TITLE = /^(?:1\.жалпы|ескерту\.|рқао-ның|стандарталып|стандарталын|стандарттыңкүші|күшіжойыл)/u
/** «стандарты 1. Жалпы ережелер»: where the heading begins. */
const HEADING_ON_TITLE_LINE = /1\s*\.\s*Жалпы/u
const QUOTED_NAME = /^[\s"«»„“”]*(?![\s"«»„“”])(.*?)(?<!\s)\s*(?<![»"“”])[»"“”]+\s*м\s*е\s*м\s*л\s*е\s*к\s*е\s*т\s*т\s*і\s*к/isu
const UNQUOTED_NAME =
  /^[\s"«»„“”]*(?![\s"«»„“”])(.*?)(?<!\s)\s*мемлекеттік\s+(?:көрсетілетін\s+)?қызмет\p{L}*\s+(?:көрсету\p{L}*\s+)?стандарты/isu
/** A point, an item, a note: running text that happens to end like a title. */
const NO_TITLE = /^\s*(?:\d{1,3}\s?[.)]|Ескерту|РҚАО)/u
const MOST_LINES = 14
/** Letters and marks of the longest title, four times over; running text that ends like a title is longer. */
const LONGEST = 2000
/** Letters of «мемлекеттік көрсетілетін қызметін көрсетудің стандарты», with some to spare. */
const LONGEST_FORMULA = 80

export interface StandardTitle {
  from: number
  to: number
  title: string
  /** Offset in the last line's value where the first section heading begins, if it shares the line. */
  headingAt: number | null
}

/** Without an opening quotation mark the lines that stand together are the title; a name may stand apart from the rest. */
function unquotedFrom(blocks: readonly Block[], end: number, floor: number): number {
  let joined = ''
  for (let index = end; index >= Math.max(floor, end - MOST_LINES); index--) {
    const block = blocks[index]!
    if (block.type !== 'line' || block.indent === 'indented' || NO_TITLE.test(block.value)) return -1
    joined = lineKey(block) + joined
    if (joined.length > LONGEST) return -1
    const before = blocks[index - 1]
    const alone = index === floor || block.gap > 0 || block.pageBreak || before?.type !== 'line' || before.indent === 'indented'
    if (alone && NAMES_A_STANDARD.test(joined) && !/^мемлекеттік(?:көрсетілетін)?қызмет/u.test(joined)) return index
  }
  return -1
}

/** Reads the title whose last line is `blocks[end]`, or returns null. Nothing before `floor` belongs to it. */
export function readTitleEndingAt(blocks: readonly Block[], end: number, floor: number): StandardTitle | null {
  const last = blocks[end]
  if (last?.type !== 'line' || last.indent === 'indented') return null
  const key = lineKey(last)
  const match = ENDS_TITLE.exec(key)
  if (!match) return null
  const next = blocks[end + 1]
  if (!match.groups?.heading && !(next?.type === 'line' && FOLLOWS_TITLE.test(lineKey(next)))) return null
  let from = -1
  let joined = ''
  for (let index = end; index >= Math.max(floor, end - MOST_LINES); index--) {
    const block = blocks[index]!
    if (block.type !== 'line' || block.indent === 'indented') break
    joined = lineKey(block) + joined
    if (joined.length > LONGEST) break
    if (/^[«"]/u.test(joined) && NAMES_A_STANDARD.test(joined)) {
      from = index
      break
    }
  }
  if (from === -1) {
    from = unquotedFrom(blocks, end, floor)
    if (from === -1) return null
  }
  const lines = blocks.slice(from, end + 1) as Line[]
  const heading = HEADING_ON_TITLE_LINE.exec(last.value)
  const headingAt = match.groups?.heading && heading ? heading.index : null
  const text = foldSpace(
    lines.map((line, index) => (index === lines.length - 1 && headingAt !== null ? line.value.slice(0, headingAt) : line.value)).join(' '),
  )
  const named = QUOTED_NAME.exec(text) ?? UNQUOTED_NAME.exec(text)
  const name = named?.[1] ?? text
  // What stands behind the name must be the formula alone: other text would be lost.
  if (named && squeeze(text.slice(named[0].length)).length > LONGEST_FORMULA) return null
  return {from, to: end + 1, title: foldSpace(name), headingAt}
}
