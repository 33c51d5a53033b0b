/** Keys for recognising lines whatever their spacing and spelling. */
import type {Line} from '../tree.ts'

/** Latin letters that stand for Cyrillic ones in these sources, lower case. */
const LATIN: Record<string, string> = {a: 'а', b: 'в', c: 'с', e: 'е', h: 'һ', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у'}

const cache = new WeakMap<Line, {value: string; key: string}>()

/**
 * The letters, digits and signs of a text without any white space, lower-cased, Latin look-alikes as Cyrillic:
 * «Қ а з а қ с т а н  Р е с п у б л и к а с ы» and «Қазақстан Республикасы» have the same key.
 */
export function squeeze(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff\u00ad]+/gu, '')
    .toLowerCase()
    .replace(/[“”„"‟″]/gu, '"')
    .replace(/[‐-―−]/gu, '-')
    .replace(/[a-z]/gu, (letter) => LATIN[letter] ?? letter)
}

/** The key of a line, remembered until its value changes. */
export function lineKey(line: Line): string {
  const known = cache.get(line)
  if (known && known.value === line.value) return known.key
  const key = squeeze(line.value)
  cache.set(line, {value: line.value, key})
  return key
}
