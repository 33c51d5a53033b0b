/**
 * The title of an annex, and what stands under it.
 *
 *       Халыққа қызмет көрсету орталықтарының тізбесі      ← title
 *       Ақмола облысы уәкілетті ұйымның бөлімшелері        ← first region heading, part of the table
 *       Р/с №   Бөлімшенің атауы …
 *
 * In a blank the addressee may stand over the title («… бастығына» ⏎ «ӨТІНІШ»).
 */
import {foldSpace, type Block, type Line} from '../tree.ts'
import {isRegionHeading} from '../tables/patterns.ts'
import {splitLine} from './outline.ts'
import {lineKey, squeeze} from './keys.ts'

/** First line of a table head where the source marks no cells. */
const TABLE_HEAD = /^(?:р\/с|№$|№п\/п|сапажәне.{0,14}(?:қол|көрсеткіштерікөрсеткіш)|.{0,60}мекенжайы?(?:байланыс|телефон))/u
/** «Р/с №» over the numbers of a table: a title cannot stand below it, nor be it. */
const NUMBER_HEAD = /^(?:р\/с№?|№|№р\/с|№п\/п)$/u
const BLANK_TITLE =
  /(?:өтініші?|анықтама|куәлік|қолхат|сертификаты?|міндеттемесі|сенімхат|мәліметтернысаны|нысаны?|шарты?|хабарлама|сауалнама)"?»?$/u
/** «… бөлімшелерінің тізбесі »: where a title ends and a region may begin. */
const LIST_THEN_REGION = /^.*?(?:тізбесі|тізімі|тізілімі|мекенжайлары|деректері)\s+(?=\p{Lu})/u
const RULE = /_{3,}/u
const LONGEST_TITLE = 600

export interface TitledAnnex {
  title: string | null
  titleLines: Line[]
  /** The annex without its title. */
  body: Block[]
}

/** Parts the title from the rest. */
export function takeAnnexTitle(blocks: readonly Block[]): TitledAnnex {
  const groups = leadingGroups(blocks)
  const isBlank =
    blocks.some((block) => block.type === 'line' && RULE.test(block.value)) ||
    !blocks.some((block) => block.type !== 'line' || TABLE_HEAD.test(lineKey(block)))
  if (isBlank) {
    const titled =
      groups.find((group) => isBlankTitle(group)) ??
      groups.find((group) => !group.some((line) => RULE.test(line.value)) && !/^\s*\(/u.test(group[0]!.value))
    return titled ? withTitle(blocks, titled) : {title: null, titleLines: [], body: [...blocks]}
  }
  const first = groups[0]
  if (!first) return {title: null, titleLines: [], body: [...blocks]}
  // A title and the first region heading may follow each other without a gap.
  const heading = first.findIndex((line, index) => index > 0 && isRegionHeading(foldSpace(line.value)))
  const own = heading > 0 ? first.slice(0, heading) : first
  const text = joined(own)
  const shared = LIST_THEN_REGION.exec(text)
  if (shared && own.length === 1 && isRegionHeading(text.slice(shared[0].length))) {
    // «… тізбесі Ақмола облысы …»: the title and the first region heading share a line.
    const line = own[0]!
    const [head, tail] = splitLine(line, line.value.indexOf(text.slice(shared[0].length)))
    return withTitle(
      blocks.flatMap((block) => (block === line ? [head, tail] : [block])),
      [head],
    )
  }
  if (isRegionHeading(text) || text.length > LONGEST_TITLE) return {title: null, titleLines: [], body: [...blocks]}
  return withTitle(blocks, own)
}

/** Runs of lines without a gap, up to the first cell or the head of a table. */
function leadingGroups(blocks: readonly Block[]): Line[][] {
  const groups: Line[][] = []
  for (const block of blocks) {
    if (block.type !== 'line') break
    const key = lineKey(block)
    if (NUMBER_HEAD.test(key) || (TABLE_HEAD.test(key) && groups.length > 0)) break
    const current = groups.at(-1)
    // A new group begins at a gap, at a rule, and after a line in brackets (the caption under a rule).
    const apart =
      !current ||
      block.gap > 0 ||
      block.indent === 'indented' ||
      RULE.test(block.value) !== RULE.test(current.at(-1)!.value) ||
      (/\)\s*$/u.test(current.at(-1)!.value) !== /^\s*\(/u.test(block.value) && /^\s*\(/u.test(block.value))
    if (apart) groups.push([block])
    else current.push(block)
  }
  return groups
}

function isBlankTitle(group: readonly Line[]): boolean {
  if (group.some((line) => RULE.test(line.value)) || /^\s*\(/u.test(group[0]!.value) || /[:;,]\s*$/u.test(group.at(-1)!.value)) return false
  const key = squeeze(joined(group))
  return BLANK_TITLE.test(key) && key.length < LONGEST_TITLE
}

function withTitle(blocks: readonly Block[], lines: readonly Line[]): TitledAnnex {
  return {title: joined(lines), titleLines: [...lines], body: blocks.filter((block) => !lines.includes(block as Line))}
}

function joined(lines: readonly Line[]): string {
  return foldSpace(lines.map((line) => line.value).join(' '))
}
