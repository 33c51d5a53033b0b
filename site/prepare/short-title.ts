/** Titles where there is room for one line. */

/** Letters a way back has room for. */
const ROOM = 90

/** A title cut at a word, with «…», where it is longer than a line. */
export function shortTitle(title: string, room = ROOM): string {
  if (title.length <= room) return title
  const cut = title.slice(0, room)
  const end = cut.lastIndexOf(' ')
  return `${(end > room / 2 ? cut.slice(0, end) : cut).replace(/[\s,.;:–—-]+$/u, '')} …`
}
