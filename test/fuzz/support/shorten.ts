/** A failing text made short: what can be taken away while it still fails is taken away. */

/** Tries that one text is worth. */
const MOST_TRIES = 400

/** The shortest text found that still fails: first without lines, then without characters. */
export function shortest(bytes: Uint8Array, failsStill: (bytes: Uint8Array) => boolean): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  const encode = (short: string) => new TextEncoder().encode(short)
  // Bytes that are no UTF-8 stay as they are: as text they would be others.
  if (!failsStill(encode(text))) return bytes
  let tries = 0
  const reduce = (parts: string[], glue: string): string[] => {
    let kept = parts
    for (let size = Math.ceil(kept.length / 2); size >= 1 && tries < MOST_TRIES; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let at = 0; at < kept.length && tries < MOST_TRIES;) {
        const fewer = [...kept.slice(0, at), ...kept.slice(at + size)]
        tries++
        if (fewer.length > 0 && failsStill(encode(fewer.join(glue)))) kept = fewer
        else at += size
      }
    }
    return kept
  }
  const lines = reduce(text.split('\n'), '\n')
  tries = 0
  return encode(reduce([...lines.join('\n')], '').join(''))
}
