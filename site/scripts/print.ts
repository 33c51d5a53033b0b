/** Makes the print buttons print, and writes address and day on the sheet when it is printed. */

const WHOLE_TEXT = '#whole-text'

for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', (event) => {
    event.preventDefault()
    // The address decides what is printed: the official text where it points there, else the sheet with the answers.
    if (button.dataset['print'] === 'text') location.hash = WHOLE_TEXT
    else if (location.hash === WHOLE_TEXT) location.hash = '#documents'
    window.print()
  })
}

window.addEventListener('beforeprint', () => {
  const now = new Date()
  const date = [now.getDate(), now.getMonth() + 1].map((part) => String(part).padStart(2, '0')).join('.')
  for (const place of document.querySelectorAll<HTMLElement>('[data-print-date]')) {
    place.textContent = (place.dataset['printDate'] ?? '').replace('{date}', `${date}.${now.getFullYear()}`)
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-print-address]'))
    place.textContent = location.origin + location.pathname
})

export {}
