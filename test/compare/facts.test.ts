/** What changed for the applicant: times, fee, documents; the same from either side. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {compareStandards, factChangesOf, mirrorFacts, pairActs, pairStandards} from '../../parser/compare/index.ts'
import {learn, parse} from '../../parser/index.ts'
import type {FactChange} from '../../parser/model/index.ts'
import {compareMarkdown} from '../../templates/compare/markdown.ts'

const file = 'act-1278.md'
const text = readFileSync(new URL(`../amend/bases/${file}`, import.meta.url), 'utf8')
const input = (own: string) => ({file, bytes: new TextEncoder().encode(own)})
const knowledge = learn([input(text)])
const act = (own: string) => {
  const {resolution, standards} = parse(input(own), knowledge)
  return {resolution: resolution!, standards}
}
const before = act(text)
const after = act(
  text
    .replaceAll('тапсырған сәттен бастап – он жұмыс күні ішінде', 'тапсырған сәттен бастап – бес жұмыс күні ішінде')
    .replaceAll('тапсырған сәттен бастап он жұмыс күні ішінде', 'тапсырған сәттен бастап бес жұмыс күні ішінде')
    .replace('тіркеу алымын бюджетке төлегенін растайтын құжат.', 'жеке басын куәландыратын құжат.'),
)
const [old, now] = [before.standards[0]!, after.standards[0]!]
const sorted = (changes: readonly FactChange[]) =>
  changes.map(({fact, old: a, new: b}) => [fact, a?.amount ?? a?.text ?? null, b?.amount ?? b?.text ?? null].join(' | ')).sort()

describe('facts that changed', () => {
  it('are the times and documents of the points that changed', () => {
    const changes = factChangesOf(pairStandards(old, now))
    expect(changes[0]).toMatchObject({
      fact: 'deadline',
      standard: {old: old.id, new: now.id},
      old: {amount: 10, unit: 'working-days', point: '7'},
      new: {amount: 5, unit: 'working-days', point: '7'},
    })
    const documents = changes.filter(({fact}) => fact === 'document')
    expect(documents.map((one) => [one.old?.text ?? null, one.new?.text ?? null])).toEqual([
      ['тіркеу алымын бюджетке төлегенін растайтын құжат', null],
      [null, 'жеке басын куәландыратын құжат'],
    ])
    expect(changes).toHaveLength(3)
  })

  it('are mirrored, and none where nothing differs', () => {
    const back = factChangesOf(pairStandards(now, old))
    expect(sorted(back)).toEqual(sorted(mirrorFacts(factChangesOf(pairStandards(old, now)))))
    expect(compareStandards(old, old).facts).toEqual([])
  })

  it('are told by standard where two acts are compared, and stand first in the text', () => {
    const pair = pairActs(before, after)
    expect(new Set(factChangesOf(pair).map(({standard}) => standard.new))).toEqual(new Set([now.id]))
    const markdown = compareMarkdown(pair)
    expect(markdown).toContain('| Қызмет көрсету мерзімі | 10 жұмыс күні | 5 жұмыс күні |')
    expect(markdown.indexOf('Өтініш беруші үшін не өзгерді')).toBeLessThan(markdown.indexOf('- Өзгерген:'))
  })
})
