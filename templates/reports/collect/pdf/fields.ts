/** What stands in the fields of a filled form (ISO 32000-1, 12.7). */
import {PdfFile} from './file.ts'
import {isDictionary, isName, isReference, isStream, isString, textOf} from './objects.ts'
import type {Dictionary, PdfObject} from './objects.ts'

export interface FormValues {
  /** Values by full field name; what is empty is ''. */
  fields: Map<string, string>
  /** The document's own description: `Title`, `Keywords` … */
  info: Map<string, string>
  /** The tables of the file were damaged, and its objects were found by looking through it. */
  damaged: boolean
}

/** Fields in fields in fields: no form goes deeper. */
const DEEPEST = 32

/**
 * @returns the values that a viewer would show
 * @throws TruncatedError, PasswordError, PdfError
 */
export function readFormValues(bytes: Uint8Array): FormValues {
  const file = new PdfFile(bytes)
  const root = file.get('Root')
  const form = isDictionary(root) ? file.resolve(root.get('AcroForm')) : null
  const fields = new Map<string, string>()
  const top = isDictionary(form) ? file.resolve(form.get('Fields')) : null
  const seen = new Set<number>()
  const visit = (object: PdfObject, path: string, inherited: PdfObject, depth: number): void => {
    if (depth > DEEPEST) return
    if (isReference(object)) {
      if (seen.has(object.number)) return
      seen.add(object.number)
    }
    const field = file.resolve(object)
    if (!isDictionary(field)) return
    const own = file.resolve(field.get('T'))
    const name = isString(own) ? [path, textOf(own)].filter((part) => part !== '').join('.') : path
    const value = field.has('V') ? file.resolve(field.get('V')) : inherited
    const kids = kidsOf(file, field)
    for (const kid of kids) visit(kid, name, value, depth + 1)
    // kids with a name of their own are fields; the others are the places where this one stands
    const isBranch = kids.some((kid) => isNamedField(file, kid))
    if (isString(own) && name !== '' && !isBranch) fields.set(name, valueOf(file, value))
  }
  if (Array.isArray(top)) for (const field of top) visit(field, '', null, 0)
  const described = file.get('Info')
  const info = new Map<string, string>()
  if (isDictionary(described)) {
    for (const [key, value] of described) {
      const text = file.resolve(value)
      if (isString(text)) info.set(key, textOf(text))
    }
  }
  return {fields, info, damaged: file.damaged}
}

function isNamedField(file: PdfFile, kid: PdfObject): boolean {
  const field = file.resolve(kid)
  return isDictionary(field) && isString(file.resolve(field.get('T')))
}

function kidsOf(file: PdfFile, field: Dictionary): PdfObject[] {
  const kids = file.resolve(field.get('Kids'))
  return Array.isArray(kids) ? kids : []
}

function valueOf(file: PdfFile, value: PdfObject): string {
  if (isString(value)) return textOf(value)
  if (isName(value)) return value.name
  if (isStream(value)) return textOf(file.content(value))
  if (Array.isArray(value)) return value.map((item) => valueOf(file, file.resolve(item))).join('; ')
  return typeof value === 'number' ? String(value) : ''
}
