/** Interface texts in Kazakh. Other languages take their keys from here (`Strings`). */
import type {AnnexKind, Deadline, Diagnostic, Facts, LegalStatus, Note, Amendment} from '../../parser/model/index.ts'

type Unit = NonNullable<Deadline['unit']>

const MONTHS = ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан']
const IN_MONTH = [
  'қаңтардағы',
  'ақпандағы',
  'наурыздағы',
  'сәуірдегі',
  'мамырдағы',
  'маусымдағы',
  'шілдедегі',
  'тамыздағы',
  'қыркүйектегі',
  'қазандағы',
  'қарашадағы',
  'желтоқсандағы',
]

const UNITS: Record<Unit, string> = {
  minutes: 'минут',
  hours: 'сағат',
  'working-days': 'жұмыс күні',
  'calendar-days': 'күнтізбелік күн',
  days: 'күн',
  weeks: 'апта',
  months: 'ай',
  quarters: 'тоқсан',
  years: 'жыл',
}

const ANNEX_KINDS: Record<AnnexKind, string> = {
  offices: 'Мекемелер тізімі',
  form: 'Өтініш бланкісі',
  certificate: 'Құжат нысаны',
  indicators: 'Сапа және тиімділік көрсеткіштері',
  other: 'Қосымша',
}

const ACTIONS: Record<Amendment['action'], string> = {
  restate: 'жаңа редакция',
  'replace-words': 'сөздер ауыстырылады',
  insert: 'толықтыру',
  exclude: 'алып тастау',
  repeal: 'күшін жою',
  'insert-row': 'жол қосылады',
  'restate-standard': 'стандарттың жаңа редакциясы',
  'insert-standards': 'стандарттар қосылады',
}

const EFFECTS: Record<Note['effect'], string> = {
  restated: 'жаңа редакцияда',
  inserted: 'толықтырылған',
  excluded: 'алып тасталған',
  amended: 'өзгертілген',
  repealed: 'күші жойылған',
  other: 'ескерту',
}

const SEVERITIES: Record<Diagnostic['severity'], string> = {error: 'қате', warning: 'күмән', info: 'мәлімет'}

const FORMS: Record<NonNullable<Facts['form']>, string> = {
  full: 'Толық автоматтандырылған',
  partial: 'Ішінара автоматтандырылған',
  none: 'Автоматтандырылмаған',
}

const STATUSES: Record<LegalStatus, string> = {'in-force': 'Қолданыста', repealed: 'Күшін жойған'}

/** Ways of asking for a service, as the data names them (`Facts`), several joined by «, ». */
const CHANNELS: Record<string, string> = {
  'service-centre': 'халыққа қызмет көрсету орталығы',
  'mobile-centre': 'мобильді орталық',
  portal: 'портал',
  'authorised-organisation': 'уәкілетті ұйым',
  'competent-authority': 'уәкілетті орган',
  'local-executive-body': 'жергілікті атқарушы орган',
  akim: 'әкім',
  archive: 'мұрағат',
  post: 'пошта',
}

/** Field names of an office, as the data names them. */
const OFFICE_FIELDS: Record<string, string> = {
  name: 'Атауы',
  address: 'Мекенжайы',
  phones: 'Телефоны',
  hours: 'Жұмыс уақыты',
  emails: 'Электрондық пошта',
}

/** What of a field differs between the lists of an office. */
const DISCREPANCY_PARTS: Record<string, string> = {
  locality: 'елді мекен',
  'locality-renamed': 'елді мекеннің атауы өзгерген',
  street: 'көше',
  'street-renamed': 'көшенің атауы өзгерген',
  house: 'үй нөмірі',
  'missing-street': 'көше бір тізімде жоқ',
  'missing-house': 'үй нөмірі бір тізімде жоқ',
  'second-address': 'екінші мекенжай',
  number: 'телефон нөмірі',
  digit: 'нөмірдің цифры',
  'missing-number': 'нөмір бір тізімде жоқ',
  'no-number': 'бір тізімде телефон жоқ',
  place: 'орны',
  'office-number': 'бөлімнің нөмірі',
  level: 'қалалық немесе аудандық',
  email: 'электрондық пошта',
  hours: 'жұмыс уақыты',
}

const OFFICE_KINDS: Record<string, string> = {
  'service-centre': 'Халыққа қызмет көрсету орталығы',
  'pension-department': 'Зейнетақы төлеу орталығының бөлімшесі',
  'defence-department': 'Қорғаныс істері басқармасы немесе бөлімі',
  archive: 'Мұрағат',
  'local-executive-body': 'Жергілікті атқарушы орган',
  'employment-office': 'Жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
  'housing-department': 'Тұрғын үй бөлімі немесе басқармасы',
  'medical-expertise-department': 'Медициналық-әлеуметтік сараптама бөлімі',
  'social-control-department': 'Бақылау және әлеуметтік қорғау департаменті',
  'archive-administration': 'Мұрағаттар және құжаттама басқармасы',
  'competent-authority': 'Уәкілетті орган',
  other: 'Басқа мекеме',
}

/** Parts of an ISO date; the month from 0. */
function dateParts(iso: string): {year: string; month: number; day: number} {
  return {year: iso.slice(0, 4), month: Number(iso.slice(5, 7)) - 1, day: Number(iso.slice(8, 10))}
}

const numberFormat = new Intl.NumberFormat('kk', {useGrouping: true})

export const kk = {
  language: {name: 'Қазақша', short: 'Қаз'},

  site: {
    name: 'Qyzmet',
    tagline: 'Мемлекеттік қызмет стандарттары',
    about: 'Мемлекеттік қызмет стандарттарының анықтамалығы. Ресми мәтін қазақ тілінде, жарияланған күйінде беріледі.',
    skip: 'Мазмұнға өту',
    menu: 'Мәзір',
    mainSections: 'Негізгі бөлімдер',
    sections: 'Бөлімдер',
    breadcrumbs: 'Бұл бет қайда тұр',
    languages: 'Тіл',
    home: 'Басты бет',
  },

  nav: {
    services: 'Қызметтер',
    offices: 'Мекемелер',
    forms: 'Бланкілер',
    changes: 'Өзгерістер',
    data: 'Деректер',
    resolutions: 'Қаулылар',
    reports: 'Сапа көрсеткіштері',
  },

  footer: {
    help: 'Анықтама',
    reading: 'Бұл мәтіндер қалай оқылды',
    howTo: 'Көмек',
    download: 'Жүктеу',
    openData: 'Ашық деректер',
  },

  format: {
    number: (value: number): string => numberFormat.format(value),
    /** «2012 ж. 9 қазан» */
    date: (iso: string): string => {
      const {year, month, day} = dateParts(iso)
      return `${year} ж. ${day} ${MONTHS[month] ?? ''}`
    },
    /** «2012 жылғы 9 қазандағы» */
    dateOf: (iso: string): string => {
      const {year, month, day} = dateParts(iso)
      return `${year} жылғы ${day} ${IN_MONTH[month] ?? ''}`
    },
    duration: (amount: number, unit: Unit): string => `${numberFormat.format(amount)} ${UNITS[unit]}`,
    actNumber: (number: string): string => `№ ${number}`,
    bytes: (bytes: number): string =>
      bytes < 1024
        ? `${bytes} Б`
        : bytes < 1024 * 1024
          ? `${Math.round(bytes / 1024)} КБ`
          : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} МБ`,
    point: (number: string): string => `${number}-тармақ`,
    annex: (number: number | string): string => `${number}-қосымша`,
    lines: (first: number, last: number): string => (first === last ? `${first}-жол` : `${first}–${last}-жолдар`),
  },

  status: {
    label: (status: LegalStatus): string => STATUSES[status],
    kept: 'Мәтін анықтама үшін сақталған: қазір бұл тәртіп',
    /** Where no text is left to keep. */
    notKept: 'Қазір бұл тәртіп',
    keptForm: 'Бланк анықтама үшін сақталған: қазір бұл нысан',
    notApplied: 'қолданылмайды',
    /** After the date («2014 жылғы 11 наурыздағы») and before «күші жойылды». */
    byAct: (number: string): string => `№ ${number} қаулымен`,
    repealed: 'күші жойылды.',
    repealedUnknown: 'Қаулының күші жойылған.',
    excluded: 'Бұл стандарт қаулыдан алып тасталған.',
    excludedBy: 'бұл стандарт қаулыдан алып тасталды.',
    inForce: 'Қаулы қолданыста: мұндағы дереккөздерде күшін жойғаны айтылмаған.',
    onThisPage: 'Осы бетте',
  },

  home: {
    question: 'Қандай қызмет керек?',
    lead: 'Қандай құжат әкелу, қайда бару, қанша күту керек – стандарттың өз тармағына сілтемесімен.',
    allRepealed: (count: number): string =>
      count === 1
        ? 'Мұндағы қаулы күшін жойған. Мәтін анықтама үшін сақталған – қазіргі тәртіп басқа.'
        : `Мұндағы ${count} қаулының бәрі күшін жойған. Мәтіндер анықтама үшін сақталған – қазіргі тәртіп басқа.`,
    someRepealed: (repealed: number, count: number): string =>
      `Мұндағы ${count} қаулының ішінде ${repealed} қаулы күшін жойған. Олардың мәтіні анықтама үшін сақталған – қазіргі тәртіп басқа.`,
    services: 'Қызметтер',
    alphabetical: (count: number): string => `${count} қызмет, әліпби бойынша`,
    regions: 'Қайда бару керек',
    regionsNote: 'Мекемелердің өңірдегі саны. Схема шартты: өңірлер өз орнына жақын тұр.',
    allOffices: 'Барлық мекемелер',
    resolutions: 'Министрліктер бойынша',
    ministry: 'Министрлік',
    resolution: 'Қаулы',
    subject: 'Атауы',
    standards: 'Стандарт',
    force: 'Күші',
    examples: 'Мысалы:',
    exampleWords: ['жәрдемақы', 'тұрғын үй', 'әскери билет', 'мұрағаттық анықтама', 'зейнетақы'],
  },

  search: {
    label: 'Қызмет, мекеме немесе бланк',
    placeholder: 'Қызмет, мекеме, бланк',
    submit: 'Іздеу',
    title: 'Іздеу',
    loading: 'Ізделіп жатыр …',
    failed: 'Іздеу көрсеткіші жүктелмеді. Төмендегі тізімнен таңдаңыз.',
    alphabetTitle: 'Қызметтер әліпбиі',
    noScript: 'Іздеу браузердің өзінде жүреді, оған JavaScript керек. Онсыз мына тізімнен таңдаңыз.',
    /** {query}, {count} and so on are filled in on the page. */
    results: '«{query}» бойынша {count} нәтиже',
    nothing: '«{query}» бойынша ештеңе табылмады',
    mended: '«{query}» деген сөз мәтіндерде кездеспейді, сондықтан мына сөз ізделді: «{used}».',
    missing: 'Мына сөз табылмады: {words}.',
    morePoints: 'Осы стандарттағы тағы {count} тармақ',
    suggestions: 'Ұсыныстар',
    words: 'Іздеу сөздері',
    allResults: '«{query}» бойынша барлық нәтиже',
    form: 'бланк',
    office: 'мекеме',
    otherWays: 'Іздегеніңіз табылмады ма?',
    alphabet: 'Қызметтер әліпбиі',
    officesByRegion: 'Өңірлер бойынша мекемелер',
    kinds: {all: 'Бәрі', standard: 'Қызметтер', point: 'Тармақтар', office: 'Мекемелер', form: 'Бланкілер'},
    kindLegend: 'Түрі',
    filters: 'Сүзгілер',
    more: 'Тағы көрсету',
  },

  services: {
    title: 'Қызметтер әліпбиі',
    lead: (count: number): string => `${count} қызмет стандарты, әліпби бойынша.`,
    letters: 'Әріптер',
  },

  standard: {
    kind: 'Мемлекеттік қызмет стандарты',
    government: 'Үкіметтің',
    resolution: 'қаулысы',
    onThisPage: 'Осы бетте',
    parts: (count: number): string => `${count} бөлім`,
    key: {
      time: 'Қанша күту керек',
      fee: 'Ақысы',
      bring: 'Не әкелу керек',
      where: 'Қайда бару керек',
      documents: (least: number, most: number): string => (least === most ? `${most} құжат` : `${least}–${most} құжат`),
      list: 'Тізімді белгілеп алу',
      offices: (count: number): string => `${numberFormat.format(count)} мекеме`,
      lists: 'Мекенжайлар мен телефондар',
    },
    free: 'Тегін',
    paid: 'Ақылы',
    glance: 'Қысқаша',
    opening: {
      days: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'] as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ],
      always: 'тәулік бойы',
      notOnHolidays: 'мереке күндерінен басқа',
    },
    facts: {
      provider: 'Кім көрсетеді',
      recipients: 'Кімге',
      time: 'Мерзімі',
      fee: 'Ақысы',
      result: 'Нәтижесі',
      hours: 'Жұмыс уақыты',
      form: 'Нысаны',
      phones: 'Телефон',
      websites: 'Интернетте',
      emails: 'Электрондық пошта',
      basis: 'Құқықтық негізі',
    },
    channel: (channel: string): string =>
      channel
        .split(', ')
        .map((one) => CHANNELS[one] ?? one)
        .join(', '),
    form: (form: NonNullable<Facts['form']>): string => FORMS[form],
    documents: 'Құжаттар',
    documentsNote: 'Белгілеп алыңыз: белгілер осы құрылғыда ғана сақталады.',
    /** {all} and {done} are filled in on the page. */
    ready: '{all} құжаттың {done} дайын',
    printList: 'Тізімді басып шығару',
    forEveryone: 'Барлық жағдайда',
    more: (count: number): string => `Тағы ${count}`,
    where: 'Қайда бару керек',
    whereRegions: 'Өңірін таңдаңыз',
    forms: 'Бланкілер',
    noForms: 'Бұл стандарттың қосымшаларында өтініш бланкісі жоқ.',
    formPage: 'Бланкінің беті',
    emptyPdf: 'Бос бланк, PDF',
    papers: 'Стандарт бойынша басқа қағаздар',
    paperNames: {
      checklist: 'Қызмет алу үшін тапсырылатын құжаттар тізбесі',
      receipt: 'Тиісті құжаттардың қабылданғаны туралы қолхат',
      'complaint-slip': 'Шағымның қабылданғаны туралы талон',
    },
    refusal: 'Бас тарту негіздері',
    complaint: 'Қалай шағымдануға болады',
    complaintTo: 'Кімге',
    address: 'Мекенжайы',
    officialText: 'Ресми мәтін',
    officialNote: 'қазақ тілінде, жарияланған күйінде',
    pointLink: (number: string): string => `${number}-тармаққа сілтеме`,
    noPoints: 'Қаулының жарияланған мәтінінде бұл стандарттың тармақтары жоқ.',
    annexes: 'Қосымшалар',
    annexNumber: '№',
    annexTitle: 'Атауы',
    annexContent: 'Мазмұны',
    annexDownload: 'Жүктеу',
    fields: (count: number): string => `${count} өріс`,
    indicators: (count: number): string => `${count} көрсеткіш`,
    text: 'мәтін',
    sources: 'Жүктеу және дереккөз',
    notes: 'Ескерту',
    download: 'Жүктеу',
    source: 'Дереккөз',
    sourceText: (file: string, lines: string): string => `${file} файлы, ${lines}.`,
    howRead: 'Бұл қалай оқылды',
    printFooter: 'Бет мекенжайы',
  },

  annex: {
    kind: (kind: AnnexKind): string => ANNEX_KINDS[kind],
    of: (standard: string): string => `${standard} стандартына`,
    regions: 'Өңірлер',
    rows: (count: number): string => `${numberFormat.format(count)} жол`,
    number: '№',
    inherited: 'бірнеше жолға ортақ ұяшық',
    noHeading: 'Тізім',
    column: (index: number): string => `${index}-баған`,
    indicator: 'Көрсеткіш',
    normative: 'Нормативтік мәні',
    target: 'Келесі жылғы нысаналы мәні',
    current: 'Есепті жылғы ағымдағы мәні',
    source: 'Дереккөз',
    officePage: 'Мекеменің өз беті',
  },

  forms: {
    title: 'Бланкілер',
    lead: (count: number): string => `Стандарттардың қосымшаларындағы ${count} бланк. Әрқайсысын PDF түрінде толтыруға болады.`,
    none: 'Мұндағы стандарттардың қосымшаларында бланк жоқ.',
    certificates: 'Берілетін құжаттардың нысандары',
    applications: 'Өтініштер',
    download: 'Бос бланк, PDF',
    downloadNote: 'PDF файлын компьютерде немесе телефонда толтыруға, басып шығарып, қолмен де толтыруға болады.',
    noScript:
      'Бланкіні осы бетте толтыру үшін браузерде JavaScript қосулы болуы керек. Ол өшірулі болса, бос PDF-ті жүктеп алып толтырыңыз.',
    privacy:
      'Жазғаныңыз осы құрылғыда ғана қалады: ешқайда жіберілмейді, сақталмайды. Бетті жапсаңыз, өшеді. Нөмірлер бланкідегі орынды көрсетеді.',
    blank: 'Бланкінің көрінісі',
    blankNote: (sheets: number, fields: number): string =>
      `A4, ${sheets} бет, ${fields} өріс. Нөмірлер өрістердің нөмірімен сәйкес. Жазып жатқан өрісіңіз бланкіде белгіленіп тұрады.`,
    fill: 'Бланкіні толтыру',
    required: 'міндетті',
    later: {
      signature: 'Басып шығарған соң қойылады',
      stamp: 'Басып шығарған соң басылады',
    },
    /** What a field without a caption is called. */
    unnamed: {
      text: 'Аты жазылмаған өріс',
      multiline: 'Аты жазылмаған өріс',
      date: 'Күні',
      signature: 'Қолы',
      table: 'Кесте',
      checkbox: 'Белгі',
      stamp: 'Мөр орны',
    },
    stampMark: 'М.О.',
    dateHint: 'Мысалы: 21.11.2012',
    formatHint: {
      iin: 'ЖСН, 12 цифр',
      bin: 'БСН, 12 цифр',
      'iin-bin': 'ЖСН немесе БСН, 12 цифр',
      phone: 'Мысалы: +7 701 234 56 78',
      email: 'Мысалы: aty@mekeme.kz',
    },
    parts: {day: 'Күні', month: 'Айы', year: 'Жылы', quarter: 'Тоқсан'},
    markedLines: 'Әр жол бланкіде өз нөмірімен тұрады',
    noChoice: 'Белгіленбесін',
    /** A column of a table without a heading. */
    column: (number: number): string => `${number}-баған`,
    row: '{number}-жол',
    addRow: 'Жол қосу',
    make: 'Толтырылған PDF жүктеу',
    print: 'Басып шығару',
    clear: 'Жазғанды тазалау',
    /** Texts that a script fills in; {…} are values. */
    script: {
      error: 'Қате',
      summary: 'Мына өрістерді түзетіңіз',
      making: 'PDF жасалып жатыр…',
      done: 'Дайын: {file}',
      failed: 'PDF жасалмады. Интернет байланысын тексеріп, қайталап көріңіз немесе бос PDF-ті жүктеп алып толтырыңыз.',
      cleared: 'Жазылғанның бәрі өшірілді.',
      rowAdded: '{number}-жол қосылды.',
      faults: {
        digits: '12 цифр болуы керек.',
        'birth-date': 'ЖСН туған күннен басталады: алғашқы жеті цифрды тексеріңіз.',
        month: 'БСН тіркелген жыл мен айдан басталады: алғашқы төрт цифрды тексеріңіз.',
        'check-digit': 'бақылау цифры сәйкес емес. Нөмірді қайта тексеріңіз.',
        date: 'мұндай күн жоқ немесе күні толық жазылмаған.',
        century: 'бланкіде жылдың алдында «{printed}» деп басылған: басқа ғасырдың жылын жазуға болмайды.',
        phone: 'бұл телефон нөмірі емес.',
        email: 'бұл электрондық пошта мекенжайы емес.',
        character: 'бланкінің қарпінде {character} таңбасы жоқ. Өшіріңіз немесе басқа таңбамен жазыңыз.',
        'too-long': 'мәтін бланкіге сыймайды. Қысқартыңыз.',
        other: 'мұндай мән жазуға болмайды.',
      },
    },
    edition: (date: string, original: boolean): string => (original ? `${date} бастапқы редакциясы` : `${date} редакциясы`),
    about: 'Бланк туралы',
    toStandard: 'Стандарттың беті',
    toAnnex: 'Қосымшаның мәтіні',
  },

  reports: {
    title: 'Сапа көрсеткіштері туралы есептер',
    lead: (count: number): string =>
      `${numberFormat.format(count)} стандарттың сапа көрсеткіштері: актілер қандай нормативтік мән белгілеген, қайсысы белгілемеген және есептің толтырылатын үлгілері.`,
    none: 'Мұндағы стандарттарда сапа көрсеткіштері жоқ.',
    section: 'Сапа көрсеткіштері',
    all: 'Барлық стандарттар бойынша',
    norms: 'Актілер белгілеген нормативтер',
    normsNote:
      'Мәндер актіде жазылған күйінде берілген. Бір код әр стандартта басқа көрсеткішті білдіруі мүмкін: толық атауы стандарттың қосымшасында.',
    counts: (set: number, unset: number): string =>
      `Нормативтік мән белгілейтін стандарт: ${numberFormat.format(set)}. Белгілемейтін стандарт: ${numberFormat.format(unset)}.`,
    everyStandard: 'Бұл қаулының барлық стандарты нормативтік мән белгілейді.',
    noStandard: 'Бұл қаулының стандарттары нормативтік мән белгілемейді.',
    code: 'Коды',
    group: 'Тобы',
    norm: 'Нормативтік мәні',
    unset: 'белгіленбеген',
    /** A resolution whose standards lack the indicator. */
    absent: 'мұндай көрсеткіш жоқ',
    standards: (count: number): string => `${numberFormat.format(count)} стандарт`,
    noNorms: 'Актіде нормативтік мән белгіленбеген.',
    someNorms: (set: number, all: number): string => `Нормативтік мәні бар көрсеткіш: ${set}. Барлығы: ${all}.`,
    noTable: 'Стандартта көрсеткіштер кестесі жоқ.',
    templates: 'Есептің үлгісі',
    survey: 'Сауалнама',
    file: (format: string, size: string | null): string => (size === null ? format : `${format}, ${size}`),
    /** What a list of files is called: the list and its standard. */
    filesOf: (list: string, standard: string): string => `${list}: ${standard}`,
    howTo: 'Қалай толтыру, қалай жинау керек',
    howToNote: 'Пәрмендер жоба қалтасында, сайт құрастырылған соң орындалады. Мысалдағы стандартты, жылды және файл аттарын өзгертіңіз.',
    steps: [
      {
        title: 'Үлгіні толтыру',
        text: 'Үлгіні жүктеп алып, әр көрсеткіштің алымы мен бөлімін жазыңыз: үлесі солардан есептеледі. Мекеменің атын да жазыңыз: онсыз есеп жиынтыққа кірмейді. XLSX пен CSV электрондық кестеде, PDF браузерде немесе PDF оқитын бағдарламада толтырылады. HTML бетін басып шығарып, қолмен толтыруға болады.',
        command: null,
      },
      {
        title: 'Сандардан есеп жасау',
        text: 'Көрсеткіштердің коды, алымы және бөлімі жазылған CSV немесе JSON файлын беріңіз. Қате болса, пәрмен файлды, жолды және ережені атайды.',
        command: (id: string, year: string): string =>
          `npx qyzmet report ${id} --year ${year} --data counts.csv --office "Мекеменің аты" --out report.pdf`,
      },
      {
        title: 'Нормативті бұйрық белгілесе',
        text: 'Актіде нормативтік мән болмаса, бұйрықтағы мәндерді бөлек файлмен беріңіз: код, норматив, нысаналы мән. Актіде жазылған мәнге қайшы файл қабылданбайды.',
        command: (id: string, year: string): string =>
          `npx qyzmet report ${id} --year ${year} --data counts.csv --norms order.csv --out report.xlsx`,
      },
      {
        title: 'Сауалнама жүргізу',
        text: 'Сауалнаманы қызмет алушылар толтырады, ол аты-жөнін сұрамайды. Жауаптарды CSV файлына жазыңыз: бір адамға бір жол. Үлес «иә» мен «жоқ» деген жауаптардан есептеледі.',
        command: (id: string, year: string): string => `npx qyzmet report ${id} --year ${year} --survey answers.csv --out report.html`,
      },
      {
        title: 'Есептерді жинау',
        text: 'Мекемелерден келген PDF, XLSX және CSV есептерін бір қалтаға салыңыз. Пәрмен оларды тексереді, сандарын қосады (пайыздардың орташасын алмайды) және өңірлер мен мекемелер бойынша жиынтықты XLSX, HTML, JSON түрінде жазады. Келмеген және күмәнді есептер аталады.',
        command: (_id: string, year: string): string => `npx qyzmet report --collect reports --year ${year} --offices dist --out summary`,
      },
    ],
  },

  resolutions: {
    title: 'Қаулылар',
    one: 'Үкімет қаулысы',
    government: 'Қазақстан Республикасы Үкіметінің',
    act: (number: string): string => `№ ${number} қаулысы`,
    date: 'Қабылданған күні',
    number: 'Нөмірі',
    status: 'Күші',
    repealedBy: 'Күшін жойған акт',
    signatory: 'Қол қойған',
    standards: 'Бекіткен стандарттары',
    noStandards: 'Бұл қаулы стандарт бекітпейді.',
    text: 'Қаулының мәтіні',
    notes: 'Ескертулер',
    amendments: 'Басқа актілерге енгізетін өзгерістері',
    facts: 'Қысқаша',
    unresolvedTarget: 'осы қаулы',
    download: 'Жүктеу және дереккөз',
    points: (count: number): string => `${count} тармақ`,
  },

  changes: {
    title: 'Өзгерістер',
    lead: 'Қаулылар басқа актілерге енгізетін өзгерістер және стандарттардың өз мәтініндегі ескертулер.',
    instructions: 'Қаулылардың нұсқаулары',
    notes: 'Стандарттар мен қаулылардағы ескертулер',
    item: 'Тармағы',
    target: 'Өзгеретін акт',
    place: 'Орны',
    action: 'Не істейді',
    wording: 'Мәтіні',
    none: 'Дереккөздерде өзгеріс туралы нұсқау жоқ.',
    noNotes: 'Дереккөздерде өзгеріс туралы ескерту жоқ.',
    actionName: (action: Amendment['action']): string => ACTIONS[action],
    effectName: (effect: Note['effect']): string => EFFECTS[effect],
    where: 'Қайда',
    effect: 'Түрі',
    note: 'Ескерту',
    date: 'Күні',
    oldWords: 'ескі сөздер',
    newWords: 'жаңа сөздер',
  },

  offices: {
    title: 'Мекемелер',
    lead: (count: number): string => `Стандарттардың қосымшаларында аталған ${numberFormat.format(count)} мекеме, өңірлер бойынша.`,
    none: 'Деректерде мекеме жоқ.',
    unknownRegion: 'Өңірі көрсетілмеген',
    region: 'Өңір',
    count: (count: number): string => `${numberFormat.format(count)} мекеме`,
    filter: 'Аудан, қала немесе көше',
    filtered: (shown: number): string => `${numberFormat.format(shown)} мекеме көрсетілді`,
    print: 'Тізімді басып шығару',
    name: 'Атауы',
    address: 'Мекенжайы',
    phones: 'Телефоны',
    emails: 'Электрондық пошта',
    hours: 'Жұмыс уақыты',
    kind: 'Түрі',
    kindName: (kind: string): string => OFFICE_KINDS[kind] ?? 'Мекеме',
    district: 'Ауданы',
    locality: 'Елді мекені',
    inLists: 'Тізімдерде',
    same: 'бірдей',
    differences: (count: number): string => `${count} айырмашылық`,
    differencesTitle: 'Тізімдердегі айырмашылық',
    differencesNote: 'Тізімдер бір-біріне сәйкес келмейді. Бармас бұрын қоңырау шалыңыз.',
    field: 'Өріс',
    value: 'Мәні',
    lists: 'Қай тізімде',
    fieldName: (field: string): string => OFFICE_FIELDS[field] ?? field,
    discrepancies: 'Тізімдердегі айырмашылықтар',
    discrepanciesLead: (count: number, offices: number): string =>
      `Бір мекеме туралы тізімдер ${numberFormat.format(offices)} мекемеде ${numberFormat.format(count)} жерде келіспейді. Маңыздысы – жоғарыда. Жазылу түрлері (қысқарту, ұқсас әріп, сызықша) бұған кірмейді.`,
    noDiscrepancies: 'Тізімдер бір-бірімен келіседі.',
    partName: (part: string): string => DISCREPANCY_PARTS[part] ?? part,
    weight: 'Салмағы',
    office: 'Мекеме',
    what: 'Не өзге',
    listCount: (count: number): string => `${numberFormat.format(count)} тізім`,
    services: 'Осында көрсетілетін қызметтер',
    servicesNote: 'Мекеме мына стандарттардың тізімдерінде бар.',
    appearances: 'Тізімдерде қалай жазылған',
    old: 'Мәлімет тізімдер жарияланған кездегі күйінде беріледі.',
    oldRepealed: 'Тізімдерді бекіткен қаулылардың күші жойылған: бармас бұрын қоңырау шалып анықтаңыз.',
  },

  quality: {
    title: 'Бұл мәтіндер қалай оқылды',
    lead: 'Мәтіндерді бағдарлама ресми жариялаудың файлдарынан оқиды. Мұнда ештеңе жоғалмағаны және бағдарлама неге күмәнданғаны көрсетілген.',
    coverage: 'Мәтіннің қамтылуы',
    coverageNote: 'Дереккөздегі әр таңба не жарияланған деректерге енеді, не себебімен шеттетіледі. Есепсіз қалғаны нөл болуға тиіс.',
    file: 'Файл',
    characters: 'Таңба',
    published: 'Деректерге енгені',
    setAside: 'Шеттетілгені',
    unaccounted: 'Есепсіз қалғаны',
    reasons: 'Шеттету себептері',
    reason: 'Себебі',
    diagnostics: 'Күмәнді жерлер',
    diagnosticsNote:
      'Бағдарлама түзеткен немесе сенімді оқи алмаған жерлер. Ресми мәтінде өзгеріс жасалмайды, тек беттеудің қателері түзетіледі.',
    none: 'Күмәнді жер жоқ.',
    rule: 'Ереже',
    severity: 'Маңызы',
    severityName: (severity: Diagnostic['severity']): string => SEVERITIES[severity],
    count: 'Саны',
    line: 'Жол',
    message: 'Хабар',
    place: 'Орны',
    total: (all: number): string => `Барлығы ${numberFormat.format(all)} жер.`,
    full: 'Толық тізім',
  },

  data: {
    title: 'Ашық деректер',
    lead: 'Сайттағының бәрі мына файлдардан құралған. Оларды еркін жүктеп, пайдалануға болады.',
    contract: (version: number): string => `Деректер келісімінің нұсқасы: ${version}.`,
    date: (date: string): string => `Деректер күйі: ${date}.`,
    counts: 'Деректерде не бар',
    countName: (key: string): string => COUNT_NAMES[key] ?? key,
    file: 'Файл',
    size: 'Көлемі',
    files: (count: number): string => `${numberFormat.format(count)} файл`,
    other: 'Басқа файлдар',
  },

  help: {
    title: 'Көмек',
    lead: 'Сайтты қалай пайдалануға болады.',
    items: [
      {
        question: 'Керек қызметті қалай табамын?',
        answer:
          'Іздеу өрісіне сөзді қалай айтсаңыз, солай жазыңыз: жалғауы, латын әрпі немесе бір әріп қатесі кедергі болмайды. Немесе қызметтер әліпбиін ашыңыз.',
      },
      {question: 'Жауап қайдан алынған?', answer: 'Әр жауаптың жанында тармақ нөмірі тұр. Оны басса, ресми мәтіннің сол тармағы ашылады.'},
      {
        question: 'Тармаққа сілтемені қалай беремін?',
        answer: 'Ресми мәтіндегі тармақ нөмірін басыңыз: браузердің мекенжай жолында сол тармақтың сілтемесі шығады.',
      },
      {
        question: 'Қағазға қалай шығарамын?',
        answer: 'Браузердің «Басып шығару» пәрменін таңдаңыз. Бірінші бетке қысқаша жауаптар мен құжаттар тізімі сыяды.',
      },
      {
        question: '«Күшін жойған» деген не?',
        answer: 'Қаулы енді қолданылмайды. Мәтін анықтама үшін сақталған; қазіргі тәртіпті қызмет көрсететін органнан біліңіз.',
      },
    ],
  },

  notFound: {
    title: 'Бет табылмады',
    text: 'Мекенжайда қате бар немесе бет көшірілген. Іздеп көріңіз не бөлімдердің бірін таңдаңыз.',
  },
}

const COUNT_NAMES: Record<string, string> = {
  resolutions: 'қаулы',
  standards: 'стандарт',
  included: 'мәтіні бар стандарт',
  excluded: 'алып тасталған стандарт',
  points: 'тармақ',
  annexes: 'қосымша',
  officeTables: 'мекемелер кестесі',
  officeRows: 'мекемелер кестесінің жолы',
  offices: 'мекеме',
  forms: 'бланк',
  indicatorTables: 'көрсеткіштер кестесі',
  amendments: 'өзгеріс',
  errors: 'қате',
  warnings: 'күмәнді жер',
  unaccounted: 'есепсіз қалған таңба',
}

/** The shape every language fills in. */
export type Strings = typeof kk
