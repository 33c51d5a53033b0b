/**
 * Blocks of signatures printed without rules: who signs, and the captions of what he fills in.
 *
 *       "17. Импорттаушы"
 *       "Т.А.Ә.                   Лауазымы"
 *       "Қолы,                    МО"
 *       "Күні"
 *
 * are five fields: «17. Импорттаушы: Т.А.Ә.», «…: Лауазымы», «…: Қолы», «…: МО», «…: Күні».
 */
import {lostRule} from './captions.ts'
import {typeOf} from './field-type.ts'
import {plain} from './kazakh-terms.ts'
import {rowPrinted, type Item, type Row, type Slot} from './rows.ts'

/** Captions that stand in such blocks and nowhere alone. */
const CAPTION =
  /^[\s,;]*(?<caption>т\.? ?а\.? ?ә\.?|аты-жөні|тегі, аты(?:,| және) әкесінің аты|лауазымы|қолы|мөр(?:дің)? орны|күні)(?=$|[\s,;])[\s,;]*/u
/** Who signs is named in so many words at most. */
const MOST_WORDS_OF_PARTY = 14

/** The captions of a row that holds nothing else, cut apart; null for any other row. */
export function signatureCaptions(row: Row): string[] | null {
  if (row.kind !== 'words' || row.marker !== null || row.items.length === 0) return null
  const found: string[] = []
  for (const item of row.items) {
    if (item.kind === 'stamp') found.push(item.printed)
    else if (item.kind !== 'text') return null
    else {
      const captions = cutCaptions(item.value)
      if (!captions) return null
      found.push(...captions)
    }
  }
  return found
}

function cutCaptions(text: string): string[] | null {
  const printed = text.replaceAll(/\s+/gu, ' ').trim()
  let rest = plain(printed)
  // Folding keeps the length only where blanks are single already.
  if (rest.length !== printed.length) return null
  let at = 0
  const found: string[] = []
  while (rest !== '') {
    const match = CAPTION.exec(rest)
    if (!match) return null
    const caption = match.groups!['caption']!
    const start = at + match[0].indexOf(caption)
    found.push(printed.slice(start, start + caption.length))
    at += match[0].length
    rest = rest.slice(match[0].length)
  }
  return found
}

/** Makes fields of the captions of a row, in place, signed by `party`. */
export function readSignatureRow(row: Row, captions: readonly string[], party: string | null): void {
  const printed = rowPrinted(row)
  row.items = captions.flatMap((caption, index): Item[] => {
    const type = typeOf(caption)
    const slot: Slot = {label: party ? `${party}: ${caption}` : caption, type, line: row.lines[0], name: '', ...(party ? {party} : {})}
    const space: Item[] = index > 0 ? [{kind: 'text', value: '  '}] : []
    return type === 'stamp'
      ? [...space, {kind: 'stamp', printed: caption, slot}]
      : [
          ...space,
          {kind: 'text', value: `${caption} `},
          {...lostRule(), slot},
          ...(printed.includes(`${caption},`) ? [{kind: 'text' as const, value: ','}] : []),
        ]
  })
}

/** Who signs: the words right above the first row of captions, in the same printed block. */
export function partyAbove(rows: readonly Row[], at: number): {text: string; from: number} | null {
  let from = at
  while (from > 0) {
    const row = rows[from - 1]!
    if (row.kind !== 'words' || row.items.some((item) => item.kind !== 'text') || /[.;:]$/u.test(rowPrinted(row))) break
    from--
    if (row.blank) break
  }
  if (from === at) return null
  const text = rows.slice(from, at).map(rowPrinted).join(' ')
  return text.split(/\s+/u).length <= MOST_WORDS_OF_PARTY ? {text, from} : null
}
