/**
 * Rows of two office tables that speak of one office.
 *
 *     2) Көкшетау қалалық бөлімі   Біржан сал көшесі, 42-үй      the same office: moved from one street to another
 *     3. Көкшетау қалалық бөлімі   Абай көшесі, 142-үй
 *
 * By the register's id where both rows have one, else by name within the region, else by telephone or address.
 */
import type {Part} from './document.ts'
import type {Match} from './align.ts'
import {typographicKey} from './typographic.ts'

/** Digits a telephone cell must have before it tells an office. */
const LEAST_DIGITS = 6
const NOT_DIGITS = /\D+/gu

/** Ways to tell an office, the surest first; null where a row has nothing of the kind. */
const IDENTITIES: readonly ((row: Part, heading: string) => string | null)[] = [
  (row, heading) => (row.office ? `${row.office} ${heading}` : null),
  ({office}) => office ?? null,
  (row, heading) => (row.name ? `${typographicKey(row.name)} ${heading}` : null),
  ({children}) => typographicKey(children.map(({text}) => text).join(' ')),
  ({children}) => {
    const digits = children.find(({key}) => key === 'phones')?.text.replace(NOT_DIGITS, '') ?? ''
    return digits.length >= LEAST_DIGITS ? digits : null
  },
  ({children}) => {
    const address = children.find(({key}) => key === 'address')?.text ?? ''
    return address === '' ? null : typographicKey(address)
  },
  (row) => (row.name ? typographicKey(row.name) : null),
]

/** Pairs of places of rows; lists without rows give none. */
export function matchRows(a: readonly Part[], b: readonly Part[]): Match[] {
  let restA = rowsOf(a)
  let restB = rowsOf(b)
  const matches: Match[] = []
  for (const identity of IDENTITIES) {
    if (restA.length === 0 || restB.length === 0) break
    const places = new Map<string, number[]>()
    for (const {at, row, heading} of restB) {
      const key = identity(row, heading)
      if (key === null) continue
      const list = places.get(key)
      if (list) list.push(at)
      else places.set(key, [at])
    }
    const taken = new Set<number>()
    const left: Row[] = []
    for (const one of restA) {
      const key = identity(one.row, one.heading)
      // An office that a list names twice: its rows go together in order.
      const now = key === null ? undefined : places.get(key)?.shift()
      if (now === undefined) left.push(one)
      else {
        matches.push([one.at, now])
        taken.add(now)
      }
    }
    restA = left
    restB = restB.filter(({at}) => !taken.has(at))
  }
  return matches
}

interface Row {
  at: number
  row: Part
  /** Of the group it stands in. */
  heading: string
}

function rowsOf(parts: readonly Part[]): Row[] {
  const rows: Row[] = []
  let heading = ''
  parts.forEach((row, at) => {
    if (row.part === 'group') heading = typographicKey(row.text)
    else if (row.part === 'row') rows.push({at, row, heading})
  })
  return rows
}
