/** What is filled in is text: signs of the PDF language, of a script or of a template do nothing in the file but stand in their field. */
import {expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {renderForm} from '../../templates/forms/index.ts'
import {annex, context, field, gap} from './blanks.ts'
import {PdfFile} from './pdf-file.ts'
import {Viewer} from './viewer.ts'

const HOSTILE = [
  '(((( ) \\ \\) \\( ))))',
  ') Tj ET Q q 0 0 0 rg (x) Tj',
  '\\000\\r\\n \\101 \\',
  'endstream endobj 1 0 obj',
  '%%EOF trailer <</Root 1 0 R>>',
  '<< /JS (app.alert(1)) /S /JavaScript >>',
  '<feff0041> /Name#20 [ ] { }',
  '{{label}} {{{label}}} {{> label}}',
  '${label} #{label} <%= label %>',
  '<script>alert(1)</script> &lt;',
  '=HYPERLINK("https://evil.example/")',
]
const names = HOSTILE.map((_, i) => `row-${String(i + 1)}`)
const blank = context(
  annex(
    1,
    'form',
    'Жолдар',
    names.map((name, i) => field(name, `Жол ${String(i + 1)}`)),
    names.map((name) => ({type: 'paragraph', indent: false, content: [gap(name, 69)]})),
  ),
)
const assets = loadAssets()
const values = Object.fromEntries(HOSTILE.map((value, i) => [names[i] ?? '', value]))

test('in fields: as typed, in the engine of Chrome and Edge, also after saving', async () => {
  const viewer = await Viewer.open(await renderForm(blank, {assets, values}))
  expect(viewer.pages).toBe(1)
  expect(viewer.widgets().map(({value}) => value)).toEqual(HOSTILE)
  const reopened = await Viewer.open(viewer.save())
  viewer.close()
  expect(reopened.widgets().map(({value}) => value)).toEqual(HOSTILE)
  reopened.close()
})

test('in the file: no object more than with tame values, and none of another kind', async () => {
  const tame = Object.fromEntries(names.map((name) => [name, 'жай сөз']))
  const objects = async (given: Record<string, string>) => {
    const file = new PdfFile(await renderForm(blank, {assets, values: given}))
    return file.objects.size
  }
  expect(await objects(values)).toBe(await objects(tame))
})

test('in printed words, which a source brings: the file stays whole', async () => {
  const printed = context(
    annex(
      1,
      'form',
      HOSTILE[1] ?? '',
      [field('a', HOSTILE[0] ?? '')],
      HOSTILE.map((value) => ({type: 'paragraph' as const, indent: false, content: [{type: 'text' as const, value}, gap('a', 9)]})),
    ),
  )
  const viewer = await Viewer.open(await renderForm(printed, {assets}))
  expect(viewer.pages).toBe(1)
  expect(viewer.widgets().length).toBe(HOSTILE.length)
  viewer.close()
})
