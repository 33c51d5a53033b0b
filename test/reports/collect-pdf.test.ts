/** The reader of form values: every way in which a file may be written, kept shut, or broken. */
import {deflateSync} from 'node:zlib'
import PDFDocument from 'pdfkit'
import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'
import {describe, expect, test} from 'vitest'
import {readFormValues} from '../../templates/reports/collect/pdf/fields.ts'
import {PasswordError, TruncatedError} from '../../templates/reports/collect/pdf/file.ts'
import {latin1, PdfError, textOf} from '../../templates/reports/collect/pdf/objects.ts'
import {renderReportPdf} from '../../templates/reports/index.ts'
import {assets, filled, GIVEN, MEDIA, OFFICE} from './collection.ts'

const report = await renderReportPdf(MEDIA, {assets, report: filled(MEDIA)})

/** A form with one field, as pdfkit writes it under these options. */
async function form(options: object): Promise<Uint8Array> {
  const document = new PDFDocument(options as PDFKit.PDFDocumentOptions)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => document.on('end', done))
  document.font('Helvetica')
  document.initForm()
  document.formText('office', 10, 10, 200, 20, {value: OFFICE} as object)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** A file put together by hand, with its table. */
function written(objects: readonly string[], trailer: string, before = '%PDF-1.7\n'): Uint8Array {
  let text = before
  const offsets = objects.map((object, index) => {
    const at = text.length - before.indexOf('%PDF')
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = text.length - before.indexOf('%PDF')
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R ${trailer} >>\nstartxref\n${String(start)}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const FORM = [
  '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R 5 0 R 6 0 R] >> >>',
  '<< /Type /Pages /Kids [] /Count 0 >>',
  // a branch with two leaves, and a field that stands at two places
  '<< /T (a) /FT /Tx /Kids [4 0 R 7 0 R] >>',
  '<< /Parent 3 0 R /T (b\\051) /V (\\101B\\\nC) >>',
  '<< /T <FEFF04D8> /FT /Tx /V <FEFF049A0430> /Kids [<< /Subtype /Widget >> << /Subtype /Widget >>] >>',
  '<< /T (box) /FT /Btn /V /Yes >>',
  '<< /Parent 3 0 R /T (open) >>',
]

describe('what a file holds', () => {
  test('names of branches and leaves, strings of every kind, a value that all widgets share', () => {
    const {fields, damaged} = readFormValues(written(FORM, ''))
    expect(Object.fromEntries(fields)).toEqual({'a.b)': 'ABC', 'a.open': '', Ә: 'Қа', box: 'Yes'})
    expect(damaged).toBe(false)
  })

  test('bytes before the header do not count', () => {
    expect(readFormValues(written(FORM, '', 'mail header\r\n\r\n%PDF-1.7\n')).fields.get('a.b)')).toBe('ABC')
  })

  test('the last of several writings counts', () => {
    const first = latin1(written(FORM, ''))
    const start = /startxref\n(\d+)/u.exec(first)?.[1] ?? ''
    const at = first.length
    const changed = `4 0 obj\n<< /Parent 3 0 R /T (b\\051) /V (new) >>\nendobj\n`
    const table = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 8 /Root 1 0 R /Prev ${start} >>\nstartxref\n${String(at + changed.length)}\n%%EOF\n`
    expect(readFormValues(Buffer.from(first + changed + table, 'latin1')).fields.get('a.b)')).toBe('new')
    // cut off while it was being added: the old value must not pass for the new one
    for (const length of [changed.length - 5, changed.length + 3, changed.length + table.length - 20]) {
      expect(() => readFormValues(Buffer.from((first + changed + table).slice(0, at + length), 'latin1'))).toThrow(TruncatedError)
    }
  })

  test('object streams and a table in a stream: the same as pdf.js reads', async () => {
    const bytes = await renderReportPdf(MEDIA, {assets, report: filled(MEDIA, GIVEN, {office: `${OFFICE} `.repeat(2)})})
    expect(latin1(bytes)).toContain('/ObjStm')
    const document = await getDocument({data: bytes.slice(), verbosity: 0}).promise
    const theirs = (await document.getFieldObjects()) as unknown as Map<string, {value: string}[]>
    await document.loadingTask.destroy()
    const ours = readFormValues(bytes).fields
    expect(ours.size).toBeGreaterThan(30)
    for (const [name, value] of ours) expect([name, theirs.get(name)?.[0]?.value]).toEqual([name, value])
  })

  test('a table in a stream, packed with a predictor, as Acrobat writes it', () => {
    const body = latin1(written(FORM, '')).replace(/xref[\s\S]*$/u, '')
    const places = FORM.map((_, index) => body.indexOf(`${String(index + 1)} 0 obj`))
    const rows = [0, ...places, body.length].map((at, index) => [index === 0 ? 0 : 1, at >> 8, at & 255, 0])
    // each row as its difference from the one above: PNG's filter «Up»
    const packed = rows.flatMap((row, index) => [2, ...row.map((byte, column) => (byte - (rows[index - 1]?.[column] ?? 0)) & 255)])
    const stream = deflateSync(Uint8Array.from(packed)).toString('latin1')
    const head = `/Type /XRef /Size ${String(rows.length)} /W [1 2 1] /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 4 >>`
    const table = `8 0 obj\n<< ${head} /Length ${String(stream.length)} >>\nstream\n${stream}\nendstream\nendobj\n`
    const {fields, damaged} = readFormValues(Buffer.from(`${body}${table}startxref\n${String(body.length)}\n%%EOF\n`, 'latin1'))
    expect([damaged, fields.get('a.b)'), fields.get('Ә')]).toEqual([false, 'ABC', 'Қа'])
  })

  test('PDFDocEncoding, UTF-16 with a language code, UTF-8', () => {
    expect(textOf(Buffer.from('\x8495\x85', 'latin1'))).toBe('—95–')
    expect(textOf(Buffer.from('fffe9a04', 'hex'))).toBe('Қ')
    expect(textOf(Buffer.from('feff001b006b006b001b049a', 'hex'))).toBe('Қ')
    expect(textOf(Buffer.from('\ufeffӘ'))).toBe('Ә')
  })
})

describe('encrypted files', () => {
  const KINDS = [
    ['RC4, 40 bits', '1.3'],
    ['RC4, 128 bits', '1.4'],
    ['AES, 128 bits', '1.6'],
    ['AES, 256 bits', '1.7ext3'],
  ]
  test.each(KINDS)('%s: opens without a password, may not be changed', async (_, pdfVersion) => {
    const {fields} = readFormValues(await form({pdfVersion, ownerPassword: 'owner', permissions: {fillingForms: true}}))
    expect(Object.fromEntries(fields)).toEqual({office: OFFICE})
  })

  test.each(KINDS)('%s: asks for a password', async (_, pdfVersion) => {
    const bytes = await form({pdfVersion, userPassword: 'user', ownerPassword: 'owner'})
    expect(() => readFormValues(bytes)).toThrow(PasswordError)
  })
})

describe('broken files', () => {
  test('a file that ends too early is never read, wherever it ends', () => {
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.99]) {
      expect(() => readFormValues(report.subarray(0, Math.floor(report.length * share)))).toThrow(TruncatedError)
    }
  })

  test('a table that points nowhere: the objects are looked for, and that is said', () => {
    const text = latin1(report).replace(/startxref\s+\d+/u, 'startxref\n1')
    const {fields, damaged} = readFormValues(Buffer.from(text, 'latin1'))
    expect(damaged).toBe(true)
    expect(fields).toEqual(readFormValues(report).fields)
  })

  test('line ends that a mail program has changed', () => {
    const text = latin1(written(FORM, '')).replaceAll('\n', '\r\n')
    const {fields, damaged} = readFormValues(Buffer.from(text, 'latin1'))
    expect([damaged, fields.get('a.b)'), fields.get('Ә')]).toEqual([true, 'ABC', 'Қа'])
  })

  test.each([
    ['fields in a circle', FORM.with(3, '<< /Parent 3 0 R /T (b) /Kids [3 0 R] >>')],
    ['a reference to itself', FORM.with(3, '4 0 R')],
    ['a length that refers to itself', FORM.with(3, '<< /T (b) /V 8 0 R >>').concat('<< /Length 8 0 R >>\nstream\nabc\nendstream')],
    ['arrays without end', FORM.with(3, '['.repeat(100_000))],
    ['no fields', FORM.with(0, '<< /Type /Catalog /Pages 2 0 R >>')],
  ])('%s: an answer or an error, never a hang', (_, objects) => {
    const read = (): string => {
      try {
        return [...readFormValues(written(objects, '')).fields.keys()].join()
      } catch (error) {
        return error instanceof Error ? error.constructor.name : ''
      }
    }
    expect(read()).not.toContain('RangeError')
  })

  test('a byte changed anywhere gives values or an error of ours', () => {
    const random = (seed: number): number => ((Math.imul(seed, 2654435761) >>> 0) % 65536) / 65536
    for (let seed = 1; seed <= 150; seed++) {
      const bytes = Uint8Array.from(report)
      for (let i = 0; i < 4; i++) bytes[Math.floor(random(seed * 7 + i) * bytes.length)] = Math.floor(random(seed * 13 + i) * 256)
      try {
        readFormValues(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(PdfError)
      }
    }
  })
})
