/** Akoma Ntoso of the five acts: valid, referring to nothing that is not there, and read back into the same model. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it, test} from 'vitest'
import {readAkomaNtoso} from '../../parser/read/akn.ts'
import {AKN} from '../../parser/read/akn-names.ts'
import {isElement, readXml, type XmlElement} from '../../parser/read/akn-xml.ts'
import {akomaNtosoFiles, renderResolution, renderStandard, type Act} from '../../templates/exports/akn/index.ts'
import {qyzmet} from '../support/command.ts'
import {elements, hasOfficialSchema, publishedActs, validateOfficial, validateProfile} from './akn-support.ts'

const DATE = '2014-03-11'
let acts: Act[] = []
let files: {name: string; xml: string}[] = []
const folder = mkdtempSync(join(tmpdir(), 'akn-'))

beforeAll(async () => {
  acts = await publishedActs()
  const collection = {
    resolutions: acts.map(({resolution}) => resolution),
    standards: acts.flatMap(({standards}) => standards),
    amendments: acts.flatMap(({amendments}) => amendments),
  }
  files = akomaNtosoFiles(collection, DATE).map(({name, render}) => ({name, xml: render()}))
}, 60_000)

afterAll(() => {
  rmSync(folder, {recursive: true})
})

const fileOf = (id: string) => files.find(({name}) => name === `${id}.xml`)!.xml

describe('the way back', () => {
  it('gives every resolution, standard and amendment as it was', () => {
    expect(acts).toHaveLength(5)
    for (const act of acts) {
      const {resolution, standards, amendments, diagnostics} = readAkomaNtoso('x.xml', renderResolution(act, DATE))
      expect(diagnostics).toEqual([])
      expect({resolution, standards, amendments}).toEqual(act)
    }
  })

  it('gives each standard out of its own file', () => {
    for (const act of acts) {
      for (const standard of act.standards) {
        expect(readAkomaNtoso('x.xml', renderStandard(standard, act, DATE))).toMatchObject({
          resolution: null,
          standards: [standard],
          diagnostics: [],
        })
      }
    }
  })

  it('leaves no text of a file unread', () => {
    for (const {name, xml} of files) {
      const {coverage} = readAkomaNtoso(name, xml)
      const setAside = Object.values(coverage.setAside).reduce((sum, count) => sum + count, 0)
      expect(coverage).toMatchObject({unaccounted: 0, unaccountedLines: []})
      expect(coverage.published + setAside).toBe(coverage.characters)
      expect(coverage.published).toBeGreaterThan(50)
    }
  })

  it('is that of «qyzmet parse»: the same for a source and for its export', async () => {
    const source = await qyzmet(['parse', 'sources/2012-1278.md'])
    const {resolution, standards, amendments} = JSON.parse(source.stdout) as Act
    const path = join(folder, 'act.xml')
    writeFileSync(path, renderResolution({resolution, standards, amendments}, DATE))
    const back = await qyzmet(['parse', path])
    expect(back.code).toBe(0)
    expect(JSON.parse(back.stdout)).toMatchObject({resolution, standards, amendments, diagnostics: []})
    expect(back.stderr).toContain('№ 1278 of 2012-10-09, akn: 4 standards')
  })

  it('reads the file of a standard from standard input', async () => {
    const standard = acts.flatMap(({standards}) => standards).find(({id}) => id === '2012-1278-1')!
    const {code, stdout} = await qyzmet(['parse', '-'], {stdin: fileOf(standard.id)})
    expect({code, standards: (JSON.parse(stdout) as Act).standards}).toEqual({code: 0, standards: [standard]})
  })

  it('is made from the text, not from a copy of the model', () => {
    const xml = fileOf('2012-1278-1')
    const words = 'Көрсетілетін мемлекеттік қызмет нысаны: ішінара автоматтандырылған.'
    // Once in the whole file: there is nothing else that the reader could take it from.
    expect(xml.split(words)).toHaveLength(2)
    const [standard] = readAkomaNtoso('x.xml', xml.replace(words, 'Көрсетілетін мемлекеттік қызмет нысаны: автоматтандырылған.')).standards
    expect(standard?.points[1]?.text).toBe('Көрсетілетін мемлекеттік қызмет нысаны: автоматтандырылған.')
    expect(standard?.facts.form).toBe('full')
  })

  it('goes by name spaces, not by prefixes', () => {
    const xml = fileOf('2012-1278-1')
    const prefixed = xml
      .replace(/<(\/?)(?=[a-zA-Z])(?!qz:)/gu, '<$1a:')
      .replace('xmlns=', 'xmlns:a=')
      .replaceAll('qz:', 'own:')
      .replace('xmlns:qz', 'xmlns:own')
    expect(prefixed).toContain('<a:mainBody>')
    expect(readAkomaNtoso('x.xml', prefixed).standards).toEqual(readAkomaNtoso('x.xml', xml).standards)
  })
})

describe('every file', () => {
  it('is there: one for each resolution, one for each standard', () => {
    const ids = acts.flatMap(({resolution, standards}) => [resolution.id, ...standards.map(({id}) => id)])
    expect(files.map(({name}) => name).sort()).toEqual(ids.map((id) => `${id}.xml`).sort())
  })

  it('is valid by our description of what the export uses', async () => {
    expect(await validateProfile(files)).toEqual({valid: true, errors: []})
  }, 120_000)

  it.runIf(hasOfficialSchema)(
    'is valid by the schema of OASIS',
    async () => {
      expect(await validateOfficial(files)).toEqual({valid: true, errors: []})
    },
    120_000,
  )

  it('has identifiers that are unique and of the naming convention, and refers only to those', () => {
    for (const {name, xml} of files) {
      const all = elements(readXml(xml))
      const ids = all.flatMap(({attributes}) => attributes.get('eId') ?? [])
      const known = new Set(ids)
      expect(ids.length, name).toBe(known.size)
      expect(ids.filter((id) => !/^[\p{L}\p{N}_-]+$/u.test(id))).toEqual([])
      const references = all.flatMap(({space, attributes}) =>
        space === AKN ? [...attributes.values()].filter((value) => /^#./u.test(value)) : [],
      )
      expect(references.length).toBeGreaterThan(10)
      expect(references.filter((value) => !known.has(value.slice(1)))).toEqual([])
    }
  })
})

/** Akoma Ntoso Naming Convention 1.0, section 5.4.2: the abbreviations that the export uses; all else has its full name. */
const ABBREVIATIONS: Record<string, string> = {
  alinea: 'al',
  attachment: 'att',
  eventRef: 'eref',
  paragraph: 'para',
  quotedStructure: 'qstr',
  quotedText: 'qtext',
  section: 'sec',
  temporalGroup: 'tmpg',
}

describe('every identifier', () => {
  it('names its element as the convention has it', () => {
    for (const {name: file, xml} of files) {
      for (const {name, attributes} of elements(readXml(xml))) {
        const eId = attributes.get('eId')
        // An entity is named by a label.
        if (eId === undefined || name.startsWith('TLC')) continue
        const [own = ''] = /[^_]+(?:_[^_]+)*$/u.exec(eId) ?? []
        expect(own.split('_')[0], `${file} ${eId}`).toBe(ABBREVIATIONS[name] ?? name)
      }
    }
  })
})

describe('a standard', () => {
  const at = (eId: string, id = '2012-1278-1') => elements(readXml(fileOf(id))).find(({attributes}) => attributes.get('eId') === eId)

  test.each([
    ['sec_2', 'section'],
    ['sec_1__para_4', 'paragraph'],
    ['sec_1__para_4__point_2', 'point'],
    ['sec_1__para_4__al_1', 'alinea'],
    ['sec_1__para_8__point_1_2', 'point'],
    ['att_2__table_1', 'table'],
  ])('has %s, a %s', (eId, name) => {
    expect(at(eId)?.name).toBe(name)
  })

  it('keeps these identifiers in the file of its act, behind that of its annex', () => {
    expect(at('att_1__sec_1__para_4__point_2', '2012-1278')?.name).toBe('point')
    expect(at('att_1__att_2__table_1', '2012-1278')?.name).toBe('table')
  })

  it('refers to the resolutions it is based on', () => {
    const references = elements(readXml(fileOf('2012-1059-1'))).filter(({name}) => name === 'ref')
    expect(references.map(({attributes}) => [attributes.get('eId'), attributes.get('href')])).toContainEqual([
      'sec_1__para_3__ref_1',
      '/akn/kz/act/resolution/government/2006-08-25/819',
    ])
  })

  it('refers to its own points and annexes where the text names them', () => {
    let count = 0
    for (const {xml} of files) {
      const all = elements(readXml(xml))
      const kinds = new Map(all.map((element) => [`#${element.attributes.get('eId') ?? ''}`, element]))
      for (const reference of all.filter((element) => element.name === 'ref')) {
        const href = reference.attributes.get('href')!
        if (!href.startsWith('#')) continue
        count++
        const number = /^(?<number>[\d-]*\d)/u.exec(reference.children.map((node) => (isElement(node) ? '' : node.text)).join(''))
        const parts = href.slice(1).split('__')
        expect(
          [`para_${number!.groups!['number']!}`, `att_${number!.groups!['number']!}`].some((part) => parts.includes(part)),
          href,
        ).toBe(true)
        expect(['paragraph', 'attachment', 'point']).toContain(kinds.get(href)?.name)
      }
    }
    expect(count).toBeGreaterThan(500)
  })

  it('says its lines in the source', () => {
    const standard = acts.flatMap(({standards}) => standards).find(({id}) => id === '2012-1278-1')!
    const point = at('sec_1__para_4__point_2')
    expect([...point!.attributes.values()]).toContain(standard.points[3]!.items[1]!.lines.join(' '))
  })
})

describe('an act', () => {
  const head = (id: string) => elements(readXml(fileOf(id)))
  const values = (id: string, name: string, attribute: string) =>
    head(id).flatMap((element) => (element.name === name ? (element.attributes.get(attribute) ?? []) : []))

  it('is named as work, expression and manifestation', () => {
    expect(values('2012-1278', 'FRBRuri', 'value').slice(0, 3)).toEqual([
      '/akn/kz/act/resolution/government/2012-10-09/1278',
      '/akn/kz/act/resolution/government/2012-10-09/1278/kaz@2012-10-09',
      '/akn/kz/act/resolution/government/2012-10-09/1278/kaz@2012-10-09.xml',
    ])
  })

  it('takes the date of its wording from the last note of amendment', () => {
    expect(values('2009-2223', 'FRBRuri', 'value')[1]).toBe('/akn/kz/act/resolution/government/2009-12-29/2223/kaz@2013-05-08')
  })

  /** Date and type of the events of the outermost document, and of those between which it is in force. */
  const life = (id: string) => {
    const all = head(id)
    const events = new Map<string, string>(
      elements(all.find(({name}) => name === 'lifecycle')!).flatMap(({name, attributes}) =>
        name === 'eventRef' ? [[`#${attributes.get('eId')!}`, `${attributes.get('date')!} ${attributes.get('type')!}`] as const] : [],
      ),
    )
    const {attributes} = all.find(({name}) => name === 'timeInterval')!
    return {events: [...events.values()], from: events.get(attributes.get('start')!), until: events.get(attributes.get('end')!)}
  }

  it('tells its life from notes: made, amended, repealed', () => {
    expect(life('2009-2223')).toEqual({
      events: ['2009-12-29 generation', '2011-07-22 amendment', '2012-12-29 amendment', '2013-05-08 amendment', '2014-03-11 repeal'],
      from: '2009-12-29 generation',
      until: '2014-03-11 repeal',
    })
  })

  it('marks the one event that made the wording, that of the date of the wording', () => {
    for (const {name, xml} of files) {
      const all = elements(readXml(xml))
      for (const lifecycle of all.filter((element) => element.name === 'lifecycle'))
        expect(
          elements(lifecycle).filter(({attributes}) => attributes.get('originatingExpression') === 'true'),
          name,
        ).toHaveLength(1)
    }
    for (const {resolution} of acts) {
      const origin = head(resolution.id).find(({attributes}) => attributes.get('originatingExpression') === 'true')
      const version = head(resolution.id).find(({name, attributes}) => name === 'FRBRdate' && attributes.get('name') === 'version')
      expect(origin!.attributes.get('date')).toBe(version!.attributes.get('date'))
    }
  })

  it('says what others changed in it, and where: all acts of a note', () => {
    const passive = head('2009-2223').find(({name}) => name === 'passiveModifications')!
    const told = elements(passive).flatMap(({name, children}) => {
      if (name !== 'textualMod') return []
      const [from, to] = children.filter(isElement).map(({attributes}) => attributes.get('href')!)
      return `${from!.split('/').slice(-2).join('/')} ${to!.split('/').at(-1)!}`
    })
    expect(told).toEqual([
      '2014-03-11/219 !main',
      '2011-07-22/848 #longTitle',
      '2011-07-22/848 #preamble',
      '2011-07-22/848 #para_1',
      '2012-12-29/1741 #para_1',
      '2013-05-08/473 #para_1',
    ])
  })

  it('tells apart standards that were excluded before, restated, or added later', () => {
    expect(life('2009-2223-1')).toMatchObject({from: '2009-12-29 generation', until: '2013-05-08 repeal'})
    expect(life('2009-2223-4')).toMatchObject({from: '2009-12-29 generation', until: '2014-03-11 repeal'})
    expect(life('2009-2223-6')).toMatchObject({from: '2012-12-29 amendment', until: '2014-03-11 repeal'})
  })

  it('is amended, not repealed, by a note that excludes one of its points', () => {
    const act = acts.find(({resolution}) => resolution.id === '2012-1278')!
    const note = {
      text: 'Ескерту. 2-тармақ алынып тасталды.',
      date: '2013-01-05',
      number: '1',
      target: '2-тармақ',
      effect: 'excluded' as const,
      lines: [1, 1] as [number, number],
    }
    const xml = renderResolution({...act, resolution: {...act.resolution, notes: [...act.resolution.notes, note]}}, DATE)
    expect(xml).toContain('date="2013-01-05" source="/akn/kz/act/resolution/government/2013-01-05/1" type="amendment"')
  })

  it('names what it changes in other acts, down to the item', () => {
    const active = head('2012-1059').find(({name}) => name === 'activeModifications')!
    const modifications = elements(active).filter(({name}) => name === 'textualMod')
    expect(modifications).toHaveLength(acts.find(({resolution}) => resolution.id === '2012-1059')!.amendments.length)
    expect(new Set(modifications.map(({attributes}) => attributes.get('type')))).toEqual(new Set(['substitution', 'insertion']))
    expect(elements(active).map(({attributes}) => attributes.get('href'))).toContain(
      '/akn/kz/act/resolution/government/2011-04-07/393/!main#para_1__point_7',
    )
  })

  it('marks each instruction, and names as its source that and not the point around it', () => {
    for (const id of ['2012-1059', '2012-1278']) {
      const all = head(id)
      const named = new Map(all.map((element) => [`#${element.attributes.get('eId') ?? ''}`, element.name]))
      const active = elements(all.find(({name}) => name === 'activeModifications')!)
      const sources = active.flatMap(({name, attributes}) => (name === 'source' ? attributes.get('href')! : []))
      const {amendments} = acts.find(({resolution}) => resolution.id === id)!
      // «3.8)» is an item: the source is that or what stands in it.
      amendments.forEach(({item}, index) => {
        if (item.includes('.')) expect(['mod', 'point'], item).toContain(named.get(sources[index]!))
      })
      const marked = sources.filter((href) => named.get(href) === 'mod')
      expect(marked.length).toBeGreaterThanOrEqual(sources.length - 2)
      expect(new Set(marked).size).toBe(marked.length)
    }
    const fixed = elements(head('2012-1059').find(({name}) => name === 'activeModifications')!)
    // Item 3.8) holds two.
    expect(fixed.flatMap(({attributes}) => attributes.get('href') ?? [])).toEqual(
      expect.arrayContaining(['#att_nn__para_3__point_8__al_1__mod_1', '#att_nn__para_3__point_8__al_1__mod_2']),
    )
  })

  const called = (id: string, eId: string) => head(id).find(({attributes}) => attributes.get('eId') === eId)!
  const words = (element: XmlElement): string =>
    element.children
      .map((node) => (isElement(node) ? words(node) : node.text))
      .join('')
      .replaceAll(/\s+/gu, ' ')
      .trim()

  it('keeps the plain identifiers for its own items; quoted ones stand in the quotation', () => {
    const point = 'att_nn__para_2'
    const own = called('2012-1059', point)
      .children.filter(isElement)
      .filter(({name}) => name === 'point')
    expect(own.map(({attributes}) => attributes.get('eId'))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${point}__point_${String(number)}`),
    )
    expect(words(called('2012-1059', `${point}__point_7`))).toContain('5-қосымшасына сәйкес жаңа редакцияда жазылсын')
    const quotation = called('2012-1059', `${point}__point_2__al_1__mod_2__qstr_1`)
    expect(quotation.name).toBe('quotedStructure')
    expect(
      quotation.children.filter(isElement).map(({name, attributes}) => `${name} ${attributes.get('eId')!.split('__').at(-1)!}`),
    ).toEqual(['point point_8', 'point point_9', 'point point_10', 'point point_11', 'point point_12'])
  })

  it('quotes the words that are taken out and put in, and points to them', () => {
    const active = elements(head('2012-1059').find(({name}) => name === 'activeModifications')!)
    const modification = active.find(
      ({name, children}) => name === 'textualMod' && children.some((node) => isElement(node) && node.name === 'old'),
    )!
    const hrefs = modification.children
      .filter(isElement)
      .flatMap(({name, attributes}) => (name === 'old' || name === 'new' ? attributes.get('href')!.slice(1) : []))
    expect(hrefs.map((eId) => words(called('2012-1059', eId)))).toEqual(['стандарты бекітілсін.', 'стандарты;'])
  })

  it('names the act alone where it changes one of its standards: which number that has is not known', () => {
    let standards = 0
    for (const {resolution, amendments} of acts) {
      const active = head(resolution.id).find(({name}) => name === 'activeModifications')
      const destinations = active ? elements(active).filter(({name}) => name === 'destination') : []
      expect(destinations).toHaveLength(amendments.length)
      amendments.forEach(({target}, index) => {
        if (target.standard === null) return
        standards++
        expect(destinations[index]!.attributes.get('href')).toMatch(/^\/akn\/kz\/act\/resolution\/government\/[\d-]+\/\d+$/u)
      })
    }
    expect(standards).toBeGreaterThan(20)
  })

  it('names who signed', () => {
    expect(values('2012-1278', 'TLCPerson', 'showAs')).toEqual(['С. Ахметов'])
    expect(
      head('2012-1278')
        .filter(({name}) => name === 'person')
        .map(({children}) => children),
    ).toMatchObject([[{text: 'С. Ахметов'}]])
  })
})

describe('the description of the profile', () => {
  /** What is wrong, in words, and how a valid file is made wrong. */
  const mutations: [what: string, change: (xml: string) => string][] = [
    ['an unknown element', (xml) => xml.replace('<mainBody>', '<mainBody><tarmaq/>')],
    ['no identification', (xml) => xml.replace(/<identification[\s\S]*?<\/identification>/u, '')],
    ['no language', (xml) => xml.replace(/<FRBRlanguage[^>]*>/u, '')],
    ['a date that is none', (xml) => xml.replace('<FRBRdate date="2012-10-09"', '<FRBRdate date="9 қазан"')],
    ['an identifier with a blank', (xml) => xml.replace('eId="sec_1"', 'eId="sec 1"')],
    ['an event of no known type', (xml) => xml.replace('type="generation"', 'type="birth"')],
    ['text where none may stand', (xml) => xml.replace('<mainBody>', '<mainBody>мәтін')],
    [
      'a heading behind the points',
      (xml) => xml.replace(/(<heading eId="sec_1__heading">.*?<\/heading>)([\s\S]*?)<\/section>/u, '$2$1</section>'),
    ],
    ['metadata in another order', (xml) => xml.replace(/(<lifecycle[\s\S]*?<\/lifecycle>)([\s\S]*?)<\/meta>/u, '$2$1</meta>')],
    ['a row without cells', (xml) => xml.replace(/<tr class="head">[\s\S]*?<\/tr>/u, '<tr class="head"/>')],
    ['a table without rows', (xml) => xml.replace(/(<table [^>]*>)[\s\S]*?<\/table>/u, '$1</table>')],
    ['a span that is no number', (xml) => xml.replace('<td>', '<td rowspan="екі">')],
  ]

  test.each(mutations)('finds %s', async (_, change) => {
    const xml = fileOf('2012-1278-1')
    const changed = change(xml)
    expect(changed).not.toBe(xml)
    expect((await validateProfile([{name: 'x.xml', xml: changed}])).valid).toBe(false)
    if (hasOfficialSchema) expect((await validateOfficial([{name: 'x.xml', xml: changed}])).valid).toBe(false)
  })
})
