/**
 * Amending instructions.
 *
 *       2. «…» Қазақстан Республикасы Үкіметінің 2011 жылғы 7 сәуірдегі № 393 қаулысында:
 *       2) 1-тармақта:
 *       7) тармақшадағы «стандарты бекітілсін.» деген сөздер «стандарты;» деген сөзбен ауыстырылсын;
 *
 * is: in resolution № 393, point 1, item 7): replace «стандарты бекітілсін.» by «стандарты;». Lines that end in a
 * colon narrow the target for what follows; quoted paragraphs after «мынадай редакцияда жазылсын:» are the new text.
 */
import {parseDate} from '../language/dates.ts'
import type {ActReference, Amendment, AmendmentOperation} from '../model/index.ts'
import {maskQuotes, openQuotes, PLACEHOLDER, Q, unmask, type Masked} from './amendment-quotes.ts'
import {entryIntoForce, forceOf, type EntryIntoForce} from './amendment-force.ts'
import {readClause, splitClauses, VERB, type Clause} from './amendment-formula.ts'
import {RANK, readPlaces, within, type Step} from './amendment-place.ts'
import {ITEM_MARKER, POINT_NUMBER, type Paragraph} from './paragraphs.ts'

/** «Қазақстан Республикасы Үкіметінің 2011 жылғы 7 сәуірдегі № 393 қаулысында (… 389-құжат)», with its title quoted before it */
const ACT = new RegExp(
  `(?:${Q}(?:\\s?(?:,|және)\\s?${Q}){0,60}\\s)?(?:туралы\\s)?(?:(?:Қазақстан\\sРеспубликасы(?:ның)?|ҚР)\\s)?Үкіметінің\\s(?<date>\\d{4}\\s?(?:жыл(?:ғы|дың)|ж\\.)\\s?\\d{1,2}\\s\\p{L}+|\\d{1,4}[./]\\d{1,2}[./]\\d{1,4})\\s?(?:ж\\.\\s)?(?:№|N)\\s?(?<number>\\d[\\d-]*\\p{L}?)\\sқаулысы(?<suffix>\\p{L}*)(?:\\s?\\([^()]*(?:\\([^()]*\\)[^()]*)*\\))?`,
  'iu',
)
/** A case that makes the act a target: «қаулысына», «қаулысында», «қаулысының», «қаулысымен бекітілген» */
const TARGET_CASE = /^(?:на|нда|ның|ндағы|мен)$/iu
/** «көрсетілген қаулымен бекітілген «Бұқаралық …» мемлекеттік қызмет стандартында» */
const STANDARD = new RegExp(
  `(?:(?:жоғарыда\\s)?(?:көрсетілген|осы|аталған|аталмыш)\\sқаулы(?:мен|сымен)\\s)?(?:бекітілген\\s)?(?<titles>${Q}(?:\\s?(?:,|және|мен|пен|бен)\\s?${Q}){0,60})\\s?(?:атты\\s|деген\\s)?мемлекеттік\\s(?:көрсетілетін\\s)?қызмет\\p{L}*\\s(?:көрсету\\p{L}*\\s)?стандарт(?<suffix>\\p{L}*)`,
  'iu',
)
const STANDARD_WORDS = '(?:мемлекеттік\\s)?(?:көрсетілетін\\s)?(?:қызмет\\p{L}*\\s)?(?:көрсету\\p{L}*\\s)?стандарт'
/** «көрсетілген қаулымен бекітілген мемлекеттік қызмет стандартында»: the only standard of the act, whatever it is called */
const ONLY_STANDARD = new RegExp(
  `(?<![\\p{L}\\ue001])(?:жоғарыда\\s)?(?:көрсетілген\\s|осы\\s|аталған\\s|аталмыш\\s)?(?:қаулы(?:мен|сымен)\\s)бекітілген\\s${STANDARD_WORDS}(?:ының|ындағы|ында|тың|тағы|та|ы)?(?!\\p{L})`,
  'iu',
)
/** «стандарттың 3-тармағы», where no line before names a standard */
const A_STANDARD = new RegExp(
  `^(?:көрсетілген\\s|осы\\s|аталған\\s)?${STANDARD_WORDS}(?:ының|ындағы|ында|тың|тағы|та|(?=(?:қа|ына)\\s[^\\ue000]{0,12}қосымша)\\p{L}+)(?!\\p{L})`,
  'iu',
)
/**
 * «алынып тасталды - ҚР Үкіметінің 08.05.2013 № 473 қаулысымен (…)», «Күші жойылды - ҚР Үкіметінің …»: what was done to this act by
 * another stands in the place of what it said; it orders nothing.
 */
const DONE = /^\s*(?:(?:алып|алынып)\sтасталды|күші\sжойылды|күшін\sжойды)\s?[-–—]\s?(?:ҚР|Қазақстан\sРеспубликасы)/iu
/** «мынадай өзгерістер мен толықтырулар енгізілсін:» */
const OPENS = /(?:мынадай\s)?(?:өзгеріс|толықтыру)\p{L}*(?:\s(?:мен|пен|және)\s(?:өзгеріс|толықтыру)\p{L}*)?\sенгізілсін/iu
const NARROWS = /:$/u
/** «7) тармақшадағы …», «1), 2) және 4) тармақшалар»: items that are spoken of, no marker. */
const NAMES_ITEMS =
  /^(?:\d{1,3}(?:-\d{1,2})?|[а-яәіңғүұқөһ])\)(?:\s?(?:,|және|мен|–|-)\s?(?:\d{1,3}(?:-\d{1,2})?|[а-яәіңғүұқөһ])\))*\s?[-–]?\s?тармақша/iu
const QUOTED_START = /^\s*[«"“„‹]/u
const QUOTED_END = /[»"”]\s*[;.,]?\s*$/u
const ONLY_QUOTED = new RegExp(`^${Q}\\s?[;.,]?$`, 'u')
const WORDS = /\p{L}/u
const MOST_QUOTED = 2000
const REPEAL_LIST = /күші\s(?:жойылды|жойылған|жойған)\sдеп\sтанылсын\s?:$/iu

/** Text that an instruction quotes: paragraphs, and rows of cells where the act prints a table. */
export interface Content {
  paragraphs: string[]
  /** Rows in the place of the paragraphs; null where the quotation has no table. */
  rows: string[][] | null
}

export interface Instruction {
  /** Where it stands in the amending act: «2.2)». */
  item: string
  lines: [number, number]
  /** The sentence as printed, without its marker. */
  sentence: string
  act: ActReference | null
  standard: string | null
  /** The words that narrow the target, and the place named by the instruction itself. */
  place: string
  paths: Step[][]
  operation: AmendmentOperation
  content: Content | null
  inForce: Amendment['inForce']
}

interface Context {
  act: ActReference | null
  standards: (string | null)[]
  paths: Step[][]
  places: {text: string; rank: number}[]
  /** Words of a narrowing line that were not understood. */
  doubt: string | null
}

interface Level {
  marker: string
  context: Context
}

/**
 * Reads the instructions of an act as published data.
 *
 * @param points the paragraphs of each point, in order; the first of each begins with its number
 * @param by id of the amending resolution
 * @param signed date of the amending resolution, for acts that enter into force when they are signed
 */
export function readAmendments(points: readonly (readonly Paragraph[])[], by: string, signed: string | null = null): Amendment[] {
  return publishInstructions(readInstructions(points, signed), by).flatMap(({amendments}) => amendments)
}

/** The published form of each instruction: one entry, or one for each pair of words. */
export function publishInstructions(
  instructions: readonly Instruction[],
  by: string,
): {instruction: Instruction; amendments: Amendment[]}[] {
  let count = 0
  return instructions.map((instruction) => {
    // An instruction that names no act is no amendment that could be looked for.
    if (instruction.act === null) return {instruction, amendments: []}
    const changes = changedWords(instruction.operation)
    const amendments = (changes.length > 0 ? changes : [null]).map((words): Amendment => {
      count++
      return {
        id: `${by}/${String(count)}`,
        by,
        item: instruction.item,
        target: {resolution: instruction.act, standard: instruction.standard, place: instruction.place, paths: instruction.paths},
        action: actionOf(instruction),
        operation: instruction.operation,
        text: words ? null : (textOf(instruction.content) ?? instruction.sentence.replace(/[;.]$/u, '')),
        words,
        inForce: instruction.inForce,
        lines: instruction.lines,
        applied: false,
      }
    })
    return {instruction, amendments}
  })
}

function textOf(content: Content | null): string | null {
  return content ? content.paragraphs.join('\n') : null
}

function actionOf({operation, paths, standard, sentence}: Instruction): Amendment['action'] {
  const whole = paths.every((path) => path.length === 0)
  switch (operation.kind) {
    case 'restate':
    case 'restate-from-annex':
      return whole && standard !== null ? 'restate-standard' : 'restate'
    case 'replace-words':
      return 'replace-words'
    case 'insert-words':
    case 'insert-from-annex':
      return 'insert'
    case 'insert':
      return operation.units.some((step) => step.unit === 'row') ? 'insert-row' : 'insert'
    case 'delete-words':
    case 'exclude':
      return 'exclude'
    case 'insert-standards':
      return 'insert-standards'
    case 'repeal':
      return 'repeal'
    case 'renumber':
      return 'renumber'
    case 'unknown':
      // By its verb alone: what it would be, were it understood.
      if (/ауыстырылсын|алмастырылсын/u.test(sentence)) return 'replace-words'
      if (/толықтырылсын/u.test(sentence)) return 'insert'
      if (/тасталсын|шығарылсын|алынсын/u.test(sentence)) return 'exclude'
      return /күші/u.test(sentence) ? 'repeal' : 'restate'
  }
}

/** The words that an instruction changes, before and after; none where it changes more than words. */
function changedWords(operation: AmendmentOperation): {old: string; new: string}[] {
  if (operation.kind === 'replace-words') return operation.pairs
  if (operation.kind === 'delete-words') return operation.words.map((old) => ({old, new: ''}))
  if (operation.kind === 'insert-words' && operation.anchor !== null) {
    const {anchor, words} = operation
    return [{old: anchor, new: operation.side === 'before' ? `${words} ${anchor}` : joinWords(anchor, words)}]
  }
  return []
}

/** «а», «, б» → «а, б»; «а», «б» → «а б» */
export function joinWords(first: string, second: string): string {
  return /^[,;:.)!?]/u.test(second) ? `${first}${second}` : `${first} ${second}`
}

/**
 * Reads the instructions of an act with all that is needed to carry them out. Never throws: what is not understood is an
 * instruction of kind `unknown`.
 */
export function readInstructions(points: readonly (readonly Paragraph[])[], signed: string | null = null): Instruction[] {
  const inForce = entryIntoForce(points, signed)
  return points.flatMap((paragraphs) => new PointReader(paragraphs, inForce).read())
}

class PointReader {
  private readonly paragraphs: readonly Paragraph[]
  private readonly inForce: EntryIntoForce
  private readonly instructions: Instruction[] = []
  private context: Context = {act: null, standards: [null], paths: [[]], places: [], doubt: null}
  private opening: Context | null = null
  private levels: Level[] = []
  private narrowed = false
  private repealing = false
  private point = ''

  constructor(paragraphs: readonly Paragraph[], inForce: EntryIntoForce) {
    this.paragraphs = paragraphs
    this.inForce = inForce
  }

  read(): Instruction[] {
    this.point = POINT_NUMBER.exec(this.paragraphs[0]?.text ?? '')?.[1] ?? ''
    for (let index = 0; index < this.paragraphs.length;) {
      const {text, next} = this.statement(index)
      this.take(text, index, next)
      if (index === 0) this.opening = this.context
      index = next
    }
    return this.instructions
  }

  /** A paragraph with all that is quoted in and behind it. */
  private statement(index: number): {text: string; next: number} {
    let text = renderParagraph(this.paragraphs[index]!)
    if (index === 0) text = text.replace(POINT_NUMBER, '')
    let next = index + 1
    let depth = openQuotes(text)
    const gather = () => {
      const from = next
      while (depth > 0 && next < this.paragraphs.length && next - from < MOST_QUOTED) {
        // A mark that is never closed: the quotation ends where the next instruction begins.
        if (QUOTED_END.test(text) && this.isInstruction(next)) break
        const more = renderParagraph(this.paragraphs[next]!)
        depth = openQuotes(more, depth)
        text += `\n${more}`
        next++
      }
    }
    gather()
    let following = this.paragraphs[next]
    let first = true
    while (depth === 0 && following && QUOTED_START.test(following.text) && wantsText(maskQuotes(text))) {
      const from = next
      const before = text
      text += `\n${renderParagraph(following)}`
      depth = openQuotes(renderParagraph(following))
      next++
      gather()
      // «1) …»; «3) …»: one text after another, and nothing else.
      if (!first && !ONLY_QUOTED.test(maskQuotes(text.slice(before.length)).skeleton)) {
        next = from
        text = before
        break
      }
      first = false
      following = this.paragraphs[next]
    }
    return {text, next}
  }

  private isInstruction(index: number): boolean {
    const {skeleton} = maskQuotes(this.paragraphs[index]!.text)
    return VERB.test(skeleton) || (NARROWS.test(skeleton) && (ACT.test(skeleton) || STANDARD.test(skeleton)))
  }

  private take(raw: string, from: number, next: number): void {
    const lines: [number, number] = [this.paragraphs[from]!.lines[0], this.paragraphs[next - 1]!.lines[1]]
    let text = raw
    const marker = ITEM_MARKER.exec(raw)
    if (marker && !NAMES_ITEMS.test(maskQuotes(raw).skeleton)) {
      this.enter(`${marker[1]!})`)
      text = raw.slice(marker[0].length)
    }
    let masked = maskQuotes(text)
    // An unclosed quotation swallowed the instruction: nothing certain can be read.
    let {skeleton} = masked
    if (DONE.test(skeleton)) return
    const act = ACT.exec(skeleton)
    const opens = OPENS.test(skeleton)
    const ends = NARROWS.test(skeleton)
    const standardAt = STANDARD.exec(skeleton)
    const isTarget = act && (TARGET_CASE.test(act.groups!.suffix!) || this.repealing)
    if (act && isTarget) {
      this.context = {
        act: {number: act.groups!.number!, date: parseDate(act.groups!.date!.replace(/\//gu, '.'))},
        standards: [null],
        paths: [[]],
        places: [],
        doubt: null,
      }
      skeleton = cut(skeleton, act)
    }
    const standard = act && isTarget ? STANDARD.exec(skeleton) : standardAt
    // «… стандартымен толықтырылсын»: what is added is no target.
    if (standard && !/мен$/u.test(standard.groups!.suffix!)) {
      const titles = [...standard.groups!.titles!.matchAll(PLACEHOLDER)].map(([, index]) => masked.quotes[Number(index)] ?? '')
      this.context = {...this.context, standards: titles.map((title) => foldTitle(title)), paths: [[]], places: [], doubt: null}
      skeleton = cut(skeleton, standard)
    }
    if (!standard) skeleton = this.onlyStandard(skeleton)
    masked = {...masked, skeleton}
    if (opens) skeleton = skeleton.replace(OPENS, ' ').replace(/\s+/gu, ' ').trim()
    const {clauses, rest} = VERB.test(skeleton) ? splitClauses(skeleton) : {clauses: [], rest: skeleton}
    if (REPEAL_LIST.test(masked.skeleton) && !act) {
      this.repealing = true
      this.narrowed = true
      return
    }
    if (clauses.length === 0) {
      if (this.repealing && act) this.repeal(skeleton, masked, text, lines)
      else if (ends) this.narrow(skeleton, masked)
      else if (!opens && this.context.act !== null && WORDS.test(skeleton)) this.notUnderstood(skeleton, masked, text, lines)
      this.narrowed = ends
      return
    }
    this.narrowed = false
    const {context} = this
    let before: Clause | null = null
    let named: Step[][] = []
    for (const part of clauses) {
      for (const clause of readClause(part, masked.quotes)) {
        const {units} = clause.operation.kind === 'insert' ? clause.operation : {units: []}
        // «… алып тасталсын, «…» деген сөздер … ауыстырылсын»: the second part says no place of its own.
        if (before && clause.paths.every((path) => path.length === 0) && before.operation.kind !== 'unknown') {
          const rank = Math.min(10, ...units.map(({unit}) => RANK[unit]))
          clause.paths = unique(before.paths.map((path) => path.filter(({unit}) => RANK[unit] < rank)))
          clause.place = clause.place === '' ? before.place : clause.place
        }
        this.context = continued(context, before, clause)
        this.add(clause, masked, text, lines)
        const own = clause.operation.kind === 'unknown' ? readPlaces(part, masked.quotes).paths : clause.paths
        before = {...clause, paths: combine(this.context.paths, own)}
        named = [...named, ...own]
      }
    }
    this.context = left(context, named)
    if (WORDS.test(rest)) this.notUnderstood(rest, masked, text, lines)
  }

  /** An item marker: the context goes back to what the items of this level share. */
  private enter(marker: string): void {
    const isNext = (level: Level) => follows(level.marker, marker)
    let at = this.levels.findLastIndex(isNext)
    if (at === -1 && this.levels.length > 0 && !this.narrowed) at = this.levels.length - 1
    if (at === -1) {
      const context = this.narrowed || this.levels.length > 0 ? this.context : (this.opening ?? this.context)
      this.levels.push({marker, context})
    } else {
      this.levels = this.levels.slice(0, at + 1)
      this.levels[at] = {...this.levels[at]!, marker}
    }
    this.context = this.levels.at(-1)!.context
  }

  private get item(): string {
    return [this.point, ...this.levels.map(({marker}) => marker)].filter(Boolean).join('.')
  }

  /** «11-тармақта:», «көрсетілген стандарттың 1-қосымшасында:», ««…» деген бөлімде:» */
  private narrow(skeleton: string, masked: Masked): void {
    const places = readPlaces(skeleton, masked.quotes)
    if (places.paths.every((path) => path.length === 0) && places.quotes.length === 0) {
      if (places.unknown.length > 0 && this.context.act !== null && !OPENS.test(masked.skeleton))
        this.context = {...this.context, doubt: unmask(skeleton, masked.quotes)}
      return
    }
    const known = places.unknown.length === 0 && places.quotes.length === 0
    const rank = Math.min(...places.paths.map((path) => (path[0] ? RANK[path[0].unit] : 0)))
    this.context = {
      ...this.context,
      paths: combine(this.context.paths, places.paths),
      places: [
        ...this.context.places.filter((place) => place.rank < rank),
        {text: unmask(skeleton, masked.quotes).replace(/:$/u, ''), rank},
      ],
      doubt: known ? null : unmask(skeleton, masked.quotes),
    }
  }

  /** «көрсетілген қаулымен бекітілген мемлекеттік қызмет стандартында»: a standard that is not called by its title. */
  private onlyStandard(skeleton: string): string {
    const {context} = this
    if (context.act === null) return skeleton
    const isNamed = context.standards[0] !== null || context.paths.some((path) => RANK[path[0]?.unit ?? 'text'] === 1)
    const match = ONLY_STANDARD.exec(skeleton) ?? (isNamed ? null : A_STANDARD.exec(skeleton))
    if (!match) return skeleton
    const place = {text: match[0].trim(), rank: 1}
    this.context = {...context, standards: [null], paths: [[{unit: 'act-annex', number: null}]], places: [place], doubt: null}
    // «стандартқа 1-қосымшада»: an annex of it.
    return cut(skeleton, match)
  }

  /** Words in the place of an instruction: said, never passed over. */
  private notUnderstood(skeleton: string, masked: Masked, sentence: string, lines: [number, number]): void {
    const words = unmask(skeleton, masked.quotes).replace(/[\s;.,]+$/u, '')
    const operation: AmendmentOperation = {kind: 'unknown', why: `not understood: «${words}»`}
    this.add({operation, paths: [], place: skeleton, content: null, wantsText: false}, masked, sentence, lines)
    this.context = left(this.context, readPlaces(skeleton, masked.quotes).paths)
  }

  private repeal(skeleton: string, masked: Masked, sentence: string, lines: [number, number]): void {
    const places = readPlaces(skeleton, masked.quotes)
    const operation: AmendmentOperation =
      places.unknown.length > 0 ? {kind: 'unknown', why: `not understood: «${places.unknown.join(' ')}»`} : {kind: 'repeal'}
    this.add({operation, paths: places.paths, place: skeleton, content: null, wantsText: false}, masked, sentence, lines)
  }

  private add(clause: Clause, masked: Masked, sentence: string, lines: [number, number]): void {
    const {context} = this
    let operation = clause.operation
    const isOpen = masked.open && clause.content?.at(-1) === masked.quotes.length - 1
    const quoted = clause.content === null ? null : clause.content.map((index) => masked.quotes[index]!).join('\n')
    const content = quoted === null ? null : contentOf(isOpen ? quoted.replace(QUOTED_END, '') : quoted)
    if (operation.kind === 'unknown') {
      // Its own words say best what is wrong.
    } else if (context.doubt !== null) operation = {kind: 'unknown', why: `the line before is not understood: «${context.doubt}»`}
    else if (masked.open) operation = {kind: 'unknown', why: 'a quotation is not closed'}
    else if (clause.wantsText && content === null && !hasWords(operation))
      operation = {kind: 'unknown', why: 'the new text does not follow'}
    let base = context.paths
    const paths = clause.paths.length > 0 ? clause.paths : [[]]
    if (operation.kind === 'insert' || operation.kind === 'insert-from-annex') {
      const rank = Math.min(...operation.units.map(({unit}) => RANK[unit]))
      base = unique(base.map((path) => path.filter((step) => RANK[step.unit] < rank)))
    }
    const own = unmask(clause.place, masked.quotes).replace(/^[\s;.,–-]+|[\s:;.,]+$/gu, '')
    const rank = Math.min(10, ...paths.map((path) => (path[0] ? RANK[path[0].unit] : 10)))
    const kept = context.places.filter((place) => place.rank < rank).map(({text}) => text)
    for (const standard of context.standards) {
      this.instructions.push({
        item: this.item,
        lines,
        sentence: sentence.replace(/\t/gu, ' '),
        act: context.act,
        standard,
        place: [...kept, placeText(own, operation)].filter(Boolean).join(', '),
        paths: combine(base, paths),
        operation,
        content,
        inForce: forceOf(this.inForce, this.item),
      })
    }
  }
}

/** Smaller than a point: these belong to what was named before them. */
function isInside(path: readonly Step[]): boolean {
  return path[0] !== undefined && RANK[path[0].unit] > RANK.point && path[0].unit !== 'title' && path[0].unit !== 'text'
}

/**
 * The context of a clause that stands behind another in one sentence.
 *
 *       17-тармақтың 1) тармақшасындағы … ауыстырылсын; 2) тармақшасы алып тасталсын        item 2) of point 17
 *       14-тармақта: … бүкіл мәтін бойынша …                                             all of the text, not point 14
 */
function continued(context: Context, before: Clause | null, clause: Clause): Context {
  if (clause.operation.kind === 'unknown') return context
  if (clause.paths.some(([first]) => first?.unit === 'text')) {
    const rank = /стандарт\p{L}*\s\S+\sмәтін/iu.test(clause.place) ? RANK.annex : RANK.point
    return below(context, rank)
  }
  if (!before || !clause.paths.some(isInside)) return context
  const rank = Math.min(...clause.paths.flatMap(([first]) => (first ? [RANK[first.unit]] : [])))
  const around = below({...context, paths: before.paths}, rank)
  if (JSON.stringify(around.paths) === JSON.stringify(below(context, rank).paths)) return context
  if (around.paths.length > 1) return {...context, doubt: clause.place}
  const names = around.paths[0]!.filter(({unit}) => RANK[unit] >= RANK.point && unit !== 'text')
  const places = [...below(context, RANK.point).places, {text: names.map(plainName).join(', '), rank: RANK.point}]
  return {...around, places}
}

/** «17-тармақ», «2) тармақша» */
function plainName({unit, number}: Step): string {
  const n = number ?? ''
  if (unit === 'point') return `${n}-тармақ`
  if (unit === 'item') return `${n} тармақша`
  if (unit === 'part') return `${n}-бөлік`
  if (unit === 'row') return `реттік нөмірі ${n}-жол`
  return `${n}-абзац`
}

/** Only the units above a rank. */
function below(context: Context, rank: number): Context {
  return {
    ...context,
    paths: unique(context.paths.map((path) => path.filter(({unit}) => RANK[unit] < rank))),
    places: context.places.filter((place) => place.rank < rank),
  }
}

/** What the lines before narrowed the target to holds no longer, once another unit of the kind was named. */
function left(context: Context, named: readonly Step[][]): Context {
  const ranks = named.flatMap(([first]) => {
    if (!first || first.unit === 'title') return []
    return [first.unit === 'text' ? RANK.point : RANK[first.unit]]
  })
  const rank = Math.min(...ranks)
  const isLeft = context.paths.some((path) => path.some((step) => RANK[step.unit] >= rank && !named.some(([first]) => isSame(first, step))))
  return isLeft ? below(context, rank) : context
}

function isSame(one: Step | undefined, other: Step): boolean {
  return one?.unit === other.unit && one.number === other.number && one.name === other.name
}

function hasWords(operation: AmendmentOperation): boolean {
  return operation.kind === 'insert-words' ? operation.words !== '' : operation.kind === 'replace-words'
}

/** What is inserted is the place: «8), 9) тармақшалармен» → «8), 9) тармақшалар». */
function placeText(place: string, operation: AmendmentOperation): string {
  if (operation.kind !== 'insert') return place
  return place.replace(/(?<=\p{L})(?:мен|пен|бен)$/u, '').replace(/^мынадай\sмазмұндағы\s/iu, '')
}

function combine(contexts: readonly Step[][], paths: readonly Step[][]): Step[][] {
  return unique(
    contexts.flatMap((context) => paths.map((path) => within(path[0]?.unit === 'title' ? context.filter(titled) : context, path))),
  )
}

/** Only these have a title of their own. */
function titled({unit}: Step): boolean {
  return unit === 'annex' || unit === 'section' || unit === 'act-annex' || unit === 'attachment'
}

function unique(paths: readonly Step[][]): Step[][] {
  const seen = new Set<string>()
  return paths.filter((path) => {
    const key = JSON.stringify(path)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function cut(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(/\s+/gu, ' ').trim()
}

/** True where one marker is the next after another: «2)» after «1)», «в)» after «б)». */
function follows(before: string, marker: string): boolean {
  const [one, other] = [before, marker].map((text) => (/^\d/u.test(text) ? Number.parseInt(text, 10) : null))
  if (one != null && other != null) return other === one + 1 || (other === one && before !== marker)
  return one === other && one === null && marker > before
}

/** Titles are published with the letters that belong there. */
function foldTitle(title: string): string {
  return maskQuotes(title).open ? title : foldText(title)
}

function foldText(title: string): string {
  return unmask(maskQuotes(title).skeleton, maskQuotes(title).quotes)
}

const WANTS_TEXT = new RegExp(`(?:(?::|жазылсын|толықтырылсын|баяндалсын)\\s?|жазылсын\\s?:\\s?(?:${Q}\\s?;\\s?)+)$`, 'u')

/** A statement that says a text will follow it. */
function wantsText({skeleton}: Masked): boolean {
  return VERB.test(skeleton) && WANTS_TEXT.test(skeleton)
}

/** A paragraph with its cells parted by tabs, so that a quoted table keeps its rows. */
function renderParagraph(paragraph: Paragraph): string {
  if (!paragraph.cells) return paragraph.text
  return paragraph.cells.map((row) => row.join('\t')).join('\n')
}

function contentOf(quoted: string): Content {
  const lines = quoted
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const tabbed = quoted.includes('\t')
  const piped = !tabbed && /(?:^|\n)\s*\|.*\|\s*(?:\n|$)/u.test(quoted)
  if (!tabbed && !piped) return {paragraphs: lines, rows: null}
  const rows = quoted
    .split('\n')
    .map((line) => (tabbed ? line : line.trim().replace(/^\|/u, '').replace(/\|$/u, '')))
    .filter((line) => line.trim() !== '' && !/^[\s|:-]+$/u.test(line))
    .map((line) => line.split(tabbed ? '\t' : '|').map((cell) => cell.replace(/\s+/gu, ' ').trim()))
  return {paragraphs: rows.map((row) => row.filter(Boolean).join(' ')), rows}
}
