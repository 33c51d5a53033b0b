/**
 * Where a change stands, in the words of a Kazakh act:
 *
 *     11-тармақ, 2) тармақша
 *     2-қосымша, Көкшетау қалалық бөлімі, Орналасқан мекенжайы
 */
import type {ComparedPart} from '../model/index.ts'
import type {Part} from './document.ts'

export interface Step {
  /** The part as the new text has it, or the old one where that has it alone. */
  part: Part
  old: Part | null
  now: Part | null
}

/** A name in running text is cut at a word. */
const LONGEST_NAME = 80

const NAMES: Record<ComparedPart, (part: Part) => string | null> = {
  act: () => null,
  standard: ({name = ''}) => `«${shorten(name)}» стандарты`,
  title: () => 'тақырыбы',
  preamble: () => 'кіріспе',
  signatory: () => 'қол қойған адам',
  section: ({key}) => `${key}-бөлімнің тақырыбы`,
  point: ({key}) => `${key}-тармақ`,
  paragraph: ({name}) => (name === undefined ? null : `${name}-абзац`),
  item: ({key}) => `${key} тармақша`,
  attachment: ({name = ''}) => shorten(name),
  annex: ({key}) => `${key}-қосымша`,
  line: () => 'мәтін',
  column: ({key}) => `${key}-баған`,
  group: () => 'бөлімнің тақырыбы',
  row: ({name = ''}) => shorten(name),
  cell: ({name = '', key}) => shorten(name || (CELLS[key] ?? '')),
  indicator: ({key}) => `${key}-көрсеткіш`,
  field: ({text}) => `«${shorten(text)}» өрісі`,
  attribute: ({key}) => ATTRIBUTES[key] ?? key,
}
const CELLS: Record<string, string> = {
  label: 'көрсеткіш',
  normative: 'нормативтік мәні',
  target: 'нысаналы мәні',
  current: 'ағымдағы мәні',
}
const ATTRIBUTES: Record<string, string> = {type: 'түрі', required: 'міндеттілігі', columns: 'бағандары', options: 'таңдауы'}

/** The steps from the document down to the part, in words; the document itself is not named. */
export function placeOf(steps: readonly Step[]): string {
  const [, ...inner] = steps
  return inner
    .map(({part}) => NAMES[part.part](part))
    .filter((name) => name !== null && name !== '')
    .join(', ')
}

function shorten(text: string): string {
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME).replace(/\s+\S*$/u, '')} …` : text
}
