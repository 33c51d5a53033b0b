/** package-lock.json: which packages there are, and which of them stand behind which. */
import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** A package as the lockfile names it. */
export interface LockedPackage {
  version?: string
  /** SPDX expression. */
  license?: string
  /** «sha512-…», base64. */
  integrity?: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
  hasInstallScript?: boolean
  /** Systems a package of machine code is for. */
  os?: string[]
  cpu?: string[]
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

export interface Lockfile {
  name: string
  version: string
  lockfileVersion: number
  /** By folder: «» is the project, `node_modules/a/node_modules/b` a package below another. */
  packages: Record<string, LockedPackage>
}

export const PROJECT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))
const MODULES = 'node_modules/'

/** The lockfile of the project. */
export function readLockfile(folder = PROJECT): Lockfile {
  return JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lockfile
}

/** `node_modules/a/node_modules/@b/c` → `@b/c` */
export const packageName = (folder: string): string => folder.slice(folder.lastIndexOf(MODULES) + MODULES.length)

/** Folder of the package that `name` means to the package in `from`: the nearest above it. */
export function resolvePackage({packages}: Lockfile, from: string, name: string): string | null {
  for (let at = from; ;) {
    const candidate = `${at === '' ? '' : `${at}/`}${MODULES}${name}`
    if (Object.hasOwn(packages, candidate)) return candidate
    if (at === '') return null
    at = at.slice(0, Math.max(0, at.lastIndexOf(`/${MODULES}`)))
  }
}

/** Folders of the packages that a package asks for; what is optional and not there is left out. */
export function dependenciesOf(lock: Lockfile, folder: string): string[] {
  const {dependencies = {}, optionalDependencies = {}, peerDependencies = {}} = lock.packages[folder] ?? {}
  const names = Object.keys({...dependencies, ...optionalDependencies, ...(folder === '' ? {} : peerDependencies)})
  return names.flatMap((name) => resolvePackage(lock, folder, name) ?? [])
}
