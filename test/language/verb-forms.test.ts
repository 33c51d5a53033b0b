import {describe, expect, it} from 'vitest'
import {foldWord} from '../../parser/language/stem.ts'
import {nounsOfParticiple, nounsOfVerb} from '../../parser/language/verb-forms.ts'

describe('the verbal noun of a form', () => {
  it.each([
    ['туған', 'туу'],
    ['туғанда', 'туу'],
    ['tuganda', 'туу'],
    ['қамтылған', 'қамтылу'],
    ['қамтыған', 'қамту'],
    ['шыққан', 'шығу'],
    ['босанғанға', 'босану'],
    ['берілгендер', 'берілу'],
  ])('participle %s: %s', (form, noun) => expect(nounsOfParticiple(foldWord(form))).toContain(foldWord(noun)))

  it.each([
    ['босандым', 'босану'],
    ['шықтым', 'шығу'],
    ['тапсырсам', 'тапсыру'],
    ['іздеп', 'іздеу'],
    ['берілетін', 'берілу'],
    ['төлейді', 'төлеу'],
    ['жапты', 'жабу'],
  ])('%s: %s', (form, noun) => expect(nounsOfVerb(foldWord(form))).toContain(foldWord(noun)))

  it.each(['бала', 'өтініш', 'орталық', 'ан', 'ған', 'пособие'])('none of %s', (word) => expect(nounsOfVerb(foldWord(word))).toEqual([]))

  it('only participles where only they are asked for', () => expect(nounsOfParticiple(foldWord('босандым'))).toEqual([]))
})
