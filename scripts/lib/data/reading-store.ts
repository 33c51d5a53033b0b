/**
 * What earlier builds read, kept by what the reading depended on.
 *
 *       lesson   bytes of a source                                          →  its format, how often each word stands in it
 *       asked    the source, its manifest entry                             →  what its reading asked of the others (parser/questions.ts)
 *       parsed   the source, its manifest entry, the questions, the answers →  what was read
 *
 * So a word that is changed in one source does not make the others be read again: they would get the same answers.
 */
import type {SourceInput} from '../../../parser/index.ts'
import type {Knowledge, Lesson} from '../../../parser/knowledge.ts'
import type {WordCounts} from '../../../parser/language/vocabulary.ts'
import type {InputFormatName, Standard} from '../../../parser/model/index.ts'
import {answersTo, type Questions} from '../../../parser/questions.ts'
import {packBundle, unpackBundle} from './bundle.ts'
import {keyOf} from '../cache.ts'
import type {Reading} from '../sources/collection.ts'
import {listingOf, proseOf, tallyOf, type Shelved} from './shelved.ts'
import {fetchJson, shelve, storeOf, type Ref, type Workshop} from './workshop.ts'

/** What one source says, its standards on the shelf. */
export interface Shelf {
  result: Reading<Shelved>['result']
  /** Names and addresses of offices that it teaches; null where it does not mark its cells. */
  taught: {names: string[]; addresses: string[]} | null
}

/** The same, as it is kept. */
type Kept = Omit<Shelf, 'result'> & {result: Omit<Reading['result'], 'standards'> & {standards: Omit<Shelved, keyof Refs>[]}}

/** How often words stand somewhere; for JSON. */
export interface WrittenWords {
  words: Flat
  pairs: Flat
  dashes: Flat
}
/** Keys and counts of a map, by turns. */
type Flat = (string | number)[]

export const writtenWords = ({words, pairs, dashes}: WordCounts): WrittenWords => ({
  words: flat(words),
  pairs: flat(pairs),
  dashes: flat(dashes),
})
export const readWords = ({words, pairs, dashes}: WrittenWords): WordCounts => ({
  words: deep(words),
  pairs: deep(pairs),
  dashes: deep(dashes),
})

const flat = (map: ReadonlyMap<string, number>): Flat => [...map].flat()

function deep(list: Flat): Map<string, number> {
  const map = new Map<string, number>()
  for (let at = 0; at < list.length; at += 2) map.set(list[at] as string, list[at + 1] as number)
  return map
}

const lessonKey = (shop: Workshop, {bytes, format}: SourceInput): string => keyOf(shop.version, format ?? '', bytes)

/** What a source teaches, its words on the shelf: those of all sources together are too many to be held. */
export interface ShelvedLesson {
  format: InputFormatName | null
  /** Null where it teaches no words. */
  words: Ref | null
}

/**
 * What an earlier build learned from a source; null where there is none.
 *
 * @param place of the source in the collection: its name on the shelf
 */
export function keptLesson(shop: Workshop, place: number, input: SourceInput): ShelvedLesson | null {
  const piece = storeOf(shop).read('lesson', lessonKey(shop, input))
  return piece && placedLesson(shop, place, piece)
}

/** Keeps what a source teaches, and puts it on the shelf. */
export function keepLesson(shop: Workshop, place: number, input: SourceInput, lesson: Lesson): ShelvedLesson {
  const {format, words} = lesson
  const piece = packBundle(format, words === null ? [] : [JSON.stringify(writtenWords(words))])
  storeOf(shop).write('lesson', lessonKey(shop, input), piece)
  return placedLesson(shop, place, piece)
}

function placedLesson(shop: Workshop, place: number, piece: Buffer): ShelvedLesson {
  const {header: format, contents} = unpackBundle<InputFormatName | null>(piece)
  const [words = null] = shelve(shop, `lesson-${String(place)}`, contents)
  return {format, words}
}

/** The words of lessons, one after the other. */
export function* wordsOf(lessons: readonly ShelvedLesson[]): Generator<WordCounts> {
  for (const {words} of lessons) if (words !== null) yield readWords(fetchJson<WrittenWords>(words))
}

const sourceKey = (shop: Workshop, {file, bytes, format, manifest}: SourceInput): string =>
  keyOf(shop.version, file, bytes, JSON.stringify([format ?? null, manifest ?? null]))

const parsedKey = (source: string, questions: string, answers: string): string => keyOf(source, questions, answers)

/**
 * What an earlier build read, where the reading would get the same answers today; null otherwise.
 *
 * @param place of the source in the collection: its name on the shelf
 */
export function keptReading(shop: Workshop, place: number, input: SourceInput, knowledge: Knowledge): Shelf | null {
  const store = storeOf(shop)
  const source = sourceKey(shop, input)
  const questions = store.read('asked', source)?.toString()
  if (questions === undefined) return null
  const answers = answersTo(JSON.parse(questions) as Questions, knowledge)
  const piece = store.read('parsed', parsedKey(source, questions, answers))
  return piece && placed(shop, place, piece)
}

/** Keeps what was read, and puts it on the shelf. */
export function keepReading(
  shop: Workshop,
  place: number,
  {input, result, taught}: {input: SourceInput; result: Reading['result']; taught: Kept['taught']},
  {questions, knowledge}: {questions: Questions; knowledge: Knowledge},
): Shelf {
  const {standards} = result
  const kept: Kept = {taught, result: {...result, standards: standards.map(headOf)}}
  const piece = packBundle(kept, standards.flatMap(contentsOf))
  if (shop.cache !== null) {
    const store = storeOf(shop)
    const source = sourceKey(shop, input)
    const asked = JSON.stringify(questions)
    store.write('parsed', parsedKey(source, asked, answersTo(questions, knowledge)), piece)
    store.write('asked', source, asked)
  }
  return placed(shop, place, piece)
}

/** Puts standards that are not those of a source on the shelf. */
export function shelveStandards(shop: Workshop, name: string, standards: readonly Standard[]): Shelved[] {
  const refs = shelve(shop, name, standards.flatMap(contentsOf))
  return standards.map((standard, at) => ({...headOf(standard), ...refsOf(refs, at)}))
}

type Refs = Pick<Shelved, 'text' | 'prose' | 'lists'>

/** What lies on the shelf of a standard, in the order of `refsOf`. */
const contentsOf = (standard: Standard): string[] =>
  [standard, proseOf(standard), listingOf(standard)].map((content) => JSON.stringify(content))

function refsOf(refs: readonly Ref[], at: number): Refs {
  const [text, prose, lists] = refs.slice(3 * at, 3 * at + 3)
  return {text: text!, prose: prose!, lists: lists!}
}

function headOf(standard: Standard): Omit<Shelved, keyof Refs> {
  const {id, resolution, ordinal, title, status, legalStatus, notes, annexes} = standard
  return {
    id,
    resolution,
    ordinal,
    title,
    status,
    legalStatus,
    notes,
    annexes: annexes.map((annex) => ({id: annex.id})),
    tally: tallyOf(standard),
  }
}

function placed(shop: Workshop, place: number, piece: Buffer): Shelf {
  const {header, contents} = unpackBundle<Kept>(piece)
  const refs = shelve(shop, `source-${String(place)}`, contents)
  const standards = header.result.standards.map((head, at): Shelved => ({...head, ...refsOf(refs, at)}))
  return {taught: header.taught, result: {...header.result, standards}}
}
