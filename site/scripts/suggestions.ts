/**
 * Suggestions under the search fields: a combobox with a list (WAI-ARIA Authoring Practices, «Editable combobox with
 * list autocomplete»). The search code is fetched when a field first gets the focus.
 */
import type {SearchClient} from '../search/client.ts'

interface Strings {
  suggestions: string
  words: string
  services: string
  allResults: string
}

interface Option {
  text: string
  url: string
  group: string | null
}

const LIMIT = 7
/** Shorter beginnings fit too much. */
const LEAST = 2

let client: Promise<SearchClient> | null = null
function searchClient(): Promise<SearchClient> {
  client ??= import('../search/client.ts').then(({createSearchClient}) => createSearchClient(import.meta.env.BASE_URL))
  return client
}

document.querySelectorAll<HTMLFormElement>('form[data-search-form]').forEach((form, number) => {
  const input = form.querySelector('input')
  if (!input) return
  const strings = JSON.parse(form.dataset['searchForm'] ?? '{}') as Strings
  const list = document.createElement('ul')
  list.id = `suggestions-${String(number)}`
  list.className = 'suggestions'
  list.role = 'listbox'
  list.ariaLabel = strings.suggestions
  list.hidden = true
  form.append(list)
  input.role = 'combobox'
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  let options: {row: HTMLElement; url: string}[] = []
  let active = -1
  let turn = 0

  const close = (): void => {
    turn++
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    choose(-1)
  }
  const choose = (index: number): void => {
    active = index
    options.forEach(({row}, i) => (row.ariaSelected = String(i === index)))
    const row = options[index]?.row
    if (row) {
      input.setAttribute('aria-activedescendant', row.id)
      row.scrollIntoView({block: 'nearest'})
    } else {
      input.removeAttribute('aria-activedescendant')
    }
  }
  const searchPage = (query: string): string => `${form.getAttribute('action') ?? ''}?q=${encodeURIComponent(query)}`

  const update = async (): Promise<void> => {
    const query = input.value.trim()
    const mine = ++turn
    if (query.length < LEAST) return close()
    const found = await searchClient()
      .then((ready) => ready.suggest(query, LIMIT))
      .catch(() => [])
    if (mine !== turn) return
    const shown: Option[] = [
      ...found.filter(({url}) => url !== null).map(({text, url}) => ({text, url: url ?? '', group: strings.services})),
      ...found.filter(({url}) => url === null).map(({text}) => ({text, url: searchPage(text), group: strings.words})),
      {text: strings.allResults.replace('{query}', () => query), url: searchPage(query), group: null},
    ]
    draw(shown)
  }

  const draw = (shown: Option[]): void => {
    let group: string | null = null
    options = []
    list.replaceChildren(
      ...shown.flatMap(({text, url, group: own}, i) => {
        const row = document.createElement('li')
        row.id = `${list.id}-${String(i)}`
        row.role = 'option'
        row.textContent = text
        if (own === null) row.className = 'all'
        // The field keeps the focus while the pointer chooses.
        row.addEventListener('mousedown', (event) => event.preventDefault())
        row.addEventListener('click', () => (location.href = url))
        options.push({row, url})
        if (own === null || own === group) return [row]
        group = own
        const heading = document.createElement('li')
        heading.className = 'group'
        heading.role = 'presentation'
        heading.textContent = own
        return [heading, row]
      }),
    )
    list.hidden = false
    input.setAttribute('aria-expanded', 'true')
    choose(-1)
  }

  input.addEventListener('focus', () => void searchClient().then((ready) => ready.warm()))
  input.addEventListener('input', () => void update())
  input.addEventListener('blur', close)
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

export {}
