/** Shows the offices of the chosen region on the page of a standard; the choice is kept on the device for other pages. */

/** As `site/pages/standards/[id]/offices.json.ts` writes it. */
type Row = [name: string, address: string, path: string | null, phones: [text: string, dialled: string | null][]]
type Regions = Record<string, [list: number, count: number, path: string, rows: Row[]][]>

const KEY = 'qyzmet-region'

for (const where of document.querySelectorAll<HTMLElement>('[data-where]')) {
  const choose = where.querySelector<HTMLElement>('[data-choose]')
  const select = choose?.querySelector('select')
  const status = choose?.querySelector<HTMLElement>('[data-status]')
  if (!choose || !select) continue
  const prefix = where.dataset['prefix'] ?? ''
  const others = where.querySelector<HTMLElement>('[data-others]')
  // beside the heading of the section, for the printed sheet
  const name = document.querySelector<HTMLElement>('[data-region-name]')
  let regions: Regions | null = null

  choose.hidden = false
  if (others) others.hidden = true
  const kept = load()
  if (kept !== null && kept !== select.value && [...select.options].some(({value}) => value === kept)) {
    select.value = kept
    void show()
  }
  select.addEventListener('change', () => {
    save(select.value)
    void show()
  })

  async function show(): Promise<void> {
    if (!select || !status) return
    const key = select.value
    if (!regions) {
      status.textContent = status.dataset['loading'] ?? ''
      regions = await fetchRegions(where.dataset['where'] ?? '')
      status.textContent = regions ? '' : (status.dataset['failed'] ?? '')
      if (!regions) {
        if (others) others.hidden = false
        return
      }
    }
    // another region may have been chosen meanwhile
    if (key !== select.value) return
    if (name) {
      name.textContent = (select.selectedOptions[0]?.textContent ?? '').trim().replace(/(?<!\s)\s*\([^()]*\)$/u, '')
      name.lang = select.selectedOptions[0]?.lang ?? ''
    }
    const lists = regions[key] ?? []
    for (const section of where.querySelectorAll<HTMLElement>('[data-list]')) {
      const list = lists.find(([index]) => String(index) === section.dataset['list'])
      section.hidden = !list
      if (!list) continue
      const [, count, path, rows] = list
      section.querySelector('tbody')?.replaceChildren(...rows.map(rowOf))
      const all = section.querySelector<HTMLAnchorElement>('[data-all]')
      if (!all) continue
      all.href = prefix + path
      all.textContent = count > rows.length ? (all.dataset['all'] ?? '').replace('{count}', String(count)) : (all.dataset['whole'] ?? '')
    }
  }

  function rowOf([title, address, path, phones]: Row): HTMLTableRowElement {
    const row = document.createElement('tr')
    row.append(
      cell([path === null ? title : anchor(prefix + path, title)]),
      cell([address]),
      cell(phones.map(([text, dialled]) => (dialled === null ? span(text) : anchor(`tel:${dialled}`, text)))),
    )
    return row
  }
}

async function fetchRegions(path: string): Promise<Regions | null> {
  try {
    const response = await fetch(path)
    return response.ok ? ((await response.json()) as Regions) : null
  } catch {
    return null
  }
}

function cell(content: (Node | string)[]): HTMLTableCellElement {
  const made = document.createElement('td')
  made.append(...content)
  return made
}

function anchor(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a')
  made.href = href
  made.textContent = text
  return made
}

function span(text: string): HTMLSpanElement {
  const made = document.createElement('span')
  made.textContent = text
  return made
}

function load(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Storage may be full or forbidden: then the choice lasts as long as the page. */
function save(region: string): void {
  try {
    localStorage.setItem(KEY, region)
  } catch {
    return
  }
}

export {}
