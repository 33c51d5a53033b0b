/** Texts of the ways of complaint. */
import {translations} from '../i18n/translations.ts'

export const strings = translations('Complaints', {
  kk: {
    kind: {
      help: 'Анықтама',
      court: 'Сотқа',
      address: 'Жазбаша',
      phone: 'Телефонмен',
      online: 'Интернетте',
      head: 'Басшыға',
      other: 'Шағым',
    },
  },
  ru: {
    kind: {
      help: 'Справка',
      court: 'В суд',
      address: 'Письменно',
      phone: 'По телефону',
      online: 'В интернете',
      head: 'Руководителю',
      other: 'Жалоба',
    },
  },
  en: {
    kind: {
      help: 'Information',
      court: 'To court',
      address: 'In writing',
      phone: 'By telephone',
      online: 'Online',
      head: 'To the head',
      other: 'Complaint',
    },
  },
})
