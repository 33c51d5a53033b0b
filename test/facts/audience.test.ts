import {describe, expect, it} from 'vitest'
import {readAudience} from '../../parser/facts/audience.ts'
import {readFacts} from '../../parser/facts/index.ts'
import type {Point} from '../../parser/model/index.ts'

const point = (text: string): Point => ({number: '1', text, lines: [1, 1], items: []})

describe('who needs a service', () => {
  it.each([
    ['Бала тууға және бала күтімі бойынша жәрдемақылар тағайындау', 'families'],
    [
      'Мүгедек баланы тәрбиелеуші анасына немесе әкесіне, бала асырап алушыға, қамқоршысына (қорғаншысына) жәрдемақы тағайындау',
      'families',
    ],
    ['Мемлекеттік базалық зейнетақы төлемін тағайындау', 'pensioners'],
    ['Мүгедектікті және/немесе еңбек ету қабілетінен айрылу дәрежесін белгілеу', 'disabled'],
    ['Мемлекеттiк тұрғын үй қорынан тұрғын үйге мұқтаж азаматтарды есепке қою', 'housing'],
    ['Запастағы офицерлерге әскери билеттер (әскери билеттердің орнына уақытша куәліктер) беру', 'military'],
    ['Адамдарға жұмыспен қамтуға жәрдемдесудің белсенді нысандарына қатысуға жолдама беру', 'support'],
    ['Бұқаралық ақпарат құралдарын есепке қою', 'organisations'],
    ['Мұрағаттық анықтамалар беру', 'papers'],
    // acts that are not among the sources
    ['Мектепке дейінгі балалар ұйымдарына жіберу үшін мектеп жасына дейінгі балаларды кезекке қою', 'families'],
    ['Жоғары оқу орындарының студенттеріне жатақхана беру', 'students'],
    ['Жүргізуші куәліктерін беру', 'drivers'],
    ['Дәрігерді үйге шақыру', 'patients'],
    ['Асыл тұқымды мал шаруашылығын субсидиялау', 'farmers'],
  ])('%s', (title, audience) => expect(readAudience(title, null, [])).toBe(audience))

  it('is told by the recipients where the title does not, then by the points, else nobody', () => {
    const title = 'Әлеуметтік жеке код беру'
    expect(readAudience(title, 'зейнетақымен қамсыздандыру құқығы бар азаматтарға', [point('мүгедектерге')])).toBe('pensioners')
    expect(readAudience(title, 'жеке адамдарға', [point('мүгедектерге')])).toBe('disabled')
    expect(readAudience(title, null, [])).toBe('other')
  })

  it('does not take «анықтама» for a mother, nor «әкім» for a father', () => {
    expect(readAudience('Анықтама беру', 'әкімге', [])).toBe('other')
  })

  it('stands among the facts, of a standard without points too', () => {
    expect(readFacts({title: 'Запастағы офицерлерді әскери есепке алу', points: []}).audience).toBe('military')
  })
})
