/** Words after a number, in languages whose nouns change with it. Kazakh nouns do not: «1 құжат», «5 құжат». */

/** Forms of a word by the categories of `Intl.PluralRules`; `other` stands for those that are not named. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}

/**
 * A function that puts a number, written the way of the language, before the form of a word that goes with it.
 *
 * Russian: `one` 1, 21 … «документ», `few` 2–4, 22 … and fractions «документа», `other` the rest «документов».
 * English: `one` “document”, `other` “documents”.
 */
export function counter(locale: string, number: (value: number) => string): (count: number, forms: PluralForms) => string {
  const form = formOf(locale)
  return (count, forms) => `${number(count)} ${form(count, forms)}`
}

/** As `counter`, without the number. */
export function formOf(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale)
  return (count, forms) => {
    if (!Number.isInteger(count) && forms.few !== undefined) return forms.few
    return forms[rules.select(count)] ?? forms.other
  }
}
