/**
 * A region heading inside the name cell, alone or before the first office.
 *
 *       "16 1)\tМаңғыстау облысы: Маңғыстау облысының мемлекеттік мұрағаты\tАқтау қаласы, 24-шағын аудан"
 *
 * becomes the heading «Маңғыстау облысы:» and the office «Маңғыстау облысының мемлекеттік мұрағаты».
 */

/** «Солтүстік Қазақстан облысы:», and what follows it in the cell. */
const HEADING = /^((?:[\p{L}-]+\s){1,3}(?:облысы|қаласы)\s?:)\s*(.*)$/u

export interface EmbeddedHeading {
  heading: string
  /** The name of the office that follows in the same cell, or ''. */
  name: string
}

/** The heading in front of a name cell, or null. */
export function embeddedHeading(cell: string): EmbeddedHeading | null {
  const match = HEADING.exec(cell)
  return match ? {heading: match[1]!, name: match[2]!} : null
}
