/** A source as text, with its format. */
import type {SourceInput} from '../index.ts'
import type {Diagnostic, InputFormatName} from '../model/index.ts'
import {decodeSource} from './decode.ts'
import {detectFormat, isAkomaNtoso} from './detect.ts'

export interface DecodedSource {
  file: string
  text: string
  format: InputFormatName | null
  problems: Diagnostic[]
}

/** Decodes a source and tells its format; null where it can't be read or recognised, which is among the problems. */
export function decodeInput(input: SourceInput): DecodedSource {
  const {text, problem, further = []} = decodeSource(input.bytes)
  const problems: Diagnostic[] = (problem ? [problem, ...further] : []).map((one) => ({file: input.file, ...one}))
  if (problem?.severity === 'error') return {file: input.file, text, format: null, problems}
  const given = input.format ?? input.manifest?.format
  const isExport = given === undefined && isAkomaNtoso(text)
  const detected = given || isExport ? null : detectFormat(text)
  const format = given ?? (isExport ? 'akn' : (detected?.format ?? null))
  if (detected)
    problems.push({
      file: input.file,
      line: null,
      rule: 'read/format',
      severity: 'info',
      message: `Format ${detected.format}: ${detected.evidence}.`,
    })
  if (format === null) {
    problems.push({
      file: input.file,
      line: 1,
      rule: 'read/unknown-format',
      severity: 'error',
      message: 'No format could be recognised in this text; name it with --format or in the manifest.',
    })
  }
  return {file: input.file, text, format, problems}
}
