/** The sections of the site that have something to show. */
import type {Strings} from '../i18n/index.ts'
import {hasOffices} from '../data.ts'
import {changesUrl, dataUrl, formsUrl, officesUrl, standardsUrl} from '../urls.ts'

export function navigation(): {key: keyof Strings['nav']; path: string}[] {
  return [
    {key: 'services', path: standardsUrl()},
    ...(hasOffices() ? [{key: 'offices' as const, path: officesUrl()}] : []),
    {key: 'forms', path: formsUrl()},
    {key: 'changes', path: changesUrl()},
    {key: 'data', path: dataUrl()},
  ]
}
