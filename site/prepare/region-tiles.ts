/** Tiles of the map of regions on home: where the regions of Kazakhstan (2012) lie to one another. */
import {slug} from '../urls.ts'

export interface Tile {
  /** Name of the area in the grid of `RegionMap`. */
  key: string
  city: boolean
}

/** First letters of a region's name in the address form (`slug`) → tile; the longer start goes first. */
const TILES: [start: string, tile: string][] = [
  ['almaty-qal', 'almaty-city'],
  ['almaty', 'almaty'],
  ['astana', 'astana'],
  ['aqmola', 'aqmola'],
  ['aqtobe', 'aqtobe'],
  ['atyrau', 'atyrau'],
  ['batys-qazaqstan', 'west'],
  ['zhambyl', 'zhambyl'],
  ['qaragandy', 'qaragandy'],
  ['qostanai', 'qostanai'],
  ['qyzylorda', 'qyzylorda'],
  ['mangystau', 'mangystau'],
  ['ontustik-qazaqstan', 'south'],
  ['pavlodar', 'pavlodar'],
  ['soltustik-qazaqstan', 'north'],
  ['shygys-qazaqstan', 'east'],
]
const CITIES = new Set(['astana', 'almaty-city'])

/** The tile of a region, or null where the name is none of those known. */
export function tileOf(region: string): Tile | null {
  const name = slug(region)
  const key = TILES.find(([start]) => name.startsWith(start))?.[1]
  return key === undefined ? null : {key, city: CITIES.has(key)}
}

/** «Ақтөбе облысы» */
const REGION = /\s+облысы$/u

/**
 * Names short enough for a tile: «облысы» is left out where no other name begins with the same words («Алматы облысы» keeps
 * it beside «Алматы қаласы»).
 */
export function shortNames(names: readonly string[]): Map<string, string> {
  return new Map(
    names.map((name) => {
      const short = name.replace(REGION, '')
      return [name, names.some((other) => other !== name && other.startsWith(short)) ? name : short]
    }),
  )
}
