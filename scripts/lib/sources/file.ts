/** One source, from a file or standard input, with the vocabulary of the sources folder beside it. */
import {stat} from 'node:fs/promises'
import {basename} from 'node:path'
import {parse} from '../../../parser/index.ts'
import type {SourceInput} from '../../../parser/index.ts'
import type {Diagnostic, InputFormatName} from '../../../parser/model/index.ts'
import type {Io} from '../command.ts'
import {inputOf, type Learned} from './knowledge.ts'
import type {Reading} from './collection.ts'
import {confirmed} from './received.ts'
import {parseSources} from './pipeline.ts'
import type {Steps} from '../progress.ts'
import {readSource, readSources} from './sources.ts'

/** How standard input is named in diagnostics. */
const STDIN = 'stdin'

export interface FileReading {
  /** Null where the file can't be read. */
  result: Reading['result'] | null
  problems: Diagnostic[]
}

/**
 * Parses one source.
 *
 * @param request `path`: a file, or `-` for standard input; `format`: where it can't be detected; `sources`: folder to
 *   learn words and places from; one that is not there is no fault; `learned`: what was learned elsewhere, in its place
 */
export async function parseFile(
  request: {path: string; format?: InputFormatName; sources: string; learned?: Learned | undefined},
  io: Io,
  progress: Steps,
): Promise<FileReading> {
  const problems: Diagnostic[] = []
  progress.begin('read')
  const bytes = request.path === '-' ? await readAll(io.stdin) : await readSource(request.path, problems)
  if (!bytes) return {result: null, problems}
  const file = request.path === '-' ? STDIN : basename(request.path)
  if (request.learned) {
    const input = inputOf({file, bytes, format: request.format}, request.learned)
    progress.begin('parse')
    return {result: confirmed(input, parse(input, request.learned.knowledge)), problems}
  }
  const known = await knownSources(request.sources)
  // A file of the folder keeps what the manifest says of it.
  const entry = known.find((input) => isSame(input.bytes, bytes))
  const input: SourceInput = {
    file,
    bytes,
    ...(entry?.manifest ? {manifest: entry.manifest} : {}),
    ...(request.format ? {format: request.format} : entry?.format ? {format: entry.format} : {}),
  }
  // In the place of its twin, so that the result is that of a build.
  const inputs = entry ? known.map((one) => (one === entry ? input : one)) : [...known, input]
  const reading = parseSources(inputs, progress).find((one) => one.input === input)
  return {result: reading?.result ?? null, problems}
}

/** The readable sources of a folder; what is wrong with the folder is the business of `build` and `check`. */
export async function knownSources(folder: string): Promise<SourceInput[]> {
  const exists = await stat(folder).catch(() => null)
  return exists?.isDirectory() === true ? (await readSources(folder)).inputs : []
}

/** Everything on a stream. */
export async function readAll(stream: Io['stdin']): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

export const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && Buffer.compare(a, b) === 0
