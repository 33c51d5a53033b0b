/** `sources/manifest.yaml`: what is known about each source that its text does not say, or says unreliably. */
import {z} from 'zod'
import {IsoDate} from './common.ts'

export const SourceFormatName = z.enum(['markdown', 'html', 'html-text', 'pdf-text'])
export type SourceFormatName = z.infer<typeof SourceFormatName>

/** What can be parsed: the formats of printed text, and our own Akoma Ntoso. */
export const InputFormatName = z.enum([...SourceFormatName.options, 'akn'])
export type InputFormatName = z.infer<typeof InputFormatName>

export const ManifestEntry = z.strictObject({
  file: z
    .string()
    .regex(/^[^/\\]+$/u, 'the name of a file in the folder of the manifest, without a path')
    .describe('file name in the folder of the manifest'),
  act: z.strictObject({number: z.string().min(1), date: IsoDate}).describe('number and date of the resolution; number in quotation marks'),
  edition: IsoDate.describe('date of the last act whose amendments the text contains; the date of the act itself for an original'),
  format: SourceFormatName.describe('how the text was made'),
  sha256: z
    .string()
    .regex(/^[\da-f]{64}$/u, '64 hexadecimal digits in lower case')
    .describe('checksum of the file as received'),
  provenance: z.string().min(1).describe('where the text came from and how it was made'),
})
export type ManifestEntry = z.infer<typeof ManifestEntry>

export const Manifest = z.strictObject({sources: z.array(ManifestEntry)})
export type Manifest = z.infer<typeof Manifest>
