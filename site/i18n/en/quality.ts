/** How the sources were read. */
import type {Diagnostic} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'
import {number} from './format.ts'

const SEVERITIES: Record<Diagnostic['severity'], string> = {error: 'error', warning: 'doubt', info: 'remark'}

export const quality: Strings['quality'] = {
  title: 'How these texts were read',
  lead: 'A program reads the texts from the files of the official publication. This page shows that nothing was lost, and what the program was not sure of.',
  coverage: 'Coverage of the text',
  coverageNote:
    'Every character of a source is either in the published data or set aside for a stated reason. The number unaccounted for has to be nought.',
  file: 'File',
  characters: 'Characters',
  published: 'In the data',
  setAside: 'Set aside',
  unaccounted: 'Unaccounted for',
  reasons: 'Reasons for setting aside',
  reason: 'Reason',
  diagnostics: 'Doubtful places',
  diagnosticsNote:
    'Places that the program mended or could not read with certainty. The official text is never changed; only faults of layout are mended.',
  none: 'No doubtful places.',
  rule: 'Rule',
  severity: 'Severity',
  severityName: (severity) => SEVERITIES[severity],
  count: 'Number',
  line: 'Line',
  message: 'Message',
  place: 'Place',
  total: (all) => `${number(all)} in all.`,
  full: 'The full list',
}
