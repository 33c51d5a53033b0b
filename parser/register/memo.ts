/** A function of a text that works each text out once. */
export function memo<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    let value = known.get(text)
    if (value === undefined) known.set(text, (value = work(text)))
    return value
  }
}
