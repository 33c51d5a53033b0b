/** Texts of «where to go» on the page of a standard. */
import {counted as countedEn} from '../i18n/en/format.ts'
import {number} from '../i18n/kk/format.ts'
import {counted as countedRu} from '../i18n/ru/format.ts'
import {translations} from '../i18n/translations.ts'

const OFFICES_RU = {one: 'учреждение', few: 'учреждения', other: 'учреждений'}
const OFFICES_EN = {one: 'office', other: 'offices'}

export const strings = translations('WhereToGo', {
  kk: {
    region: 'Өңір',
    allRegions: 'Барлық өңірлер',
    otherRegions: 'Басқа өңірлер',
    unknown: 'Өңірі көрсетілмеген',
    name: 'Атауы',
    address: 'Мекенжайы',
    phones: 'Телефоны',
    /** {count} is filled in on the page too. */
    all: (count: string): string => `Осы өңірдегі ${count} мекеменің бәрін көру`,
    whole: 'Осы өңірдің тізімін көру',
    noList: 'Бұл өңірде мекеме жоқ.',
    count: (count: number): string => `${number(count)} мекеме`,
    loading: 'Жүктеліп жатыр …',
    failed: 'Тізім жүктелмеді. Өңірді төмендегі тізімнен ашыңыз.',
    asOf: 'Тізімдер жарияланған кездегі мекенжайлар.',
  },
  ru: {
    region: 'Регион',
    allRegions: 'Все регионы',
    otherRegions: 'Другие регионы',
    unknown: 'Регион не указан',
    name: 'Название',
    address: 'Адрес',
    phones: 'Телефон',
    all: (count: string): string => `Показать все учреждения региона: ${count}`,
    whole: 'Показать список региона',
    noList: 'В этом регионе учреждений нет.',
    count: (count: number): string => countedRu(count, OFFICES_RU),
    loading: 'Загрузка …',
    failed: 'Список не загрузился. Откройте регион в списке ниже.',
    asOf: 'Адреса – на время публикации списков.',
  },
  en: {
    region: 'Region',
    allRegions: 'All regions',
    otherRegions: 'Other regions',
    unknown: 'Region not given',
    name: 'Name',
    address: 'Address',
    phones: 'Telephone',
    all: (count: string): string => `Show all offices of this region: ${count}`,
    whole: 'Show the list of this region',
    noList: 'There are no offices in this region.',
    count: (count: number): string => countedEn(count, OFFICES_EN),
    loading: 'Loading …',
    failed: 'The list could not be loaded. Open the region in the list below.',
    asOf: 'Addresses as they were when the lists were published.',
  },
})
