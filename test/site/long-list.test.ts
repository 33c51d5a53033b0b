import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {openLongList} from '../../site/long-list.ts'

interface Member {
  id: string
  name: string
  appearances?: {name: string}[]
}

const folder = mkdtempSync(join(tmpdir(), 'qyzmet-list-'))
afterAll(() => {
  rmSync(folder, {recursive: true})
})
const open = (text: string) => {
  const path = join(folder, 'offices.json')
  writeFileSync(path, text)
  return openLongList<Member>(path, new Set(['appearances']))
}

describe('a long list', () => {
  const members: Member[] = [
    {id: 'aqmola', name: 'Ақмола облысы «Орталық» \\ [1] {2}', appearances: [{name: 'Көкшетау бөлімі'}]},
    {id: 'almaty', name: '"}]', appearances: []},
    {id: 'astana', name: 'Астана қаласы', appearances: [{name: ']'}, {name: '\\"'}]},
  ]

  test.each([0, 2])('is parted into its members, whatever stands in their texts, printed with %i spaces', (spaces) => {
    const list = open(`\uFEFF${JSON.stringify(members, null, spaces)}\n`)
    expect(list.ids).toEqual(['aqmola', 'almaty', 'astana'])
    for (const {appearances, ...light} of members) {
      expect(list.light(light.id)).toEqual(light)
      expect(list.whole(light.id).content).toEqual({...light, appearances})
    }
    expect(list.light('other')).toBeUndefined()
    expect(() => list.whole('other')).toThrow('has no other')
  })

  test('may be longer than what is read at a time, with members that go over its ends', () => {
    const name = 'Ұлытау ауданының мұрағаты '.repeat(4000)
    const many = Array.from({length: 30}, (_, i): Member => ({id: String(i), name: `${String(i)} ${name}`, appearances: [{name}]}))
    const list = open(JSON.stringify(many, null, 2))
    expect(list.ids).toEqual(many.map(({id}) => id))
    expect(many.map(({id}) => list.whole(id).content)).toEqual(many)
  })

  test('that is empty has no members; one that is cut off is refused', () => {
    expect(open('[]\n').ids).toEqual([])
    expect(() => open(JSON.stringify(members).slice(0, -20))).toThrow('ends early')
  })

  test.each(['', 'null', '{}', '{"id": "a"}', '[{"name": "Ақмола"}]', '[{"id": "a"}, {"id": "a"}]'])('is not %s', (text) => {
    expect(() => open(text)).toThrow(/ends early|no list|id of its own/u)
  })
})
