/**
 * Prints the patterns that the program puts together, one JSON object a line: those of its modules when they are loaded,
 * and those made while sources are read, filled and written. Run by itself, so that places are those of the files.
 *
 *     node test/fuzz/support/collect-patterns.ts
 */
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Built} from './patterns.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
/** Different patterns that one place gives. */
const MOST_OF_A_PLACE = 4
const FRAME = /file:\/\/(?<path>[^\s()]+):(?<line>\d+):(?<column>\d+)/u

const found = new Map<string, Built[]>()
const original = globalThis.RegExp

function record(pattern: RegExp): void {
  // The first frame outside this file is the place.
  const frame = (new Error().stack ?? '').split('\n').find((line) => line.includes('file://') && !line.includes('collect-patterns'))
  const {path = '', line = '0', column = '0'} = frame ? (FRAME.exec(frame)?.groups ?? {}) : {}
  if (!path.startsWith(ROOT) || path.includes('node_modules')) return
  const file = decodeURI(path.slice(ROOT.length))
  const place = `${file}:${line}`
  const built = {file, line: Number(line), column: Number(column), source: pattern.source, flags: pattern.flags}
  const ofPlace = found.get(place) ?? []
  if (ofPlace.length < MOST_OF_A_PLACE && !ofPlace.some(({source, flags}) => source === built.source && flags === built.flags))
    found.set(place, [...ofPlace, built])
}

Error.stackTraceLimit = 30
globalThis.RegExp = new Proxy(original, {
  construct(target, args: [string, string?], newTarget) {
    const pattern = Reflect.construct(target, args, newTarget === globalThis.RegExp ? target : newTarget) as RegExp
    record(pattern)
    return pattern
  },
  apply(target, self, args: [string, string?]) {
    const pattern = Reflect.apply(target, self, args)
    record(pattern)
    return pattern
  },
})

/** Modules that put patterns together when they are loaded or when they are asked. */
const modules = globSync('{parser,templates,site,scripts}/**/*.ts', {cwd: ROOT}).filter((file) =>
  original('\\bRegExp\\(', 'u').test(readFileSync(join(ROOT, file), 'utf8')),
)
for (const file of modules.sort()) await import(join(ROOT, file))

// What is put together for a text needs texts.
const {buildRegister, learn, parse} = await import('../../../parser/index.ts')
const {readMaterial} = await import('./texts.ts')
const material = readMaterial(join(ROOT, 'sources'), 3)
const inputs = material.texts.map(({name, format, lines}) => ({file: name, format, bytes: new TextEncoder().encode(lines.join('\n'))}))
const knowledge = learn(inputs)
buildRegister(inputs.flatMap((input) => parse(input, knowledge).standards))

for (const built of [...found.values()].flat()) process.stdout.write(`${JSON.stringify(built)}\n`)
