/**
 * The offices of a made-up country on the real map: districts and seats learned from the sources, and in each of them the offices
 * of every ministry, with addresses and telephones drawn once. An office that many acts name is the same in all of them, but for
 * what differs in reality: how the street is shortened, a telephone that has changed, a row that is missing.
 *
 *     learned  Ақкөл аудандық бөлімі, Ақкөл қаласы, Нұрмағамбетов көшесі, 102, 8 (71638) 2-09-96
 *     made     «Ақкөл ауданының ветеринария бөлімі» ММ, Ақкөл қаласы, Бекзатжанов көшесі, 41-үй, 8 (71638) 3-17-20
 */
import {buildRegister, type ParsedSource} from '../../../parser/index.ts'
import type {Annex, OfficeRow} from '../../../parser/model/index.ts'
import {REGIONS, type Region} from '../../../parser/register/region.ts'
import {likeness, skeleton} from '../../../parser/register/skeleton.ts'
import {PERSONAL_NAMES, SURNAME_ENDINGS} from './words.ts'
import type {Dice} from './dice.ts'

interface District {
  /** «Ақкөл ауданы» */
  name: string
  /** «Ақкөл аудандық» */
  adjective: string
  /** «Ақкөл ауданының» */
  possessive: string
  /** «Ақкөл қаласы» */
  seat: string
  /** Digits behind the 8: 71638. */
  code: string
}

interface Country {
  regions: {name: Region; districts: District[]; code: string; seat: string}[]
}

export interface Office {
  region: Region
  /** Null for the head office of a region. */
  district: string | null
  name: string
  /** Postal code. */
  index: string
  locality: string
  street: string
  house: string
  code: string
  numbers: string[]
  email: string
}

/** Offices of one kind all over the country. */
export interface Network {
  /** Heads a region: «Ақмола облысының ветеринария басқармасы». */
  heading(region: Region): string
  /** «Уәкілетті органның», before «атауы» in the head of a list. */
  called: string
  byRegion: Map<Region, Office[]>
}

/** What an office table prints beside name and address. */
export type Layout = 'three' | 'hours'

const DISTRICT = /^(.{2,30}) ауданы$/u
const CITY_SEAT = /(?:қаласы|ауылы|кенті)$/u
/** The capital of a region, where its head offices are. */
const CAPITALS: Record<Region, readonly [seat: string, code: string]> = {
  'Ақмола облысы': ['Көкшетау қаласы', '7162'],
  'Ақтөбе облысы': ['Ақтөбе қаласы', '7132'],
  'Алматы облысы': ['Талдықорған қаласы', '7282'],
  'Атырау облысы': ['Атырау қаласы', '7122'],
  'Шығыс Қазақстан облысы': ['Өскемен қаласы', '7232'],
  'Жамбыл облысы': ['Тараз қаласы', '7262'],
  'Батыс Қазақстан облысы': ['Орал қаласы', '7112'],
  'Қарағанды облысы': ['Қарағанды қаласы', '7212'],
  'Қостанай облысы': ['Қостанай қаласы', '7142'],
  'Қызылорда облысы': ['Қызылорда қаласы', '7242'],
  'Маңғыстау облысы': ['Ақтау қаласы', '7292'],
  'Павлодар облысы': ['Павлодар қаласы', '7182'],
  'Солтүстік Қазақстан облысы': ['Петропавл қаласы', '7152'],
  'Оңтүстік Қазақстан облысы': ['Шымкент қаласы', '7252'],
  'Астана қаласы': ['Астана қаласы', '7172'],
  'Алматы қаласы': ['Алматы қаласы', '7272'],
}

/** The map: districts with the place and the area code of their seat, as the sources name them. */
export function learnCountry(parsed: readonly ParsedSource[]): Country {
  const {offices} = buildRegister(parsed.flatMap(({standards}) => standards))
  const regions = REGIONS.map((name) => {
    const districts = new Map<string, District>()
    for (const office of offices) {
      const place = DISTRICT.exec(office.district ?? '')?.[1]
      const code = /^\+77(\d{3,4})\d{5,6}$/u.exec(office.phones[0]?.e164 ?? '')?.[1]
      if (office.region !== name || place === undefined || code === undefined) continue
      // «Қазталов» and «Казталов» are one district in two spellings.
      const bones = skeleton(place)
      if ([...districts.keys()].some((known) => likeness(skeleton(known), bones) !== 'different')) continue
      const seat = office.locality !== null && CITY_SEAT.test(office.locality) ? office.locality : `${place} ауылы`
      districts.set(place, {
        name: `${place} ауданы`,
        adjective: `${place} аудандық`,
        possessive: `${place} ауданының`,
        seat,
        code: `7${code.slice(0, 4)}`,
      })
    }
    const [seat, code] = CAPITALS[name]
    return {name, districts: [...districts.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), seat, code}
  })
  return {regions}
}

/** An office in every district of the country; of the service centres some districts have two. */
export function drawNetwork(country: Country, service: string | null, domain: string, dice: Dice): Network {
  const inDistrict = service === null ? NAME_OF_CENTRE : dice.pick(NAMES_IN_DISTRICT)
  const inRegion = service === null ? HEADING_OF_CENTRES : dice.pick(NAMES_OF_HEADS)
  const heading = service === null ? HEADING_OF_CENTRES : dice.pick(HEADINGS)
  const what = service ?? ''
  const byRegion = new Map<Region, Office[]>()
  for (const region of country.regions) {
    const offices = region.districts.flatMap((district, at) => {
      const count = dice.chance(service === null ? 0.7 : 0.3) ? 2 : 1
      return Array.from({length: count}, (_, which) => {
        const name = inDistrict(district, which === 0 ? what : `№ ${which + 1} ${what}`)
        return drawOffice(region.name, district.name, name, district.seat, district.code, `${domain}${at + 1}`, dice)
      })
    })
    const head = drawOffice(region.name, null, inRegion(region.name, what), region.seat, region.code, domain, dice)
    byRegion.set(region.name, [head, ...offices])
  }
  return {heading: (region) => heading(region, what), called: service === null ? 'Орталықтардың' : 'Уәкілетті органның', byRegion}
}

/** «Ақкөл аудандық бөлімі», «Ақкөл аудандық № 2 бөлімі» under «Ақмола облысы бойынша ХҚО» РМК филиалы */
const NAME_OF_CENTRE = ({adjective}: District, which: string) => `${adjective} ${which}бөлімі`
const HEADING_OF_CENTRES = (region: Region) => `«${region} бойынша ХҚО» РМК филиалы`
const NAMES_IN_DISTRICT: readonly ((district: District, service: string) => string)[] = [
  ({possessive}, service) => `${possessive} ${service}`,
  ({adjective}, service) => `${adjective} ${service}`,
  ({possessive}, service) => `«${possessive} ${service}» ММ`,
]
const NAMES_OF_HEADS: readonly ((region: Region, service: string) => string)[] = [
  (region, service) => `${region}ның ${service}`,
  (region, service) => `«${region} бойынша ${service}» ММ`,
]
const HEADINGS: readonly ((region: Region, service: string) => string)[] = [
  (region) => region,
  (region) => `${region} бойынша уәкілетті органдар`,
  (region) => `${region} уәкілетті органның бөлімшелері`,
]
const STREET_KINDS = ['көшесі', 'көшесі', 'көшесі', 'көшесі', 'даңғылы'] as const

function drawOffice(
  region: Region,
  district: string | null,
  name: string,
  locality: string,
  code: string,
  mailbox: string,
  dice: Dice,
): Office {
  const own = dice.pick(PERSONAL_NAMES)
  const street = `${dice.chance(0.7) ? own + dice.pick(SURNAME_ENDINGS) : `${own} ${dice.pick(PERSONAL_NAMES)}`} ${dice.pick(STREET_KINDS)}`
  const house = `${dice.number(1, 199)}${dice.chance(0.12) ? dice.pick(['А', 'Б', 'В']) : ''}${dice.chance(0.08) ? `/${dice.number(1, 9)}` : ''}`
  const numbers = Array.from({length: dice.chance(0.5) ? 2 : 1}, () => drawNumber(code, dice))
  const index = `${String(REGIONS.indexOf(region) + 1).padStart(2, '0')}${dice.number(10, 99)}00`
  return {region, district, name, index, locality, street, house, code, numbers, email: `${mailbox}_${dice.number(10, 99)}`}
}

/** «2-09-96» behind a code of five digits, «25-04-78» behind one of four. */
function drawNumber(code: string, dice: Dice): string {
  const pair = () => String(dice.number(0, 99)).padStart(2, '0')
  return `${code.length === 5 ? String(dice.number(2, 9)) : String(dice.number(20, 99))}-${pair()}-${pair()}`
}

/** What a network is called in the heads of its lists; the manner of the rest varies from list to list. */
const HEADERS: Record<Layout, readonly (readonly string[])[]> = {
  three: [
    ['атауы', 'Орналасқан мекенжайы', 'Телефон нөмірлері'],
    ['атауы', 'Орналасқан мекенжайы', 'Байланыс деректері'],
    ['атауы', 'Мекенжайы', 'Телефон нөмірі'],
  ],
  hours: [
    ['атауы', 'Орналасқан мекенжайы', 'Байланыс деректері', 'Жұмыс кестесі'],
    ['атауы', 'Орналасқан заңды мекенжайы, электронды поштасы', 'Қала коды және телефон нөмірі', 'Жұмыс кестесі'],
  ],
}

const HOURS = [
  'Демалыс және мереке күндерін қоспағанда күн сайын сағат {from} бастап {to} дейін, түскі үзіліс сағат 13-00 бастап 14-00 дейін',
  'демалыс және мереке күндерін қоспағанда, аптасына бес күн сағ. {from} – {to}, түскі үзіліс сағ. 13-00 - 14-30',
  'Дүйсенбіден бастап жұманы қоса алғанда сағат {from} бастап {to} дейін, түскі үзіліс сағат 13-00 бастап 14-00 дейін',
] as const

/** An office table of a network, in one of the manners of the sources, of about `rows` rows; `office` of a row says which it is. */
export function drawOfficeTable(
  network: Network,
  rows: number,
  layout: Layout,
  domain: string,
  dice: Dice,
): Pick<Annex, 'columns' | 'groups'> {
  const all = [...network.byRegion.values()].reduce((sum, offices) => sum + offices.length, 0)
  // A sixth longer than the lists of the sources, whose hours and remarks take more room.
  const share = Math.min(1, (rows * 7) / 6 / all)
  // Half of the lists print the postal code.
  const indexed = dice.chance(0.5)
  const street = dice.pick([(text: string) => text, (text: string) => text.replace(' көшесі', ' к-сі').replace(' даңғылы', ' даңғ.')])
  const house = dice.pick([(text: string) => text, (text: string) => `${text}-үй`, (text: string) => `${text}-үй`])
  const telephone = dice.pick([
    (code: string, number: string) => `8 (${code}) ${number}`,
    (code: string, number: string) => `8 (${code}) ${number}`,
    (code: string, number: string) => `8-${code} ${number}`,
  ])
  const numbering = dice.pick([
    (group: number, at: number) => (at === 0 ? `${group}` : `${at})`),
    (group: number, at: number) => (at === 0 ? `${group}.` : `${at})`),
    (_group: number, at: number) => String(at + 1),
  ])
  const from = dice.pick(['8-30', '9-00', '9-30'])
  const hours = dice
    .pick(HOURS)
    .replace('{from}', from)
    .replace('{to}', dice.pick(['17-30', '18-00', '18-30', '19-00']))
  let group = 0
  // Every list knows something newer than the others: one head office has another telephone.
  const newest = dice.number(1, network.byRegion.size)
  const groups = [...network.byRegion].flatMap(([region, offices]) => {
    // A list that is much shorter than the network names the head offices only.
    const named = offices.filter((office) => office.district === null || dice.chance(share))
    group++
    const printed = named.map((office, at): OfficeRow => {
      const changed = (group === newest && at === 0) || dice.chance(0.02)
      const numbers = changed ? [drawNumber(office.code, dice)] : office.numbers
      const address = `${indexed ? `${office.index}, ` : ''}${office.locality}, ${street(office.street)}, ${house(office.house)}`
      const cells = [
        office.name,
        layout === 'hours' ? `${address} ${office.email}@${domain}.kz` : address,
        numbers.map((number) => telephone(office.code, number)).join(' '),
      ]
      if (layout === 'hours') cells.push(hours)
      return {
        number: numbering(group, at),
        cells,
        inherited: layout === 'hours' && at > 0 ? [3] : [],
        office: `${office.region}: ${office.name}`,
        lines: [0, 0],
      }
    })
    return [{heading: network.heading(region), rows: printed}]
  })
  const [what = '', ...columns] = dice.pick(HEADERS[layout])
  return {columns: [`${network.called} ${what}`, ...columns], groups}
}

/** A list of head offices alone, without region headings. */
export function drawHeadTable(network: Network, domain: string, dice: Dice): Pick<Annex, 'columns' | 'groups'> {
  const {columns, groups = []} = drawOfficeTable(network, 1, 'three', domain, dice)
  const heads = groups.flatMap(({rows}) => rows.slice(0, 1))
  return {columns: columns!, groups: [{heading: null, rows: heads.map((row, at) => ({...row, number: String(at + 1)}))}]}
}
