/**
 * Our own Akoma Ntoso, back into the model it was written from.
 *
 * Everything comes from the structure of the document (hierarchy, tables, text) and, for what Akoma Ntoso has no
 * place for, from single elements of our own beside it. Facts are made anew from the points.
 */
import type {z} from 'zod'
import {readFacts} from '../facts/index.ts'
import {Amendment, Resolution, Standard} from '../model/index.ts'
import type {Coverage, Diagnostic, Note} from '../model/index.ts'
import {readAnnex} from './akn-annex.ts'
import {readHierarchy, readPoints} from './akn-body.ts'
import {AKN, EXPORT_VERSION, splitActs} from './akn-names.ts'
import {
  AknError,
  attribute,
  boolean,
  child,
  children,
  descend,
  fail,
  furtherOf,
  integer,
  linesOf,
  need,
  needAttribute,
  ownAttribute,
  ownChildren,
  paragraphsOf,
  textOf,
  type Taken,
} from './akn-nodes.ts'
import {isElement, readXml, XmlError, type XmlElement} from './akn-xml.ts'

export interface AknReading {
  /** Null for the file of a standard alone, and where the file cannot be read. */
  resolution: Resolution | null
  standards: Standard[]
  amendments: Amendment[]
  diagnostics: Diagnostic[]
  coverage: Coverage
}

/** Reads a file of our export. Never throws: what is wrong with it is an error among the diagnostics. */
export function readAkomaNtoso(file: string, source: string): AknReading {
  const taken: Taken = new Set()
  try {
    const root = readXml(source)
    return {...readDocument(root, taken), diagnostics: [], coverage: cover(file, source, root, taken)}
  } catch (error) {
    if (!(error instanceof XmlError || error instanceof AknError)) throw error
    const [rule, what] =
      error instanceof XmlError
        ? ['akn/not-well-formed', 'This is not well-formed XML']
        : ['akn/not-ours', 'This Akoma Ntoso cannot be read back']
    return {
      resolution: null,
      standards: [],
      amendments: [],
      diagnostics: [{file, line: error.line, rule, severity: 'error', message: `${what}: ${error.message}.`}],
      coverage: cover(file, source, null, taken),
    }
  }
}

function readDocument(root: XmlElement, taken: Taken): Pick<AknReading, 'resolution' | 'standards' | 'amendments'> {
  if (root.space !== AKN || root.name !== 'akomaNtoso')
    fail(root, `the root is <${root.name}> of «${root.space}», not <akomaNtoso> of Akoma Ntoso 3.0`)
  const document = children(root)[0] ?? fail(root, 'there is no document in it')
  const mark = ownChildren(descend(document, 'meta', 'proprietary'), 'export')[0]
  if (!mark) fail(document, 'it was not written by Qyzmet; only our own export can be read')
  const version = attribute(mark, 'version')
  if (version !== EXPORT_VERSION)
    fail(mark, `it was written by version ${version ?? '(none)'} of the export; this program reads version ${EXPORT_VERSION}`)
  const kind = attribute(mark, 'of')
  if (kind === 'standard') return {resolution: null, standards: [readStandard(document, null, taken)], amendments: []}
  if (kind !== 'resolution') fail(mark, `«${kind ?? ''}» is no kind of document that can be read by itself`)
  return readAct(document, taken)
}

function readAct(act: XmlElement, taken: Taken): Pick<AknReading, 'resolution' | 'standards' | 'amendments'> {
  const meta = need(act, 'meta')
  const proprietary = need(meta, 'proprietary')
  const about = ownChildren(proprietary, 'resolution')[0] ?? fail(proprietary, 'the proprietary metadata say nothing of the act')
  const source = ownChildren(proprietary, 'source')[0] ?? fail(proprietary, 'the proprietary metadata do not name the source')
  const {number, date, id: byNumber} = identity(meta)
  const id = attribute(about, 'id') ?? byNumber
  const documents = children(descend(act, 'attachments') ?? act, 'attachment').map((attachment) => {
    const num = child(attachment, 'num')
    if (num) textOf(num, taken)
    return need(attachment, 'doc')
  })
  const standards = documents
    .filter((document) => attribute(document, 'name') === 'standard')
    .map((document) => readStandard(document, id, taken))
  refuseTwins(act, standards)
  const amendments = readAmendments(meta, id, taken)
  refuseTwins(act, amendments)
  takePreface(act, taken)
  const [repealed] = ownChildren(proprietary, 'repealedBy')
  const lines = needAttribute(source, 'lines')
  const preamble = child(act, 'preamble')
  const resolution = {
    id,
    number,
    date,
    title: titleOf(act, taken),
    kind: needAttribute(need(meta, 'identification', 'FRBRWork', 'FRBRsubtype'), 'value'),
    signatory: signatoryOf(act, taken),
    status: needAttribute(about, 'status'),
    repealedBy: repealed ? {number: needAttribute(repealed, 'number'), date: attribute(repealed, 'date')} : null,
    notes: readNotes(meta, taken),
    preamble: preamble ? paragraphsOf(preamble, taken) : '',
    points: readPoints(need(act, 'body'), taken),
    attachments: documents
      .filter((document) => attribute(document, 'name') === 'attachment')
      .map((document) => readAttachment(document, taken)),
    standards: standards.map((standard) => standard.id),
    amendments: amendments.map((amendment) => amendment.id),
    source: {
      file: needAttribute(source, 'file'),
      format: needAttribute(source, 'format'),
      sha256: needAttribute(source, 'sha256'),
      lines: /^\d+$/u.test(lines) ? integer(source, lines) : linesOf(source, lines),
    },
    ...furtherOf(proprietary, taken),
  }
  return {resolution: checked(Resolution, resolution, act), standards, amendments}
}

/** An export that somebody has edited may say a number twice. */
function refuseTwins(element: XmlElement, parts: readonly {id: string}[]): void {
  const ids = parts.map(({id}) => id)
  const twin = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twin !== undefined) fail(element, `${twin} stands in it twice`)
}

/** Number and date of the act, and the identifier that they make. */
function identity(meta: XmlElement): {number: string; date: string; id: string} {
  const work = need(meta, 'identification', 'FRBRWork')
  const number = needAttribute(need(work, 'FRBRnumber'), 'value')
  const date = needAttribute(need(work, 'FRBRdate'), 'date')
  return {number, date, id: `${date.slice(0, 4)}-${number}`}
}

/** @param act identifier of the act around it; null where the standard stands alone */
function readStandard(document: XmlElement, act: string | null, taken: Taken): Standard {
  const meta = need(document, 'meta')
  const proprietary = need(meta, 'proprietary')
  const about = ownChildren(proprietary, 'standard')[0] ?? fail(proprietary, 'the proprietary metadata of a standard say nothing of it')
  const resolution = attribute(about, 'resolution') ?? act ?? identity(meta).id
  const ordinal = integer(about, needAttribute(about, 'ordinal'))
  const id = attribute(about, 'id') ?? `${resolution}-${String(ordinal)}`
  const title = titleOf(document, taken)
  const {sections, points} = readHierarchy(need(document, 'mainBody'), taken)
  const annexes = children(child(document, 'attachments') ?? document, 'attachment').map((attachment) => {
    const num = child(attachment, 'num')
    if (num) textOf(num, taken)
    return readAnnex(need(attachment, 'doc'), id, taken)
  })
  refuseTwins(document, annexes)
  const standard = {
    id,
    resolution,
    ordinal,
    title,
    status: needAttribute(about, 'status'),
    legalStatus: needAttribute(about, 'legalStatus'),
    lines: linesOf(about, attribute(about, 'lines')),
    notes: readNotes(meta, taken),
    sections,
    points,
    facts: readFacts({title, points}),
    annexes,
    ...furtherOf(proprietary, taken),
  }
  return checked(Standard, standard, document)
}

function readAttachment(document: XmlElement, taken: Taken): Resolution['attachments'][number] {
  const proprietary = need(document, 'meta', 'proprietary')
  const about =
    ownChildren(proprietary, 'attachment')[0] ?? fail(proprietary, 'the proprietary metadata of an attachment say nothing of it')
  const body = need(document, 'mainBody')
  const number = attribute(about, 'number')
  return {
    number: number === null ? null : integer(about, number),
    title: titleOf(document, taken),
    text: paragraphsOf(body, taken),
    points: readPoints(body, taken),
    lines: linesOf(about, attribute(about, 'lines')),
  }
}

function titleOf(document: XmlElement, taken: Taken): string {
  return textOf(need(document, 'preface', 'longTitle', 'p', 'docTitle'), taken)
}

/** Number and date stand in the preface for people; they are read from the head. */
function takePreface(act: XmlElement, taken: Taken): void {
  for (const line of children(need(act, 'preface'), 'p')) textOf(line, taken)
}

function signatoryOf(act: XmlElement, taken: Taken): Resolution['signatory'] {
  const signature = descend(act, 'conclusions', 'p', 'signature')
  return signature ? {name: textOf(need(signature, 'person'), taken), role: textOf(need(signature, 'role'), taken)} : null
}

function readNotes(meta: XmlElement, taken: Taken): Note[] {
  return children(child(meta, 'notes') ?? meta, 'note').map((note) => {
    const acts = ownAttribute(note, 'acts')
    return {
      text: paragraphsOf(note, taken),
      date: ownAttribute(note, 'date'),
      number: ownAttribute(note, 'number'),
      ...(acts === null ? {} : {acts: splitActs(acts)}),
      target: needAttribute(note, 'target', ownAttribute(note, 'target')),
      effect: needAttribute(note, 'effect', ownAttribute(note, 'effect')) as Note['effect'],
      lines: linesOf(note),
    }
  })
}

function readAmendments(meta: XmlElement, by: string, taken: Taken): Amendment[] {
  const active = descend(meta, 'analysis', 'activeModifications')
  return children(active ?? meta, 'textualMod').map((element, index) => {
    const destination = need(element, 'destination')
    const [force] = ownChildren(child(element, 'force'), 'inForce')
    const words = (name: string, what: string) =>
      children(element, name).flatMap((holder) => ownChildren(holder, what).map((value) => textOf(value, taken)))[0] ?? null
    const ownText = (name: string) => ownChildren(destination, name).map((value) => textOf(value, taken))[0] ?? null
    const number = ownAttribute(destination, 'number')
    const [before, after] = [words('old', 'words'), words('new', 'words')]
    const amendment = {
      id: ownAttribute(element, 'id') ?? `${by}/${String(index + 1)}`,
      by,
      item: needAttribute(element, 'item', ownAttribute(element, 'item')),
      target: {
        resolution: number === null ? null : {number, date: ownAttribute(destination, 'date')},
        standard: ownText('standard'),
        place: ownText('place') ?? '',
        ...furtherOf(destination, taken),
      },
      action: needAttribute(element, 'action', ownAttribute(element, 'action')),
      text: words('new', 'text'),
      words: before === null || after === null ? null : {old: before, new: after},
      inForce: force
        ? {text: textOf(force, taken), rule: needAttribute(force, 'rule'), ...furtherOf(child(element, 'force'), taken)}
        : null,
      lines: linesOf(element),
      applied: boolean(element, ownAttribute(element, 'applied')),
      ...furtherOf(child(element, 'condition'), taken),
    }
    return checked(Amendment, amendment, element)
  })
}

/** What was read, if it is what the model allows. */
function checked<Schema extends z.ZodType>(schema: Schema, value: unknown, element: XmlElement): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  return fail(
    element,
    `the field ${issue?.path.join('.') ?? ''} of what is read from <${element.name}> is not as it must be (${issue?.message ?? ''})`,
  )
}

/** Which text went into the model. Tags, metadata in attributes and comments are markup. */
function cover(file: string, source: string, root: XmlElement | null, taken: Taken): Coverage {
  const visible = (text: string): number => text.replace(/\s+/gu, '').length
  const space = source.length - visible(source)
  let published = 0
  const left: {line: number; count: number}[] = []
  const walk = (element: XmlElement): void => {
    for (const node of element.children) {
      if (isElement(node)) walk(node)
      else if (taken.has(node)) published += visible(node.text)
      else if (node.text.trim() !== '') left.push({line: node.line, count: visible(node.text)})
    }
  }
  if (root) walk(root)
  const unaccounted = left.reduce((sum, {count}) => sum + count, 0)
  return {
    file,
    characters: source.length,
    published,
    setAside: {[root ? 'markup' : 'not read']: source.length - space - published - unaccounted, 'white space': space},
    unaccounted,
    unaccountedLines: [...new Set(left.map(({line}) => line))],
  }
}
