/**
 * `npm run bench`: every figure that has been promised, measured, with its target and what it was before.
 *
 * Subjects are in scripts/bench/subjects/, one file each. A figure is a time of this machine, or a ratio of two times taken in the
 * same run in turns, or a size or share that no machine changes; only the last two are held against the baseline.
 */
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {asBaseline, Baseline, FIXED_TOLERANCE, RATIO_TOLERANCE} from './bench/baseline.ts'
import {Bench} from './bench/bench.ts'
import {busyWarning, load, machine} from './bench/machine.ts'
import {joined, Run, setting} from './bench/run.ts'
import {SUBJECTS} from './bench/subjects/index.ts'
import {markdownTable, shortfalls, terminalTable} from './bench/table.ts'
import {columns, helpText, readArguments, reason, UsageError, type Command} from './lib/command.ts'
import {duration, Progress} from './lib/progress.ts'
import {suggest} from './lib/suggest.ts'

const percent = (factor: number) => `${String(Math.round((factor - 1) * 100))} %`

const command: Command = {
  name: 'bench',
  summary: 'Measures every figure that has been promised, and holds it against its target and an earlier run.',
  operands: '',
  arity: [0, 0],
  options: {
    only: {value: 'A,B', help: 'these subjects and no others'},
    all: {help: 'the slow subjects, too'},
    rounds: {value: 'N', default: '5', help: 'how often each piece of work is done and counted; one more warms up'},
    dist: {value: 'DIR', help: 'measure on this finished build, in place of a new one'},
    sources: {value: 'DIR', default: 'sources', help: 'folder of the source texts'},
    json: {value: 'FILE', help: 'keep all figures as JSON'},
    from: {value: 'FILES', help: 'show and compare what --json kept, of one run or several parted by commas; nothing is measured'},
    markdown: {help: 'print a table for a page, in place of one for the terminal'},
    baseline: {value: 'FILE', default: 'docs/bench-baseline.json', help: 'the earlier run'},
    'update-baseline': {help: 'write what this run found into the baseline'},
    strict: {help: 'exit code 1 where a target is missed or a figure has become worse'},
  },
  notes:
    `Subjects:\n${columns(Object.entries(SUBJECTS).map(([name, {about, slow}]) => [name, `${about}${slow ? ' (slow)' : ''}`]))}\n` +
    `The subjects that are not slow take about five minutes on two quiet cores.\n` +
    `A figure has become worse where a ratio of times is ${percent(RATIO_TOLERANCE)} beyond the baseline, a size or share ${percent(FIXED_TOLERANCE)}.\n` +
    `Exit code 1 where a subject could not be measured.`,
  async run(args, io) {
    const rounds = Number(args.option('rounds'))
    if (!Number.isSafeInteger(rounds) || rounds < 1) throw new UsageError('--rounds takes a whole number from 1 on')
    const chosen = chooseSubjects(args.option('only'), args.has('all'))
    const baselineFile = args.option('baseline') ?? ''
    const baseline = existsSync(baselineFile) ? Baseline.parse(JSON.parse(readFileSync(baselineFile, 'utf8'))) : null
    const progress = new Progress(io)
    const from = args.option('from')
    const run =
      from === undefined
        ? await measure(
            chosen,
            {rounds, sources: args.option('sources') ?? 'sources', dist: args.option('dist')},
            args.option('json'),
            progress,
          )
        : joined(from.split(',').map((file) => Run.parse(JSON.parse(readFileSync(file, 'utf8')))))
    const {chapters, failed} = run
    const short = shortfalls(chapters, baseline)
    if (args.has('markdown')) io.stdout.write(`${setting(run)}\n\n${markdownTable(chapters)}`)
    else io.stdout.write(`${setting(run)}\n\n${terminalTable(chapters, baseline)}\n${verdict(short, failed)}`)
    if (args.has('update-baseline')) {
      writeFileSync(baselineFile, `${JSON.stringify(asBaseline(chapters, run.machine, baseline), null, 2)}\n`)
      progress.say(`${baselineFile} written`)
    }
    return failed.length > 0 || (args.has('strict') && short.length > 0) ? 1 : 0
  },
}

/** Measures one subject after the other; what is there is kept after each, so that a run that is stopped has not been for nothing. */
async function measure(
  chosen: readonly string[],
  options: {rounds: number; sources: string; dist: string | undefined},
  json: string | undefined,
  progress: Progress,
): Promise<Run> {
  const started = performance.now()
  const before = load()
  const run: Run = {machine: machine(), load: {before, after: before}, rounds: options.rounds, milliseconds: 0, chapters: [], failed: []}
  const warning = busyWarning(before, run.machine.cores)
  if (warning !== null) progress.say(warning)
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-bench-'))
  const removeFolder = () => {
    rmSync(folder, {recursive: true, force: true})
  }
  process.once('exit', removeFolder)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  const bench = new Bench({
    ...options,
    folder,
    say: (step) => {
      progress.step(step)
    },
  })
  for (const name of chosen) {
    const entry = SUBJECTS[name]
    if (!entry) continue
    const begun = performance.now()
    progress.begin(name)
    try {
      const subject = await entry.load()
      run.chapters.push({subject: name, title: subject.title, figures: await subject.measure(bench)})
      progress.say(`${name}: ${duration(performance.now() - begun)}`)
    } catch (error) {
      run.failed.push(name)
      progress.say(`${name}: ${reason(error)}`)
    }
    run.load.after = load()
    run.milliseconds = performance.now() - started
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(run, null, 2)}\n`)
  }
  progress.end()
  removeFolder()
  return run
}

/** The last lines: what is short, or that nothing is. */
function verdict(short: readonly string[], failed: readonly string[]): string {
  if (short.length + failed.length === 0) return 'Every target is met, nothing has become worse.\n'
  return [...short.map((line) => `short: ${line}\n`), ...failed.map((name) => `not measured: ${name}\n`)].join('')
}

/** @throws UsageError for a name that no subject has */
function chooseSubjects(only: string | undefined, all: boolean): string[] {
  const names = Object.keys(SUBJECTS)
  if (only === undefined) return names.filter((name) => all || SUBJECTS[name]?.slow !== true)
  const asked = only.split(',').map((name) => name.trim())
  for (const name of asked) {
    if (!names.includes(name)) throw new UsageError(`there is no subject «${name}»${suggest(name, names, '')}`)
  }
  return names.filter((name) => asked.includes(name))
}

try {
  const args = readArguments(command, process.argv.slice(2))
  if (args.has('help')) process.stdout.write(helpText(command).replace('qyzmet bench', 'npm run bench --'))
  else process.exitCode = await command.run(args, process)
} catch (error) {
  process.stderr.write(`bench: ${reason(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
