/** Filters the rows of a long table by the words typed. */

const tools = document.querySelector<HTMLElement>('[data-filter]')
const input = tools?.querySelector('input')
const status = document.querySelector<HTMLElement>('[data-filter-status]')

if (tools && input) {
  tools.hidden = false
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => ({row, text: fold(row.textContent ?? '')}))
  const apply = (): void => {
    const words = fold(input.value).split(/\s+/u)
    let shown = 0
    for (const {row, text} of rows) {
      row.hidden = !words.every((word) => text.includes(word))
      if (!row.hidden) shown++
    }
    // «0 мекеме көрсетілді», with the number of this view.
    if (status) status.textContent = input.value.trim() === '' ? '' : (input.dataset['none'] ?? '').replace('0', String(shown))
  }
  input.addEventListener('input', apply)
  apply()
}

/** Kazakh letters typed on a Russian keyboard find their words too. */
function fold(text: string): string {
  const plain: Record<string, string> = {ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и'}
  return text.toLowerCase().replace(/[әғқңөұүһі]/gu, (letter) => plain[letter] ?? letter)
}

export {}
