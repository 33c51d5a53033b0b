/** What must hold of every text, however bad. */
import {z} from 'zod'
import {buildRegister, parse, type Knowledge, type ParsedSource, type SourceInput} from '../../../parser/index.ts'
import {Amendment, Coverage, Diagnostic, Office, Resolution, Standard} from '../../../parser/model/index.ts'
import {decodeSource} from '../../../parser/read/decode.ts'
import {renderResolution} from '../../../templates/exports/akn/index.ts'
import type {Case} from './cases.ts'
import type {Material} from './texts.ts'

/** Why a case fails: the kind groups like failures, the detail is for people. */
export interface Failure {
  kind: string
  detail: string
}

const ResolutionRead = Resolution.omit({source: true})
/** Rule of the diagnostic that names a line with text that went nowhere. */
export const UNACCOUNTED = 'coverage/unaccounted'
/** Characters that must not reach a page or a file: controls, halves of pairs. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u

/** What is allowed: `SLACK` milliseconds and so many times the plain time. */
export const SLACK = 50
export const TIMES = 20

/** Measures how long the undamaged texts take, so that the bound is that of the machine it runs on. */
export function measurePace(material: Material): number {
  const inputs = material.texts.map(({name, format, lines}): SourceInput => ({
    file: name,
    format,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }))
  let slowest = 0
  for (const input of inputs) {
    parse(input)
    const times = [0, 1, 2].map(() => timed(() => parse(input)).time)
    slowest = Math.max(slowest, Math.min(...times) / Math.max(2000, input.bytes.length))
  }
  return slowest
}

/** Everything that is wrong with what the parser makes of a case; empty where all holds. */
export function failuresOf({input, informed}: Case, material: Material, pace: number): Failure[] {
  return check(input, informed ? material.knowledge : undefined, pace)
}

export function check(input: SourceInput, knowledge: Knowledge | undefined, pace: number): Failure[] {
  let parsed: ParsedSource
  const allowed = SLACK + TIMES * pace * input.bytes.length
  try {
    const first = timed(() => parse(input, knowledge))
    parsed = first.value
    // A busy machine is not the parser's fault: it may try again.
    let {time} = first
    for (let again = 0; again < 3 && time > allowed; again++) time = Math.min(time, timed(() => parse(input, knowledge)).time)
    if (time > allowed)
      return [{kind: 'slow', detail: `${time.toFixed(0)} ms for ${String(input.bytes.length)} bytes, ${allowed.toFixed(0)} ms allowed`}]
  } catch (error) {
    return [{kind: `throws ${where(error)}`, detail: error instanceof Error ? (error.stack ?? error.message) : String(error)}]
  }
  return [
    ...coverageFailures(input, parsed),
    ...schemaFailures(parsed),
    ...lineFailures(input, parsed),
    ...textFailures(parsed),
    ...identityFailures(parsed),
    ...furtherFailures(parsed),
  ]
}

/** Milliseconds of processor time: what others do on the machine does not count. */
export function timed<T>(action: () => T): {value: T; time: number} {
  const start = process.cpuUsage()
  const value = action()
  const {user, system} = process.cpuUsage(start)
  return {value, time: (user + system) / 1000}
}

/** Characters are published, set aside or unaccounted for; a line with unaccounted ones is named. */
function coverageFailures(input: SourceInput, {coverage, diagnostics}: ParsedSource): Failure[] {
  const failures: Failure[] = []
  const {text} = decodeSource(input.bytes)
  const setAside = Object.values(coverage.setAside)
  const sum = coverage.published + coverage.unaccounted + setAside.reduce((total, count) => total + count, 0)
  if (coverage.characters !== text.length)
    failures.push({kind: 'coverage of another text', detail: `${String(coverage.characters)} of ${String(text.length)}`})
  if (sum !== coverage.characters) failures.push({kind: 'coverage not closed', detail: `${String(sum)} of ${String(coverage.characters)}`})
  if ([coverage.published, coverage.unaccounted, ...setAside].some((count) => count < 0))
    failures.push({kind: 'coverage below nought', detail: JSON.stringify(coverage)})
  if (coverage.unaccounted > 0 !== coverage.unaccountedLines.length > 0)
    failures.push({kind: 'unaccounted without lines', detail: JSON.stringify(coverage)})
  const named = new Set(diagnostics.filter(({rule}) => rule === UNACCOUNTED).map(({line}) => line))
  const unnamed = coverage.unaccountedLines.find((line) => !named.has(line))
  if (unnamed !== undefined)
    failures.push({kind: 'text lost silently', detail: `line ${String(unnamed)}: «${text.split('\n')[unnamed - 1] ?? ''}»`})
  return failures
}

function schemaFailures({resolution, standards, amendments, diagnostics, coverage}: ParsedSource): Failure[] {
  const checks: [name: string, schema: z.ZodType, value: unknown][] = [
    ['resolution', ResolutionRead.nullable(), resolution],
    ['standards', z.array(Standard), standards],
    ['amendments', z.array(Amendment), amendments],
    ['diagnostics', z.array(Diagnostic), diagnostics],
    ['coverage', Coverage, coverage],
  ]
  return checks.flatMap(([name, schema, value]) => {
    const issue = schema.safeParse(value).error?.issues[0]
    if (!issue) return []
    const path = issue.path.map((part) => (typeof part === 'number' ? '#' : String(part))).join('.')
    return [{kind: `schema of ${name}: ${path}`, detail: `${issue.path.join('.')}: ${issue.message}`}]
  })
}

/** `lines` are [first, last] of lines that the file has. Those of an export are lines of the source it was made from. */
function lineFailures(input: SourceInput, {resolution, standards, amendments, diagnostics, coverage, format}: ParsedSource): Failure[] {
  // What cannot be decoded has lines all the same.
  const count = Math.max(decodeSource(input.bytes).text.split('\n').length, new TextDecoder().decode(input.bytes).split(/\r\n?|\n/u).length)
  const failures: Failure[] = []
  const outside = (line: number) => line < 1 || line > count
  for (const {line, rule} of diagnostics)
    if (line !== null && outside(line))
      failures.push({kind: `line of ${rule} outside the file`, detail: `${String(line)} of ${String(count)}`})
  for (const line of coverage.unaccountedLines)
    if (outside(line)) failures.push({kind: 'unaccounted line outside the file', detail: `${String(line)} of ${String(count)}`})
  if (format !== 'akn')
    visit({resolution, standards, amendments}, '', (path, value) => {
      if (!path.endsWith('.lines') || !isLines(value)) return
      const [first, last] = value
      if (outside(first) || outside(last) || first > last)
        failures.push({
          kind: `lines of ${path.replaceAll(/\d+/gu, '#')} not in the file`,
          detail: `${path} ${String(first)}–${String(last)} of ${String(count)}`,
        })
    })
  return failures
}

function isLines(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number')
}

/** No halves of pairs and no controls in what is published. */
function textFailures({resolution, standards, amendments, format}: ParsedSource): Failure[] {
  // The export writes such characters as stand-ins, and its reader gives back what the model held.
  if (format === 'akn') return []
  const failures: Failure[] = []
  visit({resolution, standards, amendments}, '', (path, value) => {
    if (typeof value !== 'string') return
    const place = path.replaceAll(/\d+/gu, '#')
    if (!value.isWellFormed()) failures.push({kind: `half a pair in ${place}`, detail: JSON.stringify(value).slice(0, 200)})
    if (CONTROL.test(value)) failures.push({kind: `control character in ${place}`, detail: JSON.stringify(value).slice(0, 200)})
  })
  return failures
}

function identityFailures({resolution, standards, amendments}: ParsedSource): Failure[] {
  const failures: Failure[] = []
  const unique = (what: string, ids: readonly string[]) => {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index)
    if (twice !== undefined) failures.push({kind: `${what} twice`, detail: twice})
  }
  unique(
    'standard',
    standards.map(({id}) => id),
  )
  unique(
    'amendment',
    amendments.map(({id}) => id),
  )
  for (const {annexes} of standards) {
    unique(
      'annex',
      annexes.map(({id}) => id),
    )
    for (const {fields = []} of annexes)
      unique(
        'field',
        fields.map(({name}) => name),
      )
  }
  if (resolution && resolution.standards.join() !== standards.map(({id}) => id).join())
    failures.push({kind: 'standards not those of the resolution', detail: resolution.standards.join()})
  return failures
}

/** The stages behind the parser take what it gives. */
function furtherFailures({resolution, standards, amendments, format}: ParsedSource): Failure[] {
  try {
    const {offices} = buildRegister(standards)
    const issue = z.array(Office).safeParse(offices).error?.issues[0]
    if (issue) return [{kind: 'schema of offices', detail: `${issue.path.join('.')}: ${issue.message}`}]
    if (resolution && format !== 'akn')
      renderResolution(
        {resolution: {...resolution, source: {file: 'case.txt', format: 'markdown', sha256: '', lines: [1, 1]}}, standards, amendments},
        '2014-03-11',
      )
  } catch (error) {
    return [{kind: `register or export throws ${where(error)}`, detail: error instanceof Error ? (error.stack ?? '') : String(error)}]
  }
  return []
}

function visit(value: unknown, path: string, report: (path: string, value: unknown) => void): void {
  report(path, value)
  if (Array.isArray(value)) value.forEach((one, index) => visit(one, `${path}.${String(index)}`, report))
  else if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) visit(one, `${path}.${key}`, report)
}

/** The first place in our own files that an error came through. */
function where(error: unknown): string {
  if (!(error instanceof Error)) return 'something'
  const frame = /(?:parser|templates)\/[\w./-]+:\d+/u.exec(error.stack ?? '')?.[0] ?? ''
  return `${error.name} at ${frame}`
}

/** A word that no text has. */
export const CANARY = 'Жұпарқанат'

/**
 * A word put in somewhere is in the published data, or set aside, or unaccounted for: what the coverage calls published
 * and the data do not hold is lost silently, whatever the figures say.
 */
export function canaryFailures(
  lines: readonly string[],
  at: number,
  format: SourceInput['format'],
  knowledge: Knowledge | undefined,
): Failure[] {
  const line = lines[at]
  if (line === undefined) return []
  const blank = line.indexOf(' ', Math.floor(line.length / 2))
  const where = blank === -1 ? line.length : blank
  const withIt = lines.with(at, `${line.slice(0, where)} ${CANARY}${line.slice(where)}`)
  const without = lines.with(at, `${line.slice(0, where)} ${line.slice(where)}`)
  const [one, other] = [withIt, without].map((text) =>
    parse({file: 'case.txt', bytes: new TextEncoder().encode(text.join('\n')), format}, knowledge),
  )
  if (!one || !other || one.format !== other.format) return []
  const {resolution, standards, amendments} = one
  if (JSON.stringify({resolution, standards, amendments}).includes(CANARY)) return []
  if (one.coverage.published - other.coverage.published < CANARY.length) return []
  return [{kind: 'published in the figures only', detail: `line ${String(at + 1)}: «${withIt[at]!.slice(0, 200)}»`}]
}
