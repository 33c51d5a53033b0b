/** Texts of the way to a service, step by step. */
import {translations} from '../i18n/translations.ts'

export const strings = translations('Steps', {
  kk: {
    heading: 'Алу қадамдары',
    title: {
      documents: 'Құжаттарды жинаңыз',
      submission: 'Тапсырыңыз',
      confirmation: 'Растау алыңыз',
      delivery: 'Нәтижесін алыңыз',
    },
    documents: 'Жоғарыдағы тізім бойынша',
    states: (count: number): string => `Онда не көрсетіледі: ${count} мәлімет`,
    application: 'Өтініш бланкісін қайдан алуға болады',
  },
  ru: {
    heading: 'Порядок получения',
    title: {
      documents: 'Соберите документы',
      submission: 'Подайте их',
      confirmation: 'Получите подтверждение',
      delivery: 'Получите результат',
    },
    documents: 'По списку выше',
    states: (count: number): string => `Что в нём указано: сведений – ${count}`,
    application: 'Где взять бланк заявления',
  },
  en: {
    heading: 'Step by step',
    title: {
      documents: 'Collect the documents',
      submission: 'Hand them in',
      confirmation: 'Get a confirmation',
      delivery: 'Get the result',
    },
    documents: 'By the list above',
    states: (count: number): string => `What it states: ${count} details`,
    application: 'Where to get the application form',
  },
})
