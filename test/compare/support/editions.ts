import {readFileSync, writeFileSync} from 'node:fs'
import {createHash} from 'node:crypto'
import {join} from 'node:path'

/** The real text, and an invented later edition of it: a point restated, a point excluded, a row closed. */
export function secondEdition(): {original: string; later: string; closed: string; restated: string} {
  const original = readFileSync('sources/2012-1278.md', 'utf8')
  const fee = '8. Мемлекеттік қызмет ақылы түрде көрсетіледі.'
  const restated = 'Мемлекеттік қызмет тегін көрсетіледі.'
  const row = original.split('\n').find((line) => /^\d+\.?\t.*Екібастұз/u.test(line) || /Екібастұз.*\t/u.test(line))
  if (!original.includes(fee) || row === undefined) throw new Error('The source has changed: the excerpt of this test is gone')
  const note = 'Ескерту. Қаулыға өзгеріс енгізілді - ҚР Үкіметінің 15.07.2013 № 700 қаулысымен.'
  const later = original
    .replace(fee, `8. ${restated}`)
    .replace(`${row}\n`, '')
    // a note of amendment stands behind the title, where the note of repeal does
    .replace(/\n(Ескерту\. Күші жойылды[^\n]*)/u, `\n${note}\n\n$1`)
  return {original, later, closed: row.split('\t')[1] ?? '', restated}
}

/** A sources folder with both editions, told apart by their entries. */
export function writeEditions(folder: string): void {
  const {original, later} = secondEdition()
  const files = [
    {file: '2012-1278.md', text: original, edition: '2012-10-09'},
    {file: '2012-1278-2013.md', text: later, edition: '2013-07-15'},
  ]
  for (const {file, text} of files) writeFileSync(join(folder, file), text)
  writeFileSync(
    join(folder, 'manifest.yaml'),
    [
      'sources:',
      ...files.flatMap(({file, text, edition}) => [
        `  - file: ${file}`,
        `    act: {number: '1278', date: 2012-10-09}`,
        `    edition: ${edition}`,
        '    format: markdown',
        `    sha256: ${createHash('sha256').update(text).digest('hex')}`,
        '    provenance: an invented edition of a real text, for tests',
      ]),
      '',
    ].join('\n'),
  )
}
