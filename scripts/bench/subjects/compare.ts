/** Comparing two standards and two whole acts; differences against those that git finds. */
import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {performance} from 'node:perf_hooks'
import {compareActs, compareStandards, choosePairs, pairStandards, walk, type Act} from '../../../parser/compare/index.ts'
import type {Standard} from '../../../parser/model/index.ts'
import type {Bench, Subject} from '../bench.ts'
import type {Figure} from '../figures.ts'
import {inTurns, timed} from '../measure.ts'

export const compare: Subject = {
  title: 'Differences, against git diff --word-diff',
  async measure(bench) {
    const {resolutions, standards} = await bench.published()
    const pairs = choosePairs(standards)
    bench.say('standards')
    const slowest = await slowestPair(pairs, bench.rounds)
    if (!slowest) throw new Error('there are no two standards to compare in these data')
    const acts = resolutions.map((resolution): Act => ({
      resolution,
      standards: standards.filter((one) => one.resolution === resolution.id),
    }))
    const weight = (act: Act) => act.standards.reduce((sum, one) => sum + rowsOf(one) + one.points.length, 0)
    const [largest] = acts.sort((a, b) => weight(b) - weight(a))
    if (!largest) throw new Error('there is no act in these data')
    const edition: Act = {...largest, standards: largest.standards.map(edited)}
    bench.say('acts')
    const {whole} = await inTurns(bench.rounds, {whole: () => compareActs(largest, edition)})
    bench.say('words')
    return [
      {
        id: 'compare/standards',
        what: `two standards with ${String(rowsOf(slowest.pair[0]))} and ${String(rowsOf(slowest.pair[1]))} rows of tables, the slowest of ${String(pairs.length)} pairs`,
        unit: 'milliseconds',
        value: slowest.milliseconds,
        target: {most: 50},
      },
      {
        id: 'compare/acts',
        what: 'the largest act and an edition of it in which every tenth row and point differs',
        unit: 'milliseconds',
        value: whole,
        target: {most: 1000},
      },
      ...(await againstGit(bench, pairs, slowest.pair)),
    ]
  },
}

async function slowestPair(pairs: readonly (readonly [Standard, Standard])[], rounds: number) {
  const measured = []
  for (const pair of pairs) {
    const {milliseconds} = await inTurns(rounds, {milliseconds: () => compareStandards(...pair)})
    measured.push({pair, milliseconds})
  }
  return measured.sort((a, b) => b.milliseconds - a.milliseconds)[0]
}

const rowsOf = ({annexes}: Standard) =>
  annexes.reduce((sum, {groups = []}) => sum + groups.reduce((rows, group) => rows + group.rows.length, 0), 0)

/** Every tenth point gets another first word, every tenth row another figure. */
function edited(standard: Standard): Standard {
  let count = 0
  const tenth = () => ++count % 10 === 0
  return {
    ...standard,
    points: standard.points.map((point) => (tenth() ? {...point, text: point.text.replace(/\S+/u, 'жаңа')} : point)),
    annexes: standard.annexes.map((annex) => ({
      ...annex,
      ...(annex.groups
        ? {
            groups: annex.groups.map((group) => ({
              ...group,
              rows: group.rows.map((row) => (tenth() ? {...row, cells: row.cells.map((cell) => cell.replace(/\d+/u, '7'))} : row)),
            })),
          }
        : {}),
    })),
  }
}

/** Letters that are taken out and put in on the same points, and the time for two whole standards. */
async function againstGit(bench: Bench, pairs: readonly (readonly [Standard, Standard])[], pair: readonly [Standard, Standard]) {
  const folder = bench.newFolder()
  const none = (note: string): Figure[] => [{id: 'compare/words', what: 'letters in word differences', unit: 'ratio', value: null, note}]
  if (spawnSync('git', ['--version']).status !== 0) return none('there is no git here')
  let [ours, theirs, points] = [0, 0, 0]
  for (const [before, after] of pairs) {
    for (const point of pairStandards(before, after).children) {
      if (point.now?.part.part !== 'point' || !point.old || point.same) continue
      points++
      theirs += changedLetters(gitDiff(folder, textOf(before, point.old.part.key), textOf(after, point.now.part.key)))
      for (const {words} of walk(point)) for (const word of words) if (word.op !== 'equal') ours += letters(word.text)
    }
  }
  if (theirs === 0) return none('no two points of these data differ')
  const texts = pair.map(wholeText) as [string, string]
  const [inGit, here]: [number[], number[]] = [[], []]
  for (let round = 0; round <= bench.rounds; round++) {
    here.push(await timed(() => compareStandards(...pair)))
    // a process of its own, so by the clock; the shortest of the rounds waited least
    const start = performance.now()
    gitDiff(folder, ...texts)
    inGit.push(performance.now() - start)
  }
  return [
    {
      id: 'compare/words',
      what: `letters taken out and put in, on ${String(points)} points that differ`,
      unit: 'ratio',
      value: ours / theirs,
      target: {most: 1},
      compared: 'fixed',
      note: `${String(ours)}, git ${String(theirs)}`,
    },
    {
      id: 'compare/git-time',
      what: 'time for two standards with their tables, git with the start of its process',
      unit: 'ratio',
      // two processes wait differently for a busy machine: no figure for the baseline
      value: Math.min(...here) / Math.min(...inGit),
      note: 'the shortest of the rounds; git does not know rows, points and offices',
    },
  ] satisfies Figure[]
}

const textOf = (standard: Standard, number: string) => standard.points.find((one) => one.number === number)?.text ?? ''

/** Points and rows, a line each. */
const wholeText = ({points, annexes}: Standard) =>
  [
    ...points.map(({text}) => text),
    ...annexes.flatMap(({text, groups = []}) =>
      groups.length === 0 ? [text] : groups.flatMap(({rows}) => rows.map(({cells}) => cells.join(' '))),
    ),
  ].join('\n')

const letters = (text: string) => text.replace(/\s+/gu, '').length

function gitDiff(folder: string, before: string, after: string): string {
  writeFileSync(join(folder, 'a'), `${before}\n`)
  writeFileSync(join(folder, 'b'), `${after}\n`)
  const options = ['--no-index', '--no-color', '--no-ext-diff', '--word-diff=porcelain', '-U99']
  return spawnSync('git', ['diff', ...options, 'a', 'b'], {cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26}).stdout
}

/** Lines of porcelain: `+` put in, `-` taken out. */
function changedLetters(diff: string): number {
  const [, ...lines] = diff.slice(diff.indexOf('@@')).split('\n')
  return lines.filter((line) => /^[+-]/u.test(line)).reduce((sum, line) => sum + letters(line.slice(1)), 0)
}
