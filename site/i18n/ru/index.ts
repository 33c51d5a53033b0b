/** Interface texts in Russian. */
import type {Strings} from '../kk/index.ts'
import {data} from './data.ts'
import {format} from './format.ts'
import {forms} from './forms.ts'
import {language, site, nav, footer, notFound} from './frame.ts'
import {help} from './help.ts'
import {home, services} from './home.ts'
import {offices} from './offices.ts'
import {quality} from './quality.ts'
import {reports} from './reports.ts'
import {resolutions, changes} from './resolutions.ts'
import {search} from './search.ts'
import {standard, annex} from './standard.ts'
import {status} from './status.ts'

export const ru: Strings = {
  language,
  site,
  nav,
  footer,
  format,
  status,
  home,
  search,
  services,
  standard,
  annex,
  forms,
  reports,
  resolutions,
  changes,
  offices,
  quality,
  data,
  help,
  notFound,
}
