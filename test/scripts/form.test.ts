/** `qyzmet form`, from the command line to the files. */
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {qyzmet, type Outcome} from '../support/command.ts'
import {Viewer} from '../pdf/viewer.ts'
import {writeLibrary} from './forms-library.ts'

let dist: string
let folder: string
beforeAll(() => {
  dist = writeLibrary()
})
afterAll(() => {
  rmSync(dist, {recursive: true, force: true})
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-form-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true, force: true})
})

const form = (...argv: string[]): Promise<Outcome> => qyzmet(['form', ...argv, '--dist', dist])
const at = (name: string): string => join(folder, name)
function put(name: string, content: string): string {
  writeFileSync(at(name), content)
  return at(name)
}
async function fieldsOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const viewer = await Viewer.open(bytes)
  const found = Object.fromEntries(viewer.widgets().map(({name, value}) => [name, value]))
  viewer.close()
  return found
}
/** A value that goes on in fields on further sheets: «reason», «reason-2» … */
const whole = (fields: Record<string, string>, name: string): string =>
  Object.entries(fields)
    .filter(([key, value]) => value !== '' && (key === name || (key.startsWith(`${name}-`) && /^-\d+$/u.test(key.slice(name.length)))))
    .map(([, value]) => value)
    .join(' ')
const ID = '2010-1-1/1'
/** Right check digits. */
const IIN = '900101400003'

describe('which blank', () => {
  test.each(['2010-1-1/1', '2010-1-1-1', 'forms/2010-1-1-1.pdf'])('%s', async (id) => {
    const {code} = await form(id, '--out', at('a.pdf'))
    expect(code).toBe(0)
    expect(readFileSync(at('a.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    expect(readdirSync(folder)).toEqual(['a.pdf'])
  })

  test.each(['checklist', 'receipt', 'complaint-slip'])('the paper %s', async (kind) => {
    expect((await form(`2010-1-1-${kind}`, '--out', at('a.pdf'))).code).toBe(0)
  })

  test('standard output', async () => {
    const {code, stdout} = await form(ID)
    expect(code).toBe(0)
    expect(stdout.startsWith('%PDF-')).toBe(true)
  })

  test.each([
    [['2010-1-1/7'], 'there is no form «2010-1-1/7»; did you mean 2010-1-1/1'],
    [['2010-1-1-reciept'], 'did you mean 2010-1-1-receipt'],
    [['2010-1-1'], '«2010-1-1» has several blanks; name one: 2010-1-1/1, 2010-1-1-checklist'],
    [[], 'expected ID, got nothing'],
    [[ID, '--list'], '--list takes no ID'],
    [[ID, '--merge'], 'it needs --data or --pack'],
    [[ID, '--template', 'xls'], 'unknown template «xls»'],
    [[ID, '--office', 'aqsu'], 'there is no office «aqsu»; did you mean aqsu-bolimi?'],
    [['--pack', 'aqsu-bolimi'], 'name their folder with --out DIR'],
    [['--pack', 'aqsu-bolimi', '--office', 'x', '--out', 'y'], 'takes neither --data nor --office'],
  ])('%j is wrong usage', async (argv, message) => {
    const {code, stdout, stderr} = await form(...argv)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
  })

  test('--list and --fields, for people and for programs', async () => {
    const list = JSON.parse((await form('--list', '--json')).stdout) as {id: string; kind: string}[]
    expect(list.map(({id}) => id)).toEqual([
      '2010-1-1/1',
      '2010-1-1-checklist',
      '2010-1-1-receipt',
      '2010-1-1-complaint-slip',
      '2010-1-2/1',
      '2010-1-2-checklist',
      '2010-1-2-receipt',
      '2010-1-2-complaint-slip',
    ])
    expect((await form('--list')).stdout.split('\n').length).toBe(list.length + 1)
    expect((await form(ID, '--fields')).stdout).toMatch(/^ {2}iin +iin +ЖСН$/mu)
    const fields = JSON.parse((await form(ID, '--fields', '--json')).stdout) as {name: string}[]
    expect(fields.map(({name}) => name)).toContain('goods')
  })
})

describe('an office', () => {
  test('its name goes to the addressee, its name and address to a receipt', async () => {
    await form(ID, '--office', 'aqsu-bolimi', '--out', at('a.pdf'))
    expect(await fieldsOf(readFileSync(at('a.pdf')))).toMatchObject({body: 'Ақсу ауданының бөлімі', 'full-name': ''})
    await form('2010-1-1-receipt', '--office', 'aqsu-bolimi', '--out', at('b.pdf'))
    expect((await fieldsOf(readFileSync(at('b.pdf'))))['office']).toBe(
      'Ақсу ауданының бөлімі, Жансүгіров кенті, Тәуелсіздік көшесі, 61, 8 (728-32) 2-11-08',
    )
  })

  test('words that the blank prints itself are left out of the place', async () => {
    const {stderr} = await form('2010-1-2/1', '--office', 'aqsu-bolimi', '--out', at('a.pdf'))
    expect(stderr).toContain('no table of 2010-1-2 names this office')
    expect(await fieldsOf(readFileSync(at('a.pdf')))).toMatchObject({region: 'Алматы', district: 'Ақсу'})
  })

  test.each([
    // a city of its own rank has no region, a city in a region no district
    ['qala-bolimi', {region: '', district: 'Алатау'}, ['2010-1-2/1: region («облысы») stays empty']],
    ['qala-ortalyghy', {region: 'Алматы', district: 'Талдықорған'}, []],
    ['auyl-bolimi', {region: 'Алматы', district: ''}, ['district («ауданы (қаласы)») stays empty']],
  ])('%s: a place is written with its own kind or not at all', async (id, values, messages) => {
    const {code, stderr} = await form('2010-1-2/1', '--office', id, '--out', at('a.pdf'))
    expect(code).toBe(0)
    expect(await fieldsOf(readFileSync(at('a.pdf')))).toMatchObject(values)
    for (const message of messages) expect(stderr).toContain(message)
    if (messages.length === 0) expect(stderr).not.toContain('stays empty')
  })

  test('a pack: what its standards have, and a list of it', async () => {
    const {code, stderr} = await form('--pack', 'aqsu-bolimi', '--out', at('set'))
    expect(code).toBe(0)
    expect(stderr).toContain('5 files')
    expect(readdirSync(at('set'))).toEqual([
      '00-cover.pdf',
      '2010-1-1-1.pdf',
      '2010-1-1-checklist.pdf',
      '2010-1-1-complaint-slip.pdf',
      '2010-1-1-receipt.pdf',
    ])
    const cover = await Viewer.open(readFileSync(at('set/00-cover.pdf')))
    expect(cover.words(0)).toContain('2010-1-1-receipt.pdf')
    cover.close()
  })

  test('a pack in one file: the list gives the pages', async () => {
    await form('--pack', 'aqsu-bolimi', '--merge', '--out', at('set.pdf'))
    const viewer = await Viewer.open(readFileSync(at('set.pdf')))
    expect(viewer.widgets()).toEqual([])
    expect(viewer.words(0)).toContain('2-бет')
    expect(viewer.words(1)).toContain('Ақсу ауданының бөлімі')
    viewer.close()
  })
})

describe('data', () => {
  const GOOD = `full-name;iin;birth-date;send;agree;goods-1-2;goods-2-3;reason\nӘлия;${IIN};1990-01-01;Пошта арқылы;иә;астық;2;"бір\nекі"\nБолат;;;;жоқ;;;=1+1\n`

  test('a file each, values at their places', async () => {
    const {code, stderr} = await form(ID, '--data', put('a.csv', GOOD), '--out', at('filled'))
    expect(stderr).toContain('2 forms')
    expect(code).toBe(0)
    expect(readdirSync(at('filled'))).toEqual(['2010-1-1-1-1.pdf', '2010-1-1-1-2.pdf'])
    const first = await fieldsOf(readFileSync(at('filled/2010-1-1-1-1.pdf')))
    expect(first).toMatchObject({'full-name': 'Әлия', 'birth-date': '01.01.1990', 'goods-1-2': 'астық', 'goods-2-3': '2', iin: IIN})
    expect((await fieldsOf(readFileSync(at('filled/2010-1-1-1-2.pdf'))))['reason']).toBe('=1+1')
  })

  test('one merged file for printing', async () => {
    const {code} = await form(ID, '--data', put('a.csv', GOOD), '--merge', '--out', at('print.pdf'))
    expect(code).toBe(0)
    const viewer = await Viewer.open(readFileSync(at('print.pdf')))
    expect(viewer.pages).toBe(2)
    expect(viewer.tagged).toBe(true)
    expect(viewer.widgets()).toEqual([])
    expect(viewer.words(0)).toContain('Әлия')
    expect(viewer.words(1)).toContain('Болат')
    viewer.close()
  })

  test('one object on standard input', async () => {
    const {code, stdout} = await qyzmet(['form', ID, '--data', '-', '--dist', dist], {
      stdin: JSON.stringify({'full-name': 'Әлия', goods: [['', 'нан', '']]}),
    })
    expect(code).toBe(0)
    expect(await fieldsOf(Buffer.from(stdout, 'latin1'))).toMatchObject({'full-name': 'Әлия', 'goods-1-2': 'нан'})
  })

  test('rows without the printed number go into the open columns', async () => {
    for (const [id, field, rows] of [
      [ID, 'goods', 2],
      ['2010-1-1-receipt', 'documents', 9],
    ] as const) {
      const given = Array.from({length: rows}, (_, r) => [`зат ${String(r + 1)}`, '1'])
      const {code, stderr} = await form(id, '--data', put('a.json', JSON.stringify({[field]: given})), '--out', at('a.pdf'))
      expect(stderr).toBe('')
      expect(code).toBe(0)
      const last = String(rows)
      const fields = await fieldsOf(readFileSync(at('a.pdf')))
      expect(fields).toMatchObject({[`${field}-1-2`]: 'зат 1', [`${field}-1-3`]: '1', [`${field}-${last}-2`]: `зат ${last}`})
    }
  })

  test.each([
    [
      {documents: [['7', 'Құжат', '1']]},
      'a.json:1: error: documents: row 1, column 1 («Р/с №») is printed, nothing can be written there: «7»',
    ],
    [
      {documents: [...Array.from({length: 30}, () => ['', 'Құжат', '1']), ['7', 'Құжат', '1']]},
      'documents: row 31, column 1 («Р/с №») is printed',
    ],
    [{'documents-1-1': 'Құжат'}, 'documents-1-1: row 1, column 1 («Р/с №») is printed'],
    [{'documents-31-1': 'Құжат'}, 'documents-31-1: row 31, column 1 («Р/с №») is printed'],
    [{documents: [['Құжат']]}, 'documents: row 1 has 1 cells; give 2 ('],
    [{'documents-1-9': 'Құжат'}, 'documents-1-9: the table has no such cell (3 columns)'],
  ])('a printed cell takes no value: %j', async (value, message) => {
    const {code, stderr} = await form('2010-1-1-receipt', '--data', put('a.json', JSON.stringify(value)), '--out', at('a.pdf'))
    expect(stderr).toContain(message)
    expect(code).toBe(1)
    expect(existsSync(at('a.pdf'))).toBe(false)
  })

  test('--fields marks the columns that are printed', async () => {
    expect((await form(ID, '--fields')).stdout).toContain('(Р/с № [printed] | Атауы | Саны)')
    const fields = JSON.parse((await form('2010-1-1-receipt', '--json')).stdout) as {name: string; printedColumns?: number[]}[]
    expect(fields.find(({name}) => name === 'documents')?.printedColumns).toEqual([1])
  })

  test('the office first, what is given goes before it', async () => {
    const data = put('a.json', JSON.stringify({body: 'Басқа орган'}))
    await form(ID, '--office', 'aqsu-bolimi', '--data', data, '--out', at('a.pdf'))
    expect((await fieldsOf(readFileSync(at('a.pdf'))))['body']).toBe('Басқа орган')
  })

  test('a table made by --template is read again', async () => {
    await form(ID, '--template', 'csv', '--out', at('t.csv'))
    const [head = ''] = readFileSync(at('t.csv'), 'utf8').split('\r\n')
    expect(head).toContain('iin: ЖСН')
    expect(head).not.toContain('signature')
    const line = head
      .split(';')
      .map((cell) => (cell.startsWith('iin') ? IIN : ''))
      .join(';')
    const {code} = await form(ID, '--data', put('a.csv', `${head}\r\n${line}\r\n`), '--out', at('a.pdf'))
    expect(code).toBe(0)
    expect((await fieldsOf(readFileSync(at('a.pdf'))))['iin']).toBe(IIN)
  })

  test('a long answer grows over lines and sheets, and stays whole', async () => {
    const long = 'ұзын сөз '.repeat(300).trim()
    const {code} = await form(ID, '--data', put('a.json', JSON.stringify({'full-name': long})), '--out', at('a.pdf'))
    expect(code).toBe(0)
    expect(whole(await fieldsOf(readFileSync(at('a.pdf'))), 'full-name')).toBe(long)
  })

  test('several applicants need a folder', async () => {
    const {code, stderr} = await form(ID, '--data', put('a.csv', GOOD))
    expect(code).toBe(2)
    expect(stderr).toContain('name a folder with --out DIR')
  })

  test.each([
    ['full-nam', 'x', 'a.csv:1: error: full-nam: the form has no such field; did you mean full-name?'],
    ['iin', '900101400004', 'a.csv:3: error: iin: '],
    ['iin', '90010140000', 'a spreadsheet takes zeros off'],
    ['birth-date', '31.02.1990', 'a.csv:3: error: birth-date: '],
    ['birth-date', '2013-13-01', 'a.csv:3: error: birth-date: '],
    ['phone', 'жоқ', 'a.csv:3: error: phone: '],
    ['send', 'факспен', 'пошта арқылы, қолма-қол'],
    ['agree', 'мүмкін', 'a.csv:3: error: agree: '],
    ['goods-9-9', '1', 'a.csv:1: error: goods-9-9'],
    ['full-name', 'a\u200fb', 'U+200F'],
    ['full-name', 'a\u202eb', 'U+202E'],
    ['full-name', 'a\u0007b', 'a.csv'],
    ['full-name', 'a中b', '«中» (U+4E2D)'],
    ['full-name', 'ұ'.repeat(20_000), 'a.csv:3: error: full-name: '],
    ['iin', '9'.repeat(300), 'a.csv:3: error: iin: '],
    ['goods-1-1', '1', 'a.csv:1: error: goods-1-1: the form has no such field'],
  ])('%s = %j: refused, named, nothing written', async (name, value, message) => {
    const head = name === 'full-name' ? 'reason;full-name' : `full-name;${name}`
    const data = put('a.csv', `${head}\nӘлия;\nБолат;${value}\n`)
    const {code, stdout, stderr} = await form(ID, '--data', data, '--out', at('filled'))
    expect(stderr).toContain(message)
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(readdirSync(folder)).toEqual(['a.csv'])
  })

  test('every problem is told, up to fifty', async () => {
    const rows = Array.from({length: 80}, () => 'Әлия;1').join('\n')
    const {code, stderr} = await form(ID, '--data', put('a.csv', `full-name;iin\n${rows}\n`), '--out', at('filled'))
    expect(code).toBe(1)
    expect(stderr).toContain('30 more problems')
    expect(stderr.split('\n').filter((line) => line.includes('iin:')).length).toBe(50)
  })

  test('a folder that is a file, a file that is a folder, no file', async () => {
    const data = put('a.csv', GOOD)
    expect((await form(ID, '--data', data, '--out', put('file', ''))).stderr).toContain('is a file')
    expect((await form(ID, '--data', folder)).code).toBe(1)
    expect((await form(ID, '--data', at('none.csv'))).stderr).toContain("none.csv: error: can't be read")
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'file'])
  })

  test('five hundred applicants and one', async () => {
    const rows = Array.from({length: 501}, (_, i) => `Әлия ${String(i)}`).join('\n')
    const {code} = await form(ID, '--data', put('a.csv', `full-name\n${rows}\n`), '--merge', '--out', at('run'))
    expect(code).toBe(0)
    // cut into files that printers take
    expect(readdirSync(at('run'))).toEqual(['2010-1-1-1-print-1.pdf', '2010-1-1-1-print-2.pdf'])
    // the name of a file makes no folder
    const {stderr} = await form(ID, '--data', at('a.csv'), '--merge', '--out', at('x.pdf'))
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'run', 'x-1.pdf', 'x-2.pdf'])
    expect(stderr).toContain('x-1.pdf to x-2.pdf, 500 forms a file')
  }, 60_000)
})

test('no build and no sources: says what to do', async () => {
  const {code, stderr} = await qyzmet(['form', ID, '--dist', at('none'), '--sources', at('none')])
  expect(code).toBe(1)
  expect(stderr).toContain('run qyzmet build first')
})

test('whatever a field is told, the answer is a whole PDF with that value, or an error and nothing', async () => {
  const value = fc.oneof(
    fc.string({unit: 'grapheme', maxLength: 60}),
    fc.string({unit: 'binary', maxLength: 60}),
    fc.string({unit: fc.constantFrom(...'аәғқңөұүһі №«»—.,()12 '), maxLength: 400}),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('full-name', 'reason', 'goods-1-2'), value, async (name, text) => {
      const out = at('one.pdf')
      rmSync(out, {force: true})
      const {code, stderr} = await form(ID, '--data', put('a.json', JSON.stringify({[name]: text})), '--out', out)
      expect([0, 1]).toContain(code)
      expect(existsSync(out)).toBe(code === 0)
      if (code === 1) {
        expect(stderr).toContain(name)
        return
      }
      const fields = await fieldsOf(readFileSync(out))
      expect(whole(fields, name)).toBe(text.normalize('NFC').replace(/\r\n?/gu, '\n').replace(/\t/gu, ' ').trim())
    }),
    {numRuns: 40},
  )
}, 60_000)
