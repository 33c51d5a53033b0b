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
  const known = (choice.dataset['pairs'] ?? '').split(' ')
  const [old, now] = [...choice.querySelectorAll('select')]
  const segment = (select: HTMLSelectElement | undefined): string => (select?.value ?? '').replaceAll('@', '_')
  choice.addEventListener('change', ({target}) => {
    const wanted = `${segment(old)}--${segment(now)}`
    // Not every two have a page: then the side just chosen leads to one that it has.
    const id =
      known.find((pair) => pair === wanted) ??
      known.find((pair) => (target === now ? pair.endsWith(`--${segment(now)}`) : pair.startsWith(`${segment(old)}--`)))
    if (id !== undefined) location.assign(`${choice.getAttribute('action') ?? ''}${id}/`)
  })
  const button = choice.querySelector('button')
  if (button) button.hidden = true
}

export {}
