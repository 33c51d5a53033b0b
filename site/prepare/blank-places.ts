/** Where on a drawn blank a field's number stands: at the first of its places. */
import type {Field} from '../../parser/model/index.ts'
import type {Rule, Run} from '../../templates/forms/parts.ts'

/** «М.О.», «МО» at the end of a caption. */
const STAMP = /М ?\.? ?О ?\.?$/u
/** Digits of an IIN or BIN. */
const NUMBER_DIGITS = 12
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

  /** Boxes of a place: one for each digit of the number of a person or an organisation, none for anything else. */
  boxes(name: string): number {
    const field = this.fields.get(name)
    const digits = field?.format === 'iin' || field?.format === 'bin' || field?.format === 'iin-bin'
    return digits && field.type === 'text' ? NUMBER_DIGITS : 0
  }

  stampOf(name: string): string {
    return STAMP.exec(this.fields.get(name)?.label ?? '')?.[0] ?? this.stamp
  }

  /** The rules of a gap, those below its own included. */
  rules(gap: Extract<Run, {type: 'gap'}>): Rule[] {
    const first: Rule = {count: 1, caption: gap.caption}
    const [next, ...rest] = gap.more ?? []
    // without a caption between, they are one place of several lines
    const rules = next && first.caption === null ? [{count: 1 + next.count, caption: next.caption}, ...rest] : [first, ...(gap.more ?? [])]
    const field = this.fields.get(gap.field)
    const missing = Math.max(field?.rows ?? 0, AREA_ROWS) - rules.reduce((sum, {count}) => sum + count, 0)
    const last = rules.at(-1)
    if (gap.part === undefined && field?.type === 'multiline' && last && missing > 0) last.count += missing
    return rules
  }
}
