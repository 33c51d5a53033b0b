/**
 * A small resolution made of excerpts from the sources: two standards and an excluded one, points with items, an
 * office table with two regions, a blank, quality indicators, notes of amendment.
 */
import {readFacts} from '../../parser/facts/index.ts'
import type {Annex, Indicator, Item, Note, OfficeRow, Point, Standard} from '../../parser/model/index.ts'
import type {ActModel} from '../../scripts/lib/sources/print-act.ts'

const NO_LINES: [number, number] = [0, 0]
const RESOLUTION = '2009-2223'
const IN_FORCE = '(алғашқы ресми жарияланған күнінен бастап күнтізбелік он күн өткен соң қолданысқа енгізіледі)'

function point(number: number, ...paragraphs: string[]): Point {
  const items = paragraphs.flatMap((paragraph): Item[] => {
    const marker = /^(\d+\)) /u.exec(paragraph)
    return marker ? [{marker: marker[1]!, text: paragraph.slice(marker[0].length), lines: NO_LINES}] : []
  })
  return {number: String(number), text: paragraphs.join('\n'), lines: NO_LINES, items}
}

function note(target: string, effect: Note['effect'], words: string, date: string, printedDate: string, number: string): Note {
  return {
    text: `Ескерту. ${words} - ҚР Үкіметінің ${printedDate} № ${number} қаулысымен ${IN_FORCE}.`,
    date,
    number,
    target,
    effect,
    lines: NO_LINES,
  }
}

function row(number: string, ...cells: string[]): OfficeRow {
  return {number, cells, inherited: [], office: null, lines: NO_LINES}
}

function standard(ordinal: number, title: string, rest: Partial<Standard>): Standard {
  const points = rest.points ?? []
  return {
    id: `${RESOLUTION}-${ordinal}`,
    resolution: RESOLUTION,
    ordinal,
    title,
    status: 'included',
    legalStatus: 'repealed',
    lines: NO_LINES,
    notes: [],
    sections: [],
    annexes: [],
    ...rest,
    points,
    facts: readFacts({title, points}),
  }
}

const SECTIONS = ['Жалпы ережелер', 'Мемлекеттік қызмет көрсету тәртібі', 'Жұмыс қағидаттары', 'Жұмыс нәтижелері', 'Шағымдану тәртібі']

function sections(...points: string[][]): Standard['sections'] {
  return SECTIONS.map((title, at) => ({number: at + 1, title, points: points[at] ?? [], lines: NO_LINES}))
}

const offices: Annex = {
  id: `${RESOLUTION}-2/1`,
  number: 1,
  kind: 'offices',
  title: 'Халыққа қызмет көрсету орталықтарының мекенжайлары мен телефондары',
  text: '',
  lines: NO_LINES,
  columns: ['Орталықтардың атауы', 'Орналасқан мекенжайы', 'Телефон нөмірлері'],
  groups: [
    {
      heading: '«Ақмола облысы бойынша ХҚО» РМК филиалы',
      rows: [
        row('1', '«Ақмола облысы бойынша ХҚО» РМК филиалы', 'Көкшетау қаласы, Әуезов көшесі, 189а-үй', '8 (7162) 40-10-76'),
        row('1)', 'Көкшетау қалалық бөлімі', 'Көкшетау қаласы, Абай көшесі, 142-үй', '8 (7162) 25-04-78'),
        row('2)', 'Ақкөл аудандық бөлімі', 'Ақкөл қаласы, Нұрмағамбетов көшесі, 102-үй', '8 (71638) 2-09-96'),
      ],
    },
    {
      heading: '«Қарағанды облысы бойынша ХҚО» РМК филиалы',
      rows: [
        row('2', '«Қарағанды облысы бойынша ХҚО» РМК филиалы', 'Қарағанды қаласы, Чкалов көшесі, 7', '8 (7212) 41-63-10'),
        row('1)', 'Абай аудандық № 1 бөлімі', 'Абай қаласы, Абай көшесі, 54', '8 (72131) 4-77-07'),
        row('2)', 'Саран қаласының бөлімі', 'Саран қаласы, Жамбыл көшесі, 85', '8 (72137) 4-25-26'),
      ],
    },
  ],
}

const form: Annex = {
  id: `${RESOLUTION}-2/2`,
  number: 2,
  kind: 'form',
  title: 'Өтініш',
  text: '',
  lines: NO_LINES,
  fields: [
    {name: 'azamat', label: 'Азамат (өтініш берушінің Т.А.Ә.)', type: 'text', required: false},
    {name: 'iin', label: 'ЖСН', type: 'text', format: 'iin', required: false},
    {name: 'signature', label: 'Қолы', type: 'signature', required: false},
  ],
  layout: [
    {type: 'title', lines: ['Өтініш']},
    {
      type: 'paragraph',
      indent: true,
      content: [
        {type: 'text', value: 'Азамат '},
        {type: 'gap', field: 'azamat', width: 0, caption: '(өтініш берушінің Т.А.Ә.)'},
      ],
    },
    {
      type: 'paragraph',
      indent: true,
      content: [
        {type: 'text', value: 'ЖСН '},
        {type: 'gap', field: 'iin', width: 0, caption: null},
      ],
    },
    {
      type: 'paragraph',
      indent: true,
      content: [{type: 'text', value: 'Әскери қызмет өткергенімді растайтын анықтама беруіңізді сұраймын.'}],
    },
    {
      type: 'signature',
      content: [
        {type: 'text', value: 'Қолы '},
        {type: 'gap', field: 'signature', width: 9, caption: null},
      ],
    },
  ],
}

function indicator(group: string, code: string, label: string, normative: string): Indicator {
  return {group, code, label, normative, target: '', current: ''}
}

const indicators: Annex = {
  id: `${RESOLUTION}-2/3`,
  number: 3,
  kind: 'indicators',
  title: 'Сапа және тиімділік көрсеткіштерінің мәні',
  text: '',
  lines: NO_LINES,
  columns: [
    'Сапа және қол жетімділік көрсеткіштері',
    'Көрсеткіштің нормативтік мәні',
    'Көрсеткіштің келесі жылдағы мақсатты мәні',
    'Көрсеткіштің есептілік жылындағы ағымдағы мәні',
  ],
  indicators: [
    indicator(
      '1. Уақтылық',
      '1.1',
      'Құжаттар тапсырылған сәттен бастап белгіленген мерзімде қызмет көрсету жағдайларының %-ы (үлесі)',
      '95 %',
    ),
    indicator('2. Сапасы', '2.1', 'Қызмет көрсету үдерісінің сапасына қанағаттанған тұтынушылардың %-ы (үлесі)', '90 %'),
    indicator(
      '3. Қолжетімділік',
      '3.1',
      'Қызмет көрсету тәртібінің сапасына және ол туралы ақпаратқа қанағаттанған тұтынушылардың %-ы (үлесі)',
      '80 %',
    ),
    indicator('3. Қолжетімділік', '3.2', 'Ақпаратына электрондық форматта қол жеткізуге болатын қызметтердің %-ы (үлесі)', '50 %'),
  ],
}

const EXCLUDED_TITLE = 'Запастағы офицерлерді әскери есепке алу'
const SERVICE_TITLE = 'Адамдарға әскери қызмет өткергенін растау туралы анықтамалар беру'
const SMALL_TITLE = 'Азаматтың әскери қызметке қатыстылығы туралы анықтамалар беру'

/** The model that every format must give back. */
export const model: ActModel = {
  resolution: {
    id: RESOLUTION,
    number: '2223',
    date: '2009-12-29',
    title: 'Қазақстан Республикасы Қорғаныс министрлігінің мемлекеттік қызметтер стандарттарын бекіту туралы',
    kind: 'resolution',
    signatory: {name: 'К. Мәсімов', role: 'Қазақстан Республикасының Премьер-Министрі'},
    status: 'repealed',
    repealedBy: {number: '219', date: '2014-03-11'},
    notes: [
      note('', 'repealed', 'Күші жойылды', '2014-03-11', '11.03.2014', '219'),
      note('1-тармақ', 'restated', '1-тармақ жаңа редакцияда', '2013-05-08', '08.05.2013', '473'),
    ],
    preamble:
      'Қазақстан Республикасының 2008 жылғы 4 желтоқсандағы Бюджет кодексінің 34-бабына, «Ақпараттандыру туралы» Қазақстан Республикасының 2007 жылғы 11 қаңтардағы Заңының 29-бабына сәйкес Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:',
    points: [
      point(
        1,
        'Қоса беріліп отырған:',
        '1) алынып тасталды - ҚР Үкіметінің 08.05.2013 № 473 қаулысымен;',
        `2) «${SERVICE_TITLE}» мемлекеттік қызмет стандарты;`,
        `3) «${SMALL_TITLE}» мемлекеттік қызмет стандарты бекітілсін.`,
      ),
      point(2, 'Осы қаулы алғаш рет ресми жарияланған күнінен бастап он күнтізбелік күн өткен соң қолданысқа енгізіледі.'),
    ],
    standards: [1, 2, 3].map((ordinal) => `${RESOLUTION}-${ordinal}`),
    amendments: [],
    attachments: [],
    source: {file: '', format: '', sha256: '', lines: 0},
  },
  standards: [
    standard(1, EXCLUDED_TITLE, {
      status: 'excluded',
      notes: [note('Стандарт', 'excluded', 'Стандарт алынып тасталды', '2013-05-08', '08.05.2013', '473')],
    }),
    standard(2, SERVICE_TITLE, {
      notes: [note('Стандарт', 'restated', 'Стандарт жаңа редакцияда', '2012-12-29', '29.12.2012', '1741')],
      sections: sections(['1', '2', '3', '4', '5', '6'], ['7', '8'], ['9'], ['10'], ['11', '12']),
      points: [
        point(
          1,
          'Мемлекеттік қызметті мекенжайлары осы стандартқа 1-қосымшада көрсетілген жергілікті әскери басқару органдары (бұдан әрі – уәкілетті орган) көрсетеді.',
          'Шалғай елді мекендердің тұрғындарына қолжетімділікті қамтамасыз ету мақсатында мемлекеттік қызмет көрсету мобильді халыққа қызмет көрсету орталықтары арқылы жүзеге асырылады.',
        ),
        point(2, 'Көрсетілетін мемлекеттік қызметтің нысаны – автоматтандырылмаған.'),
        point(
          3,
          'Мемлекеттік қызмет «Халықты жұмыспен қамту туралы» Қазақстан Республикасының 2001 жылғы 23 қаңтардағы Заңының 8-бабы 1-тармағының 2), 5), 6) тармақшаларына сәйкес көрсетіледі.',
        ),
        point(
          4,
          'Мемлекеттік қызмет көрсету мерзімдері:',
          '1) құжаттарды ресімдеу мерзімі - 1 жұмыс күні;',
          '2) кезекте күту уақыты - қажетті құжаттарды тапсырған кезде 20 минуттан артық емес;',
          '3) құжаттарды алу кезінде күту уақыты - 10 минуттан аспайды.',
        ),
        point(5, 'Мемлекеттік қызмет тегін көрсетіледі.'),
        point(
          6,
          'Жұмыс кестесі:',
          '1) уәкілетті органда – дүйсенбіден бастап жұманы қоса алғанда күн сайын сағат 9.00-ден 17.00-ге дейін, түскі үзіліс сағат 13.00-ден 15.00-ге дейін;',
          '2) порталда – тәулік бойы.',
        ),
        point(
          7,
          'Мемлекеттік қызметті алу үшін тұтынушы мынадай құжаттарды тапсырады:',
          '1) осы стандартқа 2-қосымшаға сәйкес үлгі бойынша өтініш;',
          '2) жеке куәлік.',
          'Мемлекеттік қызметті алушы салыстырып тексеру үшін құжаттардың түпнұсқасын ұсынады.',
        ),
        point(
          8,
          'Егер осы стандарттың 7-тармағында көрсетілген барлық құжаттар ұсынылмаған жағдайда мемлекеттік қызмет көрсетуден бас тартылады.',
        ),
        point(9, 'Орталықтың қызметі адамның конституциялық құқықтары мен бостандықтарын сақтау қағидаттарына негізделеді.'),
        point(
          10,
          'Мемлекеттік қызмет көрсету нәтижелері осы стандартқа 3-қосымшаға сәйкес сапа және қолжетімділік көрсеткіштерімен өлшенеді.',
        ),
        point(11, 'Көрсетілген мемлекеттік қызмет нәтижелерімен келіспеген жағдайларда шағым уәкілетті орган басшысының атына беріледі.'),
        point(
          12,
          'Қазақстан Республикасы Қорғаныс министрлігінің мекенжайы: 010000, Астана қаласы, Достық көшесі, № 14 үй, телефоны: 8 (7172) 72-18-54, интернет-ресурсы: www.mod.gov.kz.',
        ),
      ],
      annexes: [offices, form, indicators],
    }),
    standard(3, SMALL_TITLE, {
      sections: sections(['1', '2'], ['3'], ['4'], ['5'], ['6']),
      points: [
        point(1, 'Мемлекеттік қызметті аудандардың жергілікті әскери басқару органдары (бұдан әрі – уәкілетті орган) көрсетеді.'),
        point(2, 'Көрсетілетін мемлекеттік қызметтің нысаны – ішінара автоматтандырылған.'),
        point(3, 'Өтініштің бланкісін уәкілетті органның қызметкері береді.'),
        point(4, 'Уәкілетті органның қызметі сыпайылық қағидатына негізделеді.'),
        point(5, 'Көрсеткіштердің нысаналы мәндері жыл сайын Қазақстан Республикасы Қорғаныс министрінің бұйрығымен бекітіледі.'),
        point(
          6,
          'Мемлекеттік қызмет нәтижелерімен келіспеген жағдайларда тұтынушының заңнамада белгіленген тәртіппен сотқа жүгінуге құқығы бар.',
        ),
      ],
    }),
  ],
}
