/** Shows the print buttons, which do nothing without a script, and makes them print. */

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

export {}
