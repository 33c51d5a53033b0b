/** Annexes of a standard: office tables, blanks, quality indicators, anything else. */
import {z} from 'zod'
import {Lines} from './common.ts'

export const AnnexKind = z.enum(['offices', 'form', 'certificate', 'indicators', 'other'])
export type AnnexKind = z.infer<typeof AnnexKind>

export const OfficeRow = z.object({
  number: z.string().describe('as printed in the number column; empty where there is none'),
  cells: z.array(z.string()).describe('the columns after the number column, in printed order'),
  inherited: z.array(z.int()).describe('indexes in `cells` whose value comes from a cell that spans several rows'),
  office: z.string().nullable().describe('id in offices.json'),
  lines: Lines,
})
export type OfficeRow = z.infer<typeof OfficeRow>

export const OfficeGroup = z.object({
  heading: z.string().nullable().describe('region heading as printed; null for a table without headings'),
  columns: z.array(z.string()).optional().describe("this group's own headings, number column left out, where they differ from the table's"),
  rows: z.array(OfficeRow),
})
export type OfficeGroup = z.infer<typeof OfficeGroup>

/** A field that the blank leaves open. */
export const Field = z.object({
  name: z.string().describe('unique in the form, stable, Latin letters, digits and hyphens'),
  label: z.string().describe('the caption, as printed'),
  type: z.enum(['text', 'multiline', 'date', 'signature', 'table', 'checkbox', 'stamp']),
  required: z.boolean(),
  columns: z.array(z.string()).optional().describe('type table: headings'),
  rows: z.int().optional().describe('type table: empty rows printed; type multiline: rules printed'),
  format: z
    .enum(['iin', 'bin', 'iin-bin', 'phone', 'email'])
    .optional()
    .describe(
      'what the caption asks for: the number of a person or of an organisation (12 digits), either of them, a telephone number, an e-mail address',
    ),
  hint: z.string().optional().describe('how to fill it in, where the blank explains a field that has a caption of its own'),
  options: z.array(z.string()).optional().describe('type checkbox: the words to choose from, as printed'),
})
export type Field = z.infer<typeof Field>

/**
 * Running text of a blank: words, and gaps that are fields.
 *
 * Several gaps (and rules) may name one field: they are its parts, in order. A multiline field is a gap at the
 * end of a line and the rules below it; a date is the gaps of its day, month and year among printed words; a
 * choice is one gap for each option, whose caption is the word itself. The gap of a stamp is its place («М.О.»).
 */
export const Inline = z.discriminatedUnion('type', [
  z.object({type: z.literal('text'), value: z.string()}),
  z.object({
    type: z.literal('gap'),
    field: z.string().describe('name of the field'),
    width: z.number().describe('printed width in characters; 0 for the rest of the line'),
    caption: z.string().nullable().describe('small type under the rule, in the brackets it is printed in; the word itself for an option'),
    part: z.enum(['day', 'month', 'year', 'quarter', 'option']).optional().describe('what the gap holds of a field with several gaps'),
  }),
])
export type Inline = z.infer<typeof Inline>

/** How a blank is laid out, block by block, from the top. */
export const LayoutBlock = z.discriminatedUnion('type', [
  z.object({type: z.literal('addressee'), lines: z.array(z.array(Inline))}).describe('the block at the upper right'),
  z.object({type: z.literal('title'), lines: z.array(z.string())}),
  z.object({type: z.literal('paragraph'), indent: z.boolean(), content: z.array(Inline)}),
  z
    .object({
      type: z.literal('rules'),
      field: z.string(),
      count: z.int(),
      caption: z.string().nullable(),
      markers: z.array(z.string()).optional().describe('printed before each rule: «1.», «2.» …'),
      tail: z.string().optional().describe('printed behind the last rule: «;»'),
    })
    .describe('rules over the whole width: one field'),
  z.object({
    type: z.literal('item'),
    marker: z.string(),
    indent: z.boolean().optional().describe('printed with the indent of a paragraph'),
    content: z.array(Inline),
  }),
  z.object({
    type: z.literal('table'),
    field: z.string().nullable(),
    columns: z.array(z.string()),
    numbers: z.boolean().describe('a row of column numbers is printed'),
    rows: z.array(z.array(z.string())).describe('printed cells, empty ones too'),
  }),
  z
    .object({
      type: z.literal('box'),
      number: z.string().nullable(),
      text: z.string(),
      field: z.string().nullable(),
      width: z.number().describe('share of the line, 0-1'),
      lines: z.array(z.array(Inline)).optional().describe('captions and gaps in the box, below its text'),
    })
    .describe('a box of a grid'),
  z.object({type: z.literal('signature'), content: z.array(Inline)}),
  z.object({type: z.literal('note'), text: z.string()}),
  z.object({type: z.literal('side'), text: z.string()}).describe('what follows is printed on the other side or on a new sheet'),
])
export type LayoutBlock = z.infer<typeof LayoutBlock>

export const Indicator = z.object({
  group: z.string().describe('heading of the group, with its number, as printed'),
  code: z.string().describe('1.1, 3.2 …'),
  label: z.string().describe('without the code'),
  normative: z.string(),
  target: z.string(),
  current: z.string(),
})
export type Indicator = z.infer<typeof Indicator>

export const Annex = z.object({
  id: z.string(),
  number: z.int(),
  kind: AnnexKind,
  title: z.string().nullable().describe('null where the annex has none'),
  text: z.string().describe('the whole annex as text, for reading and search'),
  lines: Lines,
  columns: z.array(z.string()).optional().describe('headings of an office or indicator table, number column left out for offices'),
  groups: z.array(OfficeGroup).optional(),
  fields: z.array(Field).optional(),
  layout: z.array(LayoutBlock).optional(),
  pdf: z.string().optional().describe('path under dist/ of the fillable PDF'),
  indicators: z.array(Indicator).optional(),
  report: z
    .object({
      pdf: z.string(),
      xlsx: z.string().optional(),
      csv: z.string().optional(),
      html: z.string(),
      survey: z
        .object({pdf: z.string(), html: z.string(), csv: z.string()})
        .optional()
        .describe('the questionnaire that yields the indicators of satisfaction; its answers go into the CSV'),
    })
    .optional()
    .describe('paths under dist/ of the templates'),
})
export type Annex = z.infer<typeof Annex>
