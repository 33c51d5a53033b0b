/** Texts of home beside those of `t.home`. */
import {translations} from './translations.ts'

interface Texts {
  whoFor: string
  /** Words to search for, each with what must stand in a title (lower case) for it to be offered. */
  examples: {word: string; finds: string}[]
}

const kk: Texts = {
  whoFor: 'Кімге керек',
  examples: [
    {word: 'жәрдемақы', finds: 'жәрдемақы'},
    {word: 'тұрғын үй кезегі', finds: 'тұрғын үй'},
    {word: 'әскери билет', finds: 'әскери билет'},
    {word: 'мұрағат анықтамасы', finds: 'мұрағаттық анықтама'},
    {word: 'апостиль', finds: 'апостиль'},
  ],
}

const ru: Texts = {
  whoFor: 'Кому нужна услуга',
  examples: [
    {word: 'пособие', finds: 'жәрдемақы'},
    {word: 'очередь на жильё', finds: 'тұрғын үй'},
    {word: 'военный билет', finds: 'әскери билет'},
    {word: 'архивная справка', finds: 'мұрағаттық анықтама'},
    {word: 'апостиль', finds: 'апостиль'},
  ],
}

const en: Texts = {
  whoFor: 'Who needs it',
  examples: [
    {word: 'benefit', finds: 'жәрдемақы'},
    {word: 'housing queue', finds: 'тұрғын үй'},
    {word: 'military card', finds: 'әскери билет'},
    {word: 'archive certificate', finds: 'мұрағаттық анықтама'},
    {word: 'apostille', finds: 'апостиль'},
  ],
}

export const strings = translations('home', {kk, ru, en})
