/**
 * Akoma Ntoso 3.0 (OASIS LegalDocML): one XML file for a resolution with all it holds, one for each standard.
 *
 * `parser/read/akn.ts` reads both back into the same model; what is written where is said in docs/akoma-ntoso.md.
 */
import {AKN, OWN, OWN_PREFIX} from '../../../parser/read/akn-names.ts'
import type {Amendment, Annex, Resolution, Standard} from '../../../parser/model/index.ts'
import {annexBody, columnsApart, emptyLists, writeField} from './annex.ts'
import {paragraph, paragraphs, sectionsWithPoints, sourceLines, type Anchor, type Citation, type Place} from './body.ts'
import {
  actReferences,
  analysis,
  identification,
  lifecycle,
  noteReferences,
  proprietary,
  signature,
  standardComponent,
  standardReferences,
  versionOf,
  writeNotes,
  type ActHead,
  type File,
} from './meta.ts'
import {actUri, editionOf, fileName, Identifiers} from './names.ts'
import {unique, type Targets} from './references.ts'
import {element, further, inline, ownText, text, type Attributes} from './xml.ts'

export type {ActHead} from './meta.ts'

/** What is written in places of its own; the reader makes the facts anew from the points. */
const RESOLUTION_FIELDS =
  'id number date title kind signatory status repealedBy notes preamble points attachments standards amendments source'.split(' ')
const STANDARD_FIELDS = 'id resolution ordinal title status legalStatus lines notes sections points facts annexes'.split(' ')
const ANNEX_FIELDS = 'id number kind title text lines columns groups fields layout pdf indicators report'.split(' ')

/** An act with all that is published of it. */
export interface Act {
  resolution: Resolution
  /** In the order of `resolution.standards`. */
  standards: readonly Standard[]
  amendments: readonly Amendment[]
}

/**
 * All files of a collection: one for each resolution, one for each standard, named by their identifiers.
 *
 * @param date date of the data, `YYYY-MM-DD`
 */
export function akomaNtosoFiles(model: Collection, date: string): {name: string; render: () => string}[] {
  const named = fileNames()
  const standards = new Map(model.standards.map((standard) => [standard.id, standard]))
  return model.resolutions.flatMap((resolution) => {
    const act: Act = {
      resolution,
      standards: resolution.standards.flatMap((id) => standards.get(id) ?? []),
      amendments: model.amendments.filter(({by}) => by === resolution.id),
    }
    return [
      {name: named(resolution.id), render: () => renderResolution(act, date)},
      ...act.standards.map((standard) => ({name: named(standard.id), render: () => renderStandard(standard, act, date)})),
    ]
  })
}

/** Names of files for identifiers, no name twice; to be asked for an act and then for each of its standards, in the order of the data. */
export function fileNames(): (id: string) => string {
  const taken = new Set<string>()
  return (id) => {
    const name = fileName(id)
    let candidate = `${name}.xml`
    for (let count = 2; taken.has(candidate); count++) candidate = `${name}_${String(count)}.xml`
    taken.add(candidate)
    return candidate
  }
}

/** The published model, as far as it goes into the files. */
export interface Collection {
  resolutions: readonly Resolution[]
  standards: readonly Standard[]
  amendments: readonly Amendment[]
}

/**
 * The file of a resolution: the act, its standards and their annexes.
 *
 * @param date date of the data, `YYYY-MM-DD`
 */
export function renderResolution({resolution, standards, amendments}: Act, date: string): string {
  const file: File = {resolution, standards, edition: editionOf(resolution, standards), date, ids: new Identifiers()}
  const place: Place = {ids: file.ids, prefix: '', anchors: [], citations: [], targets: null, amendments, modifications: new Map()}
  // The body first: what the head refers to has its identifier from there.
  const body = element(
    'body',
    {},
    resolution.points.length > 0 ? resolution.points.map((point) => paragraph(point, '', place)) : [nothing('hcontainer')],
  )
  const attached = [
    ...resolution.attachments.map((attachment) => writeAttachment(attachment, file, place)),
    ...standards.map((standard) => {
      const eId = place.ids.take('', 'att', standard.ordinal)
      return element('attachment', {eId}, [
        inline('num', {}, text(String(standard.ordinal))),
        standardDocument(standard, file, {...place, prefix: eId, anchors: [], amendments: []}),
      ])
    }),
  ]
  const notes = writeNotes(resolution.notes, place)
  const {lifecycle: events, temporal} = lifecycle(file, null, file.ids, '')
  const work = actUri(resolution)
  const {signatory, repealedBy, source} = resolution
  const meta = element('meta', {}, [
    identification(file, 'main', resolution.title),
    events,
    analysis(amendments, noteIds(resolution.notes, notes.eIds), `${work}/!main`, place, resolution),
    temporal,
    actReferences(resolution, standards, amendments, file),
    notes.written,
    proprietary('resolution', [
      inline(`${OWN_PREFIX}:resolution`, {id: idApart(resolution), status: resolution.status}, ''),
      repealedBy === null ? '' : inline(`${OWN_PREFIX}:repealedBy`, {number: repealedBy.number, date: repealedBy.date}, ''),
      inline(
        `${OWN_PREFIX}:source`,
        {
          file: source.file,
          format: source.format,
          sha256: source.sha256,
          lines: typeof source.lines === 'number' ? source.lines : sourceLines(source.lines),
        },
        '',
      ),
      further(resolution, RESOLUTION_FIELDS),
    ]),
  ])
  return xml(
    element('act', {name: 'resolution', contains: versionOf(file)}, [
      meta,
      element('preface', {}, [
        title(resolution.title, '', place),
        inline(
          'p',
          {},
          `№ ${inline('docNumber', {}, text(resolution.number))} ${inline('docDate', {date: resolution.date}, text(resolution.date))}`,
        ),
        noteReferences(notes.eIds),
      ]),
      resolution.preamble === '' ? '' : element('preamble', {eId: place.ids.take('', 'preamble')}, paragraphs(resolution.preamble)),
      body,
      signatory === null ? '' : element('conclusions', {}, [inline('p', {}, signature(signatory, text))]),
      attached.length === 0 ? '' : element('attachments', {}, attached),
    ]),
  )
}

/** The act around a standard. `standards` are all of it: the date of the wording is the act's. */
export interface Surroundings {
  resolution: ActHead
  standards: readonly Pick<Standard, 'notes'>[]
}

/** The file of a standard alone. */
export function renderStandard(standard: Standard, {resolution, standards}: Surroundings, date: string): string {
  const file: File = {resolution, standards, edition: editionOf(resolution, standards), date, ids: new Identifiers()}
  return xml(
    standardDocument(standard, file, {
      ids: file.ids,
      prefix: '',
      anchors: [],
      citations: [],
      targets: null,
      amendments: [],
      modifications: new Map(),
    }),
  )
}

function standardDocument(standard: Standard, file: File, place: Place): string {
  const {resolution} = file
  const component = standardComponent(standard)
  const alone = place.prefix === ''
  const sections = sectionsWithPoints(standard.sections, standard.points, {
    ...place,
    citations: citations(standard),
    targets: targets(standard, place),
  })
  const annexes = standard.annexes.map((annex) => writeAnnex(annex, standard, file, place))
  const notes = writeNotes(standard.notes, place)
  const {lifecycle: events, temporal} = lifecycle(file, standard, place.ids, place.prefix)
  const attributes = {
    id: standard.id === `${standard.resolution}-${String(standard.ordinal)}` ? null : standard.id,
    resolution: standard.resolution === (alone ? defaultId(resolution) : resolution.id) ? null : standard.resolution,
    ordinal: standard.ordinal,
    status: standard.status,
    legalStatus: standard.legalStatus,
    lines: sourceLines(standard.lines),
  }
  return element('doc', {name: 'standard', contains: versionOf(file)}, [
    element('meta', {}, [
      identification(file, component, standard.title),
      events,
      analysis([], noteIds(standard.notes, notes.eIds), `${actUri(resolution)}/!${component}`, place),
      temporal,
      alone ? standardReferences(standard, resolution, file) : '',
      notes.written,
      proprietary('standard', [inline(`${OWN_PREFIX}:standard`, attributes, ''), further(standard, STANDARD_FIELDS)]),
    ]),
    element('preface', {}, [title(standard.title, place.prefix, place), noteReferences(notes.eIds)]),
    element('mainBody', {}, sections.length > 0 ? sections : [inline('p', {class: 'empty'}, '')]),
    annexes.length === 0 ? '' : element('attachments', {}, annexes),
  ])
}

/** Identifiers that the points and annexes of a standard will have. */
function targets({sections, points, annexes}: Standard, {prefix}: Place): Targets {
  const anchors: Anchor[] = []
  const trial = {ids: new Identifiers(), prefix, anchors, citations: [], targets: null, amendments: [], modifications: new Map()}
  sectionsWithPoints(sections, points, trial)
  return {
    points: unique(anchors.map(({eId, point, item}) => [item === null ? point : `${point}.${item}`, eId])),
    annexes: unique(annexes.map(({number}) => [String(number), trial.ids.take(prefix, 'att', number)])),
  }
}

/** No standard names as many acts. */
const MOST_CITATIONS = 100

/** Resolutions of the Government that the standard names with date and number. */
function citations(standard: Standard): Citation[] {
  return standard.facts.legalBasis.slice(0, MOST_CITATIONS).flatMap(({kind, text: words, date, number}) => {
    const href = kind === 'resolution' && date !== null && number !== null ? actUri({number, date}) : null
    return href === null ? [] : {words, href}
  })
}

function writeAnnex(annex: Annex, standard: Standard, file: File, around: Place): string {
  const eId = around.ids.take(around.prefix, 'att', annex.number)
  const place: Place = {...around, prefix: eId, anchors: []}
  const {pdf, report, fields} = annex
  const product = (name: string, path: string | undefined) => (path === undefined ? '' : inline(`${OWN_PREFIX}:file`, {of: name, path}, ''))
  const empty = emptyLists(annex)
  const attributes = {
    id: annex.id === `${standard.id}/${String(annex.number)}` ? null : annex.id,
    number: annex.number,
    kind: annex.kind,
    lines: sourceLines(annex.lines),
    empty: empty.length > 0 ? empty.join(' ') : null,
  }
  return element('attachment', {eId}, [
    inline('num', {}, text(String(annex.number))),
    element('doc', {name: annex.kind}, [
      element('meta', {}, [
        identification(file, `${standardComponent(standard)}/annex_${String(annex.number)}`, annex.title),
        proprietary('annex', [
          inline(`${OWN_PREFIX}:annex`, attributes, ''),
          ...columnsApart(annex).map((column) => inline(`${OWN_PREFIX}:column`, {}, ownText(column))),
          ...(fields ?? []).map(writeField),
          product('form', pdf),
          product('report-pdf', report?.pdf),
          product('report-xlsx', report?.xlsx),
          product('report-csv', report?.csv),
          product('report-html', report?.html),
          product('survey-pdf', report?.survey?.pdf),
          product('survey-html', report?.survey?.html),
          product('survey-csv', report?.survey?.csv),
          further(annex, ANNEX_FIELDS),
        ]),
      ]),
      annex.title === null ? '' : element('preface', {}, [title(annex.title, eId, place)]),
      element('mainBody', {}, annexBody(annex, place)),
    ]),
  ])
}

type Attachment = Resolution['attachments'][number]

/** A document that the act approves and that is no standard: a list of amendments. */
function writeAttachment(attachment: Attachment, file: File, around: Place): string {
  const eId = around.ids.take('', 'att', attachment.number ?? '')
  const place: Place = {...around, prefix: eId}
  const blocks = [...paragraphs(attachment.text), ...attachment.points.map((point) => paragraph(point, eId, place))]
  const attributes = {number: attachment.number, lines: sourceLines(attachment.lines)}
  return element('attachment', {eId}, [
    attachment.number === null ? '' : inline('num', {}, text(String(attachment.number))),
    element('doc', {name: 'attachment'}, [
      element('meta', {}, [
        identification(file, `attachment_${eId.slice('att_'.length)}`, attachment.title),
        proprietary('attachment', [inline(`${OWN_PREFIX}:attachment`, attributes, '')]),
      ]),
      element('preface', {}, [title(attachment.title, eId, place)]),
      element('mainBody', {}, blocks.length > 0 ? blocks : [inline('p', {class: 'empty'}, '')]),
    ]),
  ])
}

function title(value: string, prefix: string, {ids}: Place): string {
  return element('longTitle', {eId: ids.take(prefix, 'longTitle')}, [inline('p', {}, inline('docTitle', {}, text(value)))])
}

/** A body must hold something. */
function nothing(name: string): string {
  return inline(name, {name: 'empty', eId: 'hcontainer_1'}, '')
}

function noteIds(notes: Standard['notes'], eIds: readonly string[]) {
  return notes.map((note, index) => ({note, eId: eIds[index]!}))
}

const defaultId = ({date, number}: Pick<Resolution, 'date' | 'number'>): string => `${date.slice(0, 4)}-${number}`
const idApart = (resolution: Resolution): string | null => (resolution.id === defaultId(resolution) ? null : resolution.id)

function xml(document: string): string {
  const names: Attributes = {xmlns: AKN, [`xmlns:${OWN_PREFIX}`]: OWN}
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('akomaNtoso', names, [document])}\n`
}
