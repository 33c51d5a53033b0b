/**
 * Marks of direction end where the text ends that they stand in.
 *
 *       <span>төлем\u202eсіз</span> көрсетіледі     <span>төлем\u202eсіз\u202c</span> көрсетіледі
 *       <span>\u2069\u202eсіз</span> көрсетіледі    <span>\u2066\u2069\u202eсіз\u202c</span> көрсетіледі
 *
 * Style sheets isolate what is official, but to browsers that means the same marks around the text: one that closes what it did
 * not open leads out. So on pages each text opens and closes its own; in the data it stays as published.
 * Source of the rules: Unicode Standard Annex 9, X1–X8.
 */

const MARK = /[\u202a-\u202e\u2066-\u2069]/u
const MARKS = /[\u202a-\u202e\u2066-\u2069]/gu
/** `<script …>…</script>` and `<style>` as they are; else a tag, or the text up to the next. */
const PIECES = /<(script|style)\b[^<>]*>[\s\S]*?<\/\1>|<[^<>]*>|[^<]+/gu

const POP_EMBEDDING = '\u202c'
const POP_ISOLATE = '\u2069'
const ISOLATE = '\u2066'

/** A page of which no text turns round what stands behind it. Pages without such marks come back as they are. */
export function closeDirections(html: string): string {
  if (!MARK.test(html)) return html
  return html.replace(PIECES, (piece) => (piece.startsWith('<') || !MARK.test(piece) ? piece : closed(piece)))
}

/** The text with its marks in pairs: what is left open is closed, what closes nothing gets something to close. */
function closed(text: string): string {
  const open: string[] = []
  let before = ''
  for (const [mark] of text.matchAll(MARKS)) {
    if (mark === POP_EMBEDDING) {
      // It reaches no further than the isolate it stands in.
      if (open.at(-1) === POP_EMBEDDING) open.pop()
    } else if (mark === POP_ISOLATE) {
      const isolate = open.lastIndexOf(POP_ISOLATE)
      if (isolate === -1) before += ISOLATE
      else open.length = isolate
    } else open.push(mark >= ISOLATE ? POP_ISOLATE : POP_EMBEDDING)
  }
  return before + text + open.reverse().join('')
}
