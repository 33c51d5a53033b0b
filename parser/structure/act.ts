/** A whole act: the resolution, its standards with their annexes, its amending instructions, and the coverage. */
import {Ledger, linesOf} from '../coverage.ts'
import {readFacts} from '../facts/index.ts'
import type {Amendment, Annex, Coverage, Resolution, Standard} from '../model/index.ts'
import {foldSpace, type Block, type Line} from '../tree.ts'
import {readAnnex} from './annex.ts'
import {approvedItems, approvingItem} from './approved.ts'
import {missingAnnexes} from './cut-off.ts'
import {lineKey, squeeze} from './keys.ts'
import {assignNumbers} from './numbering.ts'
import {readOutline, type AnnexPart, type AttachmentPart, type StandardPart} from './outline.ts'
import {readAmendments} from './amendment.ts'
import {toParagraphs, type Paragraph} from './paragraphs.ts'
import {readPoints} from './point.ts'
import type {Reading} from './reading.ts'
import {orders, readResolution, type ResolutionReading} from './resolution.ts'
import {readStandard} from './standard.ts'

export interface ActReading {
  resolution: Omit<Resolution, 'source'> | null
  standards: Standard[]
  amendments: Amendment[]
  coverage: Coverage
}

/** Text that belongs to no act that could be named: the error that says so stands for all of it. */
const NOT_OF_AN_ACT = 'not of a resolution'

/** Reads the act that the tree holds. Never throws. */
export function readAct(reading: Reading): ActReading {
  const {root, file, words} = reading
  const outline = readOutline(root)
  const ledger = new Ledger(root)
  const actParagraphs = toParagraphs(outline.act, root.format, words, file)
  const own = readResolution(actParagraphs)
  const id = own.identity ? `${own.identity.date.slice(0, 4)}-${own.identity.number}` : null
  if (id === null) {
    const message = orders(outline.act.map((block) => (block.type === 'line' ? block.value : '')).join(' '))
      ? 'The number and date of the resolution were not found («… Үкіметінің … жылғы … № … Қаулысы»).'
      : 'This text is not a resolution of the Government: no line names one («Қазақстан Республикасы Үкіметінің … № … Қаулысы»).'
    file.message(message, {place: {line: 1, column: 1}, ruleId: 'not-a-resolution', source: 'structure'}).fatal = true
  }
  const attached = outline.parts
    .filter((part) => part.kind === 'attachment')
    .map((part) => readAttachment(part, id !== null, reading, ledger))
  const amendments = readAmendments(
    [...attached.flatMap(({paragraphs}) => paragraphs), ...own.pointParagraphs],
    id ?? '',
    own.identity?.date ?? null,
  )
  const parts = takeRepeated(
    outline.parts.filter((part) => part.kind === 'standard'),
    standardKey,
    (part) => {
      ledger.setAside(
        [
          ...part.stamp,
          ...part.titleLines,
          ...linesOf(part.body),
          ...part.annexes.flatMap((annex) => [...annex.caption, ...linesOf(annex.body)]),
        ],
        'printed twice',
      )
      doubt(
        reading,
        part.titleLines[0]?.number ?? 1,
        'standard-twice',
        `«${part.title}» is printed twice in the same words; it is published once.`,
      )
    },
  )
  const ordinals = standardOrdinals(parts, own, reading)
  const standards = parts.map((part, index) => compileStandard(part, id ?? file.stem ?? 'unknown', ordinals[index]!, own, reading, ledger))
  const lastIncluded = standards.findLast(({status}) => status === 'included')
  for (const standard of standards) {
    // What the last standard lacks at its end was cut off with the text, and is reported as that.
    const end = standard === lastIncluded ? Math.max(0, ...standard.annexes.map(({number}) => number)) : Infinity
    const missing = missingAnnexes(standard).filter((number) => number < end)
    if (missing.length === 0) continue
    doubt(
      reading,
      standard.points[0]?.lines[0] ?? standard.lines[0],
      'missing-annex',
      `${standard.id}: its points speak of annex ${missing.join(', ')}, which does not follow it.`,
    )
  }
  if (id !== null && own.points.length > 0 && !orders(own.preamble)) {
    const line = own.points[0]!.lines[0]
    doubt(
      reading,
      line,
      'missing-preamble',
      'No preamble («… Үкіметі ҚАУЛЫ ЕТЕДІ:») stands before the first point: it is lost, or the text is not of the act itself.',
    )
  }
  if (id === null) ledger.setAside(linesOf(outline.act), NOT_OF_AN_ACT)
  else publishAct(outline.act, own, ledger)
  const resolution =
    id && own.identity
      ? compileResolution(
          id,
          own,
          attached.map(({attachment}) => attachment),
          standards,
          amendments,
        )
      : null
  return {resolution, standards, amendments, coverage: ledger.close(file.path)}
}

function doubt(reading: Reading, line: number, ruleId: string, message: string): void {
  reading.file.message(message, {place: {line, column: 1}, ruleId, source: 'structure'})
}

/** Leaves out what repeats an earlier entry in the same words; `report` is told of each. */
function takeRepeated<T>(
  entries: readonly T[],
  keyOf: (entry: T) => {name: string; words: () => string},
  report: (entry: T) => void,
  shortest = SHORTEST_REPEATED,
): T[] {
  const seen = new Map<string, (() => string)[]>()
  return entries.filter((entry) => {
    const {name, words} = keyOf(entry)
    const earlier = seen.get(name) ?? []
    // The words are compared only where the names are the same, which is rare.
    const repeated = earlier.length > 0 && words().length >= shortest && earlier.some((other) => other() === words())
    if (repeated) report(entry)
    else seen.set(name, [...earlier, words])
    return !repeated
  })
}

/** Notes of exclusion and empty blanks are alike without being one. */
const SHORTEST_REPEATED = 200
/** Under the same number, a few words are enough; two captions with nothing between them are no repeat. */
const SHORTEST_REPEATED_ANNEX = 20
/** A converter sets marks as it likes: repeats are told by letters and digits. */
const NOT_WORDS = /[^\p{L}\p{N}]+/gu

function standardKey(part: StandardPart): {name: string; words: () => string} {
  return {name: squeeze(part.title), words: () => bodyKey(part.body)}
}

function annexKey({number, body}: AnnexPart): {name: string; words: () => string} {
  return {name: String(number), words: () => bodyKey(body)}
}

function bodyKey(body: readonly Block[]): string {
  return [...linesOf(body)].map(lineKey).join('').replace(NOT_WORDS, '')
}

/** True for two annexes most of whose lines are the same: a copy with a word changed or its end lost. */
function nearlyTheSame(one: AnnexPart, other: AnnexPart): boolean {
  const keys = [one, other].map(({body}) => [...linesOf(body)].map(lineKey).filter((key) => key.length > 2))
  const [fewer = [], more = []] = keys.sort((a, b) => a.length - b.length)
  const known = new Set(more)
  return fewer.length > 0 && fewer.filter((key) => known.has(key)).length >= MOST_LINES * fewer.length
}

/** Share of the lines that a copy has with what it copies. */
const MOST_LINES = 0.7

/** The number of the resolution's annex that holds a standard, or of the item that approves it, or the next. */
function standardOrdinals(parts: readonly StandardPart[], own: ResolutionReading, reading: Reading): number[] {
  const items = parts.some((part) => part.annexNumber === null) ? approvedItems(own.points) : []
  const printed = parts.map((part) => part.annexNumber ?? approvingItem(part.title, items))
  const ordinals = assignNumbers(printed)
  parts.forEach((part, index) => {
    if (part.annexNumber === null || part.annexNumber === ordinals[index]) return
    const message = `The stamp of «${part.title}» names annex ${String(part.annexNumber)}, which another standard holds; it is published as standard ${String(ordinals[index])}.`
    doubt(reading, part.stamp[0]?.number ?? 1, 'standard-number', message)
  })
  return ordinals
}

function compileResolution(
  id: string,
  own: ResolutionReading,
  attachments: Attachment[],
  standards: readonly Standard[],
  amendments: readonly Amendment[],
): Omit<Resolution, 'source'> {
  return {
    id,
    number: own.identity!.number,
    date: own.identity!.date,
    title: own.title,
    kind: 'resolution',
    signatory: own.signatory,
    status: own.status,
    repealedBy: own.repealedBy,
    notes: own.notes,
    preamble: own.preamble,
    points: own.points,
    attachments,
    standards: standards.map((standard) => standard.id),
    amendments: amendments.map((amendment) => amendment.id),
  }
}

type Attachment = Resolution['attachments'][number]

function readAttachment(
  part: AttachmentPart,
  hasAct: boolean,
  reading: Reading,
  ledger: Ledger,
): {attachment: Attachment; paragraphs: Paragraph[][]} {
  const {root, words, file} = reading
  const paragraphs = toParagraphs(part.body, root.format, words, file, true)
  const {
    before,
    points,
    paragraphs: parts,
  } = readPoints(paragraphs, (paragraph) => root.format === 'markdown' || paragraph.indent === 'indented')
  const [title, ...text] = before
  ledger.setAside(part.stamp, 'stamp of the act')
  if (hasAct) ledger.publish(linesOf(part.body), paragraphs.map((paragraph) => paragraph.text).join('\n'))
  else ledger.setAside(linesOf(part.body), NOT_OF_AN_ACT)
  const lines: [number, number] = [part.stamp[0]?.number ?? 0, paragraphs.at(-1)?.lines[1] ?? part.stamp.at(-1)?.number ?? 0]
  return {
    attachment: {
      number: part.annexNumber,
      title: title?.text ?? '',
      text: text.map((paragraph) => paragraph.text).join('\n'),
      points,
      lines,
    },
    paragraphs: parts,
  }
}

/** What stands around the name in a title of a standard, in every wording. */
const TITLE_FORMULA = 'мемлекеттік қызмет көрсету стандарты мемлекеттік көрсетілетін қызметтің қызметін көрсетудің стандарты'

function compileStandard(
  part: StandardPart,
  resolution: string,
  ordinal: number,
  own: ResolutionReading,
  reading: Reading,
  ledger: Ledger,
): Standard {
  const id = `${resolution}-${String(ordinal)}`
  const standard = readStandard(part, reading)
  ledger.setAside(part.stamp, 'stamp of the act')
  ledger.publish(part.titleLines, `«${part.title}» ${TITLE_FORMULA} ${standard.sections[0]?.title ?? ''}`)
  const published = [
    ...standard.notes.map((note) => note.text),
    ...standard.sections.map((section) => `${section.number}. ${section.title}`),
    ...standard.points.map((point) => (point.number ? `${point.number}. ${point.text}` : point.text)),
  ]
  ledger.publish(linesOf(part.body), published.join('\n'))
  const annexes = compileAnnexes(part, id, reading, ledger)
  const facts = readFacts({title: standard.title, points: standard.points})
  const legalStatus = standard.status === 'excluded' ? 'repealed' : own.status
  const lines: [number, number] = [
    part.stamp[0]?.number ?? standard.lines[0],
    Math.max(standard.lines[1], ...annexes.map((annex) => annex.lines[1])),
  ]
  return {...standard, id, resolution, ordinal, legalStatus, facts, annexes, lines}
}

function compileAnnexes(part: StandardPart, id: string, reading: Reading, ledger: Ledger): Annex[] {
  const annexes: Annex[] = []
  const setAsideRepeat = (annexPart: AnnexPart) => {
    ledger.setAside([...annexPart.caption, ...linesOf(annexPart.body)], 'printed twice')
    const line = annexPart.caption[0]?.number ?? 1
    doubt(
      reading,
      line,
      'annex-twice',
      `${id}: annex ${String(annexPart.number ?? '')} is printed twice in the same words; it is published once.`,
    )
  }
  const numbered = takeRepeated(
    part.annexes.filter(({number}) => number !== null),
    annexKey,
    setAsideRepeat,
    SHORTEST_REPEATED_ANNEX,
  )
  const unnumbered = takeRepeated(
    part.annexes.filter(({number}) => number === null),
    annexKey,
    setAsideRepeat,
  )
  const kept = new Set([...numbered, ...unnumbered])
  const parts = part.annexes.filter((annexPart) => kept.has(annexPart))
  const numbers = assignNumbers(parts.map(({number}) => number))
  for (const [index, annexPart] of parts.entries()) {
    const expected = (numbers[index - 1] ?? 0) + 1
    const number = numbers[index]!
    // An only annex has no number by rights.
    if (annexPart.number === null && parts.length > 1) {
      doubt(
        reading,
        annexPart.caption.at(-1)?.number ?? 1,
        'annex-without-number',
        'The caption of this annex has no number; it is counted on from the one before.',
      )
    }
    const twin = annexPart.number === null ? -1 : parts.findIndex((other) => other.number === annexPart.number)
    if (twin !== -1 && twin < index && nearlyTheSame(parts[twin]!, annexPart)) {
      const message = `${id}: annex ${String(annexPart.number)} is printed twice, in nearly the same words; the second is published as annex ${String(number)}.`
      doubt(reading, annexPart.caption[0]?.number ?? 1, 'annex-twice', message)
    } else if (annexPart.number !== null && annexPart.number !== expected) {
      const message = `${id}: annex ${String(annexPart.number)} stands where annex ${String(expected)} was expected; it is published as annex ${String(number)}.`
      doubt(reading, annexPart.caption[0]?.number ?? 1, 'annex-number', message)
    }
    const annex = readAnnex(annexPart, `${id}/${String(number)}`, number, reading)
    ledger.setAside(annexPart.caption, 'annex caption')
    publishAnnex(annexPart.body, annex, ledger)
    const left = ledger.open(linesOf(annexPart.body))
    annexes.push({...annex, text: [annex.text, ...left.map(({value}) => foldSpace(value))].filter(Boolean).join('\n')})
    ledger.publish(left, left.map(({value}) => value).join('\n'))
    for (const line of left)
      doubt(
        reading,
        line.number,
        'left-out-line',
        `${annex.id}: this line has no place in what the annex was read as; it stands at its end.`,
      )
  }
  return annexes
}

/** Column numbers, rules and heads that a table repeats on every page. */
const COLUMN_NUMBERS = /^(?:\d{1,2}\s*){1,9}$/u
const RULE = /^[\s\-–—_|]+$/u

function publishAnnex(body: readonly Line[] | Parameters<typeof linesOf>[0], annex: Annex, ledger: Ledger): void {
  const lines = [...linesOf(body)]
  ledger.setAside(
    lines.filter((line) => annex.kind !== 'form' && annex.kind !== 'certificate' && RULE.test(line.value)),
    'table rule',
  )
  const rows = new Map<number, string>()
  for (const group of annex.groups ?? []) {
    for (const row of group.rows) {
      const text = [row.number, ...row.cells].join(' ')
      for (let line = row.lines[0]; line <= row.lines[1]; line++) rows.set(line, `${rows.get(line) ?? ''} ${text}`)
    }
  }
  ledger.publish(lines, annex.text, (line) => rows.get(line.number) ?? null)
  if (annex.kind === 'offices' || annex.kind === 'indicators') {
    ledger.setAside(
      lines.filter((line) => COLUMN_NUMBERS.test(line.value.trim())),
      'column numbers',
    )
    ledger.setAside(
      lines.filter((line) => /^[\s№рРpP/сСcCn\/п]+$/u.test(line.value)),
      'head of the number column',
    )
  }
}

function publishAct(blocks: Parameters<typeof linesOf>[0], own: ResolutionReading, ledger: Ledger): void {
  const lines = [...linesOf(blocks)]
  const within = (line: Line) => own.furniture.some((paragraph) => paragraph.lines[0] <= line.number && line.number <= paragraph.lines[1])
  ledger.setAside(lines.filter(within), 'page heading')
  const published = [
    own.title,
    own.preamble,
    ...own.notes.map((note) => note.text),
    ...own.points.map((point) => `${point.number}. ${point.text}`),
    `${own.signatory?.role ?? ''} ${own.signatory?.name ?? ''}`,
  ]
  ledger.publish(lines, published.join('\n'))
  if (own.identity) {
    // The line that names the act went into number, date, status and repealing act.
    ledger.setAside(
      lines.filter((line) => own.requisites.some((paragraph) => paragraph.lines[0] <= line.number && line.number <= paragraph.lines[1])),
      'number, date and status of the act',
    )
  }
}
