/** A build of the same sources in other surroundings: what must not show in its bytes. */
import {spawnSync} from 'node:child_process'
import {copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {CHECKSUMS_FILE, readChecksums} from '../finish/checksums.ts'

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
/** What a build needs of the project, its packages aside. */
const PARTS = [
  'parser',
  'templates',
  'site',
  'scripts',
  'sources',
  'package.json',
  'package-lock.json',
  'astro.config.mjs',
  'tsconfig.json',
]

export interface Surroundings {
  /** Time zone: `America/New_York`. */
  zone: string
  /** `LC_ALL` and `LANG`. */
  locale: string
  /** Permissions that new files do not get, in octal. */
  umask: string
  /** Order in which the files of the project are made, which is the order some file systems list them in. */
  order: 'forwards' | 'backwards'
}

/**
 * Copies the project and builds it there, all of it anew: what builds here have kept is not used.
 *
 * @param folder new folder for the copy; its node_modules leads to the packages of this one
 * @returns the checksums of the build
 * @throws Error where the build fails, with what it said
 */
export function buildElsewhere(folder: string, {zone, locale, umask, order}: Surroundings): Map<string, string> {
  mkdirSync(folder, {recursive: true})
  for (const part of inOrder(PARTS, order)) copy(join(ROOT, part), join(folder, part), order)
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const env = {...process.env, TZ: zone, LC_ALL: locale, LANG: locale, LANGUAGE: locale}
  const shell = `umask ${umask} && exec "$0" scripts/qyzmet.mjs build --no-cache --jobs 3`
  const run = spawnSync('sh', ['-c', shell, process.execPath], {cwd: folder, env, encoding: 'utf8'})
  if (run.status !== 0) throw new Error(`the build in ${folder} failed:\n${run.stderr}${run.stdout}`)
  return checksumsOf(join(folder, 'dist'))
}

/** The checksums of a finished build. */
export const checksumsOf = (dist: string): Map<string, string> => readChecksums(readFileSync(join(dist, CHECKSUMS_FILE), 'utf8'))

/** Paths that two builds do not have alike. */
export function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort()
}

const inOrder = (names: readonly string[], order: Surroundings['order']): string[] =>
  order === 'backwards' ? names.toSorted().reverse() : names.toSorted()

function copy(from: string, to: string, order: Surroundings['order']): void {
  let names: string[]
  try {
    names = readdirSync(from)
  } catch {
    copyFileSync(from, to)
    return
  }
  mkdirSync(to)
  for (const name of inOrder(names, order)) copy(join(from, name), join(to, name), order)
}
