/** Packs in the storage of the device: fetching, checking, forgetting. Used by the service worker and by pages. */
import type {Pack} from './edition.ts'

/** All caches of the site begin with this. */
export const CACHE_PREFIX = 'qyzmet-'
/** Files whose names hold their checksum, of the edition before: pages that are open still ask for them. */
export const EARLIER_ASSETS = `${CACHE_PREFIX}earlier`

/** Set where a visitor has asked for `core`: then every edition of it is kept, however large. */
const ASKED_CACHE = 'asked-qyzmet'
const ASKED = '/offline/asked/core'

export async function isCoreAsked(): Promise<boolean> {
  return (await caches.match(ASKED, {cacheName: ASKED_CACHE})) !== undefined
}

export async function noteCoreAsked(isAsked: boolean): Promise<void> {
  if (isAsked) await (await caches.open(ASKED_CACHE)).put(ASKED, new Response(''))
  else await caches.delete(ASKED_CACHE)
}

export const cacheName = (version: string): string => `${CACHE_PREFIX}${version}`

/** How often a broken download is taken up again, and how long it waits before the first time. */
const ATTEMPTS = 5
const FIRST_PAUSE = 1000

export interface KeepOptions {
  onProgress?: (bytes: number) => void
  signal?: AbortSignal
  /** Milliseconds before a broken download is taken up again; doubles each time. */
  pause?: number
}

/**
 * Fetches a pack, checks it and puts it into the storage. A broken download goes on where it broke, where the server can.
 *
 * @throws Error where it can't be had whole; the storage is as before
 */
export async function keepPack(cache: Cache, pack: Pack, options: KeepOptions = {}): Promise<void> {
  if (await cache.match(pack.path)) return
  const bytes = await download(pack, options)
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  const sum = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (sum !== pack.sha256) throw new Error(`${pack.path} came damaged`)
  await cache.put(pack.path, new Response(bytes, {headers: {'content-type': 'application/octet-stream'}}))
}

async function download({path, bytes}: Pack, {onProgress, signal, pause = FIRST_PAUSE}: KeepOptions): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(bytes)
  let got = 0
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(path, {
        cache: 'no-store',
        ...(signal && {signal}),
        ...(got > 0 && {headers: {range: `bytes=${String(got)}-`}}),
      })
      if (!response.ok || !response.body) throw new Refused(`${path}: ${String(response.status)}`)
      if (response.status !== 206) got = 0
      const reader = response.body.getReader()
      for (;;) {
        const {done, value} = await reader.read()
        if (done) break
        if (got + value.length > bytes) throw new Refused(`${path} is longer than it should be`)
        whole.set(value, got)
        got += value.length
        onProgress?.(got)
      }
      if (got === bytes) return whole
      throw new Error(`${path} broke off`)
    } catch (error) {
      if (error instanceof Refused || signal?.aborted || attempt === ATTEMPTS) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * 2 ** (attempt - 1)))
    }
  }
}

/** The server has answered, and asking again will not help. */
class Refused extends Error {}
