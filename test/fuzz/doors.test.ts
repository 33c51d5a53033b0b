/** What comes in by other doors than the sources: damaged, it is refused in words or read, and takes no time without end. */
import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, test} from 'vitest'
import {Office, Resolution, Standard} from '../../parser/model/index.ts'
import type {Command} from '../../scripts/lib/command.ts'
import {buildSearchIndexes} from '../../site/search/build.ts'
import {createSearcher} from '../../site/search/searcher.ts'
import {renderReportCsv, renderReportPdf, renderReportXlsx} from '../../templates/reports/index.ts'
import {assets, filled, MEDIA} from '../reports/collection.ts'
import {reading} from '../search/support/reading.ts'
import {doorFailures, doors, type Door} from './support/doors.ts'
import {readMaterial, type Material} from './support/texts.ts'
import data from '../search/fixtures/data.json' with {type: 'json'}

const SEED = 9
/** A workbook, a PDF and an act take longer than a line. */
const CASES: Record<string, number> = {reports: 90, 'amending acts': 40, 'the manifest': 100}
const NAMES = ['data for a form', 'data for a report', 'reports', 'the manifest', 'arguments', 'questions', 'amending acts']

let material: Material
let all: Door[]
beforeAll(async () => {
  material = readMaterial('sources', 1)
  const searcher = createSearcher(
    reading(
      buildSearchIndexes({
        standards: Standard.array().parse(data.standards),
        resolutions: Resolution.array().parse(data.resolutions),
        offices: Office.array().parse(data.offices),
      }),
    ),
  )
  const modules = readdirSync('scripts').filter((name) => /^(?:build|form|report|search|verify|compare|amend)\.ts$/u.test(name))
  const commands = await Promise.all(
    modules.map(async (name) => ((await import(/* @vite-ignore */ join(process.cwd(), 'scripts', name))) as {command: Command}).command),
  )
  const report = filled(MEDIA)
  const reports = [
    await renderReportXlsx(MEDIA, {assets, report}),
    renderReportCsv(MEDIA, {assets, report}),
    await renderReportPdf(MEDIA, {assets, report}),
  ].map((one) => (typeof one === 'string' ? new TextEncoder().encode(one) : one))
  all = doors({material, searcher, commands, reports})
}, 180_000)

test.each(NAMES)('%s', {timeout: 300_000}, async (name) => {
  const door = all.find((one) => one.name === name)
  expect(door).toBeDefined()
  if (door) expect(await doorFailures(door, CASES[name] ?? 300, SEED, material)).toEqual([])
})
