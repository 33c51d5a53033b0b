/** A comparison as a page of its own: no files beside it, no script, side by side or in one text, prints on A4. */
import {factChangesOf, wholeText, summarize} from '../../parser/compare/index.ts'
import type {Pair, Part} from '../../parser/compare/index.ts'
import {partsOf} from '../../parser/language/hidden-characters.ts'
import {revealedIn} from '../legible.ts'
import type {Template} from '../wording.ts'
import {isSame, officeSign, signOf, viewOf, type CompareBlock, type CompareRow, type MergedRun, type Run, type ViewOptions} from './view.ts'
import {blockName, COUNTS, FACTS, factText, HIDDEN, OFFICE_COUNTS, rowName, sameName, standardNames, WORDS} from './words.ts'

export const COMPARE_PAGES = ['page'] as const

export interface HtmlOptions extends ViewOptions {
  page: Template
  oldLabel: string
  newLabel: string
  /** Says that the acts are no longer in force; null where one of them is. */
  status: string | null
}

/** @returns HTML; every text is escaped by the template */
export function compareHtml(pair: Pair, {page, oldLabel, newLabel, status, ...options}: HtmlOptions): string {
  const summary = summarize(pair)
  const data = {
    words: WORDS,
    status,
    old: {name: pair.old?.part.name ?? '', id: pair.old?.part.id ?? '', label: oldLabel},
    new: {name: pair.now?.part.name ?? '', id: pair.now?.part.id ?? '', label: newLabel},
    counts: Object.entries(COUNTS).map(([kind, label]) => ({label, count: summary[kind as keyof typeof COUNTS]})),
    officeCounts: Object.values(summary.offices).some((count) => count > 0)
      ? Object.entries(OFFICE_COUNTS).map(([kind, label]) => ({label, count: summary.offices[kind as keyof typeof OFFICE_COUNTS]}))
      : null,
    facts: factGroups(pair),
    nothing: pair.same,
    blocks: pair.same ? [] : viewOf(pair, options).map(blockData),
  }
  // Where a template has no place for a sign of its own: names, labels, captions.
  return page(revealedIn(data))
}

/** What changed for the applicant, by standard; null where nothing did. */
function factGroups(pair: Pair): object[] | null {
  const groups = Map.groupBy(factChangesOf(pair), ({standard}) => standard.new)
  if (groups.size === 0) return null
  const names = standardNames(pair)
  return [...groups].map(([id, changes]) => ({
    name: pair.now?.part.part === 'act' ? (names.get(id) ?? id) : null,
    rows: changes.map(({fact, old, new: now}) => ({fact: FACTS[fact], old: visible(factText(old)), new: visible(factText(now))})),
  }))
}

/** The pieces of a text for the template: those that do not show with what they are. */
const visible = (text: string): object[] =>
  partsOf(text).map((part) => (part.code === null ? part : {code: part.code, kind: HIDDEN[part.kind]}))

const side = (runs: readonly Run[] | null) =>
  runs?.map(({text, mark}) => ({parts: visible(text), changed: mark === 'changed', typographic: mark === 'typographic'})) ?? null
const both = (runs: readonly MergedRun[]) =>
  runs.map(({text, mark}) => ({
    parts: visible(text),
    deleted: mark === 'deleted',
    inserted: mark === 'inserted',
    typographic: mark === 'typographic',
  }))

function rowData(row: CompareRow): object {
  return {
    sign: signOf(row),
    kind: row.typographic ? 'typographic' : row.kind,
    name: rowName(row),
    oldKey: row.oldKey,
    newKey: row.newKey,
    old: side(row.old),
    new: side(row.new),
    merged: both(row.merged),
  }
}

const folded = (parts: readonly Part[]) => ({
  same: sameName(parts),
  texts: parts.map((part) => ({
    key: part.key,
    parts: visible(part.part === 'annex' || part.part === 'standard' ? (part.name ?? '') : wholeText(part)),
  })),
})

function blockData(block: CompareBlock): object {
  switch (block.type) {
    case 'same':
      return {fold: folded(block.parts)}
    case 'heading':
      return {heading: blockName(block), title: block.part === 'annex' ? block.title : ''}
    case 'part':
      return {
        part: {
          name: blockName(block),
          numbers: block.kind === 'renumbered' || block.kind === 'moved' ? `${block.oldKey} → ${block.newKey}` : null,
          rows: block.rows.map((row) => (isSame(row) ? {fold: folded(row.parts)} : rowData(row))),
        },
      }
    case 'offices':
      return {
        offices: {
          name: `${block.key}-қосымша`,
          title: block.title,
          counts: `${String(block.oldCount)} – ${String(block.newCount)}`,
          others: block.others.map(rowData),
          rows: block.rows.map((row) => ({
            sign: officeSign(row.kind),
            kind: row.kind === 'added' ? 'inserted' : row.kind === 'closed' ? 'deleted' : row.typographic ? 'typographic' : 'changed',
            name: row.name,
            region: row.region,
            fields: row.fields.map(({label, old, new: now, merged}) => ({label, old: side(old), new: side(now), merged: both(merged)})),
          })),
        },
      }
  }
}
