/** The sign of the site as a PNG: the same figure as public/favicon.svg, in rectangles. */
import {crc32, deflateSync} from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]

const BLUE: Colour = [0x00, 0x65, 0x8a]
const GOLD: Colour = [0xf2, 0xb7, 0x05]
const WHITE: Colour = [0xff, 0xff, 0xff]
const PALETTE = [BLUE, GOLD, WHITE]

/** Side of the grid that the figure is drawn on. */
const GRID = 32
/** Left, top, right, bottom on the grid, and the place of the colour in the palette. */
const FIGURE = [
  [0, 0, 6, 32, 1],
  [12, 7.5, 26, 10.5, 2],
  [12, 14.5, 26, 17.5, 2],
  [12, 21.5, 21, 24.5, 2],
] as const
/** A maskable icon may be cut to a circle of four fifths of its side: the figure keeps within. */
const MASKABLE_SCALE = 0.56

/**
 * @param side in pixels
 * @param maskable whether the system may cut the corners off
 */
export function iconPng(side: number, maskable = false): Buffer {
  const scale = maskable ? MASKABLE_SCALE : 1
  const place = (value: number): number => Math.round((((value - GRID / 2) * scale + GRID / 2) * side) / GRID)
  // One byte a line for the filter, one a pixel.
  const rows = Buffer.alloc((side + 1) * side)
  for (const [left, top, right, bottom, colour] of FIGURE) {
    for (let y = place(top); y < place(bottom); y++) rows.fill(colour, y * (side + 1) + 1 + place(left), y * (side + 1) + 1 + place(right))
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // Eight bits a pixel, with a palette.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(PALETTE.flat())),
    chunk('IDAT', deflateSync(rows, {level: 9})),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Source: PNG (W3C), section 5.3. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
