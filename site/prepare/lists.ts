/** Lists in the order of the Kazakh alphabet. */
import type {Annex, Office, Standard} from '../../parser/model/index.ts'
import {slug} from '../urls.ts'
import {oncePer} from './once.ts'

const collator = new Intl.Collator('kk', {numeric: true, sensitivity: 'base'})

/** Compares two texts by the Kazakh alphabet, numbers by value. */
export const compareText = (a: string, b: string): number => collator.compare(a, b)

/** The letter a title is filed under: the first letter, past quotation marks. */
const FIRST_LETTER = /\p{L}|\p{N}/u

export interface LetterGroup {
  letter: string
  standards: Standard[]
}

/** Standards by first letter. */
export function byLetter(standards: Standard[]): LetterGroup[] {
  const groups = new Map<string, Standard[]>()
  for (const standard of standards) {
    const letter = (FIRST_LETTER.exec(standard.title)?.[0] ?? '–').toUpperCase()
    groups.set(letter, [...(groups.get(letter) ?? []), standard])
  }
  return [...groups]
    .map(([letter, list]) => ({letter, standards: list.sort((a, b) => compareText(bare(a.title), bare(b.title)))}))
    .sort((a, b) => compareText(a.letter, b.letter))
}

const bare = (title: string): string => title.replace(/^[^\p{L}\p{N}]+/u, '')

/**
 * What of a list stands open, and what is folded away, if anything.
 *
 * @param open how many stand open
 * @param spare so few more are not worth folding
 */
export const openAndFolded = <Item>(list: readonly Item[], open: number, spare = 1): (readonly Item[])[] =>
  list.length > open + spare ? [list.slice(0, open), list.slice(open)] : [list]

/** A page lists no more services, or blanks, than this: about 250 KB. More of them stand on pages of their own, by letter. */
export const LONGEST_LIST = 250

/** A letter's services, or as many of them as a page takes. */
export interface LetterPart extends LetterGroup {
  /** In the address: `m`, `m-2`. */
  key: string
  /** As shown: «М», «М 2». */
  label: string
}

/** Services by letter in pages, where one page would be too long; else nothing. */
export const letterParts = oncePer((standards: Standard[]): LetterPart[] => {
  if (standards.length <= LONGEST_LIST) return []
  return byLetter(standards).flatMap(({letter, standards: all}) =>
    Array.from({length: Math.ceil(all.length / LONGEST_LIST)}, (_, part): LetterPart => {
      const number = part === 0 ? '' : String(part + 1)
      return {
        letter,
        key: [letterKey(letter), number].filter((one) => one !== '').join('-'),
        label: [letter, number].filter((one) => one !== '').join(' '),
        standards: all.slice(part * LONGEST_LIST, (part + 1) * LONGEST_LIST),
      }
    }),
  )
})

const ALPHABET = [...'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя']

/** A letter in Latin ones, another for each: и → `i`, і → `i2`. */
function letterKey(letter: string): string {
  const latin = slug(letter)
  const place = ALPHABET.filter((other) => slug(other) === latin).indexOf(letter.toLowerCase())
  return place > 0 ? `${latin}${String(place + 1)}` : latin
}

export interface Region {
  /** Null for offices whose region the lists do not tell. */
  name: string | null
  offices: Office[]
}

/** Offices by region, each region in the order of the alphabet; those without a region come last. */
export const byRegion = oncePer(groupByRegion)

function groupByRegion(offices: Office[]): Region[] {
  const groups = new Map<string | null, Office[]>()
  for (const office of offices) {
    const list = groups.get(office.region)
    if (list) list.push(office)
    else groups.set(office.region, [office])
  }
  return [...groups]
    .map(([name, list]) => ({name, offices: list.sort((a, b) => compareText(a.name, b.name) || compareText(a.address, b.address))}))
    .sort((a, b) => (a.name === null ? 1 : b.name === null ? -1 : compareText(a.name, b.name)))
}

export interface FormEntry {
  standard: Standard
  annex: Annex
}

/** Blanks of every standard: applications and the documents that are handed out. */
export function formsOf(standards: Standard[]): FormEntry[] {
  return standards.flatMap((standard) => standard.annexes.filter(isBlank).map((annex) => ({standard, annex})))
}

/** Whether an annex is a blank with a page of its own. */
export function isBlank(annex: Annex): boolean {
  return annex.kind === 'form' || annex.kind === 'certificate'
}
