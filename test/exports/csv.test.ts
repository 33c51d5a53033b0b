import {expect, test} from 'vitest'
import {csv} from '../../templates/exports/csv.ts'

test('commas, quotation marks and line feeds are quoted; lines end with CRLF after a byte order mark', () => {
  expect(
    csv([
      ['a', 'б, в'],
      ['«г»', 'д "е"\nж'],
    ]),
  ).toBe('\ufeffa,"б, в"\r\n«г»,"д ""е""\nж"\r\n')
})

test.each(['=HYPERLINK("http://x")', '+7 7162 25-00-67', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])('%j is no formula', (value) => {
  const cell = csv([[value]]).slice(1, -2)
  expect(cell.replace(/^"/u, '')).toMatch(/^'/u)
})

test('a text that begins with an apostrophe gets one too: taking one away always gives the value', () => {
  expect(csv([["'=1", "'quoted'"]])).toBe("\ufeff''=1,''quoted'\r\n")
})

test('ordinary text is left as it is', () => {
  expect(csv([['8 (7162) 25-00-67', 12, null]])).toBe('\ufeff8 (7162) 25-00-67,12,\r\n')
})

test('numbers are numbers to the spreadsheet that opens the table: a decimal comma with semicolons, no apostrophe before a minus', () => {
  expect(csv([[-2.22, 5]], ';')).toBe('\ufeff"-2,22";5\r\n')
  expect(csv([[-2.22, 5]])).toBe('\ufeff-2.22,5\r\n')
})
