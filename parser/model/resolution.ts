/** A resolution of the Government. */
import {z} from 'zod'
import {ActReference, IsoDate, LegalStatus, Lines, Note, Point} from './common.ts'

export const Resolution = z.object({
  id: z.string().describe('<year>-<number>'),
  number: z.string(),
  date: IsoDate,
  title: z.string(),
  kind: z.string().describe('қаулы, as a term: resolution'),
  signatory: z.object({name: z.string(), role: z.string()}).nullable(),
  status: LegalStatus,
  repealedBy: ActReference.nullable(),
  notes: z.array(Note),
  preamble: z.string(),
  points: z.array(Point),
  attachments: z
    .array(z.object({number: z.int().nullable(), title: z.string(), text: z.string(), points: z.array(Point), lines: Lines}))
    .describe('documents the resolution approves that are not standards, such as a list of amendments'),
  standards: z.array(z.string()),
  amendments: z.array(z.string()),
  source: z.object({file: z.string(), format: z.string(), sha256: z.string(), lines: Lines.or(z.int())}),
})
export type Resolution = z.infer<typeof Resolution>
