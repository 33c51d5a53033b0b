/**
 * Parsing as a filter: a record a line in, a line of JSON out for each, in their order, until the input ends. Nothing is kept
 * from one record to the next but what was learned beforehand, so the lines can be shared out among any number of processes.
 *
 *     in   {"file": "2012-1278.md", "text": "…", "format": "markdown"}
 *     out  {"file": "2012-1278.md", "format": "markdown", "resolution": {…}, "standards": […], …}
 *     in   sources/nowhere.md
 *     out  {"file": "sources/nowhere.md", "error": "the file can't be read: …"}
 */
import {toJson} from '../../../parser/language/hidden-characters.ts'
import {once} from 'node:events'
import type {EventEmitter} from 'node:events'
import {stat} from 'node:fs/promises'
import {basename} from 'node:path'
import {z} from 'zod'
import {parse} from '../../../parser/index.ts'
import type {SourceInput} from '../../../parser/index.ts'
import {InputFormatName} from '../../../parser/model/index.ts'
import type {Diagnostic} from '../../../parser/model/index.ts'
import {reason} from '../command.ts'
import type {Io} from '../command.ts'
import {inputOf, type Learned} from './knowledge.ts'
import type {Reading} from './collection.ts'
import {confirmed} from './received.ts'
import {readSource} from './sources.ts'

/** json: a line holds the text; paths: a line names the file that holds it. */
export const RECORD_KINDS = ['json', 'paths'] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/** A line of more bytes is no record: twice the largest source, for JSON writes some characters as six. */
export const LONGEST_LINE = 512 * 1024 * 1024

/** Other fields are let through for the caller's own use, and not read. */
const JsonRecord = z.object({
  file: z.string().min(1),
  text: z.string().optional(),
  base64: z.base64().optional(),
  format: InputFormatName.optional(),
})

/** Reads all records; how many there were, and how many of them have an error for an answer. */
export async function parseRecords(
  io: Pick<Io, 'stdin' | 'stdout'>,
  request: {kind: RecordKind; learned: Learned; format?: InputFormatName | undefined; longest?: number},
): Promise<{records: number; errors: number}> {
  const counts = {records: 0, errors: 0}
  for await (const line of linesOf(io.stdin, request.longest ?? LONGEST_LINE)) {
    const answer = await answerTo(line, request)
    counts.records++
    if ('error' in answer) counts.errors++
    // A reader that is slower than the parser is waited for: answers don't pile up.
    if (io.stdout.write(`${toJson(answer)}\n`) === false && 'once' in io.stdout) {
      await once(io.stdout as unknown as EventEmitter, 'drain')
    }
  }
  return counts
}

interface Refusal {
  file: string | null
  error: string
}
type Answer = Refusal | ({file: string} & Omit<Reading['result'], 'source'>)

async function answerTo(
  line: Buffer | null,
  {kind, learned, format}: {kind: RecordKind; learned: Learned; format?: InputFormatName | undefined},
): Promise<Answer> {
  if (line === null) return {file: null, error: 'the line is too long to be a record'}
  let text: string
  try {
    text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(line)
  } catch {
    return {file: null, error: 'the line is not UTF-8; a text in another encoding goes into «base64», or into a file'}
  }
  if (text.trim() === '') return {file: null, error: 'the line is empty'}
  const source = kind === 'json' ? ofJson(text) : await ofPath(text)
  if ('error' in source) return source
  try {
    const input = inputOf({...source, format: source.format ?? format}, learned)
    const {resolution, standards, amendments, diagnostics, coverage, ...read} = confirmed(input, parse(input, learned.knowledge))
    return {file: source.name, format: read.format, resolution, standards, amendments, diagnostics, coverage}
  } catch (error) {
    return {file: source.name, error: reason(error)}
  }
}

interface Source extends SourceInput {
  /** As the record has it. */
  name: string
}

function ofJson(text: string): Source | Refusal {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return {file: null, error: 'the line is not JSON'}
  }
  const parsed = JsonRecord.safeParse(value)
  if (!parsed.success) {
    const named = z.object({file: z.string()}).safeParse(value)
    const [issue] = parsed.error.issues
    return {
      file: named.success ? named.data.file : null,
      error: `${issue?.path.join('.') || 'the record'}: ${issue?.message ?? 'not valid'}`,
    }
  }
  const {file, text: own, base64, format} = parsed.data
  if ((own === undefined) === (base64 === undefined)) return {file, error: 'the record needs either «text» or «base64»'}
  const bytes = own === undefined ? Buffer.from(base64!, 'base64') : Buffer.from(own)
  return {name: file, file: basename(file), bytes, format}
}

async function ofPath(line: string): Promise<Source | Refusal> {
  const problems: Diagnostic[] = []
  // What is no file may have no end.
  const found = await stat(line).catch(() => null)
  if (found && !found.isFile()) return {file: line, error: 'this is not a file'}
  const bytes = await readSource(line, problems)
  return bytes ? {name: line, file: basename(line), bytes} : {file: line, error: problems.map(({message}) => message).join('; ')}
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** The lines of a stream, the last one with or without its end; null for one that is longer than `longest` bytes, of which nothing is kept. */
async function* linesOf(stream: Io['stdin'], longest: number): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = []
  let size = 0
  const add = (part: Buffer) => {
    size += part.length
    if (size > longest) parts = []
    else if (part.length > 0) parts.push(part)
  }
  const take = (): Buffer | null => {
    const whole = size > longest ? null : Buffer.concat(parts)
    parts = []
    size = 0
    return whole?.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole
  }
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array)
    let from = 0
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      add(bytes.subarray(from, end))
      from = end + 1
      yield take()
    }
    add(bytes.subarray(from))
  }
  if (size > 0) yield take()
}
