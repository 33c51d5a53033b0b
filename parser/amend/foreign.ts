/**
 * Instructions in a language whose formulas are not read.
 *
 *       пункт 3 изложить в следующей редакции:
 *
 * They are named, never passed over in silence.
 */
import {linesOf} from '../coverage.ts'
import type {ActReference} from '../model/index.ts'
import {maskQuotes} from '../structure/amendment-quotes.ts'
import {VERB} from '../structure/amendment-formula.ts'
import type {ActDocument} from './document.ts'

const FORMULAS: {language: string; pattern: RegExp}[] = [
  {
    language: 'Russian',
    pattern:
      /(?:изложить\s+в\s+(?:следующей|новой)|изложить\s+согласно|заменить\s+слов|слов\p{L}*.{0,200}заменить|дополнить\s+(?:слов|пункт|подпункт|абзац|строк|част|предложен)|(?:исключить|признать\s+утративш\p{L}+\s+силу)(?!\p{L}))/iu,
  },
  {
    language: 'English',
    pattern:
      /(?:(?:shall|is|are)\s+(?:hereby\s+)?(?:to\s+)?be\s+\p{L}+|(?:is|are)\s+(?:replaced|amended|deleted|repealed|supplemented|restated|reworded)|to\s+(?:read|be\s+replaced)\s+as\s+follows|is\s+hereby\s+(?:amended|repealed))/iu,
  },
]

export interface ForeignInstruction {
  text: string
  language: string
  lines: [number, number]
  act: ActReference | null
}

/** Sentences of an act that order an amendment in another language. Looked for in all of the act but its standards. */
export function foreignInstructions(document: ActDocument): ForeignInstruction[] {
  const paras = [...document.act.paras, ...document.attachments.flatMap(({paras: own}) => own)]
  const found = paras.filter(({role}) => role !== 'note').flatMap(({text, lines}) => instructionIn(text, lines))
  if (found.length > 0 || document.parsed.resolution) return found
  return document.standards.flatMap(({part}) =>
    [...linesOf(part.body)].flatMap((line) => instructionIn(line.value.trim(), [line.number, line.number])),
  )
}

/** Sentences that order an amendment in an act of which no point was read as amending another: nobody knows what they amend. */
export function looseInstructions(document: ActDocument): {text: string; lines: [number, number]}[] {
  return document.act.paras
    .filter(({role, text}) => role !== 'note' && role !== 'title' && VERB.test(maskQuotes(text).skeleton))
    .map(({text, lines}) => ({text, lines}))
}

function instructionIn(text: string, lines: [number, number]): ForeignInstruction[] {
  const formula = FORMULAS.find(({pattern}) => pattern.test(text))
  return formula ? [{text, language: formula.language, lines, act: null}] : []
}
