/** Doubts, and the proof that nothing was lost. */
import {z} from 'zod'

export const Diagnostic = z.object({
  file: z.string(),
  line: z.int().nullable(),
  rule: z.string().describe('stage/name: repair/torn-word, tables/lost-cells …'),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  before: z.string().optional().describe('repairs: the line as it was read'),
  after: z.string().optional().describe('repairs: the line as it is published'),
})
export type Diagnostic = z.infer<typeof Diagnostic>

export const Coverage = z.object({
  file: z.string(),
  characters: z.int(),
  published: z.int().describe('characters that went into the published data'),
  setAside: z.record(z.string(), z.int()).describe('reason → characters'),
  unaccounted: z.int(),
  unaccountedLines: z.array(z.int()).describe('lines that hold unaccounted characters'),
})
export type Coverage = z.infer<typeof Coverage>
