/** How long comparisons take: two standards with long lists of offices, and two whole acts. */
import {compareActs, compareStandards, choosePairs, type Act} from '../../parser/compare/index.ts'
import type {Standard} from '../../parser/model/index.ts'
import type {Published} from './published.ts'

export interface CompareFigures {
  /** The slowest of the pairs that are published, median of its rounds. */
  standards: {old: string; new: string; rows: number; milliseconds: number}
  /** The largest act against another edition of it, in which every tenth row and point differs. */
  acts: {id: string; changes: number; milliseconds: number}
}

export function benchCompare({resolutions, standards}: Published, rounds: number): CompareFigures {
  const pairs = choosePairs(standards).map(([before, after]) => ({
    old: before.id,
    new: after.id,
    rows: rowsOf(before) + rowsOf(after),
    milliseconds: median(rounds, () => compareStandards(before, after)),
  }))
  const acts = resolutions.map((resolution): Act => ({resolution, standards: standards.filter((one) => one.resolution === resolution.id)}))
  const weight = (act: Act) => act.standards.reduce((sum, one) => sum + rowsOf(one) + one.points.length, 0)
  const [largest] = acts.sort((a, b) => weight(b) - weight(a))
  const [slowest] = pairs.sort((a, b) => b.milliseconds - a.milliseconds)
  if (!largest || !slowest) throw new Error('there is nothing to compare in these data')
  const edition: Act = {...largest, standards: largest.standards.map(edited)}
  return {
    standards: slowest,
    acts: {
      id: largest.resolution.id,
      changes: compareActs(largest, edition).changes.length,
      milliseconds: median(rounds, () => compareActs(largest, edition)),
    },
  }
}

const rowsOf = ({annexes}: Standard) =>
  annexes.reduce((sum, {groups = []}) => sum + groups.reduce((rows, group) => rows + group.rows.length, 0), 0)

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

/** The first round warms up and is not counted. */
function median(rounds: number, work: () => void): number {
  const times = Array.from({length: rounds + 1}, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
    .slice(1)
    .sort((a, b) => a - b)
  return times[times.length >> 1] ?? 0
}
