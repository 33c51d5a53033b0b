import fc from 'fast-check'
import {expect, test} from 'vitest'
import {closeDirections} from '../../templates/direction.ts'

test.each([
  ['left open', '<p>төлем\u202eсіз <b>x</b></p>', '<p>төлем\u202eсіз \u202c<b>x</b></p>'],
  ['several, from the inside out', '<b>\u202eа\u2067б</b>', '<b>\u202eа\u2067б\u2069\u202c</b>'],
  ['closed without being opened', '<b>\u2069\u202eа</b>', '<b>\u2066\u2069\u202eа\u202c</b>'],
  ['closed by what closes more', '<b>\u2067\u202eа\u2069б</b>', '<b>\u2067\u202eа\u2069б</b>'],
  ['in pairs', '<b>\u202eа\u202c \u2066б\u2069</b>', '<b>\u202eа\u202c \u2066б\u2069</b>'],
  ['marks that open nothing', '<b>\u200eа\u200f</b>', '<b>\u200eа\u200f</b>'],
  ['in an attribute', '<a title="\u202eа">б</a>', '<a title="\u202eа">б</a>'],
  [
    'in data and styles',
    '<script type="a">"\u202e"</script><style>\u202e</style>',
    '<script type="a">"\u202e"</script><style>\u202e</style>',
  ],
])('%s', (_, html, expected) => {
  expect(closeDirections(html)).toBe(expected)
})

test('in any text nothing is taken away, and a second time nothing is put in', () => {
  const unit = fc.constantFrom('а', ' ', ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069')
  fc.assert(
    fc.property(fc.string({unit, minLength: 1}), (text) => {
      const once = closeDirections(`<p>${text}</p>`)
      expect(once).toContain(text)
      expect(closeDirections(once)).toBe(once)
    }),
    {seed: 3},
  )
})
