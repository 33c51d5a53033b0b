/** What all sources teach, as a file that all threads read. */
import {readFileSync} from 'node:fs'
import {knowledgeOf, type Knowledge} from '../../../parser/knowledge.ts'
import {readWords, writtenWords, type WrittenWords} from './reading-store.ts'

interface WrittenKnowledge {
  words: WrittenWords
  names: string[]
  addresses: string[]
}

export const writtenKnowledge = ({words, tables}: Knowledge): WrittenKnowledge => ({
  words: writtenWords(words),
  names: [...tables.names],
  addresses: [...tables.addresses],
})

let last: {file: string; knowledge: Knowledge} | null = null

/** What the sources teach, read from its file once. */
export function knowledgeIn(file: string): Knowledge {
  if (last?.file !== file) {
    const {words, names, addresses} = JSON.parse(readFileSync(file, 'utf8')) as WrittenKnowledge
    last = {file, knowledge: knowledgeOf([readWords(words)], [{names: new Set(names), addresses: new Set(addresses)}])}
  }
  return last.knowledge
}

/** When all sources are read, it is only in the way: at the size of a country, by hundreds of megabytes. */
export function forgetKnowledge(): void {
  last = null
}
