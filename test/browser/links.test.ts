/** Every link of the built site leads to a page, a file or a place on a page that is there. */
import {readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {expect, inject, test} from 'vitest'
import {siteAddress} from '../../site/address.ts'

const dist = inject('dist')
const LINK = /<(?:a|link|script|form|img)\s[^>]*?(?:href|src|action)="([^"]*)"/gu
const ID = /\sid="([^"]*)"/gu
/** Data blocks of schema.org are no script: nothing runs them. */
const INLINE = /<style|\sstyle="|<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>|\son[a-z]+="/u
const CHECKED = /<script\b[^>]*?\ssrc="[^"]*"[^>]*>|<link\b[^>]*\srel="(?:stylesheet|modulepreload)"[^>]*>/gu
const ENTITIES: Record<string, string> = {'&amp;': '&', '&#38;': '&', '&quot;': '"', '&#34;': '"', '&#39;': "'"}

const files = readdirSync(dist, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile())
  .map(({parentPath, name}) => join(parentPath, name).slice(dist.replace(/\/$/u, '').length + 1))
const there = new Set(files)
/** Templates of reports are whole documents of their own. */
const pages = files.filter((path) => path.endsWith('.html') && !/^reports\/(?!index\.html)/u.test(path)).sort()
const LOCAL = new URL('http://site/')
const PUBLISHED = new URL(siteAddress(process.env['QYZMET_SITE']))

/** What the tests need of a page: the texts of all would fill the memory. */
interface PageLinks {
  links: Set<string>
  ids: Set<string>
  twice: boolean
  inline: boolean
  unchecked: boolean
}

const read = new Map(
  pages.map((path): [string, PageLinks] => {
    const text = readFileSync(join(dist, path), 'utf8')
    const ids = [...text.matchAll(ID)].map(([, id = '']) => id)
    return [
      path,
      {
        links: new Set([...text.matchAll(LINK)].map(([, link = '']) => link)),
        ids: new Set(ids),
        twice: new Set(ids).size !== ids.length,
        inline: INLINE.test(text),
        unchecked: [...text.matchAll(CHECKED)].some(([tag]) => !tag.includes(' integrity="sha384-')),
      },
    ]
  }),
)

test('every page has its counterpart in the other languages', () => {
  const plain = pages.filter((path) => !/^(?:ru|en)\//u.test(path) && path !== '404.html' && path.endsWith('index.html'))
  expect(plain.length).toBeGreaterThan(100)
  expect(plain.flatMap((path) => [`ru/${path}`, `en/${path}`]).filter((path) => !there.has(path))).toEqual([])
})

test('no link is dead, and no anchor is missing', () => {
  const dead = new Set<string>()
  for (const [path, {links, ids}] of read) {
    const base = new URL(path.replace(/index\.html$/u, ''), LOCAL)
    for (const raw of links) {
      if (/^(?:tel|mailto):/u.test(raw)) continue
      // Most links are plain paths: no need to take them apart.
      if (/^\/[\w/-]*\/$/u.test(raw) && there.has(`${raw.slice(1)}index.html`)) continue
      const link = raw.replace(/&(?:amp|quot|#3[489]);/gu, (entity) => ENTITIES[entity] ?? entity)
      const url = new URL(link, base)
      const file = decodeURIComponent(url.pathname).slice(1)
      const target = file === '' || file.endsWith('/') ? `${file}index.html` : file
      const anchor = decodeURIComponent(url.hash.slice(1))
      // Counterparts in other languages are named with the address that the site is published at.
      const own = url.host === LOCAL.host || url.host === PUBLISHED.host
      const anchors = target === path ? ids : read.get(target)?.ids
      if (!own || !there.has(target) || (anchor !== '' && !anchors?.has(anchor))) dead.add(`${path} → ${link}`)
    }
  }
  expect([...dead].slice(0, 20)).toEqual([])
})

test('no id stands twice on a page', () => {
  expect([...read].filter(([, {twice}]) => twice).map(([path]) => path)).toEqual([])
})

test('no page carries inline scripts or styles', () => {
  expect([...read].filter(([, {inline}]) => inline).map(([path]) => path)).toEqual([])
})

test('every script and style sheet of every page carries its checksum', () => {
  expect([...read].filter(([, {unchecked}]) => unchecked).map(([path]) => path)).toEqual([])
})

test('the site map names every page that search engines may list, and no other', () => {
  const text = files.filter((path) => /^sitemap[^/]*\.xml$/u.test(path)).map((path) => readFileSync(join(dist, path), 'utf8'))
  const named = text.flatMap((xml) => [...xml.matchAll(/<url><loc>([^<]*)<\/loc>/gu)].map(([, loc = '']) => new URL(loc).pathname))
  const listed = pages
    .filter((path) => /(?:^|\/)index\.html$/u.test(path) && !path.includes('offline/missing'))
    .map((path) => `/${path.replace(/index\.html$/u, '')}`)
  expect(named.toSorted()).toEqual(listed.toSorted())
})
