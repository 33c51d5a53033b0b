/** One real office, out of every row that speaks of it. */
import {z} from 'zod'
import {Lines, Phone} from './common.ts'

export const Office = z.object({
  id: z.string().describe('stable slug'),
  name: z.string(),
  kind: z.string().describe('service-centre, pension-department, defence-department, archive, local-executive-body, employment-office, other …'),
  region: z.string().nullable(),
  district: z.string().nullable(),
  locality: z.string().nullable(),
  address: z.string(),
  phones: z.array(Phone),
  emails: z.array(z.string()),
  hours: z.string().nullable(),
  appearances: z.array(z.object({annex: z.string(), lines: Lines, name: z.string(), address: z.string(), phones: z.string()})),
  discrepancies: z.array(z.object({field: z.string(), values: z.array(z.object({value: z.string(), annexes: z.array(z.string()), date: z.string().nullable()}))})),
})
export type Office = z.infer<typeof Office>
