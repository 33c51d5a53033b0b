/** Pieces that several published types share. */
import {z} from 'zod'

/** `[first, last]`, 1-based, in the source file. */
export const Lines = z.tuple([z.int().min(0), z.int().min(0)]).describe('[first, last] line in the source file, 1-based')
export type Lines = z.infer<typeof Lines>

/** A calendar date, `YYYY-MM-DD`. */
export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u)

export const LegalStatus = z.enum(['in-force', 'repealed'])
export type LegalStatus = z.infer<typeof LegalStatus>

/** Another act, as it is named in the text. */
export const ActReference = z.object({
  number: z.string(),
  date: IsoDate.nullable(),
})
export type ActReference = z.infer<typeof ActReference>

/** A note of amendment («Ескерту. …»). */
export const Note = z.object({
  text: z.string().describe('the whole note, as published'),
  date: IsoDate.nullable().describe('date of the amending act'),
  number: z.string().nullable().describe('number of the amending act'),
  acts: z.array(ActReference).optional().describe('all amending acts in the order of the text, where the note names more than one'),
  target: z.string().describe('what the note speaks of, in the words of the text'),
  effect: z.enum(['restated', 'inserted', 'excluded', 'amended', 'repealed', 'other']),
  lines: Lines,
})
export type Note = z.infer<typeof Note>

export const Item = z.object({
  marker: z.string().describe('as printed: «1)», «б)»'),
  text: z.string().describe('without the marker'),
  lines: Lines,
})
export type Item = z.infer<typeof Item>

export const Point = z.object({
  number: z.string(),
  text: z.string().describe('the whole point without its own number; paragraphs and items joined by line feeds, each item with its marker'),
  lines: Lines,
  items: z.array(Item),
})
export type Point = z.infer<typeof Point>

export const Section = z.object({
  number: z.int(),
  title: z.string(),
  points: z.array(z.string()).describe('numbers of the points it holds'),
  lines: Lines,
})
export type Section = z.infer<typeof Section>

export const Phone = z.object({
  text: z.string().describe('as printed'),
  e164: z.string().nullable().describe('international form, null where it is not certain'),
  doubt: z
    .enum(['no-code', 'too-short', 'too-long', 'unknown-code', 'other-region'])
    .optional()
    .describe('offices: why there is no international form'),
})
export type Phone = z.infer<typeof Phone>
