/** A base or an act in Akoma Ntoso: refused, with the way out. */
import {describe, expect, it} from 'vitest'
import {CannotAmend, consolidate} from '../../parser/amend/consolidate.ts'
import {learn} from '../../parser/index.ts'
import {read} from './support.ts'

const base = read('bases', 'act-1278.md')
const knowledge = learn([base])
const xml = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body/></act></akomaNtoso>'
const exported = {file: 'act.xml', bytes: new TextEncoder().encode(xml)}

describe('an export in Akoma Ntoso', () => {
  it.each([
    ['the base', exported, base],
    ['the amending act', base, exported],
  ])('is refused as %s, and the text that it was made from asked for', (_, one, other) => {
    expect(() => consolidate(one, other, knowledge)).toThrow(CannotAmend)
    expect(() => consolidate(one, other, knowledge)).toThrow('act.xml is an export in Akoma Ntoso: give the text that it was made from')
  })
})
