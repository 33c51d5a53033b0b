import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {decodeSource, LONGEST_LINE} from '../../parser/read/decode.ts'

/** Cut from a source: letters of both alphabets, №, quotation marks. */
const TEXT = `Қазақстан Республикасы Үкіметінің 2012 жылғы 9 қазандағы № 1278 Қаулысы.
      1) «Әкімшілік рәсімдер туралы» Заңының 9-1-бабына сәйкес өтініш, һәм ұсыныс;
2. Осы қаулы алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.
`
const utf8 = (text: string) => new TextEncoder().encode(text)

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const whole = (mark ? '\ufeff' : '') + text
  const bytes = new Uint8Array(whole.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < whole.length; index++) view.setUint16(index * 2, whole.charCodeAt(index), littleEndian)
  return bytes
}

describe('text that is decoded', () => {
  test('UTF-8, with and without a byte order mark', () => {
    expect(decodeSource(utf8(TEXT))).toEqual({text: TEXT, encoding: 'utf-8'})
    expect(decodeSource(utf8(`\ufeff${TEXT}`))).toEqual({text: TEXT, encoding: 'utf-8'})
  })

  test.each([
    ['utf-16le', true, true],
    ['utf-16be', false, true],
    ['utf-16le', true, false],
    ['utf-16be', false, false],
  ] as const)('%s, little-endian %s, byte order mark %s', (encoding, littleEndian, mark) => {
    const decoded = decodeSource(utf16(TEXT, littleEndian, mark))
    expect(decoded.text).toBe(TEXT)
    expect(decoded.encoding).toBe(encoding)
    expect(decoded.problem).toMatchObject({severity: 'info', rule: 'read/encoding'})
  })

  test('line ends of every kind become line feeds', () => {
    expect(decodeSource(utf8('а\r\nб\rв\nг')).text).toBe('а\nб\nв\nг')
  })
})

describe('8-bit code pages', () => {
  /** Without the letters that the code page lacks. */
  const russian = 'Министерство финансов Республики Казахстан, приказ № 12 «О порядке»\n'

  test('windows-1251', () => {
    const bytes = Uint8Array.from(russian, (letter) => codeOf1251(letter))
    const decoded = decodeSource(bytes)
    expect(decoded.text).toBe(russian)
    expect(decoded.encoding).toBe('windows-1251')
    expect(decoded.problem).toMatchObject({severity: 'warning', rule: 'read/encoding'})
  })

  // Encoded by another program (the codecs of Python 3.11).
  test.each([
    [
      'kz-1048',
      '8de0e7e09df1f2e0ed20afeab3ece5f2b3edb3be20a2f1fbedfbf1fb2c209ebcec20bceab3ece4b3e3b320b9203520b4f2b3edb3f82c20bae8ece0f0e0f20a',
    ],
    [
      'pt154',
      '8de0e7e09df1f2e0ed2087eab3ece5f2b3edb39c20b1f1fbedfbf1fb2c209ebaec20baeab3ece4b3e3b320b9203520b5f2b3edb3f82c2083e8ece0f0e0f20a',
    ],
  ])('%s is told from the others by its Kazakh letters', (encoding, hex) => {
    const decoded = decodeSource(Buffer.from(hex, 'hex'))
    expect(decoded.text).toBe('Қазақстан Үкіметінің ұсынысы, һәм әкімдігі № 5 өтініш, ғимарат\n')
    expect(decoded.encoding).toBe(encoding)
  })

  test('KOI8-R is not taken for windows-1251', () => {
    // «министерство» in KOI8-R, where small letters lie in C0-DF.
    const word = [0xcd, 0xc9, 0xce, 0xc9, 0xd3, 0xd4, 0xc5, 0xd2, 0xd3, 0xd4, 0xd7, 0xcf, 0x20]
    expect(decodeSource(Uint8Array.from(Array(20).fill(word).flat())).problem).toMatchObject({severity: 'error', rule: 'read/binary'})
  })
})

describe('what is not text', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n…', 'read/binary', /PDF.*pdftotext/u],
    ['an office document', 'PK\u0003\u0004word/document.xml', 'read/binary', /docx/u],
    ['nothing', '', 'read/empty', /empty/u],
    ['blanks', ' \n\t\n', 'read/empty', /blanks/u],
  ])('%s', (_, content, rule, message) => {
    const decoded = decodeSource(utf8(content))
    expect(decoded).toMatchObject({text: '', problem: {severity: 'error', rule}})
    expect(decoded.problem?.message).toMatch(message)
  })

  test('bytes without order', () => {
    let seed = 7
    const bytes = Uint8Array.from({length: 5000}, () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16)
    expect(decodeSource(bytes).problem).toMatchObject({severity: 'error', rule: 'read/binary'})
  })

  test('a line without end is refused with its number', () => {
    const bytes = utf8(`бірінші\n${'х'.repeat(LONGEST_LINE + 1)}\n`)
    expect(decodeSource(bytes)).toMatchObject({text: '', problem: {severity: 'error', rule: 'read/long-line', line: 2}})
  })

  test('a text of the longest lines allowed is read', () => {
    const text = `${'х'.repeat(LONGEST_LINE)}\n`.repeat(2)
    expect(decodeSource(utf8(text))).toEqual({text, encoding: 'utf-8'})
  })
})

describe('damaged text', () => {
  test('a torn letter of UTF-8 is shown and reported with its line', () => {
    const bytes = utf8(TEXT)
    const torn = Uint8Array.from([...bytes, 0xd2])
    const decoded = decodeSource(torn)
    expect(decoded.text).toBe(`${TEXT}\ufffd`)
    expect(decoded.problem).toMatchObject({severity: 'warning', rule: 'read/damaged-utf-8', line: 4})
  })

  test('letters that a code page lacked read «?»: reported, beside the doubt about the encoding', () => {
    const bytes = Uint8Array.from(TEXT, (letter) => codeOf1251(letter))
    const {problem, further} = decodeSource(bytes)
    expect(problem).toMatchObject({severity: 'warning', rule: 'read/encoding'})
    expect(further).toEqual([expect.objectContaining({severity: 'warning', rule: 'read/lost-letters', line: 1})])
    expect(decodeSource(utf8(TEXT.replace(/[ӘәҒғҚқҢңӨөҰұҮүҺһ]/gu, '?'))).problem).toMatchObject({rule: 'read/lost-letters'})
  })

  test('questions and addresses with «?» are no lost letters', () => {
    expect(decodeSource(utf8(`${TEXT}Қайда? http://egov.kz/index.php?id=1 Қашан?\n`))).not.toHaveProperty('problem')
  })

  test('one problem does not hide another', () => {
    const {problem, further} = decodeSource(Uint8Array.from([...utf8(TEXT), 0x00, 0xd2]))
    expect([problem, ...(further ?? [])].map((one) => one?.rule)).toEqual(['read/damaged-utf-8', 'read/control-character'])
  })

  test('a few NUL bytes are replaced and reported, many mean a binary file', () => {
    const decoded = decodeSource(utf8(`${TEXT}\u0000\n`))
    expect(decoded.text).toBe(`${TEXT}\ufffd\n`)
    expect(decoded.problem).toMatchObject({severity: 'warning', rule: 'read/control-character', line: 4})
    expect(decodeSource(utf8(`${TEXT}${'\u0000\u0001'.repeat(20)}`)).problem).toMatchObject({
      severity: 'error',
      rule: 'read/binary',
      line: 4,
    })
  })
})

test('the sources of the repository are plain UTF-8', () => {
  for (const file of readdirSync('sources').filter((name) => name !== 'manifest.yaml')) {
    const bytes = readFileSync(`sources/${file}`)
    expect(decodeSource(bytes)).toEqual({text: bytes.toString('utf8'), encoding: 'utf-8'})
  }
})

function codeOf1251(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x80) return code
  if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0
  return {'«': 0xab, '»': 0xbb, '№': 0xb9}[letter] ?? 0x3f
}
