/**
 * The other ways in: data for forms, reports of offices, the manifest, arguments, questions of a search, amending acts. Each
 * gets files and texts damaged at seeded places, and may refuse them in its own words only.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {consolidate, CannotAmend} from '../../../parser/amend/consolidate.ts'
import {InputError, readArguments, UsageError, type Command} from '../../../scripts/lib/command.ts'
import {readApplicants} from '../../../scripts/lib/forms/data.ts'
import {readDraft} from '../../../scripts/lib/reports/fill-read.ts'
import {readSources} from '../../../scripts/lib/sources/sources.ts'
import type {Searcher} from '../../../site/search/searcher.ts'
import {FileError} from '../../../templates/reports/collect/raw.ts'
import {readReports} from '../../../templates/reports/collect/read.ts'
import {random} from '../../support/damage.ts'
import {timed} from './invariants.ts'
import {MUTATIONS, type Chance} from './mutations.ts'
import type {Material} from './texts.ts'

export interface Door {
  name: string
  /** What comes in when nothing is wrong. */
  samples: readonly Uint8Array[]
  enter: (bytes: Uint8Array) => unknown
  /** How it says no. */
  refuses: (error: unknown) => boolean
}

/** Milliseconds of processor time that a case may take: ten thousand times what a sample of these sizes does. */
const MOST = 3000

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Forms of data for a form: an object, a list, a table. */
const APPLICANTS = [
  '{"full-name": "Әлия Серікқызы", "iin": "900101400016", "table-1-1": ["а", "б"]}',
  '[{"full-name": "Әлия"}, {"full-name": "Бек", "date": "2014-03-11"}]',
  'full-name;iin;date\nӘлия Серікқызы;900101400016;2014-03-11\n"Бек; Асан";;\n',
]
const DRAFTS = [
  '{"year": 2013, "office": "Басқарма", "values": {"1.1": {"numerator": 3, "denominator": 4}}}',
  'код;алым;бөлім;%\n1.1;3;4;75\n2;;;97,5 %\n',
]
const MANIFEST = `sources:\n  - file: a.md\n    act: {number: '1278', date: 2012-10-09}\n    edition: 2012-10-09\n    format: markdown\n    sha256: ${'0'.repeat(64)}\n    provenance: test\n`
const QUESTIONS = ['базалық зейнетақы', 'базалык зейнетакы', 'bazalyq zeinetaqy', '8 (7172) 11-22-33', 'әскери билет -өтініш "анықтама"']
const ARGUMENTS = [
  'build --out dist --sources sources --json',
  'form 2012-1278-1 --office x --data a.json',
  'search - --limit 5',
  'report ID --year 2013 --collect DIR',
]

/** All doors but those that need files of others. */
export function doors({
  material,
  searcher,
  commands,
  reports,
}: {
  material: Material
  searcher: Searcher
  commands: readonly Command[]
  /** Reports as a workbook, a table and a PDF. */
  reports: readonly Uint8Array[]
}): Door[] {
  const texts = material.texts.filter(({format}) => format !== 'akn').slice(0, 4)
  const base = {file: 'base.txt', bytes: encode(texts[0]!.lines.join('\n'))}
  const isInput = (error: unknown): boolean => error instanceof InputError
  return [
    {
      name: 'data for a form',
      samples: APPLICANTS.map(encode),
      enter: (bytes) => readApplicants('data', bytes, new Set(['full-name', 'iin', 'date'])),
      refuses: isInput,
    },
    {
      name: 'data for a report',
      samples: DRAFTS.map(encode),
      enter: (bytes) => readDraft('data', bytes, new Set(), () => undefined),
      refuses: isInput,
    },
    {name: 'reports', samples: reports, enter: readReports, refuses: (error) => error instanceof FileError},
    {name: 'the manifest', samples: [encode(MANIFEST)], enter: readManifest, refuses: () => false},
    {
      name: 'arguments',
      samples: ARGUMENTS.map(encode),
      enter: (bytes) => {
        for (const command of commands) readArguments(command, decode(bytes).split(/[ \n]/u).slice(1))
      },
      refuses: (error) => error instanceof UsageError,
    },
    {name: 'questions', samples: QUESTIONS.map(encode), enter: (bytes) => searcher.search(decode(bytes)), refuses: () => false},
    {
      name: 'amending acts',
      samples: texts.map(({lines}) => encode(lines.join('\n'))),
      enter: (bytes) => consolidate(base, {file: 'amending.txt', bytes}, material.knowledge),
      refuses: (error) => error instanceof CannotAmend,
    },
  ]
}

async function readManifest(bytes: Uint8Array): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-doors-'))
  try {
    writeFileSync(join(folder, 'a.md'), 'Қаулы\n')
    writeFileSync(join(folder, 'manifest.yaml'), bytes)
    return await readSources(folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Damages a sample: as text, in the ways that sources are, or byte by byte. */
function damaged(sample: Uint8Array, chance: Chance, material: Material): Uint8Array {
  const names = Object.keys(MUTATIONS)
  let bytes = sample
  for (let step = 0; step <= chance() * 3; step++) {
    if (chance() < 0.5) {
      const mutation = MUTATIONS[names[Math.floor(chance() * names.length)]!]!
      bytes = encode(mutation(decode(bytes).split('\n'), chance, material).join('\n').slice(0, 200_000))
    } else bytes = withBytes(bytes, chance)
  }
  return bytes
}

/** Bytes changed, cut out, doubled, cut off. */
function withBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const at = Math.floor(chance() * bytes.length)
  const to = Math.min(bytes.length, at + Math.ceil(chance() ** 3 * bytes.length))
  switch (Math.floor(chance() * 4)) {
    case 0:
      return bytes.map((byte) => (chance() < 0.003 ? Math.floor(chance() * 256) : byte))
    case 1:
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(to)])
    case 2:
      return Uint8Array.from([...bytes.subarray(0, to), ...bytes.subarray(at)])
    default:
      return bytes.slice(0, at)
  }
}

/** Everything that goes wrong at a door in some cases of a seed; empty where all holds. */
export async function doorFailures(door: Door, cases: number, seed: number, material: Material): Promise<string[]> {
  const failures: string[] = []
  for (let number = 0; number < cases; number++) {
    const chance = random(seed * 100_003 + number)
    const bytes = damaged(door.samples[number % door.samples.length]!, chance, material)
    const start = process.cpuUsage()
    try {
      await door.enter(bytes)
    } catch (error) {
      if (!door.refuses(error))
        failures.push(`case ${String(number)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    }
    const {user, system} = process.cpuUsage(start)
    const time = (user + system) / 1000
    // A busy machine is not the door's fault: it may try again.
    if (time > MOST && timed(() => void door.enter(bytes)).time > MOST)
      failures.push(`case ${String(number)}: ${time.toFixed(0)} ms for ${String(bytes.length)} bytes`)
  }
  return failures
}
