/**
 * One register of offices out of the rows of all tables.
 *
 * Rows speak of the same office when they lie in the same region and bear the same name, spelling and the
 * abbreviations for «service centre» aside. What the rows disagree on is listed as discrepancies.
 */
import {foldKey} from '../language/alphabet.ts'
import type {Annex, Office, OfficeRow, Phone, Standard} from '../model/index.ts'
import {columnRole} from '../tables/patterns.ts'
import {regionIn} from './region.ts'
import {slug} from './slug.ts'

export interface Register {
  offices: Office[]
  /** The standards with the office of each row filled in. */
  standards: Standard[]
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
const PHONE = /(?:\+?\d[\s-]?)?\(?\d{3,5}\)?[\s-]*\d{1,3}(?:[\s-]?\d{2,3}){1,2}/gu
/** «ХҚО», «ХҚКО», «ХҚКО-ның», «орталық»: the same institution under four abbreviations. */
const CENTRE = /(?<!\p{L})(?:хқко|хқо|халыққа қызмет көрсету орталығы|орталық|орталығы)(?!\p{L})/gu

/** Kinds of offices by the words of their names and table titles. */
const KINDS: [RegExp, string][] = [
  [/халыққа қызмет|хқк?о(?!\p{L})|орталықтардың атауы/u, 'service-centre'],
  [/зейнетақы|уәкілетті ұйым|бақылау және/u, 'social-protection-office'],
  [/қорғаныс|әскери/u, 'defence-department'],
  [/мұрағат/u, 'archive'],
  [/жұмыспен қамту|әлеуметтік бағдарлама/u, 'employment-office'],
  [/әкім/u, 'local-executive-body'],
]

interface Appearance {
  standard: Standard
  annex: Annex
  row: OfficeRow
  region: string | null
  kind: string
  name: string
  address: string
  phones: string
  hours: string | null
}

/** Makes the register and links every row to its office. */
export function buildRegister(standards: readonly Standard[]): Register {
  const groups = new Map<string, Appearance[]>()
  for (const appearance of appearances(standards)) {
    const key = `${appearance.kind}|${appearance.region ?? ''}|${nameKey(appearance.name)}`
    const group = groups.get(key)
    if (group) group.push(appearance)
    else groups.set(key, [appearance])
  }
  const used = new Set<string>()
  const offices: Office[] = []
  const linked = new Map<OfficeRow, string>()
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const first = group.at(-1)!
    const base = slug([first.region ?? '', first.name].join(' ')).slice(0, 72).replace(/-+$/u, '') || 'office'
    let id = base
    for (let count = 2; used.has(id); count++) id = `${base}-${String(count)}`
    used.add(id)
    for (const {row} of group) linked.set(row, id)
    offices.push(toOffice(id, group))
  }
  return {
    offices,
    standards: standards.map((standard) => ({
      ...standard,
      annexes: standard.annexes.map((annex) =>
        annex.groups
          ? {...annex, groups: annex.groups.map((group) => ({...group, rows: group.rows.map((row) => ({...row, office: linked.get(row) ?? null}))}))}
          : annex,
      ),
    })),
  }
}

function* appearances(standards: readonly Standard[]): Generator<Appearance> {
  for (const standard of standards) {
    for (const annex of standard.annexes) {
      if (annex.kind !== 'offices') continue
      const roles = (annex.columns ?? []).map(columnRole)
      const at = (role: string, otherwise: number) => (roles.includes(role as never) ? roles.indexOf(role as never) : otherwise)
      const [name, address, phone, hours] = [at('name', 0), at('address', 1), at('phone', 2), at('hours', -1)]
      const title = foldKey(`${annex.title ?? ''} ${(annex.columns ?? []).join(' ')}`)
      for (const group of annex.groups ?? []) {
        const region = regionIn(group.heading ?? '')
        for (const row of group.rows) {
          const own = row.cells[name] ?? ''
          yield {
            standard,
            annex,
            row,
            region: region ?? regionIn(own) ?? regionIn(row.cells[address] ?? ''),
            kind: KINDS.find(([pattern]) => pattern.test(foldKey(own)))?.[1] ?? KINDS.find(([pattern]) => pattern.test(title))?.[1] ?? 'other',
            name: own,
            address: row.cells[address] ?? '',
            phones: row.cells[phone] ?? '',
            hours: hours >= 0 ? (row.cells[hours] ?? null) : null,
          }
        }
      }
    }
  }
}

function toOffice(id: string, group: readonly Appearance[]): Office {
  const latest = group.at(-1)!
  const texts = `${latest.address} ${latest.phones}`
  return {
    id,
    name: latest.name,
    kind: latest.kind,
    region: latest.region,
    district: /([\p{Lu}][\p{L}.\s-]*?)\s+ауданы/u.exec(latest.address)?.[0] ?? null,
    locality: /([\p{Lu}][\p{L}.\s-]*?)\s+(?:қаласы|ауылы|кенті|станциясы)/u.exec(latest.address)?.[0] ?? null,
    address: latest.address.replaceAll(EMAIL, '').trim(),
    phones: phonesIn(latest.phones),
    emails: [...new Set([...texts.matchAll(EMAIL)].map(([email]) => email))],
    hours: latest.hours,
    appearances: group.map(({annex, row, name, address, phones}) => ({annex: annex.id, lines: row.lines, name, address, phones})),
    discrepancies: (['name', 'address', 'phones'] as const).flatMap((field) => {
      const values = new Map<string, {value: string; annexes: string[]; date: null}>()
      for (const appearance of group) {
        const key = comparable(appearance[field])
        const known = values.get(key)
        if (known) known.annexes.push(appearance.annex.id)
        else values.set(key, {value: appearance[field], annexes: [appearance.annex.id], date: null})
      }
      return values.size > 1 ? [{field, values: [...values.values()]}] : []
    }),
  }
}

function phonesIn(text: string): Phone[] {
  return [...text.matchAll(PHONE)].map(([phone]) => ({text: phone.trim(), e164: null}))
}

function nameKey(name: string): string {
  return foldKey(name).replace(CENTRE, 'хқо').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

function comparable(text: string): string {
  return foldKey(text).replace(/[^\p{L}\p{N}]+/gu, '')
}
