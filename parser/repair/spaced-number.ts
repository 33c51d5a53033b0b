/**
 * A point's number with its digits set apart, before ordinary text.
 *
 *     "1 2 . Уәкілетті органда өтініштің нысаны күту залындағы"   →   "12. Уәкілетті органда өтініштің нысаны күту залындағы"
 *     "1 1 - 1. Мемлекеттік қызмет"                               →   "11-1. Мемлекеттік қызмет"
 */

/** At the beginning of a line, with a full stop and words behind: «1 2 . Уәкілетті», «1 2. Уәкілетті»; not «1 2. 05», «8 а». */
const SPACED_NUMBER = /^(\s*)([1-9](?: \d){1,2}(?: ?- ?\d(?: \d)?)?|[1-9]\d{0,2}(?: - ?| ?- )\d) ?\.(?=\s+[\p{L}«“"„(])/u

/** Closes up the number that opens a line; the line itself where there is nothing to close up. */
export function joinSpacedNumber(line: string): string {
  return line.replace(SPACED_NUMBER, (_, lead: string, number: string) => `${lead}${number.replaceAll(' ', '')}.`)
}
