import {describe, expect, it} from 'vitest'
import {cellPhones, isKazakhNumber} from '../../parser/register/telephone.ts'

/** `text=e164`, or `text=doubt`. */
function read(cell: string, region: string | null = null): string[] {
  return cellPhones(cell, region).map(({text, e164, doubt}) => `${text}=${e164 ?? doubt ?? '?'}`)
}

describe('telephones of a cell', () => {
  it.each([
    ['8 (7162) 25-00-67 8 (7162) 25-06-21', ['8 (7162) 25-00-67=+77162250067', '8 (7162) 25-06-21=+77162250621']],
    ['8-7162-40-10-76 8-7162-40-10-63', ['8-7162-40-10-76=+77162401076', '8-7162-40-10-63=+77162401063']],
    ['8 (71 346) 23-5-83', ['8 (71 346) 23-5-83=+77134623583']],
    ['8-716-38-2-24-10', ['8-716-38-2-24-10=+77163822410']],
    ['8-71622 5-26-49', ['8-71622 5-26-49=+77162252649']],
    ['8-713373-20-45', ['8-713373-20-45=+77133732045']],
    ['8 (711) 33- 35-550', ['8 (711) 33- 35-550=+77113335550']],
    ['(723 2) 26-48-47', ['(723 2) 26-48-47=+77232264847']],
    ['8-7212 432097', ['8-7212 432097=+77212432097']],
  ])('reads %s in whatever groups it is printed', (cell, expected) => {
    expect(read(cell)).toEqual(expected)
  })

  it.each([
    ['8(7172) 72-18-54 38-27-09', ['8(7172) 72-18-54=+77172721854', '38-27-09=+77172382709']],
    ['8-7122-27 -09-53, 35 -45-51', ['8-7122-27 -09-53=+77122270953', '35 -45-51=+77122354551']],
    ['8-71645 6-26-33 6-20-30', ['8-71645 6-26-33=+77164562633', '6-20-30=+77164562030']],
    ['(8-7132) ф. 56-25-26 56-26-', ['56-25-26=+77132562526', '56-26=too-short']],
    ['(8 7172) 5566 ф. 557285', ['(8 7172) 5566=too-short', '557285=+77172557285']],
  ])('gives the code of %s to the numbers after it', (cell, expected) => {
    expect(read(cell)).toEqual(expected)
  })

  it.each([
    ['8-711-40-21-8478- 711-40-21-835', ['8-711-40-21-847=+77114021847', '8- 711-40-21-835=+77114021835']],
    ['8-711-33- 35- 5508711-33-36-778', ['8-711-33- 35- 550=+77113335550', '8711-33-36-778=+77113336778']],
    ['8-71141-2 -19-45-2-18-37', ['8-71141-2 -19-45=+77114121945', '2-18-37=+77114121837']],
    ['8-7122 35-56-18 35-56-22depatyrau_enbek@mail.ru.', ['8-7122 35-56-18=+77122355618', '35-56-22=+77122355622']],
  ])('parts the fused numbers of %s', (cell, expected) => {
    expect(read(cell)).toEqual(expected)
  })

  it.each([
    ['8 (71832) 22-91-12 8 (71832) 22-91-11', ['8 (71832) 22-91-12=too-long', '8 (71832) 22-91-11=too-long']],
    ['8-727-3-11-30 8-72774-2-21-43', ['8-727-3-11-30=too-short', '8-72774-2-21-43=+77277422143']],
    ['8-72-83 2-12-57 2-15-37', ['8-72-83 2-12-57=too-short', '2-15-37=no-code']],
    ['8 (7182) 34-59-04 8 (8182) 34-59-05', ['8 (7182) 34-59-04=+77182345904', '8 (8182) 34-59-05=unknown-code']],
    ['76-35-59', ['76-35-59=no-code']],
    ['8-72537', ['8-72537=too-short']],
  ])('leaves the doubtful numbers of %s without an international form', (cell, expected) => {
    expect(read(cell)).toEqual(expected)
  })

  it('doubts a code of another region than the office lies in', () => {
    expect(read('8-7262- 51-25-83', 'Батыс Қазақстан облысы')).toEqual(['8-7262- 51-25-83=other-region'])
    expect(read('8-7262- 45-37-67', 'Жамбыл облысы')).toEqual(['8-7262- 45-37-67=+77262453767'])
    expect(read('8-72726 7-71-38', 'Алматы облысы')).toEqual(['8-72726 7-71-38=+77272677138'])
  })

  it.each(['жок', '', '№ 315 каб.', 'Қабылдау бөлмесі'])('finds none in «%s»', (cell) => {
    expect(read(cell)).toEqual([])
  })

  it('takes an extension for no number of its own', () => {
    expect(read('8 (7172) 57-07-82 Ішкі (106)')).toEqual(['8 (7172) 57-07-82=+77172570782'])
  })

  it('knows the area codes of the numbering plan', () => {
    expect(isKazakhNumber('7162401076')).toBe(true)
    expect(isKazakhNumber('8182345905')).toBe(false)
    expect(isKazakhNumber('7199401076')).toBe(false)
  })
})
