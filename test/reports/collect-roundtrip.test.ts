/** Every value that is filled in comes back, whatever program saved the file. */
import {execFileSync, spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {openXlsx, saveXlsx} from 'hucre/xlsx'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {describe, expect, test} from 'vitest'
import {fieldPart} from '../../templates/reports/indicators.ts'
import {META_CODES} from '../../templates/reports/grid.ts'
import type {ReportContext} from '../../templates/reports/indicators.ts'
import {renderReportCsv, renderReportPdf, renderReportXlsx} from '../../templates/reports/index.ts'
import type {ReportData} from '../../templates/reports/model.ts'
import {Viewer} from '../pdf/viewer.ts'
import {assets, collected, expected, filled, MEDIA, MILITARY, toWindows1251} from './collection.ts'

const CONTEXTS = [
  {name: 'norms printed', context: MILITARY},
  {name: 'norms open', context: MEDIA},
]

/** Every value comes back, and nothing is complained of. */
async function expectBack(bytes: Uint8Array | string, report: ReportData): Promise<void> {
  const {reports, findings} = await collected(bytes)
  expect(findings).toEqual([])
  expect(reports).toHaveLength(1)
  expect(reports[0]).toMatchObject(expected(report))
}

/** What a hand types into the fields of a form: decimals with a comma, as the form's own examples have them. */
function typed(report: ReportData): Record<string, string> {
  const fields: Record<string, string> = {
    [META_CODES.year]: String(report.year),
    [META_CODES.office]: report.office,
    [META_CODES.region]: report.region,
    [META_CODES.filledBy]: report.filledBy,
    [META_CODES.date]: report.date,
  }
  for (const {code, ...values} of report.values) {
    for (const [kind, value] of Object.entries(values)) {
      if (value !== null) fields[`${kind}-${fieldPart(code)}`] = String(value).replace('.', ',')
    }
  }
  return fields
}

async function typeInPdfium(bytes: Uint8Array, fields: Record<string, string>): Promise<Uint8Array> {
  const viewer = await Viewer.open(bytes)
  for (const widget of viewer.widgets()) {
    const value = fields[widget.name]
    if (value !== undefined && widget.value === '') viewer.type(widget, value)
  }
  const saved = viewer.save()
  viewer.close()
  return saved
}

async function fillInPdfjs(bytes: Uint8Array, fields: Record<string, string>): Promise<Uint8Array> {
  const document = await getDocument({data: bytes.slice(), useSystemFonts: false, verbosity: 0}).promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    for (const annotation of (await page.getAnnotations()) as {id: string; fieldName?: string; fieldValue?: string; readOnly?: boolean}[]) {
      const value = annotation.fieldName === undefined ? undefined : fields[annotation.fieldName]
      if (value !== undefined) document.annotationStorage.setValue(annotation.id, {value})
    }
  }
  const saved = await document.saveDocument()
  await document.loadingTask.destroy()
  return saved
}

describe.each(CONTEXTS)('PDF, $name', ({context}) => {
  const report = filled(context)
  const blank = (): Promise<Uint8Array> => renderReportPdf(context, {assets})

  test('written filled', async () => {
    await expectBack(await renderReportPdf(context, {assets, report}), report)
  })

  test('typed and saved in PDFium (Chrome, Edge)', async () => {
    await expectBack(await typeInPdfium(await blank(), typed(report)), report)
  })

  test('filled and saved in pdf.js (Firefox)', async () => {
    await expectBack(await fillInPdfjs(await blank(), typed(report)), report)
  })

  test('begun in pdf.js, gone on with in PDFium, saved in pdf.js once more', async () => {
    const fields = Object.entries(typed(report))
    const half = fields.length >> 1
    const first = await fillInPdfjs(await blank(), Object.fromEntries(fields.slice(0, half)))
    const second = await typeInPdfium(first, Object.fromEntries(fields.slice(half, -1)))
    await expectBack(await fillInPdfjs(second, Object.fromEntries(fields.slice(-1))), report)
  })

  test('of a value changed twice the last one counts', async () => {
    const first = await fillInPdfjs(await renderReportPdf(context, {assets, report: filled(context, {'1.1': {percent: 10}})}), {
      'percent-1-1': '20',
    })
    const {reports} = await collected(await fillInPdfjs(first, {'percent-1-1': '30'}))
    expect(reports[0]?.values[0]?.percent).toBe(30)
  })
})

describe.each(CONTEXTS)('workbook, $name', ({context}) => {
  const report = filled(context)
  const ours = (): Promise<Uint8Array> => renderReportXlsx(context, {assets, report})

  test('written filled', async () => {
    await expectBack(await ours(), report)
  })

  test('opened and saved by another program', async () => {
    await expectBack(await saveXlsx(await openXlsx(await ours())), report)
  })
})

describe.each(CONTEXTS)('CSV, $name', ({context}) => {
  const report = filled(context)
  const ours = renderReportCsv(context, {assets, report})

  test('written filled', async () => {
    await expectBack(ours, report)
  })

  test.each([
    ['UTF-16 with a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text.replace('\ufeff', ''), 'utf16le')],
    ['UTF-16, the other byte order', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['without a byte order mark, with bare line feeds', (text: string) => Buffer.from(text.replace('\ufeff', '').replaceAll('\r\n', '\n'))],
    ['tabs', (text: string) => Buffer.from(text.replaceAll(';', '\t'))],
    ['the separator named', (text: string) => Buffer.from(`sep=;\r\n${text.replace('\ufeff', '')}`)],
  ])('saved again: %s', async (_, save) => {
    await expectBack(save(ours), report)
  })

  test('parted by commas, numbers with a point', async () => {
    const text = ours.replaceAll(/"?(?<=[";])(−?\d+),(\d+)"?(?=[;\r])/gu, '$1.$2').replaceAll(';', ',')
    expect(text).toContain('81.4')
    await expectBack(text, report)
  })

  test('windows-1251: Kazakh letters are lost and named, values come back', async () => {
    const {reports, rules} = await collected(toWindows1251(ours))
    expect(rules).toEqual(['letters-lost'])
    const {values, year} = expected(report) as {values: object[]; year: number}
    expect(reports[0]).toMatchObject({values, year, lettersLost: true, region: 'А?мола облысы'})
  })
})

/** Empty where LibreOffice answers, otherwise why it can't be tried. */
const noOffice = (() => {
  const found = spawnSync('soffice', ['--version'], {encoding: 'utf8'})
  return found.status === 0 ? '' : 'skipped: LibreOffice (soffice) is not installed'
})()

describe.skipIf(noOffice !== '')(`LibreOffice${noOffice === '' ? '' : `: ${noOffice}`}`, () => {
  test.each(CONTEXTS)('workbook and CSV opened and saved, $name', {timeout: 180_000}, async ({context}: {context: ReportContext}) => {
    const report = filled(context)
    const folder = mkdtempSync(join(tmpdir(), 'qyzmet-office-'))
    try {
      const convert = (name: string, to: string, inFilter: string[] = []): Uint8Array => {
        const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
        const out = join(folder, 'out')
        execFileSync('soffice', [profile, '--headless', ...inFilter, '--convert-to', to, '--outdir', out, join(folder, name)], {
          stdio: 'pipe',
        })
        return readFileSync(join(out, name.replace(/\.\w+$/u, `.${to.slice(0, to.search(/[:]|$/u))}`)))
      }
      writeFileSync(join(folder, 'workbook.xlsx'), await renderReportXlsx(context, {assets, report}))
      await expectBack(convert('workbook.xlsx', 'xlsx'), report)
      // 59: semicolon; 34: quotation mark; 76: UTF-8; cells as they are shown
      await expectBack(convert('workbook.xlsx', 'csv:Text - txt - csv (StarCalc):59,34,76,1'), report)
      // 1087: Kazakh of Kazakhstan, where numbers have a comma
      writeFileSync(join(folder, 'table.csv'), renderReportCsv(context, {assets, report}))
      await expectBack(convert('table.csv', 'xlsx', ['--infilter=CSV:59,34,76,1,,1087,false,true']), report)
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  })
})
