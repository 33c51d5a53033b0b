/** Where things live on the web. */
import {siteAddress} from '../../../site/address.ts'
import {dataUrl, officeUrl, regionUrl, resolutionUrl, standardUrl} from '../../../site/urls.ts'
import type {Addresses} from '../../../templates/exports/cpsv/index.ts'

/**
 * Whole addresses.
 *
 * @param site environment variable QYZMET_SITE
 * @throws Error where QYZMET_SITE is no address
 */
export function addressesOf(site: string | undefined): Addresses {
  const address = siteAddress(site)
  return {
    resolution: (id) => address + resolutionUrl(id),
    standard: (id) => address + standardUrl(id),
    office: (id) => address + officeUrl(id),
    region: (name) => address + regionUrl(name),
    data: () => address + dataUrl(),
  }
}
