/** The printed sheet of a standard: one page of A4. */
import type {Standard} from '../../parser/model/index.ts'
import {documentOptions} from './document-options.ts'

/** Lines of text beside which head, rules and foot of the sheet fit at each size of print. */
const FITS = {usual: 30, close: 37, closest: 45.5}

/** Letters in a line of the sheet, by column. */
const LETTERS = {title: 52, document: 88, remark: 120, answer: 66}

export type SheetDensity = 'usual' | 'close' | 'closest' | 'columns'

/** How closely the sheet has to be set, in the end with the documents in two columns: documents are never cut, so they decide most. */
export function sheetDensity({title, facts, annexes}: Pick<Standard, 'title' | 'facts' | 'annexes'>): SheetDensity {
  const lists = documentOptions(facts).map(({remarks, cases}) => {
    const [first] = cases
    return (
      // a rule and its gaps are as high as half a line
      sum((first?.documents ?? []).map(({text}) => lines(text, LETTERS.document) + 0.5)) +
      sum(remarks.map(({text}) => Math.min(3, lines(text, LETTERS.remark)))) +
      (first?.case ? lines(first.case, LETTERS.document) + 0.5 : 0)
    )
  })
  const answers = [facts.recipients, facts.fee && '…', facts.result[0], facts.phones.length > 0 ? '…' : null]
  const height =
    1.7 * Math.min(4, lines(title, LETTERS.title)) +
    Math.max(0, ...lists) +
    sum(answers.map((text) => (text ? Math.min(2, lines(text, LETTERS.answer)) + 0.4 : 0))) +
    Math.min(3, facts.deadlines.length) +
    1.5 * Math.min(3, new Set(facts.hours.map(({channel}) => channel)).size) +
    2.4 * annexes.filter(({kind}) => kind === 'offices').length +
    1.6 * Math.min(3, facts.complaint.length)
  if (height <= FITS.usual) return 'usual'
  if (height <= FITS.close) return 'close'
  return height <= FITS.closest ? 'closest' : 'columns'
}

function lines(text: string, letters: number): number {
  return Math.ceil(text.length / letters)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
