/** The sources folder: its files, what the manifest says of them, and whether the two agree. */
import {readdir, readFile, stat} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {isMap, isNode, isSeq, LineCounter, parseDocument} from 'yaml'
import type {Document} from 'yaml'
import type {SourceInput} from '../../../parser/index.ts'
import type {Diagnostic} from '../../../parser/model/index.ts'
import {reason} from '../command.ts'
import {isInside} from './links.ts'
import {checksum, MANIFEST} from './received.ts'
import {Manifest} from '../../../parser/model/index.ts'
import type {ManifestEntry} from '../../../parser/model/index.ts'

/** Greater files are not read: the largest official text has under 2 MB. */
const LARGEST_SOURCE = 256 * 1024 * 1024

export interface Sources {
  /** Path of the folder as given. */
  folder: string
  /** The files, by name without the folder: published data names no path of the machine it was made on. */
  inputs: SourceInput[]
  /** Errors and warnings, each with its file and line. */
  diagnostics: Diagnostic[]
  /** Line of the manifest that holds a file's entry. */
  entryLines: Map<string, number>
  /** Path of the manifest as it is shown in messages. */
  manifest: string
}

/**
 * Reads the sources folder. Problems are returned, not thrown: the caller shows them all at once.
 *
 * @param folder the folder; its path stands in the messages as given
 */
export async function readSources(folder: string): Promise<Sources> {
  const manifest = join(folder, MANIFEST)
  const none = (message: string, rule: string): Sources => ({
    folder,
    inputs: [],
    diagnostics: [problem(folder, null, rule, message)],
    entryLines: new Map(),
    manifest,
  })
  const listing = await list(folder)
  if (listing === null) return none('there is no such folder; name the folder of the source texts with --sources DIR', 'sources/no-folder')
  if (typeof listing === 'string') return none(listing, 'sources/unreadable')
  const {files, skipped, hasManifest} = listing
  const {entries, diagnostics, lines} = hasManifest
    ? await readManifest(manifest)
    : {entries: [], diagnostics: [], lines: new ManifestLines()}
  diagnostics.push(...skipped)
  const present = new Set(files)
  const byFile = new Map<string, ManifestEntry>()
  const entryLines = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    const line = lines.of('sources', index)
    const first = entryLines.get(entry.file)
    if (first !== undefined) {
      const message = `${entry.file} already has an entry on line ${String(first)}; remove one of the two`
      diagnostics.push(problem(manifest, line, 'manifest/duplicate-file', message))
      continue
    }
    entryLines.set(entry.file, line)
    byFile.set(entry.file, entry)
    if (!present.has(entry.file)) {
      const message = `there is no file ${join(folder, entry.file)}; add it or remove this entry`
      diagnostics.push(problem(manifest, lines.of('sources', index, 'file'), 'manifest/no-file', message))
    }
    const same = entries.findIndex(
      (other) => other.act.number === entry.act.number && other.act.date === entry.act.date && other.edition === entry.edition,
    )
    const other = entries[same]
    if (other && same < index && other.file !== entry.file) {
      const message = `${entry.file} and ${other.file} (line ${String(lines.of('sources', same))}) both claim to be № ${entry.act.number} of ${entry.act.date} in the edition of ${entry.edition}; correct the edition or remove one`
      diagnostics.push(problem(manifest, line, 'manifest/same-edition', message))
    }
  }
  if (files.length === 0) {
    if (diagnostics.every(({severity}) => severity !== 'error'))
      diagnostics.push(problem(folder, null, 'sources/empty', 'the folder holds no source texts; put at least one into it'))
    return {folder, inputs: [], diagnostics, entryLines, manifest}
  }
  const inputs: SourceInput[] = []
  for (const file of files) {
    const path = join(folder, file)
    const bytes = await readSource(path, diagnostics)
    if (!bytes) continue
    const entry = byFile.get(file)
    if (!entry) {
      inputs.push({file, bytes})
      continue
    }
    const sha256 = checksum(bytes)
    if (sha256 !== entry.sha256) {
      const index = entries.indexOf(entry)
      const message = `${path} is not the file this entry describes: its sha256 is ${sha256}; restore the file, or, if the change is meant, put this sum here`
      diagnostics.push(problem(manifest, lines.of('sources', index, 'sha256'), 'manifest/wrong-checksum', message))
    }
    inputs.push({file, bytes, format: entry.format, manifest: entry})
  }
  return {folder, inputs, diagnostics, entryLines, manifest}
}

/** Reads one source file; a problem is added to `diagnostics` and null returned where it can't be read. */
export async function readSource(path: string, diagnostics: Diagnostic[]): Promise<Uint8Array | null> {
  try {
    const {size} = await stat(path)
    if (size > LARGEST_SOURCE) {
      const message = `the file has ${String(Math.round(size / 1024 / 1024))} MB; no legal text is that long: replace it`
      diagnostics.push(problem(path, null, 'sources/too-large', message))
      return null
    }
    return await readFile(path)
  } catch (error) {
    diagnostics.push(problem(path, null, 'sources/unreadable', `the file can't be read: ${reason(error)}`))
    return null
  }
}

/** The entry that a file without one could have, ready to paste. */
export function suggestedEntry(entry: {
  file: string
  number: string
  date: string
  edition: string
  format: string
  sha256: string
}): string {
  return [
    `  - file: ${basename(entry.file)}`,
    `    act: {number: '${entry.number}', date: ${entry.date}}`,
    `    edition: ${entry.edition}`,
    `    format: ${entry.format}`,
    `    sha256: ${entry.sha256}`,
    '    provenance: (where the text came from)',
  ].join('\n')
}

/** The source files of a folder; null where there is no folder, a message where it can't be read. */
async function list(folder: string): Promise<{files: string[]; skipped: Diagnostic[]; hasManifest: boolean} | string | null> {
  try {
    const entries = await readdir(folder, {withFileTypes: true})
    const names: string[] = []
    const skipped: Diagnostic[] = []
    for (const entry of entries) {
      // Hidden files and descriptions are no sources; a link to a file of the folder is a file.
      if (entry.name.startsWith('.') || /^readme(?:\.|$)|~$/iu.test(entry.name)) continue
      const path = join(folder, entry.name)
      const target = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry
      if (target && entry.isSymbolicLink() && !(await isInside(path, folder))) {
        const message = 'this is a link that leads out of the folder and was not read; put the text itself here'
        skipped.push(problem(path, null, 'sources/outside', message))
        continue
      }
      if (target?.isFile() === true) names.push(entry.name)
      else {
        const kind = target === null ? 'a link that leads nowhere' : target.isDirectory() ? 'a folder' : 'no file'
        const message = `this is ${kind} and was not read; put source texts themselves here`
        skipped.push({...problem(path, null, 'sources/not-read', message), severity: 'warning'})
      }
    }
    return {skipped, files: names.filter((name) => name !== MANIFEST).sort(), hasManifest: names.includes(MANIFEST)}
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return 'this is a file, not a folder; name the folder that holds the sources'
    return `the folder can't be read: ${reason(error)}`
  }
}

/** Where the nodes of the manifest stand. */
class ManifestLines {
  private readonly document: Document | null
  private readonly counter: LineCounter

  constructor(document: Document | null = null, counter = new LineCounter()) {
    this.document = document
    this.counter = counter
  }

  /** The line of the node at a path, or of the nearest node above it. */
  of(...path: (string | number)[]): number {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = this.document?.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return this.counter.linePos(node.range[0]).line
    }
    return 1
  }
}

async function readManifest(path: string): Promise<{entries: ManifestEntry[]; diagnostics: Diagnostic[]; lines: ManifestLines}> {
  const diagnostics: Diagnostic[] = []
  const bytes = await readSource(path, diagnostics)
  const counter = new LineCounter()
  const document = parseDocument(bytes ? new TextDecoder().decode(bytes) : '', {lineCounter: counter, prettyErrors: false})
  const lines = new ManifestLines(document, counter)
  for (const error of document.errors) {
    diagnostics.push(problem(path, counter.linePos(error.pos[0]).line, 'manifest/yaml', `not valid YAML: ${error.message}`))
  }
  if (diagnostics.length > 0) return {entries: [], diagnostics, lines}
  for (const warning of document.warnings) {
    const line = counter.linePos(warning.pos[0]).line
    diagnostics.push({...problem(path, line, 'manifest/yaml', `doubtful YAML: ${warning.message}`), severity: 'warning'})
  }
  const sources: unknown = document.get('sources')
  const empty =
    document.contents === null ||
    (isMap(document.contents) && document.has('sources') && (sources == null || (isSeq(sources) && sources.items.length === 0)))
  if (empty) return {entries: [], diagnostics, lines}
  let content: unknown
  try {
    content = document.toJS({maxAliasCount: 100})
  } catch (error) {
    // An alias that leads nowhere, or aliases of aliases that would fill the memory.
    diagnostics.push(problem(path, 1, 'manifest/yaml', `not usable YAML: ${reason(error)}`))
    return {entries: [], diagnostics, lines}
  }
  const parsed = Manifest.safeParse(content)
  if (parsed.success) return {entries: parsed.data.sources, diagnostics, lines}
  for (const issue of parsed.error.issues) {
    const place = issue.path.filter((step) => typeof step !== 'symbol')
    diagnostics.push(problem(path, lines.of(...place), 'manifest/entry', `${place.join('.') || 'the manifest'}: ${explain(issue)}`))
  }
  return {entries: [], diagnostics, lines}
}

function explain(issue: {code?: string | undefined; message: string; path: PropertyKey[]}): string {
  const last = issue.path.at(-1)
  if (issue.code === 'invalid_type' && last === 'number') return `${issue.message}; put the number in quotation marks: '1278'`
  if (last === 'date' || last === 'edition') return `${issue.message}; write the date as 2012-10-09`
  return issue.message
}

function problem(file: string, line: number | null, rule: string, message: string): Diagnostic {
  return {file, line, rule, severity: 'error', message}
}
