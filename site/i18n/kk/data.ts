/** Open data. */
import type {LinkParts} from '../link-parts.ts'
import {number} from './format.ts'

const COUNT_NAMES: Record<string, string> = {
  resolutions: 'қаулы',
  standards: 'стандарт',
  included: 'мәтіні бар стандарт',
  excluded: 'алып тасталған стандарт',
  points: 'тармақ',
  annexes: 'қосымша',
  officeTables: 'мекемелер кестесі',
  officeRows: 'мекемелер кестесінің жолы',
  offices: 'мекеме',
  forms: 'бланк',
  papers: 'көмекші қағаз',
  indicatorTables: 'көрсеткіштер кестесі',
  amendments: 'өзгеріс',
  errors: 'қате',
  warnings: 'күмәнді жер',
  unaccounted: 'есепсіз қалған таңба',
}

export const data = {
  title: 'Ашық деректер',
  lead: 'Сайттағының бәрі мына файлдардан құралған. Оларды еркін жүктеп, пайдалануға болады.',
  contract: (version: number): string => `Деректер келісімінің нұсқасы: ${version}.`,
  date: (date: string): string => `Деректер күйі: ${date}.`,
  counts: 'Деректерде не бар',
  countName: (key: string): string => COUNT_NAMES[key] ?? key,
  file: 'Файл',
  size: 'Көлемі',
  files: (count: number): string => `${number(count)} файл`,
  /** Before, in and after a link to the index of the data. */
  firstFiles: (shown: number, count: number): LinkParts => [
    `${number(count)} файлдың алғашқы ${number(shown)} көрсетілген; барлығы – `,
    'index.json',
    ' тізімінде.',
  ],
}
