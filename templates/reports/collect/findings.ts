/** What is wrong or doubtful in a collection: by file, place and rule. */
import {z} from 'zod'

/**
 * Every rule, with how grave it is. `error`: the input is wrong, and what it concerns is not counted unless the text says how it was
 * taken; `warning`: it is counted, and a person should look at it.
 */
export const RULES = {
  // files
  'empty-file': 'error',
  'not-a-report': 'error',
  questionnaire: 'error',
  truncated: 'error',
  damaged: 'error',
  password: 'error',
  flattened: 'error',
  'old-format': 'error',
  'no-mark': 'error',
  'too-large': 'error',
  unreadable: 'error',
  repaired: 'warning',
  'letters-lost': 'warning',
  // reports
  'template-version': 'error',
  'unknown-annex': 'error',
  'other-edition': 'error',
  'no-year': 'error',
  'other-year': 'error',
  'no-office': 'error',
  'duplicate-report': 'error',
  'empty-report': 'error',
  // values
  'unknown-code': 'error',
  'duplicate-row': 'error',
  'missing-row': 'error',
  'edited-label': 'error',
  'edited-norm': 'error',
  'missing-value': 'error',
  'not-a-number': 'error',
  'decimal-comma': 'error',
  'too-many-cells': 'error',
  'not-whole': 'error',
  'out-of-range': 'error',
  'half-count': 'error',
  'zero-denominator': 'error',
  'numerator-over-denominator': 'error',
  'share-mismatch': 'error',
  'formula-in-text': 'error',
  'formula-error': 'error',
  // suspicious
  'no-cases': 'warning',
  'looks-like-fraction': 'warning',
  'all-hundred': 'warning',
  'tiny-denominator': 'warning',
  outlier: 'warning',
  'outweighs-all': 'warning',
  // offices
  'no-region': 'warning',
  'unknown-office': 'warning',
  'ambiguous-office': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>
export type Rule = keyof typeof RULES

export const Finding = z.object({
  file: z.string().describe('path under the folder; empty where no file is concerned'),
  place: z.string().describe('cell «E12» or field «percent-3-1»; empty where the whole file is concerned'),
  line: z.int().nullable().describe('line of a text file'),
  rule: z.enum(Object.keys(RULES) as [Rule, ...Rule[]]),
  severity: z.enum(['error', 'warning']),
  value: z.string().describe('what was found there'),
  message: z.string(),
})
export type Finding = z.infer<typeof Finding>

/** What is quoted of a value: enough to find it again. */
const MOST_QUOTED = 120

export function finding(
  rule: Rule,
  file: string,
  message: string,
  at: {place?: string; line?: number | null; value?: string} = {},
): Finding {
  const value = at.value ?? ''
  return {
    file,
    place: at.place ?? '',
    line: at.line ?? null,
    rule,
    severity: RULES[rule],
    value: value.length > MOST_QUOTED ? `${value.slice(0, MOST_QUOTED)}…` : value,
    message,
  }
}
