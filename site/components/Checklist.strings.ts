/** Texts of the list of documents. */
import {translations} from '../i18n/translations.ts'

/** Ways of applying as an answer to «where do you hand the documents in?». */
const TO = {
  kk: {
    'service-centre': 'халыққа қызмет көрсету орталығына',
    'mobile-centre': 'мобильді орталыққа',
    portal: 'порталға',
    'authorised-organisation': 'уәкілетті ұйымға',
    'competent-authority': 'уәкілетті органға',
    'local-executive-body': 'жергілікті атқарушы органға',
    akim: 'әкімге',
    archive: 'мұрағатқа',
    post: 'поштамен',
  },
  ru: {
    'service-centre': 'в центр обслуживания населения',
    'mobile-centre': 'в мобильный центр',
    portal: 'на портал',
    'authorised-organisation': 'в уполномоченную организацию',
    'competent-authority': 'в уполномоченный орган',
    'local-executive-body': 'в местный исполнительный орган',
    akim: 'акиму',
    archive: 'в архив',
    post: 'по почте',
  },
  en: {
    'service-centre': 'public service centre',
    'mobile-centre': 'mobile service centre',
    portal: 'portal',
    'authorised-organisation': 'authorised organisation',
    'competent-authority': 'competent authority',
    'local-executive-body': 'local executive body',
    akim: 'akim',
    archive: 'archive',
    post: 'by post',
  },
} satisfies Record<string, Record<string, string>>

/** @param otherwise where the act names a way only for some of the documents */
const joined = (names: Record<string, string>, otherwise: string) => (channels: readonly string[]) => {
  if (channels.length === 0) return otherwise
  const text = channels.map((one) => names[one] ?? one).join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export const strings = translations('Checklist', {
  kk: {
    question: 'Қайда тапсырасыз?',
    to: joined(TO.kk, 'Басқа жолмен'),
    ready: '{all} құжаттың {done} дайын',
    of: '{done}/{all}',
  },
  ru: {
    question: 'Куда подаёте?',
    to: joined(TO.ru, 'Другим способом'),
    ready: 'Готово документов: {done} из {all}',
    of: '{done}/{all}',
  },
  en: {
    question: 'Where will you apply?',
    to: joined(TO.en, 'Another way'),
    ready: '{done} of {all} documents ready',
    of: '{done}/{all}',
  },
})
