/** A finished build with two small standards, as `qyzmet form` reads it. */
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Annex, Office, Standard} from '../../parser/model/index.ts'
import {LISTED, standard} from '../papers/standards.ts'
import {annex, field, gap, MILITARY, text} from '../pdf/blanks.ts'

/** Field names of every kind, in one blank. */
export const EVERYTHING: Annex = annex(
  1,
  'form',
  'Өтініш',
  [
    field('body', 'уәкілетті органның толық атауы'),
    field('full-name', 'тегі, аты, әкесінің аты'),
    field('iin', 'ЖСН', 'text', {format: 'iin'}),
    field('phone', 'телефоны', 'text', {format: 'phone'}),
    field('birth-date', 'туған күні', 'date'),
    field('reason', 'себебі', 'multiline', {rows: 3}),
    field('send', 'жіберілсін', 'checkbox', {options: ['пошта арқылы', 'қолма-қол']}),
    field('agree', 'келісемін', 'checkbox'),
    field('goods', 'тауарлар', 'table', {columns: ['Р/с №', 'Атауы', 'Саны'], rows: 2}),
    field('signature', 'қолы', 'signature'),
  ],
  [
    {type: 'addressee', lines: [[gap('body', 0, '(уәкілетті органның толық атауы)')]]},
    {type: 'title', lines: ['Өтініш']},
    {type: 'paragraph', indent: false, content: [text('Мен, '), gap('full-name', 0)]},
    {type: 'paragraph', indent: false, content: [text('ЖСН '), gap('iin', 0)]},
    {type: 'paragraph', indent: false, content: [text('Телефоны '), gap('phone', 0)]},
    {type: 'paragraph', indent: false, content: [text('Туған күні '), gap('birth-date', 20)]},
    {type: 'rules', field: 'reason', count: 3, caption: '(себебі)'},
    {
      type: 'paragraph',
      indent: false,
      content: [text('Жіберілсін: '), gap('send', 0, 'пошта арқылы', 'option'), text(' '), gap('send', 0, 'қолма-қол', 'option')],
    },
    {type: 'paragraph', indent: false, content: [gap('agree', 1), text(' Келісемін')]},
    {
      type: 'table',
      field: 'goods',
      columns: ['Р/с №', 'Атауы', 'Саны'],
      numbers: false,
      rows: [
        ['1.', '', ''],
        ['2.', '', ''],
      ],
    },
    {type: 'signature', content: [gap('signature', 20, '(қолы)')]},
  ],
  '2010-1-1/1',
)

const OFFICES: Annex = {id: '2010-1-1/2', number: 2, kind: 'offices', title: 'Мекемелер', text: '', lines: [1, 1], columns: [], groups: []}

const office = (id: string, name: string, standardId: string, more: Partial<Office> = {}): Office => ({
  id,
  name,
  kind: 'defence-department',
  region: 'Алматы облысы',
  district: 'Ақсу ауданы',
  locality: null,
  address: 'Жансүгіров кенті, Тәуелсіздік көшесі, 61',
  phones: [{text: '8 (728-32) 2-11-08', e164: null}],
  emails: [],
  hours: null,
  standards: [standardId],
  appearances: [{annex: `${standardId}/2`, lines: [1, 1], name, address: '', phones: '', date: null}],
  history: [],
  discrepancies: [],
  ...more,
})

/** Writes the build into a new folder; its path. */
export function writeLibrary(): string {
  const dist = mkdtempSync(join(tmpdir(), 'qyzmet-forms-'))
  const standards: Standard[] = [
    standard([LISTED], [{text: 'жеке куәлік', channel: null, case: null, point: '11'}], {annexes: [EVERYTHING, OFFICES]}),
    standard([LISTED], [], {
      id: '2010-1-2',
      ordinal: 2,
      title: 'Әскери билеттер беру',
      annexes: [{...MILITARY, id: '2010-1-2/1', number: 1}],
    }),
  ]
  const resolution = {
    id: '2010-1',
    number: '1',
    date: '2010-02-08',
    status: 'in-force',
    repealedBy: null,
    standards: standards.map(({id}) => id),
  }
  const write = (path: string, value: unknown): void => {
    const file = join(dist, 'data', path)
    mkdirSync(join(file, '..'), {recursive: true})
    writeFileSync(file, JSON.stringify(value))
  }
  write('index.json', {
    contract: 1,
    generated: '2014-03-11T00:00:00.000Z',
    resolutions: ['2010-1'],
    standards: standards.map(({id, title, resolution: of, status, legalStatus}) => ({id, title, resolution: of, status, legalStatus})),
    counts: {},
    files: [],
  })
  write('resolutions/2010-1.json', resolution)
  for (const one of standards) write(`standards/${one.id}.json`, one)
  write('offices.json', [
    office('aqsu-bolimi', 'Ақсу ауданының бөлімі', '2010-1-1'),
    office('basqa-bolim', 'Басқа бөлім', '2010-1-3'),
    office('qala-bolimi', 'Алатау ауданының бөлімі', '2010-1-2', {region: 'Алматы қаласы', district: 'Алатау ауданы'}),
    office('qala-ortalyghy', 'Талдықорған орталығы', '2010-1-2', {district: null, locality: 'Талдықорған қаласы'}),
    office('auyl-bolimi', 'Ауыл бөлімі', '2010-1-2', {district: null, locality: 'Жансүгіров ауылы'}),
  ])
  return dist
}
