/** A page is missing from this standard: of points 5 to 9 only the last sentence is left. */
import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {parse} from '../../parser/index.ts'
import {splitLostPoints} from '../../parser/structure/lost-points.ts'
import type {Paragraph} from '../../parser/structure/paragraphs.ts'

const paragraph = (text: string): Paragraph => ({text, lines: [1, 1], indent: 'indented', table: false})
const point = [
  '4. Мемлекеттік қызмет көрсету тәртібі туралы толық ақпарат:',
  '1) уәкілетті органның интернет-ресурстарында;',
  'Порталдың жұмыс кестесі – тәулік бойы.',
].map(paragraph)

it('goes to the point it speaks of, with a doubt', () => {
  const lines = readFileSync('sources/2012-1278.md', 'utf8').split('\n')
  const bytes = new TextEncoder().encode(lines.slice(0, 460).join('\n'))
  const {standards, diagnostics} = parse({file: 'a.md', bytes, format: 'markdown'})
  const standard = standards[1]
  expect(standard?.points.map(({number}) => number).slice(0, 7)).toEqual(['1', '2', '3', '4', '9', '10', '11'])
  expect(standard?.points[4]?.text).toBe('Порталдың жұмыс кестесі – тәулік бойы.')
  expect(standard?.sections[0]?.points).toContain('9')
  expect(standard?.facts.hours).toMatchObject([{channel: 'portal', opening: '24/7', point: '9'}])
  expect(diagnostics).toContainEqual(
    expect.objectContaining({rule: 'structure/lost-point', line: standard?.points[4]?.lines[0], severity: 'warning'}),
  )
  expect(diagnostics).toContainEqual(
    expect.objectContaining({rule: 'structure/missing-points', message: expect.stringMatching(/^Points 5, 6, 7, 8 of/u)}),
  )
})

it('stays where no number is missing, or not that one', () => {
  expect(splitLostPoints(point, 4, 5)).toEqual({own: point, lost: []})
  expect(splitLostPoints(point, 4, 8)).toEqual({own: point, lost: []})
  expect(splitLostPoints(point, 4, 10).lost.map(({number}) => number)).toEqual(['9'])
})
