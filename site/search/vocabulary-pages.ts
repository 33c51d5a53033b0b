/** Cuts the words of the index into pages. */
import type {MendingPage, OtherTerm, VocabularyPage} from './format.ts'
import {HIDDEN, mendingKey, pagesByKey, placeOrder, sortKey, tailKey} from './keys.ts'
import {packCount, packNumbers} from './packing.ts'
import {SHORTEST} from './typos.ts'
import type {SortedWords} from './word-counts.ts'

export interface Pages<Page> {
  begins: string
  pages: Page[]
}

/**
 * Parts sorted entries: a new page wherever the one before is full, never between entries of one key.
 *
 * @returns for each page where it begins, and the shortest text that keeps it from the page before
 */
export function cutByKey(entries: Iterable<{key: string; size: number}>, limit: number): {begins: string; starts: number[]} {
  const starts = [0]
  const begins: string[] = []
  let filled = 0
  let at = 0
  let before: string | null = null
  for (const {key, size} of entries) {
    if (filled + size > limit && before !== null && before !== key) {
      let length = 1
      while (key.slice(0, length) <= before) length++
      begins.push(key.slice(0, length))
      starts.push(at)
      filled = 0
    }
    filled += size
    before = key
    at++
  }
  return {begins: begins.join(' '), starts}
}

/** What a word takes beside its letters. */
const WORD_SIZE = 10

/**
 * @param main for each term its documents in the main index, `offices` in that of the offices
 * @param lexicon sorted lemmas
 */
export function vocabularyPages(
  {forms, terms}: SortedWords,
  main: readonly number[],
  offices: readonly number[],
  lexicon: readonly string[],
  limit: number,
): Pages<VocabularyPage> {
  const sizes = forms.map(({key, folded}) => ({key, size: folded.length + WORD_SIZE}))
  const {begins, starts} = cutByKey(sizes, limit)
  const {pageOf, count} = pagesByKey(begins)
  const pageOfForm = forms.map(({key}) => pageOf(key))
  const lemmas = Array.from({length: count}, (): string[] => [])
  for (const lemma of lexicon) lemmas[pageOf(sortKey(lemma))]?.push(lemma)
  // a term is looked up by its own text as well
  const sortedIn = Array.from({length: count}, (): number[] => [])
  for (const [term, {text, forms: own}] of terms.entries()) {
    const page = pageOf(sortKey(text))
    if (!own.some((form) => pageOfForm[form] === page)) sortedIn[page]?.push(term)
  }
  const elsewhere = (term: number, page: number): string =>
    (terms[term]?.forms ?? []).flatMap((form) => (pageOfForm[form] === page ? [] : [forms[form]?.folded ?? ''])).join(' ')
  let next = 0
  const pages = starts.map((start, page): VocabularyPage => {
    const own = forms.slice(start, starts[page + 1] ?? forms.length)
    const first = next
    const others: number[] = []
    const cuts: number[] = []
    const irregular: string[] = []
    const refs = own.map(({term, folded}) => {
      if (term === next) {
        next++
        const text = terms[term]?.text ?? ''
        if (folded.startsWith(text)) cuts.push(folded.length - text.length + 1)
        else {
          cuts.push(0)
          irregular.push(text)
        }
        return 0
      }
      if (term >= first) return next - term
      let place = others.indexOf(term)
      if (place < 0) place = others.push(term) - 1
      return next - first + 1 + place
    })
    for (const term of sortedIn[page] ?? []) others.push(term)
    const known = new Map(own.map(({folded}, place) => [folded, place]))
    const stand = (lemmas[page] ?? []).flatMap((lemma) => known.get(lemma) ?? [])
    stand.sort((a, b) => a - b)
    const ours = Array.from({length: next - first}, (_, place) => first + place)
    return {
      words: own.map(({shown, folded}) => shown ?? `${HIDDEN}${folded}`).join(' '),
      levels: own.map((form) => packCount(form.main, form.offices)).join(''),
      refs: packNumbers(refs),
      first,
      cuts: packNumbers(cuts),
      irregular: irregular.join(' '),
      counts: packNumbers(ours.flatMap((term) => [main[term] ?? 0, offices[term] ?? 0])),
      elsewhere: ours.flatMap((term, place): [number, string][] => {
        const words = elsewhere(term, page)
        return words === '' ? [] : [[place, words]]
      }),
      others: others.map((term): OtherTerm => [term, terms[term]?.text ?? '', main[term] ?? 0, offices[term] ?? 0, elsewhere(term, page)]),
      lemmas: packNumbers(stand.map((place, at) => place - (stand[at - 1] ?? 0))),
      otherLemmas: (lemmas[page] ?? []).filter((lemma) => !known.has(lemma)).join(' '),
    }
  })
  return {begins, pages}
}

/** The words by which queries are mended, twice: a slip leaves a word its first letter, or all that follows it. */
export function mendingPages({forms}: SortedWords, limit: number): {byLength: Pages<MendingPage>; byTail: Pages<MendingPage>} {
  const words = forms.filter(({shown, folded}) => shown !== null && folded.length >= SHORTEST)
  const sorted = (keyOf: (folded: string) => string): Pages<MendingPage> => {
    const entries = words.map((word) => ({...word, key: keyOf(word.folded), size: word.folded.length + 2}))
    entries.sort((a, b) => placeOrder(a.key, b.key) || placeOrder(a.folded, b.folded))
    const {begins, starts} = cutByKey(entries, limit)
    const pages = starts.map((start, page) => {
      const own = entries.slice(start, starts[page + 1] ?? entries.length)
      return {words: own.map(({folded}) => folded).join(' '), levels: own.map(({main, offices}) => packCount(main, offices)).join('')}
    })
    return {begins, pages}
  }
  return {byLength: sorted((folded) => mendingKey(folded) + sortKey(folded)), byTail: sorted(tailKey)}
}
