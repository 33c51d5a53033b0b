/** What a character that does not show is. */
import type {HiddenKind} from '../../parser/language/hidden-characters.ts'
import {HIDDEN} from '../../templates/compare/words.ts'
import {translations} from '../i18n/translations.ts'

const kinds = (names: Record<HiddenKind, string>) => names

export const strings = translations('VisibleText', {
  kk: HIDDEN,
  ru: kinds({
    direction: 'невидимый символ, меняет направление текста',
    'zero-width': 'невидимый символ нулевой ширины',
    'soft-hyphen': 'мягкий перенос, виден только в конце строки',
    tag: 'невидимый символ метки',
    control: 'невидимый управляющий символ',
    invisible: 'невидимый символ',
  }),
  en: kinds({
    direction: 'invisible character, changes the direction of the text',
    'zero-width': 'invisible character of no width',
    'soft-hyphen': 'soft hyphen, shows only at the end of a line',
    tag: 'invisible tag character',
    control: 'invisible control character',
    invisible: 'invisible character',
  }),
})
