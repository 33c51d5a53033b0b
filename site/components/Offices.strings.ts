/** Texts of the pages of offices that the shared table has not. */
import {counted as englishCount, number as englishNumber} from '../i18n/en/format.ts'
import {number} from '../i18n/kk/format.ts'
import {counted as russianCount, number as russianNumber} from '../i18n/ru/format.ts'
import type {Phone} from '../../parser/model/index.ts'
import type {LinkParts} from '../i18n/link-parts.ts'
import {translations} from '../i18n/translations.ts'
import type {Topic} from '../prepare/discrepancies.ts'

type Seven = readonly [string, string, string, string, string, string, string]

interface Texts {
  /** Headings of the kinds of offices, in the plural. */
  kinds: Record<string, string>
  otherKind: string
  /** What an office is called whose name the lists do not give. */
  unnamed: (kind: string) => string

  regions: string
  mapNote: string
  mapLabel: string
  byDistrict: string
  byKind: string
  order: string
  kindsList: string
  districtsList: string
  noPlace: string
  services: string
  servicesLead: string

  /** Of a region: its service centres, all its offices. */
  regionLead: (centres: number, all: number) => string
  districtsLead: (places: number, all: number) => string
  /** Which lists the data are from; from and to are years. */
  listsFrom: (acts: number, from: string, to: string) => string
  listsRepealed: (acts: number, years: string) => string
  someRepealed: (repealed: number, acts: number) => string
  editions: string
  printed: string
  filterHint: string
  /** {count} and {all} are filled in on the page. */
  shown: string
  nothingFound: string
  loading: string
  ownPage: string
  close: string
  allServices: (count: number) => string
  hoursOfKind: string

  noAddress: string
  noPhone: string
  /** Why a number cannot be dialled from the page. */
  doubts: Record<NonNullable<Phone['doubt']>, string>
  asOf: string
  /** The date comes in the form of «dateOf». */
  listOf: (date: string) => string
  days: Seven
  dayOff: string
  noPause: string
  pause: (from: string, to: string) => string
  hoursFromPoint: string
  hoursFromRow: string
  alsoIn: (standards: number) => string
  noWeek: string
  noHours: string
  noServices: string
  otherNames: string
  only: {latin: string; signs: string}
  matrixNote: string
  squareNote: string
  odd: string
  stands: string
  oddStands: string
  absent: string
  /** The value stands in so many of the lists of an act that name the office. */
  part: (count: number, of: number) => string
  nothingPrinted: string
  rowsNote: string

  howToTitle: string
  howTo: readonly string[]
  topics: Record<Topic, string>
  allTopics: string
  byRegion: string
  weighty: string
  weightyNote: string
  ofRegion: (count: number) => string
  /** Before, in and after a link. */
  weightiest: (shown: number, count: number) => LinkParts
  listsWith: string

  servicePage: string
  serviceLead: (offices: number, regions: number) => string
  serviceNote: string
  toStandard: string
  all: string
  some: (count: number, of: number) => string
  someTitle: string
  officialLists: string
}

const OFFICES = {one: 'учреждение', few: 'учреждения', other: 'учреждений'}
const CENTRES = {one: 'центр обслуживания населения', few: 'центра обслуживания населения', other: 'центров обслуживания населения'}

const kk: Texts = {
  kinds: {
    'service-centre': 'Халыққа қызмет көрсету орталықтары',
    'employment-office': 'Жұмыспен қамту және әлеуметтік бағдарламалар бөлімдері',
    'pension-department': 'Зейнетақы төлеу орталығының бөлімшелері',
    'medical-expertise-department': 'Медициналық-әлеуметтік сараптама бөлімдері',
    'social-control-department': 'Бақылау және әлеуметтік қорғау департаменттері',
    'housing-department': 'Тұрғын үй бөлімдері',
    'local-executive-body': 'Әкімдіктер',
    'defence-department': 'Қорғаныс істері департаменттері',
    archive: 'Мұрағаттар',
    'archive-administration': 'Мұрағаттар және құжаттама басқармалары',
    'competent-authority': 'Уәкілетті органдар',
  },
  otherKind: 'Басқа мекемелер',
  unnamed: (kind) => `${kind} (атауы тізімде жоқ)`,

  regions: 'Өңірін таңдаңыз',
  mapNote: 'Қолмен сызылған нобай: өңірлердің 2012 жылғы шекарасы шамамен көрсетілген. Сан – мекемелер саны.',
  mapLabel: 'Өңірлердің нобай картасы',
  byDistrict: 'Ауданы мен қаласы бойынша',
  byKind: 'Түрі бойынша',
  order: 'Тізімнің реті',
  kindsList: 'Мекеме түрлері',
  districtsList: 'Аудандар мен қалалар',
  noPlace: 'Орны көрсетілмеген',
  services: 'Қызметі бойынша',
  servicesLead: 'Қызметті таңдасаңыз, оны көрсететін мекемелер өңірлер бойынша шығады.',

  regionLead: (centres, all) =>
    centres === 0 ? `${number(all)} мекеме` : `${number(centres)} халыққа қызмет көрсету орталығы, барлығы ${number(all)} мекеме`,
  districtsLead: (places, all) => `${number(places)} аудан мен қала, ${number(all)} мекеме`,
  listsFrom: (acts, from, to) =>
    `Деректер ${acts === 1 ? '' : `${acts} `}қаулының ${from === to ? from : `${from}–${to}`} ${from === to ? 'жылғы' : 'жылдардағы'} ${acts === 1 ? 'тізімінен' : 'тізімдерінен'} алынған.`,
  listsRepealed: (acts, years) =>
    acts === 1 ? `Тізімді бекіткен қаулының күші ${years} жылы жойылды.` : `Тізімдерді бекіткен қаулылардың күші ${years} жылы жойылды.`,
  someRepealed: (repealed, acts) => `Тізімдерді бекіткен ${acts} қаулының ${repealed} қаулысы күшін жойған.`,
  editions: 'Тізімдердің күні',
  printed: 'Басып шығарылған күні',
  filterHint: 'Қазақ әріптерінсіз немесе латынша жазса да болады.',
  shown: '{all} мекеменің {count} мекемесі көрсетілді',
  nothingFound: 'Ештеңе табылмады. Сөзді қысқартып көріңіз немесе басқа өңірді таңдаңыз.',
  loading: 'Жүктеліп жатыр …',
  ownPage: 'Мекеменің өз беті',
  close: 'Жабу',
  allServices: (count) => `барлығы ${number(count)} қызмет`,
  hoursOfKind: 'Жұмыс уақыты',

  noAddress: 'Тізімдерде мекенжайы көрсетілмеген.',
  noPhone: 'Тізімдерде телефоны көрсетілмеген.',
  doubts: {
    'too-short': 'цифры жетіспейді',
    'too-long': 'цифры артық',
    'unknown-code': 'мұндай қала коды жоқ',
    'other-region': 'басқа өңірдің коды',
    'no-code': 'қала коды жазылмаған',
  },
  asOf: 'Мәлімет күні',
  listOf: (date) => `${date} тізім`,
  days: ['Дс', 'Сс', 'Ср', 'Бс', 'Жм', 'Сн', 'Жс'],
  dayOff: 'демалыс',
  noPause: 'Түскі үзіліссіз',
  pause: (from, to) => `Түскі үзіліс ${from}–${to}`,
  hoursFromPoint: 'Мекеменің өз жолында жұмыс уақыты жоқ. Бұл – стандарттың осындай мекемелер туралы тармағы:',
  hoursFromRow: 'Тізімде осылай жазылған:',
  alsoIn: (standards) => `тағы ${number(standards)} стандартта осылай`,
  noWeek: 'Бұл сөздерден апта кестесі анық шықпайды.',
  noHours: 'Бұл мекеменің жұмыс уақыты тізімдерде де, стандарттарда да айтылмаған. Қоңырау шалып біліңіз.',
  noServices: 'Мекеме бірде-бір стандарттың тізімінде жоқ.',
  otherNames: 'Басқаша жазылуы',
  only: {latin: 'кей әрпі латынша', signs: 'белгілері немесе бас әріптері басқа'},
  matrixNote: 'Тізімдер бір-біріне сәйкес келмейді: бармас бұрын қоңырау шалыңыз.',
  squareNote: 'Толық шаршы – осы тізімде солай жазылған.',
  odd: 'өзгеше',
  stands: 'осында тұр',
  oddStands: 'өзгеше мән осында тұр',
  absent: 'жоқ',
  part: (count, of) => `${of} тізімнің ${count} тізімінде`,
  nothingPrinted: 'көрсетілмеген',
  rowsNote: 'Сілтеме қосымшаның өз жолына апарады.',

  howToTitle: 'Не істеу керек',
  howTo: [
    'Бармас бұрын қоңырау шалыңыз: тізімдердің бірінде ескі нөмір немесе мекенжай болуы мүмкін.',
    'Бір нөмір жауап бермесе, басқа тізімдегі нөмірге немесе өңірдің бас мекемесіне хабарласыңыз.',
    'Қай тізім кейінірек шыққанын қараңыз: күні әр мәннің жанында тұр.',
  ],
  topics: {address: 'Мекенжайы', phones: 'Телефоны', other: 'Атауы, поштасы, жұмыс уақыты'},
  allTopics: 'Барлығы',
  byRegion: 'Өңірлер бойынша',
  weighty: 'Алдымен мыналарды тексеріңіз',
  weightyNote: 'Тізімдер басқа елді мекенді немесе басқа көшені атайды.',
  ofRegion: (count) => `${number(count)} айырмашылық`,
  weightiest: (shown, count) => [
    `${number(count)} айырмашылықтың ең маңызды ${number(shown)} көрсетілген; барлығы – `,
    'кестеде (CSV)',
    '.',
  ],
  listsWith: 'Қай тізімде',

  servicePage: 'Қайда көрсетіледі',
  serviceLead: (offices, regions) => `${number(regions)} өңірдегі ${number(offices)} мекеме`,
  serviceNote: 'Өңірдегі санды бассаңыз, мекемелердің мекенжайы мен телефоны ашылады.',
  toStandard: 'Стандарттың беті: құжаттар, мерзімі, ақысы',
  all: 'Барлығы',
  some: (count, of) => `${of} мекеменің ${count} мекемесі`,
  someTitle: 'Барлық мекемесі емес',
  officialLists: 'Ресми тізімдер',
}

const ru: Texts = {
  kinds: {
    'service-centre': 'Центры обслуживания населения',
    'employment-office': 'Отделы занятости и социальных программ',
    'pension-department': 'Отделения центра по выплате пенсий',
    'medical-expertise-department': 'Отделы медико-социальной экспертизы',
    'social-control-department': 'Департаменты по контролю и социальной защите',
    'housing-department': 'Жилищные отделы',
    'local-executive-body': 'Акиматы',
    'defence-department': 'Департаменты по делам обороны',
    archive: 'Архивы',
    'archive-administration': 'Управления архивов и документации',
    'competent-authority': 'Уполномоченные органы',
  },
  otherKind: 'Другие учреждения',
  unnamed: (kind) => `${kind} (в списке без названия)`,

  regions: 'Выберите регион',
  mapNote: 'Схема нарисована от руки: границы регионов 2012 года показаны приблизительно. Число – количество учреждений.',
  mapLabel: 'Схематическая карта регионов',
  byDistrict: 'По районам и городам',
  byKind: 'По видам',
  order: 'Порядок списка',
  kindsList: 'Виды учреждений',
  districtsList: 'Районы и города',
  noPlace: 'Место не указано',
  services: 'По услугам',
  servicesLead: 'Выберите услугу, и вы увидите по регионам, какие учреждения её оказывают.',

  regionLead: (centres, all) =>
    centres === 0 ? russianCount(all, OFFICES) : `${russianCount(centres, CENTRES)}, всего ${russianCount(all, OFFICES)}`,
  districtsLead: (places, all) => `Районы и города: ${places}, ${russianCount(all, OFFICES)}`,
  listsFrom: (acts, from, to) =>
    `Данные взяты из ${acts === 1 ? 'списка постановления' : `списков ${russianCount(acts, {one: 'постановления', other: 'постановлений'})}`} ${from === to ? `${from} года` : `${from}–${to} годов`}.`,
  listsRepealed: (acts, years) =>
    acts === 1
      ? `Постановление, утвердившее список, утратило силу в ${years} году.`
      : `Постановления, утвердившие списки, утратили силу в ${years} году.`,
  someRepealed: (repealed, acts) => `Из утвердивших списки постановлений (${acts}) утратили силу: ${repealed}.`,
  editions: 'Даты списков',
  printed: 'Напечатано',
  filterHint: 'Можно без казахских букв или латиницей.',
  shown: 'Показано учреждений: {count} из {all}',
  nothingFound: 'Ничего не найдено. Сократите слово или выберите другой регион.',
  loading: 'Загрузка …',
  ownPage: 'Страница учреждения',
  close: 'Закрыть',
  allServices: (count) => `всего ${russianCount(count, {one: 'услуга', few: 'услуги', other: 'услуг'})}`,
  hoursOfKind: 'Часы работы',

  noAddress: 'Адрес в списках не указан.',
  noPhone: 'Телефон в списках не указан.',
  doubts: {
    'too-short': 'не хватает цифр',
    'too-long': 'лишние цифры',
    'unknown-code': 'такого кода города нет',
    'other-region': 'код другого региона',
    'no-code': 'не указан код города',
  },
  asOf: 'Сведения на дату',
  listOf: (date) => `список ${date}`,
  days: ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'],
  dayOff: 'выходной',
  noPause: 'Без обеденного перерыва',
  pause: (from, to) => `Обеденный перерыв ${from}–${to}`,
  hoursFromPoint: 'В строке учреждения часов работы нет. Это пункт стандарта о таких учреждениях:',
  hoursFromRow: 'Так записано в списке:',
  alsoIn: (standards) => `так же ещё в ${russianCount(standards, {one: 'стандарте', other: 'стандартах'})}`,
  noWeek: 'По этим словам нельзя точно составить расписание недели.',
  noHours: 'Часы работы учреждения не указаны ни в списках, ни в стандартах. Уточните по телефону.',
  noServices: 'Учреждения нет в списках ни одного стандарта.',
  otherNames: 'Как ещё пишут',
  only: {latin: 'часть букв латинские', signs: 'отличаются знаки или прописные буквы'},
  matrixNote: 'Списки не совпадают друг с другом: позвоните, прежде чем идти.',
  squareNote: 'Полный квадрат – так записано в этом списке.',
  odd: 'отличается',
  stands: 'указано здесь',
  oddStands: 'отличающееся значение указано здесь',
  absent: 'нет',
  part: (count, of) => `в ${count} из ${of} списков`,
  nothingPrinted: 'не указано',
  rowsNote: 'Ссылка ведёт к строке приложения.',

  howToTitle: 'Что делать',
  howTo: [
    'Позвоните, прежде чем идти: в одном из списков может стоять старый номер или адрес.',
    'Если номер не отвечает, попробуйте номер из другого списка или позвоните в головное учреждение региона.',
    'Посмотрите, какой список вышел позже: дата стоит возле каждого значения.',
  ],
  topics: {address: 'Адрес', phones: 'Телефон', other: 'Название, почта, часы работы'},
  allTopics: 'Всего',
  byRegion: 'По регионам',
  weighty: 'Проверьте в первую очередь',
  weightyNote: 'Списки называют другой населённый пункт или другую улицу.',
  weightiest: (shown, count) => [
    `Показаны самые важные: ${russianNumber(shown)} из ${russianNumber(count)}; все – `,
    'в таблице (CSV)',
    '.',
  ],
  ofRegion: (count) => russianCount(count, {one: 'расхождение', few: 'расхождения', other: 'расхождений'}),
  listsWith: 'В каком списке',

  servicePage: 'Где оказывают услугу',
  serviceLead: (offices, regions) => `${russianCount(offices, OFFICES)} в ${russianCount(regions, {one: 'регионе', other: 'регионах'})}`,
  serviceNote: 'Нажмите на число в строке региона: откроются адреса и телефоны учреждений.',
  toStandard: 'Страница стандарта: документы, срок, стоимость',
  all: 'Всего',
  some: (count, of) => `${count} из ${of}`,
  someTitle: 'Не все учреждения',
  officialLists: 'Официальные списки',
}

const en: Texts = {
  kinds: {
    'service-centre': 'Public service centres',
    'employment-office': 'Employment and social programmes offices',
    'pension-department': 'Pension payment centre departments',
    'medical-expertise-department': 'Medical and social assessment departments',
    'social-control-department': 'Control and social protection departments',
    'housing-department': 'Housing departments',
    'local-executive-body': 'Local executive bodies (akimats)',
    'defence-department': 'Defence departments',
    archive: 'Archives',
    'archive-administration': 'Archive and records administrations',
    'competent-authority': 'Competent authorities',
  },
  otherKind: 'Other offices',
  unnamed: (kind) => `${kind} (the list gives no name)`,

  regions: 'Choose a region',
  mapNote: 'A sketch drawn by hand: the borders of the regions in 2012 are approximate. The number is that of the offices.',
  mapLabel: 'Sketch map of the regions',
  byDistrict: 'By district and town',
  byKind: 'By kind',
  order: 'Order of the list',
  kindsList: 'Kinds of offices',
  districtsList: 'Districts and towns',
  noPlace: 'Place not given',
  services: 'By service',
  servicesLead: 'Choose a service to see which offices provide it in each region.',

  regionLead: (centres, all) => {
    const offices = englishCount(all, {one: 'office', other: 'offices'})
    if (centres === 0) return offices
    return `${englishCount(centres, {one: 'public service centre', other: 'public service centres'})}, ${offices} in all`
  },
  districtsLead: (places, all) =>
    `${englishCount(places, {one: 'district or town', other: 'districts and towns'})}, ${englishCount(all, {one: 'office', other: 'offices'})}`,
  listsFrom: (acts, from, to) =>
    `The data are from the lists of ${acts === 1 ? 'a resolution' : `${acts} resolutions`} as they stood in ${from === to ? from : `${from}–${to}`}.`,
  listsRepealed: (acts, years) =>
    acts === 1
      ? `The resolution that approved the list was repealed in ${years}.`
      : `The resolutions that approved the lists were repealed in ${years}.`,
  someRepealed: (repealed, acts) => `Of the ${acts} resolutions that approved the lists, ${repealed} have been repealed.`,
  editions: 'Dates of the lists',
  printed: 'Printed on',
  filterHint: 'Russian or Latin letters work too.',
  shown: '{count} of {all} offices shown',
  nothingFound: 'Nothing found. Shorten the word or choose another region.',
  loading: 'Loading …',
  ownPage: 'Page of the office',
  close: 'Close',
  allServices: (count) => (count === 1 ? 'see the service' : `all ${count} services`),
  hoursOfKind: 'Hours',

  noAddress: 'The lists give no address.',
  noPhone: 'The lists give no telephone number.',
  doubts: {
    'too-short': 'digits are missing',
    'too-long': 'too many digits',
    'unknown-code': 'no such area code',
    'other-region': 'the area code of another region',
    'no-code': 'no area code given',
  },
  asOf: 'As of',
  listOf: (date) => `list ${date}`,
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  dayOff: 'closed',
  noPause: 'No lunch break',
  pause: (from, to) => `Lunch break ${from}–${to}`,
  hoursFromPoint: 'The row of the office gives no hours. This is what the standard says of such offices:',
  hoursFromRow: 'As the list prints it:',
  alsoIn: (standards) => `the same in ${englishCount(standards, {one: 'further standard', other: 'further standards'})}`,
  noWeek: 'These words do not give a certain week.',
  noHours: 'Neither the lists nor the standards give hours for this office. Ask by telephone.',
  noServices: 'No standard’s list names this office.',
  otherNames: 'Other spellings',
  only: {latin: 'some letters are Latin', signs: 'signs or capitals differ'},
  matrixNote: 'The lists disagree: call before you go.',
  squareNote: 'A full square means that this list prints the value.',
  odd: 'differs',
  stands: 'printed here',
  oddStands: 'the value that differs is printed here',
  absent: 'no',
  part: (count, of) => `in ${count} of ${of} lists`,
  nothingPrinted: 'not given',
  rowsNote: 'A link leads to the row of the annex.',

  howToTitle: 'What to do',
  howTo: [
    'Call before you go: one of the lists may have an old number or address.',
    'If a number does not answer, try the number of another list or the head office of the region.',
    'See which list is the later one: the date stands beside each value.',
  ],
  topics: {address: 'Address', phones: 'Telephone', other: 'Name, e-mail, hours'},
  allTopics: 'All',
  byRegion: 'By region',
  weighty: 'Check these first',
  weightyNote: 'The lists name another town or another street.',
  weightiest: (shown, count) => [
    `The weightiest ${englishNumber(shown)} of ${englishNumber(count)} are shown; all of them are in `,
    'the table (CSV)',
    '.',
  ],
  ofRegion: (count) => englishCount(count, {one: 'difference', other: 'differences'}),
  listsWith: 'In which list',

  servicePage: 'Where to get it',
  serviceLead: (offices, regions) =>
    `${englishCount(offices, {one: 'office', other: 'offices'})} in ${englishCount(regions, {one: 'region', other: 'regions'})}`,
  serviceNote: 'Choose the number of a region for the addresses and telephone numbers.',
  toStandard: 'Page of the standard: documents, time, fee',
  all: 'All',
  some: (count, of) => `${count} of ${of}`,
  someTitle: 'Not all offices',
  officialLists: 'Official lists',
}

export const strings = translations<Texts>('Offices', {kk, ru, en})
