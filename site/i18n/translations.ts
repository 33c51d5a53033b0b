/**
 * Texts in every language of the site. A component with texts of its own keeps them in a file beside it
 * (`Thing.strings.ts`), made with `translations`; the texts of the frame and of shared lists are in the folders here.
 */
import {DEFAULT_LOCALE} from '../urls.ts'
import type {Locale} from '../urls.ts'

/** The same texts in every language: strings, functions that make strings, and records or lists of these. */
export type Translations<Texts> = Record<Locale, Texts>

/**
 * Checks that every language has every text of the Kazakh table, so that a forgotten translation stops a build and not
 * only the type check.
 *
 * @param name of the table, for the message
 * @throws Error that names the language and the missing or superfluous text, or the text of another kind
 */
export function translations<Texts extends object>(name: string, tables: Translations<Texts>): Translations<Texts> {
  const model = tables[DEFAULT_LOCALE]
  for (const [locale, texts] of Object.entries(tables)) compareShape(model, texts, `${name}: ${locale}`)
  return tables
}

function compareShape(model: unknown, texts: unknown, path: string): void {
  if (typeof model !== typeof texts || Array.isArray(model) !== Array.isArray(texts)) {
    throw new Error(`${path} has no translation of the kind that Kazakh has (${typeof model}), it is ${typeof texts}`)
  }
  if (typeof texts === 'string' && texts.trim() === '' && model !== '') throw new Error(`${path} is empty`)
  if (typeof model !== 'object' || model === null || typeof texts !== 'object' || texts === null) return
  if (isPluralForms(model) && isPluralForms(texts)) return
  for (const key of new Set([...Object.keys(model), ...Object.keys(texts)])) {
    compareShape((model as Record<string, unknown>)[key], (texts as Record<string, unknown>)[key], `${path}.${key}`)
  }
}

/** Forms of a word by number: each language has its own, and all have `other`. */
const CATEGORIES = new Set(['zero', 'one', 'two', 'few', 'many', 'other'])

function isPluralForms(texts: object): boolean {
  const forms = Object.entries(texts)
  return 'other' in texts && forms.every(([category, form]) => CATEGORIES.has(category) && typeof form === 'string' && form.trim() !== '')
}
