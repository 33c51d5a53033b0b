/** Under which licences the packages may be used, and which of them are not. */

/** Licences that ask for no more than to be named (SPDX identifiers, https://spdx.org/licenses/). */
export const PERMISSIVE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  // Fonts: may be embedded in documents.
  'OFL-1.1',
  'Python-2.0',
  'Zlib',
])

/** Tools under licences that ask for more, of which nothing may be in what is published. */
export const TOOLS: readonly {packages: RegExp; licences: readonly string[]; why: string}[] = [
  {packages: /^@img\/sharp-/u, licences: ['LGPL-3.0-or-later'], why: 'machine code of an optional part of Astro, for pictures; not called'},
  {packages: /^lightningcss(?:-|$)/u, licences: ['MPL-2.0'], why: 'makes style sheets smaller while the site is built; unchanged'},
  {packages: /^axe-core$/u, licences: ['MPL-2.0'], why: 'looks for barriers in the tests; unchanged'},
]

/** What a package that names no licence says in its LICENSE file: the words of the MIT licence. */
const MIT_WORDS = /permission is hereby granted, free of charge, to any person obtaining a copy/iu

export interface Licensed {
  name: string
  version: string
  /** SPDX expression; null where the package names none. */
  licence: string | null
}

export type Standing = {kind: 'permissive'} | {kind: 'tool'; why: string} | {kind: 'refused'}

/** Whether a package may be used, and on what ground. */
export function standing({name, licence}: Pick<Licensed, 'name' | 'licence'>): Standing {
  if (licence === null) return {kind: 'refused'}
  if (allows(licence, PERMISSIVE)) return {kind: 'permissive'}
  const tool = TOOLS.find(({packages, licences}) => packages.test(name) && allows(licence, new Set([...PERMISSIVE, ...licences])))
  return tool ? {kind: 'tool', why: tool.why} : {kind: 'refused'}
}

/**
 * What package.json and the LICENSE file beside it say.
 *
 * @param manifest content of package.json
 * @param text of the LICENSE file, where there is one
 */
export function licenceOf(manifest: {license?: unknown; licenses?: unknown}, text: string | null): string | null {
  if (typeof manifest.license === 'string' && manifest.license !== '') return manifest.license
  return text !== null && MIT_WORDS.test(text) ? 'MIT' : null
}

/** «(MIT OR CC0-1.0) AND ISC»: one of the alternatives, all of the parts; what cannot be read is not allowed. */
function allows(expression: string, allowed: ReadonlySet<string>): boolean {
  const tokens = expression.match(/\(|\)|[^\s()]+/gu) ?? []
  let at = 0
  const part = (): boolean => {
    if (tokens[at] !== '(') return allowed.has(tokens[at++] ?? '')
    at++
    const inner = alternatives()
    return tokens[at++] === ')' && inner
  }
  const all = (): boolean => {
    let result = part()
    while (tokens[at] === 'AND') {
      at++
      result = part() && result
    }
    return result
  }
  const alternatives = (): boolean => {
    let result = all()
    while (tokens[at] === 'OR') {
      at++
      result = all() || result
    }
    return result
  }
  const result = alternatives()
  return at === tokens.length && result
}
