/** Reading one source. */
import {parse, tablesTaughtBy, teachesTables} from '../../../parser/index.ts'
import type {SourceInput} from '../../../parser/index.ts'
import {Asking} from '../../../parser/questions.ts'
import {confirmed} from '../sources/received.ts'
import {keepReading, type Shelf} from './reading-store.ts'
import {knowledgeIn} from './taught.ts'
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
