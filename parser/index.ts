/**
 * Text of resolutions in, typed model out.
 *
 * - `parseAll` reads a whole collection: words and office names learned from all of it help to read each.
 * - `parse` reads one source, with what `learn` learned, or with what it says itself.
 * - `lessonOf`, `tablesTaughtBy` and `knowledgeOf` do what `learn` does, source by source, for those who keep what each teaches.
 * - `buildRegister` makes one office of many rows.
 *
 * Nothing here touches files, clock or network, and nothing throws on text: what cannot be read is reported.
 */
import {unified} from 'unified'
import {VFile} from 'vfile'
import type {Knowledge} from './knowledge.ts'
import {findHidden} from './language/hidden-characters.ts'
import {learnVocabulary} from './language/vocabulary.ts'
import type {Amendment, Coverage, Diagnostic, InputFormatName, ManifestEntry, Resolution, Standard} from './model/index.ts'
import {readAkomaNtoso} from './read/akn.ts'
import type {Asking} from './questions.ts'
import {reader} from './read/index.ts'
import {decodeInput, type DecodedSource} from './read/input.ts'
import {bounds, furniture, letterSpacing, lookAlikes} from './repair/index.ts'
import type {WordTest} from './repair/letter-spacing.ts'
import {wordTest} from './repair/words.ts'
import {readAct} from './structure/act.ts'
import {findCutOff} from './structure/cut-off.ts'
import type {TableVocabulary} from './tables/types.ts'
import {EMPTY_VOCABULARY, learnTableVocabulary} from './tables/vocabulary.ts'
import type {Root, SourceFormat} from './tree.ts'

export {knowledgeOf, teachesTables} from './knowledge.ts'
export type {Knowledge, Lesson} from './knowledge.ts'
export {lessonOf} from './lesson.ts'
export type {ManifestEntry} from './model/index.ts'
export type {SourceFormat} from './tree.ts'
export {buildRegister} from './register/index.ts'

export interface SourceInput {
  /** Name by which the source is spoken of in diagnostics. */
  file: string
  bytes: Uint8Array
  format?: InputFormatName | undefined
  manifest?: ManifestEntry | undefined
}

export interface ParsedSource {
  /** Null where the text is not a resolution. */
  resolution: Omit<Resolution, 'source'> | null
  standards: Standard[]
  amendments: Amendment[]
  diagnostics: Diagnostic[]
  coverage: Coverage
  /** Null where the format could not be told. */
  format: InputFormatName | null
  /** The source that an export was made from, as the export names it. */
  source?: Resolution['source']
}

export interface Progress {
  file: string
  stage: 'learning' | 'parsing'
  done: number
  total: number
}

/** Learns words from all sources, and office names and addresses from those that mark their cells. */
export function learn(inputs: readonly SourceInput[]): Knowledge {
  return learnFrom(inputs.map(decodeInput), () => undefined).knowledge
}

/** Parses a collection. The results are in the order of the inputs. */
export function parseAll(inputs: readonly SourceInput[], progress: (progress: Progress) => void = () => undefined): ParsedSource[] {
  return parseAllWith(inputs, progress).parsed
}

/**
 * Parses one source.
 *
 * @param asking takes down what the reading asks of the knowledge
 */
export function parse(input: SourceInput, knowledge?: Knowledge, asking?: Asking): ParsedSource {
  const decoded = decodeInput(input)
  return read(decoded, knowledge ?? {words: learnVocabulary([decoded.text]), tables: EMPTY_VOCABULARY}, asking)
}

/** Names and addresses of offices that a source which marks its cells teaches. */
export function tablesTaughtBy(parsed: Pick<ParsedSource, 'standards'>): TableVocabulary {
  return learnTableVocabulary(officeTables([parsed]))
}

/** A source read and repaired, before its structure is told. */
export interface SourceTree {
  tree: Root
  file: VFile
  words: WordTest
  format: SourceFormat
}

/** Reads one source into the tree that `parse` works on; null where its format can't be told, or is Akoma Ntoso, which has none. */
export function readTree(input: SourceInput, knowledge: Knowledge): SourceTree | null {
  const {file: path, text, format} = decodeInput(input)
  return format === null || format === 'akn' ? null : treeOf(path, text, format, wordTest(knowledge.words))
}

function treeOf(path: string, text: string, format: SourceFormat, words: WordTest): SourceTree {
  const file = new VFile({path, value: text})
  const processor = unified()
    .use(reader, format)
    .use(bounds)
    .use(furniture)
    .use(letterSpacing, words)
    .use(lookAlikes)
    // Letters put together again may be without an end too.
    .use(bounds)
  return {tree: processor.runSync(processor.parse(file), file) as Root, file, words, format}
}

function parseAllWith(
  inputs: readonly SourceInput[],
  progress: (progress: Progress) => void,
): {parsed: ParsedSource[]; knowledge: Knowledge} {
  progress({file: '', stage: 'learning', done: 0, total: inputs.length})
  const sources = inputs.map(decodeInput)
  const {parsed, knowledge, readOne} = learnFrom(sources, progress)
  sources.forEach(({format}, index) => {
    if (format === 'pdf-text') readOne(index, knowledge.tables)
  })
  return {parsed, knowledge}
}

/** Reads the sources that mark their cells: they teach the names that decide in those that do not. */
function learnFrom(sources: readonly DecodedSource[], progress: (progress: Progress) => void) {
  const words = learnVocabulary(sources.filter(({format}) => format !== 'akn').map(({text}) => text))
  const parsed: ParsedSource[] = []
  let done = 0
  const readOne = (index: number, tables: TableVocabulary) => {
    const source = sources[index]!
    progress({file: source.file, stage: 'parsing', done: done++, total: sources.length})
    parsed[index] = read(source, {words, tables})
  }
  sources.forEach(({format}, index) => {
    if (format !== 'pdf-text') readOne(index, EMPTY_VOCABULARY)
  })
  const knowledge: Knowledge = {words, tables: learnTableVocabulary(officeTables(parsed.filter(Boolean)))}
  return {parsed, knowledge, readOne}
}

function officeTables(parsed: readonly Pick<ParsedSource, 'standards'>[]) {
  return parsed.flatMap(({standards}) =>
    standards.flatMap(({annexes}) =>
      annexes.filter((annex) => annex.kind === 'offices').map(({columns = [], groups = []}) => ({columns, groups})),
    ),
  )
}

function read(source: DecodedSource, knowledge: Knowledge, asking?: Asking): ParsedSource {
  const {file: path, text, format, problems} = source
  if (format === null) {
    const unread = [...text].filter((character) => character.trim() !== '').length
    const coverage = {
      file: path,
      characters: text.length,
      published: 0,
      setAside: {'not read': unread, 'white space': text.length - unread},
      unaccounted: 0,
      unaccountedLines: [],
    }
    return {resolution: null, standards: [], amendments: [], diagnostics: problems, coverage, format}
  }
  if (format === 'akn') {
    const {resolution, diagnostics: found, ...read} = readAkomaNtoso(path, text)
    const diagnostics = [...problems, ...hidden(path, text, format), ...found, ...unaccounted(read.coverage, text)]
    if (resolution === null) return {...read, resolution, diagnostics, format}
    const {source: origin, ...act} = resolution
    return {...read, resolution: act, source: origin, diagnostics, format}
  }
  const known = wordTest(knowledge.words)
  const {tree, file, words} = treeOf(path, text, format, asking?.words(known) ?? known)
  const act = readAct({root: tree, file, words, tableVocabulary: asking?.tables(knowledge.tables) ?? knowledge.tables})
  const cutOff = findCutOff(act.standards)
  if (cutOff !== null) {
    const line = text.trimEnd().split('\n').length
    file.message(`The text seems to be cut off: ${cutOff}. Compare with the original.`, {
      place: {line, column: 1},
      ruleId: 'cut-off',
      source: 'structure',
    })
  }
  return {
    ...act,
    diagnostics: [...problems, ...hidden(path, text, format), ...diagnosticsOf(file), ...unaccounted(act.coverage, text)],
    format,
  }
}

/** Formats that read references to characters. */
const WITH_REFERENCES: ReadonlySet<InputFormatName> = new Set(['html', 'markdown', 'akn'])

/** Characters that do not show are told, whatever becomes of them; they stay in the data where the format has no other use for them. */
function hidden(file: string, text: string, format: InputFormatName): Diagnostic[] {
  return findHidden(text, {references: WITH_REFERENCES.has(format), folds: format !== 'akn'}).map(({line, doubtful, message}) => ({
    file,
    line,
    rule: 'repair/hidden-character',
    severity: doubtful ? 'warning' : 'info',
    message,
  }))
}

/** Text that the reading left nowhere is named line by line. */
function unaccounted({file, unaccountedLines}: Coverage, text: string): Diagnostic[] {
  if (unaccountedLines.length === 0) return []
  const lines = text.split('\n')
  return unaccountedLines.map((line) => ({
    file,
    line,
    rule: 'coverage/unaccounted',
    severity: 'warning',
    message: `Words of this line are not in the published data: «${shortened(lines[line - 1] ?? '')}».`,
  }))
}

/** Characters of a line that a message shows. */
const SHOWN = 80

function shortened(line: string): string {
  const characters = [...line.trim().slice(0, 2 * SHOWN)]
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : line.trim()
}

function diagnosticsOf(file: VFile): Diagnostic[] {
  return file.messages.map((message) => ({
    file: file.path,
    line: message.line ?? null,
    rule: [message.source, message.ruleId].filter(Boolean).join('/'),
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
    message: message.reason,
    ...(message.actual === undefined ? {} : {before: message.actual}),
    ...(message.expected?.[0] === undefined ? {} : {after: message.expected[0]}),
  }))
}
