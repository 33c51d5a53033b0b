/** Instructions as they stand in the amending acts among the sources. */
import {describe, expect, it} from 'vitest'
import {readAmendments} from '../../parser/structure/amendment.ts'
import type {Paragraph} from '../../parser/structure/paragraphs.ts'

function read(...texts: string[]) {
  const paragraphs = texts.map((text, index): Paragraph => ({text, lines: [index + 1, index + 1], indent: 'indented', table: false}))
  const inForce: Paragraph = {
    text: '2. Осы қаулы алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.',
    lines: [99, 99],
    indent: 'indented',
    table: false,
  }
  return readAmendments([paragraphs, [inForce]], '2012-1059')
}

const opening =
  '1. «Мемлекеттік қызметтердің стандарттарын бекіту туралы» Қазақстан Республикасы Үкіметінің 2011 жылғы 7 сәуірдегі № 393 қаулысында (Қазақстан Республикасының ПҮАЖ-ы, 2011 ж., № 31, 389-құжат):'

describe('amending instructions', () => {
  it('takes the act that is amended from outside the quotation marks', () => {
    const [amendment] = read(
      '1. «Қазақстан Республикасы Үкіметінің 2007 жылғы 30 маусымдағы № 561 қаулысына өзгеріс енгізу туралы» Қазақстан Республикасы Үкіметінің 2009 жылғы 30 желтоқсандағы № 2315 қаулысына мынадай өзгерістер енгізілсін:',
      'тақырыбы мынадай редакцияда жазылсын:',
      '«Ақпарат және мұрағат ісі саласындағы мемлекеттік қызмет стандарттарын бекіту туралы»;',
    )
    expect(amendment).toMatchObject({
      action: 'restate',
      target: {resolution: {number: '2315', date: '2009-12-30'}, place: 'тақырыбы'},
      text: 'Ақпарат және мұрағат ісі саласындағы мемлекеттік қызмет стандарттарын бекіту туралы',
      inForce: {rule: 'ten-calendar-days-after-publication'},
      lines: [2, 3],
    })
  })

  it('replaces words in an item of a point named by the line before', () => {
    const amendments = read(
      opening,
      '2) 1-тармақта:',
      '7) тармақшадағы «стандарты бекітілсін.» деген сөздер «стандарты;» деген сөзбен ауыстырылсын;',
    )
    expect(amendments).toMatchObject([
      {
        item: '1.2)',
        action: 'replace-words',
        words: {old: 'стандарты бекітілсін.', new: 'стандарты;'},
        target: {place: '1-тармақта, 7) тармақшадағы'},
      },
    ])
  })

  it('takes all quoted paragraphs of an insertion, quotation marks inside and all', () => {
    const amendments = read(
      opening,
      '2) 1-тармақта:',
      'мынадай мазмұндағы 8), 9) тармақшалармен толықтырылсын:',
      '«8) «Әлеуметтік жеке код беру (телнұсқа беру)» мемлекеттік қызмет стандарты;',
      '9) «Жерлеуге біржолғы төлем тағайындау» мемлекеттік қызмет стандарты бекітілсін.»;',
      '3) көрсетілген қаулымен бекітілген «Мемлекеттік базалық зейнетақы төлемін тағайындау» мемлекеттік қызмет стандарты осы қаулының 1-қосымшасына сәйкес жаңа редакцияда жазылсын;',
    )
    expect(amendments).toMatchObject([
      {
        action: 'insert',
        text: '8) «Әлеуметтік жеке код беру (телнұсқа беру)» мемлекеттік қызмет стандарты;\n9) «Жерлеуге біржолғы төлем тағайындау» мемлекеттік қызмет стандарты бекітілсін.',
        target: {place: '1-тармақта, 8), 9) тармақшалар'},
      },
      {item: '1.3)', action: 'restate-standard', target: {standard: 'Мемлекеттік базалық зейнетақы төлемін тағайындау'}},
    ])
  })

  it('adds rows to a section of a table of an annex', () => {
    const amendments = read(
      opening,
      '3) көрсетілген қаулымен бекітілген «Жұмыссыз азаматтарды тiркеу және есепке қою» мемлекеттік қызмет стандартында:',
      'көрсетілген стандарттың 1-қосымшасында:',
      '«Ақтөбе облысының жұмыспен қамту бөлімдері» деген бөлімде:',
      'мынадай мазмұндағы реттік нөмірі 13-жолмен толықтырылсын:',
      '«13 Ақтөбе қ. жұмыспен қамту бөлімі 030000, Ақтөбе қ., Ағайынды Жұбановтар көшесі, 289 А»;',
    )
    expect(amendments).toMatchObject([
      {
        action: 'insert-row',
        target: {
          standard: 'Жұмыссыз азаматтарды тіркеу және есепке қою',
          place: 'көрсетілген стандарттың 1-қосымшасында, «Ақтөбе облысының жұмыспен қамту бөлімдері» деген бөлімде, реттік нөмірі 13-жол',
        },
      },
    ])
  })

  it('takes formulas inside a quotation for text', () => {
    const amendments = read(opening, '1) 3-тармақ мынадай редакцияда жазылсын:', '«3. 2-тармақ алып тасталсын деген сөздер ауыстырылсын.»;')
    expect(amendments).toHaveLength(1)
    expect(amendments[0]).toMatchObject({
      action: 'restate',
      target: {place: '3-тармақ'},
      text: '3. 2-тармақ алып тасталсын деген сөздер ауыстырылсын.',
    })
  })

  it('finds none in an act that amends nothing', () => {
    expect(read('1. Қоса беріліп отырған стандарт бекітілсін.')).toEqual([])
  })
})

it.each([
  '1) алынып тасталды - ҚР Үкіметінің 08.05.2013 № 473 қаулысымен (қолданысқа енгізіледі);',
  'Күші жойылды - ҚР Үкіметінің 18.09.2013 № 983 қаулысымен (алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі).',
])('what was done to this act is no instruction: %s', (text) => {
  expect(read('1. Қоса беріліп отырған:', text)).toEqual([])
})
