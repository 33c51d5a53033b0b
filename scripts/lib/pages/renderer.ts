/** Renders pages with the modules that Astro has compiled (site/compile.ts), one at a time. */
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {COMPILED_FILE} from '../../../site/compile.ts'
import type {Compiled} from '../../../site/compile.ts'
import {begin, describe, end} from '../../../site/reads.ts'
import type {Frame} from '../../../site/reads.ts'

/** A page that is to be made. */
export interface PagePath {
  /** Path of the file below the root: `ru/offices/index.html`. */
  file: string
  /** Source file of the route: `site/pages/[...locale]/offices/index.astro`. */
  component: string
  /** Tells apart what `getStaticPaths` gives the page. */
  props: string
}

export interface PageRenderer {
  /** All pages, in the same order in every thread. */
  paths: PagePath[]
  /**
   * Makes a page.
   *
   * @returns its bytes and what it has read; null where it has none
   * @throws Error that names the page and its source
   */
  render(index: number): Promise<{bytes: Buffer; frame: Frame} | null>
}

/** What is used of Astro's inside: core/build/default-prerenderer.js, runtime/prerender/static-paths.js. */
interface Route {
  route: string
  component: string
  type: 'page' | 'endpoint' | 'redirect' | 'fallback'
  pathname?: string
}
interface App {
  manifest: {pageMap?: ReadonlyMap<string, () => Promise<unknown>>}
  setInternals(internals: {pagesByKeys: Map<string, unknown>; entrySpecifierToBundleMap: Map<string, string>}): void
  setOptions(options: {settings: {scripts: unknown[]}; logger: {options: {destination: {write(message: unknown): boolean}}}}): void
  render(request: Request, options: {routeData: Route}): Promise<Response>
  routeCache: {get(route: Route): {staticPaths?: {keyed: Map<string, {props?: unknown}>}} | undefined}
}
type StaticPaths = new (app: App) => {getAll(): Promise<{pathname: string; route: Route}[]>}

const STATUS_PAGE = /^\/(?:404|500)$/u

/** The compiled pages, loaded; no data have been read yet. */
export interface LoadedPages {
  app: App
  StaticPaths: StaticPaths
  origin: string
}

/** @param folder of the compiled pages; QYZMET_DATA names the data, which need not be there yet */
export async function loadPages(folder: string): Promise<LoadedPages> {
  const compiled = JSON.parse(readFileSync(join(folder, COMPILED_FILE), 'utf8')) as Compiled
  const {app} = (await import(pathToFileURL(join(folder, compiled.entry)).href)) as {app: App}
  app.setInternals({pagesByKeys: new Map(compiled.pages), entrySpecifierToBundleMap: new Map()})
  // They would be loaded one by one when their turn comes, and now there is time.
  for (const load of app.manifest.pageMap?.values() ?? []) await load()
  app.setOptions({settings: {scripts: []}, logger: {options: {destination: {write: () => true}}}})

  const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'))
  const paths = (await import(pathToFileURL(join(astro, 'dist', 'runtime', 'prerender', 'static-paths.js')).href)) as {
    StaticPaths: StaticPaths
  }
  return {app, StaticPaths: paths.StaticPaths, origin: compiled.origin}
}

/** Finds out which pages there are. */
export async function openRenderer({app, StaticPaths, origin}: LoadedPages): Promise<PageRenderer> {
  begin()
  const found = await new StaticPaths(app).getAll()
  const pages = new Map<string, {path: PagePath; pathname: string; route: Route}>()
  for (const {pathname, route} of found) {
    const file = fileOf(pathname, route)
    // As Astro has it: the first route of an address makes its page.
    if (pages.has(file)) continue
    const props = app.routeCache.get(route)?.staticPaths?.keyed.get(pathname)?.props
    pages.set(file, {path: {file, component: route.component, props: describe(props)}, pathname, route})
  }
  end()
  const list = [...pages.values()]
  return {
    paths: list.map(({path}) => path),
    async render(index) {
      const page = list[index]
      if (!page) throw new Error(`there is no page ${String(index)}`)
      begin()
      try {
        const response = await app.render(new Request(new URL(addressOf(page.pathname, page.route), origin)), {
          routeData: page.route,
        })
        const bytes = response.body === null ? null : Buffer.from(await response.arrayBuffer())
        if (response.status >= 300 && response.status !== 404) throw new Error(`it answers with ${String(response.status)}`)
        const frame = end()
        return bytes && {bytes, frame}
      } catch (error) {
        throw new Error(
          `${page.pathname} (${page.route.component}): ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          {
            cause: error,
          },
        )
      }
    },
  }
}

/** File of a page, as Astro names it for `build.format: 'directory'`. */
function fileOf(pathname: string, {type}: Route): string {
  const path = pathname.replace(/^\/|\/$/gu, '')
  if (path.split('/').some((step) => step === '..' || step === '.')) throw new Error(`${pathname} is no address of a page`)
  if (type === 'endpoint') return path
  if (STATUS_PAGE.test(pathname)) return `${path}.html`
  return path === '' ? 'index.html' : `${path}/index.html`
}

function addressOf(pathname: string, {type}: Route): string {
  return type === 'endpoint' || pathname.endsWith('/') ? pathname : `${pathname}/`
}
