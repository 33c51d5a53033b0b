/** Keeps the ticks of document lists on the device and counts them. */

const PREFIX = 'qyzmet-checklist:'

for (const group of document.querySelectorAll<HTMLElement>('[data-checklist]')) {
  const key = PREFIX + (group.dataset['checklist'] ?? '')
  const boxes = [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const counter = group.querySelector<HTMLElement>('[data-counter]')
  // A tick belongs to the words of the document, not to its place in the list.
  const textOf = (box: HTMLInputElement): string => box.labels?.[0]?.textContent?.trim() ?? box.name

  const ticked = new Set(load(key))
  for (const box of boxes) box.checked = ticked.has(textOf(box))
  count()
  group.addEventListener('change', () => {
    save(key, boxes.filter((box) => box.checked).map(textOf))
    count()
  })

  function count(): void {
    if (!counter) return
    const done = boxes.filter((box) => box.checked).length
    counter.textContent = (counter.dataset['counter'] ?? '').replace('{all}', String(boxes.length)).replace('{done}', String(done))
  }
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
