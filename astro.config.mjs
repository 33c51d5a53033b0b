// The site: `site/` lays out the published data. `qyzmet build` runs this with
//   QYZMET_DATA   folder of the published data (default dist/data)
//   QYZMET_OUT    folder for the pages; Astro empties it first, so it must not hold the data
//   QYZMET_SITE   address the site is published at, for canonical links, feeds and the site map
//   QYZMET_CACHE  folder for what the builder keeps between steps (default node_modules/.astro)
//   QYZMET_BUNDLED  file that gets the names of the packages in the scripts (default none)
//   QYZMET_COMPILED  folder that gets the compiled pages, of which then none is rendered (default none)
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {defineConfig} from 'astro/config'
import {transformSync} from 'esbuild'
import {bundledPackages} from './site/bundled.ts'
import {compileOnly} from './site/compile.ts'
import {FACES, buildFace, formFaces} from './site/fonts/faces.ts'
import {compiledTemplates, slimPdfkit} from './site/forms/vite.ts'

const cache = resolve(process.env['QYZMET_CACHE'] ?? 'node_modules/.astro')
const fonts = join(cache, 'fonts')
const made = join(cache, 'made')

/** Cuts the fonts out of the package before anything asks for them as `@fonts/…`. */
const cutFonts = {
  name: 'qyzmet-fonts',
  hooks: {
    'astro:config:done': () => {
      mkdirSync(fonts, {recursive: true})
      for (const {weight} of FACES) writeFileSync(join(fonts, `noto-sans-${weight}.woff2`), buildFace(weight))
      for (const [weight, face] of Object.entries(formFaces())) writeFileSync(join(fonts, `form-${weight}.ttf`), face)
    },
  },
}

/** The script of the head, which is no module: pages ask for it as `@made/display.js`. */
const headScript = {
  name: 'qyzmet-head-script',
  hooks: {
    'astro:config:done': () => {
      const source = readFileSync(new URL('./site/scripts/display.ts', import.meta.url), 'utf8')
      mkdirSync(made, {recursive: true})
      writeFileSync(join(made, 'display.js'), transformSync(source, {loader: 'ts', minify: true, target: 'es2018'}).code)
    },
  },
}

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: resolve(process.env['QYZMET_OUT'] ?? 'dist'),
  cacheDir: cache,
  output: 'static',
  trailingSlash: 'always',
  build: {format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: 4},
  devToolbar: {enabled: false},
  integrations: [cutFonts, headScript, compileOnly(process.env['QYZMET_COMPILED'])],
  vite: {
    plugins: [compiledTemplates(), slimPdfkit(), bundledPackages(process.env['QYZMET_BUNDLED'])],
    resolve: {alias: {'@fonts': fonts, '@made': made}},
    // Scripts stay files: the pages' Content-Security-Policy allows no inline code. Style sheets are joined when all pages are
    // there (scripts/lib/pages/style-sheets.ts).
    build: {assetsInlineLimit: 0},
  },
})
