import {describe, expect, it} from 'vitest'
import {compareStandards} from '../../parser/compare/index.ts'
import {Comparison} from '../../parser/model/index.ts'
import type {Change} from '../../parser/model/index.ts'
import {standardOf} from './support/standards.ts'

/** «± 9.2 [-бастап]»: a change in short. */
function inShort({kind, typographic, old, new: now, words}: Change): string {
  const differing = words.flatMap(({op, text, old: before}) =>
    op === 'delete'
      ? [`[-${text.trim()}]`]
      : op === 'insert'
        ? [`[+${text.trim()}]`]
        : before === undefined
          ? []
          : [`{${before.trim()}≈${text.trim()}}`],
  )
  const place = (id: string | undefined) => id?.replace(/^.*#/u, '') ?? ''
  return [
    typographic ? 'typographic' : kind,
    old && now ? (place(old.id) === place(now.id) ? place(now.id) : `${place(old.id)}→${place(now.id)}`) : place((now ?? old)?.id),
    ...differing,
  ].join(' ')
}

const compare = (before: string[], after: string[]) => compareStandards(standardOf(before), standardOf(after)).changes.map(inShort)

/** Point 11 of two standards of No. 1059 of 2012: allowances for special work, and for the birth of a child. */
const DOCUMENTS = [
  '11. Мемлекеттік қызметті алу үшін мемлекеттік қызмет алушы мынадай құжаттарды тапсырады:\n1) өтініш;\n2) жеке басын куәландыратын құжаттың көшірмесі (жеке куәлігінің, Қазақстан Республикасы азаматының паспорты) көшірмелері;\n3) тұрғылықты тұратын жерi бойынша тiркелгенiн растайтын құжат (мекенжай анықтамасы не селолық және/немесе ауылдық әкiмдердiң анықтамасы);\n4) зейнетақы және жәрдемақы беру жөніндегі уәкілетті ұйымның банк шотының не түзеу мекемелерінің арнайы шотының нөмірі туралы мәліметтер;\n5) еңбек кітапшасының көшірмесі;\n6) ұйымның жұмыс сипаттамасын немесе еңбек жағдайларын растайтын анықтамасы.',
]
const OTHER_DOCUMENTS = [
  '11. Мемлекеттік қызметті алу үшін мемлекеттік қызмет алушы мынадай құжаттарды тапсырады:\n1) жәрдемақы тағайындау үшiн өтiнiш;\n2) баланың (балалардың) тууы туралы куәлігі (куәліктері) не туу туралы актінің (актілердің) жазбасы (жазбалары);\n3) өтініш берушінің жеке басын куәландыратын құжат, сондай-ақ оралмандар үшін – оралмандар куәлігі;\n4) мемлекеттік қызмет алушының тұрғылықты жерiн растайтын құжат (азаматтарды тіркеу кітапшасы не мекенжай бюросының анықтамасы не ауылдық округ әкімінің анықтамасы);\n5) отбасының құрамы туралы мәлiметтер.',
]

describe('items are matched by number and content', () => {
  it('tells what was changed, renumbered, put in and taken out of a list of documents', () => {
    const {changes} = compareStandards(standardOf(DOCUMENTS), standardOf(OTHER_DOCUMENTS))
    expect(changes.map(({kind, old, new: now}) => [kind, old?.key ?? null, now?.key ?? null])).toEqual([
      ['changed', '1)', '1)'],
      ['inserted', null, '2)'],
      ['renumbered', '2)', '3)'],
      ['renumbered', '3)', '4)'],
      ['deleted', '4)', null],
      ['deleted', '5)', null],
      ['deleted', '6)', null],
      ['inserted', null, '5)'],
    ])
    expect(changes.map(({place}) => place).slice(0, 2)).toEqual(['11-тармақ, 1) тармақша', '11-тармақ, 2) тармақша'])
  })

  it('shows one word taken out, and a dash of another length as nothing', () => {
    expect(
      compare(
        ['9. Жұмыс кестесі:\n2) орталықта – мемлекеттік қызмет түскі үзіліссіз дүйсенбіден бастап сенбіні қоса алғанда көрсетіледі.'],
        ['9. Жұмыс кестесі:\n2) орталықта - мемлекеттік қызмет түскі үзіліссіз дүйсенбіден сенбіні қоса алғанда көрсетіледі.'],
      ),
    ).toEqual(['changed 9.2 {–≈-} [-бастап]'])
  })

  it('sets apart what only looks different', () => {
    expect(
      compare(
        ['4. Ақпарат:\n3) «Халыққа қызмет көрсету орталығы» республикалық мемлекеттiк кәсіпорнының интернет-ресурсында;'],
        ['4. Ақпарат:\n3) "Халыққа қызмет көрсету орталығы" Республикалық мемлекеттік кәсіпорнының интернет ресурсында;'],
      ).map((change) => change.split(' ').slice(0, 2).join(' ')),
    ).toEqual(['typographic 4.3'])
  })

  it('does not take another figure for a look-alike', () => {
    expect(compare(['8. Мерзімі – 2 1 күн.'], ['8. Мерзімі – 21 күн.'])[0]).toMatch(/^changed/u)
    expect(compare(['8. Мерзімі 1-2 күн.'], ['8. Мерзімі 12 күн.'])[0]).toMatch(/^changed/u)
  })

  it('follows a point whose number changed because another was put in', () => {
    expect(
      compare(
        ['1. Қызметті Қорғаныс министрлігі көрсетеді.', '2. Қызмет тегін көрсетіледі.', '3. Нәтижесі – анықтама беру.'],
        [
          '1. Қызметті Қорғаныс министрлігі көрсетеді.',
          '2. Нысаны: автоматтандырылмаған.',
          '3. Қызмет тегін көрсетіледі.',
          '4. Нәтижесі – анықтама беру.',
        ],
      ),
    ).toEqual(['inserted 2', 'renumbered 2→3', 'renumbered 3→4'])
  })

  it('finds a point that went to another place', () => {
    expect(
      compare(
        ['1. Қызметті Қорғаныс министрлігі көрсетеді.', '2. Қызмет тегін көрсетіледі.', '3. Нәтижесі – анықтама беру.'],
        ['1. Нәтижесі – анықтама беру.', '2. Қызметті Қорғаныс министрлігі көрсетеді.', '3. Қызмет тегін көрсетіледі.'],
      ),
    ).toEqual(['moved 3→1', 'renumbered 1→2', 'renumbered 2→3'])
  })

  it('finds an item that went to another point', () => {
    const item = 'мемлекеттік қызмет алушының тұрғылықты жерін растайтын мекенжай анықтамасы'
    const {changes} = compareStandards(
      standardOf([`11. Құжаттар:\n1) өтініш;\n2) ${item};`, '12. Порталда тапсырады:\n1) электрондық сұрау.']),
      standardOf(['11. Құжаттар:\n1) өтініш;', `12. Порталда тапсырады:\n1) электрондық сұрау.\n2) ${item};`]),
    )
    expect(changes.map(({kind, old, new: now}) => [kind, old?.id, now?.id])).toEqual([['moved', '2012-1-1#11.2', '2012-1-1#12.2']])
  })

  it('tells that an item was cut in two, and marks only the words that are new', () => {
    const {changes} = compareStandards(
      standardOf(['5. Нәтижесі:\n1) бөлімшеде: хабарлама не мемлекеттік қызмет көрсетуден бас тарту туралы дәлелді жауап беру;']),
      standardOf(['5. Нәтижесі:\n1) бөлімшеде: хабарлама;\nне мемлекеттік қызмет көрсетуден бас тарту туралы жазбаша дәлелді жауап беру;']),
    )
    expect(changes.map(({kind, splitFrom}) => [kind, splitFrom ?? null])).toEqual([
      ['changed', null],
      ['inserted', '2012-1-1#5.1'],
    ])
    expect(changes[1]?.words.filter(({op}) => op === 'insert').map(({text}) => text.trim())).toEqual(['жазбаша'])
  })

  it('tells a paragraph that became an item', () => {
    expect(
      compare(
        ['4. Ақпарат:\nҚазақстан Республикасы Қорғаныс министрлігінің www.mod.gov.kz интернет-ресурсында;'],
        ['4. Ақпарат:\n1) Қазақстан Республикасы Қорғаныс министрлігінің www.mod.gov.kz интернет-ресурсында;'],
      ),
    ).toEqual(['renumbered 4-p2→4.1'])
  })

  it('gives what its schema promises', () => {
    const comparison = compareStandards(standardOf(DOCUMENTS), standardOf(OTHER_DOCUMENTS))
    expect(Comparison.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison)
    expect(comparison.summary).toMatchObject({changed: 1, inserted: 2, deleted: 3, renumbered: 2, typographic: 0})
  })
})

describe('lists of offices are matched by office', () => {
  const columns = ['Орталықтардың атауы', 'Орналасқан мекенжайы', 'Байланыс деректері']
  const before = standardOf(['1. Қызмет тегін көрсетіледі.'], {
    columns,
    groups: [
      {
        heading: 'Ақмола облысы',
        rows: [
          ['1)', 'a', 'Көкшетау қалалық бөлімі', 'Көкшетау қаласы, Біржан сал көшесі, 42-үй', '8 (7162) 25-00-67'],
          ['2)', 'b', 'Ақкөл аудандық бөлімі', 'Ақкөл қаласы, Нұрмағамбетов көшесі, 102-үй', '8 (71638) 2-09-96'],
          ['3)', 'c', 'Зеренді аудандық бөлімі', 'Зеренді ауылы, Мир көшесі, 52-үй', '8 (71632) 2-00-74 8 (71632) 2-29-43'],
        ],
      },
    ],
  })
  const after = standardOf(['1. Қызмет тегін көрсетіледі.'], {
    columns: ['Орталықтың атауы', 'Мекенжайы', 'Телефоны'],
    groups: [
      {
        heading: 'Ақмола облысы',
        rows: [
          ['1', 'a', 'Көкшетау қалалық бөлімі', 'Көкшетау қаласы, Абай көшесі, 142-үй', '8-7162-25-00-67'],
          ['2', 'c', 'Зеренді аудандық бөлімі', 'Зеренді ауылы, Мир к-сі, 52', '8 (71632) 2-00-74'],
          ['3', 'd', 'Степногорск қалалық бөлімі', 'Степногорск қаласы, 4-шағын аудан, 7-үй', '8 (71645) 6-12-34'],
        ],
      },
    ],
  })

  it('says which were added, closed, moved, and which cells changed', () => {
    const {summary, changes} = compareStandards(before, after)
    expect(summary.offices).toEqual({added: 1, closed: 1, moved: 1, changed: 1, typographic: 0, unchanged: 0})
    const rows = changes.filter(({part}) => part === 'row' || part === 'cell')
    expect(
      rows.map(({kind, typographic, office, part, new: now, old}) => [typographic ? 'typographic' : kind, office, part, (now ?? old)?.key]),
    ).toEqual([
      ['typographic', 'a', 'row', '1'],
      ['changed', 'a', 'cell', 'address'],
      ['typographic', 'a', 'cell', 'phones'],
      ['deleted', 'b', 'row', '2)'],
      ['renumbered', 'c', 'row', '2'],
      ['changed', 'c', 'cell', 'address'],
      ['changed', 'c', 'cell', 'phones'],
      ['inserted', 'd', 'row', '3'],
    ])
  })

  it('matches them by name where no register knows them', () => {
    const bare = (standard: typeof before) => ({
      ...standard,
      annexes: standard.annexes.map((annex) => ({
        ...annex,
        groups: (annex.groups ?? []).map((group) => ({...group, rows: group.rows.map((row) => ({...row, office: null}))})),
      })),
    })
    expect(compareStandards(bare(before), bare(after)).summary.offices).toEqual(compareStandards(before, after).summary.offices)
  })
})
