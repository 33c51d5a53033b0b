/** Texts of a summary: the Handlebars templates beside this file. Node only. */
import {readFileSync} from 'node:fs'
import Handlebars from 'handlebars'
import type {Template} from '../../wording.ts'

/** «year: Есепті жыл» */
const WORD_LINE = /^(?<name>[a-z-]+): (?<text>.+)$/u

export interface CollectTemplates {
  /** A heading or a word, by its name in words.hbs. */
  word(name: string): string
  index: Template
  standard: Template
}

let loaded: CollectTemplates | undefined

/** Read once. Asking for a word that words.hbs lacks throws. */
export function collectTemplates(): CollectTemplates {
  if (loaded) return loaded
  const handlebars = Handlebars.create()
  const source = (name: string): string => readFileSync(new URL(`${name}.hbs`, import.meta.url), 'utf8')
  const words = new Map<string, string>()
  for (const line of source('words').split('\n')) {
    const {name, text} = WORD_LINE.exec(line.trim())?.groups ?? {}
    if (name !== undefined && text !== undefined) words.set(name, text)
  }
  const word = (name: string): string => {
    const text = words.get(name)
    if (text === undefined) throw new Error(`words.hbs lacks «${name}»`)
    return text
  }
  handlebars.registerHelper('word', (name: string) => word(name))
  for (const part of ['style', 'bar']) handlebars.registerPartial(part, source(part))
  const page = (name: string): Template => handlebars.compile<object>(source(name), {strict: false})
  loaded = {word, index: page('index'), standard: page('standard')}
  return loaded
}
