/** Offices, their lists and where the lists disagree. */
import {number} from './format.ts'

/** Field names of an office, as the data names them. */
const OFFICE_FIELDS: Record<string, string> = {
  name: 'Атауы',
  address: 'Мекенжайы',
  phones: 'Телефоны',
  hours: 'Жұмыс уақыты',
  emails: 'Электрондық пошта',
}

/** What of a field differs between the lists of an office. */
const DISCREPANCY_PARTS: Record<string, string> = {
  locality: 'елді мекен',
  'locality-renamed': 'елді мекеннің атауы өзгерген',
  street: 'көше',
  'street-renamed': 'көшенің атауы өзгерген',
  house: 'үй нөмірі',
  'missing-street': 'көше бір тізімде жоқ',
  'missing-house': 'үй нөмірі бір тізімде жоқ',
  'second-address': 'екінші мекенжай',
  number: 'телефон нөмірі',
  digit: 'нөмірдің цифры',
  'missing-number': 'нөмір бір тізімде жоқ',
  'no-number': 'бір тізімде телефон жоқ',
  place: 'орны',
  'office-number': 'бөлімнің нөмірі',
  level: 'қалалық немесе аудандық',
  email: 'электрондық пошта',
  hours: 'жұмыс уақыты',
}

const OFFICE_KINDS: Record<string, string> = {
  'service-centre': 'Халыққа қызмет көрсету орталығы',
  'pension-department': 'Зейнетақы төлеу орталығының бөлімшесі',
  'defence-department': 'Қорғаныс істері басқармасы немесе бөлімі',
  archive: 'Мұрағат',
  'local-executive-body': 'Жергілікті атқарушы орган',
  'employment-office': 'Жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
  'housing-department': 'Тұрғын үй бөлімі немесе басқармасы',
  'medical-expertise-department': 'Медициналық-әлеуметтік сараптама бөлімі',
  'social-control-department': 'Бақылау және әлеуметтік қорғау департаменті',
  'archive-administration': 'Мұрағаттар және құжаттама басқармасы',
  'competent-authority': 'Уәкілетті орган',
  other: 'Басқа мекеме',
}

export const offices = {
  title: 'Мекемелер',
  lead: (count: number): string => `Стандарттардың қосымшаларында аталған ${number(count)} мекеме, өңірлер бойынша.`,
  none: 'Деректерде мекеме жоқ.',
  unknownRegion: 'Өңірі көрсетілмеген',
  region: 'Өңір',
  count: (count: number): string => `${number(count)} мекеме`,
  filter: 'Аудан, қала немесе көше',
  print: 'Тізімді басып шығару',
  name: 'Атауы',
  address: 'Мекенжайы',
  phones: 'Телефоны',
  emails: 'Электрондық пошта',
  hours: 'Жұмыс уақыты',
  kindName: (kind: string): string => OFFICE_KINDS[kind] ?? 'Мекеме',
  inLists: 'Тізімдерде',
  same: 'бірдей',
  differences: (count: number): string => `${count} айырмашылық`,
  differencesTitle: 'Тізімдердегі айырмашылық',
  field: 'Өріс',
  value: 'Мәні',
  fieldName: (field: string): string => OFFICE_FIELDS[field] ?? field,
  discrepancies: 'Тізімдердегі айырмашылықтар',
  discrepanciesLead: (count: number, offices: number): string =>
    `Бір мекеме туралы тізімдер ${number(offices)} мекемеде ${number(count)} жерде келіспейді. Маңыздысы – жоғарыда. Жазылу түрлері (қысқарту, ұқсас әріп, сызықша) бұған кірмейді.`,
  noDiscrepancies: 'Тізімдер бір-бірімен келіседі.',
  partName: (part: string): string => DISCREPANCY_PARTS[part] ?? part,
  office: 'Мекеме',
  what: 'Не өзге',
  services: 'Осында көрсетілетін қызметтер',
  appearances: 'Тізімдерде қалай жазылған',
}
