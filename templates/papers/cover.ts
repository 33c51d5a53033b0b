/** The first sheet of an office's set: whose it is, and what lies in it. */
import type {Office} from '../../parser/model/index.ts'
import {legibleIn, PRINTED} from '../legible.ts'
import {prepareFonts, textWidth} from '../pdf/fonts.ts'
import {setFooters} from '../pdf/furniture.ts'
import {Pager} from '../pdf/pager.ts'
import type {Sheet} from '../pdf/display.ts'
import {STYLE} from '../pdf/style.ts'
import {setTable, type Row} from '../pdf/table.ts'
import {setText, type Area} from './lines.ts'
import type {PaperAssets, PaperKind} from './index.ts'

export interface CoverEntry {
  id: string
  kind: 'form' | 'certificate' | PaperKind
  /** Where it is: the name of its file, or the page it begins on. */
  where: string
  standard: string
  repealed: boolean
}

/** Widths of the columns. */
const SHARES = [6, 24, 30, 16]

/** Lays the cover out. Entries of one standard stand together, under its title. */
export async function layoutCover(
  given: Pick<Office, 'id' | 'name' | 'address' | 'phones'>,
  listed: readonly CoverEntry[],
  assets: PaperAssets,
): Promise<Sheet[]> {
  const {papers: templates} = assets
  const [office, entries] = legibleIn([given, listed] as const, PRINTED)
  const fonts = await prepareFonts(assets.fonts)
  const pager = new Pager(STYLE.margins)
  const measure: Area['measure'] = (text, size, weight) => textWidth(fonts[weight], text, size)
  const area: Area = {pager, x: pager.left, width: pager.width, measure}
  const standards = new Set(entries.map(({standard}) => standard))
  setText(area, templates['cover-title']({}), {size: STYLE.titleSize, weight: 'bold', tag: 'H1', centred: true, after: 4})
  setText(area, office.name, {size: 11, centred: true, after: 1})
  const place = [office.address, office.phones.map(({text}) => text).join(', ')].filter((part) => part !== '').join(', ')
  if (place !== '') setText(area, place, {size: 9, centred: true, grey: true})
  pager.y += 8
  setText(area, templates['cover-lead']({standards: standards.size, papers: entries.length}), {after: 6})
  const status = (repealed: boolean): string => templates['status-word']({repealed})
  const rows: Row[] = []
  let standard = ''
  for (const [i, entry] of entries.entries()) {
    if (entry.standard !== standard) rows.push({heading: entry.standard})
    standard = entry.standard
    rows.push([
      {text: String(i + 1), centred: true},
      {text: templates.kind({[entry.kind]: true})},
      {text: entry.where},
      {text: status(entry.repealed)},
    ])
  }
  const columns = ['number', 'paper', 'file', 'status'].map((column) => templates['cover-column']({[column]: true}))
  setTable(pager, {x: area.x, width: area.width}, {columns, shares: SHARES, numbers: false, rows, lines: 1, measure})
  setFooters(pager, fonts, office.name, (page, pages) => templates['paper-number']({id: office.id, page, pages}))
  return pager.sheets
}
