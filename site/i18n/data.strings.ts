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
}

const kk: Texts = {
  sets: {
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
}

const ru: Texts = {
  sets: {
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
}

const en: Texts = {
  sets: {
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
}

export const strings = translations('data', {kk, ru, en})
