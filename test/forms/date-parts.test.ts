/** Dates that a blank prints in pieces: nothing of the value is lost, and nothing contradicts what is printed. */
import {expect, test} from 'vitest'
import {checkedAnnex} from '../../site/prepare/check-fields.ts'
import {checkValues, FormValueError, layoutForm} from '../../templates/forms/index.ts'
import {datePart} from '../../templates/forms/parts.ts'
import {annex, context, date, field, gap, text} from '../pdf/blanks.ts'
import {assets, everyForm, fieldMarks} from '../pdf/every-form.ts'
import type {FormValues} from '../../templates/forms/index.ts'
import type {Annex} from '../../parser/model/index.ts'

/**
 * sources/2012-1059.pdf.txt, the annex of the seventh standard:
 *
 *     Туған күні «__» ________ 19__ ж.
 *     Толтырған күні «___» _______ ж.
 */
const BLANK = annex(
  2,
  'form',
  'Сауалнама',
  [
    field('birth-date', 'Туған күні «__» ________ 19__ ж.', 'date'),
    field('date', 'Толтырған күні «___» _______ ж.', 'date'),
    field('valid', '20__ жылғы «__» _____', 'date'),
    field('decade', '201__ ж. «__» _____', 'date'),
    field('quarter', '20__ жылғы __ тоқсанда'),
  ],
  [
    {
      type: 'paragraph',
      indent: false,
      content: [
        text('Туған күні «'),
        gap('birth-date', 2, null, 'day'),
        text('» '),
        gap('birth-date', 8, null, 'month'),
        text(' 19'),
        gap('birth-date', 2, null, 'year'),
        text(' ж.'),
      ],
    },
    {
      type: 'paragraph',
      indent: false,
      content: [text('Толтырған күні «'), gap('date', 3, null, 'day'), text('» '), gap('date', 7, null, 'month'), text(' ж.')],
    },
    {type: 'paragraph', indent: false, content: date('valid', 'жылғы')},
    {type: 'paragraph', indent: false, content: [text('201'), ...date('decade').slice(1)]},
    {
      type: 'paragraph',
      indent: false,
      content: [text('Маған 20'), gap('quarter', 3, null, 'year'), text(' жылғы '), gap('quarter', 4, null, 'quarter'), text(' тоқсанда')],
    },
  ],
)

async function written(blank: Annex, values: FormValues): Promise<Record<string, unknown>> {
  const sheets = await layoutForm(context(blank), {assets, values})
  const marks = sheets.flatMap((sheet) => fieldMarks(sheet.elements))
  return Object.fromEntries(marks.filter(({value}) => value !== '').map(({name, value}) => [name, value]))
}

test('where the blank has no gap for the year, the month and the year share one', async () => {
  expect(checkValues(BLANK, {date: '05.11.2012'})).toEqual([])
  expect(await written(BLANK, {date: '05.11.2012'})).toEqual({'date-day': '05', 'date-month': 'қараша 2012'})
  expect(datePart('05.11.2012', 'month', '» ', false)).toBe('қараша 2012')
  expect(datePart('05.11.2012', 'month', '» ')).toBe('қараша')
})

test('no date of any blank loses its year', async () => {
  const partial = (await everyForm()).filter(({annex: {layout = []}}) => JSON.stringify(layout).includes('"part":"month"'))
  expect(partial.length).toBeGreaterThan(5)
  for (const form of partial) {
    for (const {name} of (form.annex.fields ?? []).filter(({type}) => type === 'date')) {
      const values = [{[name]: '05.11.2012'}, {[name]: '05.11.1987'}].find((one) => checkValues(form.annex, one).length === 0) ?? {}
      expect(Object.keys(values), `${form.annex.id} ${name}`).toEqual([name])
      const sheets = await layoutForm(form, {assets, values})
      const texts = sheets.flatMap((sheet) => fieldMarks(sheet.elements)).map(({value}) => String(value))
      expect(texts.join(' '), `${form.annex.id} ${name}`).toMatch(values[name]?.endsWith('2012') ? /(?:20)?12/u : /(?:19)?87/u)
    }
  }
})

test('a date with no place for month or year is refused', () => {
  const day: Annex = {
    ...BLANK,
    layout: [{type: 'paragraph', indent: false, content: [text('«'), gap('date', 3, null, 'day'), text('» күні')]}],
  }
  expect(checkValues(day, {date: '05.11.2012'})).toMatchObject([{field: 'date', rule: 'date'}])
})

test('a year of another century than the blank prints is refused by name', async () => {
  const wrong: [FormValues, string][] = [
    [{'birth-date': '05.11.2005'}, '19'],
    [{'birth-date-year': '2005'}, '19'],
    [{valid: '1999-12-31'}, '20'],
    [{decade: '05.11.2009'}, '201'],
    [{'quarter-year': '1999'}, '20'],
  ]
  for (const [values, printed] of wrong) {
    const [name = ''] = Object.keys(values)
    const problem = {field: name, rule: 'century', detail: printed}
    expect(checkValues(BLANK, values)).toMatchObject([problem])
    expect(checkValues(BLANK, values)[0]?.message).toContain(`«${printed}»`)
    // the page of the form knows as much
    expect(checkValues(checkedAnnex(BLANK), values)).toEqual(checkValues(BLANK, values))
    await expect(layoutForm(context(BLANK), {assets, values})).rejects.toBeInstanceOf(FormValueError)
    await expect(layoutForm(context(BLANK), {assets, values})).rejects.toMatchObject({problems: [problem]})
  }
})

test('a year of the printed century is written without its first digits', async () => {
  const values = {'birth-date': '05.11.1987', valid: '09.10.2012', decade: '09.10.2012', 'quarter-year': '2012', 'quarter-quarter': '3'}
  expect(checkValues(BLANK, values)).toEqual([])
  expect(await written(BLANK, values)).toMatchObject({
    'birth-date-year': '87',
    'valid-year': '12',
    'decade-year': '2',
    'quarter-year': '12',
    'quarter-quarter': '3',
  })
})
