/** How the sources were read. */
import type {Diagnostic} from '../../../parser/model/index.ts'
import type {Strings} from '../kk/index.ts'
import {number} from './format.ts'

const SEVERITIES: Record<Diagnostic['severity'], string> = {error: 'ошибка', warning: 'сомнение', info: 'сведение'}

export const quality: Strings['quality'] = {
  title: 'Как прочитаны эти тексты',
  lead: 'Тексты читает программа из файлов официальной публикации. Здесь показано, что ничего не потеряно и в чём программа сомневалась.',
  coverage: 'Полнота текста',
  coverageNote:
    'Каждый знак источника либо входит в опубликованные данные, либо отложен с указанием причины. Неучтённых знаков быть не должно.',
  file: 'Файл',
  characters: 'Знаки',
  published: 'Вошли в данные',
  setAside: 'Отложены',
  unaccounted: 'Не учтены',
  reasons: 'Почему отложены',
  reason: 'Причина',
  diagnostics: 'Сомнительные места',
  diagnosticsNote:
    'Места, которые программа исправила или не смогла прочитать уверенно. Официальный текст не меняется, исправляются только ошибки вёрстки.',
  none: 'Сомнительных мест нет.',
  rule: 'Правило',
  severity: 'Важность',
  severityName: (severity) => SEVERITIES[severity],
  count: 'Число',
  line: 'Строка',
  message: 'Сообщение',
  place: 'Место',
  total: (all) => `Всего мест: ${number(all)}.`,
  full: 'Полный список',
}
