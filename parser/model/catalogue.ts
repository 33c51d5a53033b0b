/** dist/data/index.json: the table of contents of the published data. */
import {z} from 'zod'
import {LegalStatus} from './common.ts'

/** Version of the public data contract; a breaking change needs a new number. */
export const CONTRACT_VERSION = 1

export const Catalogue = z.object({
  contract: z.literal(CONTRACT_VERSION),
  generated: z.string().describe('SOURCE_DATE_EPOCH or the latest date in the sources, never the clock'),
  resolutions: z.array(z.string()),
  standards: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      resolution: z.string(),
      status: z.enum(['included', 'excluded']),
      legalStatus: LegalStatus,
    }),
  ),
  counts: z.record(z.string(), z.int()),
  files: z.array(z.object({path: z.string(), sha256: z.string(), bytes: z.int()})),
})
export type Catalogue = z.infer<typeof Catalogue>
