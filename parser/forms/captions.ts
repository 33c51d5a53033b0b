/**
 * Captions in brackets are given to the rules they stand under.
 *
 *       "Басшы ______________         __________________________________"
 *       "                (қолы)                 (тегі, аты, әкесінің аты)"
 *
 * One caption may cover two fields («(күні, қолы)»). A caption under no rule has lost it: a rule is put back.
 */
import {foldSpace} from '../tree.ts'
import {splitCaption, typeOf} from './field-type.ts'
import {ATTACHMENTS, plain} from './kazakh-terms.ts'
import {depth, type Item, type Row} from './rows.ts'

export type Report = (rule: string, message: string, line: number, severity?: 'error' | 'warning' | 'info') => void
export type GapItem = Extract<Item, {kind: 'gap'}> & {
  /** A caption that is a paragraph of its own: it explains a field that has a caption already. */
  captionApart?: boolean
  /** Rules printed between the lines of the caption. */
  inside?: number
  /** The lines of such a caption, brackets and all: the first stands under the rule itself. */
  captionParts?: string[]
  /** The rule itself is lost in the source. */
  lost?: boolean
}

/** «____ (қолы)», «____ (аты-жөні) тұрғыны»: a caption beside the rule. */
const CAPTION_BESIDE = /^\s*\((?<caption>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*(?<rest>.*)$/u
/** «(таратушының атауы) және шетелдік …»: a sentence does not begin with brackets; its rule is lost. */
const CAPTION_FIRST = CAPTION_BESIDE

/** Attaches every caption row to rules, and gives lost rules back. Rows are changed in place; caption rows that were used are taken out. */
export function attachCaptions(rows: readonly Row[], report: Report): Row[] {
  const kept: Row[] = []
  for (const row of rows) {
    if (row.kind === 'words') {
      readBeside(row)
      restoreFirst(row, report)
      kept.push(row)
      continue
    }
    if (row.kind === 'table') {
      kept.push(row)
      continue
    }
    const above = kept.at(-1)
    const rules = above?.kind === 'words' ? freeRules(above) : []
    if (above && rules.length > 0 && !closesAnotherLine(row, above, rules)) {
      give(row, above, rules)
      continue
    }
    // Words in brackets inside a running paragraph are words.
    if (above?.kind === 'words' && !row.blank && !row.apart && !above.items.some((item) => 'caption' in item)) {
      kept.push({
        ...row,
        kind: 'words',
        captions: [],
        items: [{kind: 'text', value: row.captions.map((caption) => `(${caption})`).join(' ')}],
      })
      continue
    }
    report(
      'forms/lost-rule',
      'The rule over this caption is missing in the source; the caption is taken for a field.',
      row.lines[0],
      'info',
    )
    const parts = row.captions.flatMap((caption) => splitCaption(caption) ?? [caption])
    kept.push({...row, kind: 'words', captions: [], items: parts.map((caption) => lostRule(caption))})
  }
  return kept
}

/** A rule that the source has lost. */
export function lostRule(caption?: string): GapItem {
  return {kind: 'gap', width: 0, printed: '', lost: true, ...(caption === undefined ? {} : {caption})}
}

/** «Қосымша: _____», then, as a paragraph of its own, «(күні, қолы)»: captions of the line below, whose rules are lost. */
function closesAnotherLine(row: Row, above: Row, rules: readonly GapItem[]): boolean {
  if (!row.blank || !row.widthLost) return false
  const before = above.items[above.items.indexOf(rules[0]!) - 1]
  if (before?.kind !== 'text' || !/\p{L}/u.test(before.value)) return false
  const parts = row.captions.flatMap((caption) => splitCaption(caption) ?? [caption])
  return parts.some((part) => typeOf(part) === 'signature') && (parts.length > rules.length || ATTACHMENTS.test(plain(before.value)))
}

function freeRules(row: Row): GapItem[] {
  return row.items.filter((item): item is GapItem => item.kind === 'gap' && item.caption === undefined)
}

function give(row: Row, above: Row, rules: readonly GapItem[]): void {
  let captions = row.captions
  if (captions.length === 1) captions = splitCaption(captions[0]!) ?? captions
  // Fewer captions than rules: a signature is the last rule of a line, anything else the first.
  const from = captions.length < rules.length && typeOf(captions.at(-1)!) === 'signature' ? rules.length - captions.length : 0
  captions.forEach((caption, index) => {
    let rule = rules[from + index]
    if (!rule) {
      // One rule for two captions: «_____ (күні, қолы)».
      const last = rules.at(-1)!
      rule = {kind: 'gap', width: Math.ceil(last.width / 2), printed: last.printed}
      above.items.splice(above.items.indexOf(rules.at(-1)!) + index, 0, {kind: 'text', value: ' '}, rule)
    }
    rule.caption = caption
    if (row.blank && row.widthLost && captions.length === 1 && typeOf(caption) === 'text') rule.captionApart = true
    if (row.inside > 0) {
      rule.inside = row.inside
      rule.captionParts = row.captionParts
    }
  })
  above.lines[1] = Math.max(above.lines[1], row.lines[1])
}

function readBeside(row: Row): void {
  row.items = row.items.flatMap((item, index): Item[] => {
    const rule = row.items[index - 1]
    if (item.kind !== 'text' || rule?.kind !== 'gap' || rule.caption !== undefined) return [item]
    const found = CAPTION_BESIDE.exec(item.value)?.groups
    if (!found) return [item]
    rule.caption = foldSpace(found['caption']!)
    return found['rest'] ? [{kind: 'text', value: ` ${found['rest']}`}] : []
  })
}

function restoreFirst(row: Row, report: Report): void {
  const first = row.items[0]
  if (!row.blank || row.marker !== null || first?.kind !== 'text') return
  const found = CAPTION_FIRST.exec(first.value)?.groups
  if (!found?.['rest'] || depth(first.value) !== 0) return
  report(
    'forms/lost-rule',
    'The sentence begins with a caption whose rule is missing in the source; it is taken for a field.',
    row.lines[0],
    'info',
  )
  row.items.splice(0, 1, lostRule(foldSpace(found['caption']!)), {kind: 'text', value: ` ${found['rest']}`})
}
