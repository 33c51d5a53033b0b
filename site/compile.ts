/**
 * Stops `astro build` when the pages are compiled, before the first is rendered, and keeps what rendering needs: the build
 * renders them itself, in several threads, and only those that are not what they were (scripts/lib/pages/process.ts).
 */
import {readdirSync} from 'node:fs'
import {cp, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {AstroIntegration} from 'astro'

/** What the compiled pages ask the builder for; see core/build/environment.js of Astro. */
export interface Compiled {
  /** Name of the module that holds the compiled pages. */
  entry: string
  /** Style sheets of each page, by the builder's key of its route. */
  pages: [key: string, page: {route: {route: string; component: string}; styles: unknown[]}][]
  /** Origin of the addresses that pages are rendered at; no page shows it. */
  origin: string
}

export const COMPILED_FILE = 'compiled.json'
/** `prerender-entry.CoC7Zk2n.mjs` */
const ENTRY = /^prerender-entry\..+\.mjs$/u
/** What Astro calls the part of Vite's work that makes the modules of the pages. */
const ENVIRONMENT = 'prerender'
const ORIGIN = 'http://localhost:4321'

/** The part of Vite's plugins that is used here; Vite itself comes with Astro. */
interface Plugin {
  name: string
  writeBundle(this: {environment?: {name: string}}, options: {dir?: string}): void
}

/** @param folder where the compiled pages go; undefined for a builder that renders them as it does by itself */
export function compileOnly(folder: string | undefined): AstroIntegration {
  let made = ''
  let pages: ReadonlyMap<string, {route: {route: string; component: string}; component: string; styles: unknown[]}> = new Map()
  if (folder === undefined) return {name: 'qyzmet-compile', hooks: {}}
  return {
    name: 'qyzmet-compile',
    hooks: {
      'astro:config:setup': ({updateConfig}) => {
        const plugin: Plugin = {
          name: 'qyzmet-compile',
          writeBundle({dir = ''}) {
            if (this.environment?.name === ENVIRONMENT) made = dir
          },
        }
        updateConfig({vite: {plugins: [plugin]}})
      },
      'astro:build:setup': (options) => {
        if (options.target === 'server') pages = options.pages
      },
      'astro:build:start': ({setPrerenderer}) => {
        setPrerenderer({
          name: 'qyzmet-compile',
          async setup() {
            const entry = readdirSync(made).find((name) => ENTRY.test(name))
            if (entry === undefined) throw new Error('the builder has left no module of the pages')
            await cp(made, folder, {recursive: true})
            const compiled: Compiled = {
              entry,
              pages: [...pages].map(([key, {route, component, styles}]) => [key, {route: {route: route.route, component}, styles}]),
              origin: ORIGIN,
            }
            await writeFile(join(folder, COMPILED_FILE), JSON.stringify(compiled))
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('pages are rendered by the build')),
        })
      },
    },
  }
}
