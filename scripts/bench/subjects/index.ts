/** What can be measured, in the order in which it is. A subject is loaded when its turn comes. */
import type {Subject} from '../bench.ts'

export interface Entry {
  /** For the help: what is measured. */
  about: string
  /** Takes minutes, or needs a browser: measured only when it is named. */
  slow?: boolean
  load(): Promise<Subject>
}

export const SUBJECTS: Readonly<Record<string, Entry>> = {
  build: {
    about: 'from nothing, nothing changed, one source changed; against plain Handlebars; memory',
    load: async () => (await import('./build.ts')).build,
  },
  parse: {
    about: 'every source and all together, against remark-parse; memory',
    load: async () => (await import('./parse.ts')).parse,
  },
  exact: {
    about: 'score on the answer keys, characters unaccounted for',
    load: async () => (await import('./exact.ts')).exact,
  },
  forms: {
    about: 'blanks a second and their size, against pdf-lib',
    load: async () => (await import('./forms.ts')).forms,
  },
  search: {
    about: 'right answers, time and bytes, against MiniSearch and Pagefind',
    load: async () => (await import('./search.ts')).search,
  },
  compare: {
    about: 'two standards, two whole acts, words against git',
    load: async () => (await import('./compare.ts')).compare,
  },
  exports: {
    about: 'time and size of Akoma Ntoso, services, tables, catalogue',
    load: async () => (await import('./exports.ts')).exports,
  },
  browser: {
    about: 'weights, search and filled forms in Chromium',
    slow: true,
    load: async () => (await import('./browser.ts')).browser,
  },
  lighthouse: {
    about: 'the least score in each category',
    slow: true,
    load: async () => (await import('./lighthouse.ts')).lighthouse,
  },
  collect: {
    about: 'reports of 300 offices on every standard',
    slow: true,
    load: async () => (await import('./collect.ts')).collect,
  },
  robust: {
    about: 'damaged and fuzzed sources',
    slow: true,
    load: async () => (await import('./robust.ts')).robust,
  },
  scale: {
    about: 'data of a national corpus against a small one: time of a standard, memory',
    slow: true,
    load: async () => (await import('./scale.ts')).scale,
  },
}
