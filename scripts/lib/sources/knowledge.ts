/**
 * What a collection teaches, in a file: words, names of offices, and which texts its manifest describes. With it a source read alone,
 * by whatever process on whatever machine, gives what it gives in its collection.
 */
import {z} from 'zod'
import {learnSpelling} from '../../../parser/language/spelling.ts'
import {knowledgeOf, lessonOf, parse, tablesTaughtBy, teachesTables} from '../../../parser/index.ts'
import type {Knowledge, ManifestEntry, SourceInput} from '../../../parser/index.ts'
import {ManifestEntry as ManifestEntrySchema} from '../../../parser/model/index.ts'
import {EMPTY_VOCABULARY} from '../../../parser/tables/vocabulary.ts'
import {InputError} from '../command.ts'
import type {Steps} from '../progress.ts'
import {checksum} from './received.ts'
import {readSource} from './sources.ts'

export interface Learned {
  knowledge: Knowledge
  /** What the manifest says of a text, by the checksum of its bytes. */
  entries: ReadonlyMap<string, ManifestEntry>
}

/** What comes of this file is read by the same program only. */
const KIND = 'qyzmet-knowledge-1'
const Counts = z.array(z.tuple([z.string(), z.int()]))
const KnowledgeFile = z.object({
  kind: z.literal(KIND),
  words: Counts,
  pairs: Counts,
  dashes: Counts,
  names: z.array(z.string()),
  addresses: z.array(z.string()),
  sources: z.array(ManifestEntrySchema),
})

/** Learns from a collection, one source at a time. The same as `learn` of the parser, which holds them all at once. */
export function learnFrom(inputs: readonly SourceInput[], progress: Steps): Learned {
  progress.begin('learn')
  function* lessons() {
    for (const [at, input] of inputs.entries()) {
      progress.step(`${input.file} (${String(at + 1)} of ${String(inputs.length)})`)
      const lesson = lessonOf(input)
      if (teachesTables(lesson)) teachers.push(input)
      if (lesson.words) yield lesson.words
    }
  }
  const teachers: SourceInput[] = []
  const {words} = knowledgeOf(lessons(), [])
  progress.begin('learn names')
  const tables = teachers.map((input, at) => {
    progress.step(`${input.file} (${String(at + 1)} of ${String(teachers.length)})`)
    return tablesTaughtBy(parse(input, {words, tables: EMPTY_VOCABULARY}))
  })
  progress.end()
  const {names, addresses} = knowledgeOf([], tables).tables
  return {knowledge: {words, tables: {names, addresses}}, entries: entriesOf(inputs.flatMap(({manifest}) => manifest ?? []))}
}

/** The file, as text. */
export function knowledgeText({knowledge: {words, tables}, entries}: Learned): string {
  const file: z.infer<typeof KnowledgeFile> = {
    kind: KIND,
    words: [...words.words],
    pairs: [...words.pairs],
    dashes: [...words.dashes],
    names: [...tables.names],
    addresses: [...tables.addresses],
    sources: [...entries.values()],
  }
  return `${JSON.stringify(file)}\n`
}

/**
 * Reads such a file.
 *
 * @throws InputError where it can't be read or is something else
 */
export async function readKnowledge(path: string): Promise<Learned> {
  const problem = (message: string) => new InputError([{file: path, line: null, rule: 'knowledge/unreadable', severity: 'error', message}])
  const problems: InputError['problems'][number][] = []
  const bytes = await readSource(path, problems)
  if (!bytes) throw new InputError(problems)
  let content: unknown
  try {
    content = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch {
    throw problem('this is no JSON; make the file with «qyzmet learn»')
  }
  const parsed = KnowledgeFile.safeParse(content)
  if (!parsed.success) throw problem('this is not what «qyzmet learn» of this version writes; make the file anew')
  const {words, pairs, dashes, names, addresses, sources} = parsed.data
  let total = 0
  for (const [, count] of words) total += count
  return {
    knowledge: {
      words: {
        words: new Map(words),
        pairs: new Map(pairs),
        dashes: new Map(dashes),
        total,
        spelling: learnSpelling(words.map(([word]) => word)),
      },
      tables: {names: new Set(names), addresses: new Set(addresses)},
    },
    entries: entriesOf(sources),
  }
}

/** A source with what the manifest of the collection says of its bytes, if anything. */
export function inputOf(source: Pick<SourceInput, 'file' | 'bytes' | 'format'>, {entries}: Learned): SourceInput {
  const entry = entries.get(checksum(source.bytes))
  return entry ? {...source, manifest: entry, format: source.format ?? entry.format} : source
}

function entriesOf(entries: readonly ManifestEntry[]): Map<string, ManifestEntry> {
  return new Map(entries.map((entry) => [entry.sha256, entry]))
}
