/**
 * The service worker: the site without a network.
 *
 * - The shell (styles, scripts, fonts, the pages that explain) is kept when the worker is installed; pages are kept in packs.
 * - What is kept is answered from the device at once: on a bad line that is the difference. What is not goes to the network.
 * - An edition of the site is taken over whole or not at all: a new worker first fetches everything that the old one kept.
 *   The browser looks for a new worker whenever a page is opened, so what is kept is never older than one visit.
 *
 * The build puts the edition in (scripts/lib/finish/worker.ts).
 */
import {ARCHIVE_FILES, PACK_FILE, fileOf, localeOf, packOf, isKeptUnasked, packsOf, partFor} from './edition.ts'
import type {Edition, Pack} from './edition.ts'
import {openPack} from './pack.ts'
import type {OpenPack} from './pack.ts'
import {CACHE_PREFIX, EARLIER_ASSETS, cacheName, isCoreAsked, keepPack} from './store.ts'
import {LOCALES, localize, missingUrl} from '../urls.ts'

declare const EDITION: Edition

/** What this file uses of a service worker's surroundings; TypeScript's own description excludes that of pages. */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends WorkerEvent {
  request: Request
  respondWith(response: Promise<Response>): void
}
interface Surroundings {
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
  addEventListener(type: 'message', listener: (event: WorkerEvent & {data: unknown}) => void): void
  skipWaiting(): Promise<void>
  clients: {claim(): Promise<void>}
  location: Location
}
const worker = globalThis as unknown as Surroundings

/** `/assets/…`: the name holds a checksum. */
const ASSET = /^\/assets\//u

const packs = Map.groupBy(EDITION.packs, ({name}): string => name)
const shell = new Set(EDITION.shell.map(({path}) => path))
/** What is being fetched at the request of pages, one after the other. */
let keeping: Promise<void> = Promise.resolve()
/** Packs opened in the life of this worker, by path. */
const opened = new Map<string, Promise<OpenPack>>()

worker.addEventListener('install', (event) => {
  event.waitUntil(install())
})
worker.addEventListener('activate', (event) => {
  event.waitUntil(activate())
})
worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (PACK_FILE.test(url.pathname) || ARCHIVE_FILES.test(url.pathname)) return
  event.respondWith(answer(event.request, url))
})
/** `{keep: 'core', locale: 'kk'}`: what a page asks for while it is read. */
worker.addEventListener('message', (event) => {
  const {keep, locale} = (event.data ?? {}) as {keep?: unknown; locale?: unknown}
  if (keep !== 'core' || (locale !== 'kk' && locale !== 'ru' && locale !== 'en')) return
  const names = packsOf('core', locale)
  if (!isKeptUnasked(packsNamed(names))) return
  keeping = keeping
    .then(() => keepAll(names))
    .catch(() => {
      // The next page asks again.
    })
  event.waitUntil(keeping)
})

async function install(): Promise<void> {
  const cache = await caches.open(cacheName(EDITION.version))
  for (const {path, sha256} of EDITION.shell) {
    if (await cache.match(path)) continue
    const known = ASSET.test(path) ? await caches.match(path) : undefined
    const response = known ?? (await fetch(path, {cache: 'no-cache', integrity: `sha256-${base64(sha256)}`}))
    if (!response.ok) throw new Error(`${path}: ${String(response.status)}`)
    await cache.put(path, response)
  }
  await keepAll(await keptBefore())
  await worker.skipWaiting()
}

/** Names of the packs that earlier editions have kept. */
async function keptBefore(): Promise<string[]> {
  const names = new Set<string>()
  for (const name of await caches.keys()) {
    if (!name.startsWith(CACHE_PREFIX) || name === cacheName(EDITION.version)) continue
    for (const {url} of await (await caches.open(name)).keys()) {
      // «/offline/core-kk.0123456789ab.pack»
      const found = /\/([\w-]+)\.[\da-f]+\.pack$/u.exec(new URL(url).pathname)?.[1]
      if (found !== undefined && packs.has(found)) names.add(found)
    }
  }
  return (await mayKeepCore(names)) ? [...names] : [...names].filter((name) => !name.startsWith('core-'))
}

/** Whether `core` in the languages that are kept is to be kept in this edition, too: it may have grown since. */
async function mayKeepCore(names: ReadonlySet<string>): Promise<boolean> {
  const kept = LOCALES.filter((locale) => names.has(`core-${locale}`))
  return kept.every((locale) => isKeptUnasked(packsNamed(packsOf('core', locale)))) || isCoreAsked()
}

const packsNamed = (names: readonly string[]): Pack[] => names.flatMap((name) => packs.get(name) ?? [])

async function keepAll(names: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName(EDITION.version))
  for (const pack of packsNamed(names)) {
    const known = await caches.match(pack.path)
    if (known) await cache.put(pack.path, known)
    else await keepPack(cache, pack)
  }
}

async function activate(): Promise<void> {
  const current = cacheName(EDITION.version)
  const old = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX) && name !== current && name !== EARLIER_ASSETS)
  if (old.length > 0) {
    await caches.delete(EARLIER_ASSETS)
    const earlier = await caches.open(EARLIER_ASSETS)
    for (const name of old) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const path = new URL(request.url).pathname
        if (!ASSET.test(path) || shell.has(path)) continue
        const response = await cache.match(request)
        if (response) await earlier.put(request, response)
      }
      await caches.delete(name)
    }
  }
  await worker.clients.claim()
}

async function answer(request: Request, url: URL): Promise<Response> {
  const kept = await fromDevice(url).catch(() => null)
  if (kept) return kept
  try {
    return await fetch(request)
  } catch (error) {
    if (request.mode !== 'navigate') throw error
    // «/standards» as a server would lead it on.
    const folder = url.pathname.endsWith('/') ? null : await fromDevice(new URL(`${url.pathname}/`, url)).catch(() => null)
    if (folder) return Response.redirect(`${url.pathname}/${url.search}`, 302)
    const cache = await caches.open(cacheName(EDITION.version))
    const page = await cache.match(localize(missingUrl(), localeOf(url.pathname)))
    if (!page) throw error
    return new Response(page.body, {status: 503, headers: {'content-type': 'text/html; charset=utf-8'}})
  }
}

async function fromDevice({pathname}: URL): Promise<Response | null> {
  const cache = await caches.open(cacheName(EDITION.version))
  if (shell.has(pathname)) return (await cache.match(pathname)) ?? null
  if (ASSET.test(pathname)) return (await (await caches.open(EARLIER_ASSETS)).match(pathname)) ?? null
  const file = fileOf(pathname)
  const pack = partFor(packs.get(packOf(file) ?? '') ?? [], file)
  const stored = pack && (await cache.match(pack.path))
  if (!pack || !stored) return null
  const open = opened.get(pack.path) ?? stored.blob().then(openPack)
  opened.set(pack.path, open)
  const found = await open
    .then((one) => one.read(file))
    .catch((error: unknown) => {
      opened.delete(pack.path)
      throw error
    })
  return found && new Response(found.bytes, {headers: {'content-type': found.type}})
}

/** Hexadecimal → Base64, as `integrity` wants it. */
function base64(hex: string): string {
  return btoa(String.fromCharCode(...(hex.match(/../gu) ?? []).map((pair) => parseInt(pair, 16))))
}
