/** One real office, out of every row that speaks of it. */
import {z} from 'zod'
import {IsoDate, Lines, Phone} from './common.ts'

/** What of a field differs; for a page that lists the differences by weight. */
const DiscrepancyPart = z.enum([
  'locality',
  'locality-renamed',
  'street',
  'street-renamed',
  'house',
  'missing-street',
  'missing-house',
  'second-address',
  'number',
  'digit',
  'missing-number',
  'no-number',
  'place',
  'office-number',
  'level',
  'email',
  'hours',
])

export const Office = z.object({
  id: z.string().describe('stable slug'),
  name: z.string(),
  kind: z
    .string()
    .describe('service-centre, pension-department, defence-department, archive, local-executive-body, employment-office, other …'),
  region: z.string().nullable(),
  district: z.string().nullable(),
  locality: z.string().nullable(),
  address: z.string().describe('as the latest edition prints it'),
  phones: z.array(Phone),
  emails: z.array(z.string()),
  hours: z.string().nullable(),
  standards: z.array(z.string()).describe('ids of the standards whose lists name it'),
  appearances: z
    .array(
      z.object({
        annex: z.string(),
        lines: Lines,
        name: z.string(),
        address: z.string(),
        phones: z.string(),
        date: IsoDate.nullable().describe('of the edition'),
      }),
    )
    .describe('every row that speaks of it, oldest edition first'),
  history: z
    .array(z.object({date: IsoDate.nullable(), resolution: z.string(), name: z.string(), address: z.string(), phones: z.string()}))
    .describe('what each edition prints, oldest first; of several wordings in one edition the one that most of its lists have'),
  discrepancies: z
    .array(
      z.object({
        field: z.enum(['name', 'address', 'phones', 'emails', 'hours']),
        weight: z.number().describe('0-1: how much it matters to somebody who wants to go there or call'),
        parts: z.array(DiscrepancyPart).describe('what differs, the weightiest first'),
        values: z.array(
          z.object({
            value: z.string(),
            annexes: z.array(z.string()),
            date: z.string().nullable().describe('of the latest edition that prints it'),
            dates: z.array(z.string()).describe('of all editions that print it'),
          }),
        ),
      }),
    )
    .describe('real differences only, the weightiest first; ways of spelling are not among them'),
})
export type Office = z.infer<typeof Office>
