/** Texts that XML can hardly hold go through Akoma Ntoso unchanged; files that are not ours are refused with a reason. */
import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {parse} from '../../parser/index.ts'
import {readAkomaNtoso} from '../../parser/read/akn.ts'
import {isAkomaNtoso} from '../../parser/read/detect.ts'
import {decodeAttribute, encodeAttribute} from '../../parser/read/akn-names.ts'
import {isElement, readXml, XmlError} from '../../parser/read/akn-xml.ts'
import {akomaNtosoFiles, renderResolution, renderStandard} from '../../templates/exports/akn/index.ts'
import {elements, hasOfficialSchema, inventedAct, validateOfficial, validateProfile} from './akn-support.ts'

const DATE = '2014-03-11'

/** Every kind of text that breaks what is put together carelessly. */
const HOSTILE: [what: string, text: string][] = [
  ['markup', '<p>a</p> & &amp; "b" \'c\' <!-- d --> <![CDATA[e]]> <?f?>'],
  ['the end of a CDATA section', 'a ]]> b ]]&gt; c'],
  ['characters that XML forbids', 'a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg'],
  ['halves of surrogate pairs', 'a\ud800b\udc00c\ud83d'],
  ['stand-ins that are really there', '␀ ␋ \ufffd \\u{B} \\\\ \\'],
  ['letters beyond the basic plane', '𐰀𐰁 🇰🇿 𝒜'],
  ['marks of direction', '\u200fעברית\u200e \u202eabc\u202c \u2066x\u2069'],
  ['combining and joining marks', 'и\u0306 й \u200d\u200c \u00ad'],
  ['white space of all kinds', '  a  b\tc\rd\u00a0e\u2028f\u0085g\u3000 '],
  ['references', '&#0; &#x1F; &lt; &nbsp; &unknown;'],
  ['a formula', '=HYPERLINK("http://x") +7 (7172) -1 @SUM(A1)'],
  ['nothing but a blank', ' '],
  ['C1 controls', 'a\u0080b\u009fc\u007f'],
]

describe('texts of every kind', () => {
  test.each(HOSTILE)('%s: valid, and the same when read back', async (_, text) => {
    const act = inventedAct((what) => `${what} ${text}`)
    const xml = renderResolution(act, DATE)
    const {resolution, standards, amendments, diagnostics} = readAkomaNtoso('x.xml', xml)
    expect(diagnostics).toEqual([])
    expect({resolution, standards, amendments}).toEqual(act)
    const files = [
      {name: 'act.xml', xml},
      ...act.standards.map((standard) => ({name: `${standard.id}.xml`, xml: renderStandard(standard, act, DATE)})),
    ]
    expect(await validateProfile(files)).toEqual({valid: true, errors: []})
    if (hasOfficialSchema) expect(await validateOfficial(files)).toEqual({valid: true, errors: []})
  })

  it('any text at all', () => {
    const unit = fc.oneof(fc.string({unit: 'binary', maxLength: 12}), fc.constantFrom(...HOSTILE.map(([, text]) => text)))
    fc.assert(
      fc.property(unit, (text) => {
        // A line feed parts paragraphs and is tested below.
        const act = inventedAct((what) => `${text.replaceAll('\n', '')}${what}`)
        const {resolution, standards, amendments} = readAkomaNtoso('x.xml', renderResolution(act, DATE))
        expect({resolution, standards, amendments}).toEqual(act)
      }),
      {numRuns: 60, seed: 8},
    )
  })

  it('texts that are one word in many places', () => {
    const act = inventedAct(() => 'a')
    const {resolution, standards, amendments} = readAkomaNtoso('x.xml', renderResolution(act, DATE))
    expect({resolution, standards, amendments}).toEqual(act)
  })

  it('line feeds where the model has none today', () => {
    const act = inventedAct((what) => `${what}\n${what}\n\n`)
    const {resolution, standards, amendments} = readAkomaNtoso('x.xml', renderResolution(act, DATE))
    expect({resolution, standards, amendments}).toEqual(act)
  })

  it('a cell of a million letters', async () => {
    const act = inventedAct((what) => (what === 'a' ? 'ә<&'.repeat(333_333) : what))
    const xml = renderResolution(act, DATE)
    expect(readAkomaNtoso('x.xml', xml).standards).toEqual(act.standards)
    expect(await validateProfile([{name: 'x.xml', xml}])).toEqual({valid: true, errors: []})
  })

  it('shows a character that XML forbids, and says which it was', () => {
    const xml = renderResolution(
      inventedAct((what) => (what === 'title' ? 'a\u000bb' : what)),
      DATE,
    )
    expect(xml).toContain('<docTitle>a<inline name="character" qz:code="B">␋</inline>b</docTitle>')
    expect(xml).toContain('<FRBRname value="a\\u{B}b"/>')
  })

  it('writes attributes that can be read back', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(decodeAttribute(encodeAttribute(text))).toBe(text)
      }),
    )
  })

  test.each([
    ['a b\tc', 'a-b-c.xml'],
    ['../../etc/passwd', 'etc-passwd.xml'],
    ['2012-1278/ө «1»', '2012-1278-ө-1-.xml'],
    ['..', 'act.xml'],
  ])('an act called «%s» goes into the file %s and comes back under its own name', async (id, name) => {
    const act = inventedAct((what) => what)
    const odd = {
      resolution: {...act.resolution, id, number: '12 78 ө/а', standards: [`${id}#1 2`], amendments: []},
      standards: [{...act.standards[0]!, id: `${id}#1 2`, resolution: id}],
      amendments: [],
    }
    const files = akomaNtosoFiles({resolutions: [odd.resolution], standards: odd.standards, amendments: []}, DATE)
    expect(files[0]?.name).toBe(name)
    const [whole, alone] = files.map((file) => ({name: file.name, xml: file.render()}))
    const {resolution, standards} = readAkomaNtoso('x.xml', whole!.xml)
    expect({resolution, standards}).toEqual({resolution: odd.resolution, standards: odd.standards})
    expect(readAkomaNtoso('x.xml', alone!.xml).standards).toEqual(odd.standards)
    expect(elements(readXml(whole!.xml)).filter(({attributes}) => /\s/u.test(attributes.get('eId') ?? ''))).toEqual([])
    expect(await validateProfile([whole!, alone!])).toEqual({valid: true, errors: []})
  })

  it('two acts whose names make the same file get two files', () => {
    const act = inventedAct((what) => what)
    const resolutions = ['a b', 'a/b', 'a b'].map((id) => ({...act.resolution, id, standards: []}))
    expect(akomaNtosoFiles({resolutions, standards: [], amendments: []}, DATE).map(({name}) => name)).toEqual([
      'a-b.xml',
      'a-b_2.xml',
      'a-b_3.xml',
    ])
  })
})

describe('files that cannot be read', () => {
  const valid = renderResolution(
    inventedAct((what) => what),
    DATE,
  )
  const foreign = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n<act name="act"><meta/><body/></act></akomaNtoso>`
  const refused: [what: string, xml: string, rule: string, line: number, message: RegExp][] = [
    ['of another maker', foreign, 'akn/not-ours', 2, /not written by Qyzmet/u],
    ['of an older Akoma Ntoso', foreign.replace('3.0', '2.0'), 'akn/not-ours', 1, /not <akomaNtoso> of Akoma Ntoso 3\.0/u],
    ['that are empty', '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>', 'akn/not-ours', 1, /no document/u],
    ['of a later version', valid.replace('version="1" of=', 'version="2" of='), 'akn/not-ours', 1, /version 2/u],
    ['cut off in the middle', valid.slice(0, valid.length / 2), 'akn/not-well-formed', 1, /./u],
    [
      'with a document type',
      `<!DOCTYPE akomaNtoso [<!ENTITY a "aa">]>${foreign}`,
      'akn/not-well-formed',
      1,
      /document type is not allowed/u,
    ],
    ['with an entity of their own', foreign.replace('<body/>', '<body>&lol;</body>'), 'akn/not-well-formed', 2, /entity/u],
    ['with an ampersand', foreign.replace('<body/>', '<body>a & b</body>'), 'akn/not-well-formed', 2, /ampersand/u],
    [
      'with a forbidden reference',
      foreign.replace('<body/>', '<body>&#11;</body>'),
      'akn/not-well-formed',
      2,
      /no character that XML allows/u,
    ],
    ['with an attribute given twice', foreign.replace('name="act"', 'name="act" name="b"'), 'akn/not-well-formed', 2, /given twice/u],
    ['with an undeclared prefix', foreign.replace('<body/>', '<x:body/>'), 'akn/not-well-formed', 2, /not declared/u],
    ['nested too deeply', foreign.replace('<body/>', '<b>'.repeat(200)), 'akn/not-well-formed', 2, /nested/u],
    ['without lines', valid.replace(/(<paragraph [^>]*) qz:lines="3 9"/u, '$1'), 'akn/not-ours', 1, /lines in the source/u],
    ['with a number that is none', valid.replace('ordinal="1"', 'ordinal="бір"'), 'akn/not-ours', 1, /not a number/u],
    ['with a status that is none', valid.replace('status="repealed"', 'status="unknown"'), 'akn/not-ours', 1, /status/u],
    ['without a title', valid.replace(/<longTitle eId="longTitle">[\s\S]*?<\/longTitle>/u, ''), 'akn/not-ours', 1, /docTitle/u],
    [
      'with a block of no kind',
      valid.replace('<container name="addressee"', '<container name="letterhead"'),
      'akn/not-ours',
      1,
      /letterhead/u,
    ],
  ]

  test.each(refused)('%s', (_, xml, rule, line, message) => {
    expect(xml).not.toBe(valid)
    const {resolution, standards, amendments, diagnostics} = readAkomaNtoso('x.xml', xml)
    expect({resolution, standards, amendments}).toEqual({resolution: null, standards: [], amendments: []})
    expect(diagnostics).toMatchObject([{rule, severity: 'error', file: 'x.xml'}])
    expect(diagnostics[0]!.message).toMatch(message)
    expect(diagnostics[0]!.line).toBeGreaterThanOrEqual(line)
  })

  it('any cut of a file gives an error, never a part of it', () => {
    for (let end = 200; end < valid.length - 20; end += 997) {
      expect(readAkomaNtoso('x.xml', valid.slice(0, end)).diagnostics).toMatchObject([{severity: 'error'}])
    }
  })

  it('names that mean something to the program mean nothing in a file', () => {
    const xml = valid.replace(
      '<qz:standard>',
      '<qz:further kind="object"><qz:__proto__ kind="object"><qz:polluted>a</qz:polluted></qz:__proto__></qz:further><qz:standard>',
    )
    expect(xml).not.toBe(valid)
    readAkomaNtoso('x.xml', xml)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('is told by the parser as well, which knows the format by itself', () => {
    const {format, diagnostics} = parse({file: 'x.xml', bytes: new TextEncoder().encode(foreign)})
    expect({format, rules: diagnostics.map(({rule}) => rule)}).toEqual({format: 'akn', rules: ['akn/not-ours']})
  })
})

describe('the format', () => {
  test.each([
    ['<akomaNtoso>', true],
    ['\n<?xml version="1.0"?>\n<!-- a -->\n<akn:akomaNtoso xmlns:akn="x">', true],
    ['<!DOCTYPE x><akomaNtoso xmlns="x">', true],
    ['<html><akomaNtoso>', false],
    ['1. <akomaNtoso> деген элемент', false],
    ['<akomaNtosoLike/>', false],
    ['', false],
  ])('of «%s» is Akoma Ntoso: %s', (text, expected) => {
    expect(isAkomaNtoso(text)).toBe(expected)
  })
})

describe('XML', () => {
  const textIn = (xml: string) => readXml(xml).children.map((node) => (isElement(node) ? `<${node.name}>` : node.text))

  test.each([
    ['<a>b&amp;c&#65;&#x1F600;</a>', ['b&cA😀']],
    ['<a><![CDATA[<b>&amp;]]></a>', ['<b>&amp;']],
    ['<a>1<b/>2<!-- 3 --><?four 4?>5</a>', ['1', '<b>', '2', '5']],
    ['<a b=\'c "d"\' ></a >', []],
    ['<a>\r\n1\r2</a>', ['\n1\n2']],
  ])('%s', (xml, expected) => {
    expect(textIn(xml)).toEqual(expected)
  })

  it('resolves name spaces of elements and attributes', () => {
    const root = readXml('<a xmlns="one" xmlns:x="two" x:b="1" b="2"><x:c xmlns=""><d/></x:c></a>')
    expect([root.space, [...root.attributes]]).toEqual([
      'one',
      [
        ['{two}b', '1'],
        ['b', '2'],
      ],
    ])
    expect(elements(root).map(({space, name}) => [space, name])).toEqual([
      ['one', 'a'],
      ['two', 'c'],
      ['', 'd'],
    ])
  })

  test.each([
    '',
    'text',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    '<a b=c/>',
    '<a b/>',
    '<a b="<"/>',
    '<a b="1"c="2"/>',
    '<a>]]></a>',
    '<a><!-- -- --></a>',
    '<a:b:c/>',
    '<1/>',
    '<a xmlns:b=""/>',
    '<a>&#xD800;</a>',
    '<a>\u0001</a>',
    '<a>\ufffe</a>',
    '<!DOCTYPE a><a/>',
    '<?xml version="1.0" encoding="KOI8-R"?><a/>',
  ])('refuses «%s»', (xml) => {
    expect(() => readXml(xml)).toThrow(XmlError)
  })
})
