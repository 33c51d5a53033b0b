/** From published data to what is searched and shown. */
import type {Annex, Facts, Office, Point, Resolution, Standard} from '../../parser/model/index.ts'
import {ministryOf} from '../prepare/ministries.ts'
import {officialText} from '../prepare/official-text.ts'
import type {ActEntry, FormEntry, OfficeEntry, PointEntry, SearchDocument, StandardEntry} from './format.ts'
import {itemAnchors} from './lines.ts'
import {packNumbers} from './packing.ts'
import {packPhone} from './phones.ts'

export interface MainEntries {
  topics: [label: string, weight: number][]
  acts: ActEntry[]
  standards: StandardEntry[]
  lines: string[]
  points: PointEntry[]
  forms: FormEntry[]
  documents: SearchDocument[]
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

/** Standards, points and blanks, and the documents that MiniSearch indexes for them, in the same order. */
export function mainEntries(standards: readonly Standard[], resolutions: readonly Resolution[]): MainEntries {
  const actOf = new Map(resolutions.map((resolution, at) => [resolution.id, at]))
  const acts = resolutions.map((resolution): ActEntry => {
    const own = standards.filter((standard) => standard.resolution === resolution.id)
    return [`№ ${resolution.number}, ${resolution.date.split('-').reverse().join('.')}`, ministryOf(resolution, own) ?? '']
  })
  const standardEntries: StandardEntry[] = []
  const points: PointEntry[] = []
  const forms: FormEntry[] = []
  const documents: SearchDocument[] = []
  const lineNumbers = new Map<string, number>()
  /** Each line is kept once: points of one kind differ little from standard to standard. */
  const packed = (text: string): string =>
    packNumbers(
      text.split('\n').map((line) => {
        const known = lineNumbers.get(line)
        if (known !== undefined) return known
        lineNumbers.set(line, lineNumbers.size)
        return lineNumbers.size - 1
      }),
    )
  const add = (title: string, text: string, context: string) =>
    documents.push({id: documents.length, title, text: withoutAddresses(text), context})
  for (const standard of standards) {
    const act = actOf.get(standard.resolution) ?? -1
    const inForce = standard.legalStatus === 'in-force' && standard.status === 'included' ? 1 : 0
    standardEntries.push([standard.id, standard.title, act, standard.facts.audience ?? 'other', inForce])
    const {provider, recipients, result} = standard.facts
    const rest = standard.annexes.filter((annex) => annex.kind === 'other' || annex.kind === 'indicators').map((annex) => annex.text)
    add(
      standard.title,
      [standard.id, acts[act]?.[0], provider, recipients, ...result].join('\n'),
      [resolutions[act]?.title, ...rest].join('\n'),
    )
  }
  for (const [at, standard] of standards.entries()) {
    const items = openingLines(standard)
    for (const point of standard.points) {
      const topic = topicOf(point.number, standard.facts)
      points.push([at, point.number, packed(point.text), topic, packNumbers(items.get(point.number) ?? [])])
      const {label = '', asked = ''} = TOPICS[topic]?.[1] ?? {}
      add(`${label} ${asked}`, point.text, standard.title)
    }
  }
  for (const [at, standard] of standards.entries()) {
    for (const annex of standard.annexes.filter(isBlank)) {
      const title = annex.title ?? ''
      forms.push([at, annex.number, title, packed(annex.text)])
      add(title === '' ? BLANK : `${title} ${BLANK}`, annex.text, standard.title)
    }
  }
  return {
    topics: TOPICS.map(([, {label, weight}]) => [label, weight]),
    acts,
    standards: standardEntries,
    lines: [...lineNumbers.keys()],
    points,
    forms,
    documents,
  }
}

/** «www.con.gov.kz», «http:/www.enbek.gov.kz», «e-mail@mail.ru»: their parts would be found as words («con» as «цон»). */
const ADDRESSES = /\S*(?:https?:|www\.|\.kz|\.ru|\.com|@)\S*/giu

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

/** Offices and the documents that MiniSearch indexes for them, in the same order. */
export function officeEntries(
  offices: readonly Office[],
  standards: readonly Standard[],
  resolutions: readonly Resolution[],
): {kinds: string[]; regions: string[]; offices: OfficeEntry[]; documents: SearchDocument[]} {
  const regions = [...new Set(offices.flatMap(({region}) => region ?? []))].sort()
  const kinds = [...new Set(offices.map(({kind}) => kind))].sort()
  const actOf = new Map(resolutions.map(({id}, at) => [id, at]))
  const standardOf = new Map(standards.map((standard) => [standard.id, standard]))
  const entries: OfficeEntry[] = []
  const documents: SearchDocument[] = []
  // An office that its list leaves without a name can't be asked for by one.
  for (const office of offices.filter(({name}) => name !== '')) {
    const {id, name, region, district, locality, address, phones} = office
    const named = office.standards.flatMap((standard) => standardOf.get(standard) ?? [])
    const acts = [...new Set(named.flatMap(({resolution}) => actOf.get(resolution) ?? []))].sort((a, b) => a - b)
    const place = [district, locality].filter((part, at, all): part is string => part !== null && all.indexOf(part) === at)
    entries.push([
      id,
      name,
      kinds.indexOf(office.kind),
      region === null ? -1 : regions.indexOf(region),
      place.filter((part) => !address.includes(part.split(' ')[0] ?? part)).join(', '),
      address,
      phones.map(packPhone),
      packNumbers(acts),
      named.some(({legalStatus, status}) => legalStatus === 'in-force' && status === 'included') ? 1 : 0,
    ])
    documents.push({
      id: documents.length,
      title: name,
      text: address,
      context: [region ?? '', ...place, CALLED[office.kind] ?? '', OFFICE].join(' '),
    })
  }
  return {kinds, regions, offices: entries, documents}
}

function isBlank(annex: Annex): boolean {
  return annex.kind === 'form' || annex.kind === 'certificate'
}
