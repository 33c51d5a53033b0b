/** Lines are cut from the sources; the words that decide are learned from other sentences of theirs. */
import {describe, expect, it} from 'vitest'
import {despace} from '../../parser/repair/letter-spacing.ts'
import {wordTest} from '../../parser/repair/words.ts'
import {learnVocabulary} from '../../parser/language/vocabulary.ts'

const vocabulary = learnVocabulary([
  'Қазақстан Республикасы Үкіметінің қаулысымен бекітілген мемлекеттік қызмет стандарты',
  'негізінде күн сайын жүзеге асырылады және мемлекеттік қызметті алушыға көрсетіледі',
  'құжаттарды қабылдаған күні мен нөмірі; бөлімдер бітірген азаматтар',
  'телефонынан алуға болады. сыпайылық интернет-ресурсында орналасады',
  'уәкілетті органға жүгінген кезде мерзімдері он бес жұмыс күні',
  '2009 жылғы 29 желтоқсандағы тармақшаларына',
  'call орталықта орналасады; Әкімшілік ғимараты, кіреберіс; құжат нысанындағы сұрауы к-сі үй үй үй',
])
const words = wordTest(vocabulary)

describe('letter-spacing', () => {
  it.each([
    // PDF text: all letters apart, two blanks between words
    ['м е м л е к е т т і к  қ ы з м е т', 'мемлекеттік қызмет'],
    ['№  2 2 2 3  қ а у л ы с ы м е н      ', '№ 2223 қаулысымен'],
    ['      1 .  Қ о с а  б е р і л і п', '      1. Қоса беріліп'],
    // PDF text: apart at some letters only; the wide gaps stay, a word may be torn out there
    ['нег і з інде  күн  сайын жүзеге  асырылады', 'негізінде  күн  сайын жүзеге  асырылады'],
    ['құжаттарды қабылдаған  күн і  мен  нөмір і ;', 'құжаттарды қабылдаған  күні  мен  нөмірі;'],
    ['2)  бөлімдер ін бітірген  азаматтар', '2)  бөлімдерін бітірген  азаматтар'],
    ['www.con .gov .kz  интернет-ресурсында', 'www.con.gov.kz  интернет-ресурсында'],
    // compounds of known words; words behind a number
    ['      6)  ca l l–орталықта:  (1414)  орналасады.', '      6)  call–орталықта:  (1414)  орналасады.'],
    ['үйі»  Әкі мшілік  ғимараты,  6-к іребері с  және', 'үйі»  Әкімшілік  ғимараты,  6-кіреберіс  және'],
    // Markdown: one blank between letters and words alike
    ['Қ а з а қ с т а н Р е с п у б л и к а с ы', 'Қазақстан Республикасы'],
    ['(1414) телефонынан а л у ғ а б о л а д ы .', '(1414) телефонынан алуға болады.'],
    [' 2 0 0 9 ж ы л ғ ы 2 9 ж е л т о қ с а н д а ғ ы', ' 2009 жылғы 29 желтоқсандағы'],
    ['- 3) с ы п а й ы л ы қ ;', '- 3) сыпайылық;'],
    ['электрондық құжат ны с а н ы н д а ғ ы с ұ р а у ы ;', 'электрондық құжат нысанындағы сұрауы;'],
    ['Попович к - с і, 1 1 6 а - ү й', 'Попович к-сі, 116а-үй'],
  ])('«%s»', (line, expected) => {
    expect(despace(line, words)?.value).toBe(expected)
  })

  it.each([
    'Қабанбай батыр даңғылы, 32/1, «Транспорт Тауэр» ғимараты, 1-қабат',
    'Көкшетау қаласы, Әуезов көшесі, 189 а',
    'телефондары осы стандартқа  және  көрсетілген.1 2-қосымшаларда',
    'I және II топтағы мүгедектер',
    'Атырау облысы, Мақат қ., № 1 орталық алаң',
    '      2) кезекте күту мерзімі – осы стандарттың  айқындалған 11-тармағында',
    '      20 ___ ж. «_____» _____________       __________________',
    'Көкшетау қаласы, Абылай хан көшесі, 74 а',
  ])('leaves ordinary text alone: «%s»', (line) => {
    expect(despace(line, words)).toBeNull()
  })

  it('keeps the blank before a mark where a word may be torn out', () => {
    expect(despace('жүргізу қағидаларының , , , ,  54 63 64 68 88-тармақтарына', words)).toBeNull()
    expect(despace('2000 жылғы Заңының ,  сәйкес Қазақстан 9-1 15-2-баптарына', words)).toBeNull()
  })

  it('takes letters with single blanks for one word where two blanks part words', () => {
    expect(despace('н е г і з д е л е д і .', words, true, true)).toEqual({value: 'негізделеді.', doubtful: false})
    expect(despace('Қ а з а қ с т а н Р е с п у б л и к а с ы', words, true, true)?.value).toBe('Қазақстан Республикасы')
    expect(despace('h t t p : / / w w w . c o n . g o v . k z .', words, true, true)?.value).toBe('http://www.con.gov.kz.')
  })

  it('says so where the letters read as one word and as two', () => {
    const both = wordTest(learnVocabulary(['қолжетімділік көрсеткіші', 'қол жетімділік көрсеткіші']))
    expect(despace('3. қ о л ж е т і м д і л і к', both)).toEqual({value: '3. қолжетімділік', doubtful: true})
  })

  it('says so where no known word confirms the join', () => {
    expect(despace('негізінде  қырмыз ы  күн сайын', words)).toMatchObject({value: 'негізінде  қырмызы  күн сайын', doubtful: true})
  })
})
