// The site: `site/` lays out the published data. `qyzmet build` runs this with
//   QYZMET_DATA  folder of the published data (default dist/data)
//   QYZMET_OUT   folder for the pages; Astro empties it first, so it must not hold the data
import {mkdir, writeFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {defineConfig} from 'astro/config'
import {FACES, buildFace} from './site/fonts/faces.ts'

/** Cuts the fonts and puts them beside the pages. */
const fonts = {
  name: 'qyzmet-fonts',
  hooks: {
    'astro:build:done': async ({dir}) => {
      const folder = new URL('fonts/', dir)
      await mkdir(folder, {recursive: true})
      await Promise.all(FACES.map(({weight}) => writeFile(new URL(`noto-sans-${weight}.woff2`, folder), buildFace(weight))))
    },
    'astro:server:setup': ({server}) => {
      server.middlewares.use('/fonts', (request, response, next) => {
        const face = FACES.find(({weight}) => request.url === `/noto-sans-${weight}.woff2`)
        if (face) response.setHeader('content-type', 'font/woff2').end(buildFace(face.weight))
        else next()
      })
    },
  },
}

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: process.env['QYZMET_OUT'] ? pathToFileURL(`${resolve(process.env['QYZMET_OUT'])}/`).href : './dist',
  output: 'static',
  trailingSlash: 'always',
  build: {format: 'directory', inlineStylesheets: 'never', assets: 'assets', concurrency: 4},
  compressHTML: true,
  devToolbar: {enabled: false},
  integrations: [fonts],
  // Scripts stay files: the pages' Content-Security-Policy allows no inline code.
  vite: {build: {assetsInlineLimit: 0}},
})
