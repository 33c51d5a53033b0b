/**
 * Fills the search page: what was found, by standard, with the points that say why. Query, filters and order stand in the
 * address, so that a page of results can be sent on and gone back to.
 */
import {formOf} from '../i18n/plural.ts'
import type {PluralForms} from '../i18n/plural.ts'
import {createSearchClient} from '../search/client.ts'
import type {Answer, Dimension, Filter, Result, ResultKind} from '../search/client.ts'
import {pause} from '../search/pause.ts'
import {DEFAULT_LOCALE, localize, offlineUrl, standardUrl} from '../urls.ts'
import type {Locale} from '../urls.ts'
import {element, fill, marked} from './elements.ts'

interface Strings {
  loading: string
  failed: string
  /** With the address of the page about offline use between {link} and {/link}. */
  lacking: string
  more: string
  form: string
  site: string
  officeKinds: Record<string, string>
  found: string
  counts: Record<ResultKind, PluralForms>
  entries: PluralForms
  range: string
  nothing: string
  nothingHelp: string
  nothingFiltered: string
  clear: string
  mended: string
  translated: string
  exact: string
  missing: string
  allPoints: string
  point: string
  listed: string
}

/** Everything about one standard that was found, or one office. */
interface Group {
  /** Of a standard; null for an office. */
  standard: string | null
  head: Result | null
  rest: Result[]
  /** The best of them; what stands over all can be read from any. */
  first: Result
}

const PAGE = 20
const POINTS_SHOWN = 2
/** Results drawn in one go: more than a phone shows at first. */
const AT_ONCE = 4
const KINDS: readonly ResultKind[] = ['standard', 'point', 'office', 'form']

const locale = (document.documentElement.lang || DEFAULT_LOCALE) as Locale
const official = locale === DEFAULT_LOCALE ? '' : DEFAULT_LOCALE
const link = (path: string): string => localize(path, locale)

function start(page: HTMLElement): void {
  const strings = JSON.parse(page.dataset['searchPage'] ?? '{}') as Strings
  const part = <E extends HTMLElement>(name: string): E => page.querySelector<E>(`[data-search-${name}]`) as E
  const [title, notes, status, found, range, box, fallback, order] = (
    ['title', 'notes', 'status', 'found', 'range', 'results', 'fallback', 'order'] as const
  ).map((name) => part(name)) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement]
  const filters = part<HTMLDetailsElement>('filters')
  const inputs = [...filters.querySelectorAll('input')]
  const formFor = formOf(locale)
  // Not every browser knows how Kazakh writes numbers: as Russian does.
  const numbers = new Intl.NumberFormat(locale === 'kk' ? 'ru' : locale)
  const counted = (count: number, forms: PluralForms): string => `${numbers.format(count)} ${formFor(count, forms)}`
  const client = createSearchClient(import.meta.env.BASE_URL)
  const idleTitle = title.textContent
  page.dataset['started'] = ''
  if (window.matchMedia('(max-width: 760px)').matches) filters.open = false

  let address = new URLSearchParams(location.search)
  let shown = PAGE
  const go = (change: (address: URLSearchParams) => void, keep: 'push' | 'replace'): void => {
    change(address)
    const url = `${location.pathname}?${address.toString()}`
    if (keep === 'push') history.pushState(null, '', url)
    else history.replaceState(null, '', url)
    shown = PAGE
    void run()
  }

  /** What is chosen, as the index knows it. */
  const filterOf = (): Filter => {
    const chosen = (name: string): string[] =>
      inputs.filter((input) => input.name === name && input.value !== '' && address.getAll(name).includes(input.value)).map(valueOf)
    const filter: Record<string, string[]> = {}
    for (const [name, dimension] of FACETS) {
      const values = chosen(name)
      if (values.length > 0) filter[dimension] = values
    }
    return filter as Filter
  }

  const run = async (): Promise<void> => {
    const query = (address.get('q') ?? '').trim()
    for (const input of document.querySelectorAll<HTMLInputElement>('form[data-search-form] input[name=q]')) input.value = query
    for (const input of inputs)
      input.checked = input.value === '' ? !address.has(input.name) : address.getAll(input.name).includes(input.value)
    for (const button of order.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.dataset['order'] === (address.get('order') ?? 'fit')))
    delete page.dataset['answered']
    fallback.hidden = query !== ''
    if (query === '') {
      page.dataset['drawn'] = ''
      title.textContent = idleTitle
      found.hidden = true
      notes.replaceChildren()
      return
    }
    if (found.hidden) notes.replaceChildren(element('p', '', strings.loading))
    const options = {limit: Infinity, exact: address.has('exact'), ...filterOf()}
    try {
      await client.search(query, options, (answer, complete, lacking) => {
        // an answer that only the offices can give is waited for
        if (!complete && answer.results.length === 0) return
        void draw(query, answer, lacking).then((whole) => {
          if (whole && complete) page.dataset['answered'] = query
        }, fail)
      })
    } catch {
      fail()
    }
  }
  const fail = (): void => {
    page.dataset['drawn'] = ''
    notes.replaceChildren(element('p', '', strings.failed))
    found.hidden = true
    fallback.hidden = false
  }

  let drawing = 0
  /** Draws in pieces, so that the page answers meanwhile; false where a newer answer came in between. */
  const draw = async (query: string, answer: Answer, lacking: boolean): Promise<boolean> => {
    const turn = ++drawing
    page.dataset['drawn'] = ''
    const all = Object.values(answer.facets.kinds).reduce((sum, count) => sum + count, 0)
    const some = all > 0 || answer.results.length > 0 || Object.keys(filterOf()).length > 0
    const counts = KINDS.flatMap((kind) => {
      const count = answer.facets.kinds[kind] ?? 0
      return count === 0 ? [] : [counted(count, strings.counts[kind])]
    })
    title.textContent =
      all === 0 ? fill(strings.nothing, {query}) : fill(strings.found, {query: answer.suggestion ?? query, counts: counts.join(', ')})
    status.textContent = title.textContent
    document.title = `${title.textContent} – ${strings.site}`
    found.hidden = !some
    fallback.hidden = some
    notes.replaceChildren(...(lacking ? [lackingNote(strings)] : []), ...notesOf(query, answer, all))
    countChoices(answer)

    const groups = grouped(answer.results)
    if (address.get('order') === 'alphabet') groups.sort((a, b) => a.first.order - b.first.order)
    const [services, offices] = [
      groups.filter(({standard}) => standard !== null).length,
      groups.filter(({standard}) => standard === null).length,
    ]
    const noun = offices === 0 ? strings.counts.standard : services === 0 ? strings.counts.office : strings.entries
    range.textContent =
      groups.length === 0
        ? ''
        : fill(strings.range, {first: '1', last: String(Math.min(shown, groups.length)), all: counted(groups.length, noun)})
    order.hidden = groups.length < 2

    await client.prepare(groups.slice(0, shown).flatMap(({first, head}) => (head === null ? [first] : [first, head])))
    if (turn !== drawing) return false
    const list = element('ol', 'found')
    box.replaceChildren(list)
    for (const [at, group] of groups.slice(0, shown).entries()) {
      if (at % AT_ONCE === 0 && at > 0) await pause()
      if (turn !== drawing) return false
      list.append(drawGroup(group, strings))
    }
    if (groups.length === 0) {
      const clear = element('button', 'button edged', strings.clear) as HTMLButtonElement
      clear.type = 'button'
      clear.addEventListener('click', () => go((next) => FACETS.forEach(([name]) => next.delete(name)), 'replace'))
      box.replaceChildren(element('p', 'nothing', strings.nothingFiltered), clear)
    }
    if (groups.length > shown) {
      const more = element('button', 'button edged', strings.more) as HTMLButtonElement
      more.type = 'button'
      more.addEventListener('click', () => {
        const at = shown
        shown += PAGE
        void draw(query, answer, lacking).then(() => {
          box.querySelectorAll<HTMLElement>('.found > li > h2 a')[at]?.focus()
        }, fail)
      })
      box.append(more)
    }
    return true
  }

  const notesOf = (query: string, answer: Answer, all: number): HTMLElement[] => {
    const exact = element('a', '', fill(strings.exact, {query})) as HTMLAnchorElement
    exact.href = `?${new URLSearchParams({q: query, exact: '1'}).toString()}`
    exact.addEventListener('click', (event) => {
      event.preventDefault()
      go((next) => next.set('exact', '1'), 'push')
    })
    const made: HTMLElement[] = []
    const note = (text: string, ...more: Node[]): void => {
      const one = element('p')
      one.append(text, ...more.flatMap((node) => [' ', node]))
      made.push(one)
    }
    if (answer.translated.length > 0)
      note(fill(strings.translated, {pairs: answer.translated.map(({from, to}) => `${from} → ${to}`).join(', ')}), exact)
    if (answer.suggestion !== null) {
      const [before = '', after = ''] = fill(strings.mended, {query}).split('{used}')
      const used = element('b', '', answer.suggestion)
      if (official !== '') used.lang = official
      const one = element('p')
      one.append(before, used, after, ...(answer.translated.length > 0 ? [] : [' ', exact]))
      made.push(one)
    }
    if (answer.missing.length > 0 && all > 0) note(fill(strings.missing, {words: answer.missing.map((word) => `«${word}»`).join(', ')}))
    if (all === 0) note(strings.nothingHelp)
    return made
  }

  const countChoices = ({facets}: Answer): void => {
    for (const input of inputs) {
      const dimension = (input.closest<HTMLElement>('[data-facet]')?.dataset['facet'] ?? 'kinds') as Dimension
      const counts = facets[dimension]
      const count = input.value === '' ? Object.values(counts).reduce((sum, one) => sum + one, 0) : (counts[valueOf(input)] ?? 0)
      const label = input.closest('label')
      const counter = label?.querySelector('[data-count]')
      if (counter) counter.textContent = numbers.format(count)
      label?.classList.toggle('empty', count === 0)
    }
    // Regions and groups of people say nothing where there is nothing of the kind.
    for (const set of filters.querySelectorAll<HTMLElement>('[data-facet=regions], [data-facet=audiences]'))
      set.hidden = Object.keys(facets[set.dataset['facet'] as Dimension]).length === 0 && set.querySelector(':checked') === null
  }

  filters.addEventListener('change', () =>
    go((next) => {
      for (const [name] of FACETS) {
        next.delete(name)
        for (const input of inputs) if (input.name === name && input.checked && input.value !== '') next.append(name, input.value)
      }
    }, 'replace'),
  )
  order.addEventListener('click', ({target}) => {
    const wanted = (target as HTMLElement).dataset['order']
    if (wanted === 'alphabet') go((next) => next.set('order', wanted), 'replace')
    else if (wanted !== undefined) go((next) => next.delete('order'), 'replace')
  })
  for (const form of document.querySelectorAll<HTMLFormElement>('main form[data-search-form]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      address = new URLSearchParams()
      go((next) => next.set('q', form.querySelector('input')?.value.trim() ?? ''), 'push')
    })
  }
  window.addEventListener('popstate', () => {
    address = new URLSearchParams(location.search)
    shown = PAGE
    void run()
  })
  void run()
}

/** Name in the address, and what the index calls it. */
const FACETS: readonly (readonly [name: string, dimension: Dimension])[] = [
  ['kind', 'kinds'],
  ['status', 'statuses'],
  ['ministry', 'ministries'],
  ['audience', 'audiences'],
  ['region', 'regions'],
]

function valueOf(input: HTMLInputElement): string {
  return input.dataset['value'] ?? input.value
}

/** Points and forms under their standard; a group stands where its best result does. */
function grouped(results: readonly Result[]): Group[] {
  const groups = new Map<string, Group>()
  for (const result of results) {
    const group = groups.get(result.group) ?? {standard: result.standard, head: null, rest: [], first: result}
    if (result.kind === 'standard' || result.kind === 'office') group.head = result
    else group.rest.push(result)
    groups.set(result.group, group)
  }
  return [...groups.values()]
}

/** The list of services on this page knows the duration and fee of the standards in it. */
function entryOf(standard: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-standard="${CSS.escape(standard)}"]`)
}

function drawGroup(group: Group, strings: Strings): HTMLElement {
  const {standard, head, rest} = group
  const item = element('li')
  const anchor = element('a') as HTMLAnchorElement
  anchor.href = link(standard === null ? (head?.url ?? '') : standardUrl(standard))
  if (official !== '') anchor.lang = official
  if (head) anchor.append(...marked(head.heading))
  else anchor.textContent = group.first.headTitle
  const heading = element('h2')
  heading.append(anchor)
  item.append(heading, aboutOf(group, strings))
  if (standard === null && head) {
    const place = element('p', 'place')
    if (official !== '') place.lang = official
    place.append(...marked(head.snippet))
    item.append(place)
    if (head.phones.length > 0) item.append(phonesOf(head))
  }

  if (rest.length > 0) {
    const list = element('dl')
    list.append(...rest.slice(0, POINTS_SHOWN).map((result) => drawRow(result, strings)))
    item.append(list)
  }
  if (rest.length > POINTS_SHOWN) {
    const details = element('details')
    const list = element('dl')
    details.append(element('summary', '', fill(strings.allPoints, {count: String(rest.length)})), list)
    details.addEventListener('toggle', () => list.replaceChildren(...rest.slice(POINTS_SHOWN).map((result) => drawRow(result, strings))), {
      once: true,
    })
    item.append(details)
  }
  return item
}

/** Without the network and without the offices on the device: what is there, and how to have them. */
function lackingNote({lacking}: Strings): HTMLElement {
  const [before = '', text = '', after = ''] = lacking.split(/\{\/?link\}/u)
  const way = element('a', '', text) as HTMLAnchorElement
  way.href = link(offlineUrl())
  const note = element('p', 'lacking')
  note.append(before, way, after)
  return note
}

/** Status, duration, fee, number of documents and id of a service; kind of an office, and the status of the act that lists it. */
function aboutOf({standard, head, rest}: Group, strings: Strings): HTMLElement {
  const about = element('p', 'about')
  const status = (head ?? rest[0])?.facets.status ?? 'repealed'
  const chip = document.querySelector<HTMLTemplateElement>(`template[data-chip="${status}"]`)?.content.cloneNode(true) ?? ''
  if (standard === null) {
    // it is the act with the list that has lost its force, not the office
    const listed = element('span', 'kind', `${strings.listed} `)
    listed.append(chip)
    about.append(element('b', '', strings.officeKinds[head?.officeKind ?? ''] ?? formOf(locale)(1, strings.counts.office)), listed)
  } else {
    about.append(chip)
    const known = entryOf(standard)?.dataset['about'] ?? ''
    for (const fact of known.split('|')) if (fact !== '') about.append(element('b', '', fact))
    about.append(element('span', 'id', standard))
  }
  return about
}

function phonesOf({phones}: Result): HTMLElement {
  const list = element('p', 'about phones')
  for (const {text, dial} of phones) {
    if (dial === null) {
      list.append(element('span', '', text))
      continue
    }
    const call = element('a', '', text) as HTMLAnchorElement
    call.href = `tel:${dial}`
    list.append(call)
  }
  return list
}

function drawRow(result: Result, strings: Strings): HTMLElement {
  const row = element('div')
  const anchor = element('a') as HTMLAnchorElement
  anchor.href = link(result.url)
  const point = fill(strings.point, {number: result.id.split('#')[1] ?? ''})
  anchor.textContent = result.kind === 'form' ? strings.form : result.item === '' ? point : `${point}, ${result.item}`
  const term = element('dt')
  term.append(anchor)
  const text = element('dd')
  if (official !== '') text.lang = official
  text.append(...marked(result.kind === 'form' ? result.heading : result.snippet))
  row.append(term, text)
  return row
}

const page = document.querySelector<HTMLElement>('[data-search-page]')
if (page) start(page)
