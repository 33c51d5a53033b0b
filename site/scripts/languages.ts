/** Another language of the same page keeps what was searched for and the place on the page. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-languages] a')) {
  link.addEventListener('click', () => {
    link.search = location.search
    link.hash = location.hash
  })
}
