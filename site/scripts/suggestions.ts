/**
 * Suggestions under the search fields: a combobox with a list (WAI-ARIA Authoring Practices, «Editable combobox with
 * list autocomplete»). The search code is fetched when a field first gets the focus.
 */
import type {ResultKind, SearchClient, Suggestion} from '../search/client.ts'
import {DEFAULT_LOCALE, localize, offlineUrl} from '../urls.ts'
import type {Locale} from '../urls.ts'
import {element, fill, marked} from './elements.ts'

interface Strings {
  label: string
  allResults: string
  count: string
  lacking: string
  point: string
  groups: Record<ResultKind, string>
}

/** Shorter beginnings fit too much. */
const LEAST = 2
/** Milliseconds without a keystroke. */
const PAUSE = 60

const locale = (document.documentElement.lang || DEFAULT_LOCALE) as Locale

let client: Promise<SearchClient> | null = null
function searchClient(): Promise<SearchClient> {
  client ??= import('../search/client.ts').then(({createSearchClient}) => createSearchClient(import.meta.env.BASE_URL))
  return client
}

document.querySelectorAll<HTMLFormElement>('form[data-search-form]').forEach((form, number) => {
  const input = form.querySelector('input')
  if (!input) return
  const strings = JSON.parse(form.dataset['searchForm'] ?? '{}') as Strings
  const list = element('div', 'suggestions')
  list.id = `suggestions-${String(number)}`
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', strings.label)
  list.hidden = true
  const status = element('div', 'visually-hidden')
  status.setAttribute('role', 'status')
  input.after(list, status)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  let options: {row: HTMLElement; url: string}[] = []
  let active = -1
  let turn = 0
  let timer = 0

  const close = (): void => {
    turn++
    clearTimeout(timer)
    list.hidden = true
    status.textContent = ''
    input.setAttribute('aria-expanded', 'false')
    choose(-1)
  }
  const choose = (index: number): void => {
    active = index
    options.forEach(({row}, i) => row.setAttribute('aria-selected', String(i === index)))
    const row = options[index]?.row
    if (row) {
      input.setAttribute('aria-activedescendant', row.id)
      row.scrollIntoView({block: 'nearest'})
    } else {
      input.removeAttribute('aria-activedescendant')
    }
  }

  const update = async (): Promise<void> => {
    const query = input.value.trim()
    const mine = ++turn
    if (query.length < LEAST) return close()
    try {
      await (
        await searchClient()
      ).suggest(input.value, (found, _, lacking) => {
        if (mine === turn) draw(query, found, lacking)
      })
    } catch {
      // without an index the form still leads to the search page, which says so
      if (mine === turn) draw(query, [], false)
    }
  }

  const option = (content: Node[], about: string, url: string): HTMLElement => {
    const row = element('div')
    row.id = `${list.id}-${String(options.length)}`
    row.setAttribute('role', 'option')
    row.setAttribute('aria-selected', 'false')
    const text = element('span')
    text.append(...content)
    row.append(text)
    if (about !== '') row.append(element('span', 'about', about))
    // The field keeps the focus while the pointer chooses.
    row.addEventListener('mousedown', (event) => event.preventDefault())
    row.addEventListener('click', () => (location.href = url))
    options.push({row, url})
    return row
  }

  const draw = (query: string, found: readonly Suggestion[], lacking: boolean): void => {
    options = []
    const kinds = [...new Set(found.map(({kind}) => kind))]
    const groups = kinds.map((kind) => {
      const members = found.filter((one) => one.kind === kind)
      const title = element('div', 'title', strings.groups[kind])
      title.id = `${list.id}-${kind}`
      const group = element('div')
      group.setAttribute('role', 'group')
      group.setAttribute('aria-labelledby', title.id)
      group.append(
        title,
        ...members.map((one) => {
          const row = option(marked(one.text), aboutOf(one, strings), localize(one.url, locale))
          if (locale !== DEFAULT_LOCALE && row.firstElementChild) row.firstElementChild.setAttribute('lang', DEFAULT_LOCALE)
          return row
        }),
      )
      return group
    })
    const offline = lacking ? [option([document.createTextNode(strings.lacking)], '', localize(offlineUrl(), locale))] : []
    for (const row of offline) row.classList.add('lacking')
    const all = option(
      [document.createTextNode(fill(strings.allResults, {query}))],
      '',
      `${form.getAttribute('action') ?? ''}?q=${encodeURIComponent(query)}`,
    )
    all.classList.add('all')
    list.replaceChildren(...groups, ...offline, all)
    list.hidden = false
    status.textContent = [fill(strings.count, {count: String(found.length)}), ...(lacking ? [strings.lacking] : [])].join(' ')
    input.setAttribute('aria-expanded', 'true')
    choose(-1)
  }

  input.addEventListener('focus', () => void searchClient().then((ready) => ready.warm()))
  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void update(), PAUSE)
  })
  input.addEventListener('blur', close)
  form.addEventListener('submit', close)
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return
    const target = options[active]
    if (event.key === 'ArrowDown') choose(active + 1 < options.length ? active + 1 : -1)
    else if (event.key === 'ArrowUp') choose(active === -1 ? options.length - 1 : active - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && target) location.href = target.url
    else return
    event.preventDefault()
  })
})

/** What stands beside a suggestion: duration and fee of a service where the page knows them, the place of the rest. */
function aboutOf({kind, id, standard, item, place}: Suggestion, strings: Strings): string {
  if (kind === 'standard') return document.querySelector(`[data-standard="${CSS.escape(id)}"] [data-summary]`)?.textContent ?? id
  if (kind === 'office') return place
  if (kind === 'form') return standard ?? ''
  const parts = [standard, fill(strings.point, {number: id.split('#')[1] ?? ''}), item]
  return parts.filter((part) => part !== null && part !== '').join(', ')
}

export {}
