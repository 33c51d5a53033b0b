/** The QR code on a form's foot is read off the drawn page, and leads to the page of the form's standard. */
import {expect, test} from 'vitest'
import {DEFAULT_SITE, layoutForm, renderForm, standardAddress} from '../../templates/forms/index.ts'
import {context, MEDIA} from './blanks.ts'
import {assets} from './every-form.ts'
import {Viewer} from './viewer.ts'

/** Dark squares of the code, taken at their middles from a picture of the page. */
async function readOff(site?: string): Promise<boolean[][]> {
  const used = {...assets, ...(site === undefined ? {} : {site})}
  const [sheet] = await layoutForm(context(MEDIA), {assets: used})
  const mark = sheet?.furniture.find(({kind}) => kind === 'matrix')
  if (mark?.kind !== 'matrix') throw new Error('no code on the sheet')
  const viewer = await Viewer.open(await renderForm(context(MEDIA), {assets: used}))
  const {ink, width, scale} = viewer.draw(0, 4)
  viewer.close()
  const at = (from: number, index: number): number => Math.floor((from + (index + 0.5) * mark.module) * scale)
  return mark.rows.map((row, y) => row.map((_, x) => (ink[at(mark.y, y) * width + at(mark.x, x)] ?? 0) > 128))
}

/** The bits of the mask patterns, by their numbers (ISO/IEC 18004, table 10). */
const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** Reads versions 2 and 3, whose data is one block and whose bytes come first. */
function decode(rows: readonly (readonly boolean[])[]): string {
  const size = rows.length
  expect([25, 29]).toContain(size)
  const dark = (x: number, y: number): boolean => rows[y]?.[x] ?? false
  const formatPlaces = [...[0, 1, 2, 3, 4, 5, 7, 8].map((y) => [8, y] as const), ...[7, 5, 4, 3, 2, 1, 0].map((x) => [x, 8] as const)]
  const format = formatPlaces.reduce((bits, [x, y], i) => bits | (Number(dark(x, y)) << i), 0) ^ 0x5412
  const mask = MASKS[(format >> 10) & 7]
  const centre = size - 7
  const fixed = (x: number, y: number): boolean =>
    (x < 9 && y < 9) ||
    (x >= size - 8 && y < 9) ||
    (x < 9 && y >= size - 8) ||
    x === 6 ||
    y === 6 ||
    (Math.abs(x - centre) <= 2 && Math.abs(y - centre) <= 2)
  const bits: number[] = []
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
        if (!fixed(x, y)) bits.push(Number(dark(x, y) !== (mask?.(x, y) ?? false)))
      }
    }
  }
  const number = (from: number, count: number): number => bits.slice(from, from + count).reduce((value, bit) => value * 2 + bit, 0)
  expect(number(0, 4)).toBe(4)
  return String.fromCharCode(...Array.from({length: number(4, 8)}, (_, i) => number(12 + 8 * i, 8)))
}

test('the code leads to the page of the standard', async () => {
  expect(decode(await readOff())).toBe(`${DEFAULT_SITE}/standards/2009-2223-6/`)
})

test('the site it leads to can be set', async () => {
  expect(decode(await readOff('https://aa.kz/'))).toBe('https://aa.kz/standards/2009-2223-6/')
  expect(standardAddress('https://aa.kz', '2012-1278-1')).toBe('https://aa.kz/standards/2012-1278-1/')
})

test('the address stands beside it in words', async () => {
  const viewer = await Viewer.open(await renderForm(context(MEDIA), {assets}))
  expect(viewer.words(0)).toContain('qyzmet.kz/standards/2009-2223-6')
  viewer.close()
})
