/**
 * A resolution of a made-up national corpus: what it says, as a model that `print-source.ts` prints in the manner of a converter,
 * and what a reader must find in it.
 *
 * The n-th act of a corpus depends on the seed and on n alone: a greater corpus begins with the acts of a smaller one.
 */
import type {ParsedSource} from '../../../parser/index.ts'
import type {Annex, Indicator, Item, LayoutBlock, Note, Point, Resolution, Standard} from '../../../parser/model/index.ts'
import type {SourceFormat} from '../../../parser/tree.ts'
import {drawHeadTable, drawNetwork, drawOfficeTable, learnCountry, type Network} from './country.ts'
import {diceOf, type Dice} from './dice.ts'
import {drawDate, fill, learnGrammar, type Donor, type Grammar, type Setting} from './grammar.ts'
import {DOCUMENTS, MINISTRIES, OUTCOMES, PERSONAL_NAMES, RECIPIENTS, SURNAME_ENDINGS, type Ministry} from './words.ts'
import type {ActModel} from '../sources/print-act.ts'
import type {RenderOptions} from '../sources/print-source.ts'

/** What a standard says, for tests: a reading of the file must find it. */
export interface Truth {
  id: string
  file: string
  title: string
  points: number
  /** Characters of the points' texts. */
  characters: number
  annexes: {number: number; kind: Annex['kind']; rows: number; indicators: number}[]
  officeRows: number
  /** Amounts of time that point 7 names. */
  deadlines: {amount: number; unit: string}[]
  documents: string[]
}

export interface DrawnAct {
  file: string
  format: SourceFormat
  number: string
  date: string
  edition: string
  model: ActModel
  options: RenderOptions
  truth: Truth[]
}

export interface Corpus {
  /** The next act, of at most so many standards. */
  next(most: number): DrawnAct
}

/** Shares of the formats by standards: seven and two of the PDF texts, four and one of Markdown, thirteen of HTML. */
const FORMATS: readonly SourceFormat[] = [
  ...Array<SourceFormat>(9).fill('pdf-text'),
  ...Array<SourceFormat>(5).fill('markdown'),
  ...Array<SourceFormat>(13).fill('html-text'),
]
const ENDINGS: Record<SourceFormat, string> = {'pdf-text': 'pdf.txt', markdown: 'md', 'html-text': 'html.txt', html: 'html'}
const STANDARDS_IN_ACT = [2, 4, 5, 6, 6, 7, 8, 10] as const
const YEARS = [2008, 2009, 2010, 2011, 2012, 2013] as const
const NO_LINES: [number, number] = [0, 0]
const CENTRES_TITLE = 'Халыққа қызмет көрсету орталықтарының тізбесі'
/** Numbers of resolutions are those up to this, stirred so that they do not grow with the acts. */
const NUMBERS = 1997
const STIR = 769

/** @param formats where not all of them are wanted */
export function openCorpus(parsed: readonly ParsedSource[], seed: number, formats: readonly SourceFormat[] = FORMATS): Corpus {
  const grammar = learnGrammar(parsed)
  const country = learnCountry(parsed)
  const world = diceOf(`${seed} country`)
  const centres = drawNetwork(country, null, 'con', world)
  const networks = new Map(
    MINISTRIES.map((ministry) => [ministry, ministry.offices.map((service) => drawNetwork(country, service, ministry.domain, world))]),
  )
  const laws = new Map(
    MINISTRIES.map((ministry) => [
      ministry,
      world.some(ministry.subjects, 5).map((subject) => ({name: `${capital(subject)} туралы`, date: drawDate(world)})),
    ]),
  )
  const titles = new Map(MINISTRIES.map((ministry) => [ministry, titlesOf(ministry, world)]))
  let count = 0
  return {
    next(most) {
      const at = count++
      const dice = diceOf(`${seed} act ${at}`)
      const ministry = dice.pick(MINISTRIES)
      const standards = Math.min(most, dice.pick(STANDARDS_IN_ACT))
      const year = YEARS[at % YEARS.length]!
      const number = String(1 + ((seed * 31 + at * STIR) % NUMBERS))
      const date = `${year}-${two(dice.number(1, 12))}-${two(dice.number(1, 28))}`
      const format = dice.pick(formats)
      const file = `${year}-${number}.${ENDINGS[format]}`
      const context: Context = {
        grammar,
        ministry,
        centres,
        networks: networks.get(ministry)!,
        laws: laws.get(ministry)!,
        id: `${year}-${number}`,
        date,
        file,
        dice,
      }
      const drawn = Array.from({length: standards}, (_, index) => drawStandard(index + 1, titles.get(ministry)!(), context))
      const model = {resolution: drawResolution(context, drawn), standards: drawn.map(({standard}) => standard)}
      const options: RenderOptions = {
        seed: dice.number(1, 1_000_000),
        headings: dice.chance(0.5) ? 'rows' : 'lines',
        hours: 'first',
        columnNumbers: dice.chance(0.6),
        ...(format === 'markdown' ? {rows: dice.number(18, 40)} : {}),
        ...(format === 'pdf-text' ? {page: dice.number(42, 50)} : {}),
      }
      const edition = [date, ...model.standards.flatMap(({notes}) => notes.map((note) => note.date ?? date))].sort().at(-1)!
      return {file, format, number, date, edition, model, options, truth: drawn.map(({truth}) => truth)}
    },
  }
}

interface Context {
  grammar: Grammar
  ministry: Ministry
  centres: Network
  networks: readonly Network[]
  laws: readonly {name: string; date: string}[]
  id: string
  date: string
  file: string
  dice: Dice
}

interface Title {
  title: string
  subject: string
  recipients: string
  outcome: (typeof OUTCOMES)[number]
}

/** The titles that a ministry's services can have, each once, in an order that shows no order. */
function titlesOf(ministry: Ministry, dice: Dice): () => Title {
  const total = ministry.subjects.length * RECIPIENTS.length * OUTCOMES.length
  let step = dice.number(Math.floor(total / 3), Math.floor((2 * total) / 3))
  while (divisor(step, total) !== 1) step++
  const start = dice.number(0, total - 1)
  let count = 0
  return () => {
    const at = (start + step * (count % total)) % total
    count++
    const subject = ministry.subjects[at % ministry.subjects.length]!
    const rest = Math.floor(at / ministry.subjects.length)
    const recipients = RECIPIENTS[rest % RECIPIENTS.length]!
    const outcome = OUTCOMES[Math.floor(rest / RECIPIENTS.length)]!
    return {title: `${capital(recipients)} ${subject} ${outcome.joint} ${outcome.title}`, subject, recipients, outcome}
  }
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

function drawStandard(ordinal: number, {title, subject, recipients, outcome}: Title, context: Context): {standard: Standard; truth: Truth} {
  const {grammar, ministry, dice, id} = context
  const donor = dice.pick(grammar.donors)
  const setting: Setting = {ministry, title, dice, amounts: []}
  const annexes = donor.annexes.map((plan, at) => drawAnnex(plan, at + 1, {title, outcome, recipients, subject}, ordinal, context))
  const documents: string[] = []
  let deadlines: Truth['deadlines'] = []
  const points = Array.from({length: POINTS}, (_, index): Point => {
    const number = String(index + 1)
    const own = ownText(number, {title, subject, recipients, outcome}, annexes, documents, context)
    if (own !== null) return point(number, own)
    setting.amounts = []
    const text = fill(donor.bound.get(number) ?? dice.pick(grammar.points.get(number) ?? FALLBACK), setting)
    if (number === '7') deadlines = setting.amounts
    return point(number, text)
  })
  const sectionTitles = dice.pick(grammar.sections)
  const bounds = [0, 10, 16, 17, 19, POINTS]
  const standard: Standard = {
    id: `${id}-${ordinal}`,
    resolution: id,
    ordinal,
    title,
    status: 'included',
    legalStatus: 'in-force',
    lines: NO_LINES,
    notes: dice.chance(0.2) ? [drawNote(context)] : [],
    sections: sectionTitles.map((name, at) => ({
      number: at + 1,
      title: name,
      points: points.slice(bounds[at], bounds[at + 1]).map(({number}) => number),
      lines: NO_LINES,
    })),
    points,
    facts: {} as Standard['facts'],
    annexes,
  }
  const rows = (annex: Annex) => (annex.groups ?? []).reduce((sum, group) => sum + group.rows.length, 0)
  return {
    standard,
    truth: {
      id: standard.id,
      file: context.file,
      title,
      points: points.length,
      characters: points.reduce((sum, {text}) => sum + text.length, 0),
      annexes: annexes.map((annex) => ({
        number: annex.number,
        kind: annex.kind,
        rows: rows(annex),
        indicators: annex.indicators?.length ?? 0,
      })),
      officeRows: annexes.reduce((sum, annex) => sum + rows(annex), 0),
      deadlines,
      documents,
    },
  }
}

const POINTS = 26
const FALLBACK = ['Мемлекеттік қызмет көрсету тәртібі Қазақстан Республикасының заңнамасына сәйкес айқындалады.']

/** Points that speak of the service itself; null for those that any service may have. */
function ownText(
  number: string,
  {subject, recipients, outcome}: Title,
  annexes: readonly Annex[],
  documents: string[],
  {grammar, laws, dice}: Context,
): string | null {
  switch (number) {
    case '3': {
      const named = dice.some(laws, dice.number(1, 3)).map(({name, date}) => {
        return `«${name}» Қазақстан Республикасының ${date} Заңының ${dice.number(2, 98)}-бабы`
      })
      return `Мемлекеттік қызмет ${named.join(', ')} негізінде көрсетіледі.`
    }
    case '5':
      return `Көрсетілетін мемлекеттік қызметтің нәтижесі ${subject} ${outcome.joint} ${outcome.result} не мемлекеттік қызмет көрсетуден бас тарту туралы дәлелді жауап болып табылады.`
    case '6':
      return `Мемлекеттік қызмет ${recipients} (бұдан әрі – мемлекеттік қызметті алушы) көрсетіледі.`
    case '11': {
      const form = annexes.find(({kind}) => kind === 'form')
      const first = form ? `осы стандартқа ${form.number}-қосымшаға сәйкес нысан бойынша өтініш` : 'еркін нысандағы өтініш'
      const made = Array.from({length: dice.number(1, 3)}, () => `${dice.pick(DOCUMENTS.about)} ${dice.pick(DOCUMENTS.what)}`)
      const list = [...new Set([first, ...dice.some(grammar.documents, dice.number(2, 6)), ...made])]
      documents.push(...list)
      const items = list.map((text, at) => `${at + 1}) ${text}${at === list.length - 1 ? '.' : ';'}`)
      const remark = dice.chance(0.5) && grammar.remarks.length > 0 ? [dice.pick(grammar.remarks)] : []
      return ['Мемлекеттік қызметті алу үшін мемлекеттік қызметті алушы мынадай құжаттарды тапсырады:', ...items, ...remark].join('\n')
    }
    default:
      return null
  }
}

function point(number: string, text: string): Point {
  const items = text.split('\n').flatMap((paragraph): Item[] => {
    const marker = /^(\d+\)) /u.exec(paragraph)
    return marker ? [{marker: marker[1]!, text: paragraph.slice(marker[0].length), lines: NO_LINES}] : []
  })
  return {number, text, lines: NO_LINES, items}
}

function drawAnnex(plan: Donor['annexes'][number], number: number, service: Title, ordinal: number, context: Context): Annex {
  const {grammar, dice, centres, networks, ministry, id} = context
  const base = {id: `${id}-${ordinal}/${number}`, number, text: '', lines: NO_LINES}
  switch (plan.kind) {
    case 'offices': {
      const title = plan.columns === 3 && plan.groups > 1 ? CENTRES_TITLE : dice.pick(grammar.captions.offices)
      if (plan.groups <= 1) return {...base, kind: 'offices', title, ...drawHeadTable(dice.pick(networks), ministry.domain, dice)}
      const table =
        plan.columns === 3
          ? drawOfficeTable(centres, plan.rows, 'three', 'con', dice)
          : drawOfficeTable(dice.pick(networks), plan.rows, 'hours', ministry.domain, dice)
      return {...base, kind: 'offices', title, ...table}
    }
    case 'indicators':
      return {
        ...base,
        kind: 'indicators',
        title: dice.pick(grammar.captions.indicators),
        columns: INDICATOR_COLUMNS,
        indicators: dice.pick(grammar.indicators).map((indicator): Indicator => ({
          ...indicator,
          normative: `${dice.number(60, 100)} %`,
          target: `${dice.number(60, 100)} %`,
          current: `${dice.number(50, 100)} %`,
        })),
      }
    default:
      return {...base, kind: 'form', title: 'Өтініш', ...drawBlank(service, context)}
  }
}

const INDICATOR_COLUMNS = [
  'Сапа және қолжетімділік көрсеткіштері',
  'Көрсеткіштің нормативтік мәні',
  'Көрсеткіштің келесі жылдағы нысаналы мәні',
  'Көрсеткіштің есепті жылдағы ағымдағы мәні',
]

/** An application: whom it is to, who asks, for what, with what, when. */
function drawBlank({subject, outcome}: Title, {grammar, dice}: Context): Pick<Annex, 'fields' | 'layout'> {
  const labels = dice.some(grammar.labels, dice.number(4, 11))
  const gap = (field: string, width: number, caption: string | null = null) => ({type: 'gap' as const, field, width, caption})
  const layout: LayoutBlock[] = [
    {type: 'addressee', lines: [[gap('to', 34, '(уәкілетті органның атауы)')], [gap('from', 34, '(тегі, аты, әкесінің аты)')]]},
    {type: 'title', lines: ['Өтініш']},
    ...labels.map((label, at): LayoutBlock => ({
      type: 'paragraph',
      indent: true,
      content: [{type: 'text', value: `${label} `}, gap(`f${at}`, 0)],
    })),
    {
      type: 'paragraph',
      indent: true,
      content: [{type: 'text', value: `Маған ${subject} ${outcome.joint} ${outcome.result} беруіңізді сұраймын.`}],
    },
    {type: 'paragraph', indent: true, content: [{type: 'text', value: 'Күні '}, gap('date', 16)]},
    {type: 'signature', content: [{type: 'text', value: 'Қолы '}, gap('signature', 14)]},
  ]
  return {layout, fields: []}
}

function drawNote({dice, date}: Context): Note {
  const year = Number(date.slice(0, 4)) + 1
  const amended = `${year}-${two(dice.number(1, 12))}-${two(dice.number(1, 28))}`
  const number = String(dice.number(11, 1990))
  const printed = amended.split('-').reverse().join('.')
  return {
    text: `Ескерту. Стандарт жаңа редакцияда - ҚР Үкіметінің ${printed} № ${number} қаулысымен (алғашқы ресми жарияланған күнінен бастап күнтізбелік он күн өткен соң қолданысқа енгізіледі).`,
    date: amended,
    number,
    target: 'Стандарт',
    effect: 'restated',
    lines: NO_LINES,
  }
}

function drawResolution({ministry, id, date, dice, laws}: Context, drawn: readonly {standard: Standard}[]): Resolution {
  const number = id.slice(5)
  const law = dice.pick(laws)
  const approved = drawn.map(({standard: {title}}, at) => {
    return `${at + 1}) «${title}» мемлекеттік қызмет стандарты${at === drawn.length - 1 ? ' бекітілсін.' : ';'}`
  })
  const name = `${dice.pick(PERSONAL_NAMES)}${dice.pick(SURNAME_ENDINGS)}`
  return {
    id,
    number,
    date,
    title: `Қазақстан Республикасы ${ministry.name} министрлігі көрсететін мемлекеттік қызметтердің стандарттарын бекіту туралы`,
    kind: 'resolution',
    signatory: {name: `${name[0]!}. ${name}`, role: 'Қазақстан Республикасының Премьер-Министрі'},
    status: 'in-force',
    repealedBy: null,
    notes: [],
    preamble: `Қазақстан Республикасының 2008 жылғы 4 желтоқсандағы Бюджет кодексінің 34-бабына, «${law.name}» Қазақстан Республикасының ${law.date} Заңының ${dice.number(2, 60)}-бабына сәйкес Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:`,
    points: [
      point('1', ['Қоса беріліп отырған:', ...approved].join('\n')),
      point('2', 'Осы қаулы алғаш рет ресми жарияланған күнінен бастап он күнтізбелік күн өткен соң қолданысқа енгізіледі.'),
    ],
    attachments: [],
    standards: drawn.map(({standard}) => standard.id),
    amendments: [],
    source: {file: '', format: '', sha256: '', lines: 0},
  }
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
