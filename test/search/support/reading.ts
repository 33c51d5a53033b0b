/** A built index as a searcher reads it. */
import {foldWord} from '../../../parser/language/stem.ts'
import type {MainIndex, VocabularyPage} from '../../../site/search/format.ts'
import {LEVELS, unpackCount, unpackNumbers} from '../../../site/search/packing.ts'
import type {ReadIndex} from '../../../site/search/searcher.ts'

/** Reads the files of an index, each parsed anew; `asked` hears which. */
export function reading(files: ReadonlyMap<string, string>, asked?: (path: string) => void): ReadIndex {
  return (path) => {
    asked?.(path)
    const text = files.get(path)
    if (text === undefined) throw new Error(`there is no ${path}`)
    return JSON.parse(text)
  }
}

/** The words of services, points and forms in a whole index that queries are completed by. */
export function shownWords(files: ReadonlyMap<string, string>): string[] {
  const {words, levels} = vocabulary(files)
  return words.split(' ').filter((word, at) => word !== '' && !word.startsWith('=') && unpackCount(levels.charAt(at)) >= LEVELS)
}

/** The folded lemmas of a whole index. */
export function lemmasOf(files: ReadonlyMap<string, string>): Set<string> {
  const {words, lemmas, otherLemmas} = vocabulary(files)
  const all = words.split(' ').map(foldWord)
  let at = 0
  return new Set([...otherLemmas.split(' '), ...unpackNumbers(lemmas).map((step) => all[(at += step)] ?? '')])
}

function vocabulary(files: ReadonlyMap<string, string>): VocabularyPage {
  const [page] = (reading(files)('search/services.json') as MainIndex).vocabulary.pages ?? []
  if (page === undefined) throw new Error('the index is in pages')
  return page
}
