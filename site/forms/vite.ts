/**
 * What Vite needs so that forms can be drawn in the browser by the code that draws them in Node.
 *
 * - Templates are compiled while the site is built: the pages' policy allows no `eval`, which Handlebars' own compiler relies on.
 * - The parts of pdfkit that need other people's fonts, pictures or encryption are left out: forms bring their own fonts, and the parts
 *   would be most of what has to be fetched.
 */
import Handlebars from 'handlebars'

/** The part of Vite's plugins that is used here; Vite itself comes with Astro. */
interface Plugin {
  name: string
  enforce: 'pre'
  transform?(source: string, id: string): {code: string; map: null} | null
  resolveId?(id: string, importer?: string): string | null
  load?(id: string): string | null
}

const TEMPLATE = /\.hbs$/u

/** `import template from './head.hbs'` gives the compiled template, as plain text (forms go into a PDF, which has no markup). */
export function compiledTemplates(): Plugin {
  return {
    name: 'qyzmet-templates',
    enforce: 'pre',
    transform(source, id) {
      if (!TEMPLATE.test(id)) return null
      const compiled = String(Handlebars.precompile(source.trim(), {noEscape: true, strict: false}))
      return {
        code: `import handlebars from 'handlebars/runtime.js'\nconst template = handlebars.template(${compiled})\nexport default (data) => template(data)\n`,
        map: null,
      }
    },
  }
}

/** Imports of pdfkit that no form reaches, each with what stands in for it. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  fontkit: 'export const create = () => { throw new Error("fonts are written by templates/pdf") }',
  linebreak: 'export default class {}',
  'png-js': 'export default class {}',
  '@noble/ciphers/aes': 'export const cbc = null, ecb = null',
}
const STAND_IN = '\0qyzmet-left-out:'

/** pdfkit without what forms do not use. */
export function slimPdfkit(): Plugin {
  return {
    name: 'qyzmet-slim-pdfkit',
    enforce: 'pre',
    resolveId(id, importer) {
      return importer?.includes('/pdfkit/') && Object.hasOwn(LEFT_OUT, id) ? STAND_IN + id : null
    },
    load(id) {
      return id.startsWith(STAND_IN) ? (LEFT_OUT[id.slice(STAND_IN.length)] ?? null) : null
    },
  }
}
