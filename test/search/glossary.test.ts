import {describe, expect, it} from 'vitest'
import {foldWord} from '../../parser/language/stem.ts'
import {relatedWords, translate} from '../../site/search/glossary.ts'

const known = (word: string) => ['билет', 'апостиль', 'бала'].includes(word)
const kazakh = (query: string) => translate(query, known).query

describe('everyday Russian words', () => {
  it.each([
    ['пособие', 'жәрдемақы'],
    ['пособия на ребёнка', 'бала жәрдемақы'],
    ['родился ребёнок', 'бала туу'],
    ['потеря кормильца', 'асыраушысынан айырылу'],
    ['вдова', 'асыраушысынан айырылу'],
    ['сиротам', 'асыраушысынан айырылу'],
    ['пенсионного фонда', 'жинақтаушы зейнетақы қоры'],
    ['как пожаловаться', 'как шағым'],
    ['военный билет', 'әскери билет'],
    ['Военного билета', 'әскери билет'],
    ['очередь на жильё', 'тұрғын үй кезегі'],
    ['справка из архива', 'мұрағаттық анықтама'],
    ['справка в архив и копии', 'мұрағаттық анықтама и көшірме'],
    ['архивной справки', 'мұрағаттық анықтама'],
    ['детям инвалидам', 'мүгедек бала'],
    ['ЦОН Усть-Каменогорск', 'халыққа қызмет көрсету орталығы Өскемен'],
    ['уход за ребенком до года', 'бала күтімі до года'],
  ])('%s → %s', (query, to) => expect(kazakh(query)).toBe(to))

  it('say what was put in place of what', () => {
    expect(translate('пособие по уходу за ребёнком', known).words).toEqual([
      {from: 'пособие по уходу за ребёнком', to: 'бала күтімі жәрдемақы'},
    ])
  })
})

describe('English words', () => {
  it.each([
    ['pension', 'зейнетақы'],
    ['child benefits', 'бала жәрдемақы'],
    ['how to complain', 'how to шағым'],
    ['a TV channel', 'a бұқаралық ақпарат құралдары'],
    ['military card for a veteran', 'әскери билет for a соғысқа қатысушы'],
  ])('%s → %s', (query, to) => expect(kazakh(query)).toBe(to))
})

describe('what is left alone', () => {
  it.each(['жәрдемақы', 'zeinetaqy', 'бала күтімі', 'билет', 'апостиль', '', '№ 1278', 'абракадабра', 'рабат', 'срочно'])('%s', (query) =>
    expect(translate(query, known)).toEqual({query, words: []}),
  )
})

describe('everyday Kazakh words', () => {
  it.each([
    ['зейнеткер', ['зейнетақы']],
    ['зейнеткерлерге', ['зейнетақы']],
    ['жұмыссызбын', ['жұмыспен', 'қамту']],
    ['Газетті', ['баспасөз', 'басылым']],
    ['зейнетақы', []],
    ['зейнетке', ['зейнетақы']],
    ['босанғанда', ['туу']],
    ['қазақ', []],
    ['қолжетімді', []],
    ['жұмыс', []],
  ])('%s is looked for as %j too', (word, others) => expect(relatedWords(foldWord(word))).toEqual(others))
})
