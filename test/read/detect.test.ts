import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parse as parseYaml} from 'yaml'
import type {Manifest} from '../../parser/model/index.ts'
import {detectFormat} from '../../parser/read/detect.ts'

const {sources} = parseYaml(readFileSync('sources/manifest.yaml', 'utf8')) as Manifest

describe.each(sources)('$file', ({file, format}) => {
  const text = readFileSync(`sources/${file}`, 'utf8')

  test('the whole file', () => {
    expect(detectFormat(text)?.format).toBe(format)
  })

  test('its first and its last third alone', () => {
    const lines = text.split('\n')
    const third = Math.floor(lines.length / 3)
    expect(detectFormat(lines.slice(0, third).join('\n'))?.format).toBe(format)
    expect(detectFormat(lines.slice(-third).join('\n'))?.format).toBe(format)
  })
})

test('HTML is known by its tags, whatever its text looks like', () => {
  const page =
    '<!DOCTYPE html>\n<html><body>\n<p id="z1">      1. Қоса беріліп отырған\t…</p>\n<table><tr><td>1</td></tr></table></body></html>'
  expect(detectFormat(page)).toEqual({format: 'html', evidence: '13 HTML tags'})
})

test('an address in angle brackets is no tag', () => {
  expect(detectFormat('интернет-ресурсы <www.con.gov.kz> <br> және т.б.')?.format).toBe('markdown')
})

test('tags quoted in prose do not make it HTML; a piece of a page is HTML though its paragraphs are wrapped', () => {
  const prose = Array.from({length: 40}, (_, n) => `${String(n)}. Осы қаулы бекітілсін${n % 10 === 0 ? ' <a href="#">мұнда</a>' : ''};`)
  expect(detectFormat(prose.join('\n'))?.format).toBe('pdf-text')
  const piece = Array.from({length: 20}, () => 'бекітілсін.</p>\n<p>1. Осы қаулы алғашқы ресми\nжарияланғаннан кейін он күн\nөткен соң')
  expect(detectFormat(piece.join('\n'))?.format).toBe('html')
})

test('paragraphs indented by no-break spaces and cells opened by a tab are a web page printed as text', () => {
  expect(detectFormat('\u00a0\u00a0\u00a0\u00a0\u00a0 1. Қызмет\n\tбөлімі\n')?.format).toBe('html-text')
  expect(detectFormat('\tКөкшетау қалалық бөлімі\n\tАбай көшесі, 142-үй\n')?.format).toBe('html-text')
})

test('a text without Cyrillic letters has no format', () => {
  expect(detectFormat('{"name": "lorem ipsum"}')).toBeNull()
})
