import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {describe, expect, test} from 'vitest'
import {COMPOSED, FACES, buildFace, siteCharacters} from '../../site/fonts/faces.ts'

type Box = Record<'minX' | 'minY' | 'maxX' | 'maxY', number>
/** What these tests use of fontkit, which has no types. */
interface Font {
  hasGlyphForCodePoint(code: number): boolean
  glyphForCodePoint(code: number): {advanceWidth: number; bbox: Box; path: {toSVG(): string}}
}

const require = createRequire(import.meta.url)
const {create} = require('fontkit') as {create(file: Buffer): Font}
const path = (font: Font, code: number): string => font.glyphForCodePoint(code).path.toSVG()

describe.each(FACES)('weight $weight', ({weight, file}) => {
  const cut = create(buildFace(weight))
  const whole = create(readFileSync(require.resolve(`@expo-google-fonts/noto-sans/${file}`)))

  test('every character of the site is there and drawn as in the whole font', () => {
    for (const code of siteCharacters()) {
      const sign = String.fromCodePoint(code)
      expect(cut.hasGlyphForCodePoint(code), sign).toBe(true)
      expect(path(cut, code), sign).toBe(path(whole, code))
      expect(cut.glyphForCodePoint(code).advanceWidth, sign).toBe(whole.glyphForCodePoint(code).advanceWidth)
    }
  })

  test('signs that the package lacks are there, drawn within their width and on the height of the plus', () => {
    const plus = cut.glyphForCodePoint(0x2b).bbox
    for (const {code, base} of COMPOSED) {
      expect(whole.hasGlyphForCodePoint(code)).toBe(false)
      const {bbox, advanceWidth} = cut.glyphForCodePoint(code)
      expect(bbox.minX).toBeGreaterThanOrEqual(0)
      expect(bbox.maxX).toBeLessThanOrEqual(advanceWidth)
      expect(Math.abs((bbox.minY + bbox.maxY) / 2 - (plus.minY + plus.maxY) / 2)).toBeLessThan(20)
      expect(path(cut, code)).not.toBe(path(cut, base))
    }
  })

  test('digits are of one width', () => {
    expect(new Set(Array.from('0123456789', (digit) => cut.glyphForCodePoint(digit.charCodeAt(0)).advanceWidth)).size).toBe(1)
  })

  test('is small enough for a page on a slow line', () => {
    expect(buildFace(weight).length).toBeLessThan(16_000)
  })
})
