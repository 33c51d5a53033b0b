import {spawnSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {load} from 'cheerio'
import {strFromU8, unzipSync} from 'fflate'
import type {Nodes} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {afterAll, describe, expect, it} from 'vitest'
import {pairActs, pairStandards} from '../../parser/compare/index.ts'
import {parse} from '../../parser/index.ts'
import {loadComparePage} from '../../templates/assets.ts'
import {compareDocx} from '../../templates/compare/docx.ts'
import {compareHtml} from '../../templates/compare/html.ts'
import {compareMarkdown} from '../../templates/compare/markdown.ts'
import {isSame, ranges, viewOf} from '../../templates/compare/view.ts'
import {resolutionOf, standardOf} from './support/standards.ts'

const LIST = {columns: ['Орталықтардың атауы', 'Орналасқан мекенжайы'], heading: 'Ақмола облысы'}
const before = standardOf(
  [
    '8. Мемлекеттік қызмет ақылы түрде көрсетіледі.',
    '9. Жұмыс кестесі:\n1) уәкілетті органда – аптасына бес күн;\n2) порталда – тәулік бойы.',
    '10. Орталықта мемлекеттiк қызмет «кедергісіз» көрсетіледі.',
  ],
  {
    columns: LIST.columns,
    groups: [{heading: LIST.heading, rows: [['1)', 'a', 'Көкшетау қалалық бөлімі', 'Көкшетау қаласы, Біржан сал көшесі, 42-үй']]}],
  },
)
const after = standardOf(
  [
    '8. Мемлекеттік қызмет тегін көрсетіледі.',
    '9. Жұмыс кестесі:\n1) уәкілетті органда – аптасына бес күн;\n2) орталықта <script>alert(1)</script> & кестемен;\n3) порталда – тәулік бойы.',
    '10. Орталықта мемлекеттік қызмет "кедергісіз" көрсетіледі.',
  ],
  {
    columns: LIST.columns,
    groups: [{heading: LIST.heading, rows: [['1)', 'a', 'Көкшетау қалалық бөлімі', 'Көкшетау қаласы, Абай көшесі, 142-үй']]}],
  },
)
const pair = pairStandards(before, after)
const labels = {oldLabel: '2011 жылғы 7 сәуірдегі № 394 қаулы', newLabel: '2012 жылғы 17 тамыздағы № 1059 қаулы'}
const folder = mkdtempSync(join(tmpdir(), 'qyzmet-compare-'))

afterAll(() => {
  rmSync(folder, {recursive: true, force: true})
})

const documentOf = async (hideTypographic = false): Promise<string> => {
  const bytes = await compareDocx(pair, {date: '2012-08-17', hideTypographic, ...labels})
  return strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
}

describe('the comparative table', () => {
  it('names the standard over the lines of each where an act has several, and none that did not change', async () => {
    const standards = ['Жәрдемақы тағайындау', 'Анықтама беру', 'Тіркеу'].map((title, at) => ({
      ...standardOf(['1. Жалпы ереже.', '2. Ақылы түрде көрсетіледі.'], undefined, `2012-1-${String(at + 1)}`),
      ordinal: at + 1,
      title,
    }))
    const changed = standards.map((standard, at) =>
      at === 1 ? standard : {...standard, points: standardOf(['1. Жалпы ереже.', '2. Тегін көрсетіледі.']).points},
    )
    const resolution = resolutionOf(standards.map(({id}) => id))
    const bytes = await compareDocx(pairActs({resolution, standards}, {resolution, standards: changed}), {date: '2012-08-17', ...labels})
    const $ = load(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()), {xml: true})
    const owners = $('w\\:tr')
      .toArray()
      .filter((row) => $(row).find('w\\:gridSpan').length > 0)
      .map((row) => $(row).text())
    expect(owners).toEqual(['«Жәрдемақы тағайындау»', '«Тіркеу»'])
  })

  it('is a landscape table with the five columns, whose heads stand on every page', async () => {
    const $ = load(await documentOf(), {xml: true})
    const rows = $('w\\:tbl > w\\:tr').toArray()
    const cells = (row: (typeof rows)[number]) =>
      $(row)
        .find('w\\:tc')
        .toArray()
        .map((cell) => $(cell).text())
    expect($('w\\:pgSz').attr('w:orient')).toBe('landscape')
    expect(Number($('w\\:pgSz').attr('w:w'))).toBeGreaterThan(Number($('w\\:pgSz').attr('w:h')))
    expect(cells(rows[0]!)).toEqual(['Р/с №', 'Құрылымдық элемент', 'Қолданыстағы редакция', 'Ұсынылатын редакция', 'Негіздеме'])
    expect($(rows[0]!).find('w\\:tblHeader')).toHaveLength(1)
    expect(rows.slice(1).map((row) => cells(row).slice(0, 4))).toEqual([
      ['1', '8-тармақ', 'Мемлекеттік қызмет ақылы түрде көрсетіледі.', 'Мемлекеттік қызмет тегін көрсетіледі.'],
      ['2', '9-тармақ, 2) тармақша', 'Жоқ.', '2) орталықта <script>alert(1)</script> & кестемен;'],
      ['3', '9-тармақ, 3) тармақша', '2) порталда – тәулік бойы.', '3) порталда – тәулік бойы.'],
      [
        '4',
        '10-тармақ',
        'Орталықта мемлекеттiк қызмет «кедергісіз» көрсетіледі.',
        'Орталықта мемлекеттік қызмет "кедергісіз" көрсетіледі.',
      ],
      [
        '5',
        '1-қосымша, Ақмола облысы, Көкшетау қалалық бөлімі',
        'Орналасқан мекенжайы: Көкшетау қаласы, Біржан сал көшесі, 42-үй',
        'Орналасқан мекенжайы: Көкшетау қаласы, Абай көшесі, 142-үй',
      ],
    ])
  })

  it('strikes out what goes and underlines what comes, in a font of official papers', async () => {
    const xml = await documentOf()
    const $ = load(xml, {xml: true})
    const runs = (mark: string) =>
      $('w\\:r')
        .toArray()
        .filter((run) => $(run).find(mark).length > 0)
        .map((run) => $(run).text())
    expect(runs('w\\:strike')).toContain('ақылы түрде')
    expect(runs('w\\:u[w\\:val="single"]')).toContain('тегін')
    const bytes = await compareDocx(pair, {date: '2012-08-17', ...labels})
    expect(strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array())).toContain('Times New Roman')
  })

  it('leaves out what only looks different where that is wanted', async () => {
    expect(await documentOf(true)).not.toContain('10-тармақ')
  })

  it('gives the same bytes for the same comparison, with the day of the document in them', async () => {
    const [one, other] = [
      await compareDocx(pair, {date: '2012-08-17', ...labels}),
      await compareDocx(pair, {date: '2012-08-17', ...labels}),
    ]
    expect(Buffer.compare(one, other)).toBe(0)
    expect(strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array())).toContain('2012-08-17T00:00:00Z')
  })

  const hasOffice = spawnSync('soffice', ['--version']).status === 0
  it.skipIf(!hasOffice)('opens in LibreOffice (skipped where there is none)', {timeout: 120_000}, async ({skip}) => {
    writeFileSync(join(folder, 'table.docx'), await compareDocx(pair, {date: '2012-08-17', ...labels}))
    const run = spawnSync('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'txt:Text',
      '--outdir',
      folder,
      join(folder, 'table.docx'),
    ])
    if (run.stderr.toString().includes('could not be loaded')) skip('this LibreOffice has no Writer')
    const text = readFileSync(join(folder, 'table.txt'), 'utf8')
    expect(text).toContain('САЛЫСТЫРМА КЕСТЕ')
    expect(text).toContain('Мемлекеттік қызмет тегін көрсетіледі.')
  })
})

describe('the page of its own', () => {
  const html = compareHtml(pair, {page: loadComparePage(), status: null, ...labels})
  const $ = load(html)

  it('has both texts, and what differs marked for eyes and for readers', () => {
    expect($('del').first().text().replace(/\s+/gu, ' ')).toBe('алынды: ақылы түрде')
    expect($('.row.changed .text.new').first().text()).toContain('тегін')
    expect(
      $('.row .sign')
        .toArray()
        .map((sign) => $(sign).text()),
    ).toEqual(['±', '+', '2→3', '≈'])
    expect($('details summary').first().text()).toBe('1) тармақша, қалған абзац өзгермеген')
  })

  it('escapes what the sources say, and runs no script', () => {
    expect($('script')).toHaveLength(0)
    expect($('.row.inserted .text.new').text()).toContain('<script>alert(1)</script> & кестемен;')
  })

  it('shows offices by changed field', () => {
    expect(
      $('tbody tr')
        .toArray()
        .map((row) => $(row).find('td').eq(1).text()),
    ).toEqual(['Орналасқан мекенжайы'])
  })
})

describe('Markdown', () => {
  it('marks changes and escapes markup', () => {
    const text = compareMarkdown(pair)
    expect(text).toContain('- ± Мемлекеттік қызмет ~~ақылы түрде~~ **тегін** көрсетіледі.')
    expect(text).toContain('\\<script\\>')
    expect(text).toMatch(/^- \\\+ .*орталықта \\<script\\>alert.* \\& кестемен;/mu)
    expect(compareMarkdown(pair, {hideTypographic: true})).not.toContain('### 10-тармақ')
    expect(compareMarkdown(pairStandards(before, before))).toContain('Екі мәтінде айырмашылық жоқ.')
  })
})

describe('ranges', () => {
  it.each([
    [['1', '2', '3', '5'], '1–3, 5'],
    [['1)', '2)'], '1)–2)'],
    [['11', '11-1', '12'], '11, 11-1, 12'],
  ])('%j is %s', (keys, text) => {
    expect(ranges(keys)).toBe(text)
  })
})

describe('characters that do not show', () => {
  const plain = standardOf(['1. Мемлекеттік қызмет төлемсіз көрсетіледі.', '2. Осы тармақ өзгермейді.'])
  const marked = standardOf(['1. Мемлекеттік қызмет төлем\u202eсіз көрсетіледі.', '2. Осы тармақ\u200b өзгермейді.'])
  const hidden = pairStandards(plain, marked)

  it('are shown by their numbers in Markdown', () => {
    const text = compareMarkdown(hidden)
    // «+» is protected, as every sign that some Markdown takes for its own.
    expect(text).toContain(String.raw`төлем⟨U\+202E⟩сіз`)
    expect(text).not.toMatch(/[\u202e\u200b]/u)
  })

  it('are shown as signs on the page, with what they are, and nowhere as themselves', () => {
    const html = compareHtml(hidden, {page: loadComparePage(), status: null, ...labels})
    const $ = load(html)
    expect($('ins').first().text()).toBe('қосылды: төлемU+202Eсіз')
    expect($('ins .code').first().attr('title')).toBe('U+202E: көрінбейтін таңба, мәтіннің бағытын өзгертеді')
    expect(html).not.toMatch(/[\u202e\u200b]/u)
  })

  it('are shown by their numbers in the Word table', async () => {
    const bytes = await compareDocx(hidden, {date: '2012-08-17', ...labels})
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('төлем⟨U+202E⟩сіз')
    expect(xml).not.toMatch(/[\u202e\u200b]/u)
  })

  it('do not damage the Word table, not even those that XML forbids', async () => {
    const text = '2. Осы\u0000 тармақ\ufffe \u001bөзгерді\uffff.'
    const bytes = await compareDocx(pairStandards(plain, standardOf(['1. Бір.', text])), {date: '2012-08-17', ...labels})
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/u)
    expect(load(xml, {xml: true}).text()).toContain('⟨U+FFFE⟩')
  })

  it('are shown in titles, names of offices and captions of the Word table, and in its description', async () => {
    const word = 'төлем\u202eсіз'
    const standards = (text: string) =>
      [1, 2].map((at) => ({
        ...standardOf(
          [`1. ${text}`],
          {columns: [word, 'Мекенжайы'], groups: [{heading: word, rows: [['1)', 'a', `${word} бөлімі`, text]]}]},
          `2012-1-${String(at)}`,
        ),
        ordinal: at,
        title: `${word} ${String(at)}`,
      }))
    const [old, now] = [standards('Ақылы.'), standards('Тегін.')]
    const resolution = {...resolutionOf(old.map(({id}) => id)), title: word}
    const pair = pairActs({resolution, standards: old}, {resolution, standards: now})
    const files = unzipSync(await compareDocx(pair, {date: '2012-08-17', oldLabel: word, newLabel: word}))
    const whole = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('')
    expect(whole).not.toContain('\u202e')
    expect(whole.split('төлем⟨U+202E⟩сіз').length).toBeGreaterThan(8)
    expect(strFromU8(files['docProps/core.xml'] ?? new Uint8Array())).toContain('төлем⟨U+202E⟩сіз')
    expect(compareHtml(pair, {page: loadComparePage(), status: null, oldLabel: word, newLabel: word})).not.toContain('\u202e')
    expect(compareMarkdown(pair)).not.toContain('\u202e')
  })
})

describe('a reader of Markdown', () => {
  const textOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '')

  it.each([
    '&#8238; &lt;b&gt; &nbsp;',
    '<b>x</b> <!-- y --> [a](javascript:z) ![i](https://evil.example/x.png)',
    '| --- | ``` ~~~ # 1. - + * _a_ **b** ~~c~~',
    '\\& \\\\ {{x}} $y$',
  ])('finds %j as text, and nothing else', (words) => {
    const markdown = compareMarkdown(pairStandards(standardOf(['1. Ақылы.']), standardOf([`1. Ақылы. ${words}`, `2. ${words}`])))
    const tree = unified().use(remarkParse).parse(markdown)
    const kinds = new Set<string>()
    const visit = (node: Nodes): void => {
      kinds.add(node.type)
      if ('children' in node) node.children.forEach(visit)
    }
    visit(tree)
    expect(
      [...kinds].filter((kind) => ['html', 'link', 'image', 'code', 'inlineCode', 'definition', 'thematicBreak'].includes(kind)),
    ).toEqual([])
    expect(textOf(tree).split(words).length).toBeGreaterThan(1)
  })
})

describe('a value of an indicator that has changed', () => {
  const files = readdirSync('sources').filter((file) => /\.(?:md|txt)$/u.test(file))
  const standards = files.flatMap((file) => parse({file, bytes: readFileSync(join('sources', file))}).standards)

  it('stands beside the number of its indicator, as printed', () => {
    const found = standards.flatMap((standard) => {
      const at = standard.annexes.findIndex(({indicators = []}) => indicators.length > 1)
      if (at < 0) return []
      const changed = structuredClone(standard)
      const [, indicator] = changed.annexes[at]?.indicators ?? []
      if (!indicator) return []
      indicator.target = '123 %'
      const rows = viewOf(pairStandards(standard, changed)).flatMap((block) => (block.type === 'part' ? block.rows : []))
      expect(
        rows.flatMap((row) => (isSame(row) ? [] : [[row.part, row.oldKey, row.newKey, row.new?.map(({text}) => text).join('')]])),
      ).toEqual([['cell', indicator.code, indicator.code, '123 %']])
      return [indicator.code]
    })
    expect(found.length).toBeGreaterThan(10)
  })
})
