/**
 * Plain Handlebars over the published data: for each page of a finished build a page with the texts of what it is about, one skeleton,
 * one template a kind. No components, no layout, no scripts, no other languages' words: what is left is reading, filling in, escaping,
 * writing. How much longer our pages take says what all the rest costs.
 */
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, sep} from 'node:path'
import Handlebars from 'handlebars'
import type {Annex, Diagnostic, Office, Resolution, Standard} from '../../parser/model/index.ts'
import type {Published} from '../lib/published.ts'

const handlebars = Handlebars.create()

const PARTS = {
  annex: `<section><h2>{{title}}</h2>{{#if groups}}{{#each groups}}<h3>{{heading}}</h3><table>{{#each rows}}<tr>{{#each cells}}<td>{{this}}</td>{{/each}}</tr>
{{/each}}</table>{{/each}}{{else}}<p>{{text}}</p>{{/if}}{{#if fields}}<ul>{{#each fields}}<li>{{label}}</li>{{/each}}</ul>{{/if}}</section>`,
  office: `<address><h2>{{name}}</h2><p>{{region}} {{district}} {{locality}}</p><p>{{address}}</p>{{#each phones}}<p>{{text}}</p>{{/each}}<p>{{hours.text}}</p></address>`,
  standard: `{{#each points}}<p id="p{{number}}">{{number}}. {{text}}</p>
{{/each}}`,
}
const PAGES = {
  standard: '<h1>{{title}}</h1>{{> standard}}{{#each annexes}}{{> annex}}{{/each}}',
  annex: '<h1>{{standard.title}}</h1>{{#with annex}}{{> annex}}{{/with}}',
  office:
    '{{> office}}<table>{{#each appearances}}<tr><td>{{date}}</td><td>{{name}}</td><td>{{address}}</td><td>{{phones}}</td></tr>{{/each}}</table>',
  offices: '<h1>{{title}}</h1>{{#each offices}}{{> office}}{{/each}}',
  pair: '<h1>{{old.title}}, {{now.title}}</h1><div>{{#with old}}{{> standard}}{{/with}}</div><div>{{#with now}}{{> standard}}{{/with}}</div>',
  resolution: '<h1>{{act.title}}</h1>{{#each standards}}<h2>{{title}}</h2>{{/each}}',
  doubts: '<table>{{#each doubts}}<tr><td>{{file}}</td><td>{{line}}</td><td>{{rule}}</td><td>{{message}}</td></tr>{{/each}}</table>',
  list: '<ul>{{#each standards}}<li><a href="/standards/{{id}}/">{{title}}</a></li>{{/each}}</ul>',
} as const
type Kind = keyof typeof PAGES

const SKELETON = `<!doctype html><html lang="{{lang}}"><head><meta charset="utf-8"><title>{{path}}</title><link rel="stylesheet" href="/page.css"></head>
<body><nav>{{#each menu}}<a href="{{href}}">{{label}}</a>{{/each}}</nav><main>{{{body}}}</main></body></html>
`

for (const [name, template] of Object.entries(PARTS)) handlebars.registerPartial(name, template)
const templates = Object.fromEntries(
  Object.entries(PAGES).map(([kind, template]) => [kind, handlebars.compile<object>(template)]),
) as Record<Kind, Handlebars.TemplateDelegate<object>>
const skeleton = handlebars.compile<object>(SKELETON)

const MENU = ['standards', 'offices', 'forms', 'resolutions', 'compare', 'data', 'quality', 'help'].map((label) => ({
  href: `/${label}/`,
  label,
}))
const LOCALES = new Set(['ru', 'en'])

interface Page {
  path: string
  lang: string
  kind: Kind
  data: object
}

/** The pages of a build, in all languages; the HTML files that are no pages of the site (reports) are left out. */
export function pagesOf(dist: string): string[] {
  return readdirSync(dist, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.html'))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.startsWith('reports/') || path.endsWith('/index.html'))
}

/**
 * Reads the data and writes a page for each path.
 *
 * @param pages paths under the site, as `pagesOf` gives them
 * @returns bytes of all pages
 */
export function writePlainPages(
  dist: string,
  {resolutions, standards}: Pick<Published, 'resolutions' | 'standards'>,
  pages: readonly string[],
  out: string,
): number {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dist, 'data', name), 'utf8'))
  const choose = chooser(resolutions, standards, read('offices.json') as Office[], read('diagnostics.json') as Diagnostic[])
  const made = new Set<string>()
  let bytes = 0
  for (const path of pages) {
    const page = choose(path)
    const html = skeleton({path, lang: page.lang, menu: MENU, body: templates[page.kind](page.data)})
    const file = join(out, path)
    const folder = dirname(file)
    if (!made.has(folder)) mkdirSync(folder, {recursive: true})
    made.add(folder)
    writeFileSync(file, html)
    bytes += Buffer.byteLength(html)
  }
  return bytes
}

/** What a page is about, told by its path. */
function chooser(
  resolutions: readonly Resolution[],
  standards: readonly Standard[],
  offices: readonly Office[],
  diagnostics: readonly Diagnostic[],
): (path: string) => Page {
  const standardOf = new Map(standards.map((standard) => [standard.id, standard]))
  const officeOf = new Map(offices.map((office) => [office.id, office]))
  const annexes = new Map(
    standards.flatMap((standard) =>
      standard.annexes.flatMap((annex): [string, {standard: Standard; annex: Annex}][] => [
        [`${standard.id}-${String(annex.number)}`, {standard, annex}],
        [`${standard.id}/annex-${String(annex.number)}`, {standard, annex}],
      ]),
    ),
  )
  const regions = Map.groupBy(offices, ({region}) => region ?? '')
  const regionNames = [...regions.keys()]
  let region = 0
  return (path) => {
    const parts = path.split('/')
    const lang = LOCALES.has(parts[0] ?? '') ? (parts.shift() ?? 'kk') : 'kk'
    const [section = '', id = '', rest = ''] = parts
    const page = (kind: Kind, data: object): Page => ({path, lang, kind, data})
    const annex = annexes.get(section === 'forms' ? id : `${id}/${rest}`)
    const standard = standardOf.get(id)
    const office = officeOf.get(id)
    const [old, now] = id.split('--').map((one) => standardOf.get(one))
    const act = resolutions.find((one) => one.id === id)
    if (annex) return page('annex', annex)
    if (standard) return page('standard', standard)
    if (office) return page('office', office)
    if (old && now) return page('pair', {old, now})
    if (act) return page('resolution', {act, standards: standards.filter((one) => one.resolution === act.id)})
    if (section === 'offices' && id === 'service') {
      return page('offices', {title: rest, offices: offices.filter(({standards: of}) => of.includes(rest))})
    }
    if (section === 'offices' && id !== 'index.html') {
      const title = regionNames[region++ % regionNames.length] ?? ''
      return page('offices', {title, offices: regions.get(title) ?? []})
    }
    if (section === 'quality')
      return page('doubts', {doubts: diagnostics.filter(({file}) => id === 'index.html' || file.replaceAll('.', '-') === id)})
    return page('list', {standards})
  }
}
