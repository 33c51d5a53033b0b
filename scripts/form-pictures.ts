/**
 * Draws the pictures of all blanks in `docs/forms/`, and the page that shows each with its source lines.
 *
 *       node scripts/form-pictures.ts              after a change of forms; needs no build
 *
 * PDFium draws them: it has no system fonts, so the pictures are the same on every machine.
 */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {deflateSync} from 'node:zlib'
import {renderForm} from '../templates/forms/index.ts'
import {assets, everyForm} from '../test/pdf/every-form.ts'
import {Viewer, type Picture} from '../test/pdf/viewer.ts'

const FOLDER = 'docs/forms'
const SCALE = 1.15
/** For blanks of many sheets. */
const SMALL_SCALE = 0.95
/** Pixels between two sheets. */
const GAP = 12
/** Shades of grey: enough for smooth letters, few enough for small files. */
const SHADES = 16

/** Sheets side by side. */
function sideBySide(pictures: readonly Picture[]): {width: number; height: number; ink: Uint8Array} {
  const width = pictures.reduce((sum, picture) => sum + picture.width, GAP * (pictures.length - 1))
  const height = Math.max(...pictures.map((picture) => picture.height))
  const ink = new Uint8Array(width * height).fill(64)
  let left = 0
  for (const picture of pictures) {
    for (let y = 0; y < picture.height; y++) ink.set(picture.ink.subarray(y * picture.width, (y + 1) * picture.width), y * width + left)
    left += picture.width + GAP
  }
  return {width, height, ink}
}

const TABLE = Array.from({length: 256}, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1
  return n >>> 0
})

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  let crc = 0xffffffff
  for (const byte of body) crc = (TABLE[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8)
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** PNG in grey, four bits a pixel. */
function png({width, height, ink}: {width: number; height: number; ink: Uint8Array}): Buffer {
  const bytesPerRow = Math.ceil(width / 2)
  const rows = Buffer.alloc((bytesPerRow + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const shade = Math.round(((255 - (ink[y * width + x] ?? 0)) / 255) * (SHADES - 1))
      const at = y * (bytesPerRow + 1) + 1 + (x >> 1)
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? shade << 4 : shade)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([4, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', new Uint8Array()),
  ])
}

mkdirSync(FOLDER, {recursive: true})
const lines = [
  '# Pictures of the blanks',
  '',
  'Every application form and certificate as it is drawn, made by `node scripts/form-pictures.ts`. Each was compared with the lines of its',
  'source, from the addressee to the last remark; what the source does not tell is said beside it.',
  '',
  '| form | source | sheets |',
  '| --- | --- | --- |',
]
for (const form of await everyForm()) {
  const viewer = await Viewer.open(await renderForm(form, {assets}))
  const name = `${form.annex.id.replace('/', '-')}.png`
  const pictures = Array.from({length: viewer.pages}, (_, page) => viewer.draw(page, viewer.pages > 2 ? SMALL_SCALE : SCALE))
  viewer.close()
  const bytes = png(sideBySide(pictures))
  writeFileSync(join(FOLDER, name), bytes)
  process.stdout.write(`${name} ${String(Math.round(bytes.length / 102.4) / 10)} KB\n`)
  const source = 'source' in form.resolution ? (form.resolution as {source: {file: string}}).source.file : ''
  lines.push(`| [${form.annex.id}](${name}) | ${source}:${form.annex.lines.join('-')} | ${String(pictures.length)} |`)
}
writeFileSync(
  join(FOLDER, 'README.md'),
  `${lines.join('\n')}

What is decided where the source leaves it open:

- **Boxes of the end-user certificates** (2011-431-1/2) stand side by side where the source proves it: two boxes on one line or without a
  blank line between, and a box whose text is broken early, which is narrow and has its neighbour beside it. Box 5 of the second
  certificate is broken early too, but the boxes around it leave no neighbour for it; it is drawn over the whole line.
- **Rules whose length the converter has lost** (the Markdown sources print five underscores for any rule) take the rest of their line.
- **Rules lost altogether** are put back over their captions and reported (\`forms/lost-rule\`).
- **ЖСН, БСН, ЖИН/БИН**: the rule is divided into twelve cells.
- **A field over several rules** is several places: each rule behind a label or before a word is one, the full rules between them one
  more. A value runs on from place to place.
- **Remarks** are kept together: where they do not fit below the signature, they stand on the back.

How it is judged:

- **Typing**: on every form PDFium (the engine of Chrome and Edge) types all Kazakh, Russian and Latin letters, the digits and №, live and
  after saving and opening again; pdf.js (Firefox) fills and saves. Both are drawn and compared with the form prefilled
  (\`test/pdf/every-form-typing.test.ts\`). The Chromium of the tests is a headless shell without a PDF viewer
  (\`navigator.pdfViewerEnabled\` is false, a PDF becomes a download), so Chromium's own viewer cannot be driven there.
- **PDF/UA**: veraPDF is not at hand; each rule of ISO 14289-1 that a program can decide is a test on every form
  (\`test/pdf/every-form-file.test.ts\`). A file claims PDF/UA only where all its characters have a glyph with a name of the Adobe Glyph
  List; prefilled with others («Ł»), it is the same file without the claim.
- **Files**: a strict reader of the cross-reference in the tests, pdf.js without a warning, and \`qpdf --check\` by hand.
`,
)
