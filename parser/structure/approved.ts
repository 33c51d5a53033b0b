/**
 * The items by which a resolution approves its standards.
 *
 *       4) «Ветеринариялық анықтама беру» мемлекеттік қызмет стандарты бекітілсін.
 *
 * A standard whose stamp carries no number has the number of the item that approves it. Its title differs a little
 * from the item's now and then, so the most alike item is taken.
 */
import type {Point} from '../model/index.ts'
import {squeeze} from './keys.ts'

/** «…» before «мемлекеттік қызмет стандарты», in the quotation marks of any converter. */
const APPROVED = /[«"“„](?<title>[\s\S]{1,1000})[»"”“]\s*мемлекеттік\s+қызмет\p{L}*\s+(?:көрсету\p{L}*\s+)?стандарт/u
const ALIKE = 0.75

export interface ApprovedItem {
  number: number
  key: string
}

/** The items of a resolution's points that name standards, where their numbers are not ambiguous. */
export function approvedItems(points: readonly Point[]): ApprovedItem[] {
  const items: ApprovedItem[] = []
  for (const point of points) {
    for (const {marker, text} of point.items) {
      const title = APPROVED.exec(text)?.groups?.title
      if (title !== undefined && /^\d+\)$/u.test(marker)) items.push({number: Number.parseInt(marker, 10), key: squeeze(title)})
    }
  }
  return new Set(items.map(({number}) => number)).size === items.length ? items : []
}

/** The number of the item that approves a standard of this title; null where none is alike. */
export function approvingItem(title: string, items: readonly ApprovedItem[]): number | null {
  const key = squeeze(title)
  let best: {number: number; score: number} | null = null
  for (const {number, key: other} of items) {
    const score = key === other ? 1 : likeness(key, other)
    if (score >= ALIKE && score > (best?.score ?? 0)) best = {number, score}
  }
  return best?.number ?? null
}

/** Share of pairs of letters that two keys have in common (Dice). */
function likeness(one: string, other: string): number {
  const pairs = new Map<string, number>()
  for (let at = 0; at < one.length - 1; at++) pairs.set(one.slice(at, at + 2), (pairs.get(one.slice(at, at + 2)) ?? 0) + 1)
  let shared = 0
  for (let at = 0; at < other.length - 1; at++) {
    const pair = other.slice(at, at + 2)
    const left = pairs.get(pair) ?? 0
    if (left === 0) continue
    shared++
    pairs.set(pair, left - 1)
  }
  return (2 * shared) / Math.max(1, one.length + other.length - 2)
}
