/** Texts of the help page. */
import {dataUrl, glossaryUrl, officesUrl, offlineUrl, qualityUrl, searchUrl, standardsUrl} from '../urls.ts'
import {translations} from './translations.ts'

/** Where an answer leads; the words are those of the language. */
const PATHS = {
  services: standardsUrl(),
  search: searchUrl(),
  offices: officesUrl(),
  glossary: glossaryUrl(),
  offline: offlineUrl(),
  quality: qualityUrl(),
  data: dataUrl(),
}

export type HelpLink = keyof typeof PATHS

/** Path of the page that an answer leads to. */
export const helpPath = (link: HelpLink): string => PATHS[link]

interface HelpItem {
  /** Anchor on the page. */
  id: string
  question: string
  answer: string[]
  link: {to: HelpLink; text: string} | null
}

interface HelpTexts {
  contents: string
  items: HelpItem[]
}

const kk: HelpTexts = {
  contents: 'Сұрақтар',
  items: [
    {
      id: 'find',
      question: 'Керек қызметті қалай табамын?',
      answer: [
        'Іздеу өрісіне керек сөзді айтқаныңыздай жазыңыз: жалғауы мен бір әріп қатесі кедергі болмайды.',
        'Қызметтерді кімге керек екеніне қарай басты беттен немесе әліпби бойынша тізімнен де таңдауға болады.',
      ],
      link: {to: 'services', text: 'Қызметтер тізімі'},
    },
    {
      id: 'letters',
      question: 'Пернетақтамда қазақ әріптері жоқ. Қалай іздеймін?',
      answer: [
        'Орыс әріптерімен (ә орнына а, қ орнына к, ұ орнына у) немесе латын әріптерімен жазыңыз: «жардемакы», «jardemaqy» – екеуі де «жәрдемақы» дегенді табады.',
        'Іздеу сөзіңізді түзетсе, нәтиженің үстінде айтылады және жазғаныңызбен қайта іздеуге болады.',
      ],
      link: {to: 'search', text: 'Іздеу'},
    },
    {
      id: 'read',
      question: 'Стандарттың бетін қалай оқимын?',
      answer: [
        'Алдымен қолданыстағы күші, сосын басты жауаптар: қанша күту, ақысы, не әкелу, қайда бару. Одан әрі құжаттар тізімі, мекемелер, қадамдар, ең соңында ресми мәтін.',
        'Әр жауаптың оң жағында тармақ нөмірі тұр. Оны басса, ресми мәтіннің сол жері ашылады. Мәтіндегі нөмірді басса, браузердің мекенжай жолында сол тармақтың сілтемесі шығады: оны басқаға жіберуге болады.',
      ],
      link: {to: 'glossary', text: 'Сөздердің мағынасы – сөздікте'},
    },
    {
      id: 'status',
      question: '«Күшін жойған» деген не?',
      answer: [
        'Қаулы енді қолданылмайды. Мәтін анықтама үшін ғана сақталған. Қазіргі тәртіпті қызмет көрсететін органнан немесе 1414 телефонынан біліңіз.',
      ],
      link: null,
    },
    {
      id: 'checklist',
      question: 'Құжаттар тізімін қалай белгілеймін?',
      answer: [
        'Қайда тапсыратыныңызды таңдаңыз: тізім соған қарай өзгереді. Дайын құжаттың шаршысын басыңыз. Белгілер осы құрылғыда ғана сақталады, ешқайда жіберілмейді.',
      ],
      link: null,
    },
    {
      id: 'print',
      question: 'Қағазға қалай шығарамын?',
      answer: [
        '«Тізімді басып шығару» түймесін немесе браузердің басып шығару пәрменін таңдаңыз: бір А4 бетіне күші, қысқаша жауаптар, құжаттар тізімі, таңдалған өңірдің мекемелері және шағым жолдары сыяды.',
        'Ресми мәтінді түгел шығару үшін ресми мәтіннің басындағы «Толық мәтінді басып шығару» сілтемесін басыңыз.',
      ],
      link: null,
    },
    {
      id: 'offices',
      question: 'Мекеменің мекенжайы қазір де дұрыс па?',
      answer: [
        'Мекенжайлар қаулы жарияланған кездегідей. Мекеменің бетінде қай күнгі тізімнен алынғаны, тізімдер қай жерде келіспейтіні көрсетілген. Бармас бұрын қоңырау шалыңыз.',
      ],
      link: {to: 'offices', text: 'Мекемелер'},
    },
    {
      id: 'offline',
      question: 'Интернетсіз қалай пайдаланамын?',
      answer: [
        'Сайтты бір рет ашқан соң стандарттар, бланкілер мен мекемелер тізімі интернет жоқта да оқылады. Сайтты түгел архив ретінде жүктеп, флеш-жадта алып жүруге де болады.',
      ],
      link: {to: 'offline', text: 'Интернетсіз оқу'},
    },
    {
      id: 'accessibility',
      question: 'Әріптері ірі, қарама-қарсы түсті нұсқасы бар ма?',
      answer: [
        'Бар: беттің төменгі жағындағы «Көрініс» бөлімінен нашар көретіндерге арналған нұсқаны немесе қараңғы фонды таңдаңыз. Таңдау осы құрылғыда сақталады.',
        'Барлық бет пернетақтамен де, экранды дауыстап оқитын бағдарламамен де жұмыс істейді. JavaScript өшірулі болса да бәрін оқуға болады.',
      ],
      link: null,
    },
    {
      id: 'languages',
      question: 'Неге ресми мәтін тек қазақша?',
      answer: [
        'Сайт ресми жариялаудың қазақша мәтінінен құралған. Бөлімдердің атауы мен түсіндірмелер үш тілде, ал актінің өз сөздері аударылмайды: аударманың заңдық күші жоқ.',
      ],
      link: null,
    },
    {
      id: 'errors',
      question: 'Қате тапсам қайтемін?',
      answer: [
        'Беттің соңындағы «Жүктеу және дереккөз» бөлімінде мәтін қай файлдың қай жолынан алынғаны жазылған. Сол жолды және қатені сайтты жүргізетін ұйымға хабарлаңыз.',
        'Басылымның өз қателері сол күйінде қалады; бағдарлама күмәнданған жерлердің бәрі ашық тізілген.',
      ],
      link: {to: 'quality', text: 'Бұл мәтіндер қалай оқылды'},
    },
    {
      id: 'data',
      question: 'Деректерді өз бағдарламамда пайдалана аламын ба?',
      answer: ['Иә. Сайттағының бәрі ашық файлдардан құралған, оларды еркін жүктеуге болады.'],
      link: {to: 'data', text: 'Ашық деректер'},
    },
  ],
}

const ru: HelpTexts = {
  contents: 'Вопросы',
  items: [
    {
      id: 'find',
      question: 'Как найти нужную услугу?',
      answer: [
        'Напишите в поле поиска нужное слово так, как вы его говорите: окончание или одна ошибка в слове не помешают. Названия услуг – на казахском языке.',
        'Услугу можно выбрать и на главной странице по тому, кому она нужна, или в списке по алфавиту.',
      ],
      link: {to: 'services', text: 'Список услуг'},
    },
    {
      id: 'letters',
      question: 'На моей клавиатуре нет казахских букв. Как искать?',
      answer: [
        'Пишите русскими буквами (а вместо ә, к вместо қ, у вместо ұ) или латиницей: «жардемакы» и «jardemaqy» найдут «жәрдемақы».',
        'Если поиск исправил слово, об этом сказано над результатами; можно искать и так, как вы написали.',
      ],
      link: {to: 'search', text: 'Поиск'},
    },
    {
      id: 'read',
      question: 'Как читать страницу стандарта?',
      answer: [
        'Сначала – действует ли он, затем главное: сколько ждать, сколько платить, что принести, куда идти. Дальше – список документов, учреждения, порядок получения и в конце официальный текст.',
        'Справа от каждого ответа стоит номер пункта. Он ведёт к этому месту официального текста. Если нажать на номер в самом тексте, в строке адреса появится ссылка на этот пункт: её можно переслать.',
      ],
      link: {to: 'glossary', text: 'Что значат слова – в словаре'},
    },
    {
      id: 'status',
      question: 'Что значит «не действует»?',
      answer: [
        'Постановление больше не применяется. Текст сохранён только для справки. Нынешний порядок узнавайте у органа, который оказывает услугу, или по телефону 1414.',
      ],
      link: null,
    },
    {
      id: 'checklist',
      question: 'Как отмечать документы?',
      answer: [
        'Выберите, куда подаёте: список изменится. Нажмите на квадрат готового документа. Отметки хранятся только на этом устройстве и никуда не передаются.',
      ],
      link: null,
    },
    {
      id: 'print',
      question: 'Как распечатать?',
      answer: [
        'Нажмите «Распечатать список» или выберите печать в браузере: на одном листе А4 поместятся статус, краткие ответы, список документов, учреждения выбранного региона и пути жалобы.',
        'Чтобы напечатать официальный текст целиком, нажмите над ним «Распечатать полный текст».',
      ],
      link: null,
    },
    {
      id: 'offices',
      question: 'Верны ли адреса сейчас?',
      answer: [
        'Адреса такие, какими были при публикации постановлений. На странице учреждения указано, из списка какого дня взят адрес и в чём списки расходятся. Прежде чем идти, позвоните.',
      ],
      link: {to: 'offices', text: 'Учреждения'},
    },
    {
      id: 'offline',
      question: 'Как пользоваться без интернета?',
      answer: [
        'Если открыть сайт один раз, стандарты, бланки и списки учреждений читаются и без связи. Весь сайт можно скачать архивом и носить на флеш-накопителе.',
      ],
      link: {to: 'offline', text: 'Чтение без интернета'},
    },
    {
      id: 'accessibility',
      question: 'Есть ли версия с крупными буквами и высоким контрастом?',
      answer: [
        'Да: внизу страницы, в разделе о виде сайта, выберите версию для слабовидящих или тёмный фон. Выбор хранится на этом устройстве.',
        'Все страницы работают с клавиатуры и с программами экранного доступа. Без JavaScript тоже можно прочитать всё.',
      ],
      link: null,
    },
    {
      id: 'languages',
      question: 'Почему официальный текст только на казахском?',
      answer: [
        'Сайт составлен по казахскому тексту официальной публикации. Названия разделов и пояснения – на трёх языках, слова самого акта не переводятся: перевод не имел бы юридической силы.',
      ],
      link: null,
    },
    {
      id: 'errors',
      question: 'Что делать, если я нашёл ошибку?',
      answer: [
        'В конце страницы, в разделе «Скачать и источник», указано, из какого файла и с каких строк взят текст. Сообщите эти строки и ошибку организации, которая ведёт сайт.',
        'Ошибки самой публикации остаются как есть; все места, где программа сомневалась, перечислены открыто.',
      ],
      link: {to: 'quality', text: 'Как прочитаны эти тексты'},
    },
    {
      id: 'data',
      question: 'Можно ли взять данные для своей программы?',
      answer: ['Да. Всё на сайте составлено из открытых файлов, их можно свободно скачать.'],
      link: {to: 'data', text: 'Открытые данные'},
    },
  ],
}

const en: HelpTexts = {
  contents: 'Questions',
  items: [
    {
      id: 'find',
      question: 'How do I find the service I need?',
      answer: [
        'Type the word as you say it: its ending or one wrong letter does not matter. Names of services are in Kazakh.',
        'You can also choose a service on the home page by who needs it, or from the alphabetical list.',
      ],
      link: {to: 'services', text: 'List of services'},
    },
    {
      id: 'letters',
      question: 'My keyboard has no Kazakh letters. How do I search?',
      answer: [
        'Use Russian letters (а for ә, к for қ, у for ұ) or Latin ones: “жардемакы” and “jardemaqy” both find “жәрдемақы”.',
        'When a word has been corrected, the results say so, and you can search for it as you typed it.',
      ],
      link: {to: 'search', text: 'Search'},
    },
    {
      id: 'read',
      question: 'How do I read the page of a standard?',
      answer: [
        'First comes whether it is in force, then the main answers: how long, what fee, what to bring, where to go. Below are the list of documents, the offices, the steps, and at the end the official text.',
        'To the right of every answer stands the number of a point. It leads to that place of the official text. A number in the text itself puts a link to that point into the address bar, to be passed on.',
      ],
      link: {to: 'glossary', text: 'What the words mean: glossary'},
    },
    {
      id: 'status',
      question: 'What does “repealed” mean?',
      answer: [
        'The resolution no longer applies. Its text is kept for reference only. Ask the body that provides the service for the rules of today, or call 1414.',
      ],
      link: null,
    },
    {
      id: 'checklist',
      question: 'How do I tick off documents?',
      answer: [
        'Choose where you will apply: the list follows. Press the square of each document that is ready. Ticks are kept on this device only and sent nowhere.',
      ],
      link: null,
    },
    {
      id: 'print',
      question: 'How do I print?',
      answer: [
        'Press “Print the list” or use the print command of the browser: one sheet of A4 holds the status, short answers, the list of documents, the offices of the chosen region and the ways of complaint.',
        'To print the whole official text, press “Print the full text” above it.',
      ],
      link: null,
    },
    {
      id: 'offices',
      question: 'Are the addresses right today?',
      answer: [
        'Addresses are as they were when the resolutions were published. The page of an office says from which day its list is and where lists disagree. Call before you go.',
      ],
      link: {to: 'offices', text: 'Offices'},
    },
    {
      id: 'offline',
      question: 'How do I use the site without the internet?',
      answer: [
        'Once you have opened the site, standards, forms and lists of offices can be read with the network gone. The whole site can also be downloaded as an archive and carried on a stick.',
      ],
      link: {to: 'offline', text: 'Reading offline'},
    },
    {
      id: 'accessibility',
      question: 'Is there a version with large type and high contrast?',
      answer: [
        'Yes: at the foot of the page, under the appearance of the site, choose the version for weak eyes or the dark ground. The choice is kept on this device.',
        'Every page works with the keyboard and with screen readers. Everything can be read without JavaScript.',
      ],
      link: null,
    },
    {
      id: 'languages',
      question: 'Why is the official text in Kazakh only?',
      answer: [
        'The site is made from the Kazakh text of the official publication. Headings and explanations are in three languages; the words of the act are not translated: a translation would have no legal force.',
      ],
      link: null,
    },
    {
      id: 'errors',
      question: 'What if I find a mistake?',
      answer: [
        'At the end of each page it says from which file and lines the text was taken. Tell the organisation that runs the site those lines and the mistake.',
        'Mistakes of the publication itself stay as they are; every place the program was in doubt about is listed openly.',
      ],
      link: {to: 'quality', text: 'How these texts were read'},
    },
    {
      id: 'data',
      question: 'May I use the data in a program of my own?',
      answer: ['Yes. Everything on the site is made of open files that anybody may download.'],
      link: {to: 'data', text: 'Open data'},
    },
  ],
}

export const strings = translations('help', {kk, ru, en})
