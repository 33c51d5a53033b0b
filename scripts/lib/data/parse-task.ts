/** Reading one source. */
import {readFileSync} from 'node:fs'
import {knowledgeOf, parse, tablesTaughtBy, teachesTables} from '../../../parser/index.ts'
import type {Knowledge, SourceInput} from '../../../parser/index.ts'
import {Asking} from '../../../parser/questions.ts'
import {confirmed} from '../sources/received.ts'
import {keepReading, readWrittenLesson, type Shelf, type WrittenLesson} from './reading-store.ts'
import type {Workshop} from './workshop.ts'

export interface ParseOrder {
  shop: Workshop
  input: SourceInput
  /** Place of the source in the collection. */
  place: number
  /** File of what all sources teach: see `writtenKnowledge`. */
  knowledge: string
}

export function parseTask({shop, input, place, knowledge: file}: ParseOrder): Shelf {
  const knowledge = knowledgeIn(file)
  const asking = new Asking()
  const parsed = parse(input, knowledge, asking)
  const taught = teachesTables(parsed) ? tablesTaughtBy(parsed) : null
  const result = confirmed(input, parsed)
  return keepReading(
    shop,
    place,
    {input, result, taught: taught && {names: [...taught.names], addresses: [...taught.addresses]}},
    {questions: asking.questions, knowledge},
  )
}

/** What sources teach, in a file for all threads. */
export interface WrittenKnowledge {
  words: WrittenLesson['words']
  names: string[]
  addresses: string[]
}

let last: {file: string; knowledge: Knowledge} | null = null

function knowledgeIn(file: string): Knowledge {
  if (last?.file !== file) {
    const {words, names, addresses} = JSON.parse(readFileSync(file, 'utf8')) as WrittenKnowledge
    const lesson = readWrittenLesson({format: null, words})
    last = {file, knowledge: knowledgeOf(lesson.words ? [lesson.words] : [], [{names: new Set(names), addresses: new Set(addresses)}])}
  }
  return last.knowledge
}
