/** What may be written into a form, in Node and in a viewer. */
import vm from 'node:vm'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {checkBin, checkFormat, checkIin, checkValues, FormValueError, isDay, renderForm} from '../../templates/forms/index.ts'
import {checkScript, type Check} from '../../templates/pdf/validation.ts'
import {annex, context, date, field, gap, text} from './blanks.ts'
import {assets} from './every-form.ts'

/** The official rule, written out: weights 1-11, then 3-11, 1, 2. */
function withCheckDigit(eleven: string): string | null {
  for (const weights of [
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2],
  ]) {
    const rest = weights.reduce((sum, weight, i) => sum + weight * Number(eleven[i]), 0) % 11
    if (rest < 10) return `${eleven}${rest}`
  }
  return null
}

test('numbers of persons: twelve digits, a birthday, the check digit', () => {
  const right = withCheckDigit('85010130012') ?? ''
  expect(checkIin(right)).toBeNull()
  expect(checkIin(`${right.slice(0, 6)} ${right.slice(6)}`)).toBeNull()
  expect(checkIin(right.slice(0, 11))).toBe('digits')
  expect(checkIin(`${right}0`)).toBe('digits')
  expect(checkIin('85010130012А')).toBe('digits')
  expect(checkIin(withCheckDigit('85023030012') ?? '')).toBe('birth-date')
  expect(checkIin(withCheckDigit('85010190012') ?? '')).toBe('birth-date')
  expect(checkIin(`${right.slice(0, 11)}${(Number(right[11]) + 1) % 10}`)).toBe('check-digit')
  // 29 February: in 2000, not in 1900
  expect(checkIin(withCheckDigit('00022950012') ?? '')).toBeNull()
  expect(checkIin(withCheckDigit('00022910012') ?? '')).toBe('birth-date')
})

test('numbers of organisations: twelve digits, a month, the check digit', () => {
  const right = withCheckDigit('09044000012') ?? ''
  expect(checkBin(right)).toBeNull()
  expect(checkBin(withCheckDigit('09134000012') ?? '')).toBe('month')
  expect(checkBin(`${right.slice(0, 11)}${(Number(right[11]) + 5) % 10}`)).toBe('check-digit')
  expect(checkFormat(right, 'iin-bin')).toBeNull()
  expect(checkFormat(withCheckDigit('85010130012') ?? '', 'iin-bin')).toBeNull()
})

test('a number for which both sums give ten does not exist', () => {
  const without = [...Array(100_000).keys()]
    .map((n) => `850101${String(30000 + n).padStart(5, '0')}`)
    .find((eleven) => withCheckDigit(eleven) === null)
  expect(without).toBeDefined()
  for (let digit = 0; digit < 10; digit++) expect(checkIin(`${without ?? ''}${digit}`)).not.toBeNull()
})

test('days that are and days that are not', () => {
  expect([isDay(2012, 2, 29), isDay(2013, 2, 29), isDay(2013, 2, 31), isDay(2013, 4, 31), isDay(2013, 12, 31), isDay(2013, 13, 1)]).toEqual(
    [true, false, false, false, true, false],
  )
})

const MESSAGES = {date: 'күн', number: 'нөмір', phone: 'телефон', email: 'пошта'}

/** Runs a check as a viewer does: true where the value may stay. */
function accepts(check: Check, value: string, name = 'field', others: Record<string, string> = {}): boolean {
  const alerts: string[] = []
  const event = {value, rc: true, target: {name}}
  const sandbox = vm.createContext({
    event,
    app: {alert: (message: string) => alerts.push(message)},
    getField: (of: string) => (Object.hasOwn(others, of) ? {value: others[of]} : null),
  })
  vm.runInContext(checkScript(check, MESSAGES), sandbox)
  expect(alerts.length).toBe(event.rc ? 0 : 1)
  return event.rc
}

test('the viewer and the command line judge numbers alike', () => {
  const digits = fc.array(fc.integer({min: 0, max: 9}), {minLength: 11, maxLength: 11}).map((list) => list.join(''))
  const born = fc
    .record({
      year: fc.integer({min: 0, max: 99}),
      month: fc.integer({min: 0, max: 13}),
      day: fc.integer({min: 0, max: 32}),
      rest: fc.integer({min: 0, max: 99_999}),
    })
    .map(({year, month, day, rest}) => [year, month, day].map((n) => String(n).padStart(2, '0')).join('') + String(rest).padStart(5, '0'))
  const numbers = fc.oneof(digits, born).map((eleven) => withCheckDigit(eleven) ?? `${eleven}7`)
  fc.assert(
    fc.property(fc.oneof(numbers, fc.string({maxLength: 14})), (value) => {
      if (value.trim() === '') return
      for (const check of ['iin', 'bin', 'iin-bin'] as const)
        expect(accepts(check, value), `${check} ${value}`).toBe(checkFormat(value, check) === null)
    }),
    {numRuns: 400},
  )
})

test('the viewer refuses days that are not, whole or in parts', () => {
  expect(accepts('date', '31.02.2013')).toBe(false)
  expect(accepts('date', '2013-02-31')).toBe(false)
  expect(accepts('date', '29.02.2012')).toBe(true)
  expect(accepts('date', '2012 жылғы 9 қазан')).toBe(true)
  expect(accepts('date', '')).toBe(true)
  expect([accepts('iin', '-'), accepts('iin', ''), accepts('iin', ' ')]).toEqual([false, true, true])
  const february = {'d-day': '', 'd-month': 'ақпан', 'd-year': '13'}
  expect(accepts('date-part', '31', 'd-day', february)).toBe(false)
  expect(accepts('date-part', '28', 'd-day', february)).toBe(true)
  expect(accepts('date-part', '29', 'd-day', {...february, 'd-year': '12'})).toBe(true)
  expect(accepts('date-part', 'сәуір', 'd-month', {'d-day': '31', 'd-month': '', 'd-year': ''})).toBe(false)
  expect(accepts('date-part', '13', 'd-month', {'d-day': '', 'd-month': '', 'd-year': ''})).toBe(false)
  expect(accepts('date-part', '32', 'd-day')).toBe(false)
  expect(accepts('date-part', '13', 'd-year', {'d-day': '29', 'd-month': 'ақпан', 'd-year': ''})).toBe(false)
  // «қазан» and «қараша» begin alike
  expect(accepts('date-part', 'қазан', 'd-month', {'d-day': '31', 'd-year': ''})).toBe(true)
  expect(accepts('date-part', 'қараша', 'd-month', {'d-day': '31', 'd-year': ''})).toBe(false)
  // a second place of the same date
  expect(accepts('date-part', '31', 'd-day-2', {'d-month-2': 'ақпан', 'd-year-2': ''})).toBe(false)
})

test('telephones and addresses of mail', () => {
  for (const phone of ['8 (7172) 74-02-62', '+7 701 123 45 67', '8(7172)57-07-82 ішкі 106']) {
    expect(checkFormat(phone, 'phone'), phone).toBeNull()
    expect(accepts('phone', phone)).toBe(true)
  }
  for (const phone of ['жоқ', '12']) {
    expect(checkFormat(phone, 'phone'), phone).toBe('phone')
    expect(accepts('phone', phone)).toBe(false)
  }
  for (const [mail, right] of [
    ['aty@mysal.kz', true],
    ['aty@mysal', false],
    ['aty mysal.kz', false],
    ['a@b@c.kz', false],
  ] as const) {
    expect(checkFormat(mail, 'email') === null, mail).toBe(right)
    expect(accepts('email', mail)).toBe(right)
  }
})

const BLANK = annex(
  1,
  'form',
  'Өтініш',
  [
    field('full-name', 'тегі, аты, әкесінің аты'),
    field('iin', 'ЖСН', 'text', {format: 'iin'}),
    field('birth-date', 'туған күні', 'date'),
    field('date', '20__ ж. «__» _____', 'date'),
    field('choice', 'керегі сызылсын', 'checkbox', {options: ['беру', 'ауыстыру']}),
    field('goods', 'Тауарлар', 'table', {columns: ['№', 'Атауы'], rows: 2}),
    field('signature', 'қолы', 'signature'),
  ],
  [
    {type: 'item', marker: '1.', content: [gap('full-name', 67, '(тегі, аты, әкесінің аты)')]},
    {type: 'paragraph', indent: false, content: [text('ЖСН '), gap('iin', 60)]},
    {type: 'item', marker: '2.', content: [gap('birth-date', 67, '(туған күні)')]},
    {
      type: 'table',
      field: 'goods',
      columns: ['№', 'Атауы'],
      numbers: false,
      rows: [
        ['1.', ''],
        ['2.', ''],
      ],
    },
    {type: 'signature', content: [...date('date'), text('  '), gap('signature', 18, '(қолы)')]},
  ],
)

const rules = (values: Parameters<typeof checkValues>[1]): string[] =>
  checkValues(BLANK, values).map(({field: name, rule}) => `${name}: ${rule}`)

test('values are checked before a form is made: unknown names, types, days, numbers, options, letters', () => {
  expect(
    rules({
      'full-name': 'Әлия Ғабитқызы',
      iin: withCheckDigit('85010130012') ?? '',
      date: '09.10.2012',
      choice: 'беру',
      goods: [['1.', 'сорғы']],
    }),
  ).toEqual([])
  expect(checkValues(BLANK, {'full-nam': 'Әлия'})).toMatchObject([{rule: 'unknown-field', suggestions: ['full-name']}])
  expect(checkValues(BLANK, {fullname: 'Әлия'})[0]?.suggestions).toContain('full-name')
  expect(checkValues(BLANK, {'мүлде басқа': 'Әлия'})).toMatchObject([{rule: 'unknown-field', suggestions: []}])
  expect(rules({iin: '850101300120'})).toEqual(['iin: number'])
  expect(rules({'birth-date': '31.02.2013'})).toEqual(['birth-date: date'])
  expect(rules({'birth-date': '31 ақпан 2013 жыл'})).toEqual(['birth-date: date'])
  expect(rules({'birth-date': '1990 жыл'})).toEqual([])
  expect(rules({date: '1990 жыл'})).toEqual(['date: date'])
  expect(rules({'date-day': '09'})).toEqual([])
  expect(rules({choice: 'жою'})).toEqual(['choice: option'])
  expect(rules({choice: true})).toEqual(['choice: option'])
  expect(rules({signature: 'қол'})).toEqual(['signature: wrong-type'])
  expect(rules({'full-name': true})).toEqual(['full-name: wrong-type'])
  expect(rules({goods: 'сорғы'})).toEqual(['goods: wrong-type'])
  expect(rules({goods: [['1.', 'а', 'б']]})).toEqual(['goods: columns'])
  expect(rules({'full-name': ''})).toEqual([])
})

test('what cannot be printed is named', () => {
  for (const [value, code] of [
    ['Әли\u0007я', 'U+0007'],
    ['Әлия\u202eкеңес', 'U+202E'],
    ['Ә\u200bлия', 'U+200B'],
    ['Әлия \ud83d', 'U+D83D'],
    ['Әлия 😀', 'U+1F600'],
    ['علي', 'U+0639'],
  ] as const)
    expect(checkValues(BLANK, {'full-name': value}), value).toMatchObject([{rule: 'character', detail: code}])
  expect(rules({goods: [['1.', 'сор\u0000ғы']]})).toEqual(['goods: character'])
  // decomposed letters are composed before they are judged
  expect(rules({'full-name': 'Айсулу Й'.normalize('NFD')})).toEqual([])
  expect(checkValues(BLANK, {'full-name': 'Łódź'}, {has: () => true})).toEqual([])
})

test('twenty thousand letters are refused by the check, and still give a sound file', async () => {
  const value = 'әңгіме '.repeat(2860)
  expect(rules({'full-name': value})).toEqual(['full-name: too-long'])
  const bytes = await renderForm(context(BLANK), {assets, values: {'full-name': value}})
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/%%EOF\n$/u)
})

test('a value that does not fit its place is refused by name, never cut off', async () => {
  const attempt = renderForm(context(BLANK), {
    assets,
    values: {
      'date-day':
        'жиырма тоғызыншы күні таңертең ерте, күн шықпай тұрып, бәрі ұйықтап жатқанда, ауыл сыртында, өзен жағасында, ескі көпірдің қасында болған оқиға',
    },
  })
  await expect(attempt).rejects.toBeInstanceOf(FormValueError)
  await expect(renderForm(context(BLANK), {assets, values: {iin: '8501013001234'}})).rejects.toMatchObject({
    problems: [{field: 'iin', value: '8501013001234', rule: 'too-long'}],
  })
  await expect(renderForm(context(BLANK), {assets, values: {goods: [['1.', 'ұңғыма сорғысы '.repeat(2000)]]}})).rejects.toMatchObject({
    problems: [{field: 'goods', rule: 'too-long'}],
  })
})
