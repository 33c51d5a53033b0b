/** What receipts and slips have to say, read from the standards' own sentences. */
import {expect, test} from 'vitest'
import {receiptDetails, slipDetails} from '../../templates/papers/details.ts'
import {ACCUSATIVE, COMPLAINT_COPY, COMPLAINT_LISTED, COMPLAINT_TOLD, LISTED, ONE_LINE, OTHERS, point, SLIP} from './standards.ts'

const asked = (details: {asked: ReadonlyMap<string, string | null>}): Record<string, string | null> => Object.fromEntries(details.asked)

test('a list in the nominative gives the words as they are; what is sent by the portal is left out', () => {
  const details = receiptDetails([...OTHERS, LISTED])
  expect(details).toMatchObject({point: '14', slip: false})
  expect(asked(details)).toEqual({
    request: 'Сауалдың нөмірі мен қабылданған күні',
    service: 'Сұратылған мемлекеттік қызмет түрі',
    documents: 'Қоса берілген құжаттардың саны мен атаулары',
    handover: 'Құжаттарды беру күні (уақыты) мен орны',
    officer: 'Құжаттарды ресімдеуге өтінішті қабылдаған орталық қызметкерінің тегі, аты, әкесінің аты',
    applicant: 'Мемлекеттік қызмет алушының тегі, аты, әкесінің аты',
    representative: null,
    phone: null,
  })
})

test('a list in the accusative is turned into the nominative', () => {
  expect(asked(receiptDetails([ACCUSATIVE]))).toEqual({
    request: 'Құжаттардың нөмірі мен қабылданған күні',
    service: 'Сұралған мемлекеттік қызмет түрі',
    documents: 'Қоса берілген құжаттардың саны мен атаулары',
    handover: 'Құжаттарды беру күні, уақыты мен орны',
    officer: 'Құжаттарды ресімдеуге өтінішті қабылдаған орталық қызметкерінің тегі, аты, әкесінің аты',
    applicant: 'Тұтынушының тегі, аты, әкесінің аты',
    phone: null,
  })
})

test('several entries on one line are told apart', () => {
  expect(asked(receiptDetails([ONE_LINE]))).toMatchObject({
    request: 'Сауалдың нөмірі және қабылданған күні',
    service: 'Сұрау салынған мемлекеттік қызметтің түрі',
    documents: 'Қоса берілген құжаттардың саны және атауы',
    handover: 'Құжаттарды беру күні (уақыты) және орны',
  })
})

test('a sentence names what is wanted, but is no caption', () => {
  const details = receiptDetails([SLIP])
  expect(details.slip).toBe(true)
  expect(asked(details)).toEqual({officer: null, time: null})
})

test('receipts for other things, and slips for complaints, are none for documents', () => {
  expect(receiptDetails([...OTHERS, COMPLAINT_LISTED, COMPLAINT_TOLD])).toMatchObject({point: null, asked: new Map()})
})

test('a slip for a complaint: lists, sentences, the second copy', () => {
  expect(asked(slipDetails([LISTED, COMPLAINT_LISTED]))).toEqual({
    // the point names the day alone; the number is written all the same
    request: null,
    documents: 'Қоса берілген құжаттардың саны мен атауы (болған жағдайда)',
    answer: 'Жауап беру күні, уақыты мен орны',
    officer: 'Өтінішті қабылдаған уәкілетті орган қызметкерінің тегі, аты және әкесінің аты',
    contact: null,
  })
  expect(slipDetails([COMPLAINT_TOLD])).toMatchObject({
    point: '25',
    notes: ['Шағымның қаралу нәтижесі жөнінде өтініш иесіне пошта арқылы жазбаша түрде хабарланады.'],
  })
  expect(slipDetails([COMPLAINT_COPY]).point).toBe('25')
})

test('no such point: nothing is made up', () => {
  expect(receiptDetails([point('1', 'Осы мемлекеттік қызмет тегін көрсетіледі.')])).toMatchObject({point: null, asked: new Map()})
  expect(slipDetails([])).toMatchObject({point: null, asked: new Map(), notes: []})
})
