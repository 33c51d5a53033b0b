/** Texts of what a comparison means for the applicant. */
import type {FactChange, FactValue} from '../../parser/model/index.ts'
import {translations} from '../i18n/translations.ts'

type Named = Record<Exclude<FactChange['fact'], 'document'>, string>
type Kinds = Record<NonNullable<FactValue['kind']>, string>

export const strings = translations('CompareFacts', {
  kk: {
    title: {editions: 'Өтініш беруші үшін не өзгерді', standards: 'Өтініш беруші үшін айырмасы'},
    none: 'Мерзім, төлем және құжаттар тізбесі бірдей.',
    facts: {deadline: 'Қызмет көрсету мерзімі', wait: 'Кезекте күту', fee: 'Төлем', form: 'Нысаны'} satisfies Named,
    kinds: {
      free: 'тегін',
      full: 'толық автоматтандырылған',
      partial: 'ішінара автоматтандырылған',
      none: 'автоматтандырылмаған',
    } satisfies Kinds,
    was: 'бұрын',
    now: 'енді',
    unsaid: 'көрсетілмеген',
    documents: {gone: 'Енді сұралмайтын құжаттар', come: 'Жаңадан сұралатын құжаттар', reworded: 'Басқаша аталған құжаттар'},
    documentsOf: {
      gone: 'Тек бірінші стандарт сұрайтын құжаттар',
      come: 'Тек екінші стандарт сұрайтын құжаттар',
      reworded: 'Басқаша аталған құжаттар',
    },
  },
  ru: {
    title: {editions: 'Что изменилось для заявителя', standards: 'В чём разница для заявителя'},
    none: 'Срок, плата и перечень документов те же.',
    facts: {deadline: 'Срок оказания услуги', wait: 'Ожидание в очереди', fee: 'Плата', form: 'Форма'} satisfies Named,
    kinds: {
      free: 'бесплатно',
      full: 'полностью автоматизирована',
      partial: 'частично автоматизирована',
      none: 'не автоматизирована',
    } satisfies Kinds,
    was: 'было',
    now: 'стало',
    unsaid: 'не указано',
    documents: {
      gone: 'Документы, которые больше не нужны',
      come: 'Документы, которые теперь нужны',
      reworded: 'Документы, названные иначе',
    },
    documentsOf: {
      gone: 'Документы только по первому стандарту',
      come: 'Документы только по второму стандарту',
      reworded: 'Документы, названные иначе',
    },
  },
  en: {
    title: {editions: 'What changed for applicants', standards: 'What differs for applicants'},
    none: 'Time, fee and documents are the same.',
    facts: {deadline: 'Time for the service', wait: 'Waiting in the queue', fee: 'Fee', form: 'Form'} satisfies Named,
    kinds: {free: 'free of charge', full: 'fully automated', partial: 'partly automated', none: 'not automated'} satisfies Kinds,
    was: 'before',
    now: 'now',
    unsaid: 'not stated',
    documents: {gone: 'Documents no longer required', come: 'Documents now required', reworded: 'Documents named differently'},
    documentsOf: {
      gone: 'Documents that only the first standard requires',
      come: 'Documents that only the second standard requires',
      reworded: 'Documents named differently',
    },
  },
})
