/** Repairs that need no more than a line, as unified plugins. Those that need neighbours run where paragraphs are made. */
import type {Plugin} from 'unified'
import {linesOf} from '../coverage.ts'
import {foldSpace, type Root} from '../tree.ts'
import {bounded} from './bounds.ts'
import {despace, type WordTest} from './letter-spacing.ts'
import {joinSpacedNumber} from './spaced-number.ts'

/** «қ. , Ө. Жангелдин», «қаралады .»: a mark set apart like a letter. In the text of a PDF the blank may be the place of a torn-out word. */
const MARK_BEHIND_BLANK = / [;:.,]/u
const MARK_APART = /(?<=[\p{L}\p{N})».]) (?=[;:.,](?:\s|$))/gu

/** unified plugin: undoes letter-spacing in every line and cell. */
export const letterSpacing: Plugin<[WordTest], Root> = (words) => (tree, file) => {
  const printed = tree.format === 'pdf-text' || tree.format === 'markdown'
  for (const line of linesOf(tree.children)) {
    const numbered = printed ? joinSpacedNumber(line.value) : line.value
    let despaced = despace(numbered, words, printed, tree.format === 'pdf-text')
    if (!despaced && numbered !== line.value) despaced = {value: numbered, doubtful: false}
    if (tree.format === 'markdown' && MARK_BEHIND_BLANK.test(line.value)) {
      const value = (despaced?.value ?? line.value).replace(MARK_APART, '')
      if (value !== (despaced?.value ?? line.value)) despaced = {value, doubtful: despaced?.doubtful ?? false}
    }
    if (!despaced) continue
    const options = {place: {line: line.number, column: 1}, ruleId: 'letter-spacing', source: 'repair'}
    const after = foldSpace(despaced.value)
    const message = despaced.doubtful
      ? file.message(`Letters set apart, word boundaries not certain: «${after}».`, options)
      : file.info(`Letters set apart: «${after}».`, options)
    message.actual = line.value.trim()
    message.expected = [after]
    line.value = despaced.value
  }
}

/** unified plugin: no line or cell has more in a row than a text of law has; every pattern that follows relies on it. */
export const bounds: Plugin<[], Root> = () => (tree, file) => {
  for (const line of linesOf(tree.children)) {
    const value = bounded(line.value)
    if (value === line.value) continue
    line.value = value
    file.message('White space or a word without an end stands here; it is published shortened, or parted by blanks.', {
      place: {line: line.number, column: 1},
      ruleId: 'bounds',
      source: 'repair',
    })
  }
}

/** «© 2012. Қазақстан Республикасы Әділет министрлігінің «… институты» ШЖҚ РМК»: the foot of a page of the legal database. */
const COPYRIGHT = /^\s*©/u

/** unified plugin: takes out what the publisher's pages add to the text. */
export const furniture: Plugin<[], Root> = () => (tree) => {
  tree.children = tree.children.filter((block) => {
    if (block.type !== 'line' || !COPYRIGHT.test(block.value)) return true
    tree.setAside.push({start: block.start, end: block.end, reason: 'foot of the publisher'})
    return false
  })
}

const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u
const WORD = /\p{L}{2,}/gu

/** unified plugin: counts words that mix Latin look-alikes with Cyrillic letters; they are not rewritten. */
export const lookAlikes: Plugin<[], Root> = () => (tree, file) => {
  let count = 0
  let first = 0
  for (const line of linesOf(tree.children)) {
    if (!LATIN.test(line.value)) continue
    for (const [word] of line.value.matchAll(WORD)) {
      if (!LATIN.test(word) || !CYRILLIC.test(word)) continue
      count++
      first ||= line.number
    }
  }
  if (count > 0) {
    file.info(`${String(count)} words mix Latin letters with Cyrillic ones; they are recognised and stay as published.`, {
      place: {line: first, column: 1},
      ruleId: 'look-alikes',
      source: 'repair',
    })
  }
}
