/** What a person wants to know first, each fact with the point it came from. */
import {z} from 'zod'
import {IsoDate, Phone} from './common.ts'

const point = z.string().describe('number of the point it came from')

export const Deadline = z.object({
  text: z.string(),
  amount: z.number().nullable(),
  unit: z.enum(['minutes', 'hours', 'working-days', 'calendar-days', 'days', 'weeks', 'months', 'quarters', 'years']).nullable(),
  what: z.string().describe('what takes that long'),
  channel: z.string().nullable(),
  point,
})
export type Deadline = z.infer<typeof Deadline>

export const Facts = z.object({
  provider: z.string().nullable(),
  recipients: z.string().nullable(),
  form: z.enum(['full', 'partial', 'none']).nullable().describe('automated fully, in part, not at all'),
  formText: z.string().nullable(),
  result: z.array(z.string()),
  deadlines: z.array(Deadline),
  fee: z.object({kind: z.enum(['free', 'paid']), text: z.string(), point}).nullable(),
  hours: z.array(
    z.object({
      text: z.string(),
      channel: z.string().nullable(),
      opening: z.string().nullable().describe('OpenStreetMap opening_hours syntax where certain'),
      point,
    }),
  ),
  documents: z.array(z.object({text: z.string(), channel: z.string().nullable(), case: z.string().nullable(), point})),
  refusal: z.array(z.string()),
  legalBasis: z.array(
    z.object({
      text: z.string(),
      kind: z.string(),
      date: IsoDate.nullable(),
      number: z.string().nullable(),
      article: z.string().nullable(),
      point,
    }),
  ),
  websites: z.array(z.string()),
  phones: z.array(Phone),
  emails: z.array(z.string()),
  complaint: z.array(
    z.object({text: z.string(), to: z.string().nullable(), address: z.string().nullable(), phones: z.array(Phone), point}),
  ),
})
export type Facts = z.infer<typeof Facts>
