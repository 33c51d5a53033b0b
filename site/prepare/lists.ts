/** Lists in the order of the Kazakh alphabet. */
import type {Annex, Office, Standard} from '../../parser/model/index.ts'
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
