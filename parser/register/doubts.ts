/**
 * Telephone numbers that are not certain, as diagnostics: one for each row that prints such.
 *
 *     8 (7182) 34-59-04 8 (8182) 34-59-05
 *     register/phone: «8 (8182) 34-59-05» has no certain international form: its code is none of Kazakhstan's
 */
import type {Diagnostic} from '../model/index.ts'
import type {Wording} from './appearance.ts'
import type {PhoneDoubt} from './telephone.ts'

const REASONS: Record<PhoneDoubt, string> = {
  'no-code': 'it has no area code',
  'too-short': 'it is too short',
  'too-long': 'it is too long',
  'unknown-code': "its code is none of Kazakhstan's",
  'other-region': 'its code is that of another region than the office',
}

export function doubtsOf(wordings: readonly Wording[], files: ReadonlyMap<string, string>): Diagnostic[] {
  return wordings.flatMap(({readPhones, appearances}) => {
    const doubted = readPhones.flatMap(({text, doubt}) => (doubt ? `«${text}» has no certain international form: ${REASONS[doubt]}` : []))
    if (doubted.length === 0) return []
    return appearances.map(({standard, row}) => ({
      file: files.get(standard.resolution) ?? standard.resolution,
      line: row.lines[0],
      rule: 'register/phone',
      severity: 'info' as const,
      message: doubted.join('; '),
    }))
  })
}
