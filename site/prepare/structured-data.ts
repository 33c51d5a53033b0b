/** What a page says to machines about its subject: the words of schema.org, found by the page's path. */
import {jsonLdText, officeSchema, resolutionSchema, standardSchema} from '../../templates/exports/schema-org.ts'
import type {Addresses} from '../../templates/exports/schema-org.ts'
import {officeById, resolutionById, standardById} from '../data.ts'
import {officeUrl, resolutionUrl, standardUrl} from '../urls.ts'

/** `/standards/2012-1278-1/`, `/offices/aqmola-ortalyq/`: one folder below a kind of page. */
const SUBJECT = /^\/(standards|offices|resolutions)\/([^/]+)\/$/u

/**
 * @param path of the page, without the prefix of a language
 * @param site address of the site, without a closing slash
 * @param status words for a standard whose act no longer applies
 * @param channelName of a way of asking, in the language of the page
 * @returns the text of a data block, or null where the page is about no one thing
 */
export function structuredData(path: string, site: string, status: string, channelName?: (code: string) => string): string | null {
  const [, kind, id = ''] = SUBJECT.exec(path) ?? []
  const addresses: Addresses = {
    resolution: (one) => site + resolutionUrl(one),
    standard: (one) => site + standardUrl(one),
    office: (one) => site + officeUrl(one),
  }
  if (kind === 'offices') {
    const office = officeById(id)
    return office ? jsonLdText(officeSchema(office, addresses)) : null
  }
  const standard = kind === 'standards' ? standardById(id) : undefined
  const resolution = resolutionById(standard?.resolution ?? id)
  if (!resolution) return null
  if (!standard) return kind === 'resolutions' ? jsonLdText(resolutionSchema(resolution, addresses)) : null
  return jsonLdText(standardSchema(standard, resolution, addresses, standard.legalStatus === 'repealed' ? status : null, channelName))
}
