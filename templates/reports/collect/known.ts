/** What is known of the reports that may come: the indicators of every standard, prepared for quick comparison. */
import type {Annex, Resolution, Standard} from '../../../parser/model/index.ts'
import {foldKey} from '../../../parser/language/alphabet.ts'
import {editionOf, fieldPart, printedLabel, reportRows, type ReportRow} from '../indicators.ts'

export interface KnownRow {
  row: ReportRow
  /** Keys by which a label is compared: as printed, and as a code page without Kazakh letters leaves it. */
  label: string
  poorLabel: string
}

export interface KnownAnnex {
  id: string
  standard: Pick<Standard, 'id' | 'title'>
  edition: string
  rows: KnownRow[]
  byCode: ReadonlyMap<string, KnownRow>
  /** By what stands for the code in a field's name. */
  byField: ReadonlyMap<string, KnownRow>
}

export type Known = ReadonlyMap<string, KnownAnnex>

/** Letters that windows-1251 lacks; the Kazakh І it has. */
const POOR = /[әғқңөұүһ]/giu
/** «1.1.», quotation marks and stops: what a careful hand may change without changing the words. */
const NO_WORDS = /[^\p{L}\p{N}?%]+/gu

/** A label as it is compared: wording without case, spaces and punctuation. */
export const labelKey = (text: string): string => foldKey(text).replace(NO_WORDS, ' ').trim()
/** The same where each lost letter is «?». */
export const poorLabelKey = (text: string): string => labelKey(text.replace(POOR, '?'))

/** @param model resolutions and standards, as published */
export function knownAnnexes(model: {resolutions: readonly Resolution[]; standards: readonly Standard[]}): Known {
  const resolutions = new Map(model.resolutions.map((resolution) => [resolution.id, resolution]))
  const known = new Map<string, KnownAnnex>()
  for (const standard of model.standards) {
    const resolution = resolutions.get(standard.resolution)
    if (!resolution) continue
    for (const annex of standard.annexes) {
      if (annex.kind === 'indicators' && (annex.indicators?.length ?? 0) > 0) known.set(annex.id, knownAnnex(annex, standard, resolution))
    }
  }
  return known
}

function knownAnnex(annex: Annex, standard: Standard, resolution: Resolution): KnownAnnex {
  const rows = reportRows(annex).map((row) => ({row, label: labelKey(printedLabel(row)), poorLabel: poorLabelKey(printedLabel(row))}))
  return {
    id: annex.id,
    standard: {id: standard.id, title: standard.title},
    edition: editionOf({annex, standard, resolution}),
    rows,
    byCode: new Map(rows.map((known) => [known.row.key, known])),
    byField: new Map(rows.map((known) => [fieldPart(known.row.key), known])),
  }
}
