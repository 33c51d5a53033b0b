/** Kazakh wording of a comparison in files: the page of its own, the Word table, the Markdown text. */
import {walk} from '../../parser/compare/index.ts'
import type {Pair, Part} from '../../parser/compare/index.ts'
import type {HiddenKind} from '../../parser/language/hidden-characters.ts'
import {UNIT_NAMES} from '../../parser/language/units.ts'
import type {ComparedPart, FactChange, FactValue} from '../../parser/model/index.ts'
import {ranges, type CompareBlock, type CompareRow} from './view.ts'

export const WORDS = {
  title: 'Салыстыру',
  table: 'САЛЫСТЫРМА КЕСТЕ',
  old: 'Бұрынғы мәтін',
  new: 'Жаңа мәтін',
  number: 'Р/с №',
  element: 'Құрылымдық элемент',
  current: 'Қолданыстағы редакция',
  proposed: 'Ұсынылатын редакция',
  reason: 'Негіздеме',
  none: 'Жоқ.',
  excluded: 'Алып тасталсын.',
  sideBySide: 'Қатар',
  inline: 'Бірге',
  view: 'Көрініс',
  hide: 'Тек жазылуы басқаларын жасыру',
  offices: 'Мекемелер тізіміндегі айырмашылық',
  office: 'Мекеме',
  field: 'Өріс',
  wholeRow: 'Бүкіл жол',
  nothing: 'Екі мәтінде айырмашылық жоқ.',
  facts: 'Өтініш беруші үшін не өзгерді',
  fact: 'Не',
  show: 'Көрсету',
  removed: 'алынды',
  added: 'қосылды',
  typographic: 'тек жазылуы басқа',
} as const

/** What a character that does not show is. */
export const HIDDEN: Record<HiddenKind, string> = {
  direction: 'көрінбейтін таңба, мәтіннің бағытын өзгертеді',
  'zero-width': 'көрінбейтін таңба, ені жоқ',
  'soft-hyphen': 'жұмсақ дефис, тек жол соңында көрінеді',
  tag: 'көрінбейтін белгі таңбасы',
  control: 'көрінбейтін басқару таңбасы',
  invisible: 'көрінбейтін таңба',
}

export const COUNTS = {
  changed: 'Өзгерген',
  inserted: 'Қосылған',
  deleted: 'Алып тасталған',
  moved: 'Орны ауысқан',
  renumbered: 'Нөмірі ауысқан',
  typographic: 'Тек жазылуы басқа',
  unchanged: 'Өзгермеген тармақ',
} as const

/** What changes mean for the applicant. */
export const FACTS: Record<FactChange['fact'], string> = {
  deadline: 'Қызмет көрсету мерзімі',
  wait: 'Кезекте күту, ең көбі',
  fee: 'Төлем',
  form: 'Нысаны',
  document: 'Құжат',
}

const KINDS: Record<NonNullable<FactValue['kind']>, string> = {
  free: 'тегін',
  full: 'толық автоматтандырылған',
  partial: 'ішінара автоматтандырылған',
  none: 'автоматтандырылмаған',
}

/** «10 жұмыс күні», «тегін», the words of the standard; «–» where it says nothing. */
export function factText(value: FactValue | null): string {
  if (value === null) return '–'
  if (value.amount !== undefined && value.unit !== undefined) return `${String(value.amount)} ${UNIT_NAMES[value.unit]}`
  return value.kind === undefined ? value.text : KINDS[value.kind]
}

export const OFFICE_COUNTS = {
  added: 'Қосылған',
  closed: 'Жабылған',
  moved: 'Мекенжайы ауысқан',
  changed: 'Деректері өзгерген',
  typographic: 'Тек жазылуы басқа',
  unchanged: 'Өзгермеген',
} as const

const PARTS: Partial<Record<ComparedPart, string>> = {
  title: 'Тақырып',
  preamble: 'Кіріспе',
  signatory: 'Қол қойған адам',
  column: 'Кесте бағандары',
  group: 'Кесте бөлімі',
  line: 'Мәтін',
  field: 'Өріс',
  attribute: 'Өріс',
  cell: 'Көрсеткіш',
  indicator: 'Көрсеткіш',
}

/** «11-тармақ», «2-бөлімнің тақырыбы», «3-қосымша». */
export function partName(part: ComparedPart, key: string): string {
  switch (part) {
    case 'point':
      return `${key}-тармақ`
    case 'section':
      return `${key}-бөлімнің тақырыбы`
    case 'annex':
      return `${key}-қосымша`
    case 'standard':
      return 'Стандарт'
    case 'attachment':
      return 'Қоса берілген құжат'
    default:
      return PARTS[part] ?? ''
  }
}

/** Names of the standards of two documents by their ids in the new text. */
export function standardNames(root: Pair): Map<string, string> {
  return new Map([...walk(root)].flatMap(({now}) => (now?.part.part === 'standard' ? [[now.part.id, now.part.name ?? ''] as const] : [])))
}

/** The heading of a block. */
export function blockName(block: Extract<CompareBlock, {type: 'part' | 'heading'}>): string {
  const name = partName(block.part, block.key)
  return block.part === 'standard' ? `«${block.title}» стандарты` : block.part === 'attachment' ? block.title : name
}

/** Where a row stands in its block: «2) тармақша», «3-абзац»; '' for the part itself. */
export function rowName(row: Pick<CompareRow, 'part' | 'newKey' | 'oldKey' | 'paragraph'>): string {
  if (row.part === 'item') return `${row.newKey || row.oldKey} тармақша`
  if (row.part === 'paragraph') return row.paragraph === null ? '' : `${row.paragraph}-абзац`
  return ROWS.has(row.part) ? (PARTS[row.part] ?? '') : ''
}
const ROWS: ReadonlySet<ComparedPart> = new Set(['column', 'group', 'field', 'cell', 'indicator'])

/** «8-тармақ өзгермеген», «1)–15) тармақшалар өзгермеген». */
export function sameName(parts: readonly Part[]): string {
  const names = [
    list(parts, 'point', '-тармақ', '-тармақтар'),
    list(parts, 'item', ' тармақша', ' тармақшалар'),
    list(parts, 'annex', '-қосымша', '-қосымшалар'),
    list(parts, 'standard', '-стандарт', '-стандарттар'),
  ].filter((name) => name !== '')
  const rest = parts.filter(({part}) => part === 'paragraph').length
  if (rest > 0) names.push(rest > 1 ? 'қалған абзацтар' : 'қалған абзац')
  if (names.length === 0) names.push('тақырып')
  return `${names.join(', ')} өзгермеген`
}

function list(parts: readonly Part[], wanted: ComparedPart, one: string, many: string): string {
  const keys = parts.filter(({part}) => part === wanted).map(({key}) => key)
  return keys.length === 0 ? '' : `${ranges(keys)}${keys.length === 1 ? one : many}`
}
