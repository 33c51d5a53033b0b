/** What the bench finds: figures with their targets, and how they are judged. Pure. */

/** How a value is read and shown. A share of 1 is 100 %. */
export type Unit = 'milliseconds' | 'bytes' | 'ratio' | 'share' | 'per-second' | 'count'

/** At most, or at least, so much. */
export type Target = {most: number} | {least: number}

export interface Figure {
  /** Subject and name, `parse/ratio`: the same from run to run. */
  id: string
  what: string
  unit: Unit
  /** Null where it could not be measured; `note` says why. */
  value: number | null
  target?: Target
  /**
   * Whether it says the same on another machine, and so can be held against a baseline: `ratio`, of two times taken in one run;
   * `fixed`, which depends on the program and the sources alone (bytes, shares of right answers). Other figures are absolute times.
   */
  compared?: 'ratio' | 'fixed'
  /** More is better; less is, where left out and no target says otherwise. */
  more?: boolean
  /** The same of others, measured in the same run: name → value, in the same unit. */
  others?: Record<string, number | null>
  /** What it depends on, what it was measured with. */
  note?: string
}

/** Figures of one subject. */
export interface Chapter {
  subject: string
  title: string
  figures: Figure[]
}

export type Verdict = 'met' | 'missed' | 'none' | 'unknown'

/** Whether a figure meets its target; `none` where it has none, `unknown` where it was not measured. */
export function judge({value, target}: Pick<Figure, 'value' | 'target'>): Verdict {
  if (value === null) return 'unknown'
  if (!target) return 'none'
  return ('most' in target ? value <= target.most : value >= target.least) ? 'met' : 'missed'
}

/** Whether greater values of a figure are the better ones. */
export const moreIsBetter = ({target, more}: Pick<Figure, 'target' | 'more'>): boolean =>
  target === undefined ? more === true : 'least' in target

const KILO = 1024

/** «0.58», «97.4 %», «12.3 ms», «1.4 GB»: three digits or so, in the unit that fits; `finer` gives two more. */
export function shown(value: number | null, unit: Unit, finer = false): string {
  if (value === null) return 'n/a'
  const digits = (number: number) => rounded(number, finer ? 2 : 0)
  switch (unit) {
    case 'milliseconds':
      if (value >= 60_000) return `${digits(value / 60_000)} min`
      return value >= 1000 ? `${digits(value / 1000)} s` : `${digits(value)} ms`
    case 'bytes':
      if (value >= KILO ** 3) return `${digits(value / KILO ** 3)} GB`
      if (value >= KILO ** 2) return `${digits(value / KILO ** 2)} MB`
      return value >= KILO ? `${digits(value / KILO)} KB` : `${String(value)} B`
    case 'share':
      return `${Number((100 * value).toFixed(finer ? 4 : 2)).toString()} %`
    case 'ratio':
      return value.toFixed((value < 10 ? 2 : 1) + (finer ? 2 : 0))
    case 'per-second':
      return `${digits(value)} a second`
    case 'count':
      return String(Math.round(value)).replace(/\B(?=(?:\d{3}){1,9}$)/gu, ' ')
  }
}

/** «≤ 0.70», «≥ 97 %»; empty where there is no target. */
export function shownTarget({target, unit}: Pick<Figure, 'target' | 'unit'>): string {
  if (!target) return ''
  return 'most' in target ? `≤ ${shown(target.most, unit)}` : `≥ ${shown(target.least, unit)}`
}

/** The note of a figure and what others have, in one line; empty where there is neither. */
export function remark({note, others, unit}: Pick<Figure, 'note' | 'others' | 'unit'>): string {
  const beside = Object.entries(others ?? {}).map(([name, value]) => `${name} ${shown(value, unit)}`)
  return [...beside, ...(note === undefined ? [] : [note])].join(', ')
}

/** The value of a figure, as fine as it takes to tell it from its target. */
export function shownValue({value, unit, target}: Pick<Figure, 'value' | 'unit' | 'target'>): string {
  const plain = shown(value, unit)
  const near = target !== undefined && plain === shown('most' in target ? target.most : target.least, unit)
  return near && judge({value, target}) === 'missed' ? shown(value, unit, true) : plain
}

function rounded(value: number, more: number): string {
  if (value === 0) return '0'
  const places = (value >= 100 ? 0 : value >= 10 ? 1 : 2) + more
  return Number(value.toFixed(places)).toString()
}
