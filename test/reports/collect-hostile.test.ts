/** Reports that are made to harm: each is refused by its rule, quickly, and the reports beside it are counted. */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {FileError} from '../../templates/reports/collect/raw.ts'
import {readReports} from '../../templates/reports/collect/read.ts'
import {boundedZip} from '../../templates/reports/collect/zip.ts'
import {renderReportCsv, renderReportXlsx} from '../../templates/reports/index.ts'
import {qyzmet} from '../support/command.ts'
import {assets, filled, MEDIA, write, writeBuild} from './collection.ts'

let folder = ''
let workbook: Uint8Array
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-hostile-'))
  writeBuild(join(folder, 'dist'))
  workbook = await renderReportXlsx(MEDIA, {assets, report: filled(MEDIA)})
})
afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

const SHEET = 'xl/worksheets/sheet1.xml'

/** Our workbook with its sheet replaced. */
function withSheet(change: (xml: string) => string): Uint8Array {
  const files = unzipSync(workbook)
  return zipSync({...files, [SHEET]: strToU8(change(strFromU8(files[SHEET] ?? new Uint8Array())))}, {level: 9})
}

const refusal = async (bytes: Uint8Array): Promise<string> =>
  readReports(bytes).then(
    () => 'read',
    (error: unknown) => (error as FileError).rule,
  )

/** Writes a number into every central header. */
function withCentral(bytes: Uint8Array, field: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4)) copy.writeUInt32LE(value, at + field)
  return copy
}

describe('zip bombs', () => {
  const bomb = () => withSheet((xml) => xml.replace('</sheetData>', `${' '.repeat(40 * 1024 * 1024)}</sheetData>`))

  test('a workbook of some kilobytes that holds 40 MB', async () => {
    const bytes = bomb()
    expect(bytes.length).toBeLessThan(100_000)
    expect(await refusal(bytes)).toBe('too-large')
  })

  test('the same, with a small size in its directory', async () => {
    expect(await refusal(withCentral(bomb(), 24, 1000))).toBe('too-large')
  })

  test('many entries that share one content', async () => {
    const files = Object.fromEntries(Array.from({length: 5000}, (_, index) => [`xl/${String(index)}`, new Uint8Array(1)]))
    expect(await refusal(zipSync({...unzipSync(workbook), ...files}))).toBe('too-large')
  })

  test('entries that lie outside the file', async () => {
    expect(await refusal(withCentral(workbook, 42, 0x7fffffff))).toBe('damaged')
    expect(await refusal(withCentral(workbook, 20, 0x7fffffff))).toBe('damaged')
  })

  test('what is left of a workbook is what was in it', () => {
    expect(unzipSync(boundedZip(workbook))).toEqual(unzipSync(workbook))
  })
})

test('XML bombs: entities of a document are not opened', async () => {
  const entities = Array.from({length: 12}, (_, index) => `<!ENTITY e${String(index + 1)} "${`&e${String(index)};`.repeat(10)}">`)
  const started = performance.now()
  const result = await refusal(
    withSheet(
      (xml) =>
        `<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY e0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">${entities.join('')}]>` +
        xml
          .replace(/^<\?xml[^>]*\?>/u, '')
          .replace('</sheetData>', '<row r="90"><c r="C90" t="inlineStr"><is><t>&e12;&file;</t></is></c></row></sheetData>'),
    ),
  )
  expect(['read', 'damaged']).toContain(result)
  expect(performance.now() - started).toBeLessThan(5000)
})

test('elements in elements, a hundred thousand deep', async () => {
  const deep = 100_000
  expect(['read', 'damaged']).toContain(
    await refusal(withSheet((xml) => xml.replace('</sheetData>', `</sheetData>${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}`))),
  )
})

test('links that lead out of the folder and pipes are not read; the reports beside them are', async () => {
  const reports = join(folder, 'reports')
  const office = (name: string) => renderReportCsv(MEDIA, {assets, report: filled(MEDIA, undefined, {office: name})})
  write(reports, 'a.csv', office('Ақмола басқармасы'))
  mkdirSync(join(folder, 'elsewhere'))
  writeFileSync(join(folder, 'elsewhere', 'b.csv'), office('Құпия басқарма'))
  symlinkSync(join(folder, 'elsewhere', 'b.csv'), join(reports, 'b.csv'))
  symlinkSync(join(folder, 'elsewhere'), join(reports, 'more'))
  const pipe = spawnSync('mkfifo', [join(reports, 'c.csv')])
  const {code, stdout, stderr} = await qyzmet(['report', '--collect', reports, '--dist', join(folder, 'dist'), '--json'])
  expect(code).toBe(1)
  expect(stderr).toContain('b.csv: error: this is a link that leads out of the folder')
  if (pipe.status === 0) expect(stderr).toContain('c.csv: error: this is no file')
  expect(stdout).not.toContain('Құпия')
  expect((JSON.parse(stdout) as {files: {counted: number}}).files.counted).toBe(1)
})
