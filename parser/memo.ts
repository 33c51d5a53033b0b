/**
 * A function of a text that works each text out once.
 *
 * @param most texts that are remembered; with one more, all are forgotten
 */
export function memo<Value>(work: (text: string) => Value, most: number = Infinity): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    let value = known.get(text)
    if (value === undefined) {
      if (known.size >= most) known.clear()
      known.set(text, (value = work(text)))
    }
    return value
  }
}
