/** What differs between two editions, two standards or two acts. */
import {z} from 'zod'
import {Deadline} from './facts.ts'

/** What of a document a change speaks of. */
export const ComparedPart = z.enum([
  'act',
  'standard',
  'title',
  'preamble',
  'signatory',
  'section',
  'point',
  'paragraph',
  'item',
  'attachment',
  'annex',
  'line',
  'column',
  'group',
  'row',
  'cell',
  'indicator',
  'field',
  'attribute',
])
export type ComparedPart = z.infer<typeof ComparedPart>

/** A piece of a text that was put in or taken out whole: the parts it is made of, in order. */
export const ComparedPiece = z.object({
  part: ComparedPart,
  key: z.string(),
  text: z.string(),
  depth: z.int().describe('0 for the children of the part itself'),
})
export type ComparedPiece = z.infer<typeof ComparedPiece>

export const ComparedSide = z.object({
  part: ComparedPart,
  id: z.string().describe('«2015-200-1#7.2»: an item; «2015-200-2/2#row-14»: a row of an annex'),
  text: z.string(),
  key: z.string().describe('number, marker or caption by which it is called among its neighbours'),
  index: z.int().describe('place among its neighbours, from 0'),
  parent: z.object({old: z.string(), new: z.string()}).describe('the part it stands in, by its id in the old and in the new text'),
  pieces: z.array(ComparedPiece).optional().describe('what it is made of; for parts that are there on this side only'),
})
export type ComparedSide = z.infer<typeof ComparedSide>

export const WordChange = z.object({
  op: z.enum(['equal', 'insert', 'delete']),
  text: z.string().describe('of the new text where both have it'),
  old: z.string().optional().describe('equal: how the old text writes it, where only letters, spaces or signs that look alike differ'),
})
export type WordChange = z.infer<typeof WordChange>

export const Change = z.object({
  place: z.string().describe('in words: «11-тармақ, 2)»'),
  kind: z.enum(['changed', 'inserted', 'deleted', 'moved', 'renumbered']),
  typographic: z.boolean().describe('only letters that look alike, case, spaces, quotation marks or dashes differ'),
  old: ComparedSide.nullable(),
  new: ComparedSide.nullable(),
  words: z.array(WordChange).describe('empty where the wording is the same, or is listed at the parts'),
  part: ComparedPart,
  standard: z.string().nullable().describe('id of the standard, in the new text if it is there'),
  annex: z.int().nullable().describe('number of the annex'),
  office: z.string().nullable().describe('rows and cells of office tables: id in offices.json'),
  splitFrom: z.string().optional().describe('inserted: the part of the old text whose words these were'),
  mergedInto: z.string().optional().describe('deleted: the part of the new text that took its words over'),
})
export type Change = z.infer<typeof Change>

export const ComparisonSummary = z.object({
  changed: z.int(),
  inserted: z.int(),
  deleted: z.int(),
  moved: z.int(),
  renumbered: z.int(),
  typographic: z.int().describe('counted here only'),
  unchanged: z.int().describe('points without any difference'),
  offices: z.object({added: z.int(), closed: z.int(), moved: z.int(), changed: z.int(), typographic: z.int(), unchanged: z.int()}),
})
export type ComparisonSummary = z.infer<typeof ComparisonSummary>

/** What a standard tells the applicant, on one side. */
export const FactValue = z.object({
  text: z.string().describe('in the words of the standard'),
  amount: z.number().optional().describe('times: how many'),
  unit: Deadline.shape.unit.unwrap().optional().describe('times: of what'),
  kind: z.enum(['free', 'full', 'partial', 'none']).optional().describe('a service that is free; how far it is automated'),
  point: z.string().nullable().describe('number of the point it came from'),
})
export type FactValue = z.infer<typeof FactValue>

/** A fact that is another: what the changes mean for the applicant. */
export const FactChange = z.object({
  standard: z.object({old: z.string(), new: z.string()}).describe('ids of the standard on either side'),
  fact: z
    .enum(['deadline', 'wait', 'fee', 'form', 'document'])
    .describe(
      'how long the service takes at most; how long one may wait in a queue; the fee; how far it is automated; a document that is asked for',
    ),
  old: FactValue.nullable(),
  new: FactValue.nullable(),
})
export type FactChange = z.infer<typeof FactChange>

export const Comparison = z.object({
  old: z.object({id: z.string(), title: z.string()}),
  new: z.object({id: z.string(), title: z.string()}),
  summary: ComparisonSummary,
  facts: z.array(FactChange).optional().describe('what the changes mean for the applicant'),
  changes: z.array(Change),
})
export type Comparison = z.infer<typeof Comparison>

/** comparisons.json: the comparisons that pages and tables are made for. */
export const ComparisonEntry = z.object({
  id: z.string().describe('<old>--<new>, as in the address of its page'),
  kind: z.enum(['editions', 'standards']),
  old: z.string().describe('id of a standard, or of an edition: <resolution>@<date>'),
  new: z.string(),
  summary: ComparisonSummary,
  docx: z.string().nullable().describe('path under dist/ of the comparative table'),
})
export type ComparisonEntry = z.infer<typeof ComparisonEntry>
