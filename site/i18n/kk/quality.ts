/** How the sources were read. */
import type {Diagnostic} from '../../../parser/model/index.ts'
import {number} from './format.ts'

const SEVERITIES: Record<Diagnostic['severity'], string> = {error: 'қате', warning: 'күмән', info: 'мәлімет'}

export const quality = {
  title: 'Бұл мәтіндер қалай оқылды',
  lead: 'Мәтіндерді бағдарлама ресми жариялаудың файлдарынан оқиды. Мұнда ештеңе жоғалмағаны және бағдарлама неге күмәнданғаны көрсетілген.',
  coverage: 'Мәтіннің қамтылуы',
  coverageNote: 'Дереккөздегі әр таңба не жарияланған деректерге енеді, не себебімен шеттетіледі. Есепсіз қалғаны нөл болуға тиіс.',
  file: 'Файл',
  characters: 'Таңба',
  published: 'Деректерге енгені',
  setAside: 'Шеттетілгені',
  unaccounted: 'Есепсіз қалғаны',
  reasons: 'Шеттету себептері',
  reason: 'Себебі',
  diagnostics: 'Күмәнді жерлер',
  diagnosticsNote:
    'Бағдарлама түзеткен немесе сенімді оқи алмаған жерлер. Ресми мәтінде өзгеріс жасалмайды, тек беттеудің қателері түзетіледі.',
  none: 'Күмәнді жер жоқ.',
  rule: 'Ереже',
  severity: 'Маңызы',
  severityName: (severity: Diagnostic['severity']): string => SEVERITIES[severity],
  count: 'Саны',
  line: 'Жол',
  message: 'Хабар',
  place: 'Орны',
  total: (all: number): string => `Барлығы ${number(all)} жер.`,
  full: 'Толық тізім',
}
