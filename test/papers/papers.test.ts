/** Checklists, receipts and slips as files: what stands on them, what can be typed into them. */
import {expect, test} from 'vitest'
import {loadAssets} from '../../templates/assets.ts'
import {layoutCover} from '../../templates/papers/cover.ts'
import {
  hasPapers,
  layoutPaper,
  PAPER_KINDS,
  paperFields,
  renderChecklist,
  renderComplaintSlip,
  renderPaper,
  renderReceipt,
} from '../../templates/papers/index.ts'
import {printedSheets} from '../../templates/papers/print.ts'
import {isElement, type Element, type Mark, type Sheet} from '../../templates/pdf/display.ts'
import {prepareFonts} from '../../templates/pdf/fonts.ts'
import {PAGE_HEIGHT, PAGE_WIDTH} from '../../templates/pdf/page.ts'
import {CHECKBOX, Viewer, type StructureNode} from '../pdf/viewer.ts'
import {ACCUSATIVE, COMPLAINT_LISTED, COMPLAINT_TOLD, context, LISTED, point, SLIP, standard} from './standards.ts'

const assets = loadAssets()
const document = (text: string, channel: string | null = null, of: string | null = null) => ({text, channel, case: of, point: '11'})
const FULL = standard(
  [LISTED, COMPLAINT_TOLD],
  [
    document('жеке басын куәландыратын құжат', 'service-centre', 'Орталыққа жүгінген кезде'),
    document('осы стандартқа 4-қосымшаға сәйкес өтініш', 'service-centre', 'Орталыққа жүгінген кезде'),
    document('алушының ЭЦҚ қойылған электронды құжат нысанына сұрау салу', 'portal'),
  ],
)

const marks = (sheets: readonly Sheet[]): Mark[] => {
  const flat = (node: Element | Mark): Mark[] => (isElement(node) ? node.kids.flatMap(flat) : [node])
  return sheets.flatMap((sheet) => [...sheet.elements.flatMap(flat), ...sheet.furniture])
}
const types = (nodes: readonly StructureNode[]): string[] => nodes.flatMap((node) => [node.type, ...types(node.children)])
const words = (viewer: Viewer): string =>
  Array.from({length: viewer.pages}, (_, i) => viewer.words(i))
    .join(' ')
    .replace(/\s+/gu, ' ')

test.each(PAPER_KINDS)('%s: in Kazakh, tagged, titled, every field named, a sheet for each copy at most', async (kind) => {
  const viewer = await Viewer.open(await renderPaper(kind, context(FULL), {assets}))
  expect(viewer.language).toBe('kk')
  expect(viewer.tagged).toBe(true)
  expect(viewer.pages).toBeLessThanOrEqual(kind === 'receipt' ? 2 : 1)
  expect(viewer.meta('Title')).toContain(FULL.title)
  expect(types(viewer.structure(0))).toEqual(expect.arrayContaining(['Document', 'H1', 'P']))
  const widgets = viewer.widgets()
  expect(widgets.length).toBeGreaterThan(0)
  expect(widgets.filter(({said}) => said.trim() === '')).toEqual([])
  viewer.close()
})

test('a checklist has a box for each document, under its channel and case, with the number of its blank', async () => {
  const annexes = [
    {
      id: '2010-1-1/4',
      number: 4,
      kind: 'form' as const,
      title: 'Өтініш',
      text: '',
      lines: [1, 1] as [number, number],
      layout: [{type: 'title' as const, lines: ['Өтініш']}],
    },
  ]
  const viewer = await Viewer.open(await renderChecklist(context({...FULL, annexes}), {assets}))
  const text = words(viewer)
  for (const part of ['Халыққа қызмет көрсету орталығы', 'Орталыққа жүгінген кезде', 'Портал', '11-тармағы', 'бланк № 2010-1-1-4'])
    expect(text).toContain(part)
  const boxes = viewer.widgets().filter(({type}) => type === CHECKBOX)
  expect(boxes.map(({said}) => said)).toEqual(FULL.facts.documents.map(({text: name}) => name))
  viewer.close()
})

test('a checklist of a standard without facts is the list its point prints', async () => {
  // sources/2012-1059.html.txt: cases in the point itself, a sentence between two lists
  const printed = point(
    '11',
    `Мемлекеттік қызметті алу үшін мемлекеттік қызмет алушы:
1) жұмысынан айырылу жағдайына әлеуметтік төлем тағайындау үшін:
жеке басын куәландыратын құжат;
жұмыспен қамту мәселелері жөніндегі уәкілетті органның анықтамасы.
Уәкілетті ұйым бөлімшесіне өтініш бергенде құжаттардың түпнұсқалары мен көшірмелері ұсынылады.
2) асыраушысынан айырылу жағдайына әлеуметтік төлем тағайындау үшін:
отбасы құрамы туралы мәліметтер;
қорғаншылық туралы құжат (қажет болған кезде).`,
  )
  const of = standard([printed, LISTED], [{...document('сауалдың нөмірі мен қабылданған күні'), point: '14'}])
  const fields = paperFields('checklist', context(of), assets.papers)
  expect(fields.map(({name, label}) => `${name} ${label}`)).toEqual([
    'document-1-1 жеке басын куәландыратын құжат',
    'document-1-2 жұмыспен қамту мәселелері жөніндегі уәкілетті органның анықтамасы',
    'document-2-1 отбасы құрамы туралы мәліметтер',
    'document-2-2 қорғаншылық туралы құжат (қажет болған кезде)',
  ])
  const viewer = await Viewer.open(await renderChecklist(context(of), {assets, values: {'document-2-1': true}}))
  expect(words(viewer)).toContain('Уәкілетті ұйым бөлімшесіне өтініш бергенде құжаттардың түпнұсқалары мен көшірмелері ұсынылады.')
  expect(viewer.widgets().find(({name}) => name === 'document-2-1')?.value).toBe('Yes')
  viewer.close()
})

test('a receipt: two copies that share their fields; typed once, it stands in both', async () => {
  const first = await Viewer.open(await renderReceipt(context(FULL), {assets}))
  const places = first.widgets().filter(({name}) => name === 'applicant')
  expect(places.length).toBe(2)
  if (places[0]) first.type(places[0], 'Әсем Ғұмарқызы Үңгір')
  const second = await Viewer.open(first.save())
  expect(
    second
      .widgets()
      .filter(({name}) => name === 'applicant')
      .map(({value}) => value),
  ).toEqual(['Әсем Ғұмарқызы Үңгір', 'Әсем Ғұмарқызы Үңгір'])
  first.close()
  second.close()
})

test('a receipt says what its point asks for, in the words of the point', async () => {
  const viewer = await Viewer.open(await renderReceipt(context(standard([ACCUSATIVE])), {assets}))
  const text = words(viewer)
  for (const part of [
    'Тиісті құжаттардың қабылданғаны туралы қолхат',
    '14-тармағы',
    'Құжаттардың нөмірі мен қабылданған күні',
    'Құжаттарды беру күні, уақыты мен орны',
    'Тұтынушының тегі, аты, әкесінің аты',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('Уәкілетті өкілдің')
  viewer.close()
  const slip = await Viewer.open(await renderReceipt(context(standard([SLIP])), {assets}))
  expect(words(slip)).toContain('Құжаттардың қабылданғаны туралы талон')
  slip.close()
})

test('documents that everybody brings stand in the receipt already; those of cases do not', async () => {
  const named = standard([LISTED], [document('жеке куәлік'), document('көлемі 3х4 см екі фотосурет')])
  const values = async (of: typeof named): Promise<string[]> => {
    const viewer = await Viewer.open(await renderReceipt(context(of), {assets}))
    const found = viewer
      .widgets()
      .filter(({name}) => /^documents-\d+-2$/u.test(name))
      .map(({value}) => value)
    viewer.close()
    return [...new Set(found)]
  }
  expect(await values(named)).toEqual(['жеке куәлік', 'көлемі 3х4 см екі фотосурет', ''])
  expect(await values(FULL)).toEqual([''])
})

test.each([
  [2, 6, ACCUSATIVE, 1],
  [6, 6, LISTED, 2],
  [14, 14, ACCUSATIVE, 2],
])('a receipt for %i documents of a case has %i rows on each copy', async (asked, rows, paper, pages) => {
  const documents = Array.from({length: asked}, (_, i) => document(`құжат ${String(i + 1)}`, null, 'қайтыс болған кезде'))
  const of = standard([paper], [...documents, document('анықтама', null, 'ауысқан кезде')])
  const viewer = await Viewer.open(await renderReceipt(context(of), {assets}))
  // two copies on a sheet only where both fit
  expect(viewer.pages).toBe(pages)
  const cells = viewer.widgets().filter(({name}) => /^documents-\d+-2$/u.test(name))
  expect(cells.length).toBe(2 * rows)
  expect(new Set(cells.map(({name}) => name)).size).toBe(rows)
  expect(paperFields('receipt', context(of), assets.papers).find(({name}) => name === 'documents')?.rows).toBe(rows)
  viewer.close()
})

test('more documents than fit twice: each copy on its own sheet, nothing lost', async () => {
  const documents = Array.from({length: 14}, (_, i) => ['', `құжат ${String(i + 1)}`, '1'])
  const viewer = await Viewer.open(await renderReceipt(context(FULL), {assets, values: {documents}}))
  expect(viewer.pages).toBe(2)
  for (const page of [0, 1]) {
    expect(viewer.widgets().filter((widget) => widget.page === page && widget.value.startsWith('құжат')).length).toBe(14)
  }
  viewer.close()
})

test('a slip for a complaint, with how the answer comes', async () => {
  const viewer = await Viewer.open(await renderComplaintSlip(context(FULL), {assets}))
  expect(words(viewer)).toContain('Шағымның қаралу нәтижесі жөнінде өтініш иесіне пошта арқылы жазбаша түрде хабарланады.')
  viewer.close()
  const names = paperFields('complaint-slip', context(standard([COMPLAINT_LISTED])), assets.papers).map(({name}) => name)
  expect(names).toContain('documents')
})

test('repealed is said first, and on both copies', async () => {
  const repealed = context({...FULL, legalStatus: 'repealed'}, true)
  for (const kind of PAPER_KINDS) {
    const viewer = await Viewer.open(await renderPaper(kind, repealed, {assets}))
    expect(
      words(viewer).startsWith('Күшін жойған Стандартты бекіткен қаулының күші 2014 жылғы 11 наурыздағы № 219 қаулымен жойылды.'),
    ).toBe(true)
    expect(words(viewer).split('Күшін жойған').length - 1, kind).toBeGreaterThanOrEqual(kind === 'checklist' ? 2 : 3)
    viewer.close()
  }
  const viewer = await Viewer.open(await renderReceipt(context(FULL), {assets}))
  expect(words(viewer)).not.toContain('Күшін жойған')
  viewer.close()
})

test('a standard that says nothing gets the usual lines, and says so', async () => {
  const bare = standard([point('1', 'Осы мемлекеттік қызмет тегін көрсетіледі.')])
  const receipt = await Viewer.open(await renderReceipt(context(bare), {assets}))
  expect(words(receipt)).toContain('Стандартта қолхаттың мазмұны көрсетілмеген')
  const list = await Viewer.open(await renderChecklist(context(bare), {assets}))
  expect(words(list)).toContain('Стандартта құжаттар тізбесі көрсетілмеген.')
  receipt.close()
  list.close()
  expect(hasPapers({status: 'excluded', points: [LISTED]})).toBe(false)
})

test('long values and titles stay on the sheet', async () => {
  const long = 'Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрлігінің аумақтық департаменті '.repeat(3).trim()
  const of = {...FULL, title: long}
  for (const kind of PAPER_KINDS) {
    const sheets = await layoutPaper(kind, context(of), {
      assets,
      values: {office: long, officer: long, 'answer-place': long, complainant: long},
    })
    for (const mark of marks(sheets)) {
      if (mark.kind === 'rule' || mark.kind === 'matrix') continue
      expect(mark.x).toBeGreaterThanOrEqual(0)
      expect(mark.y).toBeLessThanOrEqual(PAGE_HEIGHT)
      if (mark.kind === 'field' || mark.kind === 'frame') expect(mark.x + mark.width).toBeLessThanOrEqual(PAGE_WIDTH)
      if (mark.kind === 'field') expect(mark.size).toBeGreaterThanOrEqual(8)
    }
  }
})

test('printed sheets have the values as words, and no fields', async () => {
  const fonts = await prepareFonts(assets.fonts)
  const sheets = await layoutPaper('receipt', context(FULL), {
    assets,
    values: {applicant: 'Әсем Ғұмарқызы', documents: [['', 'жеке куәлік', '1']]},
  })
  const printed = marks(printedSheets(sheets, fonts))
  expect(printed.filter(({kind}) => kind === 'field')).toEqual([])
  const texts = printed.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  expect(texts.filter((text) => text === 'Әсем Ғұмарқызы').length).toBe(2)
  const list = await layoutPaper('checklist', context(FULL), {assets, values: {'document-1-1': true}})
  expect(marks(printedSheets(list, fonts)).filter((mark) => mark.kind === 'text' && mark.text === '×').length).toBe(1)
})

test('the cover lists what lies in a set, by standard', async () => {
  const entries = [
    {id: '2010-1-1-receipt', kind: 'receipt' as const, where: '2010-1-1-receipt.pdf', standard: FULL.title, repealed: true},
    {id: '2010-1-1-checklist', kind: 'checklist' as const, where: '2010-1-1-checklist.pdf', standard: FULL.title, repealed: false},
  ]
  const texts = marks(
    await layoutCover({id: 'astana', name: 'Астана қаласының ХҚКО', address: 'Астана, Республика к-сі, 43', phones: []}, entries, assets),
  ).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  for (const part of ['Астана қаласының ХҚКО', 'Қолхат', 'Құжаттар тізбесі', 'Күшін жойған', 'Қолданыста', '2010-1-1-receipt.pdf'])
    expect(texts).toContain(part)
  expect(texts.filter((text) => text === FULL.title).length).toBe(1)
})

test('equal arguments give equal bytes', async () => {
  for (const kind of PAPER_KINDS) {
    expect(Buffer.compare(await renderPaper(kind, context(FULL), {assets}), await renderPaper(kind, context(FULL), {assets}))).toBe(0)
  }
})
