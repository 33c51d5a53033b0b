/** How long `qyzmet report --collect` takes, and how much memory: figures for `npm run bench`. */
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {mkdir, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {performance} from 'node:perf_hooks'
import {fileURLToPath} from 'node:url'
import {loadAssets} from '../../templates/assets.ts'
import {readPublished} from './published.ts'
import {renderSample, sampleReports} from './report-sample.ts'

export interface CollectFigures {
  reports: number
  offices: number
  milliseconds: number
  /** Greatest resident memory of the command, in bytes. */
  peakMemory: number
}

/**
 * Writes the reports of synthetic offices on every standard of a build into a temporary folder, then collects them in a process of its
 * own. Only the collecting is measured.
 *
 * @param dist a finished build
 * @throws Error where the command ends with anything but success
 */
export async function benchCollect(dist: string, offices = 300): Promise<CollectFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-collect-'))
  try {
    const {resolutions, standards} = await readPublished(dist)
    const assets = loadAssets()
    let reports = 0
    for (const sample of sampleReports({resolutions, standards, offices, year: 2013, seed: 1})) {
      const path = join(folder, 'reports', sample.path)
      await mkdir(dirname(path), {recursive: true})
      await writeFile(path, await renderSample(sample, assets))
      reports++
    }
    const memory = join(folder, 'memory')
    const start = performance.now()
    const run = spawnSync(
      process.execPath,
      [
        '--import',
        new URL('peak-memory.ts', import.meta.url).href,
        fileURLToPath(new URL('../qyzmet.mjs', import.meta.url)),
        'report',
        '--collect',
        join(folder, 'reports'),
        '--dist',
        dist,
        '--out',
        join(folder, 'summary'),
      ],
      {encoding: 'utf8', maxBuffer: 1 << 26, env: {...process.env, QYZMET_PEAK_MEMORY: memory}},
    )
    const milliseconds = performance.now() - start
    if (run.status !== 0) throw new Error(`collecting failed:\n${run.stderr}`)
    return {reports, offices, milliseconds, peakMemory: Number(readFileSync(memory, 'utf8'))}
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
