/**
 * Regular expressions of the program, and strings made to hold them up.
 *
 * Every literal is found by the TypeScript compiler. From its source the attacks are derived: each stretch that repeats,
 * and each pair of neighbours that could share characters, gives a string of one piece over and over, behind what leads
 * there and before something that does not match. Where the time grows faster than the string, the pattern is no good.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import ts from 'typescript'

export interface Pattern {
  file: string
  line: number
  source: string
  flags: string
}

/** A pattern put together by the program, and where. */
export interface Built extends Pattern {
  column: number
}

/** Files of folders that hold code of the program. */
export function codeFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter((name) => /\.(?:ts|mjs|astro)$/u.test(name))
      .sort()
      .map((name) => join(folder, name)),
  )
}

/** Every literal in the files under some folders, once. */
export function findPatterns(folders: readonly string[]): Pattern[] {
  const found = new Map<string, Pattern>()
  for (const file of codeFiles(folders))
    visitCode(file, (node, line) => {
      if (!ts.isRegularExpressionLiteral(node)) return
      const end = node.text.lastIndexOf('/')
      const pattern = {file, line, source: node.text.slice(1, end), flags: node.text.slice(end + 1)}
      const key = `${pattern.source}/${pattern.flags}`
      if (!found.has(key)) found.set(key, pattern)
    })
  return [...found.values()]
}

/** Places in the files under some folders where a pattern is put together: «file:line». */
export function findBuilders(folders: readonly string[]): string[] {
  const found = new Set<string>()
  for (const file of codeFiles(folders))
    visitCode(file, (node, line) => {
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
        found.add(`${file}:${String(line)}`)
    })
  return [...found]
}

function visitCode(file: string, report: (node: ts.Node, line: number) => void): void {
  const text = readFileSync(file, 'utf8')
  for (const {from, code, kind} of file.endsWith('.astro') ? partsOfPage(text) : [{from: 0, code: text, kind: ts.ScriptKind.TS}]) {
    const before = text.slice(0, from).split('\n').length
    const parsed = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind)
    const visit = (node: ts.Node): void => {
      report(node, before + parsed.getLineAndCharacterOfPosition(node.getStart()).line)
      ts.forEachChild(node, visit)
    }
    visit(parsed)
  }
}

/** An Astro page: the code between its rules, its scripts, and the markup with its expressions, which reads as TSX does. */
function partsOfPage(text: string): {from: number; code: string; kind: ts.ScriptKind}[] {
  const end = text.startsWith('---') ? text.indexOf('\n---', 3) + 4 : 0
  const scripts = [...text.matchAll(/(?<=<script>)[^]*?(?=<\/script>)/gu)]
  const blank = (code: string) => code.replace(/[^\n]/gu, ' ')
  const markup = text.slice(end).replace(/<(script|style)\b[^]*?<\/\1>|<!--[^]*?-->|<!doctype[^>]*>/giu, blank)
  return [
    {from: 0, code: text.slice(0, end).replaceAll('---', '   '), kind: ts.ScriptKind.TS},
    ...scripts.map(({0: code, index}) => ({from: index, code, kind: ts.ScriptKind.TS})),
    {from: end, code: `<>${markup}</>`, kind: ts.ScriptKind.TSX},
  ]
}

/** A part of a pattern: characters that may stand there, or parts in a row, or one of several; how often. */
export type Part =
  | {type: 'one'; sample: string; matches: (character: string) => boolean; min: number; max: number}
  | {type: 'row'; parts: Part[]; min: number; max: number}
  | {type: 'choice'; options: Part[]; min: number; max: number}
  | {type: 'nothing'; min: number; max: number}

/** Characters that samples are chosen from: letters of both alphabets, digits, blanks, signs. */
const ALPHABET = [...'аәбкстіАӘІҚЕМaexzAEZ_', ...'0129', ...' \t\n\u00a0\u200b\r', ...'.,;:-–—()[]{}«»"„“”\'`<>/\\|*+?!#%&=@^~$№…°']

/** Reads the source of a pattern. Back references and look-arounds are parts without characters of their own. */
export function parsePattern(source: string, flags: string): Part {
  let at = 0
  const groupFlags = flags.replace(/[gyd]/gu, '')
  const classOf = (text: string): Part => {
    let tester: RegExp
    try {
      tester = new RegExp(`^(?:${text})$`, groupFlags.includes('s') ? groupFlags : `${groupFlags}`)
    } catch {
      return {type: 'nothing', min: 1, max: 1}
    }
    const literal = /^\\?.$/su.test(text) && !/^\\[a-zA-Z]|^\.$/u.test(text) ? text.at(-1)! : undefined
    const sample = literal ?? ALPHABET.find((character) => tester.test(character)) ?? firstMatching(tester)
    return {type: 'one', sample, matches: (character) => tester.test(character), min: 1, max: 1}
  }
  const readChoice = (): Part => {
    const options: Part[] = []
    let parts: Part[] = []
    while (at < source.length && source[at] !== ')') {
      if (source[at] === '|') {
        at++
        options.push({type: 'row', parts, min: 1, max: 1})
        parts = []
      } else parts.push(quantified(readAtom()))
    }
    options.push({type: 'row', parts, min: 1, max: 1})
    return options.length === 1 ? options[0]! : {type: 'choice', options, min: 1, max: 1}
  }
  const readAtom = (): Part => {
    const start = at
    const character = source[at]!
    if (character === '(') {
      const opening = /\((?:\?(?:<?[=!]|:|<[^>]+>|[a-z-]+:))?/uy
      opening.lastIndex = at
      const open = opening.exec(source)![0]
      at += open.length
      const inner = readChoice()
      at++
      // What a look-around reads is read at every place: its inside counts as a part of the row.
      return /[=!]$/u.test(open) ? {type: 'row', parts: [{...inner, min: 0, max: 1}], min: 0, max: 1} : {...inner}
    }
    if (character === '[') {
      at++
      for (let depth = 1; depth > 0; at++) {
        if (source[at] === '\\') at++
        else if (source[at] === '[' && flags.includes('v')) depth++
        else if (source[at] === ']') depth--
      }
      return classOf(source.slice(start, at))
    }
    if (character === '\\') {
      const escape = /\\(?:[pP]\{[^}]*\}|u\{[\dA-Fa-f]+\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|k<[^>]*>|\d+|.)/suy
      escape.lastIndex = at
      const text = escape.exec(source)![0]
      at += text.length
      return /^\\(?:[bB]|k<|[1-9])/u.test(text) ? {type: 'nothing', min: 1, max: 1} : classOf(text)
    }
    if (character === '^' || character === '$') {
      at++
      return {type: 'nothing', min: 1, max: 1}
    }
    const whole = String.fromCodePoint(source.codePointAt(at)!)
    at += whole.length
    return classOf(whole)
  }
  const quantified = (atom: Part): Part => {
    const quantifier = /(?:\*|\+|\?|\{(\d+)(,(\d*))?\})\??/uy
    quantifier.lastIndex = at
    const match = quantifier.exec(source)
    if (!match) return atom
    at += match[0].length
    const [min, max] = match[0].startsWith('*')
      ? [0, Infinity]
      : match[0].startsWith('+')
        ? [1, Infinity]
        : match[0].startsWith('?')
          ? [0, 1]
          : [Number(match[1]), match[2] === undefined ? Number(match[1]) : match[3] === '' ? Infinity : Number(match[3])]
    // A part that has a count of its own is put into a row.
    return atom.min === 1 && atom.max === 1 ? {...atom, min, max} : {type: 'row', parts: [atom], min, max}
  }
  return readChoice()
}

function firstMatching(tester: RegExp): string {
  for (let code = 1; code < 0x3000; code++) if (tester.test(String.fromCharCode(code))) return String.fromCharCode(code)
  return ''
}

/** A repetition without an end, or with one that is far: this many. */
const FAR = 64
/** Attacks that one pattern gets at most. */
const MOST_ATTACKS = 120

export interface Attack {
  prefix: string
  pump: string
  suffix: string
}

/** Strings that could hold a pattern up. */
export function attacksOn(pattern: Part): Attack[] {
  const attacks = new Map<string, Attack>()
  const add = (prefix: string, pump: string) => {
    if (pump === '') return
    for (const suffix of ['\u0001', '']) attacks.set(JSON.stringify([prefix, pump, suffix]), {prefix, pump, suffix})
  }
  const samples = allSamples(pattern)
  const visit = (part: Part, before: string): void => {
    const repeats = part.max > FAR
    if (repeats) for (const pump of variants(part)) for (const prefix of [before, '']) add(prefix, pump)
    if (part.type === 'row') {
      let sofar = before
      for (const inner of part.parts) {
        visit(inner, sofar)
        sofar += shortest(inner)
      }
    } else if (part.type === 'choice') for (const option of part.options) visit(option, before)
  }
  visit(pattern, '')
  // Without an anchor every place is a beginning: what opens a match, over and over.
  const whole = shortest(pattern)
  add('', whole)
  for (const length of [1, 2, 3]) if (whole.length > length) add('', whole.slice(0, length))
  if (whole.length > 1) add('', whole.slice(0, -1))
  // And each of its characters alone, each two of them.
  for (const one of samples) add('', one)
  for (const one of samples.slice(0, 6)) for (const other of samples.slice(0, 6)) if (one !== other) add('', one + other)
  return [...attacks.values()].slice(0, MOST_ATTACKS)
}

function allSamples(part: Part): string[] {
  const samples = new Set<string>()
  const parts: Part[] = []
  const visit = (one: Part): void => {
    parts.push(one)
    if (one.type === 'row') one.parts.forEach(visit)
    if (one.type === 'choice') one.options.forEach(visit)
  }
  visit(part)
  const repeated = parts.filter((one) => one.type === 'one' && one.max > 1)
  // First the characters that more than one repetition takes.
  const shared = ALPHABET.map((character) => ({
    character,
    takers: repeated.filter((one) => one.type === 'one' && one.matches(character)).length,
  }))
  for (const {character, takers} of shared.sort((a, b) => b.takers - a.takers)) if (takers > 1 && samples.size < 5) samples.add(character)
  for (const one of repeated) if (one.type === 'one' && one.sample !== '') samples.add(one.sample)
  for (const one of parts) if (one.type === 'one' && one.sample !== '' && samples.size < 12) samples.add(one.sample)
  return [...samples]
}

/** What one turn of a repetition may read: the shortest, and each way with its inner repetitions in use. */
function variants(part: Part): string[] {
  const once: Part = {...part, min: 1, max: 1}
  const result = new Set([shortest(once), fullest(once, 1), fullest(once, 3)])
  if (part.type === 'one') for (const character of ALPHABET.filter((one) => part.matches(one)).slice(0, 4)) result.add(character)
  if (part.type === 'choice') for (const option of part.options) result.add(shortest(option))
  return [...result].filter((pump) => pump !== '')
}

function shortest(part: Part): string {
  if (part.type === 'nothing') return ''
  const count = Math.min(part.min, 200)
  if (part.type === 'one') return part.sample.repeat(count)
  if (part.type === 'row') return part.parts.map(shortest).join('').repeat(count)
  const options = part.options.map(shortest)
  return options.reduce((best, option) => (option.length < best.length ? option : best), options[0] ?? '').repeat(count)
}

function fullest(part: Part, turns: number): string {
  if (part.type === 'nothing') return ''
  const count = Math.max(1, Math.min(part.max, Math.max(part.min, turns)))
  if (part.type === 'one') return part.sample.repeat(Math.min(count, 200))
  if (part.type === 'row')
    return part.parts
      .map((one) => fullest(one, turns))
      .join('')
      .repeat(Math.min(count, 20))
  return fullest(part.options.at(-1)!, turns).repeat(Math.min(count, 20))
}

/** What stands between the outside and a pattern. */
export type Guard = (text: string) => string

/** The string of an attack, about so many characters long, as it comes through the guard. */
function pumped({prefix, pump, suffix}: Attack, length: number, guard: Guard): string {
  return guard(prefix + pump.repeat(Math.max(1, Math.floor(length / pump.length))) + suffix)
}

/** As `replace` goes on from each match, so do `match` and `split`. */
function everywhere({source, flags}: Pattern): RegExp {
  return new RegExp(source, flags.includes('g') || flags.includes('y') ? flags : `${flags}g`)
}

/** Milliseconds by the clock for all matches in a string: quickly told, and too long where others use the machine. */
function roughTimeOf(pattern: RegExp, text: string): number {
  const start = performance.now()
  text.replace(pattern, '')
  return performance.now() - start
}

/** Milliseconds of processor time for all matches in a string; the least of some runs. */
function timeOf(pattern: RegExp, text: string, runs: number): number {
  let least = Infinity
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage()
    text.replace(pattern, '')
    const {user, system} = process.cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

export interface Verdict {
  pattern: Pattern
  attack: Attack
  /** Length of the string → milliseconds. */
  times: [length: number, time: number][]
}

/**
 * Characters at which exponential growth shows and can be waited for, few first (what doubles every four characters shows
 * later than what doubles with each), and milliseconds that nothing else takes for them.
 */
const EXPONENTIAL = [16, 20, 24, 28, 32, 36, 40, 46, 52, 60, 72, 90]
/** Lengths that attacks are tried with as they are, and milliseconds that a linear pattern stays below; V8 reads some 10⁸ characters a second. */
const TRIED: readonly [length: number, milliseconds: number][] = [
  ...EXPONENTIAL.map((length): [number, number] => [length, 0.3]),
  [400, 0.3],
  [1600, 0.3],
]
/** Lengths that the growth of what took longer is measured at. */
const LENGTHS = [2000, 4000]
/** Of what takes for ever at full length. */
const SHORT_LENGTHS = [200, 400, 800, 1600]
const LONG_FOR_SO_FEW = 30
/** Milliseconds that count as growth at full length, and that nothing may take, however it grows. */
const FAST_ENOUGH = 1
const TOO_LONG = 60
/** Doubling the string may take so many times as long: 2 where the time is linear, 4 where it is quadratic. */
const GROWTH = 2.9
/** Attacks whose growth is measured. */
const MOST_MEASURED = 10

/**
 * An attack that makes the time grow faster than the string; null where none does.
 *
 * @param guard what bounds the texts before the pattern gets them; none for what reads the bytes as they come. Only attacks
 *     that hold up the pattern as they are go through it: it makes no string worse
 */
export function attackThatHolds(pattern: Pattern, guard: Guard = (text) => text): Verdict | null {
  const tested = everywhere(pattern)
  const attacks = attacksOn(parsePattern(pattern.source, pattern.flags))
  const suspicious = attacks.filter((attack) =>
    TRIED.some(
      ([length, milliseconds]) =>
        roughTimeOf(
          tested,
          pumped(attack, length, (text) => text),
        ) > milliseconds,
    ),
  )
  for (const attack of suspicious.slice(0, MOST_MEASURED)) {
    // Once may be the machine: what holds the pattern up does so again.
    const verdict = growth(pattern, tested, attack, guard) && growth(pattern, tested, attack, guard)
    if (verdict) return verdict
  }
  return null
}

function growth(pattern: Pattern, tested: RegExp, attack: Attack, guard: Guard): Verdict | null {
  const measure = (length: number, runs: number): [number, number] => [length, timeOf(tested, pumped(attack, length, guard), runs)]
  // Shortest first: what takes long here would take for ever at full length, and doubles with every character or two.
  for (const length of EXPONENTIAL) {
    const few = measure(length, 1)
    if (few[1] > LONG_FOR_SO_FEW) return {pattern, attack, times: [few]}
  }
  const times: [number, number][] = []
  for (const length of measure(400, 1)[1] < 5 ? LENGTHS : SHORT_LENGTHS) {
    times.push(measure(length, 2))
    if (times.at(-1)![1] > TOO_LONG) return {pattern, attack, times}
  }
  const [half, whole] = times.slice(-2).map(([, time]) => time) as [number, number]
  return whole >= FAST_ENOUGH && whole >= GROWTH * half ? {pattern, attack, times} : null
}
