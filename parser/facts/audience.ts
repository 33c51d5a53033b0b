/**
 * Who needs a service: the one group of people under whose heading somebody would look for it.
 *
 *     Бала тууға және бала күтімі бойынша жәрдемақылар тағайындау
 *     families
 *
 * The words of a table are counted where they begin a word: in the title, in what is said of the recipients, and in the other
 * points. The title decides; recipients decide where the title does not, the points where neither does. A service whose
 * words fit no group is for «other».
 */
import {foldWord, tokens} from '../language/stem.ts'
import type {Audience, Point} from '../model/index.ts'

/** Beginnings of words by group; an earlier group goes before a later one with as many words. */
const WORDS: readonly (readonly [audience: Audience, stems: string])[] = [
  // «Бала тууға және бала күтімі бойынша …», «… анасына немесе әкесіне, бала асырап алушыға, қамқоршысына …»
  ['families', 'бала балаға баланы баланың балалар балалы сәби нәресте отбасы ана анасына әке әкесі жүктілі босан асырап қамқорш қорғанш'],
  // «Мемлекеттік базалық зейнетақы төлемін тағайындау»
  ['pensioners', 'зейнет қарт'],
  // «Мүгедектікті және/немесе еңбек ету қабілетінен айрылу дәрежесін белгілеу …»
  ['disabled', 'мүгедек қабілет протез сурдо'],
  // «… тұрғын үйге мұқтаж азаматтарды есепке қою …»
  ['housing', 'тұрғын пәтер баспана мұқтаж'],
  // «Запастағы офицерлерге әскери билеттер … беру», «Ұлы Отан соғысына қатысушыларға … куәліктер беру»
  ['military', 'әскер запас офицер сарбаз сержант соғыс ардагер интернационалист жауынгер чернобыль'],
  // «Адамдарға жұмыспен қамтуға жәрдемдесудің …», «Атаулы әлеуметтік көмек …», «Мемлекеттік арнайы жәрдемақыларды …», «Жерлеуге …»
  ['support', 'жұмыспен жұмыссыз жолдама атаулы көмек жәрдемақы жерле'],
  // «Оқу орындарына қабылдау», «жатақхана беру»
  ['students', 'оқу оқушы студент мектеп балабақша жатақхана диплом аттестат стипендия'],
  // «Дәрігерге жазылу», «емдеуге жіберу»
  ['patients', 'дәрігер емде емхана аурухана медицин науқас денсаулық'],
  // «Жүргізуші куәлігін беру», «көлік құралын тіркеу»
  ['drivers', 'көлік жүргізуші автомобил трактор'],
  // «Асыл тұқымды мал шаруашылығына субсидия беру»
  ['farmers', 'ауыл мал егін шаруа тұқым ветеринар субсидия'],
  // «Бұқаралық ақпарат құралдарын есепке қою», «Экспорттық бақылауға жататын өнімге …», «(түпкі пайдаланушының сертификатын)»
  ['organisations', 'заңды кәсіпкер лицензия экспорт импорт өнім тауар сертификат бұқаралық баспасөз басылым кепілдік жарғы'],
  // «Мұрағаттық анықтамалар беру», «… көшірмелерін апостильдеу»
  ['papers', 'мұрағат апостиль төлқұжат'],
]

const GROUPS = WORDS.map(([audience, stems]) => ({audience, stems: stems.split(' ').map(foldWord)}))

/** Words this short in the table are looked for whole: «ана» is not the beginning of «анықтама». */
const WHOLE_UP_TO = 3

/**
 * The group a standard belongs to.
 *
 * @param title of the standard
 * @param recipients as `readRecipients` gives them
 * @param points all points; they are looked at only where title and recipients name nobody
 */
export function readAudience(title: string, recipients: string | null, points: readonly Point[]): Audience {
  return best(title) ?? best(recipients ?? '') ?? best(points.map(({text}) => text).join('\n')) ?? 'other'
}

/** The group with the most words of the text; null where none has any. */
function best(text: string): Audience | null {
  const words = tokens(text).map(({word}) => foldWord(word))
  let found: Audience | null = null
  let most = 0
  for (const {audience, stems} of GROUPS) {
    const count = words.filter((word) => stems.some((stem) => (stem.length <= WHOLE_UP_TO ? word === stem : word.startsWith(stem)))).length
    if (count <= most) continue
    found = audience
    most = count
  }
  return found
}
