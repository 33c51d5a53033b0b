/** From published data to what is searched and shown. */
import type {Annex, Office, Resolution, Standard} from '../../parser/model/index.ts'
import type {FormEntry, OfficeEntry, PointEntry, SearchDocument, StandardEntry} from './format.ts'

export interface MainEntries {
  standards: StandardEntry[]
  points: PointEntry[]
  forms: FormEntry[]
  documents: SearchDocument[]
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
    add(standard.title, [provider, recipients, ...result, ...websites].join('\n'), [label, act?.title, ...rest].join('\n'))
  }
  for (const [at, standard] of standards.entries()) {
    for (const point of standard.points) {
      points.push([at, point.number, point.text])
      add('', point.text, standard.title)
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
}

/** Offices and the documents that MiniSearch indexes for them, in the same order. */
export function officeEntries(offices: readonly Office[]): {offices: OfficeEntry[]; documents: SearchDocument[]} {
  const entries: OfficeEntry[] = []
  const documents: SearchDocument[] = []
  for (const office of offices) {
    const place = [office.region, office.district, office.locality].filter((part, at, all) => part !== null && all.indexOf(part) === at)
    const phones = office.phones.map((phone) => phone.text).join('; ')
    entries.push([office.id, office.name, place.join(', '), office.address, phones])
    documents.push({id: documents.length, title: office.name, text: `${office.address} ${phones}`, context: [...place, CALLED[office.kind] ?? ''].join(' ')})
  }
  return {offices: entries, documents}
}

function isBlank(annex: Annex): boolean {
  return annex.kind === 'form' || annex.kind === 'certificate'
}
