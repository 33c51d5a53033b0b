/** Reading data files: encodings, tables, JSON; every problem with its line. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {InputError} from '../../scripts/lib/command.ts'
import {readApplicants} from '../../scripts/lib/forms/data.ts'

const NAMES = new Set(['full-name', 'iin', 'reason', 'goods-1-2'])
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (data: string | Uint8Array): {line: number | null; values: Record<string, unknown>}[] =>
  readApplicants('data', typeof data === 'string' ? bytes(data) : data, NAMES).applicants.map((applicant) => ({
    line: applicant.lineOf(),
    values: Object.fromEntries([...applicant.values].map(([name, {value}]) => [name, value])),
  }))
const problems = (data: string | Uint8Array): string[] => {
  try {
    read(data)
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({line, message}) => `${String(line)}: ${message}`)
    throw error
  }
  return []
}

describe('tables', () => {
  test.each([[';'], [','], ['\t']])('columns parted by %j', (mark) => {
    expect(read(`full-name${mark}iin\nӘлия${mark}1\n`)).toEqual([{line: 2, values: {'full-name': 'Әлия', iin: '1'}}])
  })

  test('lines are counted over quoted line breaks and blank lines', () => {
    const found = read('full-name;reason\n"Әлия";"бір\nекі"\n\n;\nБолат;үш\n')
    expect(found).toEqual([
      {line: 2, values: {'full-name': 'Әлия', reason: 'бір\nекі'}},
      {line: 6, values: {'full-name': 'Болат', reason: 'үш'}},
    ])
  })

  test('captions after the names, as --template writes them', () => {
    expect(read('\ufefffull-name: тегі, аты;iin: ЖСН\r\nӘлия;1\r\n')).toEqual([{line: 2, values: {'full-name': 'Әлия', iin: '1'}}])
  })

  test('a quotation mark inside a cell is part of it, a formula is a text', () => {
    expect(read('full-name;reason\nТОО "Береке";=HYPERLINK("http://x")\n')[0]?.values).toEqual({
      'full-name': 'ТОО "Береке"',
      reason: '=HYPERLINK("http://x")',
    })
  })

  test.each([
    ['name;number\nx;y', '1: the first line must name the fields; none of «name», «number» is one.'],
    ['full-name;inn\nx;y', '1: inn: the form has no such field; did you mean iin?'],
    ['full-name;full-name\nx;y', '1: the field «full-name» stands in two columns'],
    ['full-name;\nx;y', '1: column 2 has no name'],
    ['full-name;iin\nx;y;z', '2: 3 cells, but the first line names 2'],
    ['full-name;iin\nx', '2: 1 cells, but the first line names 2'],
    ['full-name;iin\n"x;y', '2: a quotation mark is not closed'],
    ['full-name;iin\n', 'null: the file names no applicant'],
    ['', 'null: the file is empty'],
  ])('%j', (text, message) => {
    expect(problems(text).join('\n')).toContain(message)
  })
})

describe('encodings', () => {
  const text = 'full-name;iin\nҚұрманғазы Сағырбайұлы, Өскемен қаласының тұрғыны;1\n'
  const utf16 = (big: boolean): Uint8Array => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    return new Uint8Array(big ? little.swap16() : little)
  }
  // Cyrillic of one byte: А-я from 0xC0; the other letters by hand
  const single = (letters: string, codes: Record<string, number>): Uint8Array =>
    Uint8Array.from([...letters].map((c) => codes[c] ?? (c >= 'А' && c <= 'я' ? 0xc0 + c.charCodeAt(0) - 0x410 : c.charCodeAt(0))))

  test.each([
    ['UTF-8 with a mark', bytes(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16(false)],
    ['UTF-16, big end first', utf16(true)],
  ])('%s', (_, data) => {
    const {applicants, warnings} = readApplicants('data', data, NAMES)
    expect(applicants[0]?.values.get('full-name')?.value).toBe('Құрманғазы Сағырбайұлы, Өскемен қаласының тұрғыны')
    expect(warnings).toEqual([])
  })

  test('windows-1251 is read, and said to have no Kazakh letters', () => {
    const data = single('full-name;iin\nИванов Пётр Сидорович, житель города;1\n', {ё: 0xb8})
    const {applicants, warnings} = readApplicants('data', data, NAMES)
    expect(applicants[0]?.values.get('full-name')?.value).toBe('Иванов Пётр Сидорович, житель города')
    expect(warnings.map(({message}) => message).join()).toContain('windows-1251')
  })

  test('KZ-1048 is told from windows-1251', () => {
    const data = single('full-name;iin\nқаласының тұрғыны Құрман;1\n', {қ: 0x9d, ң: 0xbe, ұ: 0xa2, ғ: 0xba, Қ: 0x8d})
    const {applicants, warnings} = readApplicants('data', data, NAMES)
    expect(warnings.map(({message}) => message).join()).toContain('kz-1048')
    expect(String(applicants[0]?.values.get('full-name')?.value)).toContain('Құрман')
  })

  test('damage and workbooks are named', () => {
    expect(problems(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0])).join()).toContain('ZIP archive')
    const damaged = Buffer.concat([bytes(text.repeat(3)), Buffer.from([0xd2, 0x0a])])
    expect(problems(new Uint8Array(damaged)).join()).toContain('not valid UTF-8')
  })
})

describe('JSON', () => {
  test('an object, or a list of them', () => {
    expect(read('{"full-name": "Әлия"}')).toEqual([{line: 1, values: {'full-name': 'Әлия'}}])
    expect(read('[\n{"full-name": "Әлия"},\n{"iin": "1"}]').map(({line}) => line)).toEqual([2, 3])
  })

  test.each([
    ['{"a": 1,\n}', '2: not valid JSON'],
    ['[1]', '1: each applicant must be an object'],
    ['[\n{},\n[]]', '3: each applicant must be an object'],
    ['[]', 'null: the file names no applicant'],
  ])('%j', (text, message) => {
    expect(problems(text).join('\n')).toContain(message)
  })

  test('the line of a field', () => {
    const {applicants} = readApplicants('data', bytes('[{\n"full-name": "a",\n"iin": "b"\n}]'), NAMES)
    expect(applicants[0]?.lineOf('iin')).toBe(3)
  })
})

test('any bytes give applicants or problems, never a crash', () => {
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({maxLength: 300}), fc.string({unit: 'binary', maxLength: 200}).map(bytes)), (data) => {
      const found = problems(data)
      expect(Array.isArray(found)).toBe(true)
    }),
    {numRuns: 300},
  )
})

test('whatever a table holds comes back, with the line it stands on', () => {
  const cell = fc.string({unit: fc.constantFrom(...'аәқ,;"=+ \tx1'), minLength: 1, maxLength: 12}).filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), {minLength: 1, maxLength: 5}), fc.constantFrom(',', ';'), (rows, mark) => {
      const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
      const text = [['full-name', 'iin'], ...rows].map((row) => row.map(quote).join(mark)).join('\n')
      expect(read(text)).toEqual(rows.map(([name, iin], i) => ({line: i + 2, values: {'full-name': name, iin}})))
    }),
    {numRuns: 200},
  )
})
