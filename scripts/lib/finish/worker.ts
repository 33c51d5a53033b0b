/** Makes the service worker: one file at the root, with the edition it serves written into it. */
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import type {Edition} from '../../../site/worker/edition.ts'

const ENTRY = fileURLToPath(new URL('../../../site/worker/worker.ts', import.meta.url))

/** The text of `sw.js`. */
export async function buildWorker(edition: Edition): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    define: {EDITION: JSON.stringify(edition)},
    logLevel: 'silent',
  })
  const text = outputFiles[0]?.text
  if (text === undefined) throw new Error('the service worker could not be made')
  return text
}
