/** On a phone, closes every group of services but the first and the one linked to. */

if (window.matchMedia('(max-width: 760px)').matches) {
  for (const group of [...document.querySelectorAll<HTMLDetailsElement>('details[data-group]')].slice(1)) {
    group.open = group.matches(':target')
  }
}

export {}
