/**
 * The web form of a blank: what is typed appears on the drawn blank, is checked by the code that checks it in Node, and becomes a PDF
 * when the reader asks for one. Nothing is sent or kept.
 */
import {bareNumber, checkValues, FormValueError} from '../../templates/forms/checks.ts'
import type {Problem} from '../../templates/forms/checks.ts'
import type {FormValue, FormValues} from '../../templates/forms/index.ts'
import {datePart, yearPart} from '../../templates/forms/parts.ts'
import {wrapText} from '../../templates/pdf/wrap.ts'
import type {CheckedAnnex} from '../prepare/check-fields.ts'
import type {TableRow} from '../prepare/form-fields.ts'

interface Strings {
  error: string
  making: string
  done: string
  failed: string
  cleared: string
  row: string
  rowAdded: string
  /** `lang` of the blank's words; absent on pages in its language. */
  official?: string
  faults: Record<string, string>
}

type Part = Parameters<typeof datePart>[1]

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-form]')) start(form)

function start(form: HTMLFormElement): void {
  const strings = JSON.parse(form.dataset['strings'] ?? '{}') as Strings
  const checked = JSON.parse(form.dataset['checked'] ?? '{}') as CheckedAnnex
  const blocks = new Map([...form.querySelectorAll<HTMLElement>('[data-field]')].map((block) => [block.dataset['field'] ?? '', block]))
  const blank = document.querySelector<HTMLElement>('[data-blank]')
  const status = form.querySelector<HTMLElement>('[data-status]')
  const summary = form.querySelector<HTMLElement>('[data-summary]')
  const submit = form.querySelector<HTMLButtonElement>('[type=submit]')

  for (const block of blocks.values()) if (block.dataset['kind'] === 'table') addRow(block, strings)
  form.hidden = false

  const say = (text: string, failed = false): void => {
    if (!status) return
    status.textContent = text
    status.classList.toggle('failed', failed)
  }

  /** Checks one field, or takes its error back. */
  const check = (name: string, block: HTMLElement): void => {
    const [problem] = checkValues(checked, fieldValues(name, block))
    setError(block, problem ? sentence(problem, strings) : null, strings, problem?.value)
  }

  form.addEventListener('input', (event) => {
    const block = (event.target as Element).closest<HTMLElement>('[data-field]')
    const name = block?.dataset['field']
    if (!block || name === undefined) return
    if (blank) draw(blank, name, fieldValues(name, block))
    // an error that has been told goes as soon as it is mended
    if (block.classList.contains('wrong')) check(name, block)
    say('')
  })

  // A field is checked when it is left. Where that is by pressing a button, the sentence waits until the button is let go: it would push
  // the button away from under the pointer, and the press would be lost.
  let pressed = false
  let left: HTMLElement[] = []
  form.addEventListener('change', (event) => {
    const block = (event.target as Element).closest<HTMLElement>('[data-field]')
    if (!block) return
    left.push(block)
    if (!pressed) checkLeft()
  })
  document.addEventListener('pointerdown', () => {
    pressed = true
  })
  for (const end of ['pointerup', 'pointercancel'])
    document.addEventListener(end, () => {
      pressed = false
      setTimeout(checkLeft)
    })
  function checkLeft(): void {
    for (const block of left) check(block.dataset['field'] ?? '', block)
    left = []
  }

  form.addEventListener('focusin', (event) => {
    const name = (event.target as Element).closest<HTMLElement>('[data-field]')?.dataset['field']
    if (blank) mark(blank, name ?? null)
  })
  form.addEventListener('focusout', () => {
    if (blank) mark(blank, null)
  })

  // a place on the blank leads to its field; by keyboard the fields themselves are reached
  blank?.addEventListener('click', (event) => {
    const name = (event.target as Element).closest<HTMLElement>('[data-place]')?.dataset['place']
    blocks
      .get(name ?? '')
      ?.querySelector<HTMLElement>('input, textarea')
      ?.focus()
  })

  for (const button of form.querySelectorAll<HTMLElement>('[data-add]')) {
    button.addEventListener('click', () => {
      const block = button.closest<HTMLElement>('[data-field]')
      const row = block && addRow(block, strings)
      if (!row) return
      row.querySelector('input')?.focus()
    })
  }

  form.querySelector('[data-print-form]')?.addEventListener('click', () => window.print())

  form.addEventListener('reset', () => {
    // the fields are empty only after this event
    setTimeout(() => {
      for (const [name, block] of blocks) {
        if (block.dataset['kind'] === 'table') {
          block.querySelector('[data-rows]')?.replaceChildren()
          addRow(block, strings)
        }
        setError(block, null, strings)
        if (blank) draw(blank, name, fieldValues(name, block))
      }
      if (summary) summary.hidden = true
      say(strings.cleared)
    })
  })

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (submit?.getAttribute('aria-disabled') === 'true') return
    const values: FormValues = Object.assign({}, ...[...blocks].map(([name, block]) => fieldValues(name, block)))
    if (tell(checkValues(checked, values))) return
    submit?.setAttribute('aria-disabled', 'true')
    say(strings.making)
    make(form.dataset['form'] ?? '', values, form.dataset['file'] ?? 'form.pdf')
      .then((file) => say(strings.done.replace('{file}', file)))
      .catch((error: unknown) => {
        say('')
        if (!(error instanceof FormValueError && tell(error.problems))) say(strings.failed, true)
      })
      .finally(() => submit?.removeAttribute('aria-disabled'))
  })

  /** Shows what is wrong, at the fields and as a list before them. Returns whether anything is. */
  function tell(problems: readonly Problem[]): boolean {
    const first = new Map<string, Problem>()
    for (const problem of problems) {
      const name = blocks.has(problem.field) ? problem.field : problem.field.replace(/-[a-z]+$/u, '')
      if (!first.has(name)) first.set(name, problem)
    }
    for (const [name, block] of blocks) {
      const problem = first.get(name)
      setError(block, problem ? sentence(problem, strings) : null, strings, problem?.value)
    }
    if (!summary) return first.size > 0
    const items = [...blocks].flatMap(([name, block]) => {
      const problem = first.get(name)
      if (!problem) return []
      const item = document.createElement('li')
      const link = document.createElement('a')
      const target = block.querySelector<HTMLElement>('[aria-invalid=true]') ?? block.querySelector<HTMLElement>('input, textarea')
      link.href = `#${target?.id ?? ''}`
      link.append(
        inOfficial(block.querySelector('.name, .choice')?.textContent?.trim() ?? name, strings),
        `: ${sentence(problem, strings)}`,
      )
      link.addEventListener('click', (event) => {
        event.preventDefault()
        target?.focus()
      })
      item.append(link)
      return [item]
    })
    summary.querySelector('ul')?.replaceChildren(...items)
    summary.hidden = items.length === 0
    if (items.length > 0) summary.focus()
    return first.size > 0
  }
}

/** Makes the PDF and gives it to the reader as a download. The drawing code is fetched here, on the first call. */
async function make(form: string, values: FormValues, file: string): Promise<string> {
  const {drawForm} = await import('../forms/pdf.ts')
  const bytes = await drawForm(form, values)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], {type: 'application/pdf'}))
  link.download = file
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return file
}

/** What stands in a field's controls, in the shape that forms are filled with; nothing for an empty field. */
function fieldValues(name: string, block: HTMLElement): Record<string, FormValue> {
  switch (block.dataset['kind']) {
    case 'later':
      return {}
    case 'tick':
      return block.querySelector('input')?.checked ? {[name]: true} : {}
    case 'choice':
      return filled(name, block.querySelector<HTMLInputElement>('input:checked')?.value)
    case 'parts':
      return Object.assign(
        {},
        ...[...block.querySelectorAll<HTMLInputElement>('[data-part]')].map((input) =>
          filled(`${name}-${input.dataset['part'] ?? ''}`, input.value),
        ),
      )
    case 'table': {
      const rows = tableValue(block)
      return rows.length > 0 ? {[name]: rows} : {}
    }
    default:
      return filled(name, block.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea')?.value)
  }
}

function filled(name: string, value = ''): Record<string, string> {
  const text = value.trim().normalize('NFC')
  return text === '' ? {} : {[name]: text}
}

/** The rows of a table up to the last that holds anything; running numbers go before rows that are used and not numbered by the blank. */
function tableValue(block: HTMLElement): string[][] {
  const box = block.querySelector<HTMLElement>('[data-rows]')
  const printed = JSON.parse(box?.dataset['rows'] ?? '[]') as TableRow[]
  const serial = box?.dataset['serial'] === undefined ? null : Number(box.dataset['serial'])
  const rows: string[][] = []
  for (const row of box?.querySelectorAll<HTMLElement>('[data-index]') ?? []) {
    const index = Number(row.dataset['index'])
    const cells: string[] = []
    for (const input of row.querySelectorAll<HTMLInputElement>('[data-column]'))
      cells[Number(input.dataset['column'])] = input.value.trim().normalize('NFC')
    if (!cells.some((cell) => cell !== undefined && cell !== '')) continue
    if (serial !== null && (printed.find((one) => one.index === index)?.printed[serial] ?? '') === '')
      cells[serial] = String([...(box?.children ?? [])].indexOf(row) + 1)
    rows[index] = Array.from(cells, (cell) => cell ?? '')
  }
  return Array.from(rows, (row) => row ?? [])
}

/** One more row to type in: the blank's own rows first, then rows below them. */
function addRow(block: HTMLElement, strings: Strings): HTMLElement | null {
  const box = block.querySelector<HTMLElement>('[data-rows]')
  const template = block.querySelector('template')
  if (!box || !template) return null
  const printed = JSON.parse(box.dataset['rows'] ?? '[]') as TableRow[]
  const number = box.children.length
  const known = printed[number]
  const row = (template.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>('fieldset')
  if (!row) return null
  row.dataset['index'] = String(known?.index ?? (printed.at(-1)?.index ?? -1) + 1 + number - printed.length)
  const words = known?.printed.filter((cell) => cell !== '' && !/^\d+[.)]?$/u.test(cell)).join(', ') ?? ''
  const legend = row.querySelector('legend')
  legend?.append(strings.row.replace('{number}', String(number + 1)))
  if (words !== '') legend?.append(': ', inOfficial(words, strings))
  for (const input of row.querySelectorAll<HTMLInputElement>('[data-column]')) {
    input.id = `f-${block.dataset['field'] ?? ''}-${String(number + 1)}-${input.dataset['column'] ?? ''}`
    if ((known?.printed[Number(input.dataset['column'])] ?? '') !== '') input.closest('label')?.remove()
  }
  box.append(row)
  return row
}

/** Words of the blank inside those of the page. */
function inOfficial(text: string, {official}: Strings): HTMLElement {
  const span = document.createElement('span')
  span.textContent = text
  if (official !== undefined) span.lang = official
  return span
}

/** What is wrong, as a sentence. */
function sentence({rule, detail}: Problem, {faults}: Strings): string {
  const text = faults[rule === 'number' ? (detail ?? '') : rule] ?? faults['other'] ?? ''
  return text.replace('{character}', nameOf(detail ?? '')).replace('{printed}', detail ?? '')
}

/** «U+4E2D» → ««中» (U+4E2D)»; what can't be seen has its code alone. */
function nameOf(code: string): string {
  const character = String.fromCodePoint(parseInt(code.slice(2), 16) || 0xfffd)
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `«${character}» (${code})` : code
}

/** Puts a sentence above the field and ties it to its control, or takes it away. */
function setError(block: HTMLElement, message: string | null, strings: Strings, value?: string): void {
  const error = block.querySelector<HTMLElement>('.error')
  if (!error) return
  block.classList.toggle('wrong', message !== null)
  error.hidden = message === null
  error.textContent = message === null ? '' : `${strings.error}: ${message}`
  const controls = [...block.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
  // of a table's cells, those that hold the value
  const wrong = controls.length > 1 ? controls.filter((one) => value !== undefined && one.value.trim() === value) : controls
  for (const control of controls) {
    const described = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '' && id !== error.id)
    const isWrong = message !== null && (wrong.length === 0 || wrong.includes(control))
    if (isWrong) {
      described.push(error.id)
      control.setAttribute('aria-invalid', 'true')
    } else control.removeAttribute('aria-invalid')
    if (described.length > 0) control.setAttribute('aria-describedby', described.join(' '))
    else control.removeAttribute('aria-describedby')
  }
}

/** Marks the places of a field on the blank, and brings the first into view where the blank scrolls by itself. */
function mark(blank: HTMLElement, name: string | null): void {
  for (const place of blank.querySelectorAll('.current')) place.classList.remove('current')
  if (name === null) return
  const places = placesOf(blank, name)
  for (const place of places) place.classList.add('current')
  const [first] = places
  if (!first || blank.scrollHeight <= blank.clientHeight || getComputedStyle(blank).overflowY === 'visible') return
  const [outer, inner] = [blank.getBoundingClientRect(), first.getBoundingClientRect()]
  if (inner.top < outer.top || inner.bottom > outer.bottom)
    blank.scrollTop += inner.top - outer.top - Math.max(0, (outer.height - inner.height) / 2)
}

const placesOf = (blank: HTMLElement, name: string): HTMLElement[] => [
  ...blank.querySelectorAll<HTMLElement>(`[data-place="${CSS.escape(name)}"]`),
]

/** Shows a field's values at its places. */
function draw(blank: HTMLElement, name: string, values: Record<string, FormValue>): void {
  const value = values[name] ?? ''
  const text = typeof value === 'string' ? value : ''
  const places = [...placesOf(blank, name)]
  const hasYear = places.some((place) => place.dataset['part'] === 'year')
  for (const place of places) {
    const {option, part, before, lines, repeat} = place.dataset
    if (repeat !== undefined) continue
    const typed = place.querySelector<HTMLElement>('.typed')
    if (option !== undefined) place.classList.toggle('ticked', value === true || (option !== '' && value === option))
    else if (part !== undefined) {
      const own = values[`${name}-${part}`]
      if (typed)
        typed.textContent =
          typeof own === 'string'
            ? part === 'year'
              ? yearPart(own, before ?? '')
              : own
            : datePart(text, part as Part, before ?? '', hasYear)
    } else if (place.dataset['comb'] !== undefined) drawComb(place, text)
    else if (lines !== undefined) setLines(place, text, lines === 'marked')
    else if (place.querySelector('[data-cells]')) drawTable(place, Array.isArray(value) ? (value as readonly (readonly string[])[]) : [])
    else if (typed) typed.textContent = text
  }
}

/** A digit in each box; what is left over stands in the last. */
function drawComb(place: HTMLElement, text: string): void {
  const cells = [...place.querySelectorAll('.typed')]
  const digits = [...bareNumber(text)]
  for (const [i, cell] of cells.entries()) cell.textContent = (i === cells.length - 1 ? digits.slice(i).join('') : digits[i]) ?? ''
}

/** Breaks a text into the rules of its place; rules are added where they do not suffice, as they are in the PDF. */
function setLines(place: HTMLElement, text: string, marked: boolean): void {
  for (const added of place.querySelectorAll('[data-added]')) added.remove()
  const rules = [...place.querySelectorAll<HTMLElement>('.rule')]
  const [first] = rules
  if (!first) return
  let lines = text === '' ? [] : text.split('\n')
  if (!marked && text !== '') lines = wrapText(text, first.clientWidth - NUMBER_WIDTH, measurer(first))
  // numbered rules stay as many as they are: what is left over goes on in the last
  if (marked && lines.length > rules.length) lines = [...lines.slice(0, rules.length - 1), lines.slice(rules.length - 1).join(' ')]
  while (rules.length < lines.length) {
    const added = document.createElement('p')
    added.className = 'rule'
    added.dataset['added'] = ''
    const typed = document.createElement('span')
    typed.className = 'typed'
    added.append(typed)
    rules.at(-1)?.after(added)
    rules.push(added)
  }
  for (const [i, rule] of rules.entries()) {
    const typed = rule.querySelector('.typed')
    if (typed) typed.textContent = lines[i] ?? ''
  }
}

/** Room that a field's number takes on its first rule. */
const NUMBER_WIDTH = 34

function measurer(element: HTMLElement): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  const style = getComputedStyle(element.querySelector('.typed') ?? element)
  if (!context) return (text) => text.length * parseFloat(style.fontSize) * 0.6
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  return (text) => context.measureText(text).width
}

function drawTable(place: HTMLElement, rows: readonly (readonly string[])[]): void {
  const body = place.querySelector<HTMLElement>('[data-cells]')
  if (!body) return
  for (const added of body.querySelectorAll('[data-added]')) added.remove()
  const drawn = [...body.querySelectorAll<HTMLTableRowElement>('tr:not([data-fixed])')]
  const pattern = drawn.at(-1)
  while (pattern && drawn.length < rows.length) {
    const row = document.createElement('tr')
    row.dataset['added'] = ''
    for (let i = 0; i < pattern.cells.length; i++) {
      const typed = document.createElement('span')
      typed.className = 'typed'
      row.insertCell().append(typed)
    }
    drawn.at(-1)?.after(row)
    drawn.push(row)
  }
  for (const [r, row] of drawn.entries()) {
    for (const [c, cell] of [...row.cells].entries()) {
      const typed = cell.querySelector('.typed')
      if (typed) typed.textContent = rows[r]?.[c] ?? ''
    }
  }
}
