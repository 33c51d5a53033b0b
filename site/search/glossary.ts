/**
 * Everyday Russian and English words for what the Kazakh texts call otherwise, put in place of them before a search.
 *
 *     пособие на ребёнка       →  жәрдемақы бала
 *     очередь на жильё         →  тұрғын үй кезегі
 *
 * Everyday Kazakh words are not replaced; what the texts call the same is looked for beside them (`relatedWords`).
 *
 * A line holds a phrase, its words as stems («пособи» stands for пособие, пособия, пособий …), and the Kazakh words of the texts.
 * Words of a phrase may have a preposition between them. A longer phrase goes before a shorter one.
 */
import {foldWord, tokens} from '../../parser/language/stem.ts'

const RUSSIAN = `
  военн билет = әскери билет
  военник = әскери билет
  временн удостоверени = уақытша куәлік
  приписн свидетельств = әскерге шақыру учаскесіне тіркеу куәлігі
  приписн = әскерге шақыру учаскесіне тіркеу
  приписк = әскерге шақыру учаскесіне тіркеу
  воинск учет = әскери есепке алу
  военн учет = әскери есепке алу
  военкомат = қорғаныс істері
  призывник = әскерге шақырылушы
  призыв = әскерге шақыру
  воинск служб = әскери қызмет
  военн служб = әскери қызмет
  арми = әскери қызмет
  военн = әскери
  воинск = әскери
  офицер = офицер
  участник войн = соғысқа қатысушы
  ветеран войн = соғысқа қатысушы
  ветеран = соғысқа қатысушы
  воин интернационалист = интернационалист жауынгер
  афганец = интернационалист жауынгер
  чернобылец = Чернобыль
  очеред жиль = тұрғын үй кезегі
  очеред жилищ = тұрғын үй кезегі
  очеред квартир = тұрғын үй кезегі
  жилищн очеред = тұрғын үй кезегі
  нуждающ жиль = тұрғын үйге мұқтаж
  жиль = тұрғын үй
  жилищ = тұрғын үй
  жилищн = тұрғын үй
  квартир = тұрғын үй
  очеред = кезек
  пособи рожден = бала туу жәрдемақы
  пособи уход ребен = бала күтімі жәрдемақы
  декретн = жүктілік босану
  декрет = жүктілік босану
  беременност = жүктілік
  рожден = туу
  роды = босану
  уход ребен = бала күтімі
  уход дет = бала күтімі
  уход = күтім
  ребен инвалид = мүгедек бала
  дет инвалид = мүгедек бала
  ребен = бала
  дет = бала
  детск = бала
  мать = ана
  матер = ана
  многодетн = көп балалы
  специальн социальн = арнаулы
  спецпособи = арнайы жәрдемақы
  государственн специальн пособи = мемлекеттік арнайы жәрдемақы
  специальн государственн пособи = арнаулы мемлекеттік жәрдемақы
  специальн = арнайы
  пособи = жәрдемақы
  выплат = төлем
  социальн = әлеуметтік
  адресн помощ = атаулы көмек
  помощ = көмек
  малообеспечен = атаулы көмек
  накопительн = жинақтаушы
  базов пенси = базалық зейнетақы
  базов = базалық
  пенсион = зейнетақы
  пенсионер = зейнетақы
  пенсионн = зейнетақы
  пенси = зейнетақы
  инвалидност = мүгедектік
  инвалид = мүгедек
  трудоспособност = еңбек ету қабілеті
  мсэ = медициналық-әлеуметтік сараптама
  потер кормил = асыраушысынан айырылу
  кормил = асыраушы
  погребен = жерлеу
  похорон = жерлеу
  сик = әлеуметтік жеке код
  социальн индивидуальн код = әлеуметтік жеке код
  безработн = жұмыспен қамту
  занятост = жұмыспен қамту
  трудоустройств = жұмыспен қамту
  бирж труд = жұмыспен қамту
  поиск работ = жұмыспен қамту
  работ = жұмыс
  направлени = жолдама
  архивн справк = мұрағаттық анықтама
  архивн = мұрағат
  архив = мұрағат
  апостил = апостиль
  копи = көшірме
  сми = бұқаралық ақпарат құралдары
  массов информаци = бұқаралық ақпарат құралдары
  иностранн издан = шетелдік басылым
  иностранн = шетелдік
  экспорт = экспорттық
  экспортн контрол = экспорттық бақылау
  гарантийн обязательств = кепілдік міндеттеме
  конечн пользовател = түпкі пайдаланушы
  сертификат = сертификат
  удостоверени = куәлік
  свидетельств = куәлік
  справк = анықтама
  заявлени = өтініш
  бланк = бланк
  образц = үлгі
  документ = құжаттар
  срок = мерзімі
  бесплатн = тегін
  стоимост = ақысы
  госпошлин = мемлекеттік баж
  пошлин = баж
  режим работ = жұмыс кестесі
  график работ = жұмыс кестесі
  часы работ = жұмыс кестесі
  жалоб = шағым
  отказ = бас тарту
  цон = халыққа қызмет көрсету орталығы
  обслуживан населен = халыққа қызмет көрсету
  акимат = әкімдік
  город = қала
  област = облыс
  район = аудан
`

const ENGLISH = `
  military card = әскери билет
  military id = әскери билет
  military service = әскери қызмет
  military = әскери
  veteran = соғысқа қатысушы
  housing queue = тұрғын үй кезегі
  housing = тұрғын үй
  apartment = тұрғын үй
  child care = бала күтімі
  childcare = бала күтімі
  childbirth = бала туу
  birth = туу
  disabled child = мүгедек бала
  child = бала
  children = бала
  maternity = жүктілік босану
  benefit = жәрдемақы
  allowance = жәрдемақы
  payment = төлем
  pension = зейнетақы
  disability = мүгедектік
  disabled = мүгедек
  funeral = жерлеу
  burial = жерлеу
  employment = жұмыспен қамту
  unemployed = жұмыспен қамту
  job = жұмыспен қамту
  archive certificate = мұрағаттық анықтама
  archival = мұрағат
  archive = мұрағат
  apostille = апостиль
  mass media = бұқаралық ақпарат құралдары
  newspaper = баспасөз басылым
  export control = экспорттық бақылау
  export = экспорттық
  end user = түпкі пайдаланушы
  certificate = анықтама
  application = өтініш
  form = бланк
  document = құжаттар
  fee = ақысы
  deadline = мерзімі
  opening hours = жұмыс кестесі
  complaint = шағым
  service centre = халыққа қызмет көрсету орталығы
  service center = халыққа қызмет көрсету орталығы
`

/** Names of towns and regions as they were or are in Russian; put in place even where the texts have the word somewhere. */
const PLACES = `
  усть каменогорск = Өскемен
  петропавловск = Петропавл
  уральск = Орал
  актюбинск = Ақтөбе
  кустанай = Қостанай
  кокчетав = Көкшетау
  чимкент = Шымкент
  джамбул = Тараз
  джамбульск = Жамбыл
  жамбылск = Жамбыл
  караганд = Қарағанды
  карагандинск = Қарағанды
  кзыл орд = Қызылорда
  кызылординск = Қызылорда
  семипалатинск = Семей
  талды курган = Талдықорған
  талдыкурган = Талдықорған
  алма ат = Алматы
  алматинск = Алматы
  акмолинск = Ақмола
  экибастуз = Екібастұз
  джезказган = Жезқазған
  гурьев = Атырау
  атырауск = Атырау
  мангыстауск = Маңғыстау
  костанайск = Қостанай
  павлодарск = Павлодар
  северо казахстанск = Солтүстік Қазақстан
  западно казахстанск = Батыс Қазақстан
  восточно казахстанск = Шығыс Қазақстан
  южно казахстанск = Оңтүстік Қазақстан
`

/** Everyday Kazakh words and what the texts call the same; looked for beside them. A word stands for its forms. */
const KAZAKH = `
  зейнеткер = зейнетақы
  ардагер = соғысына қатысушы
  ауғандық = интернационалист жауынгер
  сәби = бала
  нәресте = бала
  баспана = тұрғын үй
  жұмыссыз = жұмыспен қамту
  газет = баспасөз басылым
  журнал = баспасөз басылым
  қайтыс = жерлеу
  өлім = жерлеу
  туыс = отбасы
  ақша = төлем
`

/** Endings of Russian nouns and adjectives by their letters: «пособи-ями», «ребен-ок», «архивн-ого». */
const RUSSIAN_ENDING = '[аеиоуыюьяймхвгк]{0,3}'

/** Between the words of a phrase, and of no meaning by themselves. */
const LINKS = new Set('на в во по для о об от до за из к с и для как где'.split(' ').concat('for of the a an in to and'.split(' ')))

const RELATED = KAZAKH.trim()
  .split('\n')
  .map((line) => {
    const [word = '', others = ''] = line.split('=').map((side) => side.trim())
    // endings of nouns begin with few letters; a word of other letters after is another word
    return {form: new RegExp(`^${foldWord(word)}(?:[лдтнгксыиаембп][а-я]{0,7})?$`, 'u'), others: others.split(' ')}
  })

/** Other words of the texts for what an everyday Kazakh word means; `folded` in the form that search compares by. */
export function relatedWords(folded: string): readonly string[] {
  return RELATED.find(({form}) => form.test(folded))?.others ?? []
}

interface Phrase {
  words: RegExp[]
  kazakh: string
  /** Put in place whatever words the texts have. */
  always: boolean
}

const russian = (stem: string): RegExp => new RegExp(`^${foldWord(stem)}${RUSSIAN_ENDING}$`, 'u')
const english = (word: string): RegExp => new RegExp(`^${word}(?:s|es)?$`, 'u')

const PHRASES: readonly Phrase[] = [...read(PLACES, russian, true), ...read(RUSSIAN, russian), ...read(ENGLISH, english)].sort(
  (a, b) => b.words.length - a.words.length,
)

function read(table: string, pattern: (word: string) => RegExp, always = false): Phrase[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [foreign = '', kazakh = ''] = line.split('=').map((side) => side.trim())
      return {words: foreign.split(' ').map(pattern), kazakh, always}
    })
}

export interface Translated {
  /** The query with Kazakh words in place of those of the glossary. */
  query: string
  /** What was put in place of what, in the order of the query. */
  words: {from: string; to: string}[]
}

/**
 * Puts the Kazakh words of the texts in place of everyday Russian and English ones.
 *
 * @param known whether the texts themselves have a word; such a word stays as it is
 */
export function translate(query: string, known: (word: string) => boolean): Translated {
  const typed = tokens(query)
  // an English word is compared as it is typed: folding would make Cyrillic of it
  const forms = typed.map(({word}) => [foldWord(word), word])
  const fits = (pattern: RegExp, at: number): boolean => (forms[at] ?? []).some((form) => pattern.test(form))
  const words: Translated['words'] = []
  let out = ''
  let end = 0
  for (let at = 0; at < typed.length; at++) {
    const first = typed[at]
    if (first === undefined) break
    const match = phraseAt(at, typed.length, fits, (place) => LINKS.has(typed[place]?.word ?? ''))
    if (match === null || (match.last === at && !match.always && known(first.word))) continue
    const last = typed[match.last] ?? first
    words.push({from: query.slice(first.start, last.end), to: match.kazakh})
    out += query.slice(end, first.start) + match.kazakh
    end = last.end
    at = match.last
  }
  return {query: out + query.slice(end), words}
}

function phraseAt(
  at: number,
  length: number,
  fits: (pattern: RegExp, place: number) => boolean,
  links: (place: number) => boolean,
): {kazakh: string; last: number; always: boolean} | null {
  for (const {words, kazakh, always} of PHRASES) {
    let place = at
    let last = at
    const whole = words.every((pattern, number) => {
      if (number > 0) while (place < length && links(place)) place++
      if (place >= length || !fits(pattern, place)) return false
      last = place++
      return true
    })
    if (whole) return {kazakh, last, always}
  }
  return null
}
