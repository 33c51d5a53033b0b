/**
 * The verbal noun that a form of a verb belongs to: what people ask with («бала туғанда») for what the texts name («бала туу»).
 *
 *     жаңа туған баланы (балаларды) асырап алуына
 *     Бала тууға және бала күтімі бойынша жәрдемақылар тағайындау
 *
 * A guess by its ending alone: «туғанда» may be a form of «туу», «қызметін» looks like one of «қызму», which is no word. So
 * nothing is stripped by these rules; they only name what to look for, and who asks must know whether there is such a word.
 */

/** Folded sounds after which an ending begins voiced, and after which it does not. */
const VOICED = '(?<=[аеиоуыярйлмнзж])'
const VOICELESS = '(?<=[кпстшхфцчщбг])'

/** «-ған», «-кен», with a case, person or possessive: «туған», «туғанда», «шыққанмын». */
const PARTICIPLE = new RegExp(
  `(?:${VOICED}г[ае]н|${VOICELESS}к[ае]н)(?:д[ае]|н[ае]н|г[ае]|д[ыи]|н?[ыи]н|нан|м[ыи]н|б[ыи]з|ы|и|дар|дер|дарга|дерге)?$`,
  'u',
)
/** Other finite and adverbial forms: «босандым», «шықсам», «іздеп», «берілетін», «төлейді». */
const OTHERS: readonly RegExp[] = [
  new RegExp(`(?:${VOICED}д[ыи]|${VOICELESS}т[ыи])[мнк]?$`, 'u'),
  /с[ае][мнк]?$/u,
  /(?<=[аеиоуы])п$|(?<=[^аеиоуы])[ыи]п$/u,
  /(?:(?<=[^аеиоуы])[ае]|(?<=[аеиоуы])й)(?:т[ыи]н|м[ыи]н|м[ыи]з|с[ыи]н|д[ыи])$/u,
]
const SHORTEST = 2

/** Verbal nouns that a folded word may be a participle of: «туганда» → «туу». */
export function nounsOfParticiple(folded: string): string[] {
  return nouns(folded, [PARTICIPLE])
}

/** Verbal nouns that a folded word may be any form of: «босандым» → «босану», «шыктым» → «шыку», «шыгу». */
export function nounsOfVerb(folded: string): string[] {
  return nouns(folded, [PARTICIPLE, ...OTHERS])
}

function nouns(folded: string, endings: readonly RegExp[]): string[] {
  const found = new Set<string>()
  for (const ending of endings) {
    const stem = folded.replace(ending, '')
    if (stem === folded || stem.length < SHORTEST) continue
    for (const spelling of spellings(stem)) found.add(`${spelling}у`)
  }
  return [...found]
}

/** How a verb's stem is spelled before «-у»: «қамты-ған» but «қамт-у», «шық-тым» but «шығ-у», «жап-са» but «жаб-у». */
function spellings(stem: string): string[] {
  const head = stem.slice(0, -1)
  const last = stem.charAt(stem.length - 1)
  if (last === 'ы' || last === 'и') return [head]
  if (last === 'к') return [stem, `${head}г`]
  if (last === 'п') return [stem, `${head}б`]
  return [stem]
}
