/** Every link of the built site leads to a page, a file or a place on a page that is there. */
import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {expect, inject, test} from 'vitest'

const dist = inject('dist')
const LINK = /<(?:a|link|script|form)\s[^>]*?(?:href|src|action)="([^"]*)"/gu
const ID = /\sid="([^"]*)"/gu
const INLINE = /<style|\sstyle="|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+="/u
const ENTITIES: Record<string, string> = {'&amp;': '&', '&#38;': '&', '&quot;': '"', '&#34;': '"', '&#39;': "'"}

const pages = readdirSync(dist, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.html') && !path.startsWith('reports'))
  .sort()
const html = new Map(pages.map((path) => [path, readFileSync(join(dist, path), 'utf8')]))
const ids = new Map<string, Set<string>>()

/** Ids of a page; every one must be its own. */
function idsOf(path: string): Set<string> {
  const known = ids.get(path)
  if (known) return known
  const all = [...(html.get(path) ?? '').matchAll(ID)].map(([, id = '']) => id)
  const found = new Set(all)
  if (found.size !== all.length) found.add('(an id stands twice)')
  ids.set(path, found)
  return found
}

test('no link is dead, and no anchor is missing', () => {
  const dead = new Set<string>()
  for (const [path, text] of html) {
    for (const [, raw = ''] of text.matchAll(LINK)) {
      const link = raw.replace(/&(?:amp|quot|#3[489]);/gu, (entity) => ENTITIES[entity] ?? entity)
      if (/^(?:tel|mailto):/u.test(link)) continue
      const url = new URL(link, `http://site/${path.replace(/index\.html$/u, '')}`)
      const file = decodeURIComponent(url.pathname).slice(1)
      const target = file === '' || file.endsWith('/') ? `${file}index.html` : file
      const there = url.host === 'site' && (html.has(target) || (existsSync(join(dist, target)) && statSync(join(dist, target)).isFile()))
      const anchor = decodeURIComponent(url.hash.slice(1))
      if (!there || (anchor !== '' && !idsOf(target).has(anchor))) dead.add(`${path} → ${link}`)
    }
  }
  expect([...dead].slice(0, 20)).toEqual([])
})

test('no id stands twice on a page', () => {
  expect(pages.filter((path) => idsOf(path).has('(an id stands twice)'))).toEqual([])
})

test('no page carries inline scripts or styles', () => {
  expect([...html].filter(([, text]) => INLINE.test(text)).map(([path]) => path)).toEqual([])
})
