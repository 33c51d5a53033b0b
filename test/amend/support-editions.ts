/** An invented pair: an excerpt of a real act, and an act that amends it. */
import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

export const ACT = '2012-1278'
export const DAY = '2013-04-05'

/** Instructions of every kind of place, and one that can not be carried out. */
const INSTRUCTIONS = [
  '«Бұқаралық ақпарат құралдарын есепке қою» мемлекеттік қызмет стандартында:',
  '7-тармақтың 1) тармақшасындағы «он» деген сөз «бес» деген сөзбен ауыстырылсын;',
  '8-тармақ мынадай редакцияда жазылсын:',
  '«8. Мемлекеттік қызмет тегін көрсетіледі.»;',
  '99-тармақ алып тасталсын;',
  '«Облыстың, республикалық маңызы бар қаланың, астананың аумағында таратылатын шетелдік мерзімді баспасөз басылымдарын есепке алу» мемлекеттік қызмет стандартында:',
  '1-қосымшадағы реттік нөмірі 16-жолдың 3-бағанындағы «3» деген цифр «5» деген цифрмен ауыстырылсын.',
]

export function amendingText(instructions: readonly string[] = INSTRUCTIONS, number = '335'): string {
  return [
    'Қазақстан Республикасы Үкіметінің шешіміне өзгерістер енгізу туралы',
    `Қазақстан Республикасы Үкіметінің 2013 жылғы 5 сәуірдегі № ${number} Қаулысы`,
    'Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:',
    '1. «Өзгерістер енгізу туралы» Қазақстан Республикасы Үкіметінің 2012 жылғы 9 қазандағы № 1278 қаулысына мынадай өзгерістер енгізілсін:',
    'көрсетілген қаулымен бекітілген',
    ...instructions,
    '2. Осы қаулы алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.',
    'Қазақстан Республикасының\nПремьер-Министрі С. Ахметов',
  ]
    .join('\n\n')
    .replace('бекітілген\n\n', 'бекітілген ')
}

export const baseText = (): string => readFileSync(new URL('bases/act-1278.md', import.meta.url), 'utf8')

interface File {
  file: string
  text: string
  act: {number: string; date: string}
  edition: string
}

/** Writes a sources folder with its manifest. */
export function writeSources(folder: string, files: readonly File[]): void {
  for (const {file, text} of files) writeFileSync(join(folder, file), text)
  const entries = files.flatMap(({file, text, act, edition}) => [
    `  - file: ${file}`,
    `    act: {number: '${act.number}', date: ${act.date}}`,
    `    edition: ${edition}`,
    '    format: markdown',
    `    sha256: ${createHash('sha256').update(text).digest('hex')}`,
    '    provenance: an invented text, for tests',
  ])
  writeFileSync(join(folder, 'manifest.yaml'), ['sources:', ...entries, ''].join('\n'))
}

export const base = (edition = '2012-10-09', text = baseText()): File => ({
  file: `base-${edition}.md`,
  text,
  act: {number: '1278', date: '2012-10-09'},
  edition,
})

export const amending = (text = amendingText()): File => ({
  file: 'amending.md',
  text,
  act: {number: '335', date: DAY},
  edition: DAY,
})
