/** The address the site is published at: what canonical links, feeds, the site map and the QR codes of forms name. */
import {DEFAULT_SITE} from '../templates/forms/address.ts'

/**
 * @param configured value of the environment variable `QYZMET_SITE`; empty and missing are the same
 * @returns without a closing slash
 * @throws Error where it is no http address
 */
export function siteAddress(configured: string | undefined): string {
  const address = configured === undefined || configured.trim() === '' ? DEFAULT_SITE : configured.trim()
  const url = URL.parse(address)
  if (url === null || !/^https?:$/u.test(url.protocol)) throw new Error(`QYZMET_SITE is «${address}», which is no web address (https://…)`)
  return `${url.origin}${url.pathname.replace(/(?<!\/)\/+$/u, '')}`
}
