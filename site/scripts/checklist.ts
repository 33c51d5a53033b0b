/** Keeps the ticks of document lists and the chosen way of applying on the device, and counts what is ready. */

const PREFIX = 'qyzmet-checklist:'
const WAY = 'qyzmet-way:'

for (const lists of document.querySelectorAll<HTMLElement>('[data-checklist]')) {
  const standard = lists.dataset['checklist'] ?? ''
  const boxes = [...lists.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const ways = [...lists.querySelectorAll<HTMLInputElement>('input[type=radio]')]
  const counter = lists.querySelector<HTMLElement>('[data-counter]')
  // A tick belongs to the words of the document, not to its place: the same paper may be in the lists of several cases.
  const textOf = (box: HTMLInputElement): string => box.labels?.[0]?.textContent?.trim() ?? box.name

  const way = load(WAY + standard)[0]
  for (const one of ways) if (one.value === way) one.checked = true
  show(new Set(load(PREFIX + standard)))

  lists.addEventListener('change', ({target}) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.type === 'radio') save(WAY + standard, [target.value])
    const ticked = new Set(boxes.filter((box) => box.checked).map(textOf))
    // The box that was just used decides for its twins.
    if (target.type === 'checkbox' && !target.checked) ticked.delete(textOf(target))
    if (target.type === 'checkbox') save(PREFIX + standard, [...ticked])
    show(ticked)
  })

  function show(ticked: ReadonlySet<string>): void {
    for (const box of boxes) box.checked = ticked.has(textOf(box))
    for (const group of lists.querySelectorAll('[data-group]')) {
      const count = group.querySelector<HTMLElement>('[data-count]')
      const own = [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
      const done = own.filter((box) => box.checked).length
      if (count) count.textContent = done === 0 ? String(own.length) : filled(count.dataset['count'] ?? '', done, own.length)
    }
    // One sentence for a single list; with several cases each says for itself.
    const chosen = ways.find((one) => one.checked)?.id ?? 'to-1'
    const groups = lists.querySelectorAll(`[data-panel="${chosen}"] [data-group]`)
    const [group] = groups
    if (!counter) return
    if (!group || groups.length > 1) {
      counter.textContent = ''
      return
    }
    const own = [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
    counter.textContent = filled(counter.dataset['counter'] ?? '', own.filter((box) => box.checked).length, own.length)
  }
}

function filled(pattern: string, done: number, all: number): string {
  return pattern.replace('{all}', String(all)).replace('{done}', String(done))
}

function load(key: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((one): one is string => typeof one === 'string') : []
  } catch {
    return []
  }
}

/** Storage may be full or forbidden: then ticks last as long as the page. */
function save(key: string, texts: string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(texts))
  } catch {
    return
  }
}

export {}
