/** An amending instruction of a resolution. */
import {z} from 'zod'
import {ActReference, IsoDate, Lines} from './common.ts'

/** One unit of a place: «7-тармақтың» is {unit: 'point', number: '7'}. */
export const AmendmentStep = z.object({
  unit: z.enum([
    'act-annex',
    'attachment',
    'annex',
    'section',
    'corner',
    'title',
    'preamble',
    'point',
    'item',
    'part',
    'paragraph',
    'sentence',
    'table-section',
    'row',
    'column',
    'text',
    'end',
    'start',
  ]),
  number: z.string().nullable().describe('«7», «11-1», «2)», «last»; null where the unit has none'),
  name: z.string().optional().describe('the quoted name of a section, a title, a row or a column'),
})
export type AmendmentStep = z.infer<typeof AmendmentStep>

const Words = z.object({old: z.string(), new: z.string()})

/** What is to be done, by the formula that says it. */
export const AmendmentOperation = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('restate')}),
  z.object({kind: z.literal('restate-from-annex'), annexes: z.array(z.int()).describe('of the amending act; empty for its only one')}),
  z.object({kind: z.literal('replace-words'), pairs: z.array(Words)}),
  z.object({
    kind: z.literal('insert-words'),
    anchor: z.string().nullable(),
    side: z.enum(['after', 'before', 'end', 'start']),
    words: z.string(),
  }),
  z.object({kind: z.literal('delete-words'), words: z.array(z.string())}),
  z.object({
    kind: z.literal('insert'),
    units: z.array(AmendmentStep).describe('what is inserted; a number of null where the instruction names none'),
    after: AmendmentStep.nullable().describe('the unit behind which it goes, where the instruction names one'),
    before: AmendmentStep.nullable(),
  }),
  z.object({kind: z.literal('insert-from-annex'), annexes: z.array(z.int()), units: z.array(AmendmentStep)}),
  z.object({kind: z.literal('insert-standards'), annexes: z.array(z.int()).describe('of the amending act')}),
  z.object({kind: z.literal('exclude')}),
  z.object({kind: z.literal('repeal')}),
  z.object({kind: z.literal('renumber'), to: z.array(AmendmentStep)}),
  z.object({kind: z.literal('unknown'), why: z.string()}),
])
export type AmendmentOperation = z.infer<typeof AmendmentOperation>

export const Amendment = z.object({
  id: z.string().describe('<resolution>/<running number>'),
  by: z.string().describe('resolution id'),
  item: z.string().describe('where it stands in the amending act: «2.2)»'),
  target: z.object({
    resolution: ActReference.nullable(),
    standard: z.string().nullable(),
    place: z.string(),
    paths: z.array(z.array(AmendmentStep)).optional().describe('the places, each from its largest unit to its smallest'),
  }),
  action: z.enum([
    'restate',
    'replace-words',
    'insert',
    'exclude',
    'repeal',
    'insert-row',
    'restate-standard',
    'insert-standards',
    'renumber',
  ]),
  operation: AmendmentOperation.optional(),
  text: z.string().nullable(),
  words: Words.nullable(),
  inForce: z
    .object({
      text: z.string(),
      rule: z.string(),
      date: IsoDate.nullable().optional().describe('null where it hangs on a date that the act does not say'),
      unknown: z.string().optional().describe('what is not known: the date of first official publication'),
    })
    .nullable(),
  lines: Lines,
  applied: z.boolean(),
})
export type Amendment = z.infer<typeof Amendment>
