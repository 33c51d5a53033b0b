/** Filters the offices of a region by the words typed: district, town, street, name or number. */
import {createStemmer, foldWord, tokens} from '../../parser/language/stem.ts'

const stem = createStemmer([])
/** A number typed with or without its signs: «25-00-67». */
const NUMBER = /^[\d\s()+-]{4,}$/u

interface Row {
  row: HTMLElement
  words: string[]
  stems: Set<string>
  digits: string
}

const input = document.querySelector<HTMLInputElement>('[data-filter]')
const status = document.querySelector<HTMLElement>('[data-filter-status]')

if (input) {
  const tools = input.closest<HTMLElement>('[data-tools]')
  if (tools) tools.hidden = false
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].map(toRow)
  const sections = [...document.querySelectorAll<HTMLDetailsElement>('[data-section]')]
  const jump = document.querySelector<HTMLElement>('[data-jump]')
  const apply = (): void => {
    const typed = input.value.trim()
    const matches = matcher(typed)
    let shown = 0
    for (const row of rows) {
      const hidden = !matches(row)
      row.row.hidden = hidden
      // What was opened under it goes with it.
      const next = row.row.nextElementSibling
      if (next instanceof HTMLElement && next.classList.contains('opened')) next.hidden = hidden
      if (!hidden) shown++
    }
    for (const section of sections) {
      section.hidden = section.querySelector('[data-row]:not([hidden])') === null
      if (typed !== '' && !section.hidden) section.open = true
    }
    // Its numbers are those of the whole list.
    if (jump) jump.hidden = typed !== ''
    if (!status) return
    const {shown: words = '', nothing = ''} = input.dataset
    status.textContent =
      typed === '' ? '' : shown === 0 ? nothing : words.replace('{count}', String(shown)).replace('{all}', String(rows.length))
  }
  input.addEventListener('input', apply)
  // A field that the browser filled in on the way back.
  if (input.value !== '') apply()
}

function toRow(row: HTMLElement): Row {
  const text = `${row.dataset['row'] ?? ''} ${row.textContent}`
  const words = tokens(text).map(({word}) => foldWord(word))
  return {row, words, stems: new Set(words.map(stem)), digits: text.replace(/\D+/gu, '')}
}

function matcher(typed: string): (row: Row) => boolean {
  if (NUMBER.test(typed)) {
    const digits = typed.replace(/\D+/gu, '')
    return (row) => row.digits.includes(digits)
  }
  const asked = tokens(typed).map(({word}) => foldWord(word))
  return ({words, stems}) => asked.every((word) => words.some((own) => own.startsWith(word)) || stems.has(stem(word)))
}
