/**
 * Whether two addresses of an office are two places, however they are written.
 *
 *     Көкшетау қаласы, Біржан сал көшесі, 42-үй      Алматы қ., Жандосов к-сі, 51
 *     Көкшетау қаласы, Абай көшесі, 142-үй           Жандосов көшесі, 51-үй
 *     moved                                          the same
 */
import {nameKey, readAddress, type Place} from '../register/address.ts'
import {memo} from '../memo.ts'
import {likeness} from '../register/skeleton.ts'
import {translated} from '../register/translated.ts'

/** The same address stands in many lists; a country has more of them than are worth remembering. */
const MOST_ADDRESSES = 20_000
const read = memo(readAddress, MOST_ADDRESSES)

/** True where both name a town, a street or a house, and not the same one. What one leaves out is no difference. */
export function isRelocated(before: string, after: string): boolean {
  const [a, b] = [read(before), read(after)]
  return differ(streetOf(a), streetOf(b)) || (a.house !== null && b.house !== null && a.house !== b.house) || differInTown(a, b)
}

const streetOf = ({street, microdistrict}: Place): string | null => keyOf(street ?? microdistrict)
const keyOf = (name: string | null): string | null => (name === null ? null : nameKey(name))

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && likeness(a, b) === 'different' && !a.includes(b) && !b.includes(a) && !translated(a, b)
}

function differInTown(a: Place, b: Place): boolean {
  const [one, other] = [a, b].map(({localities}) => localities.flatMap((name) => keyOf(name) ?? [])) as [string[], string[]]
  return one.length > 0 && other.length > 0 && one.every((name) => other.every((another) => differ(name, another)))
}
