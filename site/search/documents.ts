/** From published data to what is searched and shown. */
import type {Annex, Facts, Office, Resolution, Standard} from '../../parser/model/index.ts'
import type {FormEntry, OfficeEntry, PointEntry, SearchDocument, StandardEntry} from './format.ts'

export interface MainEntries {
  standards: StandardEntry[]
  points: PointEntry[]
  forms: FormEntry[]
  documents: SearchDocument[]
}

interface Topic {
  /** Shown with the point. */
  label: string
  /** Other words people ask for it by. */
  asked: string
}

/** What a point answers, told by the facts found in it; the first that fits. */
const TOPICS: readonly (readonly [found: (facts: Facts) => readonly {point: string}[], topic: Topic])[] = [
  [(facts) => facts.documents, {label: 'қажетті құжаттар', asked: 'тізбесі керек тапсыру'}],
  [(facts) => (facts.fee === null ? [] : [facts.fee]), {label: 'ақысы', asked: 'құны бағасы тегін ақылы ақысыз төлем баж'}],
  [(facts) => facts.hours, {label: 'жұмыс уақыты', asked: 'кестесі қашан ашық сағат түскі үзіліс'}],
  [(facts) => facts.deadlines, {label: 'мерзімі', asked: 'уақыты қанша күн күту'}],
  [(facts) => facts.complaint, {label: 'шағым', asked: 'шағымдану тәртібі сот'}],
  [(facts) => facts.legalBasis, {label: 'құқықтық негізі', asked: 'заң заңнама кодекс'}],
]

function topicOf(number: string, facts: Facts): Topic | null {
  return TOPICS.find(([found]) => found(facts).some(({point}) => point === number))?.[1] ?? null
}

/** Standards, points and blanks, and the documents that MiniSearch indexes for them, in the same order. */
export function mainEntries(standards: readonly Standard[], resolutions: readonly Resolution[]): MainEntries {
  const acts = new Map(resolutions.map((resolution) => [resolution.id, resolution]))
  const standardEntries: StandardEntry[] = []
  const points: PointEntry[] = []
  const forms: FormEntry[] = []
  const documents: SearchDocument[] = []
  const add = (title: string, text: string, context: string) => documents.push({id: documents.length, title, text, context})
  for (const standard of standards) {
    const act = acts.get(standard.resolution)
    const label = act === undefined ? '' : `№ ${act.number}, ${act.date.split('-').reverse().join('.')}`
    standardEntries.push([standard.id, standard.title, label])
    const {provider, recipients, result, websites} = standard.facts
    const rest = standard.annexes.filter((annex) => annex.kind === 'other' || annex.kind === 'indicators').map((annex) => annex.text)
    add(standard.title, [label, provider, recipients, ...result, ...websites].join('\n'), [act?.title, ...rest].join('\n'))
  }
  for (const [at, standard] of standards.entries()) {
    for (const point of standard.points) {
      const topic = topicOf(point.number, standard.facts)
      points.push([at, point.number, point.text, topic?.label ?? ''])
      add(topic === null ? '' : `${topic.label} ${topic.asked}`, point.text, standard.title)
    }
  }
  for (const [at, standard] of standards.entries()) {
    for (const annex of standard.annexes.filter(isBlank)) {
      const title = annex.title ?? ''
      forms.push([at, annex.number, title, annex.text])
      add(title, annex.text, standard.title)
    }
  }
  return {standards: standardEntries, points, forms, documents}
}

/** What people call an office of a kind, beside its name: «Абай аудандық бөлімі» says nothing of what is done there. */
const CALLED: Readonly<Record<string, string>> = {
  'service-centre': 'халыққа қызмет көрсету орталығы ХҚКО ХҚО ЦОН',
  archive: 'мұрағат архив',
  'defence-department': 'қорғаныс істері жөніндегі департамент басқарма бөлім ҚІД ҚІБ әскери комиссариат',
  'employment-office': 'жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
  'pension-department': 'зейнетақы төлеу орталығы',
  'housing-department': 'тұрғын үй бөлімі басқармасы',
  'medical-expertise-department': 'медициналық-әлеуметтік сараптама МӘС',
  'social-control-department': 'бақылау және әлеуметтік қорғау департаменті',
  'local-executive-body': 'әкімдік әкімнің аппараты',
}

/** Offices and the documents that MiniSearch indexes for them, in the same order. */
export function officeEntries(offices: readonly Office[]): {offices: OfficeEntry[]; documents: SearchDocument[]} {
  const entries: OfficeEntry[] = []
  const documents: SearchDocument[] = []
  for (const office of offices) {
    const place = [office.region, office.district, office.locality].filter((part, at, all) => part !== null && all.indexOf(part) === at)
    const phones = office.phones.map((phone) => phone.text).join('; ')
    entries.push([office.id, office.name, place.join(', '), office.address, phones])
    documents.push({
      id: documents.length,
      title: office.name,
      text: `${office.address} ${phones}`,
      context: [...place, CALLED[office.kind] ?? ''].join(' '),
    })
  }
  return {offices: entries, documents}
}

function isBlank(annex: Annex): boolean {
  return annex.kind === 'form' || annex.kind === 'certificate'
}
