/** The page of a standard and those of its annexes. */
import type {AnnexKind, Facts} from '../../../parser/model/index.ts'
import type {LinkParts} from '../link-parts.ts'
import {format, number} from './format.ts'

const ANNEX_KINDS: Record<AnnexKind, string> = {
  offices: 'Мекемелер тізімі',
  form: 'Өтініш бланкісі',
  certificate: 'Құжат нысаны',
  indicators: 'Сапа және тиімділік көрсеткіштері',
  other: 'Қосымша',
}

const FORMS: Record<NonNullable<Facts['form']>, string> = {
  full: 'Толық автоматтандырылған',
  partial: 'Ішінара автоматтандырылған',
  none: 'Автоматтандырылмаған',
}

/** Ways of asking for a service, as the data names them (`Facts`), several joined by «, ». */
const CHANNELS: Record<string, string> = {
  'service-centre': 'халыққа қызмет көрсету орталығы',
  'mobile-centre': 'мобильді орталық',
  portal: 'портал',
  'authorised-organisation': 'уәкілетті ұйым',
  'competent-authority': 'уәкілетті орган',
  'local-executive-body': 'жергілікті атқарушы орган',
  akim: 'әкім',
  archive: 'мұрағат',
  post: 'пошта',
}

export const standard = {
  kind: 'Мемлекеттік қызмет стандарты',
  /** The resolution that approved it: «Үкіметтің 2012 жылғы 9 қазандағы № 1278 қаулысы» */
  approvedBy: (date: string, act: string): LinkParts => ['Үкіметтің ', `${format.dateOf(date)} ${format.actNumber(act)} қаулысы`, ''],
  onThisPage: 'Осы бетте',
  parts: (count: number): string => `${count} бөлім`,
  key: {
    time: 'Қанша күту керек',
    fee: 'Ақысы',
    bring: 'Не әкелу керек',
    where: 'Қайда бару керек',
    documents: (least: number, most: number): string => (least === most ? `${most} құжат` : `${least}–${most} құжат`),
    list: 'Тізімді белгілеп алу',
    offices: (count: number): string => `${number(count)} мекеме`,
    lists: 'Мекенжайлар мен телефондар',
  },
  free: 'Тегін',
  paid: 'Ақылы',
  glance: 'Қысқаша',
  opening: {
    days: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'] as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ],
    always: 'тәулік бойы',
    notOnHolidays: 'мереке күндерінен басқа',
  },
  facts: {
    provider: 'Кім көрсетеді',
    recipients: 'Кімге',
    time: 'Мерзімі',
    fee: 'Ақысы',
    result: 'Нәтижесі',
    hours: 'Жұмыс уақыты',
    form: 'Нысаны',
    phones: 'Телефон',
    websites: 'Интернетте',
    emails: 'Электрондық пошта',
    basis: 'Құқықтық негізі',
  },
  channel: (channel: string): string =>
    channel
      .split(', ')
      .map((one) => CHANNELS[one] ?? one)
      .join(', '),
  form: (form: NonNullable<Facts['form']>): string => FORMS[form],
  documents: 'Құжаттар',
  documentsNote: 'Белгілеп алыңыз: белгілер осы құрылғыда ғана сақталады.',
  printList: 'Тізімді басып шығару',
  forEveryone: 'Барлық жағдайда',
  more: (count: number): string => `Тағы ${count}`,
  where: 'Қайда бару керек',
  forms: 'Бланкілер',
  noForms: 'Бұл стандарттың қосымшаларында өтініш бланкісі жоқ.',
  emptyPdf: 'Бос бланк, PDF',
  papers: 'Стандарт бойынша басқа қағаздар',
  paperNames: {
    checklist: 'Қызмет алу үшін тапсырылатын құжаттар тізбесі',
    receipt: 'Тиісті құжаттардың қабылданғаны туралы қолхат',
    'complaint-slip': 'Шағымның қабылданғаны туралы талон',
  },
  refusal: 'Бас тарту негіздері',
  complaint: 'Қалай шағымдануға болады',
  address: 'Мекенжайы',
  officialText: 'Ресми мәтін',
  officialNote: 'қазақ тілінде, жарияланған күйінде',
  pointLink: (number: string): string => `${number}-тармаққа сілтеме`,
  noPoints: 'Қаулының жарияланған мәтінінде бұл стандарттың тармақтары жоқ.',
  annexes: 'Қосымшалар',
  annexNumber: '№',
  annexTitle: 'Атауы',
  annexContent: 'Мазмұны',
  annexDownload: 'Жүктеу',
  fields: (count: number): string => `${count} өріс`,
  indicators: (count: number): string => `${count} көрсеткіш`,
  text: 'мәтін',
  sources: 'Жүктеу және дереккөз',
  notes: 'Ескерту',
  download: 'Жүктеу',
  source: 'Дереккөз',
  sourceText: (file: string, lines: string): string => `${file} файлы, ${lines}.`,
  howRead: 'Бұл қалай оқылды',
}

export const annex = {
  kind: (kind: AnnexKind): string => ANNEX_KINDS[kind],
  of: (standard: string): string => `${standard} стандартына`,
  regions: 'Өңірлер',
  rows: (count: number): string => `${number(count)} жол`,
  number: '№',
  inherited: 'бірнеше жолға ортақ ұяшық',
  noHeading: 'Тізім',
  column: (index: number): string => `${index}-баған`,
  indicator: 'Көрсеткіш',
  normative: 'Нормативтік мәні',
  target: 'Келесі жылғы нысаналы мәні',
  current: 'Есепті жылғы ағымдағы мәні',
}
