/** A public service standard. */
import {z} from 'zod'
import {Annex} from './annex.ts'
import {LegalStatus, Lines, Note, Point, Section} from './common.ts'
import {Facts} from './facts.ts'

export const Standard = z.object({
  id: z.string().describe('<resolution>-<ordinal>'),
  resolution: z.string(),
  ordinal: z.int(),
  title: z.string(),
  status: z.enum(['included', 'excluded']).describe('whether the act still holds its text'),
  legalStatus: LegalStatus.describe('whether the act itself is in force'),
  lines: Lines,
  notes: z.array(Note),
  sections: z.array(Section),
  points: z.array(Point),
  facts: Facts,
  annexes: z.array(Annex),
})
export type Standard = z.infer<typeof Standard>
