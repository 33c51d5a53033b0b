/** Whole standards that a later text has in the wording an act gave them. */
import {describe, expect, it} from 'vitest'
import {consolidate} from '../../parser/amend/consolidate.ts'
import {heldAmendments} from '../../parser/amend/held.ts'
import {learn, type SourceInput} from '../../parser/index.ts'
import {read} from './support.ts'

const base = read('bases', 'act-1278.md')
const knowledge = learn([base])
const NOTE = /\n+Ескерту\. Стандарт жаңа редакцияда[^\n]*/u

function later(amending: SourceInput, change: (text: string) => string = (text) => text): string[] {
  const text = change(consolidate(base, amending, knowledge).text)
  return [...heldAmendments({file: base.file, bytes: new TextEncoder().encode(text)}, amending, knowledge)]
}

describe('a standard that an act restates as a whole', () => {
  const amending = read('cases', 'restate-standard-from-annex.md')

  it('is held by a text that reads so', () => {
    expect([...heldAmendments(base, amending, knowledge)]).toEqual([])
    expect(later(amending)).toEqual(['2013-335/1'])
    expect(later(amending, (text) => text.replace(NOTE, ''))).toEqual(['2013-335/1'])
  })

  it('is not held by one that reads otherwise, unless a note says that the act restated it', () => {
    const change = (text: string) => text.replace(/(?<=\n1\. Мемлекеттік қызметті )/u, 'тек ')
    expect(later(amending, (text) => change(text).replace(NOTE, ''))).toEqual([])
    expect(later(amending, change)).toEqual(['2013-335/1'])
  })
})

describe('standards that an act adds', () => {
  it('are held by a text that has them', () => {
    const amending = read('cases', 'add-standard-from-annex.md')
    expect([...heldAmendments(base, amending, knowledge)]).toEqual([])
    expect(later(amending)).toEqual(['2013-335/1'])
  })
})
