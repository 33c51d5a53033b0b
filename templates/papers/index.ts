/**
 * Papers that a standard itself calls for, beside its forms: the list of documents to bring, the receipt for documents that were
 * accepted, the slip for an accepted complaint. Made of the standard's own words where it has them.
 */
import type {Annex, Field, Standard} from '../../parser/model/index.ts'
import {DEFAULT_SITE, shortAddress, standardAddress} from '../forms/address.ts'
import type {FormValues} from '../forms/index.ts'
import type {Sheet} from '../pdf/display.ts'
import {writeDocument} from '../pdf/document.ts'
import {prepareFonts, textWidth, type FontFiles, type PreparedFonts} from '../pdf/fonts.ts'
import {setBanner, setFooters} from '../pdf/furniture.ts'
import {Pager} from '../pdf/pager.ts'
import {qrCode} from '../pdf/qr.ts'
import {RED, STYLE} from '../pdf/style.ts'
import {setTable} from '../pdf/table.ts'
import {wordingData, type AnnexContext, type Template} from '../wording.ts'
import {channelData, documentGroups, setChecklist, type Group} from './checklist.ts'
import {setCopies} from './copies.ts'
import {receiptDetails, slipDetails, type Details, type ReceiptDetail, type SlipDetail} from './details.ts'
import {setParts, setText, type Area, type Part, type Place} from './lines.ts'
import {legibleIn, PRINTED, typedIn} from '../legible.ts'

/** Names of the templates; each is a file `<name>.hbs` beside this one. */
export const PAPER_TEMPLATES = [
  'basis',
  'cell-label',
  'channel',
  'checklist-everyone',
  'checklist-lead',
  'checklist-none',
  'checklist-title',
  'copy',
  'cover-column',
  'cover-lead',
  'cover-title',
  'cut',
  'date-error',
  'document-title',
  'footer',
  'form-ref',
  'kind',
  'page',
  'paper-number',
  'place',
  'point',
  'receipt-label',
  'receipt-title',
  'slip-label',
  'slip-title',
  'status',
  'status-word',
  'unstated',
] as const
export type PaperTemplates = Record<(typeof PAPER_TEMPLATES)[number], Template>

export interface PaperAssets {
  fonts: FontFiles
  papers: PaperTemplates
  /** Address of the site that the QR code leads to; `DEFAULT_SITE` where left out. */
  site?: string
}

export type PaperKind = 'checklist' | 'receipt' | 'complaint-slip'
export const PAPER_KINDS: readonly PaperKind[] = ['checklist', 'receipt', 'complaint-slip']

/** What a paper is made for: a standard and the resolution that approves it, as published. */
export interface PaperContext {
  resolution: AnnexContext['resolution']
  standard: Standard
}

export interface PaperOptions {
  assets: PaperAssets
  /** Values by field name (`paperFields`); unknown names are left out. */
  values?: FormValues
  /** Date written into the file, `YYYY-MM-DD`; the act's own date where left out. */
  date?: string
}

/** A paper's number, unique among papers and forms: `2012-1278-1-receipt`. */
export const paperId = (standard: Pick<Standard, 'id'>, kind: PaperKind): string => `${standard.id}-${kind}`

/** A standard that has its text: only such a one can say what its papers hold. */
export const hasPapers = (standard: Pick<Standard, 'status' | 'points'>): boolean =>
  standard.status === 'included' && standard.points.length > 0

/** Everything a paper is set with. */
interface Setting {
  context: PaperContext
  templates: PaperTemplates
  fonts: PreparedFonts
  values: FormValues
  wording: Wording
}

type Wording = ReturnType<typeof wordingData> & {point: string}

/** A standard's standing, in the words of the annexes' templates. */
const paperWording = ({resolution, standard}: PaperContext, kind: PaperKind, title: string, point: string | null): Wording => ({
  ...wordingData({resolution, standard, annex: {id: paperId(standard, kind), number: 0, title} as Annex}),
  point: point ?? '',
})

/** What a paper prints of its standard, as it is read. */
function legiblePaper({resolution, standard}: PaperContext): PaperContext {
  const {title, points, facts} = standard
  return {resolution, standard: {...standard, ...legibleIn({title, points, facts}, PRINTED)}}
}

/** The fields of a paper, in the order of its lines. */
export function paperFields(kind: PaperKind, {standard}: PaperContext, templates: PaperTemplates): Field[] {
  const field = (name: string, label: string, type: Field['type'] = 'text', more: Partial<Field> = {}): Field => ({
    name,
    label,
    type,
    required: false,
    ...more,
  })
  const place = (key: string): string => templates.place({[key]: true})
  const columns = [place('row'), place('document'), place('count')]
  if (kind === 'checklist') {
    const groups = documentGroups(standard.facts.documents, standard.points, receiptDetails(standard.points).point)
    return groups.flatMap((group, g) => group.items.map((item, i) => field(`document-${g + 1}-${i + 1}`, item.text, 'checkbox')))
  }
  if (kind === 'receipt') {
    const details = receiptDetails(standard.points)
    const label = receiptLabel(details, templates)
    const rows = rowsFor(documentGroups(standard.facts.documents, standard.points, details.point))
    return [
      field('office', place('office')),
      field('number', said(label('request'), place('number'))),
      field('date', said(label('request'), place('date')), 'date'),
      ...(details.asked.has('time') ? [field('time', said(label('request'), place('time')))] : []),
      field('documents', label('documents'), 'table', {columns, rows}),
      field('handover-date', said(label('handover'), place('date')), 'date'),
      field('handover-time', said(label('handover'), place('time'))),
      field('handover-place', said(label('handover'), place('place'))),
      field('officer', label('officer')),
      field('applicant', label('applicant')),
      ...(details.asked.has('representative') ? [field('representative', label('representative'))] : []),
      field('phone', label('phone'), 'text', {format: 'phone'}),
    ]
  }
  const details = slipDetails(standard.points)
  const label = slipLabel(details, templates)
  return [
    field('office', place('office')),
    field('number', said(label('request'), place('number'))),
    field('date', said(label('request'), place('date')), 'date'),
    ...(details.asked.has('time') ? [field('time', said(label('request'), place('time')))] : []),
    field('complainant', label('complainant')),
    ...(details.asked.has('documents') ? [field('documents', label('documents'))] : []),
    field('officer', label('officer')),
    field('answer-date', said(label('answer'), place('date')), 'date'),
    field('answer-time', said(label('answer'), place('time'))),
    field('answer-place', said(label('answer'), place('place'))),
    field('contact', said(label('contact'), place('name'))),
    field('contact-phone', said(label('contact'), place('phone'))),
  ]
}

/** «Жауап алатын күні, уақыты мен орны: күні» */
const said = (line: string, place: string): string => `${line}: ${place}`

const receiptLabel =
  ({asked}: Details<ReceiptDetail>, templates: PaperTemplates) =>
  (kind: ReceiptDetail): string =>
    asked.get(kind) ?? templates['receipt-label']({[kind]: true})

const slipLabel =
  ({asked}: Details<SlipDetail>, templates: PaperTemplates) =>
  (kind: SlipDetail | 'complainant'): string =>
    (kind === 'complainant' ? null : asked.get(kind)) ?? templates['slip-label']({[kind]: true})

/** Rows to write documents in, at least; a standard that asks for more documents gets more. */
const ROWS = 6
/** Widths of the columns: number, name, count. */
const SHARES = [7, 78, 15]
/** Rows beyond the documents that the standard names. */
const SPARE_ROWS = 1

/** Rows for what one applicant may bring: what everyone brings over a channel, and the longest of its cases. */
function rowsFor(groups: readonly Group[]): number {
  const channels = new Set(groups.map(({channel}) => channel))
  const asked = [...channels].map((channel) => {
    const here = groups.filter((group) => group.channel === channel || group.channel === null)
    const always = here.filter((group) => group.case === null).reduce((sum, {items}) => sum + items.length, 0)
    return always + Math.max(0, ...here.filter((group) => group.case !== null).map(({items}) => items.length))
  })
  return Math.max(ROWS, ...asked)
}

/**
 * Lays a paper out without writing it.
 *
 * @returns sheets of A4; coordinates are points from the upper left corner
 * @throws Error when the fonts are not TrueType
 */
export async function layoutPaper(kind: PaperKind, given: PaperContext, options: PaperOptions): Promise<Sheet[]> {
  const context = legiblePaper(given)
  const templates = options.assets.papers
  const fonts = await prepareFonts(options.assets.fonts)
  const {title, point} = headOf(kind, context, templates)
  const wording = paperWording(context, kind, title, point)
  const setting: Setting = {context, templates, fonts, values: typedIn(options.values ?? {}), wording}
  const pager = new Pager(STYLE.margins)
  if (wording.repealed) setBanner(pager, fonts, templates['status-word'](wording), templates.status(wording))
  if (kind === 'checklist') setList(pager, setting, title)
  else if (kind === 'receipt') setReceipt(pager, setting, title)
  else setSlip(pager, setting, title)
  const address = standardAddress(options.assets.site ?? DEFAULT_SITE, context.standard.id)
  setFooters(pager, fonts, templates.footer(wording), (page, pages) => templates['paper-number']({...wording, page, pages}), {
    rows: qrCode(address),
    address: shortAddress(address),
  })
  return pager.sheets
}

/**
 * Draws a paper.
 *
 * @returns the PDF's bytes: A4, tagged, in Kazakh, fillable; equal arguments give equal bytes
 * @throws Error when the fonts are not TrueType
 */
export async function renderPaper(kind: PaperKind, given: PaperContext, options: PaperOptions): Promise<Uint8Array> {
  const context = legiblePaper(given)
  const templates = options.assets.papers
  const {title, point} = headOf(kind, context, templates)
  const wording = paperWording(context, kind, title, point)
  return writeDocument(
    await prepareFonts(options.assets.fonts),
    {
      title: templates['document-title'](wording),
      subject: context.standard.title,
      date: options.date ?? context.resolution.date,
      keywords: paperId(context.standard, kind),
      dateError: templates['date-error'](wording),
    },
    await layoutPaper(kind, context, options),
  )
}

/** The list of documents to bring, with boxes to tick (`Facts.documents`). */
export const renderChecklist = (context: PaperContext, options: PaperOptions): Promise<Uint8Array> =>
  renderPaper('checklist', context, options)

/** The receipt an office gives for documents it has accepted. */
export const renderReceipt = (context: PaperContext, options: PaperOptions): Promise<Uint8Array> => renderPaper('receipt', context, options)

/** The slip an office gives for a complaint it has accepted. */
export const renderComplaintSlip = (context: PaperContext, options: PaperOptions): Promise<Uint8Array> =>
  renderPaper('complaint-slip', context, options)

/** A paper's title, and the point of the standard that asks for it. */
export function headOf(
  kind: PaperKind,
  {standard}: Pick<PaperContext, 'standard'>,
  templates: PaperTemplates,
): {title: string; point: string | null} {
  if (kind === 'receipt') {
    const {point, slip} = receiptDetails(standard.points)
    return {title: templates['receipt-title']({slip}), point}
  }
  if (kind === 'complaint-slip') return {title: templates['slip-title']({}), point: slipDetails(standard.points).point}
  const groups = documentGroups(standard.facts.documents, standard.points, receiptDetails(standard.points).point)
  const points = new Set(groups.flatMap(({items}) => items.map((item) => item.point)))
  const [point = null] = points
  return {title: templates['checklist-title']({}), point: points.size === 1 ? point : null}
}

const areaOf = (pager: Pager, fonts: PreparedFonts): Area => ({
  pager,
  x: pager.left,
  width: pager.width,
  measure: (text, size, weight) => textWidth(fonts[weight], text, size),
})

function setList(pager: Pager, {context, templates, fonts, values, wording}: Setting, title: string): void {
  const {standard} = context
  const area = areaOf(pager, fonts)
  setText(area, title, {size: STYLE.titleSize, weight: 'bold', tag: 'H1', centred: true, after: 3})
  setText(area, `«${standard.title}»`, {size: 11, centred: true, after: 2})
  setText(area, templates.basis(wording), {size: 8, centred: true, grey: true, after: 6})
  const groups = documentGroups(standard.facts.documents, standard.points, receiptDetails(standard.points).point)
  if (groups.length === 0) {
    setText(area, templates['checklist-none']({}))
    return
  }
  setText(area, templates['checklist-lead']({}), {size: 9, grey: true, after: 4})
  const forms = new Map(
    standard.annexes.filter(({layout}) => (layout?.length ?? 0) > 0).map(({number, id}) => [String(number), id.replaceAll('/', '-')]),
  )
  setChecklist(
    area,
    groups,
    forms,
    {
      channel: (channel) => templates.channel(channelData(channel)),
      everyone: templates['checklist-everyone']({}),
      // said in the title where it is the same for all
      point: (number) => (number === wording.point ? '' : templates.point({point: number})),
      form: (id) => templates['form-ref']({id}),
    },
    (name) => values[name] === true,
  )
}

/** A place to write in, with the value that is there already. */
type PlaceOf = (name: string, label: string, more?: Partial<Place>) => Place

const placesOf =
  (values: FormValues): PlaceOf =>
  (name, label, more = {}) => {
    const value = Object.hasOwn(values, name) ? values[name] : ''
    return {name, label, type: 'text', width: 0, value: typeof value === 'string' ? value.normalize('NFC') : '', ...more}
  }

/** What stands over both kinds of copies: whose paper it is, which office gives it, the title. */
function setHeading(area: Area, setting: Setting, title: string, copy: 'applicant' | 'office', place: PlaceOf): void {
  const {templates, wording} = setting
  const size = 8
  const text = templates.copy({[copy]: true})
  const status = wording.repealed && copy === 'office' ? templates['status-word'](wording) : ''
  const baseline = area.pager.y + size
  area.pager.add({
    tag: 'P',
    kids: [
      ...(status === ''
        ? []
        : [{kind: 'text' as const, x: area.x, y: baseline, text: `${status} `, size, weight: 'bold' as const, color: RED}]),
      {kind: 'text', x: area.x + area.width - area.measure(text, size, 'regular'), y: baseline, text, size, weight: 'regular'},
    ],
  })
  area.pager.y += size * 1.3
  const office = templates.place({office: true})
  setParts(area, [place('office', office, {caption: `(${office})`})])
  area.pager.y += 5
  setText(area, title, {size: 12, weight: 'bold', tag: copy === 'applicant' ? 'H1' : 'H2', centred: true})
  setText(area, templates.basis(wording), {size: 7.5, centred: true, grey: true, after: 2})
}

function setReceipt(pager: Pager, setting: Setting, title: string): void {
  const {context, templates, fonts, values} = setting
  const {standard} = context
  const details = receiptDetails(standard.points)
  const label = receiptLabel(details, templates)
  const place = placesOf(values)
  const key = (name: string): string => templates.place({[name]: true})
  const caption = (name: string): {caption: string} => ({caption: `(${key(name)})`})
  const columns = [key('row'), key('document'), key('count')]
  const given = Object.hasOwn(values, 'documents') ? values['documents'] : undefined
  const filled = Array.isArray(given) ? (given as readonly (readonly string[])[]) : []
  const groups = documentGroups(standard.facts.documents, standard.points, details.point)
  // documents that everyone brings can stand there already; where they depend on the case, only the officer knows
  const named = groups.length === 1 && filled.length === 0 ? (groups[0]?.items.map(({text}) => text) ?? []) : []
  const rows = rowsFor(groups)

  const set =
    (names: readonly string[], count: number, close = false) =>
    (room: Area, copy: 'applicant' | 'office'): void => {
      const area = {...room, close}
      setHeading(area, setting, title, copy, place)
      setParts(area, [
        {text: `${label('request')}: № `},
        place('number', said(label('request'), key('number')), {width: 70}),
        {text: ' '},
        place('date', said(label('request'), key('date')), {width: 90, type: 'date'}),
        ...(details.asked.has('time')
          ? [{text: ' '}, place('time', said(label('request'), key('time')), {width: 50, ...caption('time')})]
          : []),
      ])
      area.pager.y += 2
      setText(area, `${label('service')}: «${standard.title}»`, {after: 2, ...(close ? {size: 8} : {})})
      setText(area, `${label('documents')}:`, {after: 2})
      setTable(
        area.pager,
        {x: area.x, width: area.width},
        {
          columns,
          numbers: false,
          lines: 1,
          shares: SHARES,
          measure: area.measure,
          rows: Array.from({length: Math.max(count, filled.length)}, (_, r) => [
            {text: String(r + 1), centred: true},
            ...[1, 2].map((c) => ({
              field: {
                name: `documents-${r + 1}-${c + 1}`,
                label: templates['cell-label']({row: r + 1, column: columns[c] ?? ''}),
                value: (filled[r]?.[c] ?? (c === 1 ? (names[r] ?? '') : '')).normalize('NFC'),
              },
              centred: c === 2,
            })),
          ]),
        },
      )
      area.pager.y += 4
      setParts(area, [
        {text: `${label('handover')}: `},
        place('handover-date', said(label('handover'), key('date')), {width: 75, type: 'date', ...caption('date')}),
        {text: ' '},
        place('handover-time', said(label('handover'), key('time')), {width: 45, ...caption('time')}),
        {text: ' '},
        place('handover-place', said(label('handover'), key('place')), caption('place')),
      ])
      setParts(area, [
        {text: `${label('officer')}: `},
        place('officer', label('officer')),
        {text: ' '},
        place('officer-signature', key('signature'), {type: 'signature', width: 70, ...caption('signature')}),
      ])
      const phone = [{text: ` ${label('phone')}: `}, place('phone', label('phone'), {width: 84})]
      const represented = details.asked.has('representative')
      setParts(area, [{text: `${label('applicant')}: `}, place('applicant', label('applicant')), ...(represented ? [] : phone)])
      if (represented) {
        setParts(area, [{text: `${label('representative')}: `}, place('representative', label('representative')), ...phone])
      }
      if (details.asked.size === 0) setText(area, templates.unstated({}), {size: 7.5, tag: 'Note', grey: true})
    }

  setCopies(
    pager,
    areaOf(pager, fonts).measure,
    [...(named.length > 0 ? [set(named, Math.max(rows, named.length + SPARE_ROWS))] : []), set([], rows), set([], rows, true)],
    templates.cut({}),
  )
}

function setSlip(pager: Pager, setting: Setting, title: string): void {
  const {context, templates, fonts, values} = setting
  const details = slipDetails(context.standard.points)
  const label = slipLabel(details, templates)
  const place = placesOf(values)
  const key = (name: string): string => templates.place({[name]: true})
  const caption = (name: string): {caption: string} => ({caption: `(${key(name)})`})
  const set = (area: Area, copy: 'applicant' | 'office'): void => {
    setHeading(area, setting, title, copy, place)
    const line = (...parts: Part[]): void => {
      setParts(area, parts)
      area.pager.y += 2
    }
    line(
      {text: `${label('request')}: № `},
      place('number', said(label('request'), key('number')), {width: 70}),
      {text: ' '},
      place('date', said(label('request'), key('date')), {width: 90, type: 'date'}),
      ...(details.asked.has('time')
        ? [{text: ' '}, place('time', said(label('request'), key('time')), {width: 50, ...caption('time')})]
        : []),
    )
    line({text: `${label('complainant')}: `}, place('complainant', label('complainant')))
    if (details.asked.has('documents')) line({text: `${label('documents')}: `}, place('documents', label('documents')))
    line(
      {text: `${label('officer')}: `},
      place('officer', label('officer')),
      {text: ' '},
      place('officer-signature', key('signature'), {type: 'signature', width: 70, ...caption('signature')}),
    )
    line(
      {text: `${label('answer')}: `},
      place('answer-date', said(label('answer'), key('date')), {width: 80, type: 'date', ...caption('date')}),
      {text: ' '},
      place('answer-time', said(label('answer'), key('time')), {width: 50, ...caption('time')}),
      {text: ' '},
      place('answer-place', said(label('answer'), key('place')), caption('place')),
    )
    line(
      {text: `${label('contact')}: `},
      place('contact', said(label('contact'), key('name')), caption('name')),
      {text: ' '},
      place('contact-phone', said(label('contact'), key('phone')), {width: 110, ...caption('phone')}),
    )
    for (const note of details.notes) setText(area, note, {size: 8.5, tag: 'Note', after: 1})
    if (details.point === null) setText(area, templates.unstated({complaint: true}), {size: 7.5, tag: 'Note', grey: true})
  }
  setCopies(pager, areaOf(pager, fonts).measure, [set], templates.cut({}))
}
