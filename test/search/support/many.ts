/** A corpus many times as large: every copy has the grammar of the first and a third of its words its own. */
import type {Office, Resolution, Standard} from '../../../parser/model/index.ts'
import type {SearchData} from '../../../site/search/build.ts'

const WORD = /\p{Ll}{6,}/gu
const VOWELS = 'аәеыіоөұүу'
/** Of the longer words, one in so many is changed. */
const CHANGED = 3

/** Sum of the letters, the same from run to run. */
const sum = (word: string): number => Array.from(word).reduce((all, letter) => all * 31 + letter.charCodeAt(0), 7) >>> 0

/** Turns the vowels of some words: they stay words one can say, with the endings of the language. */
function varied(text: string, copy: number): string {
  return text.replace(WORD, (word) => {
    if ((sum(word) + copy) % CHANGED !== 0) return word
    const turn = 1 + (copy % (VOWELS.length - 1))
    const letters = Array.from(word)
    return letters
      .map((letter, at) => {
        const place = VOWELS.indexOf(letter)
        return place < 0 || at > letters.length - 4 ? letter : VOWELS.charAt((place + turn) % VOWELS.length)
      })
      .join('')
  })
}

export function many({standards, resolutions, offices}: SearchData, copies: number): SearchData {
  const all: {standards: Standard[]; resolutions: Resolution[]; offices: Office[]} = {standards: [], resolutions: [], offices: []}
  for (let copy = 0; copy < copies; copy++) {
    const change = <T extends string | null>(text: T): T => (text === null || copy === 0 ? text : (varied(text, copy) as T))
    const named = (id: string): string => (copy === 0 ? id : id.replace(/^\d+/u, (year) => String(Number(year) + copy * 100)))
    for (const one of resolutions) all.resolutions.push({...one, id: named(one.id), title: change(one.title)})
    for (const one of standards) {
      all.standards.push({
        ...one,
        id: named(one.id),
        resolution: named(one.resolution),
        title: change(one.title),
        points: one.points.map((point) => ({...point, text: change(point.text)})),
        annexes: one.annexes.map((annex) => ({...annex, text: change(annex.text)})),
      })
    }
    for (const one of offices) {
      const standardsOf = one.standards.map(named)
      all.offices.push({
        ...one,
        id: `${one.id}-${String(copy)}`,
        name: change(one.name),
        address: change(one.address),
        standards: standardsOf,
      })
    }
  }
  return all
}
