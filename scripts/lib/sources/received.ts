/** A source as it was received: its checksum, where a resolution was read in it, whether the manifest confirms it. */
import {createHash} from 'node:crypto'
import type {ParsedSource, SourceInput} from '../../../parser/index.ts'
import type {Diagnostic, InputFormatName, Resolution} from '../../../parser/model/index.ts'
import {decodeSource} from '../../../parser/read/decode.ts'
import type {Reading} from './collection.ts'

export const MANIFEST = 'manifest.yaml'
/** The parser's rule for a text that ends too early. */
const CUT_OFF = 'structure/cut-off'

/** SHA-256 in hexadecimal digits. */
export function checksum(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What was parsed, with where it was read, and with what the manifest says of it. */
export function confirmed(input: SourceInput, result: ParsedSource): Reading['result'] {
  const {resolution, format} = result
  return {
    ...result,
    diagnostics: isConfirmed(input) ? result.diagnostics : result.diagnostics.map(asUnconfirmed),
    resolution: resolution && format ? {...resolution, source: result.source ?? sourceOf(input, format)} : null,
  }
}

/** Where a resolution was read. */
export function sourceOf(input: SourceInput, format: InputFormatName): Resolution['source'] {
  const {text} = decodeSource(input.bytes)
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  return {file: input.file, format, sha256: checksum(input.bytes), lines: [1, lines]}
}

/** Whether the manifest says that this is the file as received. */
function isConfirmed({bytes, manifest}: SourceInput): boolean {
  return manifest !== undefined && manifest.sha256 === checksum(bytes)
}

/** A text that seems to be cut off is an error until the manifest confirms it. */
function asUnconfirmed(diagnostic: Diagnostic): Diagnostic {
  if (diagnostic.rule !== CUT_OFF) return diagnostic
  const message = `${diagnostic.message} If the text is complete as it is, confirm it with an entry in ${MANIFEST}.`
  return {...diagnostic, severity: 'error', message}
}
