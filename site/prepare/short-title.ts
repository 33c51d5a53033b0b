/** Titles where there is room for one line. */

/** Letters a way back has room for. */
const ROOM = 90

/** Letters up to which a title in a list stays as it is, and those that it may have at most. */
const PLAIN = 100
const LIST_ROOM = 170
/** Of a title that is cut in the middle: what is left of its beginning and of its end. */
const HEAD = 60
const TAIL = 70
/** «Запастағы офицерлерге әскери билеттер (әскери билеттердің орнына уақытша куәліктер) беру» */
const IN_BRACKETS = /(?<!\s)\s*\([^()]*\)/gu

/**
 * A title for a list of many: without what stands in brackets and, where it is still long, without its middle. What a
 * Kazakh title is about stands at its end: «… әлеуметтік төлемдер тағайындау».
 */
export function listTitle(title: string): string {
  if (title.length <= PLAIN) return title
  const plain = title.replace(IN_BRACKETS, '').trim()
  if (plain.length <= LIST_ROOM) return plain
  const end = plain.slice(-TAIL)
  const at = end.indexOf(' ')
  return `${shortTitle(plain, HEAD)} ${at >= 0 && at < TAIL / 2 ? end.slice(at + 1) : end}`
}

/** A title cut at a word, with «…», where it is longer than a line. */
export function shortTitle(title: string, room = ROOM): string {
  if (title.length <= room) return title
  const cut = title.slice(0, room)
  const end = cut.lastIndexOf(' ')
  return `${(end > room / 2 ? cut.slice(0, end) : cut).replace(/(?<![\s,.;:–—-])[\s,.;:–—-]+$/u, '')} …`
}
