/**
 * Which rows of a blank open a paragraph, and which go on with one.
 *
 *       "      2) Кеден одағының сыртқы экономикалық қызметінің тауар"
 *       "номенклатурасы бойынша код № (он белгі) ____________________________;"
 *
 * are one paragraph; «Меншік иесі _____» below a line of text opens another.
 */
import {depth, rowWords, type Row} from './rows.ts'

const OPENS_LIKE_SENTENCE = /^[«"(]?\p{Lu}/u
const CLOSED = /[.;:]$/u

/** Marks by row: true where it opens a paragraph. */
export function paragraphStarts(rows: readonly Row[]): boolean[] {
  const starts: boolean[] = []
  let text = ''
  rows.forEach((row, index) => {
    const above = rows[index - 1]
    const words = rowWords(row)
    const opens = above === undefined || opensParagraph(row, above, words, depth(text))
    starts.push(opens)
    text = opens ? words : `${text} ${words}`
  })
  return starts
}

function opensParagraph(row: Row, above: Row, words: string, open: number): boolean {
  if (row.kind === 'table' || above.kind === 'table' || row.marker !== null || row.blank) return true
  // The bracket of the line above is still open, or one opens: «… бастығы» ⏎ «(кент, ауыл (село), ауылдық».
  if (open > 0 || (words.startsWith('(') && !CLOSED.test(rowWords(above)))) return false
  if (row.apart) return true
  if (!OPENS_LIKE_SENTENCE.test(words)) return false
  const endsInRule = above.items.at(-1)?.kind !== 'text'
  const hasRule = row.items.some((item) => item.kind !== 'text')
  return CLOSED.test(rowWords(above)) || endsInRule || (hasRule && row.items[0]?.kind === 'text')
}
