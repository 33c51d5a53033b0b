/** Where on a drawn blank a field's number stands: at the first of its places. */
import type {Field} from '../../parser/model/index.ts'
import type {Run} from '../../templates/forms/parts.ts'

/** «М.О.», «МО» at the end of a caption. */
const STAMP = /М ?\.? ?О ?\.?$/u
/** Rules of a field for several lines where the blank draws one. */
const AREA_ROWS = 2

/** Hands out each field's number once, in the order of drawing. */
export class Places {
  private readonly fields: Map<string, Field>
  private readonly numbers: Map<string, number>
  private readonly given = new Set<string>()
  private readonly stamp: string

  /** @param stamp what stands for a stamp whose caption does not say it */
  constructor(fields: readonly Field[], stamp: string) {
    this.fields = new Map(fields.map((field) => [field.name, field]))
    this.numbers = new Map(fields.map(({name}, i) => [name, i + 1]))
    this.stamp = stamp
  }

  /** The number to draw here; null at a field's further places. */
  number(name: string): number | null {
    if (this.given.has(name)) return null
    this.given.add(name)
    return this.numbers.get(name) ?? null
  }

  isStamp(name: string): boolean {
    return this.fields.get(name)?.type === 'stamp'
  }

  isTick(name: string): boolean {
    return this.fields.get(name)?.type === 'checkbox'
  }

  stampOf(name: string): string {
    return STAMP.exec(this.fields.get(name)?.label ?? '')?.[0] ?? this.stamp
  }

  /** How many rules a gap has. */
  rows(gap: Extract<Run, {type: 'gap'}>): number {
    const field = this.fields.get(gap.field)
    if (gap.part !== undefined || field?.type !== 'multiline') return gap.rows ?? 1
    return Math.max(gap.rows ?? field.rows ?? 1, AREA_ROWS)
  }
}
