/** Fills the search page: what was found, by standard, with the points that say why. */
import {createSearchClient} from '../search/client.ts'
import type {Answer, Marked, Result} from '../search/client.ts'

interface Strings {
  loading: string
  failed: string
  results: string
  nothing: string
  mended: string
  missing: string
  morePoints: string
  more: string
  form: string
  office: string
  point: string
}

/** Everything about one standard that was found, or one office. */
interface Group {
  key: string
  /** Of a standard; null for an office. */
  standard: string | null
  head: Result | null
  rest: Result[]
}

const LIMIT = 400
const PAGE = 20
const POINTS_SHOWN = 2

const box = document.querySelector<HTMLElement>('[data-search-results]')
const title = document.querySelector<HTMLElement>('[data-search-title]')
const fallback = document.querySelector<HTMLElement>('[data-search-fallback]')
const kinds = document.querySelector<HTMLDetailsElement>('[data-search-kinds]')
const query = (new URLSearchParams(location.search).get('q') ?? '').trim()

if (box && title && fallback && kinds && query !== '') void run(box, title, fallback, kinds)

async function run(box: HTMLElement, title: HTMLElement, fallback: HTMLElement, kinds: HTMLDetailsElement): Promise<void> {
  const strings = JSON.parse(box.dataset['searchResults'] ?? '{}') as Strings
  for (const input of document.querySelectorAll<HTMLInputElement>('form[data-search-form] input[name=q]')) input.value = query
  fallback.hidden = true
  if (window.matchMedia('(max-width: 760px)').matches) kinds.open = false
  const wait = element('p', 'note', strings.loading)
  box.replaceChildren(wait)

  let answer: Answer | null = null
  let shown = PAGE
  const chosen = (): string => kinds.querySelector<HTMLInputElement>('input:checked')?.value ?? 'all'
  const draw = (): void => {
    if (!answer) return
    const all = answer.results
    const kind = chosen()
    const results = kind === 'all' ? all : all.filter((result) => result.kind === kind)
    const used = answer.suggestion ?? query
    title.textContent = all.length === 0 ? fill(strings.nothing, {query}) : fill(strings.results, {query: used, count: String(all.length)})
    document.title = `${title.textContent} – Qyzmet`
    for (const input of kinds.querySelectorAll('input')) {
      const count = input.value === 'all' ? all.length : all.filter((result) => result.kind === input.value).length
      const label = input.closest('label')
      const counter = label?.querySelector('[data-count]')
      if (counter) counter.textContent = String(count)
      label?.classList.toggle('empty', count === 0)
    }
    kinds.hidden = all.length === 0
    fallback.hidden = all.length > 0

    const groups = grouped(results)
    const notes: HTMLElement[] = []
    if (answer.suggestion !== null) notes.push(element('p', 'mended', fill(strings.mended, {query, used: answer.suggestion})))
    else if (answer.missing.length > 0 && all.length > 0)
      notes.push(element('p', 'mended', fill(strings.missing, {words: answer.missing.map((word) => `«${word}»`).join(', ')})))
    const list = element('ol', 'found')
    list.append(...groups.slice(0, shown).map((group) => drawGroup(group, strings)))
    box.replaceChildren(...notes, list)
    if (groups.length > shown) {
      const more = element('button', 'button edged', strings.more) as HTMLButtonElement
      more.type = 'button'
      more.addEventListener('click', () => {
        const at = shown
        shown += PAGE
        draw()
        list.ownerDocument.querySelectorAll<HTMLElement>('.found > li > h2 a')[at]?.focus()
      })
      box.append(more)
    }
  }
  kinds.addEventListener('change', () => {
    shown = PAGE
    draw()
  })
  try {
    await createSearchClient(import.meta.env.BASE_URL).search(query, {limit: LIMIT}, (next) => {
      answer = next
      draw()
    })
  } catch {
    box.replaceChildren(element('p', 'mended', strings.failed))
    fallback.hidden = false
  }
}

/** Points and forms under their standard; a group stands where its best result does. */
function grouped(results: readonly Result[]): Group[] {
  const groups = new Map<string, Group>()
  for (const result of results) {
    const standard = result.kind === 'office' ? null : standardOf(result)
    const key = standard ?? result.id
    const group = groups.get(key) ?? {key, standard, head: null, rest: []}
    if (result.kind === 'standard' || result.kind === 'office') group.head = result
    else group.rest.push(result)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** `2012-1278-1#7`, `2012-1278-1/2` → `2012-1278-1` */
function standardOf({id}: Result): string {
  return id.split(/[#/]/u)[0] ?? id
}

function drawGroup({standard, head, rest}: Group, strings: Strings): HTMLElement {
  const item = element('li')
  // The list of services on this page knows the title, status, duration and fee of every standard.
  const known = standard === null ? null : document.querySelector(`[data-standard="${CSS.escape(standard)}"]`)
  const link = element('a') as HTMLAnchorElement
  link.href = head?.url ?? known?.querySelector('a')?.getAttribute('href') ?? ''
  if (head) link.append(...marked(head.heading))
  else link.textContent = known?.querySelector('a')?.textContent ?? standard ?? ''
  const heading = element('h2')
  heading.append(link)
  item.append(heading)

  const about = element('p', 'about')
  const summary = known?.querySelector('[data-summary]')
  if (summary) about.append(...[...summary.childNodes].map((node) => node.cloneNode(true)))
  if (standard !== null) about.append(element('span', 'id', standard))
  else about.append(element('span', 'id', strings.office))
  item.append(about)
  if (standard === null && head) {
    const place = element('p')
    place.append(...marked(head.snippet))
    item.append(place)
  }

  const rows = rest.map((result) => drawRow(result, strings))
  if (rows.length > 0) {
    const list = element('dl')
    list.append(...rows.slice(0, POINTS_SHOWN))
    item.append(list)
  }
  if (rows.length > POINTS_SHOWN) {
    const details = element('details')
    const list = element('dl')
    list.append(...rows.slice(POINTS_SHOWN))
    details.append(element('summary', '', fill(strings.morePoints, {count: String(rows.length - POINTS_SHOWN)})), list)
    item.append(details)
  }
  return item
}

function drawRow(result: Result, strings: Strings): HTMLElement {
  const row = element('div')
  const link = element('a') as HTMLAnchorElement
  link.href = result.url
  link.textContent = result.kind === 'form' ? strings.form : fill(strings.point, {number: result.id.split('#')[1] ?? ''})
  const term = element('dt')
  term.append(link)
  const text = element('dd')
  text.append(...marked(result.kind === 'form' && result.snippet.marks.length === 0 ? result.heading : result.snippet))
  row.append(term, text)
  return row
}

/** The text with the words searched for in `mark`. */
function marked({text, marks}: Marked): Node[] {
  const nodes: Node[] = []
  let at = 0
  for (const [start, end] of marks) {
    if (start > at) nodes.push(document.createTextNode(text.slice(at, start)))
    nodes.push(element('mark', '', text.slice(start, end)))
    at = end
  }
  nodes.push(document.createTextNode(text.slice(at)))
  return nodes
}

function element(name: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  if (text !== '') made.textContent = text
  return made
}

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole)
}
