/** Words of the standards in plain language, for the glossary page. Terms are those of docs/glossary.md. */
import type {Locale} from './urls.ts'

export interface GlossaryTerm {
  /** Anchor on the page. */
  id: string
  /** As the acts write it; the first of several is the usual one. */
  kk: string
  /** Abbreviation in the acts. */
  short?: string
  ru: string
  en: string
  text: Record<Locale, string>
}

/** In the order of the alphabet of each page; see `glossaryFor`. */
export const GLOSSARY: readonly GlossaryTerm[] = [
  {
    id: 'standard',
    kk: 'мемлекеттік қызмет стандарты',
    ru: 'стандарт государственной услуги',
    en: 'standard of a public service',
    text: {
      kk: 'Қызметті кім, кімге, қандай құжатпен, қанша уақытта және қандай ақыға көрсететінін белгілейтін құжат. Әдетте бес бөлімнен, 26 тармақтан және қосымшалардан тұрады.',
      ru: 'Документ, который устанавливает, кто, кому, по каким документам, за какое время и за какую плату оказывает услугу. Обычно в нём пять разделов, 26 пунктов и приложения.',
      en: 'The document that lays down who provides a service, to whom, against which papers, how fast and for what fee. As a rule it has five sections, 26 points and annexes.',
    },
  },
  {
    id: 'resolution',
    kk: 'қаулы',
    ru: 'постановление',
    en: 'resolution',
    text: {
      kk: 'Үкіметтің шешімі. Стандарттарды қаулы бекітеді; қаулының күші жойылса, стандарттары да қолданылмайды.',
      ru: 'Решение Правительства. Стандарты утверждены постановлением; если оно утратило силу, не применяются и они.',
      en: 'A decision of the Government. Standards are approved by a resolution; when it is repealed, they no longer apply.',
    },
  },
  {
    id: 'point',
    kk: 'тармақ',
    ru: 'пункт',
    en: 'point',
    text: {
      kk: 'Стандарттың нөмірленген бөлігі: 1., 2., 3. Сайттағы әр жауаптың жанында оның тармағына сілтеме тұр.',
      ru: 'Пронумерованная часть стандарта: 1., 2., 3. Рядом с каждым ответом на сайте стоит ссылка на его пункт.',
      en: 'A numbered part of a standard: 1., 2., 3. Beside every answer on this site stands a link to its point.',
    },
  },
  {
    id: 'item',
    kk: 'тармақша',
    ru: 'подпункт',
    en: 'item',
    text: {
      kk: 'Тармақтың ішіндегі тізімнің бір жолы: 1), 2), 3). «11-тармақ, 2)» – он бірінші тармақтың екінші тармақшасы.',
      ru: 'Строка списка внутри пункта: 1), 2), 3). «Пункт 11, 2)» – второй подпункт одиннадцатого пункта.',
      en: 'One line of a list inside a point: 1), 2), 3). “Point 11, 2)” is the second item of the eleventh point.',
    },
  },
  {
    id: 'annex',
    kk: 'қосымша',
    ru: 'приложение',
    en: 'annex',
    text: {
      kk: 'Стандарттың соңындағы кесте немесе бланк: мекемелердің мекенжайлары, өтініш үлгісі, сапа көрсеткіштері.',
      ru: 'Таблица или бланк в конце стандарта: адреса учреждений, образец заявления, показатели качества.',
      en: 'A table or form at the end of a standard: addresses of offices, an application form, indicators of quality.',
    },
  },
  {
    id: 'repealed',
    kk: 'күшін жойған',
    ru: 'утративший силу',
    en: 'repealed',
    text: {
      kk: 'Енді қолданылмайтын акт. Мәтіні анықтама үшін ғана сақталған; қазіргі тәртіпті қызмет көрсететін органнан біліңіз.',
      ru: 'Акт, который больше не применяется. Текст сохранён только для справки; нынешний порядок узнавайте у органа, который оказывает услугу.',
      en: 'An act that no longer applies. Its text is kept for reference only; ask the body that provides the service for the rules of today.',
    },
  },
  {
    id: 'restated',
    kk: 'жаңа редакцияда',
    ru: 'в новой редакции',
    en: 'restated',
    text: {
      kk: 'Мәтін түгел ауыстырылып, жаңадан жазылған. Қай күннен және қай қаулымен екені ескертуде айтылады.',
      ru: 'Текст заменён целиком и изложен заново. С какого дня и каким постановлением, говорит примечание.',
      en: 'The text was replaced as a whole and written anew. The note says since when and by which resolution.',
    },
  },
  {
    id: 'competent-authority',
    kk: 'уәкілетті орган',
    ru: 'уполномоченный орган',
    en: 'competent authority',
    text: {
      kk: 'Қызметке жауапты мемлекеттік орган: министрлік, департамент, жергілікті бөлім. Қайсысы екенін стандарттың 1-тармағы айтады.',
      ru: 'Государственный орган, который отвечает за услугу: министерство, департамент, местный отдел. Какой именно, говорит пункт 1 стандарта.',
      en: 'The state body in charge of the service: a ministry, a department, a local division. Point 1 of the standard says which.',
    },
  },
  {
    id: 'authorised-organisation',
    kk: 'уәкілетті ұйым',
    ru: 'уполномоченная организация',
    en: 'authorised organisation',
    text: {
      kk: 'Мемлекет қызметті көрсетуді тапсырған ұйым, мысалы зейнетақы төлеу жөніндегі орталықтың бөлімшелері.',
      ru: 'Организация, которой государство поручило услугу, например отделения центра по выплате пенсий.',
      en: 'An organisation that the state has entrusted with the service, such as branches of the centre for pension payments.',
    },
  },
  {
    id: 'service-centre',
    kk: 'халыққа қызмет көрсету орталығы',
    short: 'ХҚКО, ХҚО',
    ru: 'центр обслуживания населения (ЦОН)',
    en: 'public service centre',
    text: {
      kk: 'Түрлі органның қызметіне құжат қабылдайтын «бір терезе». Мәтіндерде қысқаша «орталық» делінеді.',
      ru: '«Одно окно», где принимают документы на услуги разных органов. В текстах кратко назван «центром».',
      en: 'A “single window” where papers for services of many bodies are handed in. The texts call it “centre” for short.',
    },
  },
  {
    id: 'mobile-centre',
    kk: 'мобильді орталық',
    ru: 'мобильный центр',
    en: 'mobile service centre',
    text: {
      kk: 'Шалғай ауылдарға өзі баратын халыққа қызмет көрсету орталығы.',
      ru: 'Центр обслуживания населения, который сам приезжает в отдалённые сёла.',
      en: 'A public service centre that travels to remote villages.',
    },
  },
  {
    id: 'portal',
    kk: 'портал',
    ru: 'портал',
    en: 'portal',
    text: {
      kk: '«Электрондық үкіметтің» www.egov.kz веб-порталы: өтінішті интернет арқылы береді.',
      ru: 'Веб-портал «электронного правительства» www.egov.kz: заявление подают через интернет.',
      en: 'The web portal of the “electronic government”, www.egov.kz: one applies over the internet.',
    },
  },
  {
    id: 'digital-signature',
    kk: 'электрондық цифрлық қолтаңба',
    short: 'ЭЦҚ',
    ru: 'электронная цифровая подпись (ЭЦП)',
    en: 'electronic digital signature',
    text: {
      kk: 'Порталда қолмен қойылған қолды алмастыратын файл мен құпиясөз. Оны халыққа қызмет көрсету орталығы береді.',
      ru: 'Файл и пароль, которые на портале заменяют собственноручную подпись. Её выдаёт центр обслуживания населения.',
      en: 'A file and a password that stand for a signature by hand on the portal. Public service centres issue it.',
    },
  },
  {
    id: 'iin',
    kk: 'жеке сәйкестендіру нөмірі',
    short: 'ЖСН',
    ru: 'индивидуальный идентификационный номер (ИИН)',
    en: 'individual identification number (IIN)',
    text: {
      kk: 'Адамның 12 цифрлық нөмірі: жеке куәлікте жазылған. Алғашқы алты цифры – туған күні.',
      ru: 'Номер человека из 12 цифр, указан в удостоверении личности. Первые шесть цифр – дата рождения.',
      en: 'A person’s number of 12 digits, printed on the identity card. The first six are the date of birth.',
    },
  },
  {
    id: 'bin',
    kk: 'бизнес-сәйкестендіру нөмірі',
    short: 'БСН',
    ru: 'бизнес-идентификационный номер (БИН)',
    en: 'business identification number (BIN)',
    text: {
      kk: 'Ұйымның 12 цифрлық нөмірі: тіркеу құжатында жазылған.',
      ru: 'Номер организации из 12 цифр, указан в документе о регистрации.',
      en: 'An organisation’s number of 12 digits, printed on its registration document.',
    },
  },
  {
    id: 'social-code',
    kk: 'әлеуметтік жеке код',
    short: 'ӘЖК',
    ru: 'социальный индивидуальный код (СИК)',
    en: 'social individual code',
    text: {
      kk: 'Зейнетақы мен жәрдемақы есебінде қолданылған нөмір. Бүгінде оның орнына ЖСН қолданылады.',
      ru: 'Номер, под которым вели учёт пенсий и пособий. Сегодня вместо него служит ИИН.',
      en: 'The number once used for pensions and benefits. Today the IIN stands in its place.',
    },
  },
  {
    id: 'applicant',
    kk: 'мемлекеттік қызметті алушы, тұтынушы, өтініш беруші',
    ru: 'получатель государственной услуги, потребитель, заявитель',
    en: 'recipient, consumer, applicant',
    text: {
      kk: 'Қызметті сұрап келген адам немесе ұйым. Әр қаулы өз сөзін қолданады, мағынасы бір.',
      ru: 'Человек или организация, которые просят об услуге. В каждом постановлении своё слово, смысл один.',
      en: 'The person or organisation that asks for the service. Each resolution has a word of its own for the same thing.',
    },
  },
  {
    id: 'representative',
    kk: 'өкіл, сенімхат',
    ru: 'представитель, доверенность',
    en: 'representative, power of attorney',
    text: {
      kk: 'Сіздің орныңызға құжат тапсыратын адам және оған құқық беретін қағаз. Көбіне нотариус куәландырады.',
      ru: 'Тот, кто подаёт документы за вас, и бумага, которая даёт ему это право. Чаще всего её заверяет нотариус.',
      en: 'Somebody who hands in papers for you, and the paper that entitles them to. As a rule a notary certifies it.',
    },
  },
  {
    id: 'original-copy',
    kk: 'түпнұсқа, көшірме',
    ru: 'подлинник, копия',
    en: 'original, copy',
    text: {
      kk: 'Көшірмені алып қалады, түпнұсқаны салыстырып тексерген соң қайтарады. Кей жағдайда көшірмені нотариус растауы керек.',
      ru: 'Копию оставляют у себя, подлинник возвращают после сверки. Иногда копию должен заверить нотариус.',
      en: 'The copy is kept, the original is given back once the two have been compared. Some copies a notary has to certify.',
    },
  },
  {
    id: 'duplicate',
    kk: 'телнұсқа',
    ru: 'дубликат',
    en: 'duplicate',
    text: {
      kk: 'Жоғалған немесе бүлінген құжаттың орнына берілетін екінші дана.',
      ru: 'Второй экземпляр взамен утерянного или испорченного документа.',
      en: 'A second copy issued in place of a document that was lost or spoiled.',
    },
  },
  {
    id: 'statement',
    kk: 'анықтама',
    ru: 'справка',
    en: 'statement (certificate)',
    text: {
      kk: 'Белгілі бір жағдайды растайтын қағаз, мысалы тұрғылықты жері немесе табысы туралы.',
      ru: 'Бумага, которая подтверждает какое-то обстоятельство, например место жительства или доход.',
      en: 'A paper that confirms a fact, such as where one lives or what one earns.',
    },
  },
  {
    id: 'receipt',
    kk: 'қолхат, талон',
    ru: 'расписка, талон',
    en: 'receipt, slip',
    text: {
      kk: 'Құжаттарыңыз қабылданғанын растайтын қағаз. Дайын нәтижені осымен аласыз, жоғалтпаңыз.',
      ru: 'Бумага о том, что документы у вас приняли. По ней выдают результат – не теряйте её.',
      en: 'The paper that confirms that your documents were taken. The result is given out against it: keep it.',
    },
  },
  {
    id: 'working-day',
    kk: 'жұмыс күні',
    ru: 'рабочий день',
    en: 'working day',
    text: {
      kk: 'Демалыс пен мереке күндері есептелмейді: «10 жұмыс күні» – әдетте екі апта.',
      ru: 'Выходные и праздники не считаются: «10 рабочих дней» – обычно две недели.',
      en: 'Days off and public holidays do not count: “10 working days” are two weeks as a rule.',
    },
  },
  {
    id: 'calendar-day',
    kk: 'күнтізбелік күн',
    ru: 'календарный день',
    en: 'calendar day',
    text: {
      kk: 'Барлық күн есептеледі, демалыс пен мереке де: «30 күнтізбелік күн» – бір ай шамасы.',
      ru: 'Считаются все дни, и выходные, и праздники: «30 календарных дней» – около месяца.',
      en: 'Every day counts, days off and holidays too: “30 calendar days” are about a month.',
    },
  },
  {
    id: 'automated',
    kk: 'автоматтандырылған (толық, ішінара)',
    ru: 'автоматизированная (полностью, частично)',
    en: 'automated (fully, in part)',
    text: {
      kk: 'Қызметті интернет арқылы алуға бола ма: толық – бәрі порталда, ішінара – бір бөлігі, автоматтандырылмаған – тек өзіңіз барып.',
      ru: 'Можно ли получить услугу через интернет: полностью – всё на портале, частично – часть действий, не автоматизирована – только лично.',
      en: 'Whether one gets the service over the internet: fully – all of it on the portal, in part – some of it, not automated – only in person.',
    },
  },
  {
    id: 'monthly-index',
    kk: 'айлық есептік көрсеткіш',
    short: 'АЕК',
    ru: 'месячный расчётный показатель (МРП)',
    en: 'monthly calculation index',
    text: {
      kk: 'Төлемдер мен жәрдемақыларды есептейтін шама. Мөлшері жыл сайын заңмен белгіленеді.',
      ru: 'Величина, по которой считают сборы и пособия. Её размер каждый год устанавливает закон.',
      en: 'The unit in which charges and benefits are reckoned. A law sets its amount every year.',
    },
  },
  {
    id: 'refusal',
    kk: 'бас тарту, дәлелді жауап',
    ru: 'отказ, мотивированный ответ',
    en: 'refusal, reasoned answer',
    text: {
      kk: 'Қызмет көрсетілмесе, себебі жазбаша айтылуға тиіс. Негіздері стандартта тізілген.',
      ru: 'Если услугу не оказывают, причину обязаны назвать письменно. Основания перечислены в стандарте.',
      en: 'If the service is not given, the reason must be given in writing. The standard lists the grounds.',
    },
  },
  {
    id: 'complaint',
    kk: 'шағым',
    ru: 'жалоба',
    en: 'complaint',
    text: {
      kk: 'Нәтижемен немесе қызмет көрсету сапасымен келіспесеңіз, жазатын өтініш. Қабылданғанын растайтын талон береді.',
      ru: 'Обращение, если вы не согласны с результатом или с тем, как вас обслужили. О приёме жалобы выдают талон.',
      en: 'What you write if you disagree with the result or with how you were served. You are given a slip that confirms it.',
    },
  },
  {
    id: 'returnee',
    kk: 'оралман',
    ru: 'оралман',
    en: 'oralman',
    text: {
      kk: 'Тарихи отанына қоныс аударған, бұрын басқа елде тұрған этникалық қазақ. Қазіргі заңда – «қандас».',
      ru: 'Этнический казах, который переселился на историческую родину из другой страны. В нынешнем законе – «кандас».',
      en: 'An ethnic Kazakh who has moved to Kazakhstan from another country. The law of today says “kandas”.',
    },
  },
  {
    id: 'akim',
    kk: 'әкім, әкімдік',
    ru: 'аким, акимат',
    en: 'akim, akimat',
    text: {
      kk: 'Облыстың, қаланың, ауданның немесе ауылдық округтің басшысы және оның әкімшілігі.',
      ru: 'Глава области, города, района или сельского округа и его администрация.',
      en: 'The head of a region, city, district or rural district, and the administration.',
    },
  },
  {
    id: 'local-executive-body',
    kk: 'жергілікті атқарушы орган',
    short: 'ЖАО',
    ru: 'местный исполнительный орган (МИО)',
    en: 'local executive body',
    text: {
      kk: 'Әкімдік пен оның басқармалары, бөлімдері.',
      ru: 'Акимат, его управления и отделы.',
      en: 'An akimat with its directorates and divisions.',
    },
  },
  {
    id: 'apostille',
    kk: 'апостиль',
    ru: 'апостиль',
    en: 'apostille',
    text: {
      kk: 'Құжат басқа елде де жарамды болуы үшін қойылатын мөртаңба.',
      ru: 'Штамп, с которым документ действителен и в другой стране.',
      en: 'A stamp that makes a document valid in another country.',
    },
  },
]

export interface GlossaryEntry {
  id: string
  /** In the language of the page. */
  term: string
  /** As the acts write it, with its abbreviation; null on Kazakh pages without one. */
  kazakh: string | null
  text: string
}

/** The terms in the language of a page, by its alphabet. */
export function glossaryFor(locale: Locale): GlossaryEntry[] {
  const {compare} = new Intl.Collator(locale, {sensitivity: 'base'})
  return GLOSSARY.map(({id, kk, short, ru, en, text}) => ({
    id,
    term: {kk: short === undefined ? kk : `${kk} (${short})`, ru, en}[locale],
    kazakh: locale === 'kk' ? null : short === undefined ? kk : `${kk} (${short})`,
    text: text[locale],
  })).sort((a, b) => compare(a.term, b.term))
}
