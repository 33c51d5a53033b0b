/** dist/data/index.json: the table of contents of the published data. */
import {z} from 'zod'
import {IsoDate, LegalStatus, Lines} from './common.ts'
import {Resolution} from './resolution.ts'
import {Standard} from './standard.ts'

/** Version of the public data contract; a breaking change needs a new number. */
export const CONTRACT_VERSION = 1

/** How an edition came about that the program made itself, by carrying amending acts out: it is no official text. */
export const ConsolidationNote = z.object({
  base: z.string().describe('id of the edition that was amended'),
  by: z.array(z.string()).describe('resolutions whose instructions were carried out, in their order'),
  applied: z.int().describe('instructions that were carried out'),
  refused: z.int().describe('instructions that were not: the text is without them'),
})
export type ConsolidationNote = z.infer<typeof ConsolidationNote>

/** An edition of an act: its text as of a date. */
export const EditionEntry = z.object({
  id: z.string().describe('<resolution>@<date>'),
  resolution: z.string(),
  edition: IsoDate.describe('date of the last act whose amendments the text contains'),
  latest: z.boolean().describe('the latest edition is what resolutions/ and standards/ hold'),
  file: z.string().describe('source file; of the base where the program made the edition'),
  standards: z.array(z.string()),
  consolidation: ConsolidationNote.optional().describe('only where the program made the edition'),
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
  editions: z.array(EditionEntry).optional().describe('of every act, oldest first; all but the latest are in editions/<id>.json'),
  counts: z.record(z.string(), z.int()),
  files: z.array(z.object({path: z.string(), sha256: z.string(), bytes: z.int()})),
})
export type Catalogue = z.infer<typeof Catalogue>

/** What became of an amending instruction where the program carried the act out. */
export const InstructionReport = z.object({
  by: z.string().describe('resolution id'),
  item: z.string().describe('where it stands in the amending act'),
  amendment: z.string().nullable().describe('id in amendments.json; null where it was not understood'),
  standard: z.string().nullable(),
  place: z.string(),
  lines: Lines.describe('in the amending act'),
  status: z.enum(['applied', 'refused']),
  reason: z.string().nullable().describe('why it was refused'),
  remarks: z.array(z.string()),
})
export type InstructionReport = z.infer<typeof InstructionReport>

/** `editions/<id>.json`: an edition of an act that is not the published one, whole. */
export const Edition = z.object({
  id: z.string().describe('<resolution>@<date>'),
  edition: IsoDate,
  resolution: Resolution,
  standards: z.array(Standard),
  consolidation: ConsolidationNote.extend({instructions: z.array(InstructionReport)})
    .optional()
    .describe('only where the program made the edition'),
})
export type Edition = z.infer<typeof Edition>
