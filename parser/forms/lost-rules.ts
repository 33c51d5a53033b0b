/**
 * Rules that the converter has dropped, found by the words left standing.
 *
 *       "Шетелдік мерзімді баспасөз басылымдарының таралу аумағы:"   nothing follows: a rule is missing
 *       "СЕРТИФИКАТ №"                                               so here
 *       "Барлығы парақ"                                              printed «Барлығы ___ парақ» elsewhere in the blank
 *       "қ а л а н ы ң / а у д а н н ы ң"                            before the title, in a blank without any rule there
 */
import {lostRule, type GapItem, type Report} from './captions.ts'
import {ATTACHMENTS, plain, SIGNATURE, squeezed} from './kazakh-terms.ts'
import {rowPrinted, rowWords, type Item, type Row} from './rows.ts'

/** «СЕРТИФИКАТ №», «Парақ №» */
const ENDS_IN_NUMBER_SIGN = /№\s*$/u
const ENDS_IN_COLON = /:\s*$/u
const SENTENCE = /^[«"]?\p{Lu}[^:]*\.\s*$/u
const LOWER_FIRST = /^\p{Ll}/u
const MARKED_END = /[.,;:]$/u
/** Captions before the title are short: «мекенжайда тұратын». */
const MOST_WORDS_OF_CAPTION = 4
/** «Бірінші басшының/дара кәсіпкердің қолы» */
const MOST_WORDS_OF_SIGNER = 8
const MOST_WORDS_BEFORE_NUMBER_SIGN = 4

const bare = (row: Row) => row.kind === 'words' && row.items.every((item) => item.kind === 'text')
const countWords = (text: string) => text.split(/\s+/u).length

/** Puts lost rules back into the rows before the title, in place. */
export function restoreAddresseeRules(rows: readonly Row[], report: Report): void {
  if (rows.some((row) => row.items.some((item) => item.kind === 'gap' && !('lost' in item)))) return
  for (const row of rows) {
    const words = rowWords(row)
    if (!bare(row) || !row.blank || row.marker !== null) continue
    if (!LOWER_FIRST.test(words) || MARKED_END.test(words) || countWords(words) > MOST_WORDS_OF_CAPTION) continue
    say(report, row)
    row.items = [lostRule(), {kind: 'text', value: ` ${words}`}]
  }
}

/** Puts lost rules back into the rows below the title, in place. `all`: every row of the blank. */
export function restoreBodyRules(rows: readonly Row[], all: readonly Row[], report: Report): void {
  rows.forEach((row, index) => {
    if (!bare(row)) return
    const words = rowWords(row)
    const next = rows[index + 1]
    if (
      ENDS_IN_NUMBER_SIGN.test(words) &&
      row.marker === null &&
      countWords(words) - 1 <= MOST_WORDS_BEFORE_NUMBER_SIGN &&
      (next === undefined || next.apart || next.blank)
    )
      append(row, report)
    else if (ENDS_IN_COLON.test(words) && lacksRule(words, next)) append(row, report)
    else if (
      row.apart &&
      SIGNATURE.test(plain(words)) &&
      !/\.$/u.test(words) &&
      countWords(words) <= MOST_WORDS_OF_SIGNER &&
      row.marker === null
    )
      append(row, report)
    else restoreFromTwin(row, all, report)
  })
}

/** After «…:» comes neither a list nor a rule nor captions, but the next sentence, or nothing. */
function lacksRule(words: string, next: Row | undefined): boolean {
  if (ATTACHMENTS.test(plain(words))) return next?.marker == null
  if (next === undefined) return true
  return next.kind === 'words' && next.marker === null && next.blank && next.items[0]?.kind === 'text' && SENTENCE.test(rowPrinted(next))
}

function restoreFromTwin(row: Row, all: readonly Row[], report: Report): void {
  const key = squeezed(rowWords(row))
  if (key === '' || row.marker !== null) return
  const twin = all.find(
    (other) =>
      other !== row &&
      other.kind === 'words' &&
      other.marker === null &&
      other.items.some((item) => item.kind === 'gap' && item.caption === undefined && !('lost' in item)) &&
      squeezed(rowWords(other)) === key,
  )
  if (!twin || twin.items.length < 2) return
  say(report, row)
  row.items = twin.items.map((item) =>
    item.kind === 'gap'
      ? ({kind: 'gap', width: item.width, printed: item.printed, lost: true} satisfies GapItem)
      : item.kind === 'text'
        ? {...item}
        : withoutSlot(item),
  )
}

function append(row: Row, report: Report): void {
  say(report, row)
  row.items.push({kind: 'text', value: ' '}, lostRule())
}

function say(report: Report, row: Row): void {
  report('forms/lost-rule', `A rule is missing in the source at «${rowWords(row)}»; it is put back.`, row.lines[0], 'info')
}

function withoutSlot(item: Item): Item {
  const copy = {...item}
  delete copy.slot
  return copy
}
