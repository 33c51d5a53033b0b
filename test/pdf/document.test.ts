/** What a form's file says of itself: language, title, tags, names for screen readers; and that it is the same every time. */
import {inflateSync} from 'node:zlib'
import {expect, test} from 'vitest'
import type {Note} from '../../parser/model/index.ts'
import {loadAssets} from '../../templates/assets.ts'
import {renderForm} from '../../templates/forms/index.ts'
import {slimFonts} from '../../templates/pdf/fonts.ts'
import {CERTIFICATE, context, MEDIA, MILITARY, PRIVILEGES} from './blanks.ts'
import {CHECKBOX, Viewer, type StructureNode} from './viewer.ts'

const assets = loadAssets()
const BLANKS = {MILITARY, PRIVILEGES, CERTIFICATE, MEDIA}

/** The objects of a file, those in object streams too: number → source. */
function objects(bytes: Uint8Array): Map<number, string> {
  const found = new Map<number, string>()
  for (const [, number, source = ''] of Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gmu)) {
    found.set(Number(number), source)
    const packed = /\/Type \/ObjStm \/N (\d+) \/First (\d+)/u.exec(source)
    if (!packed) continue
    const [count, first] = [Number(packed[1]), Number(packed[2])]
    const stream = source.slice(source.indexOf('stream\n') + 7, source.lastIndexOf('\nendstream'))
    const text = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
    const places = text.slice(0, first).trim().split(' ').map(Number)
    for (let i = 0; i < count; i++)
      found.set(places[2 * i] ?? 0, text.slice(first + (places[2 * i + 1] ?? 0), first + (places[2 * i + 3] ?? text.length)).trimEnd())
  }
  return found
}

const reference = (source: string, key: string): number => Number(new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(source)?.[1])
const types = (nodes: readonly StructureNode[]): string[] => nodes.flatMap((node) => [node.type, ...types(node.children)])

test.each(Object.entries(BLANKS))('%s: in Kazakh, tagged, titled, every field named', async (_, blank) => {
  const viewer = await Viewer.open(await renderForm(context(blank), {assets}))
  expect(viewer.language).toBe('kk')
  expect(viewer.tagged).toBe(true)
  expect(viewer.meta('Title')).toBe(`Күшін жойған. ${blank.title}`)
  const widgets = viewer.widgets()
  expect(widgets.filter((widget) => widget.said.trim() === '' || widget.said.includes('_'))).toEqual([])
  expect(new Set(widgets.map((widget) => widget.name)).size).toBe(widgets.length)
  expect(types(viewer.structure(0))).toEqual(expect.arrayContaining(['Document', 'H1', 'P']))
  viewer.close()
})

test.each(Object.entries(BLANKS))('%s: every field to write in is there, and none to sign or stamp', async (_, blank) => {
  const viewer = await Viewer.open(await renderForm(context(blank), {assets}))
  const names = viewer.widgets().map((widget) => widget.name)
  for (const {name, type} of blank.fields ?? []) {
    const places = names.filter((place) => place === name || place.startsWith(`${name}-`))
    if (type === 'signature' || type === 'stamp') expect(places).toEqual([])
    else expect(places, name).not.toEqual([])
  }
  viewer.close()
})

test.each(Object.entries(BLANKS))('%s: each field has its Form element and its appearance, on its own page', async (_, blank) => {
  const all = objects(await renderForm(context(blank), {assets}))
  const forms = [...all.values()].filter((source) => source.includes('/S /Form') && source.includes('/OBJR'))
  const widgets = [...all].filter(([, source]) => source.includes('/Subtype /Widget'))
  expect(forms.length).toBe(widgets.length)
  const pages = [...all].filter(([, source]) => /\/Type \/Page\n/u.test(source))
  for (const [number, source] of widgets) {
    const form = forms.find((element) => reference(element, 'Obj') === number)
    const page = pages.find(([, content]) => new RegExp(`/Annots \\[[^\\]]*\\b${number} 0 R`, 'u').test(content))
    expect(form, `field ${number}`).toBeDefined()
    expect(reference(form ?? '', 'Pg')).toBe(page?.[0])
    expect(source).toMatch(/\/StructParent \d+/u)
    expect(source).toMatch(/\/AP <<\n\/N (?:\d+ 0 R|<<)/u)
    if (!source.includes('/FT /Btn')) expect(source).toMatch(/\/DA \(\/Wingdings2 (?:[1-9]\d*|\d+\.\d+) Tf/u)
  }
  const catalogue = [...all.values()].find((source) => source.includes('/Type /Catalog')) ?? ''
  const acroForm = all.get(reference(catalogue, 'AcroForm')) ?? ''
  expect(acroForm).toContain('/NeedAppearances false')
  for (const [number] of widgets) expect(acroForm).toMatch(new RegExp(`[[ ]${number} 0 R`, 'u'))
})

test('equal arguments give equal bytes, and nothing of the clock is in them', async () => {
  const one = await renderForm(context(CERTIFICATE), {assets, values: {'box-1': 'Әділ'}})
  await renderForm(context(MILITARY), {assets})
  const two = await renderForm(context(CERTIFICATE), {assets, values: {'box-1': 'Әділ'}})
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  const text = [...objects(one).values()].join('\n')
  expect(text).toContain('(D:20091229000000Z)')
  expect(text).not.toContain(`D:${new Date().getUTCFullYear()}`)
})

test('a large form is packed: the same fields in fewer bytes', async () => {
  const plain = await renderForm(context(CERTIFICATE), {assets})
  const rows = Array.from({length: 12}, (_, i) => [`${i + 1}.`, 'Ұңғыма сорғысы', '8413', '2B350', '1', 'дана'])
  const packed = await renderForm(context(CERTIFICATE), {assets, values: {goods: rows}})
  expect(packed.length).toBeLessThan(60 * 1024)
  const viewer = await Viewer.open(packed)
  expect(viewer.language).toBe('kk')
  expect(viewer.widgets().length).toBeGreaterThan(objects(plain).size / 20)
  expect(viewer.widgets().find((widget) => widget.name === 'goods-12-2')?.value).toBe('Ұңғыма сорғысы')
  viewer.close()
})

test('a title with signs of markup does not break the description of the file', async () => {
  const bytes = await renderForm(context({...MEDIA, title: 'Өтініш <b> & «Ә»'}), {assets})
  const text = Buffer.from(bytes).toString('utf8')
  expect(text).toContain('Өтініш &#60;b&#62; &#38; «Ә»')
  expect(text).not.toContain('<rdf:li xml:lang="x-default">Күшін жойған. Өтініш <b>')
  const viewer = await Viewer.open(bytes)
  expect(viewer.meta('Title')).toBe('Күшін жойған. Өтініш <b> & «Ә»')
  viewer.close()
})

test('the words of the page can be copied, with every letter', async () => {
  const viewer = await Viewer.open(await renderForm(context(MILITARY), {assets}))
  const words = viewer.words(0).replace(/\s+/gu, ' ')
  viewer.close()
  expect(words).toContain('Әскери билет (әскерге шақыру учаскесіне тіркеу туралы куәлік) беру туралы ӨТІНІШ')
  expect(words).toContain('Бланк № 2009-2223-6/4 · 1/1-бет')
  expect(words.indexOf('Күшін жойған')).toBe(0)
})

test('a form says whether it is in force', async () => {
  const inForce = await Viewer.open(await renderForm(context(MEDIA, {status: 'in-force', repealedBy: null}), {assets}))
  expect(inForce.words(0)).toContain('Қолданыста')
  expect(inForce.words(0)).not.toContain('Күшін жойған')
  expect(inForce.meta('Title')).toBe('Өтініш')
  inForce.close()
  const excluded = await Viewer.open(
    await renderForm(context(MEDIA, {status: 'in-force', repealedBy: null}, {status: 'excluded', legalStatus: 'repealed'}), {assets}),
  )
  expect(excluded.words(0)).toContain('алып тасталған')
  excluded.close()
})

test('values are in their fields: texts, dates in parts, ticks, rows of a table', async () => {
  const media = await Viewer.open(
    await renderForm(context(MEDIA), {assets, values: {date: '2012-10-09', send: 'қолма-қол', agree: true, enclosed: 'бір\nекі\nүш'}}),
  )
  const values = Object.fromEntries(media.widgets().map((widget) => [widget.name, widget.value]))
  expect(values).toMatchObject({
    'date-year': '12',
    'date-day': '09',
    'date-month': 'қазан',
    agree: 'Yes',
    send: 'Off',
    'send-2': 'Yes',
    'enclosed-1': 'бір',
    'enclosed-2': 'екі; үш',
  })
  expect(
    media
      .widgets()
      .filter((widget) => widget.type === CHECKBOX)
      .map((widget) => widget.said),
  ).toEqual(['Келісемін', 'пошта арқылы', 'қолма-қол'])
  media.close()
  const goods = Array.from({length: 7}, (_, i) => ['', `Зат ${i + 1}`, '8407'])
  const certificate = await Viewer.open(await renderForm(context(CERTIFICATE), {assets, values: {goods}}))
  const cells = certificate.widgets().filter((widget) => widget.name.startsWith('goods-'))
  expect(cells.find((widget) => widget.name === 'goods-7-2')?.value).toBe('Зат 7')
  expect(cells.find((widget) => widget.name === 'goods-2-3')).toMatchObject({value: '8407', said: 'КО СЭҚ ТН коды, 2-жол'})
  certificate.close()
})

test('a letter outside the field font is shown all the same', async () => {
  const bytes = await renderForm(context(MILITARY), {assets, values: {name: 'Ŵŷ Ἀθῆναι'}})
  const viewer = await Viewer.open(bytes)
  expect(viewer.widgets().find((widget) => widget.name === 'name')?.value).toBe('Ŵŷ Ἀθῆναι')
  viewer.close()
  expect([...objects(bytes).values()].filter((source) => source.includes('/Subtype /TrueType')).length).toBe(3)
})

test('fonts cut down for the browser give the same form', async () => {
  const fonts = slimFonts(assets.fonts)
  expect(fonts.regular.length + fonts.bold.length).toBeLessThan(50_000)
  const values = {name: 'Әңгүлөқһі Ғұмар'}
  const [slim, full] = await Promise.all(
    [{...assets, fonts}, assets].map(async (used) => Viewer.open(await renderForm(context(MILITARY), {assets: used, values}))),
  )
  if (!slim || !full) throw new Error('two forms were drawn')
  expect(Buffer.from(slim.draw(0, 1).ink).equals(Buffer.from(full.draw(0, 1).ink))).toBe(true)
  slim.close()
  full.close()
})

test('the footer names the act, the annex, the date of the wording and the status', async () => {
  const footer = async (notes?: Note[]): Promise<string> => {
    const standard = notes ? {notes} : {}
    const viewer = await Viewer.open(await renderForm(context(MEDIA, {status: 'in-force', repealedBy: null}, standard), {assets}))
    const words = viewer.words(0).replace(/\s+/gu, ' ')
    viewer.close()
    return words
  }
  const note = (date: string | null, effect: Note['effect']): Note => ({text: '', date, number: '1128', target: '', effect, lines: [1, 1]})
  const act = `2009 жылғы 29 желтоқсандағы № 2223 қаулысы, ${String(MEDIA.number)}-қосымша.`
  const first = `${act} 2009 жылғы 29 желтоқсандағы бастапқы редакциясы. Қолданыста`
  expect(await footer()).toContain(first)
  expect(await footer([note(null, 'amended')])).toContain(first)
  expect(await footer([note('2012-08-31', 'restated'), note('2011-01-05', 'amended')])).toContain(
    `${act} 2012 жылғы 31 тамыздағы редакциясы. Қолданыста`,
  )
})
