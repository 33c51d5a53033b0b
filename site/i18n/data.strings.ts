/** The page about the data: what each data set is, what it is good for. Names are those of `dataSetOf` (templates/exports/dcat.ts). */
import {translations} from './translations.ts'

interface DataSetTexts {
  title: string
  text: string
}

interface Texts {
  sets: Record<string, DataSetTexts>
  format: string
  example: (path: string) => string
  allFiles: string
  versions: string
  versionsText: string
  checksums: string
  checksumsText: string
  catalogue: string
  firstVersion: (date: string) => string
  added: string
  /** Field → what it says. */
  additions: Record<string, string>
  feed: string
  feedText: string
}

const kk: Texts = {
  sets: {
    index: {
      title: 'Мазмұны',
      text: 'index.json – барлық файлдың тізімі мен тексеру қосындылары; catalogue.jsonld – соның өзі ашық деректер порталдарының тілінде.',
    },
    standards: {
      title: 'Стандарттар',
      text: 'Әр стандарт бір файлда: бөлімдері, тармақтары, деректері, қосымшалары. Әр мәтіннің дереккөздегі жолдары көрсетілген.',
    },
    resolutions: {title: 'Қаулылар', text: 'Стандарттарды бекіткен қаулылар: кіріспесі, тармақтары, ескертулері, өзгерістері.'},
    offices: {
      title: 'Мекемелер тізілімі',
      text: 'Бірнеше тізімде жазылған бір мекеме – бір жазба. Тізімдердің айырмашылығы қоса берілген.',
    },
    tables: {
      title: 'Кестелер',
      text: 'Қызметтер, құжаттар, мерзімдер, көрсеткіштер, мекемелер, айырмашылықтар. Әр кестенің қасында бағандарын түсіндіретін файл бар.',
    },
    services: {
      title: 'Қызметтер сипаттамасы',
      text: 'Әр стандарт еуропалық мемлекеттік қызметтер сөздігімен сипатталған. catalogue.jsonld файлында бәрі бірге.',
    },
    'akoma-ntoso': {title: 'Заң мәтіндері', text: 'Қаулылар мен стандарттардың толық мәтіні заң құжаттарының халықаралық пішімінде.'},
    comparisons: {title: 'Салыстырулар', text: 'Редакциялар мен стандарттардың айырмашылықтары, салыстырма кестелер.'},
    forms: {title: 'Бланкілер мен қағаздар', text: 'Толтыруға болатын бланкілер, құжаттар тізімдері, қолхаттар, шағым үлгілері.'},
    reports: {title: 'Есеп үлгілері', text: 'Сапа және тиімділік көрсеткіштері туралы жылдық есептің үлгілері.'},
    quality: {title: 'Мәтіндер қалай оқылды', text: 'Бағдарлама күмәнданған жерлер және әр таңбаның қайда кеткені.'},
    schemas: {title: 'Схемалар', text: 'Әр файл түрінің JSON схемасы: қандай өрістер бар, не білдіреді.'},
  },
  format: 'Пішімі',
  example: (path) => `Мысал: ${path} файлының басы`,
  allFiles: 'Барлық файлдар',
  versions: 'Келісімнің нұсқалары',
  versionsText:
    'Өріс қосылуы мүмкін, бірақ бұрынғысының аты мен мағынасы өзгермейді. Олай болмаса, келісім нөмірі өседі: ол index.json файлындағы «contract» өрісінде тұр.',
  checksums: 'Тексеру қосындылары',
  checksumsText: 'Әр файлдың көлемі мен SHA-256 қосындысы index.json және catalogue.jsonld файлдарында жазылған.',
  catalogue: 'Порталдарға арналған каталог',
  firstVersion: (date) =>
    `Нұсқа 1, деректер күйі: ${date}. Қаулылар, стандарттар, мекемелер тізілімі, өзгерістер, диагностика, мәтіннің толықтығы.`,
  added: 'Содан бері қосылғандары (бұрынғысы өзгерген жоқ):',
  additions: {
    'index.json: editions': 'актілердің редакциялары',
    'comparisons.json': 'салыстырулар тізімі',
    'facts.deadlines[].kind': 'мерзім нені өлшейді: қызметтің өзін, кезекте күтуді, қабылдауды не аралық қадамды',
    'facts.steps': 'қызметке барар жол: өтініш, тапсыру, қолхат, нәтижені алу',
    'facts.points': 'дерек қай тармақтан алынды',
    'offices.json: history': 'мекеме туралы әр редакцияда не жазылған',
  },
  feed: 'Өзгерістер таспасы',
  feedText: 'Қаулыларға енгізілген өзгерістер Atom пішімінде, үш тілде. Таспа оқитын бағдарламаға қосуға болады.',
}

const ru: Texts = {
  sets: {
    index: {
      title: 'Оглавление',
      text: 'index.json – список всех файлов с контрольными суммами; catalogue.jsonld – то же на языке порталов открытых данных.',
    },
    standards: {
      title: 'Стандарты',
      text: 'Каждый стандарт в отдельном файле: разделы, пункты, сведения, приложения. У каждого текста указаны строки источника.',
    },
    resolutions: {title: 'Постановления', text: 'Постановления, утвердившие стандарты: преамбула, пункты, примечания, изменения.'},
    offices: {title: 'Реестр учреждений', text: 'Одно учреждение из нескольких списков – одна запись. Расхождения списков приведены.'},
    tables: {
      title: 'Таблицы',
      text: 'Услуги, документы, сроки, показатели, учреждения, расхождения. Рядом с каждой таблицей – файл с описанием столбцов.',
    },
    services: {
      title: 'Описание услуг',
      text: 'Каждый стандарт описан европейским словарём государственных услуг. В файле catalogue.jsonld – все вместе.',
    },
    'akoma-ntoso': {title: 'Тексты актов', text: 'Полные тексты постановлений и стандартов в международном формате правовых документов.'},
    comparisons: {title: 'Сравнения', text: 'Отличия редакций и стандартов, сравнительные таблицы.'},
    forms: {title: 'Бланки и бумаги', text: 'Заполняемые бланки, перечни документов, расписки, образцы жалоб.'},
    reports: {title: 'Шаблоны отчётов', text: 'Шаблоны годовых отчётов о показателях качества и эффективности.'},
    quality: {title: 'Как прочитаны тексты', text: 'Места, в которых программа сомневалась, и судьба каждого знака.'},
    schemas: {title: 'Схемы', text: 'JSON-схема каждого вида файлов: какие есть поля и что они значат.'},
  },
  format: 'Формат',
  example: (path) => `Пример: начало файла ${path}`,
  allFiles: 'Все файлы',
  versions: 'Версии соглашения',
  versionsText:
    'Поля могут добавляться, но имя и смысл прежних не меняются. Иначе растёт номер соглашения: он стоит в поле «contract» файла index.json.',
  checksums: 'Контрольные суммы',
  checksumsText: 'Размер и сумма SHA-256 каждого файла записаны в index.json и catalogue.jsonld.',
  catalogue: 'Каталог для порталов',
  firstVersion: (date) =>
    `Версия 1, данные на ${date}. Постановления, стандарты, реестр учреждений, изменения, диагностика, полнота текста.`,
  added: 'Добавлено с тех пор (прежнее не изменилось):',
  additions: {
    'index.json: editions': 'редакции актов',
    'comparisons.json': 'список сравнений',
    'facts.deadlines[].kind': 'что измеряет срок: саму услугу, ожидание в очереди, приём или промежуточный шаг',
    'facts.steps': 'путь к услуге: заявление, подача, расписка, получение результата',
    'facts.points': 'из какого пункта взяты сведения',
    'offices.json: history': 'что о каждом учреждении печатает каждая редакция',
  },
  feed: 'Лента изменений',
  feedText: 'Изменения постановлений в формате Atom на трёх языках. Её можно добавить в программу для чтения лент.',
}

const en: Texts = {
  sets: {
    index: {
      title: 'Table of contents',
      text: 'index.json lists every file with its checksum; catalogue.jsonld says the same in the language of open data portals.',
    },
    standards: {
      title: 'Standards',
      text: 'Each standard in a file: sections, points, facts, annexes. Every text carries its lines in the source.',
    },
    resolutions: {title: 'Resolutions', text: 'The resolutions that approve the standards: preamble, points, notes, amendments.'},
    offices: {title: 'Register of offices', text: 'One office out of several lists is one entry. What the lists disagree about is given.'},
    tables: {
      title: 'Tables',
      text: 'Services, documents, deadlines, indicators, offices, discrepancies. Beside each table is a file that explains its columns.',
    },
    services: {
      title: 'Descriptions of services',
      text: 'Each standard in the European vocabulary of public services. The file catalogue.jsonld has all of them.',
    },
    'akoma-ntoso': {
      title: 'Legal texts',
      text: 'The full texts of resolutions and standards in the international format of legal documents.',
    },
    comparisons: {title: 'Comparisons', text: 'What differs between editions and between standards; comparative tables.'},
    forms: {title: 'Forms and papers', text: 'Fillable forms, lists of documents, receipts, complaint slips.'},
    reports: {title: 'Report templates', text: 'Templates of the yearly reports on indicators of quality and efficiency.'},
    quality: {title: 'How the texts were read', text: 'What the program doubted, and what became of every character.'},
    schemas: {title: 'Schemas', text: 'JSON Schema of each kind of file: which fields there are and what they mean.'},
  },
  format: 'Format',
  example: (path) => `Example: the beginning of ${path}`,
  allFiles: 'All files',
  versions: 'Versions of the contract',
  versionsText:
    'Fields may be added, but those there are keep name and meaning. Otherwise the number of the contract grows: it stands in the field “contract” of index.json.',
  checksums: 'Checksums',
  checksumsText: 'Size and SHA-256 of each file are in index.json and catalogue.jsonld.',
  catalogue: 'Catalogue for data portals',
  firstVersion: (date) => `Version 1, data as of ${date}. Resolutions, standards, register of offices, amendments, diagnostics, coverage.`,
  added: 'Added since (nothing that was there has changed):',
  additions: {
    'index.json: editions': 'editions of the acts',
    'comparisons.json': 'list of comparisons',
    'facts.deadlines[].kind': 'what a deadline measures: the service itself, waiting in a queue, being served, or a step on the way',
    'facts.steps': 'the way to the service: application, submission, receipt, getting the result',
    'facts.points': 'the point that a fact was read from',
    'offices.json: history': 'what each edition prints about an office',
  },
  feed: 'Feed of changes',
  feedText: 'Changes of the resolutions as an Atom feed in three languages, for any feed reader.',
}

export const strings = translations('data', {kk, ru, en})
