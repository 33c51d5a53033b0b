/**
 * A list's title and the heading of its first region on one line.
 *
 *       "Уәкілетті ұйымның құрылымдық бөлімшелерінің тізбесі Ақмола облысы уәкілетті ұйымның құрылымдық бөлімшелері"
 *
 * becomes the title «… бөлімшелерінің тізбесі» and the heading «Ақмола облысы уәкілетті ұйымның құрылымдық бөлімшелері».
 */
import {isRegionHeading} from './patterns.ts'

/** «… тізбесі», «… тізілімі», «… мекенжайлары», and a capital letter after it. */
const TITLE_END = /(?:тізбесі|тізімі|тізілімі|мекен\s?жайлары|деректері)\s+(?=[«"]?\p{Lu})/gu

/** The two parts of such a line, or null where it is not one. */
export function splitTitleAndHeading(text: string): {title: string; heading: string} | null {
  for (const match of text.matchAll(TITLE_END)) {
    const end = match.index + match[0].length
    const heading = text.slice(end).trim()
    if (isRegionHeading(heading)) return {title: text.slice(0, end).trim(), heading}
  }
  return null
}
