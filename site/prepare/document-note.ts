/** A document and what its words explain in brackets. */

export interface DocumentText {
  name: string
  /** With its brackets; null where there is none, or it is short enough to stay in the line. */
  note: string | null
}

/** «… растайтын құжат (азаматтарды тіркеу кітапшасы не … анықтамасы)»: the bracket that ends the words */
const ENDING_BRACKET = /^(?<name>[^()]{12,})\s(?<note>\([^()]{30,}\))$/u

/** Cuts off a long bracket at the end, to be set smaller; nothing is left out. */
export function documentText(text: string): DocumentText {
  const groups = ENDING_BRACKET.exec(text)?.groups
  return {name: groups?.['name'] ?? text, note: groups?.['note'] ?? null}
}
