/** Notes of amendment: which acts they name. */
import {describe, expect, it, test} from 'vitest'
import {readNote} from '../../parser/structure/note.ts'

const note = (text: string) => readNote({text, lines: [1, 1]} as Parameters<typeof readNote>[0])

describe('the acts of a note', () => {
  it('are all that the note names, each with its own date', () => {
    // Resolution № 2223, point 1
    const text =
      'Ескерту. 1-тармаққа өзгерістер енгізілді - ҚР Үкіметінің 2011.07.22 № 848 (алғаш ресми жарияланған күннен бастап күнтізбелік он күн өткен соң қолданысқа енгізіледі); 29.12.2012 N 1741 (алғашқы ресми жарияланған күнінен бастап күнтізбелік он күн өткен соң қолданысқа енгізіледі); 08.05.2013 N 473 (алғашқы ресми жарияланған күнінен бастап күнтізбелік он күн өткен соң қолданысқа енгізіледі) қаулыларымен.'
    expect(note(text)).toMatchObject({
      date: '2011-07-22',
      number: '848',
      target: '1-тармаққа',
      effect: 'amended',
      acts: [
        {number: '848', date: '2011-07-22'},
        {number: '1741', date: '2012-12-29'},
        {number: '473', date: '2013-05-08'},
      ],
    })
  })

  test.each([
    // Resolution № 76; its number and date say all.
    'Ескерту. 1-тармақ жаңа редакцияда - ҚР Үкіметінің 2012.08.31 № 1131 (алғашқы ресми жарияланған күнінен бастап күнтізбелік он күн өткен соң қолданысқа енгізіледі) Қаулысымен.',
    // A date of its own for the coming into force has no number.
    'Ескерту. 1-тармақ жаңа редакцияда - ҚР Үкіметінің 2012.08.31 № 1131 (2013.01.01 бастап қолданысқа енгізіледі) Қаулысымен.',
    // One act twice
    'Ескерту. 1-тармақ өзгерді - ҚР Үкіметінің 2012.08.31 № 1131, 2012.08.31 № 1131 Қаулысымен.',
  ])('are not said apart where there is one: %s', (text) => {
    expect(note(text)).toMatchObject({number: '1131', date: '2012-08-31'})
    expect(note(text)).not.toHaveProperty('acts')
  })
})
