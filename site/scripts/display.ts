/**
 * How the site looks, as chosen on this device: runs in the head, before anything is drawn, so that no page flashes in
 * another ground first. The switches at the foot of the page (components/Display.astro) come later.
 *
 * A classic script of its own, not a module: modules run when the page is drawn already. Without imports, for the same reason.
 */
;(() => {
  const GROUND = 'qyzmet-ground'
  const LARGE = 'qyzmet-large'
  const {dataset} = document.documentElement

  show(load(GROUND), load(LARGE))

  // A page that was asked for an answer keeps room for it (components/SearchResults.astro), unless no script came to give one.
  if ((new URLSearchParams(location.search).get('q') ?? '').trim() !== '') dataset['asked'] = ''
  addEventListener('load', () => {
    if (!document.querySelector('[data-search-page][data-started]')) delete dataset['asked']
  })

  document.addEventListener('DOMContentLoaded', () => {
    const large = document.querySelector<HTMLInputElement>('#large-type')
    const grounds = [...document.querySelectorAll<HTMLInputElement>('input[name=ground]')]
    if (large) large.checked = dataset['large'] !== undefined
    for (const one of grounds) one.checked = one.value === (dataset['ground'] ?? 'auto')
    large?.addEventListener('change', () => {
      keep(LARGE, large.checked ? 'on' : null)
    })
    for (const one of grounds) {
      one.addEventListener('change', () => {
        keep(GROUND, one.value === 'auto' ? null : one.value)
      })
    }
  })

  function show(ground: string | null, large: string | null): void {
    if (ground === 'light' || ground === 'dark') dataset['ground'] = ground
    else delete dataset['ground']
    if (large === 'on') dataset['large'] = large
    else delete dataset['large']
  }

  function load(key: string): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }

  /** Storage may be full or forbidden: then the choice lasts as long as the page. */
  function keep(key: string, value: string | null): void {
    try {
      if (value === null) localStorage.removeItem(key)
      else localStorage.setItem(key, value)
    } catch {
      // The page itself still changes, below.
    }
    if (key === GROUND) show(value, dataset['large'] ?? null)
    else show(dataset['ground'] ?? null, value)
  }
})()
