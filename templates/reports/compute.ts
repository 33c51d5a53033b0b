/**
 * Shares, deviations and what is met.
 *
 * A share is 100 × numerator ÷ denominator, rounded half up to two decimals. Everything after it — deviations, whether a norm is met —
 * is worked out from the rounded share, so that a reader comes to the same result from what is printed.
 */
import type {ReportRow} from './indicators.ts'
import {editionOf, reportRows, type ReportContext} from './indicators.ts'
import {TEMPLATE_VERSION, type FilledReport, type ReportData, type ReportResult, type ReportValue} from './model.ts'

/** 100 × numerator ÷ denominator, rounded half up to two decimals; exact for any whole numbers. `denominator` is at least 1. */
export function shareOf(numerator: number, denominator: number): number {
  const [n, d] = [BigInt(numerator), BigInt(denominator)]
  return Number((20000n * n + d) / (2n * d)) / 100
}

/** Rounds a number half up to two decimals by its decimal digits: 1.005 → 1.01. */
export function roundPercent(value: number): number {
  const text = String(value)
  // a number so small that it is written with an exponent
  if (text.includes('e')) return Math.round(value * 100) / 100
  return Number(`${String(Math.round(Number(`${text}e2`)))}e-2`)
}

/** Difference of two percentages that have two decimals at most. */
export const difference = (a: number, b: number): number => (Math.round(a * 100) - Math.round(b * 100)) / 100

/** A report with nothing filled in but what the act prints. */
export function emptyReport(context: ReportContext, year: number | null = null): ReportData {
  const {annex, standard} = context
  return {
    template: TEMPLATE_VERSION,
    standard: standard.id,
    annex: annex.id,
    edition: editionOf(context),
    year,
    office: '',
    region: '',
    filledBy: '',
    date: '',
    values: reportRows(annex).map(({key, printedNorm, printedTarget}) => ({
      code: key,
      numerator: null,
      denominator: null,
      percent: null,
      norm: printedNorm,
      target: printedTarget,
    })),
  }
}

/** What follows from the values of one indicator. */
export function resultOf(row: ReportRow, value: ReportValue): ReportResult {
  const {numerator, denominator, norm, target} = value
  const counted = numerator !== null && denominator !== null
  const percent = counted ? shareOf(numerator, denominator) : value.percent === null ? null : roundPercent(value.percent)
  const deviation = (limit: number | null): number | null =>
    percent === null || limit === null ? null : difference(percent, roundPercent(limit))
  const met = (limit: number | null): boolean | null => {
    const by = deviation(limit)
    return by === null ? null : row.better === 'more' ? by >= 0 : by <= 0
  }
  return {
    ...value,
    percent,
    group: row.group,
    label: row.label,
    basis: percent === null ? null : counted ? 'counts' : 'percent',
    better: row.better,
    normDeviation: deviation(norm),
    targetDeviation: deviation(target),
    normMet: met(norm),
    targetMet: met(target),
  }
}

/** A report with shares, deviations and what is met. Values of codes that the annex doesn't have are left out. */
export function evaluate(context: ReportContext, report: ReportData): FilledReport {
  const given = new Map(report.values.map((value) => [value.code, value]))
  const empty = new Map(emptyReport(context).values.map((value) => [value.code, value]))
  return {
    ...report,
    title: context.standard.title,
    values: reportRows(context.annex).flatMap((row) => {
      const value = given.get(row.key) ?? empty.get(row.key)
      return value ? [resultOf(row, value)] : []
    }),
  }
}

/** «96,5»: as numbers are written in Kazakh. */
export const decimal = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','))

/** «+1,5», «−0,25», «0» */
export const signed = (value: number | null): string =>
  value === null ? '' : value === 0 ? '0' : `${value > 0 ? '+' : '−'}${decimal(Math.abs(value))}`
