/** Collecting the reports of many offices on every standard. */
import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {loadAssets} from '../../../templates/assets.ts'
import {renderSample, sampleReports} from '../../lib/reports/sample.ts'
import type {Subject} from '../bench.ts'

const OFFICES = 300
const MINUTE = 60_000

export const collect: Subject = {
  title: 'Collecting reports',
  async measure(bench) {
    const {resolutions, standards} = await bench.published()
    const folder = bench.newFolder()
    const assets = loadAssets()
    let reports = 0
    // synthetic ones, the same every time
    for (const sample of sampleReports({resolutions, standards, offices: OFFICES, year: 2013, seed: 1})) {
      const path = join(folder, 'reports', sample.path)
      await mkdir(dirname(path), {recursive: true})
      await writeFile(path, await renderSample(sample, assets))
      bench.say(`report ${String(++reports)} made`)
    }
    bench.say('collecting')
    const out = ['--dist', bench.dist(), '--out', join(folder, 'summary')]
    const {milliseconds, peakMemory} = bench.measured([bench.command, 'report', '--collect', join(folder, 'reports'), ...out])
    return [
      {
        id: 'collect/time',
        what: `${String(reports)} reports of ${String(OFFICES)} offices, PDF, XLSX and CSV`,
        unit: 'milliseconds',
        value: milliseconds,
        target: {most: MINUTE},
      },
      {id: 'collect/memory', what: 'peak memory', unit: 'bytes', value: peakMemory, target: {most: 1024 ** 3}},
    ]
  },
}
