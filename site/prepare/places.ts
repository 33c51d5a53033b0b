/** Where on the site a line of a source is shown. */
import type {Resolution, Standard} from '../../parser/model/index.ts'
import {annexUrl, pointUrl, resolutionUrl, rowAnchor, standardUrl} from '../urls.ts'

export type Place =
  | {kind: 'point'; standard: string; number: string; path: string}
  | {kind: 'annex'; standard: string; number: number; path: string}
  | {kind: 'standard'; standard: string; path: string}
  | {kind: 'resolution'; resolution: string; path: string}

type Ranged = {lines: readonly [number, number]}

const holds = (line: number, {lines: [first, last]}: Ranged): boolean => first <= line && line <= last

/**
 * @returns a function that gives the narrowest place a line belongs to: a point, an annex, a standard, a resolution; null where the
 *   file is no resolution's, or the line is not known
 */
export function placeFinder(
  resolutions: readonly Resolution[],
  standards: readonly Standard[],
): (file: string, line: number | null) => Place | null {
  return (file, line) => {
    const own = resolutions.filter(({source}) => source.file === file)
    // one file may hold several acts; then each says where it stands
    const resolution = own.find(({source: {lines}}) => line !== null && typeof lines !== 'number' && holds(line, {lines})) ?? own[0]
    if (!resolution) return null
    const standard = standards.find((one) => line !== null && one.resolution === resolution.id && holds(line, one))
    if (!standard || line === null) return {kind: 'resolution', resolution: resolution.id, path: resolutionUrl(resolution.id)}
    const {id} = standard
    const annex = standard.annexes.find((one) => holds(line, one))
    if (annex) {
      const row = annex.groups?.flatMap(({rows}) => rows).find((one) => holds(line, one))
      return {kind: 'annex', standard: id, number: annex.number, path: annexUrl(annex.id) + (row ? `#${rowAnchor(row.lines[0])}` : '')}
    }
    const point = standard.points.find((one) => holds(line, one))
    if (point) return {kind: 'point', standard: id, number: point.number, path: pointUrl(id, point.number)}
    return {kind: 'standard', standard: id, path: standardUrl(id)}
  }
}
