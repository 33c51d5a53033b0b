/**
 * Pagefind over pages of a finished build: what our search is measured against.
 *
 * Its index is made by its own program, its queries are answered by the script it puts beside it, in a thread with as much of a
 * browser as that script looks at: a document with a language, and a way to fetch files.
 */
import {mkdtempSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {performance} from 'node:perf_hooks'
import {Worker} from 'node:worker_threads'
import {close, createIndex} from 'pagefind'

/** Of a result, what is needed to tell whether it is the right one. */
export interface PagefindResult {
  url: string
  title: string
  content: string
}

export interface PagefindAnswer {
  results: PagefindResult[]
  /** From the query to the first five results with their excerpts. */
  milliseconds: number
}

export interface PagefindRun {
  pages: number
  /** Reading the pages, and making and writing the index. */
  indexing: number
  /** One list for each round. */
  rounds: PagefindAnswer[][]
  /** For the first query of a reader: script, machine code, index and five results; compressed, as most of it is by itself. */
  firstAnswer: number[]
}

/**
 * @param site folder of the finished build
 * @param glob pages to index
 * @param folder where the index goes
 * @throws Error where there is no Pagefind for this kind of machine
 */
export async function runPagefind(
  {site, glob, folder}: {site: string; glob: string; folder: string},
  queries: readonly string[],
  first: readonly string[],
  rounds: number,
): Promise<PagefindRun> {
  const bundle = mkdtempSync(join(folder, 'pagefind-'))
  // another process does it, so by the clock
  const start = performance.now()
  const {index, errors} = await createIndex({rootSelector: 'main'})
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`)
  const added = await index.addDirectory({path: site, glob})
  const written = await index.writeFiles({outputPath: bundle})
  const indexing = performance.now() - start
  await close()
  const failed = [...added.errors, ...written.errors]
  if (failed.length > 0) throw new Error(`Pagefind: ${failed.join('; ')}`)
  // its script is a module that does not say so
  writeFileSync(join(bundle, 'package.json'), '{"type": "module"}\n')
  const worker = new Worker(new URL('pagefind-thread.ts', import.meta.url), {workerData: {bundle, queries, first, rounds}})
  const answered = await new Promise<Pick<PagefindRun, 'rounds' | 'firstAnswer'>>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => {
      reject(new Error(`Pagefind's thread ended with ${String(code)} before it had answered`))
    })
  })
  return {pages: added.page_count, indexing, ...answered}
}
