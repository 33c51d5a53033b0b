/** Blanks cut by hand from the sources, each a different shape. What F1's parser makes of the same places may differ in detail. */
import type {Annex, Field, Inline, LayoutBlock} from '../../parser/model/index.ts'
import type {AnnexContext} from '../../templates/wording.ts'

export const text = (value: string): Inline => ({type: 'text', value})
export const gap = (
  field: string,
  width: number,
  caption: string | null = null,
  part?: 'day' | 'month' | 'year' | 'quarter' | 'option',
): Inline => ({type: 'gap', field, width, caption, ...(part ? {part} : {})})
/** «20__ ж. «__» _____» */
export const date = (field: string, word = 'ж.'): Inline[] => [
  text('20'),
  gap(field, 2, null, 'year'),
  text(` ${word} «`),
  gap(field, 2, null, 'day'),
  text('» '),
  gap(field, 5, null, 'month'),
]

export const field = (name: string, label: string, type: Field['type'] = 'text', more: Partial<Field> = {}): Field => ({
  name,
  label,
  type,
  required: type !== 'stamp',
  ...more,
})

export function annex(
  number: number,
  kind: 'form' | 'certificate',
  title: string,
  fields: Field[],
  layout: LayoutBlock[],
  id = `2009-2223-6/${number}`,
): Annex {
  return {id, number, kind, title, text: title, lines: [1, 1], fields, layout}
}

export function context(
  blank: Annex,
  more: Partial<AnnexContext['resolution']> = {},
  standard: Partial<AnnexContext['standard']> = {},
): AnnexContext {
  return {
    resolution: {
      id: '2009-2223',
      number: '2223',
      date: '2009-12-29',
      status: 'repealed',
      repealedBy: {number: '219', date: '2014-03-11'},
      ...more,
    },
    standard: {
      id: '2009-2223-6',
      title: 'Запастағы офицерлерге әскери билеттер (әскери билеттердің орнына уақытша куәліктер) беру',
      status: 'included',
      legalStatus: more.status ?? 'repealed',
      ...standard,
    },
    annex: blank,
  }
}

/**
 * sources/2009-2223.pdf.txt, 6793-6860:
 *
 *     __________________________________ облысы
 *     _________________________ ауданы (қаласы)
 *     қорғаныс істері  жөніндегі  басқармасының
 *     …
 *     1.___________________________________________________________________
 *                      (тегі, аты және әкесінің аты)
 */
export const MILITARY = annex(
  4,
  'form',
  'Әскери билет (әскерге шақыру учаскесіне тіркеу туралы куәлік) беру туралы ӨТІНІШ',
  [
    field('region', 'облысы'),
    field('district', 'ауданы (қаласы)'),
    field('name', 'тегі, аты және әкесінің аты'),
    field('born', 'туған жылы, айы, күні', 'date'),
    field('birthplace', 'туған жері – ауыл, кент, аудан, облыс'),
    field('nationality', 'ұлты'),
    field('family', 'отбасы жағдайы'),
    field('address', 'тұрғылықты мекенжайы'),
    field('reason', 'себебін көрсету', 'multiline', {rows: 4}),
    field('date', '20 ___ ж. «_____» _____________', 'date'),
    field('signature', 'қолы', 'signature'),
  ],
  [
    {
      type: 'addressee',
      lines: [
        [gap('region', 34), text(' облысы')],
        [gap('district', 25), text(' ауданы (қаласы)')],
        [text('қорғаныс істері жөніндегі басқармасының (бөлімінің) бастығына')],
      ],
    },
    {type: 'title', lines: ['Әскери билет (әскерге шақыру учаскесіне тіркеу туралы куәлік) беру туралы', 'ӨТІНІШ']},
    {type: 'item', marker: '1.', content: [gap('name', 67, '(тегі, аты және әкесінің аты)')]},
    {type: 'item', marker: '2.', content: [gap('born', 67, '(туған жылы, айы, күні)')]},
    {type: 'item', marker: '3.', content: [gap('birthplace', 67, '(туған жері – ауыл, кент, аудан, облыс)')]},
    {type: 'item', marker: '4.', content: [gap('nationality', 67, '(ұлты)')]},
    {type: 'item', marker: '5.', content: [gap('family', 67, '(отбасы жағдайы)')]},
    {type: 'item', marker: '6.', content: [gap('address', 67, '(тұрғылықты мекенжайы)')]},
    {type: 'rules', field: 'reason', count: 4, caption: '(себебін көрсету)'},
    {
      type: 'paragraph',
      indent: false,
      content: [text('байланысты әскери билет (әскерге шақыру учаскесіне тіркеу туралы куәлік) беруіңізді сұраймын.')],
    },
    {type: 'paragraph', indent: true, content: [text('Өтінішке мыналарды қоса беремін:')]},
    {type: 'item', marker: '1.', content: [text('3х4 – 2 дана фото')]},
    {type: 'item', marker: '2.', content: [text('Жеке куәліктің көшірмесі')]},
    {type: 'signature', content: [...date('date'), text('      '), gap('signature', 18, '(қолы)')]},
    {
      type: 'note',
      text: 'Ескертпе:\nӘскери міндеттілер үшін өздерімен бірге:\n1. Азаматтарды тіркеу кітабы (мекенжай анықтамасы) мен әскери есепке алу құжаты (бар болған кезде).\n2. Әскери-техникалық және басқа да мамандықтар бойынша даярлықтан өткен азаматтар үшін – әскери оқытылған резервті даярлау бағдарламасы бойынша оқуды аяқтағаны туралы сертификат.',
    },
  ],
)

/** sources/2009-2223.pdf.txt, 2285-2325: words and rules in one line, places of several lines, a date and a signature in one line. */
export const PRIVILEGES = annex(
  4,
  'form',
  'ӨТІНІШ',
  [
    field('office', '(ауданы, қаласы)'),
    field('name', '(тегі, аты, әкесінің аты, туған жылы)'),
    field('lives', 'тұрады', 'multiline', {rows: 2}),
    field('registered', 'әскери есепте тұрады', 'multiline', {rows: 2}),
    field('asks', 'Растайтын анықтама беруіңізді сұраймын', 'multiline', {rows: 3}),
    field('drafted', 'Қандай қорғаныс істері жөніндегі бөлімі және қашан әскерге шақырған', 'multiline', {rows: 3}),
    field('rank', 'Сұрау салған кезеңдегі әскери атағы мен лауазым', 'multiline', {rows: 2}),
    field('unit', 'Әскер тегі, әскери бөлімнің нөмірі, бағыныстылығы мен орналасқан жері', 'multiline', {rows: 2}),
    field('certificate', 'Жеңілдікке құқық туралы куәліктің №'),
    field('issued', 'берілген күні', 'date'),
    field('issuer', 'Кім және қашан берді'),
    field('more', 'Қосымша мәліметтер', 'multiline', {rows: 3}),
    field('date', '20 __ ж. «___» __________', 'date'),
    field('signature', 'қолы', 'signature'),
    field('signer', 'тегі, аты'),
  ],
  [
    {
      type: 'addressee',
      lines: [
        [gap('office', 34, '(ауданы, қаласы)'), text(' қорғаныс істері жөніндегі бөлімінің (басқармасының) бастығына')],
        [gap('name', 42, '(тегі, аты, әкесінің аты, туған жылы)')],
        [gap('lives', 36), text(' тұрады')],
        [gap('registered', 22), text(' әскери есепте тұрады')],
      ],
    },
    {type: 'title', lines: ['ӨТІНІШ']},
    {type: 'paragraph', indent: true, content: [text('Растайтын анықтама беруіңізді сұраймын '), gap('asks', 24)]},
    {
      type: 'rules',
      field: 'asks',
      count: 1,
      caption: '(ҰОС қатысушысының, интернационалист жауынгердің, Чернобыль авариясын жоюшының, әскери қызмет өткергені туралы,',
    },
    {type: 'rules', field: 'asks', count: 1, caption: 'Семей ядролық полигонында қызмет өткергені туралы)'},
    {
      type: 'paragraph',
      indent: true,
      content: [
        text('Қандай қорғаныс істері жөніндегі бөлімі (басқармасы, департаменті) (әскери комиссариаты) және қашан әскерге шақырған '),
        gap('drafted', 5),
      ],
    },
    {type: 'rules', field: 'drafted', count: 2, caption: null},
    {type: 'paragraph', indent: true, content: [text('Сұрау салған кезеңдегі әскери атағы мен лауазым '), gap('rank', 15)]},
    {type: 'rules', field: 'rank', count: 1, caption: null},
    {type: 'paragraph', indent: true, content: [text('Әскер тегі, әскери бөлімнің нөмірі, бағыныстылығы мен орналасқан жері')]},
    {type: 'rules', field: 'unit', count: 2, caption: null},
    {
      type: 'paragraph',
      indent: true,
      content: [text('Жеңілдікке құқық туралы куәліктің № '), gap('certificate', 10), text(' берілген күні '), gap('issued', 3)],
    },
    {type: 'paragraph', indent: true, content: [text('Кім және қашан берді '), gap('issuer', 42)]},
    {type: 'paragraph', indent: true, content: [text('Қосымша мәліметтер '), gap('more', 44)]},
    {type: 'rules', field: 'more', count: 2, caption: null},
    {type: 'signature', content: [...date('date'), text(' '), gap('signature', 14, '(қолы)'), text('/'), gap('signer', 28)]},
  ],
  '2009-2223-4/4',
)

/** sources/2011-431.pdf.txt, 343-412: a certificate as a grid of boxes, a table on the other side. */
export const CERTIFICATE = annex(
  2,
  'certificate',
  'Импорттаушының (түпкі пайдаланушының) кепілдік міндеттемесі',
  [
    field('number', 'СЕРТИФИКАТ №'),
    ...[
      'Импорттаушы (заңды және нақты мекенжайы, телефоны)',
      'Импорттаушы ел',
      'Экспорттаушы (заңды және нақты мекенжайы, телефоны)',
      'Экспорттаушы ел',
    ].map((label, i) => field(`box-${i + 1}`, label)),
    field('box-9', 'Тауар атауы және толық сипаттамасы', 'multiline', {rows: 3}),
    field('box-10', 'КО СЭҚ ТН тауар бойынша коды'),
    field('box-11', 'Бақылау тізімдері бойынша тауар коды'),
    field('authority-name', 'Т.А.Ә.'),
    field('authority-post', 'Лауазымы'),
    field('authority-signature', 'Қолы', 'signature'),
    field('authority-stamp', 'МО', 'stamp'),
    field('authority-date', 'Күні', 'date'),
    field('goods', 'Кепілдік міндеттемесіне қосымша', 'table', {columns: ['Р/с №', 'Өнімнің атауы және толық сипаттамасы'], rows: 5}),
    field('sheets', 'Барлығы'),
    field('sheet', 'Парақ №'),
  ],
  [
    {type: 'title', lines: ['Импорттаушының (түпкі пайдаланушының) кепілдік міндеттемесі']},
    {type: 'paragraph', indent: false, content: [text('СЕРТИФИКАТ № '), gap('number', 0)]},
    {type: 'box', number: '1', text: 'Импорттаушы (заңды және нақты мекенжайы, телефоны)', field: 'box-1', width: 0.6},
    {type: 'box', number: '2', text: 'Импорттаушы ел', field: 'box-2', width: 0.4},
    {type: 'box', number: '3', text: 'Экспорттаушы (заңды және нақты мекенжайы, телефоны)', field: 'box-3', width: 0.6},
    {type: 'box', number: '4', text: 'Экспорттаушы ел', field: 'box-4', width: 0.4},
    {type: 'box', number: '9', text: 'Тауар атауы және толық сипаттамасы', field: 'box-9', width: 0.5},
    {type: 'box', number: '10', text: 'КО СЭҚ ТН тауар бойынша коды', field: 'box-10', width: 0.25},
    {type: 'box', number: '11', text: 'Бақылау тізімдері бойынша тауар коды', field: 'box-11', width: 0.25},
    {
      type: 'box',
      number: '15',
      text: 'Импорттаушы (түпкі пайдаланушы) 9-тармақта көрсетілген өнімді Қазақстан Республикасына импорттауға міндеттенеді. Импорттаушы (түпкі пайдаланушы) 8-тармақта көрсетілген мақсатта 9-тармақта көрсетілген өнімді пайдалануға, Қазақстан Республикасы аумағында оны шаруашылық қызметінің басқа субъектісіне бермеуге және Қазақстан Республикасының экспорттық бақылау жөніндегі уәкілетті мемлекеттік органның рұқсатынсыз кері экспорттамауға міндеттенеді.',
      field: null,
      width: 1,
    },
    {
      type: 'box',
      number: '16',
      text: 'Қазақстан Республикасының экспорттық бақылау жөніндегі уәкілетті мемлекеттік органы',
      field: null,
      width: 1,
      lines: [
        [text('Т.А.Ә. '), gap('authority-name', 0), text(' Лауазымы '), gap('authority-post', 0)],
        [text('Қолы '), gap('authority-signature', 0), text(', '), gap('authority-stamp', 6)],
        [text('Күні '), gap('authority-date', 0)],
      ],
    },
    {type: 'side', text: 'Сыртқы жағы'},
    {type: 'title', lines: ['Импорттаушының (түпкі пайдаланушының) кепілдік міндеттемесіне', 'қосымша']},
    {
      type: 'table',
      field: 'goods',
      columns: [
        'Р/с №',
        'Өнімнің атауы және толық сипаттамасы',
        'КО СЭҚ ТН коды',
        'Бақылау тізімдері бойынша өнімнің коды',
        'Саны',
        'Өлшем бірліктері',
      ],
      numbers: true,
      rows: ['1.', '2.', '3.', '4.', '5.'].map((number) => [number, '', '', '', '', '']),
    },
    {type: 'paragraph', indent: false, content: [text('Барлығы '), gap('sheets', 3), text(' парақ')]},
    {type: 'paragraph', indent: false, content: [text('Парақ № '), gap('sheet', 6)]},
  ],
  '2011-431-1/2',
)

/** sources/2012-1278.md, 245-285: rules lost but for five underscores, captions on the line below. */
export const MEDIA = annex(
  1,
  'form',
  'Өтініш',
  [
    field('body', 'мерзімді баспасөз басылымын және (немесе) ақпарат агенттігін есепке қою туралы куәлік беруші органның толық атауы'),
    field('head', 'мерзімді баспасөз басылымын және (немесе) ақпарат агенттігін есепке қою туралы куәлік беруші орган басшының Т.А.Ә.'),
    field('media', 'БАҚ немесе ақпарат агенттігінің атауы, түрі'),
    field('owner', 'Меншік иесі'),
    field('iin', 'ЖИН/БИН'),
    field('owner-address', 'Меншік иесінің мекенжайы'),
    field('language', 'Мерзімді баспасөз басылымының немесе ақпарат агенттігінің тілі'),
    field('frequency', 'Жиілігі'),
    field('subject', 'Тақырыптық бағыты'),
    field('area', 'Таралу аумағы'),
    field('editor', 'Бас редактордың Т.А.Ә.'),
    field('agree', 'Келісемін', 'checkbox'),
    field('send', 'Жіберілсін', 'checkbox', {options: ['пошта арқылы', 'қолма-қол']}),
    field('enclosed', 'Қоса беремін', 'multiline', {rows: 2}),
    field('stamp', 'М.О.', 'stamp'),
    field('signature', 'қолы', 'signature'),
    field('date', '20__ жылғы «__» _____', 'date'),
  ],
  [
    {
      type: 'addressee',
      lines: [
        [
          gap(
            'body',
            0,
            '(мерзімді баспасөз басылымын және (немесе) ақпарат агенттігін есепке қою туралы куәлік беруші органның толық атауы)',
          ),
        ],
        [
          gap(
            'head',
            0,
            '(мерзімді баспасөз басылымын және (немесе) ақпарат агенттігін есепке қою туралы куәлік беруші орган басшының Т.А.Ә.)',
          ),
        ],
      ],
    },
    {type: 'title', lines: ['Өтініш']},
    {
      type: 'paragraph',
      indent: true,
      content: [
        text('Сізден '),
        gap('media', 0, '(БАҚ немесе ақпарат агенттігінің атауы, түрі)'),
        text(
          ' мерзімді баспасөз басылымын немесе ақпарат агенттігін есепке алуды (қайта есепке алуды, телнұсқа беруді жүзеге асыруды) сұраймын',
        ),
      ],
    },
    {
      type: 'paragraph',
      indent: false,
      content: [text('Меншік иесі '), gap('owner', 0, '(аты-жөні (болған жағдайда)/ атауы және ұйымдастыру-құқықтық нысаны)')],
    },
    {type: 'paragraph', indent: false, content: [text('ЖИН/БИН '), gap('iin', 5)]},
    {
      type: 'paragraph',
      indent: false,
      content: [text('Меншік иесінің мекенжайы '), gap('owner-address', 5, '(тұрғылықты жері/орналасқан жері, байланыс деректері)')],
    },
    {
      type: 'paragraph',
      indent: false,
      content: [text('Мерзімді баспасөз басылымының немесе ақпарат агенттігінің тілі '), gap('language', 5)],
    },
    {type: 'paragraph', indent: false, content: [text('Жиілігі '), gap('frequency', 5)]},
    {type: 'paragraph', indent: false, content: [text('Тақырыптық бағыты '), gap('subject', 5)]},
    {type: 'paragraph', indent: false, content: [text('Таралу аумағы '), gap('area', 5)]},
    {type: 'paragraph', indent: false, content: [text('Бас редактордың Т.А.Ә. '), gap('editor', 5)]},
    {type: 'paragraph', indent: false, content: [gap('agree', 1), text(' Келісемін')]},
    {
      type: 'paragraph',
      indent: false,
      content: [text('Жіберілсін: '), gap('send', 0, 'пошта арқылы', 'option'), text(' '), gap('send', 0, 'қолма-қол', 'option')],
    },
    {type: 'paragraph', indent: false, content: [text('Қоса беремін:')]},
    {type: 'rules', field: 'enclosed', count: 2, caption: null, markers: ['1.', '2.']},
    {type: 'signature', content: [gap('stamp', 0), text(' '), gap('signature', 20, '(қолы)'), text(' '), ...date('date', 'жылғы')]},
  ],
  '2012-1278-1/1',
)
