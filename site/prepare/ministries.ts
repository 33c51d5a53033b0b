/** Which ministry or agency answers for the services of a resolution. */
import type {Resolution, Standard} from '../../parser/model/index.ts'

/**
 *     Қазақстан Республикасы Мәдениет және ақпарат министрлігінің Ақпарат және мұрағат комитеті
 *     → Мәдениет және ақпарат министрлігі
 */
const MINISTRY = /Қазақстан Республикасы(?:ның)? (\p{Lu}\p{Ll}[\p{L} ,-]{2,90}?(?:министрлігі|агенттігі))/u

/**
 * The ministry most of the standards name: as provider; else in the title of the resolution; else first in their text,
 * where the sources of information stand. Null where none is named.
 */
export function ministryOf(resolution: Resolution, standards: Standard[]): string | null {
  return (
    mostNamed(standards.map(({facts}) => facts.provider ?? '')) ??
    mostNamed([resolution.title]) ??
    mostNamed(standards.map(({points}) => points.map(({text}) => text).join('\n')))
  )
}

function mostNamed(texts: string[]): string | null {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const name = MINISTRY.exec(text)?.[1]
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
