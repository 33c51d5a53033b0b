/**
 * Draws the pictures of all blanks in `docs/forms/`, and the page that shows each with its source lines.
 *
 *       node scripts/form-pictures.ts              after a change of forms; needs no build
 *
 * PDFium draws them: it has no system fonts, so the pictures are the same on every machine.
 */
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {deflateSync} from 'node:zlib'
import {renderForm} from '../templates/forms/index.ts'
import {assets, everyForm} from '../test/pdf/every-form.ts'
import {Viewer, type Picture} from '../test/pdf/viewer.ts'
import {trialOptions} from './lib/trials/options.ts'

const HELP = `node scripts/form-pictures.ts

Draws the pictures of all blanks in docs/forms/, and the page that shows each with its source lines. It needs no build.
`
trialOptions(HELP, {})

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

/** The table of pictures in the page beside them; the words around it are written by hand. */
const PICTURE_TABLE = /^\| form \|.*\n(?:\|.*\n)*/mu

mkdirSync(FOLDER, {recursive: true})
const lines = ['| form | source | sheets |', '| --- | --- | --- |']
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
const page = join(FOLDER, 'README.md')
const text = existsSync(page) ? readFileSync(page, 'utf8') : '# Pictures of the blanks\n\n| form |\n'
writeFileSync(
  page,
  text.replace(PICTURE_TABLE, () => `${lines.join('\n')}\n`),
)
