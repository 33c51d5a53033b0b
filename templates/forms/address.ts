/** Where a form's standard is found on the web: printed in the footer, as words and as a QR code. */

/** The site's address where nothing else is configured (environment `QYZMET_SITE`). */
export const DEFAULT_SITE = 'https://qyzmet.kz'

/**
 * @param site address of the site, with or without a closing slash
 * @param standard id of a standard: `2012-1278-1`
 */
export const standardAddress = (site: string, standard: string): string => `${site.replace(/(?<!\/)\/+$/u, '')}/standards/${standard}/`

/** The address as people write it: «qyzmet.kz/standards/2012-1278-1». */
export const shortAddress = (address: string): string => address.replace(/^https?:\/\//u, '').replace(/\/$/u, '')
