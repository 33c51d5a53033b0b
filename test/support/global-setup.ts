import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of a finished build of the five sources: `inject('dist')`. */
    dist: string
  }
}

/**
 * Builds the whole site once for the tests that need it (test/browser, test/pipeline).
 * QYZMET_TEST_DIST names a finished build to use in its place, while writing tests.
 */
export default function setup(project: TestProject): (() => void) | void {
  const ready = process.env['QYZMET_TEST_DIST']
  if (ready !== undefined) {
    project.provide('dist', ready)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'qyzmet-test-'))
  const dist = join(folder, 'dist')
  // trust.test.ts builds once more, in another time zone and language.
  const env = {...process.env, TZ: 'Asia/Almaty', LC_ALL: 'kk_KZ.UTF-8'}
  const build = spawnSync(process.execPath, ['scripts/qyzmet.mjs', 'build', '--out', dist], {env, encoding: 'utf8'})
  if (build.status !== 0) {
    rmSync(folder, {recursive: true, force: true})
    throw new Error(`The build the tests stand on failed (exit ${String(build.status)}):\n${build.stderr}${build.stdout}`)
  }
  project.provide('dist', dist)
  return () => {
    rmSync(folder, {recursive: true, force: true})
  }
}
