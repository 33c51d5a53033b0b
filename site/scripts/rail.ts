/** Marks the section being read in the list beside the text. */

for (const rail of document.querySelectorAll<HTMLElement>('[data-rail]')) {
  const sections = [...rail.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return target ? [{link, target}] : []
  })
  if (sections.length === 0) continue
  let waiting = false

  const mark = (): void => {
    waiting = false
    const edge = window.innerHeight / 4
    const current = sections.findLast(({target}) => target.getBoundingClientRect().top <= edge) ?? sections[0]
    for (const {link} of sections) {
      if (link === current?.link) link.setAttribute('aria-current', 'location')
      else link.removeAttribute('aria-current')
    }
  }
  window.addEventListener(
    'scroll',
    () => {
      if (!waiting) requestAnimationFrame(mark)
      waiting = true
    },
    {passive: true},
  )
  mark()
}

// On a phone the list is closed: the link of the strip opens it.
const openList = (): void => {
  if (location.hash !== '#on-this-page') return
  const list = document.querySelector<HTMLDetailsElement>('#on-this-page details')
  if (list) list.open = true
}
window.addEventListener('hashchange', openList)
openList()

export {}
