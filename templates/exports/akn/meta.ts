/** Who, what and when: the `meta` of acts, standards and annexes. */
import {EXPORT_VERSION, joinActs, OWN_PREFIX} from '../../../parser/read/akn-names.ts'
import type {Amendment, AmendmentStep, Note, Resolution, Standard} from '../../../parser/model/index.ts'
import {own, paragraphs, sourceLines, type Anchor, type Place} from './body.ts'
import {actsOf, actUri, eIdPart, referenceUri, segment, type Identifiers} from './names.ts'
import {element, further, inline, ownValue, type Attributes} from './xml.ts'

/** What the file of a standard says of the act around it. */
export type ActHead = Pick<Resolution, 'id' | 'number' | 'date' | 'title' | 'kind' | 'repealedBy' | 'notes'>

/** What is the same in all documents of one file. */
export interface File {
  resolution: ActHead
  /** All standards of the act. */
  standards: readonly Pick<Standard, 'notes'>[]
  /** Date of the wording. */
  edition: string
  /** Date of the data the file is made from. */
  date: string
  ids: Identifiers
}

/** Identifiers in `references` of the outermost document, which those within it use as well. */
const EDITOR = 'qyzmet'
const GOVERNMENT = 'government'
const AUTHOR = 'author'
const ENACTED = 'inForce'
const SIGNATORY = 'signatory'
const SIGNATORY_ROLE = 'signatoryRole'
const source = `#${EDITOR}`

/**
 * Work, expression and manifestation of a document.
 *
 * @param component the part of the act: «main», «standard_4», «standard_4/annex_2»
 */
export function identification(file: File, component: string, title: string | null): string {
  const {resolution, edition, date} = file
  const work = actUri(resolution)
  const expression = `${work}/kaz@${edition}`
  const manifestation = `${expression}.xml`
  const level = (name: string, uri: string, day: Attributes, author: Attributes, further: string[]) =>
    element(name, {}, [
      inline('FRBRthis', {value: uri === manifestation ? `${expression}/!${component}.xml` : `${uri}/!${component}`}, ''),
      inline('FRBRuri', {value: uri}, ''),
      inline('FRBRdate', day, ''),
      inline('FRBRauthor', author, ''),
      ...further,
    ])
  const author = {href: `#${GOVERNMENT}`, as: `#${AUTHOR}`}
  return element('identification', {source}, [
    level('FRBRWork', work, {date: resolution.date, name: 'adoption'}, author, [
      inline('FRBRcountry', {value: 'kz'}, ''),
      inline('FRBRsubtype', {value: resolution.kind}, ''),
      inline('FRBRnumber', {value: resolution.number}, ''),
      title === null ? '' : inline('FRBRname', {value: title}, ''),
      inline('FRBRprescriptive', {value: true}, ''),
      // The wording is that of the legal database, not the official journal's.
      inline('FRBRauthoritative', {value: false}, ''),
    ]),
    level('FRBRExpression', expression, {date: edition, name: 'version'}, author, [inline('FRBRlanguage', {language: 'kaz'}, '')]),
    level('FRBRManifestation', manifestation, {date, name: 'markup'}, {href: source}, [
      inline('FRBRformat', {value: 'application/akn+xml'}, ''),
    ]),
  ])
}

interface LifeEvent {
  date: string
  type: 'generation' | 'amendment' | 'repeal'
  source: string
}

/** «Қаулы стандартпен толықтырылды»: the note of a standard that came later than its act */
const STANDARD_AS_A_WHOLE = /стандарт/iu

/**
 * What happened to the document, from its notes; only what has a date can be told.
 *
 * @param standard the standard that the document is; null for the act
 */
export function lifecycle(file: File, standard: Standard | null, ids: Identifiers, prefix: string): {lifecycle: string; temporal: string} {
  const {resolution} = file
  const events: LifeEvent[] = [{date: resolution.date, type: 'generation', source: '#original'}]
  const add = (event: LifeEvent) => {
    if (!events.some(({type, source: from}) => type === event.type && from === event.source)) events.push(event)
  }
  let begun: string | null = null
  for (const note of (standard ?? resolution).notes) {
    if (note.effect === 'other') continue
    // What excludes a point of the text only amends the text.
    const ends =
      standard === null ? note.effect === 'repealed' && note.target === '' : standard.status === 'excluded' && note.effect === 'excluded'
    for (const act of actsOf(note)) {
      const uri = referenceUri(act)
      if (uri === null) continue
      add({date: act.date!, type: ends ? 'repeal' : 'amendment', source: uri})
      if (standard !== null && note.effect === 'inserted' && STANDARD_AS_A_WHOLE.test(note.target)) begun ??= uri
    }
  }
  // What changed one of its standards changed the act.
  for (const note of standard === null ? file.standards.flatMap(({notes}) => notes) : []) {
    if (note.effect === 'repealed' || note.effect === 'other') continue
    for (const act of actsOf(note)) {
      const uri = referenceUri(act)
      if (uri !== null) add({date: act.date!, type: 'amendment', source: uri})
    }
  }
  const {repealedBy} = resolution
  const repealing = repealedBy === null ? null : referenceUri(repealedBy)
  if (repealing !== null) add({date: repealedBy!.date!, type: 'repeal', source: repealing})
  const written = events
    .toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0))
    .map((event) => ({...event, eId: ids.next(prefix, 'eref')}))
  // The wording is that of the last act that touched it.
  const originating = written.findLast(({type}) => type !== 'repeal')
  const start = written.find(({source: from, type}) => (begun === null ? type === 'generation' : from === begun))
  const end = written.find(({type}) => type === 'repeal')
  const interval = {start: start && `#${start.eId}`, end: end && `#${end.eId}`, refersTo: `#${ENACTED}`}
  return {
    lifecycle: element(
      'lifecycle',
      {source},
      written.map((event) => {
        const {eId, date, source: from, type} = event
        return inline('eventRef', {eId, date, source: from, type, originatingExpression: event === originating ? true : null}, '')
      }),
    ),
    temporal: element('temporalData', {source}, [
      element('temporalGroup', {eId: ids.next(prefix, 'tmpg')}, [inline('timeInterval', interval, '')]),
    ]),
  }
}

const NOTE_TYPES: Record<Note['effect'], string | null> = {
  restated: 'substitution',
  inserted: 'insertion',
  excluded: 'repeal',
  amended: 'substitution',
  repealed: 'repeal',
  other: null,
}

const ACTION_TYPES: Record<Amendment['action'], string> = {
  restate: 'substitution',
  'replace-words': 'substitution',
  insert: 'insertion',
  exclude: 'repeal',
  repeal: 'repeal',
  renumber: 'renumbering',
  'insert-row': 'insertion',
  'restate-standard': 'substitution',
  'insert-standards': 'insertion',
}

/** The addresses of the acts that a note speaks of. */
function sourcesOf(note: Note): string[] {
  return actsOf(note).flatMap((act) => referenceUri(act) ?? [])
}

/**
 * What the act changes in others, and what others changed in this document.
 *
 * @param destination address of the document the notes stand in
 * @param act the act that the document is; null for a standard
 */
export function analysis(
  amendments: readonly Amendment[],
  notes: readonly {note: Note; eId: string}[],
  destination: string,
  place: Place,
  act: Resolution | null = null,
): string {
  const active = amendments.map((amendment, index) => activeModification(amendment, index, place))
  const passive = notes.flatMap(({note, eId}) => {
    const type = NOTE_TYPES[note.effect]
    if (type === null) return []
    const changed = changedElement(note.target, place, act)
    return sourcesOf(note).map((from) =>
      element('textualMod', {type, eId: place.ids.next(place.prefix, 'textualMod')}, [
        inline('source', {href: from}, ''),
        inline('destination', {href: changed === null ? destination : `#${changed}`, [own('note')]: `#${eId}`}, ''),
      ]),
    )
  })
  if (active.length + passive.length === 0) return ''
  return element('analysis', {source}, [
    active.length === 0 ? '' : element('activeModifications', {}, active),
    passive.length === 0 ? '' : element('passiveModifications', {}, passive),
  ])
}

/** «1-тармақ», «1-тармаққа», «15-2-тармақтың» */
const POINT = /^(?<point>\d+(?:-\d+)?)-тарма[қғ]\p{L}*$/u
/** «2-тармақтың 2) тармақшасы» */
const ITEM = /^(?<point>\d+(?:-\d+)?)-тармақтың (?<item>\d+(?:-\d+)?)\) тармақша\p{L}*$/u
/** «Кіріспе», «Қаулының кіріспесі» */
const PREAMBLE = /^(?:қаулының )?кіріспе\p{L}*$/iu
/** «Тақырыбы», «Қаулының тақырыбы» */
const TITLE = /^(?:қаулының )?тақыры[бп]\p{L}*$/iu

/** The element of the document that a note speaks of; null where it is the whole, or not one element for certain. */
function changedElement(target: string, place: Place, act: Resolution | null): string | null {
  const words = target.trim()
  if (act !== null && TITLE.test(words)) return place.prefix === '' ? 'longTitle' : `${place.prefix}__longTitle`
  if (act !== null && PREAMBLE.test(words)) return act.preamble === '' ? null : 'preamble'
  const found = (POINT.exec(words) ?? ITEM.exec(words))?.groups
  if (!found) return null
  const {point, item} = found
  const anchors = place.anchors.filter(
    (anchor) =>
      anchor.document === place.prefix &&
      anchor.point === point &&
      (item === undefined ? anchor.item === null : anchor.item === `${item})`),
  )
  return anchors.length === 1 ? anchors[0]!.eId : null
}

function activeModification(amendment: Amendment, index: number, place: Place): string {
  const {action, item, target, text, words, inForce, lines, applied} = amendment
  const attributes = {
    type: ACTION_TYPES[action],
    eId: place.ids.next(place.prefix, 'textualMod'),
    [own('action')]: action,
    [own('item')]: item,
    [own('lines')]: sourceLines(lines),
    [own('applied')]: applied,
    [own('id')]: amendment.id === `${amendment.by}/${String(index + 1)}` ? null : amendment.id,
  }
  const rest = further(amendment, ['id', 'by', 'item', 'target', 'action', 'text', 'words', 'inForce', 'lines', 'applied'])
  const modification = place.modifications.get(amendment)
  const standing = modification?.eId ?? itemOf(place.anchors, amendment) ?? innermost(place.anchors, lines)
  const act = target.resolution
  const destination: Attributes = {
    href: destinationUri(target),
    [own('number')]: act?.number,
    [own('date')]: act?.date,
  }
  return element('textualMod', attributes, [
    inline('source', {href: standing === null ? '#' : `#${standing}`}, ''),
    element('destination', destination, [
      ownValue('standard', target.standard),
      ownValue('place', target.place),
      further(target, ['resolution', 'standard', 'place']),
    ]),
    inForce === null
      ? ''
      : element('force', {}, [ownValue('inForce', inForce.text, {rule: inForce.rule}), further(inForce, ['text', 'rule'])]),
    rest === '' ? '' : element('condition', {}, [rest]),
    words === null ? '' : element('old', quoted(modification?.old), [ownValue('words', words.old)]),
    words === null ? '' : element('new', quoted(modification?.new), [ownValue('words', words.new)]),
    text === null ? '' : element('new', quoted(modification?.new), [ownValue('text', text)]),
  ])
}

/** Units of a place that have an element with a number in our export of the act. */
const ELEMENTS: Partial<Record<AmendmentStep['unit'], string>> = {section: 'sec', point: 'para', item: 'point'}
/** Units of which there is one. */
const SINGLE: Partial<Record<AmendmentStep['unit'], string>> = {title: 'longTitle', preamble: 'preamble'}

/**
 * The address of what is changed: the act, and the element in it where the place is one point or item of the act
 * itself. What is changed in one of its standards is the act's for the address: which number the standard has in that
 * act, the instruction does not say.
 */
function destinationUri({resolution, standard, paths}: Amendment['target']): string {
  const act = resolution === null ? null : referenceUri(resolution)
  if (act === null) return '#'
  if (standard !== null) return act
  const [steps = [], ...others] = paths ?? []
  const parts = steps.map(({unit, number}) =>
    ELEMENTS[unit] === undefined || number === null ? (SINGLE[unit] ?? null) : eIdPart(ELEMENTS[unit], number),
  )
  return others.length > 0 || parts.length === 0 || parts.includes(null) ? act : `${act}/!main#${encodeURI(parts.join('__'))}`
}

const quoted = (eId: string | null | undefined): Attributes => ({href: typeof eId === 'string' ? `#${eId}` : null})

/** The item or point that the instruction is: «3.8)» is item 8) of point 3. */
function itemOf(anchors: readonly Anchor[], {item, lines: [first]}: Amendment): string | null {
  const found = anchors.filter((anchor) => (anchor.item === null ? anchor.point : `${anchor.point}.${anchor.item}`) === item)
  // A number that stands twice is that of the last before the instruction.
  return found.findLast(({lines}) => lines[0] <= first)?.eId ?? null
}

/** The smallest element whose lines hold these. */
function innermost(anchors: readonly Anchor[], [first, last]: Amendment['lines']): string | null {
  const around = anchors.filter(({lines}) => lines[0] <= first && last <= lines[1])
  const smallest = around.sort((a, b) => a.lines[1] - a.lines[0] - (b.lines[1] - b.lines[0]))[0]
  return smallest?.eId ?? null
}

/** Acts and people that the act speaks of. */
export function actReferences(
  resolution: Resolution,
  standards: readonly Standard[],
  amendments: readonly Amendment[],
  file: File,
): string {
  const work = actUri(resolution)
  const reference = (name: string, eId: string, href: string, showAs: string) => inline(name, {eId, href, showAs}, '')
  const acts = (name: string, hrefs: readonly (string | null)[]) =>
    [...new Set(hrefs.filter((href) => href !== null))].map((href) => reference(name, file.ids.next('', name), href, showAct(href)))
  const {signatory} = resolution
  return element('references', {source}, [
    reference('original', 'original', `${work}/kaz@${resolution.date}`, showAct(work)),
    ...acts('passiveRef', [...resolution.notes, ...standards.flatMap(({notes}) => notes)].flatMap(sourcesOf)),
    ...acts(
      'activeRef',
      amendments.map(({target}) => (target.resolution === null ? null : referenceUri(target.resolution))),
    ),
    ...standards.map((standard) => {
      const href = `${work}/!${standardComponent(standard)}`
      return inline('hasAttachment', {eId: file.ids.next('', 'hasAttachment'), href, showAs: standard.title, type: 'standard'}, '')
    }),
    ...agents(signatory),
  ])
}

/** What a standard's own file says of the act around it. */
export function standardReferences(standard: Standard, resolution: ActHead, file: File): string {
  const work = actUri(resolution)
  return element('references', {source}, [
    inline('original', {eId: 'original', href: `${work}/kaz@${resolution.date}`, showAs: showAct(work)}, ''),
    inline('attachmentOf', {eId: 'attachmentOf_1', href: work, showAs: resolution.title, type: 'resolution'}, ''),
    ...[...new Set(standard.notes.flatMap(sourcesOf))].map((href) =>
      inline('passiveRef', {eId: file.ids.next('', 'passiveRef'), href, showAs: showAct(href)}, ''),
    ),
    ...agents(null),
  ])
}

/** The component of an act that is a standard. */
export function standardComponent(standard: Standard): string {
  return `standard_${segment(String(standard.ordinal))}`
}

/** «№ 473, 2013-05-08» out of an address. */
function showAct(uri: string): string {
  const [date = '', number = ''] = uri.split('/').slice(-2)
  return `№ ${decodeURIComponent(number)}, ${date}`
}

function agents(signatory: Resolution['signatory']): string[] {
  const ontology = (eId: string, kind: string, name: string, showAs: string) => [
    inline(`TLC${kind}`, {eId, href: `/akn/ontology/${kind.toLowerCase()}/kz/${name}`, showAs}, ''),
  ]
  return [
    ...ontology(EDITOR, 'Organization', 'qyzmet', 'Qyzmet'),
    ...ontology(GOVERNMENT, 'Organization', 'government', 'Қазақстан Республикасының Үкіметі'),
    ...(signatory === null
      ? []
      : [
          ...ontology(SIGNATORY, 'Person', segment(signatory.name), signatory.name),
          ...ontology(SIGNATORY_ROLE, 'Role', segment(signatory.role), signatory.role),
        ]),
    ...ontology(AUTHOR, 'Role', 'author', 'Автор'),
    ...ontology(ENACTED, 'Concept', 'in-force', 'Қолданыста'),
  ]
}

/** The signature under the act. */
export function signature(signatory: NonNullable<Resolution['signatory']>, inlineText: (value: string) => string): string {
  const role = inline('role', {refersTo: `#${SIGNATORY_ROLE}`}, inlineText(signatory.role))
  const person = inline('person', {refersTo: `#${SIGNATORY}`, as: `#${SIGNATORY_ROLE}`}, inlineText(signatory.name))
  return inline('signature', {}, `${role} ${person}`)
}

/** Notes of amendment, as the source prints them. */
export function writeNotes(notes: readonly Note[], place: Place): {written: string; eIds: string[]} {
  const eIds = notes.map(() => place.ids.next(place.prefix, 'note'))
  if (notes.length === 0) return {written: '', eIds}
  const written = notes.map((note, index) => {
    const attributes = {
      eId: eIds[index],
      [own('lines')]: sourceLines(note.lines),
      [own('date')]: note.date,
      [own('number')]: note.number,
      [own('effect')]: note.effect,
      [own('target')]: note.target,
      [own('acts')]: note.acts && joinActs(note.acts),
    }
    // A note must hold something.
    const blocks = paragraphs(note.text)
    return element('note', attributes, blocks.length > 0 ? blocks : [inline('p', {class: 'empty'}, '')])
  })
  return {written: element('notes', {source}, written), eIds}
}

/** Where the notes are shown: behind the title. */
export function noteReferences(eIds: readonly string[]): string {
  return eIds.length === 0
    ? ''
    : inline('p', {class: 'notes'}, eIds.map((eId) => inline('noteRef', {href: `#${eId}`, placement: 'bottom'}, '')).join(''))
}

/** Whether the wording is still that of the day the act was adopted. */
export const versionOf = ({edition, resolution}: File): string => (edition === resolution.date ? 'originalVersion' : 'singleVersion')

/** What Akoma Ntoso has no place for, one element for each thing. */
export function proprietary(kind: 'resolution' | 'standard' | 'annex' | 'attachment', children: readonly string[]): string {
  const version = kind === 'resolution' || kind === 'standard' ? EXPORT_VERSION : null
  return element('proprietary', {source}, [inline(`${OWN_PREFIX}:export`, {version, of: kind}, ''), ...children])
}
