/** What pages say to machines: addresses, feed, site map, checksums, schema.org. */
import {inflateSync} from 'node:zlib'
import {describe, expect, test} from 'vitest'
import type {Note, Office, Resolution, Standard} from '../../parser/model/index.ts'
import {integrityOf, staticImports, withIntegrity} from '../../scripts/lib/pages/integrity.ts'
import {robots, sitemap} from '../../scripts/lib/finish/sitemap.ts'
import {StyleSheets} from '../../scripts/lib/pages/style-sheets.ts'
import {siteAddress} from '../../site/address.ts'
import {actsOfChange, atomFeed} from '../../site/prepare/feed.ts'
import {iconPng} from '../../site/prepare/icon.ts'
import {pageAddress} from '../../site/prepare/page-head.ts'
import {jsonLdText, officeSchema, resolutionSchema, standardSchema} from '../../templates/exports/schema-org.ts'
import type {Addresses} from '../../templates/exports/schema-org.ts'

describe('the address of the site', () => {
  test('is what is configured, without a closing slash, and else the one that QR codes lead to', () => {
    expect(siteAddress('https://example.kz/')).toBe('https://example.kz')
    expect(siteAddress('https://example.kz/sub/')).toBe('https://example.kz/sub')
    expect(siteAddress(undefined)).toBe(siteAddress(''))
    expect(siteAddress(undefined)).toMatch(/^https:\/\//u)
  })

  test.each(['example.kz', 'javascript:alert(1)', 'ftp://example.kz'])('%s is refused', (address) => {
    expect(() => siteAddress(address)).toThrow('QYZMET_SITE')
  })
})

test('a page names itself and its counterparts, the Kazakh one for everybody else', () => {
  expect(pageAddress('/ru/offices/', 'ru', ['kk', 'ru'], 'https://s')).toEqual({
    canonical: 'https://s/ru/offices/',
    alternates: [
      {hreflang: 'kk', href: 'https://s/offices/'},
      {hreflang: 'ru', href: 'https://s/ru/offices/'},
      {hreflang: 'x-default', href: 'https://s/offices/'},
    ],
  })
  expect(pageAddress('/', 'kk', ['kk'], 'https://s')).toEqual({canonical: 'https://s/', alternates: []})
})

describe('the site map', () => {
  const paths = ['/', '/ru/', '/en/', '/help/']

  test('names every page once, with its counterparts', () => {
    const xml = sitemap(paths, 'https://s', '2014-03-11').get('sitemap.xml') ?? ''
    expect([...xml.matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, loc]) => loc)).toEqual([
      'https://s/',
      'https://s/en/',
      'https://s/help/',
      'https://s/ru/',
    ])
    expect(xml.match(/hreflang="ru" href="https:\/\/s\/ru\/"/gu)).toHaveLength(3)
    expect(xml.match(/hreflang="x-default"/gu)).toHaveLength(3)
  })

  test('a large site gets an index', () => {
    const files = sitemap(paths, 'https://s', '2014-03-11', 3)
    expect([...files.keys()]).toEqual(['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml'])
    expect(files.get('sitemap.xml')).toContain('<loc>https://s/sitemap-2.xml</loc>')
    expect(files.get('sitemap-2.xml')?.match(/<url>/gu)).toHaveLength(1)
    expect(robots('https://s')).toContain('Sitemap: https://s/sitemap.xml')
  })
})

describe('checksums of subresources', () => {
  const sums: Record<string, string> = {'/a/x.js': 'sha384-X', '/a/y.js': 'sha384-Y', '/a/s.css': 'sha384-S', '/a/d.js': 'sha384-D'}
  const subresources = {
    integrity: (path: string) => sums[path],
    imports: new Map([['/a/x.js', ['/a/y.js']]]),
  }
  const page =
    '<head><script src="/a/d.js"></script><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/a/s.css">' +
    '<script type="module" src="/a/x.js"></script><script type="application/ld+json">{"a":"<script src=\\u003c"}</script></head>'

  test('every script and style sheet gets one, what modules bring with them too', () => {
    const checked = withIntegrity(page, subresources)
    expect(checked).toContain('<script src="/a/d.js" integrity="sha384-D">')
    expect(checked).toContain('<link rel="stylesheet" href="/a/s.css" integrity="sha384-S">')
    expect(checked).toContain('<script type="module" src="/a/x.js" integrity="sha384-X">')
    expect(checked).toContain('<link rel="modulepreload" href="/a/y.js" integrity="sha384-Y"></head>')
    expect(checked).toContain('<link rel="icon" href="/favicon.svg">')
  })

  test('doing it twice changes nothing more than once', () => {
    const once = withIntegrity(page, {...subresources, imports: new Map()})
    expect(withIntegrity(once, {...subresources, imports: new Map()})).toBe(once)
  })

  test('a script that is not there stops the build', () => {
    expect(() => withIntegrity('<script src="/a/gone.js"></script>', subresources)).toThrow('/a/gone.js')
  })

  test('static imports are followed, dynamic ones are not', () => {
    const sources: Record<string, string> = {
      '/a/x.js': 'import{a as b}from"./y.js";import"./z.js";const p=()=>import("./late.js")',
      '/a/y.js': 'export*from"./z.js"',
      '/a/z.js': 'import"./x.js"',
    }
    expect(staticImports('/a/x.js', (path) => sources[path])).toEqual(['/a/y.js', '/a/z.js'])
  })

  test('the checksum is the one that browsers compute', () => {
    // Test vector of FIPS 180-4: "abc".
    expect(integrityOf(Buffer.from('abc'))).toBe('sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn')
  })
})

describe('style sheets', () => {
  const link = (path: string) => `<link rel="stylesheet" href="/assets/${path}.css">`
  const written = new Map(['Page.1', 'a', 'b'].map((name) => [`/assets/${name}.css`, `.${name}{}`]))

  test('a page gets the frame and one of the rest, in their order; pages of a kind share it', () => {
    const sheets = new StyleSheets(written)
    const {html: page, asked} = sheets.join(`<head>${link('Page.1')}<title>т</title>${link('a')}${link('b')}</head>`)
    // The builder does not always put the frame first.
    expect(sheets.join(`<head>${link('a')}${link('Page.1')}${link('b')}</head>`).html.replace('</head>', '<title>т</title></head>')).toBe(
      page,
    )
    const [first, second, ...more] = [...page.matchAll(/href="([^"]+)"/gu)].map(([, path = '']) => path)
    expect(more).toEqual([])
    expect(first).toBe('/assets/Page.1.css')
    expect(sheets.used.get(second ?? '')).toBe('.a{}.b{}')
    expect([...sheets.used.keys()]).toEqual([first, second])
    // A page that an earlier build made keeps its sheets without being looked at.
    const later = new StyleSheets(written)
    expect(later.use(asked)).toEqual([first, second])
    expect(later.used).toEqual(sheets.used)
  })

  test('one sheet stays as it is; a sheet that is not there stops the build', () => {
    const sheets = new StyleSheets(written)
    expect(sheets.join(`<head>${link('a')}</head>`).html).toBe(`<head>${link('a')}</head>`)
    expect(sheets.join('<p>none</p>')).toEqual({html: '<p>none</p>', asked: ''})
    expect(() => sheets.join(link('gone'))).toThrow('/assets/gone.css')
  })
})

test('icons are images of the size they say, with the sign in its colours', () => {
  for (const maskable of [false, true]) {
    const png = iconPng(64, maskable)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([64, 64])
    const at = png.indexOf('IDAT')
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
    expect(rows).toHaveLength(65 * 64)
    expect(new Set(Array.from({length: 64}, (_, y) => [...rows.subarray(y * 65 + 1, y * 65 + 65)]).flat())).toEqual(new Set([0, 1, 2]))
    // A maskable sign keeps away from the corners.
    expect(rows[1]).toBe(maskable ? 0 : 1)
  }
})

const note = (over: Partial<Note>): Note => ({
  text: 'т',
  date: '2012-05-11',
  number: '605',
  target: '',
  effect: 'restated',
  lines: [1, 1],
  ...over,
})
const HOSTILE = '</script><script>alert(1)</script>&"\u2028'

const resolution: Resolution = {
  id: '2009-1',
  number: '1',
  date: '2009-12-29',
  title: 'Стандарттарды бекіту туралы',
  kind: 'resolution',
  signatory: null,
  status: 'repealed',
  repealedBy: {number: '219', date: '2014-03-11'},
  notes: [note({effect: 'repealed', date: '2014-03-11', number: '219', text: HOSTILE})],
  preamble: '',
  points: [],
  attachments: [],
  standards: ['2009-1-1'],
  amendments: [],
  source: {file: 'a', format: 'html', sha256: '', lines: 1},
}
const standard: Standard = {
  id: '2009-1-1',
  resolution: '2009-1',
  ordinal: 1,
  title: HOSTILE,
  status: 'included',
  legalStatus: 'repealed',
  lines: [1, 2],
  notes: [note({}), note({text: 'у'}), note({date: null}), note({number: '700', date: '2011-01-01', effect: 'repealed'})],
  sections: [],
  points: [],
  annexes: [],
  facts: {
    provider: 'Министрлік',
    recipients: null,
    form: null,
    formText: null,
    result: ['анықтама'],
    deadlines: [],
    fee: {kind: 'free', text: 'тегін', point: '8'},
    hours: [],
    documents: [],
    refusal: [],
    legalBasis: [],
    websites: ['www.example.gov.kz', 'http://e.kz'],
    phones: [{text: '1414', e164: null}],
    emails: [],
    complaint: [],
  },
}
const addresses: Addresses = {
  resolution: (id) => `https://s/resolutions/${id}/`,
  standard: (id) => `https://s/standards/${id}/`,
  office: (id) => `https://s/offices/${id}/`,
}

describe('the feed', () => {
  test('one entry an act, with all its notes; a note of a standard never repeals the resolution', () => {
    expect(actsOfChange(resolution, [standard]).map(({number, repeals, notes}) => ({number, repeals, notes: notes.length}))).toEqual([
      {number: '700', repeals: false, notes: 1},
      {number: '605', repeals: false, notes: 2},
      {number: '219', repeals: true, notes: 1},
    ])
  })

  test('is newest first, and holds texts as text', () => {
    const entry = (id: string, date: string) => ({id, date, title: HOSTILE, link: `https://s/?a=1&b=${id}`, paragraphs: ['\u0007<b>']})
    const xml = atomFeed({
      title: 'т',
      subtitle: '',
      language: 'kk',
      self: 'https://s/f.xml',
      page: 'https://s/',
      author: 'Q',
      updated: '2014-03-11T00:00:00.000Z',
      entries: [entry('a', '2011-01-01'), entry('b', '2014-01-01')],
    })
    expect([...xml.matchAll(/<id>([^<]*)<\/id>/gu)].map(([, id]) => id)).toEqual(['https://s/f.xml', 'b', 'a'])
    expect(xml).not.toContain('<script>')
    expect(xml).not.toContain('<b>')
    expect(xml).not.toContain('\u0007')
    expect(xml).toContain('https://s/?a=1&amp;b=a')
  })
})

describe('schema.org', () => {
  test('a repealed act is not in force, and its service is not offered', () => {
    const {'@graph': graph} = standardSchema(standard, resolution, addresses, 'Күшін жойған') as {'@graph': Record<string, unknown>[]}
    const [service, act] = graph
    expect(service).toMatchObject({'@type': 'GovernmentService', disambiguatingDescription: 'Күшін жойған', provider: {name: 'Министрлік'}})
    expect(service).not.toHaveProperty('offers')
    expect(service?.['availableChannel']).toMatchObject([
      {serviceUrl: 'http://www.example.gov.kz'},
      {serviceUrl: 'http://e.kz'},
      {servicePhone: {telephone: '1414'}},
    ])
    expect(act).toMatchObject({legislationLegalForce: 'https://schema.org/NotInForce', expires: '2014-03-11'})
    expect(service?.['subjectOf']).toEqual({'@id': act?.['@id']})
  })

  test('an act in force is, and a free service costs nothing', () => {
    const current: Resolution = {...resolution, status: 'in-force', repealedBy: null}
    expect(resolutionSchema(current, addresses)).toMatchObject({legislationLegalForce: 'https://schema.org/InForce'})
    expect(resolutionSchema(current, addresses)).not.toHaveProperty('expires')
    const {'@graph': graph} = standardSchema({...standard, legalStatus: 'in-force'}, current, addresses, null) as {'@graph': object[]}
    expect(graph[0]).toMatchObject({offers: {price: 0, priceCurrency: 'KZT'}})
    expect(graph[0]).not.toHaveProperty('disambiguatingDescription')
  })

  test('an office without address or telephone says neither', () => {
    const office: Office = {
      id: 'o',
      name: 'Мекеме',
      kind: 'other',
      region: null,
      district: null,
      locality: null,
      address: '',
      phones: [],
      emails: [],
      hours: null,
      standards: [],
      appearances: [],
      history: [],
      discrepancies: [],
    }
    expect(Object.keys(officeSchema(office, addresses))).toEqual(['@context', '@type', '@id', 'url', 'name'])
    expect(
      officeSchema({...office, address: 'Абай, 1', region: 'Ақмола облысы', phones: [{text: '2-11', e164: '+77162'}]}, addresses),
    ).toMatchObject({
      address: {streetAddress: 'Абай, 1', addressRegion: 'Ақмола облысы', addressCountry: 'KZ'},
      telephone: ['+77162'],
    })
  })

  test('nothing in a text can end the block', () => {
    const written = jsonLdText(standardSchema(standard, resolution, addresses, null))
    expect(written).not.toMatch(/[<>&\u2028]/u)
    expect(JSON.stringify(JSON.parse(written))).toContain(JSON.stringify(HOSTILE).slice(1, -1))
  })
})
