/** Which packages end up in the scripts and style sheets of the site: for the bill of materials. */
import {writeFileSync} from 'node:fs'

/** The part of Vite's plugins that is used here; Vite itself comes with Astro. */
interface Plugin {
  name: string
  generateBundle(this: {environment?: {name: string}}, options: unknown, bundle: Record<string, Output>): void
}

interface Output {
  type: 'chunk' | 'asset'
  /** Files of a script, with what of them was left after everything unused was cut away. */
  modules?: Record<string, {renderedLength: number}>
}

/** «…/node_modules/@noble/hashes/esm/sha2.js» → @noble/hashes */
const PACKAGE = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/u

/** Writes the names of the packages into a file, as a JSON list; without a file it does nothing. */
export function bundledPackages(file: string | undefined): Plugin {
  const names = new Set<string>()
  return {
    name: 'qyzmet-bundled',
    generateBundle(_, bundle) {
      if (file === undefined || this.environment?.name !== 'client') return
      for (const {modules = {}} of Object.values(bundle)) {
        for (const [id, {renderedLength}] of Object.entries(modules)) {
          const name = renderedLength > 0 ? PACKAGE.exec(id)?.[1] : undefined
          if (name !== undefined) names.add(name.replace('\\', '/'))
        }
      }
      writeFileSync(file, JSON.stringify([...names].sort()))
    },
  }
}
