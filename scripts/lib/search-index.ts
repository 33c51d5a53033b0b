/** The search index of a finished build. */
import {InputError} from './command.ts'

/** One query's answer, as `qyzmet search --json` prints it. */
export interface Answer {
  query: string
  suggestion: string | null
  results: {kind: 'standard' | 'point' | 'office' | 'form'; id: string; title: string; url: string; score: number}[]
}

/**
 * Opens the index of a finished build.
 *
 * @throws InputError where there is none
 */
export function openIndex(dist: string): Promise<(query: string, limit: number) => Answer> {
  const message = 'there is no search index here; run qyzmet build first, or name the folder of a finished build with --out'
  return Promise.reject(new InputError([{file: dist, line: null, rule: 'search/no-index', severity: 'error', message}]))
}
