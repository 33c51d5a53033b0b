/** Standards with their points and forms, and offices: what of them is ranked and shown. */
import {formUrl, officeUrl, pointUrl, standardUrl} from '../urls.ts'
import type {Facets, ResultKind} from './facets.ts'
import type {MainIndex, OfficeIndex, OfficePage, PhoneEntry, PhonePage, PostingsPage, TextPage} from './format.ts'
import {MAIN_INDEX_FILE, pagePath} from './format.ts'
import {END, pagesByKey, pagesByNumber, placeIn} from './keys.ts'
import {unpackNumbers, unpackPosting} from './packing.ts'
import type {Posting} from './packing.ts'
import {Pages, StalePage} from './pages.ts'
import type {Origin} from './pages.ts'
import {digitsOf, wantedDigits} from './phones.ts'
import type {RankedShelf} from './rank.ts'
import type {Term} from './vocabulary.ts'

/** What is shown of a document. */
export interface Entry {
  id: string
  title: string
  url: string
  officeKind: string | null
  place: string
  phones: readonly PhoneEntry[]
  lines(): string[]
  /** Of a point: its number, and the places of the lines that open an item. */
  number: string
  items(): number[]
}

export interface Shelf extends RankedShelf {
  /** @throws MissingPages */
  entry(document: number): Entry
  /** Documents with this telephone. */
  withPhone(digits: string): number[]
  /** Id of the standard a document is or belongs to; null for an office. */
  standardId(document: number): string | null
  /** What a document stands under: the title of its standard, its own. */
  headTitle(document: number): string
  /** What documents stand under is sorted by this, within the shelf. */
  order(document: number): number
}

export interface MainShelf extends Shelf {
  /** The document of a standard. */
  documentOf(standard: number): number
}

/** Kinds of documents of the main index. */
const KINDS = ['standard', 'point', 'form'] as const

/** Words whose documents are kept unpacked. */
const KEPT = 200

class Postings {
  readonly #pages: Pages<PostingsPage, string[]>
  readonly #places: ReturnType<typeof pagesByNumber>
  readonly #unpacked = new Map<number, Posting>()

  constructor(table: MainIndex['postings'], origin: Origin) {
    this.#places = pagesByNumber(table.begins)
    this.#pages = new Pages(table, 'postings', origin, function* ({postings}) {
      yield undefined
      return postings.split(' ')
    })
  }

  get(term: number): Posting | null {
    const known = this.#unpacked.get(term)
    if (known !== undefined) return known
    const page = this.#places.pageOf(term)
    const text = this.#pages.get(page)[term - this.#places.beginOf(page)] ?? ''
    if (text === '') return null
    const posting = unpackPosting(text)
    if (this.#unpacked.size === KEPT) this.#unpacked.clear()
    this.#unpacked.set(term, posting)
    return posting
  }
}

export function createMainShelf(index: MainIndex, origin: Origin): MainShelf {
  const {acts, audiences, standards, topics} = index
  const ids = standards.ids === '' ? [] : standards.ids.split(' ')
  const [actOf, audienceOf, inForce, points, forms, topicOf, order] = [
    standards.acts,
    standards.audiences,
    standards.inForce,
    standards.points,
    standards.forms,
    standards.topics,
    standards.order,
  ].map(unpackNumbers) as [number[], number[], number[], number[], number[], number[], number[]]
  /** Two groups a standard: itself; its points and forms. */
  const groups = new Uint32Array(ids.length * 2 + 1)
  const firstTopics: number[] = []
  let allPoints = 0
  for (const at of ids.keys()) {
    const start = groups[at * 2] ?? 0
    groups[at * 2 + 1] = start + 1
    groups[at * 2 + 2] = start + 1 + (points[at] ?? 0) + (forms[at] ?? 0)
    firstTopics.push(allPoints)
    allPoints += points[at] ?? 0
  }
  const documents = groups[ids.length * 2] ?? 0
  const standardOf = new Uint32Array(documents)
  for (const at of ids.keys()) standardOf.fill(at, groups[at * 2], groups[at * 2 + 2])
  const standard = (document: number): number => standardOf[document] ?? 0
  const inside = (document: number): number => document - (groups[standard(document) * 2] ?? 0)
  const kind = (document: number): ResultKind => {
    const place = inside(document)
    return place === 0 ? 'standard' : place <= (points[standard(document)] ?? 0) ? 'point' : 'form'
  }
  const topic = (document: number): [label: string, weight: number] => {
    const at = standard(document)
    return topics[(topicOf[(firstTopics[at] ?? 0) + inside(document) - 1] ?? 0) - 1] ?? ['', 1]
  }
  const facets = remembered((key: number): Facets => {
    const at = Math.floor(key / KINDS.length)
    const ministry = acts[(actOf[at] ?? 0) - 1]?.[1] ?? ''
    return {
      kind: KINDS[key % KINDS.length] ?? 'standard',
      status: inForce[at] === 1 ? 'in-force' : 'repealed',
      ministries: ministry === '' ? [] : [ministry],
      region: null,
      audience: audiences[audienceOf[at] ?? 0] ?? 'other',
    }
  })
  const postings = new Postings(index.postings, origin)
  const places = pagesByNumber(index.texts.begins)
  const texts = new Pages<TextPage, TextPage>(index.texts, 'texts', origin, function* (page, place) {
    yield undefined
    if (page.first !== (ids[places.beginOf(place)] ?? '')) throw new StalePage(pagePath(MAIN_INDEX_FILE, 'texts', place))
    return page
  })
  const common = {officeKind: null, place: '', phones: [], number: '', items: () => []}
  const textsOf = (at: number) => {
    const place = places.pageOf(at)
    const {lines, standards: all} = texts.get(place)
    return {lines, texts: all[at - places.beginOf(place)] ?? (['', [], []] as TextPage['standards'][number])}
  }
  return {
    documents,
    groups,
    posting: ({main, number}: Term) => (main === 0 ? null : postings.get(number)),
    kind,
    weight: (document) => (kind(document) === 'point' ? topic(document)[1] : 1),
    facets: (document) => facets(standard(document) * KINDS.length + KINDS.indexOf(kind(document) as (typeof KINDS)[number])),
    standard,
    standardId: (document) => ids[standard(document)] ?? '',
    headTitle: (document) => textsOf(standard(document)).texts[0],
    order: (document) => order[standard(document)] ?? 0,
    documentOf: (at) => groups[at * 2] ?? 0,
    withPhone: () => [],
    entry: remembered((document): Entry => {
      const at = standard(document)
      const id = ids[at] ?? ''
      const {
        lines,
        texts: [title, ownPoints, ownForms],
      } = textsOf(at)
      const linesOf = (packed: string) => unpackNumbers(packed).map((line) => lines[line] ?? '')
      const place = inside(document)
      if (place === 0) return {...common, id, title, url: standardUrl(id), lines: () => [acts[(actOf[at] ?? 0) - 1]?.[0] ?? '']}
      const point = ownPoints[place - 1]
      if (point !== undefined) {
        const [number, packed, items] = point
        const [label] = topic(document)
        return {
          ...common,
          id: `${id}#${number}`,
          title: `${title}, ${number}-тармақ${label === '' ? '' : ` (${label})`}`,
          url: pointUrl(id, number),
          number,
          lines: () => linesOf(packed),
          items: () => unpackNumbers(items),
        }
      }
      const [number, name, packed] = ownForms[place - 1 - ownPoints.length] ?? [0, '', '']
      const annex = `${id}/${String(number)}`
      return {
        ...common,
        id: annex,
        title: name === '' ? `${title}, ${String(number)}-қосымша` : name,
        url: formUrl(annex),
        lines: () => [linesOf(packed).join(' ')],
      }
    }),
  }
}

export function createOfficeShelf(index: OfficeIndex, origin: Origin): Shelf {
  const {regions, ministries, classes} = index
  const sizes = unpackNumbers(index.groups.sizes)
  const regionOf = unpackNumbers(index.groups.regions)
  const classOf = unpackNumbers(index.groups.classes)
  const groups = new Uint32Array(sizes.length + 1)
  for (const [at, size] of sizes.entries()) groups[at + 1] = (groups[at] ?? 0) + size
  const documents = groups[sizes.length] ?? 0
  const groupOf = new Uint32Array(documents)
  for (const at of sizes.keys()) groupOf.fill(at, groups[at], groups[at + 1])
  const region = (document: number): string => regions[(regionOf[groupOf[document] ?? 0] ?? 0) - 1] ?? ''
  const facets = remembered((key: number): Facets => {
    const [own, inForce] = classes[key % classes.length] ?? ['', 0]
    return {
      kind: 'office',
      status: inForce ? 'in-force' : 'repealed',
      ministries: unpackNumbers(own).map((at) => ministries[at] ?? ''),
      region: regions[Math.floor(key / classes.length) - 1] ?? null,
      audience: null,
    }
  })
  const facetsOf = sizes.map((_, at) => facets((regionOf[at] ?? 0) * classes.length + (classOf[at] ?? 0)))
  const postings = new Postings(index.postings, origin)
  const places = pagesByNumber(index.entries.begins)
  const entries = new Pages<OfficePage, OfficePage['offices']>(index.entries, 'entries', origin, function* ({offices}) {
    yield undefined
    return offices
  })
  const phones = index.phones && {...pagesByKey(index.phones.begins), pages: new Pages(index.phones, 'phones', origin, openingPhones)}
  const entryOf = (document: number) => {
    const place = places.pageOf(document)
    return entries.get(place)[document - places.beginOf(place)] ?? (['', '', '', '', '', []] as OfficePage['offices'][number])
  }
  const entry = remembered((document: number): Entry => {
    const [id, name, officeKind, district, address, own] = entryOf(document)
    const place = region(document)
    const text = [stands(place, address) ? '' : place, district, name === '' ? '' : address]
    const lines = () => [text.filter((part) => part !== '').join(', ')]
    const title = name === '' ? address : name
    return {id, title, url: officeUrl(id), officeKind, place, phones: own, number: '', lines, items: () => []}
  })
  return {
    documents,
    groups,
    posting: ({offices, number}: Term) => (offices === 0 ? null : postings.get(number)),
    kind: () => 'office',
    weight: () => 1,
    facets: (document) => facetsOf[groupOf[document] ?? 0] as Facets,
    standard: () => -1,
    standardId: () => null,
    headTitle: (document) => entry(document).title,
    order: (document) => document,
    entry,
    withPhone: (digits) => {
      const wanted = wantedDigits(digits)
      if (phones === null) {
        return entries.get(0).flatMap(([, , , , , own], at) => (own.some((phone) => digitsOf(phone).includes(wanted)) ? [at] : []))
      }
      const found = phones.pages.range(phones.pageOf(wanted), phones.pageOf(wanted + END)).flatMap((page) => {
        let at = placeIn(page.digits, wanted)
        while (at > 0 && page.digits[at - 1] === wanted) at--
        let end = at
        while (page.digits[end]?.startsWith(wanted) === true) end++
        return page.offices.slice(at, end)
      })
      return [...new Set(found)].sort((a, b) => a - b)
    },
  }
}

function* openingPhones({digits, offices}: PhonePage): Generator<undefined, {digits: string[]; offices: number[]}> {
  yield undefined
  return {digits: digits === '' ? [] : digits.split(' '), offices: unpackNumbers(offices)}
}

/** A function that makes each thing once. */
function remembered<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>()
  return (key) => {
    let one = made.get(key)
    if (one === undefined) {
      one = make(key)
      made.set(key, one)
    }
    return one
  }
}

/** Whether an address names a place itself, be it shortened: «Қызылорда к.» for «Қызылорда қаласы». */
function stands(place: string, address: string): boolean {
  return address.includes(place.split(' ')[0] ?? '')
}
