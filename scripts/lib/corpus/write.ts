/** Writes a corpus to a folder, act by act: memory holds one of them. */
import {open, mkdir, readdir} from 'node:fs/promises'
import {join} from 'node:path'
import type {Corpus, DrawnAct} from './act.ts'
import {render} from '../sources/print-source.ts'
import {checksum, MANIFEST} from '../sources/received.ts'

export interface Written {
  files: number
  standards: number
  bytes: number
  rows: number
}

export interface CorpusRequest {
  /** Folder to write to; `expected.jsonl` with this name before it goes beside it. */
  out: string
  standards: number
  progress?: (standards: number, bytes: number) => void
}

/** Bytes of an act, as the converter of its format would have made them. */
export function printDrawn({model, format, options}: DrawnAct): Buffer {
  return Buffer.from(render(model, format, options))
}

/** @throws where the folder is not empty or can't be written */
export async function writeCorpus(corpus: Corpus, {out, standards, progress = () => undefined}: CorpusRequest): Promise<Written> {
  const folder = out.replace(/(?<!\/)\/+$/u, '')
  await mkdir(folder, {recursive: true})
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty; name a folder that is, or remove what it holds`)
  const written: Written = {files: 0, standards: 0, bytes: 0, rows: 0}
  const manifest = await open(join(folder, MANIFEST), 'wx')
  const expected = await open(`${folder}.expected.jsonl`, 'w')
  try {
    await manifest.write('# A corpus made by program: no text in it is law.\nsources:\n')
    while (written.standards < standards) {
      const act = corpus.next(standards - written.standards)
      const bytes = printDrawn(act)
      const file = await open(join(folder, act.file), 'wx')
      try {
        await file.writeFile(bytes)
      } finally {
        await file.close()
      }
      await manifest.write(entryOf(act, bytes))
      for (const truth of act.truth) {
        await expected.write(`${JSON.stringify(truth)}\n`)
        written.rows += truth.officeRows
      }
      written.files++
      written.standards += act.truth.length
      written.bytes += bytes.length
      progress(written.standards, written.bytes)
    }
  } finally {
    await manifest.close()
    await expected.close()
  }
  return written
}

function entryOf({file, number, date, edition, format}: DrawnAct, bytes: Buffer): string {
  return [
    `  - file: ${file}`,
    `    act: {number: '${number}', date: ${date}}`,
    `    edition: ${edition}`,
    `    format: ${format}`,
    `    sha256: ${checksum(bytes)}`,
    '    provenance: Made by program from the grammar of the real sources.',
    '',
  ].join('\n')
}
