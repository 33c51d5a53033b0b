/**
 * Subresource Integrity: every script and style sheet of a page carries the checksum of what it must be.
 *
 * Astro knows the names of the files only when the pages are written, so this goes over the finished pages.
 * Source: https://www.w3.org/TR/sri-2/
 */
import {createHash} from 'node:crypto'
import {posix} from 'node:path'

/** `<script type="module" src="/assets/x.js">`, `<link rel="stylesheet" href="/assets/style.css">` */
const TAG =
  /<(?:script\b[^<>]*?\ssrc|link\b(?=[^<>]*\srel="(?:stylesheet|modulepreload)")[^<>]*?\shref)="(\/[^"]+)"(?![^<>]*\sintegrity=)/gu
/** `<script type="module" src="/assets/x.js"` */
const MODULE = /<script\b(?=[^<>]*\stype="module")[^<>]*?\ssrc="(\/[^"]+)"/gu
/** `import{a}from"./x.js"`, `export*from"./x.js"`, `import"./x.js"`; not `import("./x.js")`, which is fetched when it is needed. */
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*"(\.{1,2}\/[^"]+\.js)"/gu

/** Checksum of a file as `integrity` wants it. */
export const integrityOf = (content: Uint8Array): string => `sha384-${createHash('sha384').update(content).digest('base64')}`

/**
 * Modules that a module brings with it, itself not among them.
 *
 * @param path of the module, from the root: `/assets/x.js`
 * @param source text of a module by its path
 */
export function staticImports(path: string, source: (path: string) => string | undefined): string[] {
  const found = new Set<string>()
  const walk = (from: string) => {
    for (const [, specifier = ''] of (source(from) ?? '').matchAll(STATIC_IMPORT)) {
      const target = posix.join(posix.dirname(from), specifier)
      if (target === path || found.has(target)) continue
      found.add(target)
      walk(target)
    }
  }
  walk(path)
  return [...found]
}

export interface Subresources {
  /** Checksum of a file by its path from the root. */
  integrity: (path: string) => string | undefined
  /** Modules that a module brings with it, by its path. */
  imports: ReadonlyMap<string, readonly string[]>
}

/**
 * A page with checksums on all it fetches at once. Modules that its modules bring with them have no tag of their own: each
 * gets a `modulepreload`, which carries its checksum and lets the browser fetch it a round earlier.
 *
 * @throws Error where the page names a script or style sheet that is not there
 */
export function withIntegrity(html: string, {integrity, imports}: Subresources): string {
  const checksum = (path: string): string => {
    const known = integrity(path)
    if (known === undefined) throw new Error(`a page asks for ${path}, which the build has not made`)
    return known
  }
  const preloads = new Set<string>()
  for (const [, path = ''] of html.matchAll(MODULE)) for (const one of imports.get(path) ?? []) preloads.add(one)
  const checked = html.replace(TAG, (tag, path: string) => `${tag} integrity="${checksum(path)}"`)
  if (preloads.size === 0) return checked
  const links = [...preloads].map((path) => `<link rel="modulepreload" href="${path}" integrity="${checksum(path)}">`)
  return checked.replace('</head>', `${links.join('')}</head>`)
}
