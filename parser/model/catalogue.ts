/** dist/data/index.json: the table of contents of the published data. */
import {z} from 'zod'
import {IsoDate, LegalStatus} from './common.ts'
import {Resolution} from './resolution.ts'
import {Standard} from './standard.ts'

/** Version of the public data contract; a breaking change needs a new number. */
export const CONTRACT_VERSION = 1

/** An edition of an act: its text as of a date. */
export const EditionEntry = z.object({
  id: z.string().describe('<resolution>@<date>'),
  resolution: z.string(),
  edition: IsoDate.describe('date of the last act whose amendments the text contains'),
  latest: z.boolean().describe('the latest edition is what resolutions/ and standards/ hold'),
  file: z.string().describe('source file'),
  standards: z.array(z.string()),
})
export type EditionEntry = z.infer<typeof EditionEntry>

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
  editions: z.array(EditionEntry).optional().describe('of every act, oldest first; earlier ones are in editions/<id>.json'),
  counts: z.record(z.string(), z.int()),
  files: z.array(z.object({path: z.string(), sha256: z.string(), bytes: z.int()})),
})
export type Catalogue = z.infer<typeof Catalogue>

/** `editions/<id>.json`: an earlier edition of an act, whole. */
export const Edition = z.object({
  id: z.string().describe('<resolution>@<date>'),
  edition: IsoDate,
  resolution: Resolution,
  standards: z.array(Standard),
})
export type Edition = z.infer<typeof Edition>
