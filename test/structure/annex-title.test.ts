import {describe, expect, it} from 'vitest'
import {takeAnnexTitle} from '../../parser/structure/annex-title.ts'
import {blocksOf} from '../tables/render.ts'

const titleOf = (source: string) => takeAnnexTitle(blocksOf(source, 'pdf-text')).title
const ROW = '\n1 Ақмола облысының ҚІД Көкшетау қаласы, 42\n8(7162) 25-77-82\n'

describe('the title of an annex', () => {
  it('stands over the header, wrapped', () => {
    expect(titleOf(`Жергілікті әскери басқару органдарының\nмекенжайлары мен телефондары\n\nР/с №\n\nАтауы\n${ROW}`)).toBe(
      'Жергілікті әскери басқару органдарының мекенжайлары мен телефондары',
    )
  })

  it('is missing where the header comes first, on one line or two', () => {
    for (const number of ['Р/с №', 'Р/с\n№', '№', '№ р/с']) {
      const {title, body} = takeAnnexTitle(blocksOf(`${number}\n\nОргандардың атауы\n\nМекенжайы Телефоны\n${ROW}`, 'pdf-text'))
      expect(title).toBeNull()
      expect(body[0]).toMatchObject({value: number.split('\n')[0]})
    }
  })

  it('may begin like the header of a table of indicators', () => {
    expect(titleOf('Сапа және тиімділік көрсеткіштері\n\nСапа және тиімділік көрсеткіштері\n\nКөрсеткіштің мәні\n\n1. Уақтылылығы\n')).toBe(
      'Сапа және тиімділік көрсеткіштері',
    )
  })
})
