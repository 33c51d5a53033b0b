/** One page of every kind that a build has, in Kazakh; for tests that look at all of them. */
import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import type {Catalogue, Office, Standard} from '../../parser/model/index.ts'
import {officeUrl} from '../../site/urls.ts'

/** Paths of the pages, found by the folders of the build: a new kind of page is looked at without being named here. */
export function standardPaths(dist: string): string[] {
  const json = <T>(path: string): T => JSON.parse(readFileSync(join(dist, 'data', path), 'utf8')) as T
  const standards = json<Catalogue>('index.json').standards.map(({id}) => json<Standard>(`standards/${id}.json`))
  const annexes = standards.flatMap(({annexes: all}) => all)
  const annexPath = (kind: string): string[] =>
    annexes
      .filter((one) => one.kind === kind)
      .slice(0, 1)
      .map(({id}) => `/standards/${id.replace('/', '/annex-')}/`)
  const kinds = new Map<string, string>()
  const pages = readdirSync(dist, {recursive: true, encoding: 'utf8'})
    .filter((path) => /(?:^|\/)index\.html$/u.test(path) && !/^(?:ru|en)\//u.test(path))
    .map((path) => path.replace(/index\.html$/u, ''))
    .sort()
  // Pages of one kind lie in one folder: the first of each stands for all. Annexes have a kind of their own in the data.
  for (const path of pages) {
    const parts = path.split('/').filter(Boolean)
    if (parts[0] === 'standards' && parts.length > 2) continue
    // Ids hold a hyphen or a digit, names of kinds hold none.
    const kind = parts.map((part) => (/[-\d]/u.test(part) ? '*' : part)).join('/')
    if (!kinds.has(kind)) kinds.set(kind, `/${path}`)
  }
  const excluded = standards.find(({status}) => status === 'excluded')
  const included = standards.find(({status, annexes: all}) => status === 'included' && all.some(({pdf}) => pdf !== undefined))
  const more = [excluded, included].flatMap((one) => (one ? [`/standards/${one.id}/`] : []))
  // Offices with much to say of them and with little: the first in the folder is neither.
  const offices = json<Office[]>('offices.json')
  const disputed = offices.toSorted((a, b) => b.discrepancies.length - a.discrepancies.length)[0]
  const bare = offices.toSorted((a, b) => a.address.length + a.phones.length - b.address.length - b.phones.length)[0]
  const told = [disputed, bare].flatMap((one) => (one ? [officeUrl(one.id)] : []))
  const annexKinds = [...new Set(annexes.map(({kind}) => kind))]
  return [...new Set([...kinds.values(), ...more, ...told, ...annexKinds.flatMap(annexPath)])]
}
