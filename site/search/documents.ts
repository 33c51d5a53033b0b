/** From published data to what is searched and shown. */
import type {Annex, Facts, Office, Point, Standard} from '../../parser/model/index.ts'
import {officialText} from '../prepare/official-text.ts'
import type {OfficeEntry} from './format.ts'
import {itemAnchors} from './lines.ts'
import {packPhone} from './phones.ts'

/** What is indexed of a document. What it belongs to is indexed once for all the documents that share it (`contexts`). */
export interface SearchDocument {
  /** What the document is called. */
  title: string
  text: string
}

/** A standard, its points and its blanks. */
export interface StandardDocuments {
  points: {number: string; text: string; topic: number; items: number[]}[]
  forms: {annex: number; title: string; text: string}[]
  /** The standard, then its points, then its forms. */
  documents: SearchDocument[]
  /** What the standard belongs to; what its points and forms belong to. */
  contexts: [own: string, shared: string]
}

interface Topic {
  /** Shown with the point. */
  label: string
  /** Other words people ask for it by, verbs in the forms they ask with: endings of verbs are never stripped. */
  asked: string
  /** What a match counts for: of many points with a word, people want those that tell them what to do. */
  weight: number
}

/** What a point answers, told by the facts found in it; the first that fits. */
const TOPICS: readonly (readonly [found: (facts: Facts) => readonly {point: string}[], topic: Topic])[] = [
  [
    (facts) => facts.documents,
    {
      label: 'қажетті құжаттар',
      asked: 'тізбесі керек тапсыру тапсырамын қағаз қағаздар әкелу әкелемін апару апарамын жинау жинаймын',
      weight: 1.1,
    },
  ],
  [
    (facts) => (facts.fee === null ? [] : [facts.fee]),
    {label: 'ақысы', asked: 'құны бағасы тегін ақылы ақысыз төлем баж ақша тұрады төлеймін төлейді төлеу', weight: 1.1},
  ],
  [
    (facts) => facts.hours,
    {label: 'жұмыс уақыты', asked: 'кестесі қашан ашық сағат сағатта түскі үзіліс істейді ашылады жабылады қабылдайды', weight: 1.05},
  ],
  [
    (facts) => facts.deadlines,
    {label: 'мерзімі', asked: 'уақыты қанша күн күнде күту күтемін күтеміз күтеді ұзақ дайын болады шығады', weight: 1.1},
  ],
  [
    (facts) => facts.complaint,
    {label: 'шағым', asked: 'шағымдану шағымданамын шағымдансам арыз арыздану тәртібі сот наразылық', weight: 0.9},
  ],
  [
    ({points}) => at(points?.refusal),
    {label: 'бас тарту негіздері', asked: 'бас тарту себебі себептері бермейді қабылдамайды қабылдамады', weight: 1},
  ],
  [({points}) => at(points?.recipients), {label: 'кімге көрсетіледі', asked: 'кімдерге беріледі алушы құқығы', weight: 1}],
  [(facts) => facts.legalBasis, {label: 'құқықтық негізі', asked: 'заң заңнама кодекс', weight: 0.8}],
]

function at(point: string | null | undefined): {point: string}[] {
  return point === null || point === undefined ? [] : [{point}]
}

function topicOf(number: string, facts: Facts): number {
  return TOPICS.findIndex(([found]) => found(facts).some(({point}) => point === number))
}

/** What points are about: as shown, and what a match there counts for. */
export const topicEntries = (): [label: string, weight: number][] => TOPICS.map(([, {label, weight}]) => [label, weight])

/**
 * @param act as shown, «№ 1278, 09.10.2012»
 * @param actTitle title of the resolution
 */
export function standardDocuments(standard: Standard, act: string, actTitle: string): StandardDocuments {
  const {provider, recipients, result} = standard.facts
  const rest = standard.annexes.filter((annex) => annex.kind === 'other' || annex.kind === 'indicators').map((annex) => annex.text)
  const documents: SearchDocument[] = []
  const add = (title: string, text: string) => documents.push({title, text: withoutAddresses(text)})
  add(standard.title, [standard.id, act, provider, recipients, ...result].join('\n'))
  const items = openingLines(standard)
  const points = standard.points.map(({number, text}) => {
    const topic = topicOf(number, standard.facts)
    const {label = '', asked = ''} = TOPICS[topic]?.[1] ?? {}
    add(`${label} ${asked}`, text)
    return {number, text, topic, items: items.get(number) ?? []}
  })
  const forms = standard.annexes.filter(isBlank).map((annex) => {
    const title = annex.title ?? ''
    add(title === '' ? BLANK : `${title} ${BLANK}`, annex.text)
    return {annex: annex.number, title, text: annex.text}
  })
  return {points, forms, documents, contexts: [[actTitle, ...rest].join('\n'), standard.title]}
}

/** «www.con.gov.kz», «http:/www.enbek.gov.kz», «e-mail@mail.ru»: their parts would be found as words («con» as «цон»). */
const ADDRESSES = /(?<!\S)(?=\S*?(?:https?:|www\.|\.kz|\.ru|\.com|@))\S+/giu

function withoutAddresses(text: string): string {
  return text.replace(ADDRESSES, ' ')
}

/** What people call a blank, whatever its title. */
const BLANK = 'бланк бланкі нысан үлгі өтініш'

/** By number of a point: the places of its lines that open an item, where the anchors on the page can be told from them. */
function openingLines(standard: Standard): Map<string, number[]> {
  const anchors = new Map<string, string[]>()
  for (const {entries} of officialText(standard)) {
    for (const entry of entries) {
      if (entry.kind === 'point')
        anchors.set(
          entry.point.number,
          entry.point.blocks.flatMap((block) => (block.kind === 'item' ? [block.id] : [])),
        )
    }
  }
  const found = new Map<string, number[]>()
  for (const point of standard.points) {
    const places = itemLines(point)
    const told = itemAnchors(point.number, point.text.split('\n'), places)
    if ([...told.values()].join() === anchors.get(point.number)?.join()) found.set(point.number, places)
  }
  return found
}

function itemLines({text, items}: Point): number[] {
  const waiting = [...items]
  return text.split('\n').flatMap((line, place) => {
    if (waiting[0] === undefined || !line.startsWith(waiting[0].marker)) return []
    waiting.shift()
    return [place]
  })
}

/** What people call an office of a kind, beside its name: «Абай аудандық бөлімі» says nothing of what is done there. */
const CALLED: Readonly<Record<string, string>> = {
  'service-centre': 'халыққа қызмет көрсету орталығы ХҚКО ХҚО ЦОН',
  archive: 'мұрағат архив',
  'defence-department': 'қорғаныс істері жөніндегі департамент басқарма бөлім ҚІД ҚІБ әскери комиссариат военкомат',
  'employment-office': 'жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
  'pension-department': 'зейнетақы төлеу орталығы',
  'housing-department': 'тұрғын үй бөлімі басқармасы',
  'medical-expertise-department': 'медициналық-әлеуметтік сараптама МӘС',
  'social-control-department': 'бақылау және әлеуметтік қорғау департаменті',
  'local-executive-body': 'әкімдік әкімнің аппараты',
}

/** What people call any office. */
const OFFICE = 'мекеме мекенжай'

/** What is kept of an office until all are there and can be put in order. */
export interface OfficeRecord {
  region: string | null
  kind: string
  /** District and locality. */
  place: string[]
  acts: number[]
  inForce: boolean
  entry: OfficeEntry
}

/**
 * @param actOf the place of the act of a standard, and whether the standard is in force
 * @returns null for an office that its list leaves without a name: it can't be asked for by one
 */
export function officeRecord(
  office: Office,
  actOf: (standard: string) => {act: number; inForce: boolean} | undefined,
): OfficeRecord | null {
  const {id, name, kind, region, district, locality, address, phones} = office
  if (name === '') return null
  const named = office.standards.flatMap((standard) => actOf(standard) ?? [])
  const place = [district, locality].filter((part, at, all): part is string => part !== null && all.indexOf(part) === at)
  const shown = place.filter((part) => !address.includes(part.split(' ')[0] ?? part)).join(', ')
  return {
    region,
    kind,
    place,
    acts: [...new Set(named.flatMap(({act}) => (act < 0 ? [] : [act])))].sort((a, b) => a - b),
    inForce: named.some(({inForce}) => inForce),
    entry: [id, name, kind, shown, address, phones.map(packPhone)],
  }
}

export function officeDocument({entry: [, name, , , address]}: OfficeRecord): SearchDocument {
  return {title: name, text: address}
}

/** What an office belongs to, in the words it is asked for by. */
export function officeContext({region, place, kind}: OfficeRecord): string {
  return [region ?? '', ...place, CALLED[kind] ?? '', OFFICE].join(' ')
}

function isBlank(annex: Annex): boolean {
  return annex.kind === 'form' || annex.kind === 'certificate'
}
