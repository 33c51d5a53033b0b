/** Every character of the field font can be typed in the engine of Chrome and Edge, and looks as it does when it is prefilled. */
import {expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {renderForm} from '../../templates/forms/index.ts'
import {FIELD_CHARACTERS} from '../../templates/pdf/charset.ts'
import {textWidth} from '../../templates/pdf/fonts.ts'
import {STYLE} from '../../templates/pdf/style.ts'
import {parseTrueType} from '../../templates/pdf/truetype.ts'
import {annex, context, field, gap} from './blanks.ts'
import {differenceIn, Viewer} from './viewer.ts'

const assets = loadAssets()
const font = parseTrueType(assets.fonts.regular)

const KAZAKH = 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
const OTHERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789№₸«»–—ÄäĞğİıÑñÖöŞşŪūÜü'
const PER_ROW = 30
const SCALE = 3

/** Rows of characters, one for each field. */
const rows = [...Array(Math.ceil(FIELD_CHARACTERS.length / PER_ROW)).keys()].map((i) =>
  [...FIELD_CHARACTERS].slice(i * PER_ROW, (i + 1) * PER_ROW).join(''),
)
const names = rows.map((_, i) => `row-${i + 1}`)
const blank = context(
  annex(
    1,
    'form',
    'Әріптер',
    names.map((name, i) => field(name, `Қатар ${i + 1}`)),
    names.map((name) => ({type: 'paragraph', indent: false, content: [gap(name, 69)]})),
  ),
)

/** What of each character differs between two pictures, at the places that the font's own widths give. */
function differences(one: Viewer, other: Viewer): Map<string, number> {
  const [picture, against] = [one.draw(0, SCALE), other.draw(0, SCALE)]
  const found = new Map<string, number>()
  for (const [i, widget] of one.widgets().entries()) {
    let x = widget.x
    for (const character of rows[i] ?? '') {
      const width = textWidth(font, character, STYLE.fieldSize)
      found.set(character, differenceIn(picture, against, x, widget.y, width, widget.height))
      x += width
    }
  }
  return found
}

/** Characters that do not look as they do prefilled. */
async function lost(viewer: Viewer): Promise<string[]> {
  const reference = await Viewer.open(await prefilled())
  const empty = await Viewer.open(await renderForm(blank, {assets}))
  const ink = differences(reference, empty)
  const found = [...differences(viewer, reference)].filter(([character, difference]) => difference > 0.1 * (ink.get(character) ?? 0))
  reference.close()
  empty.close()
  return found.map(([character]) => character)
}

async function typed(bytes: Uint8Array): Promise<Viewer> {
  const viewer = await Viewer.open(bytes)
  for (const [i, widget] of viewer.widgets().entries()) viewer.type(widget, rows[i] ?? '')
  return viewer
}

const prefilled = () => renderForm(blank, {assets, values: Object.fromEntries(rows.map((row, i) => [names[i] ?? '', row]))})

test('the rows hold every letter, digit and sign a form needs', () => {
  expect([...KAZAKH, ...OTHERS].filter((character) => !rows.join('').includes(character))).toEqual([])
})

test('prefilled, every character but the blanks has ink', async () => {
  const reference = await Viewer.open(await prefilled())
  const empty = await Viewer.open(await renderForm(blank, {assets}))
  expect([...differences(reference, empty)].filter(([, ink]) => ink < 400).map(([character]) => character)).toEqual([' ', '\u00a0'])
  reference.close()
  empty.close()
})

test('typed characters look like prefilled ones, also after saving and opening again', async () => {
  const viewer = await typed(await renderForm(blank, {assets}))
  expect(viewer.widgets().map((widget) => widget.value)).toEqual(rows)
  expect(await lost(viewer)).toEqual([])
  const reopened = await Viewer.open(viewer.save())
  viewer.close()
  expect(reopened.widgets().map((widget) => widget.value)).toEqual(rows)
  expect(await lost(reopened)).toEqual([])
  reopened.close()
})

test('under another resource key the Kazakh letters are lost: the test can fail', async () => {
  const text = Buffer.from(await renderForm(blank, {assets})).toString('latin1')
  expect(text).toContain('/Wingdings2 ')
  const viewer = await typed(new Uint8Array(Buffer.from(text.replaceAll('/Wingdings2', '/NotoSansKz'), 'latin1')))
  const missing = await lost(viewer)
  viewer.close()
  expect([...'ӘҒҚҢӨҰҮҺәғқңөұүһ'].filter((letter) => !missing.includes(letter))).toEqual([])
})
