import {expect, test} from 'vitest'
import {annexUrl, formUrl, groupAnchor, itemUrl, localize, pointUrl, regionUrl, slug} from '../../site/urls.ts'

test('addresses of points and items', () => {
  expect(pointUrl('2012-1278-1', '7')).toBe('/standards/2012-1278-1/#p7')
  expect(itemUrl('2012-1278-1', '7', '2)')).toBe('/standards/2012-1278-1/#p7-2')
})

test('point «11-1» and item 1 of point 11 have different addresses', () => {
  expect(pointUrl('2012-1278-1', '11-1')).not.toBe(itemUrl('2012-1278-1', '11', '1)'))
})

test('addresses of annexes and forms', () => {
  expect(annexUrl('2012-1278-1/2')).toBe('/standards/2012-1278-1/annex-2/')
  expect(formUrl('2012-1278-1/2')).toBe('/forms/2012-1278-1-2/')
})

test('Kazakh names become addresses of Latin letters', () => {
  expect(regionUrl('Ақмола облысы')).toBe('/offices/region/aqmola-oblysy/')
  expect(groupAnchor('«Шығыс Қазақстан облысы бойынша орталық» РМК филиалы')).toMatch(/^g-[a-z-]+$/u)
  expect(slug('№')).not.toBe('')
})

test('a language is a prefix; Kazakh has none', () => {
  expect(localize('/standards/', 'kk')).toBe('/standards/')
  expect(localize('/standards/', 'ru')).toBe('/ru/standards/')
})
