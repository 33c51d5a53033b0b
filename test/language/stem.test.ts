import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {harmony, VOWELS} from '../../parser/language/alphabet.ts'
import {createStemmer, foldWord, learnLexicon, tokens} from '../../parser/language/stem.ts'

const words = new Map<string, number>()
for (const file of readdirSync('sources').filter((name) => /\.(?:md|txt)$/u.test(name))) {
  for (const line of readFileSync(join('sources', file), 'utf8').split('\n')) {
    if (/(?:^|\s)\p{L}\s/u.test(line)) continue
    for (const [word] of line.matchAll(/\p{L}{2,}/gu)) words.set(word, (words.get(word) ?? 0) + 1)
  }
}
const stem = createStemmer(learnLexicon(words))

describe('folding', () => {
  it.each([
    ['зейнетақы', 'zeinetaqy', "zei'netaqy", 'zeınetaqy', 'зейнетакы'],
    ['көмек', 'kömek', "ko'mek", 'kómek', 'комек'],
    ['мүгедек', 'mügedek', "mu'gedek", 'múgedek', 'мугедек'],
    ['шағым', 'şağym', "s'ag'ym", 'shaǵym', 'шагым'],
    ['бөлімі', 'бөлiмi', 'bölimi', 'бoлимi', 'БӨЛІМІ'],
    ['Өскемен', 'Öskemen', "O'skemen", 'Óskemen', 'оскемен'],
  ])('%s', (...spellings) => {
    for (const spelling of spellings) expect(foldWord(spelling)).toBe(foldWord(spellings[0] ?? ''))
  })
})

describe('stems', () => {
  it.each([
    'жәрдемақы жәрдемақының жәрдемақылар жәрдемақыларды жардемакы jardemaqy',
    'бөлім бөлімі бөлімінің бөлімдер бөліміне бөлiмi',
    'бөлік бөлігі бөлігін бөліктер',
    'халық халқы халқына халыққа',
    'облыс облысы облысының облыстық облыстар облысында',
    'аудан ауданы ауданының аудандық ауданда ауданына',
    'Өскемен Өскеменде Өскеменнің Оскемен',
    'азамат азаматтар азаматтарға азаматы',
    'куәлік куәлігі куәлігін куәліктер',
    'үй үйі үйге үйде',
  ])('%s', (forms) => {
    const [lemma = '', ...others] = forms.split(' ')
    for (const form of others) expect([form, stem(form)]).toEqual([form, stem(lemma)])
  })

  it.each([
    ['бөлім', 'бөл'],
    ['қызмет', 'қыз'],
    ['қызмет', 'қызметкер'],
    ['облыс', 'аудан'],
    ['көмек', 'көмір'],
  ])('«%s» and «%s» stay apart', (one, other) => expect(stem(one)).not.toBe(stem(other)))

  it.each([
    ['nouns of the sources', NOUNS, 0.005],
    ['nouns that are mostly not in the sources', STRANGE_NOUNS, 0.06],
  ])('gives the forms of a noun the stem of the noun: %s', (_, nouns, tolerated) => {
    const wrong: string[] = []
    let forms = 0
    for (const lemma of nouns) {
      for (const form of formsOf(lemma)) {
        forms++
        if (stem(form) !== stem(lemma)) wrong.push(`${lemma}: ${form} → ${stem(form)}, not ${stem(lemma)}`)
      }
    }
    expect(forms).toBeGreaterThan(800)
    expect(wrong.length / forms, wrong.slice(0, 40).join('\n')).toBeLessThanOrEqual(tolerated)
  })
})

it('cuts a text into words and numbers with their places', () => {
  const text = "«Абай» к-сі, 12а; ko'mek"
  expect(tokens(text).map(({word}) => word)).toEqual(['абай', 'к', 'сі', '12', 'а', "ko'mek"])
  for (const {word, start, end} of tokens(text)) expect(text.slice(start, end).toLowerCase()).toBe(word)
})

const NOUNS = (
  'анықтама азамат аудан облыс қала ауыл көше бала отбасы мүгедек жетім зейнетақы жәрдемақы көмек қызмет қызметкер орталық ' +
  'бөлім бөлімше басқарма департамент министрлік орган ұйым мекеме кәсіпорын стандарт қаулы қосымша тармақ құжат куәлік ' +
  'паспорт өтініш шағым жауап хабарлама қолхат талон нөмір мерзім уақыт күн ай жыл сағат үзіліс кезек тұрғын үй пәтер ' +
  'мұрағат ақпарат басылым агенттік тіркеу тағайындау тіл сот заң кодекс ереже тәртіп негіз нәтиже нысан портал сайт ' +
  'телефон мекенжай дәрігер мұғалім маман жұмыс жұмыссыз еңбек шарт төлем баж салық шот банк пошта көшірме түпнұсқа ' +
  'қолтаңба мөр сурет қоғам денсаулық әскер жауынгер билет сапа көрсеткіш мекен'
).split(' ')

const STRANGE_NOUNS = (
  'мектеп университет студент оқушы ұл қыз дос көлік теміржол ұшақ кеме газ жарық отын көмір нан дәрі аурухана емхана диплом ' +
  'аттестат тәжірибе келісім бақылау рұқсат лицензия тауар өнім технология балабақша несие қарыз мүлік мұра кітапхана ' +
  'мұражай театр дала тау өзен көл орман бау бақша мал сиыр қой түйе жүргізуші ұстаз шәкірт ғалым жазушы ақын күй ән'
).split(' ')

/** Singular and plural, with and without the third-person possessive, in all cases, by the rules of the grammar. */
function formsOf(lemma: string): string[] {
  const forms: string[] = []
  const plural = lemma + join3(lemma, ['лар', 'лер'], ['дар', 'дер'], ['тар', 'тер'])
  for (const base of [lemma, plural]) {
    forms.push(base, ...cases(base))
    const own = possessive(base)
    const back = harmony(own) === 'back'
    forms.push(
      own,
      ...(back ? ['ның', 'на', 'н', 'нда', 'нан', 'мен'] : ['нің', 'не', 'н', 'нде', 'нен', 'мен']).map((ending) => own + ending),
    )
  }
  return forms
}

const SONOROUS = 'рйулмнңзж'
/** Endings by the sound before them: [after vowels and р, й, у], [after л, м, н, ң, з, ж], [after voiceless sounds]. */
function join3(stemmed: string, open: [string, string], voiced: [string, string], voiceless: [string, string]): string {
  const last = stemmed.charAt(stemmed.length - 1)
  const pair = VOWELS.includes(last) || 'рй'.includes(last) ? open : SONOROUS.includes(last) ? voiced : voiceless
  return harmony(stemmed) === 'back' ? pair[0] : pair[1]
}

function cases(base: string): string[] {
  const last = base.charAt(base.length - 1)
  const vowel = VOWELS.includes(last)
  const nasal = 'мнң'.includes(last)
  const voiced = vowel || SONOROUS.includes(last)
  const back = harmony(base) === 'back'
  const pick = (backForm: string, frontForm: string) => base + (back ? backForm : frontForm)
  return [
    vowel || nasal ? pick('ның', 'нің') : voiced ? pick('дың', 'дің') : pick('тың', 'тің'),
    voiced ? pick('ға', 'ге') : pick('қа', 'ке'),
    vowel ? pick('ны', 'ні') : voiced ? pick('ды', 'ді') : pick('ты', 'ті'),
    voiced ? pick('да', 'де') : pick('та', 'те'),
    nasal ? pick('нан', 'нен') : voiced ? pick('дан', 'ден') : pick('тан', 'тен'),
    base + (vowel || 'рйлмнңу'.includes(last) ? 'мен' : 'зж'.includes(last) ? 'бен' : 'пен'),
  ]
}

function possessive(base: string): string {
  const last = base.charAt(base.length - 1)
  const back = harmony(base) === 'back'
  if (VOWELS.includes(last) && last !== 'у') return base + (back ? 'сы' : 'сі')
  const voiced = {к: 'г', қ: 'ғ', п: 'б'}[last]
  return (voiced === undefined ? base : base.slice(0, -1) + voiced) + (back ? 'ы' : 'і')
}
