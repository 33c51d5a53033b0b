/**
 * Names of regions and ministries in the other languages of the site, by the name as published.
 *
 * The names are those of the time of the acts (2012): fourteen regions and two cities of the Republic's rank; ministries and agencies of
 * the Government. A name that is not here stands as published and is marked as Kazakh.
 */
import {DEFAULT_LOCALE} from '../urls.ts'
import type {Locale} from '../urls.ts'

/** A name to show and the `lang` of its element where it is not the page's. */
export interface Name {
  text: string
  lang: 'kk' | undefined
}

type Translated = Record<Exclude<Locale, 'kk'>, string>
interface RegionNames extends Translated {
  /** For places too narrow for the whole name. */
  short: Translated
}

const region = (ru: string, en: string): RegionNames => ({
  ru: `${ru} область`,
  en: `${en} region`,
  short: {ru, en},
})

const REGIONS: Record<string, RegionNames> = {
  'Ақмола облысы': region('Акмолинская', 'Akmola'),
  'Ақтөбе облысы': region('Актюбинская', 'Aktobe'),
  'Алматы облысы': {...region('Алматинская', 'Almaty'), short: {ru: 'Алматинская', en: 'Almaty region'}},
  'Атырау облысы': region('Атырауская', 'Atyrau'),
  'Батыс Қазақстан облысы': region('Западно-Казахстанская', 'West Kazakhstan'),
  'Жамбыл облысы': region('Жамбылская', 'Zhambyl'),
  'Қарағанды облысы': region('Карагандинская', 'Karaganda'),
  'Қостанай облысы': region('Костанайская', 'Kostanay'),
  'Қызылорда облысы': region('Кызылординская', 'Kyzylorda'),
  'Маңғыстау облысы': region('Мангистауская', 'Mangystau'),
  'Оңтүстік Қазақстан облысы': region('Южно-Казахстанская', 'South Kazakhstan'),
  'Павлодар облысы': region('Павлодарская', 'Pavlodar'),
  'Солтүстік Қазақстан облысы': region('Северо-Казахстанская', 'North Kazakhstan'),
  'Шығыс Қазақстан облысы': region('Восточно-Казахстанская', 'East Kazakhstan'),
  'Алматы қаласы': {ru: 'город Алматы', en: 'city of Almaty', short: {ru: 'Алматы', en: 'Almaty'}},
  'Астана қаласы': {ru: 'город Астана', en: 'city of Astana', short: {ru: 'Астана', en: 'Astana'}},
}

const ministry = (ru: string, en: string): Translated => ({ru: `Министерство ${ru}`, en: `Ministry of ${en}`})
const agency = (ru: string, en: string): Translated => ({ru: `Агентство по ${ru}`, en: `Agency for ${en}`})

const MINISTRIES: Record<string, Translated> = {
  'Ауыл шаруашылығы министрлігі': ministry('сельского хозяйства', 'Agriculture'),
  'Әділет министрлігі': ministry('юстиции', 'Justice'),
  'Байланыс және ақпарат министрлігі': ministry('связи и информации', 'Communications and Information'),
  'Білім және ғылым министрлігі': ministry('образования и науки', 'Education and Science'),
  'Денсаулық сақтау министрлігі': ministry('здравоохранения', 'Healthcare'),
  'Еңбек және халықты әлеуметтік қорғау министрлігі': ministry(
    'труда и социальной защиты населения',
    'Labour and Social Protection of the Population',
  ),
  'Индустрия және жаңа технологиялар министрлігі': ministry('индустрии и новых технологий', 'Industry and New Technologies'),
  'Ішкі істер министрлігі': ministry('внутренних дел', 'Internal Affairs'),
  'Көлік және коммуникация министрлігі': ministry('транспорта и коммуникаций', 'Transport and Communications'),
  'Қаржы министрлігі': ministry('финансов', 'Finance'),
  'Қорғаныс министрлігі': ministry('обороны', 'Defence'),
  'Қоршаған ортаны қорғау министрлігі': ministry('охраны окружающей среды', 'Environmental Protection'),
  'Мәдениет және ақпарат министрлігі': ministry('культуры и информации', 'Culture and Information'),
  'Мұнай және газ министрлігі': ministry('нефти и газа', 'Oil and Gas'),
  'Өңірлік даму министрлігі': ministry('регионального развития', 'Regional Development'),
  'Сыртқы істер министрлігі': ministry('иностранных дел', 'Foreign Affairs'),
  'Төтенше жағдайлар министрлігі': ministry('по чрезвычайным ситуациям', 'Emergency Situations'),
  'Туризм және спорт министрлігі': ministry('туризма и спорта', 'Tourism and Sport'),
  'Экономика және бюджеттік жоспарлау министрлігі': ministry('экономики и бюджетного планирования', 'Economy and Budget Planning'),
  'Экономикалық даму және сауда министрлігі': ministry('экономического развития и торговли', 'Economic Development and Trade'),
  'Бәсекелестікті қорғау агенттігі': agency('защите конкуренции', 'Protection of Competition'),
  'Дін істері агенттігі': agency('делам религий', 'Religious Affairs'),
  'Жер ресурстарын басқару агенттігі': agency('управлению земельными ресурсами', 'Land Resources Management'),
  'Құрылыс және тұрғын үй-коммуналдық шаруашылық істері агенттігі': agency(
    'делам строительства и жилищно-коммунального хозяйства',
    'Construction, Housing and Utilities',
  ),
  'Мемлекеттік қызмет істері агенттігі': agency('делам государственной службы', 'Civil Service Affairs'),
  'Спорт және дене шынықтыру істері агенттігі': agency('делам спорта и физической культуры', 'Sport and Physical Culture'),
  'Статистика агенттігі': agency('статистике', 'Statistics'),
  'Табиғи монополияларды реттеу агенттігі': agency('регулированию естественных монополий', 'Regulation of Natural Monopolies'),
}

/** Name of a region in a language: «Ақмола облысы» → «Акмолинская область», “Akmola region”. */
export function regionName(published: string, locale: Locale): Name {
  return nameIn(published, find(REGIONS, published), locale)
}

/** Name of a region for a narrow place: «Ақмола облысы» → «Акмолинская», “Akmola”; as published where it has none. */
export function shortRegionName(published: string, locale: Locale): Name {
  return nameIn(published, find(REGIONS, published)?.short, locale)
}

/** Name of a ministry or agency: «Қорғаныс министрлігі» → «Министерство обороны», “Ministry of Defence”. */
export function ministryName(published: string, locale: Locale): Name {
  return nameIn(published, find(MINISTRIES, published), locale)
}

/** A name of a source may be any word, «constructor» too. */
function find<Names>(table: Record<string, Names>, published: string): Names | undefined {
  return Object.hasOwn(table, published) ? table[published] : undefined
}

function nameIn(published: string, names: Translated | undefined, locale: Locale): Name {
  if (locale === DEFAULT_LOCALE) return {text: published, lang: undefined}
  return names ? {text: names[locale], lang: undefined} : {text: published, lang: DEFAULT_LOCALE}
}
