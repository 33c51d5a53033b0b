/**
 * Words that stand one after another, whatever is between them.
 *
 *     /туралы[^\n]*ақпарат/iu              from each «туралы» the rest of the line is looked through
 *     inFirstLine(/туралы/iu, /ақпарат/iu)   from the first «туралы» alone
 *
 * Where one comes after another anywhere, it comes after the first of them too: what has been found is not tried again, and
 * the time grows with the text, not with its square.
 */

/** A pattern for all of these, in this order, in the first line of a text. */
export const inFirstLine = (...pieces: readonly RegExp[]): RegExp => inOrder('[^\\n]', pieces)

/** The same in a whole text. */
export const inText = (...pieces: readonly RegExp[]): RegExp => inOrder('[^]', pieces)

/** A look-ahead gives nothing back, and the reference reads what it has found. */
function inOrder(between: string, pieces: readonly RegExp[]): RegExp {
  const found = pieces.map(({source}, index) => `(?=(${between}*?(?:${source})))\\${String(index + 1)}`)
  return new RegExp(`^${found.join('')}`, 'iu')
}
