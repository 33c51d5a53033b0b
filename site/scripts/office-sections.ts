/** Sections of a long list: on a phone all but the first are closed, and those marked so; a link into a closed one opens it; paper gets them all. */

const sections = [...document.querySelectorAll<HTMLDetailsElement>('details[data-section]')]

if (matchMedia('(max-width: 760px)').matches) {
  for (const [at, section] of sections.entries()) if (at > 0 || section.dataset['section'] === 'closed') section.open = false
}

/** «#%» is no address of a section: anybody can write what stands behind the sign. */
function named(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return ''
  }
}

const openTarget = (): void => {
  const target = document.getElementById(named(location.hash))
  if (target instanceof HTMLDetailsElement) {
    target.open = true
    target.scrollIntoView()
  }
}
addEventListener('hashchange', openTarget)
openTarget()

// A second choice of the same link changes no hash.
document.addEventListener('click', (event) => {
  if (event.target instanceof Element && event.target.closest('a[href^="#"]')) setTimeout(openTarget)
})

let closed: HTMLDetailsElement[] = []
addEventListener('beforeprint', () => {
  closed = sections.filter(({open}) => !open)
  for (const section of closed) section.open = true
})
addEventListener('afterprint', () => {
  for (const section of closed) section.open = false
})

export {}
