/** Writes the date of printing where a printed page leaves room for it. */

addEventListener('beforeprint', () => {
  for (const place of document.querySelectorAll('[data-printed]')) place.textContent = new Date().toLocaleDateString('kk-KZ')
})

export {}
