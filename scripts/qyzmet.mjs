#!/usr/bin/env node
/**
 * Starts the `qyzmet` command on a Node that runs TypeScript: this one where it can, otherwise the Node 24
 * that `npm ci` puts into node_modules. Plain JavaScript for Node 18 and newer, so that an old Node can still
 * say what is missing.
 */
import {spawn} from 'node:child_process'
import {existsSync} from 'node:fs'
import {constants} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const folder = dirname(fileURLToPath(import.meta.url))

if (process.features.typescript) {
  const {start} = await import('./cli.ts')
  await start()
} else {
  const node = findNode()
  if (node === null || process.env.QYZMET_LAUNCHED) {
    process.stderr.write(
      `qyzmet: Node ${process.versions.node} does not run TypeScript, and there is no newer one in node_modules. ` +
        `Run «npm ci» in ${dirname(folder)} first, or use Node 24.\n`,
    )
    process.exit(1)
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    // The channel carries nothing; it closes when this process is gone, however it ends.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {...process.env, QYZMET_LAUNCHED: '1'},
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`qyzmet: ${node} does not start: ${error.message}. Run «npm ci» again.\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : (code ?? 1))
  })
}

/** The Node of the package `node`, here or, when this package is itself installed somewhere, further up. */
function findNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  for (let at = folder; ; at = dirname(at)) {
    const node = join(at, 'node_modules', 'node', 'bin', file)
    if (existsSync(node)) return node
    if (at === dirname(at)) return null
  }
}
