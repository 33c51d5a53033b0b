/** An amending instruction of a resolution. */
import {z} from 'zod'
import {ActReference, Lines} from './common.ts'

export const Amendment = z.object({
  id: z.string().describe('<resolution>/<running number>'),
  by: z.string().describe('resolution id'),
  item: z.string().describe('where it stands in the amending act: «2.2)»'),
  target: z.object({resolution: ActReference.nullable(), standard: z.string().nullable(), place: z.string()}),
  action: z.enum(['restate', 'replace-words', 'insert', 'exclude', 'repeal', 'insert-row', 'restate-standard', 'insert-standards']),
  text: z.string().nullable(),
  words: z.object({old: z.string(), new: z.string()}).nullable(),
  inForce: z.object({text: z.string(), rule: z.string()}).nullable(),
  lines: Lines,
  applied: z.boolean(),
})
export type Amendment = z.infer<typeof Amendment>
