/** Texts of the glossary page. */
import {translations} from './translations.ts'

export const strings = translations('glossary', {
  kk: {
    title: 'Сөздік',
    lead: 'Стандарттарда кездесетін сөздер, қарапайым тілмен. Бұл – түсіндірме, заң мәтіні емес.',
    letters: 'Әліпби',
    linkTo: (term: string): string => `«${term}» сөзіне сілтеме`,
  },
  ru: {
    title: 'Словарь',
    lead: 'Слова из стандартов простым языком. Это пояснения, а не текст закона.',
    letters: 'Алфавит',
    linkTo: (term: string): string => `Ссылка на «${term}»`,
  },
  en: {
    title: 'Glossary',
    lead: 'Words of the standards in plain language. These are explanations, not the text of the law.',
    letters: 'Alphabet',
    linkTo: (term: string): string => `Link to “${term}”`,
  },
})
