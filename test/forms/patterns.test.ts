/** One pattern each, on lines cut from the sources or, where it says so, on lines like those of other blanks. */
import {describe, expect, it} from 'vitest'
import {fieldsOf, read} from './support.ts'

describe('captions', () => {
  it('stand under their rule, and over several lines', () => {
    expect(
      fieldsOf(
        'Өтініш берушінің деректемелері _______________\n( З Т / Д Т  м е м л е к е т т і к  т і р к е у\nтуралы куәлік №, БСН, ЖСН)\n',
        'pdf-text',
      ),
    ).toEqual(['text: Өтініш берушінің деректемелері (ЗТ/ДТ мемлекеттік тіркеу туралы куәлік №, БСН, ЖСН)'])
  })

  it('may have rules between their lines', () => {
    const text = [
      '      Растайтын анықтама беруіңізді сұраймын ________________________',
      '                                               ( Ұ О С  қ а т ы с у ш ы с ы н ы ң ,',
      '_____________________________________________________________________',
      'интернационалист жауынгердің, Чернобыль авариясын жоюшының, әскери ',
      'қ ы з м е т  ө т к е р г е н і  т у р а л ы ,',
      '_____________________________________________________________________',
      'Семей ядролық полигонында қызмет өткергені туралы)',
    ].join('\n')
    expect(read(text, 'pdf-text').fields).toMatchObject([{type: 'multiline', rows: 3}])
  })

  it('are two fields where one bracket asks for two things', () => {
    expect(fieldsOf('Өтініш\n\nҚосымша: _____\n\n(күні, қолы)\n', 'markdown')).toEqual([
      'multiline: Қосымша',
      'date: күні',
      'signature: қолы',
    ])
  })

  it('are an explanation where they are a paragraph of their own under a labelled rule', () => {
    expect(
      read('Өтініш\n\nМеншік иесі _____\n\n(аты-жөні (болған жағдайда)/ атауы және ұйымдастыру-құқықтық нысаны)\n', 'markdown').fields,
    ).toMatchObject([{label: 'Меншік иесі', hint: 'аты-жөні (болған жағдайда)/ атауы және ұйымдастыру-құқықтық нысаны'}])
  })

  it('are fields where their rule is lost, even with the bracket open', () => {
    const {fields, reports} = read(
      '(мерзімді баспасөз басылымын және\n(немесе) ақпарат агенттігін есепке қою\nтуралы куәлік беруші органның толық атауы\n\n(мерзімді баспасөз басылымын)\n\nӨтініш\n',
      'markdown',
    )
    expect(fields.map((field) => field.label)).toEqual([
      'мерзімді баспасөз басылымын және (немесе) ақпарат агенттігін есепке қою туралы куәлік беруші органның толық атауы',
      'мерзімді баспасөз басылымын',
    ])
    expect(reports.map((report) => report.rule)).toEqual(['forms/lost-rule', 'forms/lost-rule'])
  })

  it('are words inside a running paragraph', () => {
    expect(
      fieldsOf(
        '__________________________________ облысы\nқорғаныс істері  жөніндегі  басқармасының\n(бөлімінің) бастығына\n\nӨТІНІШ\n',
        'pdf-text',
      ),
    ).toEqual(['text: облысы'])
  })
})

describe('rules', () => {
  it('below a labelled rule belong to it', () => {
    expect(
      read(
        '      Қосымша мәліметтер ____________________________________________\n_____________________________________________________________________\n',
        'pdf-text',
      ).fields,
    ).toMatchObject([{label: 'Қосымша мәліметтер', type: 'multiline', rows: 2}])
  })

  it('above a rule with words behind it belong to that one', () => {
    const text =
      '(тегі, аты, әкесінің аты, туған жылы)______________________________________\n_ _ _ _\n____________________________________тұрады\n__________________________________________\n______________________әскери есепте тұрады\n\nӨ Т І Н І Ш\n'
    expect(
      read(`__________________________________________\n${text}`, 'pdf-text').fields.map(({label, type, rows}) => ({label, type, rows})),
    ).toEqual([
      {label: 'тегі, аты, әкесінің аты, туған жылы', type: 'text', rows: undefined},
      {label: 'тұрады', type: 'multiline', rows: 2},
      {label: 'әскери есепте тұрады', type: 'multiline', rows: 2},
    ])
  })

  it('that are numbered and have no captions are one list', () => {
    expect(read('Қосымша: 1. -----\n\n2. -----\n', 'markdown').fields).toMatchObject([{label: 'Қосымша', type: 'multiline', rows: 2}])
  })

  it('share a line with others', () => {
    expect(fieldsOf('      Жеңілдікке құқық туралы куәліктің № __________берілген күні ___\n', 'pdf-text')).toEqual([
      'text: Жеңілдікке құқық туралы куәліктің №',
      'date: берілген күні',
    ])
  })

  it('parted by a stroke are one signature', () => {
    expect(fieldsOf('20 __ ж. «___» __________ ______________/____________________________\n', 'pdf-text')).toEqual([
      'date: 20 __ ж. «___» __________',
      'signature: ______________/____________________________',
    ])
  })

  it('are put back where the same line has one elsewhere', () => {
    const {fields, reports} = read('Барлығы ___ парақ\n\nСыртқы жағы\n\nБарлығы парақ\n', 'pdf-text')
    expect(fields.map(({name, label}) => [name, label])).toEqual([
      ['barlygy-paraq', 'Барлығы ___ парақ'],
      ['barlygy-paraq-2', 'Барлығы ___ парақ'],
    ])
    expect(reports).toEqual([{rule: 'forms/lost-rule', line: 5}])
  })

  it('are not put back after the heading of a printed list', () => {
    expect(
      fieldsOf(
        '      Ө т і н і ш к е  м ы н а л а р д ы  қ о с а  б е р е м і н :\n      1. Көші-қон полициясының рұқсатын (түпнұсқа).\n      2. Жеке куәліктің көшірмесін.\n',
        'pdf-text',
      ),
    ).toEqual([])
  })
})

describe('choices', () => {
  it('are one field with the printed words as options', () => {
    const {fields, layout} = read(
      'байланысты жеңілдік куәлігін беруіңізді, ауыстыруыңызды (керегі сызылсын) \nс ұ р а й м ы н .\n',
      'pdf-text',
    )
    expect(fields).toMatchObject([
      {type: 'checkbox', label: 'беруіңізді, ауыстыруыңызды (керегі сызылсын)', options: ['беруіңізді', 'ауыстыруыңызды']},
    ])
    expect(layout).toMatchObject([
      {
        type: 'paragraph',
        content: [
          {},
          {part: 'option', caption: 'беруіңізді'},
          {value: ', '},
          {part: 'option', caption: 'ауыстыруыңызды'},
          {value: ' (керегі сызылсын) сұраймын.'},
        ],
      },
    ])
  })

  it('may have options of several words, or boxes (other blanks)', () => {
    expect(read('Жеке тұлға/заңды тұлға (керегінің асты сызылсын)\n', 'pdf-text').fields).toMatchObject([
      {options: ['Жеке тұлға', 'заңды тұлға']},
    ])
    expect(read('Төлем түрі: □ қолма-қол □ аударым\n', 'markdown').fields).toMatchObject([
      {label: 'Төлем түрі', options: ['қолма-қол', 'аударым']},
    ])
  })
})

describe('remarks', () => {
  it('of the blank hold no fields', () => {
    const {fields, layout} = read(
      'ӨТІНІШ\n\n1.____\n       (ұлты)\n       Е с к е р т п е :\n      1 .  М е к е н ж а й  а н ы қ т а м а с ы .\n      4. Құжаттарының жоғалуына кінәлі емес адамдар үшін мынадай анықтамалар\n:\n',
      'pdf-text',
    )
    expect(fields.map((field) => field.label)).toEqual(['1. (ұлты)'])
    expect(layout.filter((block) => block.type === 'note').map((block) => block.text)).toEqual([
      'Ескертпе:',
      '1. Мекенжай анықтамасы.',
      '4. Құжаттарының жоғалуына кінәлі емес адамдар үшін мынадай анықтамалар:',
    ])
  })

  it('that ask for every field make all required (other blanks)', () => {
    const text = (remark: string) => `Нысан\n\nБСН: _____\n\nЕскертпе: ${remark}\n`
    expect(read(text('барлық жолдар міндетті түрде толтырылады.'), 'markdown').fields).toMatchObject([{name: 'bin', required: true}])
    expect(read(text('жолдар қолмен толтырылады.'), 'markdown').fields).toMatchObject([{name: 'bin', required: false}])
  })
})

describe('tables', () => {
  it('printed as lines are cut by the row of column numbers', () => {
    const text =
      'Р/с\n№\n\nӨнімнің атауы және толық \nсипаттамасы КО СЭҚ ТН коды\n\nБақылау тізімдері \nбойынша өнімнің \nкоды\n\nСаны Өлшем бірліктері\n\n1 2 3 4 5 6\n\n1.\n\n2.\n'
    expect(read(text, 'pdf-text').fields).toMatchObject([
      {
        type: 'table',
        rows: 2,
        columns: [
          'Р/с №',
          'Өнімнің атауы және толық сипаттамасы',
          'КО СЭҚ ТН коды',
          'Бақылау тізімдері бойынша өнімнің коды',
          'Саны',
          'Өлшем бірліктері',
        ],
      },
    ])
  })

  it('whose headings cannot be told apart are reported', () => {
    const {reports} = read('Р/с №\n\nатауы және саны\n\n1 2 3 4\n\n1.\n', 'pdf-text')
    expect(reports).toEqual([{rule: 'forms/table-header', line: 1}])
  })
})

describe('grids', () => {
  const grid =
    '1. Импорттаушы ел\n\n2. Орнату орны 3. Өнімді түпкі пайдалану\n\n4. Импорттаушы өнімді импорттауға \nміндеттенеді.\n\n5 .  И м п о р т т а у ш ы\nТ . А . Ә .                   Л а у а з ы м ы\nҚ о л ы ,                    М О\nКүні\n'

  it('have boxes for fields, statements and signatures', () => {
    expect(fieldsOf(grid, 'pdf-text')).toEqual([
      'text: 1. Импорттаушы ел',
      'text: 2. Орнату орны',
      'text: 3. Өнімді түпкі пайдалану',
      'text: 5. Импорттаушы: Т.А.Ә.',
      'text: 5. Импорттаушы: Лауазымы',
      'signature: 5. Импорттаушы: Қолы',
      'stamp: 5. Импорттаушы: МО',
      'date: 5. Импорттаушы: Күні',
    ])
  })

  it('keep the boxes of one line beside each other', () => {
    expect(
      read(grid, 'pdf-text').layout.map((block) =>
        block.type === 'box' ? [block.number, block.width, block.lines?.length ?? 0] : block.type,
      ),
    ).toEqual([
      ['1.', 1, 0],
      ['2.', 0.5, 0],
      ['3.', 0.5, 0],
      ['4.', 1, 0],
      ['5.', 1, 3],
    ])
  })
})
