/** The packages in node_modules, with the licences they name themselves. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {licenceOf} from './licences.ts'
import type {Licensed} from './licences.ts'
import type {Lockfile} from './lockfile.ts'
import {packageName, PROJECT} from './lockfile.ts'

const LICENCE_FILE = /^licen[cs]e(?:[.-].*)?$/iu

/** The packages of the lockfile that are installed; others are for other systems. By name, then version. */
export function installedPackages({packages}: Lockfile): Licensed[] {
  return Object.keys(packages)
    .filter((folder) => folder !== '' && existsSync(join(PROJECT, folder, 'package.json')))
    .map((folder) => {
      const at = join(PROJECT, folder)
      const manifest = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as {version: string; license?: unknown}
      // one package keeps its licences in a folder of that name
      const file = readdirSync(at, {withFileTypes: true}).find((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
      const text = file === undefined ? null : readFileSync(join(at, file.name), 'utf8')
      return {name: packageName(folder), version: manifest.version, licence: licenceOf(manifest, text)}
    })
    .sort((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1))
}
