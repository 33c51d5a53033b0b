/** On every page: puts the service worker in place, and has it keep what everybody needs, in the language of the page. */

/** Set where a visitor has removed what was kept (scripts/offline.ts). */
export const UNWANTED = 'qyzmet-offline-core'

/** The part of the Network Information API that is used; not every browser has it. */
interface Connection {
  saveData?: boolean
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // The page itself comes first on a bad line.
  window.addEventListener('load', () => {
    setTimeout(() => {
      keepCore().catch(() => {
        // No storage, a private window, a server without the worker: the site works without.
      })
    }, 500)
  })
}

async function keepCore(): Promise<void> {
  await navigator.serviceWorker.register('/sw.js')
  const {active} = await navigator.serviceWorker.ready
  const {connection} = navigator as Navigator & {connection?: Connection}
  if (connection?.saveData === true || localStorage.getItem(UNWANTED) !== null) return
  active?.postMessage({keep: 'core', locale: document.documentElement.lang})
}
