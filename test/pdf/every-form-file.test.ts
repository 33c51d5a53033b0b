/**
 * Every form and certificate as a file: whole, small, tagged, named, readable in order. The rules are those of PDF/UA-1 (ISO 14289-1) that a
 * program can decide; a file that claims to be PDF/UA keeps all of them.
 */
import {expect, test, vi} from 'vitest'
import {layoutForm, renderForm} from '../../templates/forms/index.ts'
import {isListed} from '../../templates/pdf/charset.ts'
import {mm, PAGE_HEIGHT, PAGE_WIDTH} from '../../templates/pdf/page.ts'
import {parseTrueType, type TrueType} from '../../templates/pdf/truetype.ts'
import {assets, everyForm, fieldMarks} from './every-form.ts'
import {isDict, isRef, nameOf, PdfFile, textOf, type Value} from './pdf-file.ts'
import {Viewer} from './viewer.ts'

const LARGEST = 60 * 1024
/** Printers do not reach further out. */
const UNPRINTABLE = mm(5)

const forms = await everyForm()
const files = await Promise.all(forms.map(async (form) => [form.annex.id, await renderForm(form, {assets}), form] as const))

interface Leaf {
  page: number
  mcid: number
}

interface Node {
  tag: string
  object: number
  columns: number
  scope: string
  kids: Node[]
  leaves: Leaf[]
  widgets: number[]
}

/** The tree of tags; page numbers are those of the page objects. */
function tree(file: PdfFile): Node[] {
  const read = (value: Value, page: number): Node => {
    const dict = file.dict(value)
    const own = isRef(dict.get('Pg')) ? (dict.get('Pg') as {ref: number}).ref : page
    const attributes = isDict(file.get(dict.get('A'))) ? file.dict(dict.get('A')) : new Map<string, Value>()
    const node: Node = {
      tag: nameOf(dict.get('S')),
      object: isRef(value) ? value.ref : 0,
      columns: Number(attributes.get('ColSpan') ?? 1),
      scope: nameOf(attributes.get('Scope')),
      kids: [],
      leaves: [],
      widgets: [],
    }
    for (const kid of file.list(dict.get('K'))) {
      if (typeof kid === 'number') node.leaves.push({page: own, mcid: kid})
      else if (nameOf(file.dict(kid).get('Type')) === 'OBJR') node.widgets.push((file.dict(kid).get('Obj') as {ref: number}).ref)
      else node.kids.push(read(kid, own))
    }
    return node
  }
  return file.list(file.dict(file.catalogue.get('StructTreeRoot')).get('K')).map((kid) => read(kid, 0))
}

const all = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...all(node.kids)])

const TOKEN = /<<|>>|<[0-9a-fA-F]*>|[[\]]|\/?[^\s<>[\]]+/gu
const PAINTS = new Set(['Tj', 'TJ', 'S', 's', 'f', 'f*', 'B', 'b', 'Do', 'sh'])

/** What a page draws outside all marks, and the numbers of its marked pieces. */
function marked(content: string): {loose: string[]; mcids: number[]; nested: number} {
  const stack: string[] = []
  const loose: string[] = []
  const mcids: number[] = []
  let nested = 0
  let last: string[] = []
  for (const [token] of content.matchAll(TOKEN)) {
    if (token === 'BDC' || token === 'BMC') {
      const mcid = last.indexOf('/MCID')
      if (stack.length > 0) nested++
      stack.push(last.includes('/Artifact') ? 'artifact' : 'tagged')
      if (mcid !== -1) mcids.push(Number(last[mcid + 1]))
    } else if (token === 'EMC') stack.pop()
    else if (PAINTS.has(token) && stack.length === 0) loose.push([...last, token].slice(-4).join(' '))
    last = /^[A-Za-z]/u.test(token) && token !== 'true' ? [] : [...last, token]
  }
  return {loose, mcids, nested}
}

test.each(files)('%s: a sound file, no larger than 60 KB, nothing of it a viewer stumbles over', async (id, bytes) => {
  expect(bytes.length).toBeLessThanOrEqual(LARGEST)
  expect(() => new PdfFile(bytes)).not.toThrow()
  const {getDocument, VerbosityLevel} = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const spies = (['log', 'warn'] as const).map((name) => vi.spyOn(console, name).mockImplementation(() => undefined))
  try {
    const document = await getDocument({data: bytes.slice(), verbosity: VerbosityLevel.WARNINGS, stopAtErrors: true}).promise
    for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getOperatorList()
    await document.loadingTask.destroy()
    for (const spy of spies) expect(spy.mock.calls, id).toEqual([])
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
})

test.each(files)('%s: in Kazakh, titled, claims PDF/UA, tab order that of the tags', (_, bytes, form) => {
  const file = new PdfFile(bytes)
  const {catalogue} = file
  expect(textOf(catalogue.get('Lang'))).toBe('kk')
  expect(file.dict(catalogue.get('MarkInfo')).get('Marked')).toBe(true)
  expect(file.dict(catalogue.get('ViewerPreferences')).get('DisplayDocTitle')).toBe(true)
  const metadata = file.content(catalogue.get('Metadata')).toString('utf8')
  expect(metadata).toMatch(/<pdfuaid:part>1</u)
  expect(metadata.replace(/\s+/gu, ' ')).toContain(form.annex.title ?? '')
  for (const page of file.pages) expect(nameOf(page.get('Tabs'))).toBe('S')
})

test.each(files)('%s: everything drawn is tagged or an artifact, and every tag finds its piece', (_, bytes) => {
  const file = new PdfFile(bytes)
  const nodes = all(tree(file))
  const parents = file.list(file.dict(file.dict(file.catalogue.get('StructTreeRoot')).get('ParentTree')).get('Nums'))
  const parentOf = new Map(parents.flatMap((value, i) => (i % 2 === 0 ? [[Number(value), parents[i + 1] ?? null] as const] : [])))
  for (const ref of file.list(file.dict(file.catalogue.get('Pages')).get('Kids'))) {
    const page = file.dict(ref)
    const number = (ref as {ref: number}).ref
    const content = file.list(page.get('Contents')).length > 0 ? file.content(page.get('Contents')).toString('latin1') : ''
    const {loose, mcids, nested} = marked(content)
    expect(loose).toEqual([])
    expect(nested).toBe(0)
    const tagged = nodes.flatMap((node) => node.leaves.filter((leaf) => leaf.page === number).map(({mcid}) => [mcid, node.object] as const))
    expect(tagged.map(([mcid]) => mcid).sort((a, b) => a - b)).toEqual([...mcids].sort((a, b) => a - b))
    const back = file.list(parentOf.get(Number(page.get('StructParents'))))
    for (const [mcid, object] of tagged) expect(back[mcid]).toEqual({ref: object})
    for (const widget of file.list(page.get('Annots'))) {
      const form = nodes.filter((node) => node.widgets.includes((widget as {ref: number}).ref))
      expect(form.map(({tag, widgets}) => [tag, widgets.length])).toEqual([['Form', 1]])
      expect(parentOf.get(Number(file.dict(widget).get('StructParent')))).toEqual({ref: form[0]?.object})
    }
  }
})

test.each(files)('%s: headings and tables are in order', (_, bytes) => {
  const nodes = all(tree(new PdfFile(bytes)))
  const tags = nodes.map(({tag}) => tag)
  expect(tags.filter((tag) => /^H\d$/u.test(tag))[0]).toBe('H1')
  expect(tags.filter((tag) => tag === 'Note')).toEqual([])
  for (const table of nodes.filter(({tag}) => tag === 'Table')) {
    expect(table.kids.every(({tag}) => tag === 'TR')).toBe(true)
    const widths = table.kids.map(({kids}) => kids.reduce((sum, {columns}) => sum + columns, 0))
    expect(new Set(widths).size).toBe(1)
    expect(table.kids[0]?.kids.every(({tag, scope}) => tag === 'TH' && scope === 'Column')).toBe(true)
  }
})

test.each(files)(
  '%s: every field has a name, a caption, an appearance; nothing is demanded that the blank does not demand',
  (_, bytes, form) => {
    const file = new PdfFile(bytes)
    const acroForm = file.dict(file.catalogue.get('AcroForm'))
    expect(acroForm.get('NeedAppearances')).toBe(false)
    expect(acroForm.has('XFA')).toBe(false)
    const fields = file.list(acroForm.get('Fields'))
    const names = fields.map((field) => textOf(file.dict(field).get('T')))
    expect(new Set(names).size).toBe(names.length)
    const demanded = (form.annex.fields ?? []).filter(({required}) => required).map(({name}) => name)
    for (const field of fields) {
      const dict = file.dict(field)
      const said = textOf(dict.get('TU'))
      expect(said.trim(), textOf(dict.get('T'))).not.toBe('')
      expect(said).not.toContain('_')
      expect(isDict(file.get(dict.get('AP')))).toBe(true)
      if (nameOf(dict.get('FT')) === 'Tx') expect(textOf(dict.get('DA'))).toMatch(/^\/Wingdings2 (?!0 )[\d.]+ Tf/u)
      if ((Number(dict.get('Ff') ?? 0) & 2) !== 0) expect(demanded).toContain(textOf(dict.get('T')))
    }
  },
)

test.each(files)('%s: fields are gone through from line to line, from left to right', async (_, __, form) => {
  for (const {elements} of await layoutForm(form, {assets})) {
    const fields = fieldMarks(elements)
    for (const [i, field] of fields.entries()) {
      const before = fields[i - 1]
      if (!before) continue
      const [top, bottom] = [field.y - before.y, field.y + field.height - before.y - before.height]
      const sameLine = Math.abs(top) < 6 || Math.abs(bottom) < 6
      expect(sameLine ? field.x > before.x : bottom > 0, `${before.name} → ${field.name}`).toBe(true)
    }
  }
})

test.each(files)('%s: nothing is drawn where printers do not reach, nothing in the margin for filing', async (_, bytes) => {
  const viewer = await Viewer.open(bytes)
  for (let page = 0; page < viewer.pages; page++) {
    const {ink, width, height, scale} = viewer.draw(page, 1)
    expect([width, height]).toEqual([Math.ceil(PAGE_WIDTH), Math.ceil(PAGE_HEIGHT)])
    const drawn = (x1: number, y1: number, x2: number, y2: number): number => {
      let sum = 0
      for (let y = Math.floor(y1 * scale); y < y2 * scale; y++)
        for (let x = Math.floor(x1 * scale); x < x2 * scale; x++) sum += ink[y * width + x] ?? 0
      return sum
    }
    expect(drawn(0, 0, mm(20) - 1, PAGE_HEIGHT)).toBe(0)
    expect(drawn(0, 0, PAGE_WIDTH, UNPRINTABLE)).toBe(0)
    expect(drawn(0, PAGE_HEIGHT - UNPRINTABLE + 1, PAGE_WIDTH, PAGE_HEIGHT)).toBe(0)
    expect(drawn(PAGE_WIDTH - UNPRINTABLE, 0, PAGE_WIDTH, PAGE_HEIGHT)).toBe(0)
  }
  viewer.close()
})

test.each(files)('%s: fonts are whole: embedded, with widths, names and meanings of all their characters', (_, bytes) => {
  const file = new PdfFile(bytes)
  const fonts = [...file.objects.values()].flatMap((value) =>
    isDict(value) && nameOf(value.dict.get('Type')) === 'Font' ? [value.dict] : [],
  )
  expect(fonts.length).toBeGreaterThanOrEqual(2)
  for (const font of fonts) {
    const face: TrueType = parseTrueType(file.content(file.dict(font.get('FontDescriptor')).get('FontFile2')))
    const meanings = new Map(
      [
        ...file
          .content(font.get('ToUnicode'))
          .toString('latin1')
          .matchAll(/^<([0-9A-F]{2})> <([0-9A-F]{4})>$/gmu),
      ].map(([, code = '', to = '']) => [parseInt(code, 16), parseInt(to, 16)]),
    )
    const first = Number(font.get('FirstChar'))
    const widths = file.list(font.get('Widths')).map(Number)
    for (const [code, codePoint] of meanings) {
      const glyph = face.glyph(codePoint)
      expect(glyph, String.fromCodePoint(codePoint)).not.toBe(0)
      expect(Math.abs((widths[code - first] ?? 0) - (face.advance(glyph) * 1000) / face.unitsPerEm)).toBeLessThan(1)
    }
    const names = file
      .list(file.dict(font.get('Encoding')).get('Differences'))
      .map(nameOf)
      .filter((name) => name !== '')
    expect(names.filter((name) => !isListed(name))).toEqual([])
  }
})

test('a text with a letter that has no name in the list of names costs a file its claim, and nothing else', async () => {
  const [form] = forms
  const field = form?.annex.fields?.find(({type}) => type === 'text')
  if (!form || !field) throw new Error('no form with a field')
  const file = new PdfFile(await renderForm(form, {assets, values: {[field.name]: 'Łódź'}}))
  expect(file.content(file.catalogue.get('Metadata')).toString('utf8')).not.toContain('pdfuaid')
  expect(textOf(file.catalogue.get('Lang'))).toBe('kk')
})

test('the strict reader refuses a file with a shifted object', () => {
  const [[, bytes] = []] = files
  const text = Buffer.from(bytes ?? []).toString('latin1')
  expect(() => new PdfFile(Buffer.from(text.replace('endobj\n', 'endobj\n\n'), 'latin1'))).toThrow(/is not at|cross-reference/u)
})
