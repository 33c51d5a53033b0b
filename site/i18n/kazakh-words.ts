/** Kazakh words that stand inside a text in another language: examples in help, markers of items. */
import {DEFAULT_LOCALE} from '../urls.ts'
import type {Locale} from '../urls.ts'
import type {Name} from './names.ts'

/** What tells a Kazakh word in each language: nine letters that Russian lacks; any Cyrillic letter in English. */
const WORDS: Record<Exclude<Locale, 'kk'>, RegExp> = {
  ru: /((?<!\p{L})\p{L}*[әғқңөұүһі]\p{L}*)/iu,
  en: /(\p{Script=Cyrillic}+)/u,
}

/** «ә вместо а» → «ә» (Kazakh), « вместо а»; the whole text on Kazakh pages. */
export function kazakhWords(text: string, locale: Locale): Name[] {
  if (locale === DEFAULT_LOCALE) return [{text, lang: undefined}]
  return text
    .split(WORDS[locale])
    .map((part, i): Name => ({text: part, lang: i % 2 === 1 ? DEFAULT_LOCALE : undefined}))
    .filter((part) => part.text !== '')
}
