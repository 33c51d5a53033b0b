/** Comparison pages: from change to change with the position shown, and the selects that lead to another comparison. */

const root = document.querySelector<HTMLElement>('[data-compare]')
const steps = root?.querySelector<HTMLElement>('[data-steps]')

if (root && steps) {
  const place = steps.querySelector('[data-position]')
  let at = -1
  /** What is hidden or folded away is not stepped to. */
  const shown = (): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('.change, .office')].filter((change) => change.getClientRects().length > 0)
  const show = (changes: readonly HTMLElement[]): void => {
    if (place) place.textContent = changes.length === 0 ? '' : `${String(at + 1)} / ${String(changes.length)}`
  }
  const go = (by: number): void => {
    const changes = shown()
    if (changes.length === 0) return
    at = Math.min(Math.max(at + by, 0), changes.length - 1)
    const change = changes[at]
    change?.scrollIntoView({block: 'start'})
    change?.focus({preventScroll: true})
    show(changes)
  }
  steps.querySelector('[data-next]')?.addEventListener('click', () => {
    go(1)
  })
  steps.querySelector('[data-previous]')?.addEventListener('click', () => {
    go(-1)
  })
  root.querySelector('[data-controls]')?.addEventListener('change', () => {
    at = -1
    show(shown())
  })
  steps.hidden = false
  show(shown())
}

const choice = document.querySelector<HTMLFormElement>('[data-choice]')
if (choice) {
  choice.addEventListener('submit', (event) => {
    const [old, now] = [...choice.querySelectorAll('select')].map((select) => select.value)
    const known = (choice.dataset['pairs'] ?? '').split(' ')
    const id = `${old ?? ''}--${now ?? ''}`.replaceAll('@', '_')
    // Without a page for the pair the form goes to the list of comparisons.
    if (!known.includes(id)) return
    event.preventDefault()
    location.assign(`${choice.getAttribute('action') ?? ''}${id}/`)
  })
}

export {}
