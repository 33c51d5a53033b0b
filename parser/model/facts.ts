/** What a person wants to know first, each fact with the point it came from. */
import {z} from 'zod'
import {IsoDate, Phone} from './common.ts'

const point = z.string().describe('number of the point it came from')

export const Deadline = z.object({
  text: z.string(),
  amount: z.number().nullable(),
  unit: z.enum(['minutes', 'hours', 'working-days', 'calendar-days', 'days', 'weeks', 'months', 'quarters', 'years']).nullable(),
  what: z.string().describe('what takes that long'),
  kind: z
    .enum(['service', 'wait', 'attendance', 'step'])
    .optional()
    .describe(
      'service: how long the service takes; wait: in a queue, before one is served; attendance: at the counter, while one is served; step: something on the way or afterwards, such as a notice',
    ),
  channel: z.string().nullable(),
  point,
})
export type Deadline = z.infer<typeof Deadline>

export const Step = z.object({
  kind: z
    .enum(['application', 'submission', 'confirmation', 'delivery', 'storage'])
    .describe('where the blank is; where the documents go; what is given for them; how the result is got; how long it is kept'),
  lead: z.string().nullable().describe('the line that leads to it, as printed: «Құжаттарды қабылдау тікелей:»'),
  text: z.string().describe('the words of the point; «…» stands for the list in `states`'),
  channel: z.string().nullable(),
  states: z.array(z.string()).describe('what a receipt states'),
  point,
})
export type Step = z.infer<typeof Step>

/** Points of the facts that are plain texts. A list stands beside the fact's own, entry for entry. */
export const FactPoints = z.object({
  provider: z.string().nullable(),
  recipients: z.string().nullable(),
  form: z.string().nullable(),
  result: z.string().nullable(),
  refusal: z.string().nullable(),
  websites: z.array(z.string()),
  phones: z.array(z.string()),
  emails: z.array(z.string()),
})
export type FactPoints = z.infer<typeof FactPoints>

export const DocumentRemark = z.object({text: z.string(), channel: z.string().nullable(), point})
export type DocumentRemark = z.infer<typeof DocumentRemark>

/** Groups of people a service is listed under. */
export const Audience = z.enum([
  'families',
  'pensioners',
  'disabled',
  'housing',
  'military',
  'support',
  'students',
  'patients',
  'drivers',
  'farmers',
  'organisations',
  'papers',
  'other',
])
export type Audience = z.infer<typeof Audience>

export const Facts = z.object({
  provider: z.string().nullable(),
  recipients: z.string().nullable(),
  audience: Audience.optional().describe('who would look for the service, told by the words of title and points'),
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
  documentRemarks: z.array(DocumentRemark).optional().describe('what is said of all documents: originals are shown, copies certified'),
  steps: z.array(Step).optional().describe('the way to the service, in the order it is gone'),
  points: FactPoints.optional().describe('where the facts without a point of their own come from'),
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
