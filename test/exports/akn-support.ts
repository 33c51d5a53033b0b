/** The five acts, an invented one, and validation for the tests of Akoma Ntoso. */
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {validateXML} from 'xmllint-wasm'
import {readFacts} from '../../parser/facts/index.ts'
import type {Amendment, Annex, Point, Resolution, Standard} from '../../parser/model/index.ts'
import {isElement, type XmlElement} from '../../parser/read/akn-xml.ts'
import {readModel} from '../../scripts/lib/sources/pipeline.ts'
import {withProducts} from '../../scripts/lib/data/products.ts'
import type {Steps} from '../../scripts/lib/progress.ts'
import type {Act} from '../../templates/exports/akn/index.ts'

const SCHEMAS = 'test/schemas/akoma-ntoso'
/** The schema of OASIS, where somebody has put it; see the README in that folder. */
const officialPath = process.env['AKOMA_NTOSO_SCHEMA'] ?? join(SCHEMAS, 'akomantoso30.xsd')
export const hasOfficialSchema = existsSync(officialPath)

const silent: Steps = {current: '', begin: () => undefined, step: () => undefined, end: () => undefined}

/** The acts of the sources as they are published. */
export async function publishedActs(): Promise<Act[]> {
  const model = withProducts((await readModel('sources', silent)).model)
  return model.resolutions.map((resolution) => ({
    resolution,
    standards: resolution.standards.map((id) => model.standards.find((standard) => standard.id === id)!),
    amendments: model.amendments.filter(({by}) => by === resolution.id),
  }))
}

export interface Verdict {
  valid: boolean
  errors: string[]
}

/** Against our description of what the export uses (RELAX NG). */
export function validateProfile(files: readonly {name: string; xml: string}[]): Promise<Verdict> {
  return validate(files, join(SCHEMAS, 'profile.rng'), 'relaxng')
}

/** Against the schema of OASIS. */
export function validateOfficial(files: readonly {name: string; xml: string}[]): Promise<Verdict> {
  return validate(files, officialPath, 'schema')
}

async function validate(files: readonly {name: string; xml: string}[], path: string, extension: 'relaxng' | 'schema'): Promise<Verdict> {
  // What a schema imports stands beside it.
  const imported = join(dirname(path), 'xml.xsd')
  const {valid, errors} = await validateXML({
    xml: files.map(({name, xml}) => ({fileName: name, contents: xml})),
    extension,
    schema: [{fileName: `akn.${extension}`, contents: readFileSync(path, 'utf8')}],
    ...(existsSync(imported) ? {preload: [{fileName: 'xml.xsd', contents: readFileSync(imported, 'utf8')}]} : {}),
    initialMemoryPages: 2048,
    maxMemoryPages: 16_384,
  })
  return {valid, errors: errors.map(({rawMessage}) => rawMessage)}
}

/** Every element of a document, in order. */
export function elements(root: XmlElement): XmlElement[] {
  return [root, ...root.children.filter(isElement).flatMap(elements)]
}

/** An act with one of everything, all of whose texts are made by `say`. */
export function inventedAct(say: (what: string) => string): Act {
  const point = (number: string, lines: string[], items: Point['items'] = []): Point => ({
    number,
    text: lines.join('\n'),
    lines: [3, 9],
    items,
  })
  const listed = {marker: '1)', text: say('item'), lines: [4, 4] as [number, number]}
  const title = say('title')
  const points = [
    point('1', [say('point')]),
    point(
      '2',
      [say('intro'), `1) ${listed.text}`, say('between'), `1) ${listed.text}`, say('after')],
      [listed, {...listed, lines: [6, 6]}],
    ),
    point('2', [`1) ${listed.text}`], [listed]),
    point('7-1', [say('other words')], [{marker: 'б)', text: say('item that is not in the text'), lines: [8, 8]}]),
    point('', [say('no number')]),
    point('8', ['']),
  ]
  const row = (number: string, cells: string[], inherited: number[] = []) => ({
    number,
    cells,
    inherited,
    office: 'an-office',
    lines: [5, 5] as [number, number],
  })
  const [columns, shared] = [[say('column one'), say('column two')], say('shared cell')]
  const annexes: Annex[] = [
    {
      id: 'x',
      number: 1,
      kind: 'offices',
      title: say('annex title'),
      text: say('text of its own'),
      lines: [10, 20],
      columns,
      groups: [
        {
          heading: say('region'),
          rows: [
            row('1', [shared, say('a')]),
            row('2', [shared, say('b')], [0]),
            row('3', [shared, say('b')], [0, 1]),
            row('', [say('only one')]),
          ],
        },
        {heading: null, columns: [say('own column')], rows: [row('1', [say('c')]), row('2', [say('not the one above')], [0])]},
        {heading: '', columns: [], rows: []},
      ],
    },
    {
      id: 'x',
      number: 2,
      kind: 'indicators',
      title: null,
      text: '',
      lines: [21, 22],
      columns,
      indicators: [
        {group: '', code: '1', label: say('label'), normative: say('95 %'), target: '', current: ''},
        {group: say('group'), code: '1.1', label: say('label'), normative: '', target: say('t'), current: say('c')},
      ],
      report: {pdf: 'reports/a.pdf', html: 'reports/a.html', survey: {pdf: 'a', html: 'b', csv: 'c'}},
    },
    {
      id: 'x',
      number: 3,
      kind: 'form',
      title: say('form'),
      text: `${say('form')}\n${say('line one')}\n\n${say('line two')}`,
      lines: [23, 30],
      pdf: 'forms/a b.pdf',
      fields: [
        {name: 'name', label: say('label'), type: 'text', required: true, format: 'iin', hint: say('hint')},
        {name: 'rows', label: '', type: 'table', required: false, columns: [say('column'), ''], rows: 3, options: []},
      ],
      layout: [
        {
          type: 'addressee',
          lines: [
            [
              {type: 'gap', field: 'name', width: 12.5, caption: say('caption')},
              {type: 'text', value: say(' behind ')},
            ],
            [],
          ],
        },
        {type: 'addressee', lines: []},
        {type: 'title', lines: [say('title of the form'), '']},
        {
          type: 'paragraph',
          indent: true,
          content: [
            {type: 'text', value: say('one ')},
            {type: 'text', value: say(' two')},
            {type: 'text', value: ''},
            {type: 'gap', field: 'name', width: 0, caption: null, part: 'day'},
            {type: 'gap', field: 'name', width: 0, caption: ''},
          ],
        },
        {type: 'rules', field: 'name', count: 2, caption: say('under the rule'), markers: [say('1.'), ''], tail: say(';')},
        {type: 'rules', field: 'name', count: 1, caption: null},
        {type: 'rules', field: 'name', count: 0, caption: null, markers: []},
        {type: 'item', marker: say('1.'), content: [{type: 'text', value: say('item')}]},
        {type: 'item', marker: '', indent: false, content: []},
        {type: 'table', field: null, columns: [], numbers: false, rows: []},
        {type: 'table', field: 'rows', columns: [say('one'), ''], numbers: true, rows: [['', say('cell')], []]},
        {type: 'box', number: '7', text: say('box'), field: 'name', width: 0.5, lines: [[{type: 'text', value: say('in the box')}]]},
        {type: 'box', number: null, text: '', field: null, width: 1, lines: []},
        {type: 'signature', content: [{type: 'text', value: say('signed')}]},
        {type: 'note', text: say('note')},
        {type: 'side', text: ''},
      ],
    },
    {id: 'x', number: 4, kind: 'form', title: null, text: say('lines of a form'), lines: [31, 31], fields: [], layout: []},
    {id: 'x', number: 5, kind: 'other', title: say('another'), text: `${say('another')}\n`, lines: [32, 33]},
    {id: 'x', number: 6, kind: 'other', title: null, text: '', lines: [34, 34]},
  ]
  const resolution: Resolution = {
    id: '2012-7',
    number: '7',
    date: '2012-10-09',
    title,
    kind: 'resolution',
    signatory: {name: say('name'), role: say('role')},
    status: 'repealed',
    repealedBy: {number: say('219'), date: null},
    notes: [
      {text: say('note'), date: '2013-05-08', number: say('473'), target: say('target'), effect: 'restated', lines: [1, 2]},
      {
        text: say('note'),
        date: '2013-05-08',
        number: say('473'),
        acts: [
          {number: say('473'), date: '2013-05-08'},
          {number: say('a/b 1'), date: null},
        ],
        target: '1-тармақ',
        effect: 'amended',
        lines: [2, 2],
      },
      {text: '', date: null, number: null, acts: [], target: '', effect: 'other', lines: [2, 2]},
    ],
    preamble: `${say('preamble')}\n${say('orders')}`,
    points,
    attachments: [
      {number: null, title: say('list'), text: say('before the points'), points: [point('1', [say('change')])], lines: [40, 41]},
    ],
    standards: [],
    amendments: [],
    source: {file: 'a b.md', format: 'markdown', sha256: 'ff', lines: [1, 99]},
  }
  const standard = (ordinal: number, own: Partial<Standard>): Standard => ({
    id: `${resolution.id}-${String(ordinal)}`,
    resolution: resolution.id,
    ordinal,
    title,
    status: 'included',
    legalStatus: 'repealed',
    lines: [1, 50],
    notes: resolution.notes,
    sections: [],
    points: [],
    facts: readFacts({title, points: own.points ?? []}),
    annexes: [],
    ...own,
  })
  const sections = [
    {number: 1, title: say('section'), points: ['1', '2', '2'], lines: [2, 7] as [number, number]},
    {number: 1, title: '', points: ['9 a', ''], lines: [7, 7] as [number, number]},
    {number: 3, title: say('section'), points: ['7-1', ''], lines: [8, 9] as [number, number]},
  ]
  const standards = [
    standard(1, {points, sections, annexes: annexes.map((annex) => ({...annex, id: `${resolution.id}-1/${String(annex.number)}`}))}),
    standard(2, {status: 'excluded'}),
  ]
  const amendment: Amendment = {
    id: `${resolution.id}/1`,
    by: resolution.id,
    item: say('2.1)'),
    target: {resolution: {number: say('561'), date: '2007-06-30'}, standard: say('standard'), place: say('place')},
    action: 'replace-words',
    text: say('text'),
    words: {old: say('old'), new: say('new')},
    inForce: {text: say('in force'), rule: 'on-signature'},
    lines: [4, 4],
    applied: false,
  }
  const amendments: Amendment[] = [
    amendment,
    {
      ...amendment,
      id: 'of its own',
      target: {resolution: null, standard: null, place: ''},
      action: 'repeal',
      text: null,
      words: null,
      inForce: null,
      applied: true,
    },
  ]
  return {
    resolution: {...resolution, standards: standards.map(({id}) => id), amendments: amendments.map(({id}) => id)},
    standards,
    amendments,
  }
}
