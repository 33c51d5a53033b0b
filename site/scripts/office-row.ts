/**
 * Opens an office inside the list: fetches its own page and shows the week, the services, other names and differences under
 * the row. The link stays a link: with a modifier key, without a script or without the network it leads to the page.
 */

/** Titles of services shown before the way to all of them. */
const SERVICES = 4

const texts = document.querySelector<HTMLElement>('[data-opening]')?.dataset ?? {}

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-office]')) {
  link.setAttribute('aria-expanded', 'false')
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target.closest<HTMLAnchorElement>('a[data-office]')
  const row = link?.closest('tr')
  if (!link || !row) return
  event.preventDefault()
  if (row.classList.contains('open')) close(row)
  else void open(row, link)
})

async function open(row: HTMLTableRowElement, link: HTMLAnchorElement): Promise<void> {
  row.classList.add('open')
  link.setAttribute('aria-expanded', 'true')
  const opened = document.createElement('tr')
  opened.className = 'opened'
  const cell = opened.insertCell()
  cell.colSpan = row.cells.length
  cell.textContent = texts['loading'] ?? ''
  row.after(opened)
  try {
    const answer = await fetch(link.href)
    if (!answer.ok) throw new Error(String(answer.status))
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    cell.replaceChildren(box(page, link, row))
  } catch {
    location.href = link.href
  }
}

function close(row: HTMLTableRowElement): void {
  const next = row.nextElementSibling
  if (next?.classList.contains('opened')) next.remove()
  row.classList.remove('open')
  row.querySelector('a[data-office]')?.setAttribute('aria-expanded', 'false')
}

/** The parts of an office's page, arranged for the list. */
function box(page: Document, link: HTMLAnchorElement, row: HTMLTableRowElement): HTMLElement {
  const result = document.createElement('div')
  result.className = 'opened-box'
  const second = document.createElement('div')
  const hours = part(page, 'hours')
  const services = part(page, 'services')
  const names = part(page, 'names')
  const differences = part(page, 'differences')
  if (services) second.append(shortened(services, link))
  if (names) second.append(names)
  if (differences) differences.className = 'across'
  const ways = document.createElement('p')
  ways.className = 'ways across'
  const own = document.createElement('a')
  own.href = link.href
  own.textContent = texts['own'] ?? ''
  const shut = document.createElement('button')
  shut.type = 'button'
  shut.textContent = texts['close'] ?? ''
  shut.addEventListener('click', () => {
    close(row)
    link.focus()
  })
  ways.append(own, shut)
  result.append(...(hours ? [hours] : []), second, ...(differences ? [differences] : []), ways)
  return result
}

/** A part with a smaller heading, and without ids, which are those of the other page. */
function part(page: Document, name: string): HTMLElement | null {
  const found = page.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (!found) return null
  const copy = document.importNode(found, true)
  copy.removeAttribute('aria-labelledby')
  const heading = document.createElement('h3')
  heading.textContent = copy.querySelector('h2')?.textContent ?? ''
  copy.querySelector('.heading-row')?.replaceWith(heading)
  for (const marked of copy.querySelectorAll('[id]')) marked.removeAttribute('id')
  return copy
}

/** The first few services, and the way to all. */
function shortened(services: HTMLElement, link: HTMLAnchorElement): HTMLElement {
  const items = [...services.querySelectorAll('li')]
  for (const item of items.slice(SERVICES)) item.remove()
  if (items.length > SERVICES) {
    const all = document.createElement('a')
    all.href = `${link.href}#services`
    all.textContent = services.dataset['all'] ?? ''
    const line = document.createElement('p')
    line.append(all)
    services.append(line)
  }
  return services
}
