/** The page where a visitor chooses what is kept on the device: sizes, progress, removing. */
import {DEFAULT_LOCALE} from '../urls.ts'
import type {Locale} from '../urls.ts'
import {ARCHIVE_NOTE, isKeptUnasked, PACKS_FILE, packsOf} from '../worker/edition.ts'
import type {Archive, Edition, Pack, Portion} from '../worker/edition.ts'
import {cacheName, keepPack, noteCoreAsked} from '../worker/store.ts'
import {UNWANTED} from './offline-keep.ts'

type Texts = Record<'stored' | 'notStored' | 'storing' | 'megabytes' | 'failed' | 'full', string>

const MEGABYTE = 1024 * 1024
const {lang} = document.documentElement
const locale: Locale = lang === 'ru' || lang === 'en' ? lang : DEFAULT_LOCALE
/** Not every browser knows how Kazakh writes numbers. */
const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1).replace('.', locale === 'en' ? '.' : ',')

const list = document.querySelector<HTMLElement>('[data-offline]')
if (list) {
  const texts = JSON.parse(list.dataset['offline'] ?? '{}') as Texts
  begin(list, texts).catch(() => {
    const said = document.querySelector<HTMLElement>('[data-unsupported]')
    if (said) said.hidden = false
  })
  void sizeOfArchive(texts)
}

async function begin(of: HTMLElement, texts: Texts): Promise<void> {
  // A browser that can open packs has all three; without a secure connection there is no storage.
  if (!('caches' in window) || !('serviceWorker' in navigator) || !('DecompressionStream' in window)) throw new Error('not supported')
  const response = await fetch(`/${PACKS_FILE}`)
  // A copy served from a stick is on the device already.
  if (response.status === 404) {
    const section = document.querySelector<HTMLElement>('[data-device]')
    if (section) section.hidden = true
    return
  }
  const edition = (await response.json()) as Omit<Edition, 'shell'>
  for (const row of of.querySelectorAll<HTMLElement>('[data-portion]')) {
    const portion = row.dataset['portion'] as Portion
    const names = packsOf(portion, locale)
    await new Row(
      row,
      portion,
      edition.version,
      edition.packs.filter(({name}) => names.includes(name)),
      texts,
    ).show()
  }
}

/** One portion: what is said of it, and its buttons. */
class Row {
  private readonly row: HTMLElement
  private readonly portion: Portion
  private readonly version: string
  private readonly packs: Pack[]
  private readonly texts: Texts
  private readonly bytes: number
  private stop: AbortController | null = null

  constructor(row: HTMLElement, portion: Portion, version: string, packs: Pack[], texts: Texts) {
    this.row = row
    this.portion = portion
    this.version = version
    this.packs = packs
    this.texts = texts
    this.bytes = packs.reduce((sum, one) => sum + one.bytes, 0)
    this.part('size').textContent = texts.megabytes.replace('{size}', megabytes(this.bytes))
    const unasked = row.querySelector<HTMLElement>('[data-unasked]')
    if (unasked) unasked.hidden = !isKeptUnasked(packs)
    this.part('store').addEventListener('click', () => void this.keep())
    this.part('remove').addEventListener('click', () => void this.remove())
    this.part('cancel').addEventListener('click', () => this.stop?.abort())
  }

  async show(said?: string): Promise<void> {
    const cache = await caches.open(cacheName(this.version))
    const found = await Promise.all(this.packs.map(({path}) => cache.match(path)))
    const stored = found.length > 0 && found.every((one) => one !== undefined)
    this.part('state').textContent = said ?? (stored ? this.texts.stored : this.texts.notStored)
    this.part('progress').hidden = this.part('cancel').hidden = true
    this.part('store').hidden = stored
    this.part('remove').hidden = !stored
  }

  private async keep(): Promise<void> {
    const stop = (this.stop = new AbortController())
    const progress = this.part('progress') as HTMLProgressElement
    const focused = this.part('store') === document.activeElement
    this.part('store').hidden = true
    this.part('cancel').hidden = progress.hidden = false
    if (focused) this.part('cancel').focus()
    progress.max = this.bytes
    let before = 0
    const tell = (got: number) => {
      progress.value = before + got
    }
    this.part('state').textContent = this.texts.storing.replace('{done}', megabytes(0)).replace('{all}', megabytes(this.bytes))
    let said: string | undefined
    try {
      if (this.portion === 'core') {
        forget(UNWANTED)
        await noteCoreAsked(true)
      }
      // Asks the browser not to clear this when room runs short; it may say no.
      await navigator.storage.persist().catch(() => false)
      const cache = await caches.open(cacheName(this.version))
      for (const pack of this.packs) {
        await keepPack(cache, pack, {onProgress: tell, signal: stop.signal})
        before += pack.bytes
        tell(0)
        this.part('state').textContent = this.texts.storing.replace('{done}', megabytes(before)).replace('{all}', megabytes(this.bytes))
      }
    } catch (error) {
      if (!stop.signal.aborted) {
        said = error instanceof DOMException && error.name === 'QuotaExceededError' ? this.texts.full : this.texts.failed
      }
    }
    const toButton = this.part('cancel') === document.activeElement
    await this.show(said)
    if (toButton) this.part(this.part('store').hidden ? 'remove' : 'store').focus()
  }

  private async remove(): Promise<void> {
    if (this.portion === 'core') {
      note(UNWANTED)
      await noteCoreAsked(false)
    }
    const cache = await caches.open(cacheName(this.version))
    for (const {path} of this.packs) await cache.delete(path)
    await this.show()
    this.part('store').focus()
  }

  private part(name: string): HTMLElement {
    const found = this.row.querySelector<HTMLElement>(`[data-${name}]`)
    if (!found) throw new Error(`The page lacks ${name}`)
    return found
  }
}

/** On a copy served from a stick there is no archive. */
async function sizeOfArchive(texts: Texts): Promise<void> {
  const response = await fetch(`/${ARCHIVE_NOTE}`).catch(() => null)
  const section = document.querySelector<HTMLElement>('[data-archive]')
  if (response?.status === 404 && section) section.hidden = true
  if (!response?.ok) return
  const {bytes, parts = []} = (await response.json()) as Archive
  const place = document.querySelector('[data-archive-size]')
  if (place) place.textContent = texts.megabytes.replace('{size}', megabytes(bytes))
  const last = place?.parentElement
  // The first part is the link that is there.
  for (const [index, part] of parts.entries()) {
    const link = document.createElement('a')
    link.className = 'button edged'
    link.href = `/${part.path}`
    link.download = ''
    link.textContent = `${String(index + 2)} (${texts.megabytes.replace('{size}', megabytes(part.bytes))})`
    last?.append(' ', link)
  }
}

function note(key: string): void {
  try {
    localStorage.setItem(key, '1')
  } catch {
    return
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    return
  }
}
