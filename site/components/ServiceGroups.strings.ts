/** Names of the groups of people that services are listed under. */
import type {Audience} from '../../parser/model/index.ts'
import {translations} from '../i18n/translations.ts'

interface Texts {
  audiences: Record<Audience, string>
  /** For a reader who hears the number beside a group. */
  services: (count: number) => string
}

const kk: Texts = {
  audiences: {
    families: 'Балалы отбасыларға',
    pensioners: 'Зейнеткерлерге',
    disabled: 'Мүгедектігі бар адамдарға',
    housing: 'Тұрғын үйге мұқтаж адамдарға',
    military: 'Ардагерлерге және әскери міндеттілерге',
    support: 'Жұмыс іздеушілерге және көмек алушыларға',
    students: 'Оқушылар мен студенттерге',
    patients: 'Емделушілерге',
    drivers: 'Көлік иелеріне',
    farmers: 'Ауыл шаруашылығы еңбеккерлеріне',
    organisations: 'Ұйымдарға және кәсіпкерлерге',
    papers: 'Құжат пен анықтама керек адамдарға',
    other: 'Басқа қызметтер',
  },
  services: (count) => `${String(count)} қызмет`,
}

const ru: Texts = {
  audiences: {
    families: 'Семьям с детьми',
    pensioners: 'Пенсионерам',
    disabled: 'Людям с инвалидностью',
    housing: 'Нуждающимся в жилье',
    military: 'Ветеранам и военнообязанным',
    support: 'Ищущим работу и получателям помощи',
    students: 'Школьникам и студентам',
    patients: 'Пациентам',
    drivers: 'Владельцам транспорта',
    farmers: 'Работникам сельского хозяйства',
    organisations: 'Организациям и предпринимателям',
    papers: 'Тем, кому нужен документ или справка',
    other: 'Другие услуги',
  },
  services: (count) => `Услуг: ${String(count)}`,
}

const en: Texts = {
  audiences: {
    families: 'Families with children',
    pensioners: 'Pensioners',
    disabled: 'People with disabilities',
    housing: 'People in need of housing',
    military: 'Veterans and people liable for military service',
    support: 'Job seekers and recipients of assistance',
    students: 'Pupils and students',
    patients: 'Patients',
    drivers: 'Vehicle owners',
    farmers: 'People working in agriculture',
    organisations: 'Organisations and entrepreneurs',
    papers: 'People who need a document or certificate',
    other: 'Other services',
  },
  services: (count) => `${String(count)} ${count === 1 ? 'service' : 'services'}`,
}

export const strings = translations('ServiceGroups', {kk, ru, en})
