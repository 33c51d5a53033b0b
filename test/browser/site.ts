/** A browser, and a finished build served to it. */
import {createReadStream, statSync} from 'node:fs'
import {createServer} from 'node:http'
import type {Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join, normalize} from 'node:path'
import chromium from '@sparticuz/chromium'
import {chromium as driver} from 'playwright-core'
import type {Browser} from 'playwright-core'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/** The media type that a server names for a file. */
export function typeOf(file: string): string {
  return TYPES[extname(file)] ?? 'application/octet-stream'
}

/** Serves a folder as a plain web server does; the address ends without a slash. */
export async function serve(folder: string): Promise<{address: string; server: Server}> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    const file = join(folder, path, path.endsWith('/') ? 'index.html' : '')
    if (!statSync(file, {throwIfNoEntry: false})?.isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {'content-type': typeOf(file)})
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, server}
}

/** @param more arguments of the browser itself */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', ...more],
  })
}
