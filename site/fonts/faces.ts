/** The faces of the site: Noto Sans in three weights, cut down to the letters of its three languages. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {slimFonts} from '../../templates/pdf/fonts.ts'
import type {FontFiles} from '../../templates/pdf/fonts.ts'
import {subsetFont} from './subset.ts'
import type {ComposedSign} from './subset.ts'

export const FACES = [
  {weight: 400, file: '400Regular/NotoSans_400Regular.ttf'},
  {weight: 600, file: '600SemiBold/NotoSans_600SemiBold.ttf'},
  {weight: 700, file: '700Bold/NotoSans_700Bold.ttf'},
] as const

export type Weight = (typeof FACES)[number]['weight']

/** Letters of Kazakh that Russian lacks. */
const KAZAKH = 'ӘәҒғҚқҢңӨөҰұҮүҺһІі'
const SIGNS = '\u00a0§°±·×«»½–—‘’“”„…№−'

/** Signs of comparisons that the package's files lack: → out of a minus and a tip, ≈ out of two tildes. */
export const COMPOSED: readonly ComposedSign[] = [
  {code: 0x2192, base: 0x2212, added: 0x203a, arrangement: 'tip'},
  {code: 0x2248, base: 0x7e, added: 0x7e, arrangement: 'pair'},
]

/** Every character the faces keep: printable ASCII, Russian, Kazakh, the signs of the site. */
export function siteCharacters(): number[] {
  const ascii = Array.from({length: 0x7f - 0x20}, (_, i) => 0x20 + i)
  const russian = [0x401, 0x451, ...Array.from({length: 64}, (_, i) => 0x410 + i)]
  return [...ascii, ...russian, ...Array.from(KAZAKH + SIGNS, (letter) => letter.codePointAt(0) ?? 0)]
}

/** The WOFF2 of a weight, cut out of the package's TrueType file. */
export function buildFace(weight: Weight): Buffer {
  const face = FACES.find((one) => one.weight === weight)
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${face?.file}`)
  return subsetFont(readFileSync(path), siteCharacters(), COMPOSED)
}

/** The fonts that forms are drawn with in the browser: TrueType, as a PDF needs them. */
export function formFaces(): FontFiles {
  const read = (file: string): Uint8Array =>
    new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${file}`)))
  return slimFonts({regular: read(FACES[0].file), bold: read(FACES[2].file)})
}
