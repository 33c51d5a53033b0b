/** A finished build: its list of checksums, its archive, its bill of materials, and that it comes out the same elsewhere. */
import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {unzipSync} from 'fflate'
import {afterEach, beforeEach, describe, expect, inject, test} from 'vitest'
import {CHECKSUMS_FILE, verifyFolder} from '../../scripts/lib/finish/checksums.ts'
import {buildElsewhere, checksumsOf, differences} from '../../scripts/lib/trials/elsewhere.ts'
import {PERMISSIVE} from '../../scripts/lib/supply/licences.ts'
import {readLockfile} from '../../scripts/lib/supply/lockfile.ts'
import {SBOM_FILE} from '../../scripts/lib/supply/sbom.ts'
import type {Bom} from '../../scripts/lib/supply/sbom.ts'
import {checksum} from '../../scripts/lib/sources/received.ts'
import {ARCHIVE_FILE} from '../../site/worker/edition.ts'
import {qyzmet} from '../support/command.ts'

const dist = inject('dist')
const NOTHING = {changed: [], missing: [], added: []}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qyzmet-trust-'))
})
afterEach(() => {
  rmSync(folder, {recursive: true, force: true})
})

describe('the list of checksums', () => {
  test('every file of the build is in it, and verify finds the build untouched', async () => {
    expect(verifyFolder(dist)).toMatchObject(NOTHING)
    const listed = checksumsOf(dist)
    for (const path of ['index.html', 'sw.js', ARCHIVE_FILE, SBOM_FILE, 'data/index.json', 'sitemap.xml', 'offline/packs.json']) {
      expect(listed.has(path), path).toBe(true)
    }
    const {code, stdout} = await qyzmet(['verify', dist, '--json'])
    const sum = checksum(readFileSync(join(dist, CHECKSUMS_FILE)))
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({whole: true, files: listed.size, manifest: sum, ...NOTHING})
  })

  test('sha256sum agrees', {timeout: 300_000}, () => {
    const run = spawnSync('sha256sum', ['--check', '--strict', '--quiet', CHECKSUMS_FILE], {cwd: dist, encoding: 'utf8'})
    expect(run.stdout + run.stderr).toBe('')
    expect(run.status).toBe(0)
  })

  test('the copy for a stick has a list of its own', {timeout: 300_000}, () => {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(dist, ARCHIVE_FILE))))) {
      mkdirSync(dirname(join(folder, path)), {recursive: true})
      writeFileSync(join(folder, path), bytes)
    }
    const site = join(folder, 'site')
    expect(verifyFolder(site)).toMatchObject(NOTHING)
    writeFileSync(join(site, 'index.html'), '')
    expect(verifyFolder(site)).toMatchObject({...NOTHING, changed: ['index.html']})
  })
})

describe('the bill of materials', () => {
  const bill = JSON.parse(readFileSync(join(dist, SBOM_FILE), 'utf8')) as Bom
  const shipped = bill.components.filter(({scope}) => scope === 'required')

  test('has what CycloneDX 1.6 asks for', () => {
    expect(bill).toMatchObject({
      $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1,
    })
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u)
    expect(new Date(bill.metadata.timestamp).toISOString()).toBe(bill.metadata.timestamp)
    const refs = [bill.metadata.component, ...bill.components].map((component) => component['bom-ref'])
    expect(new Set(refs).size).toBe(refs.length)
    for (const component of bill.components) {
      expect(Object.keys(component).filter((key) => !KEYS.has(key))).toEqual([])
      expect(component.purl).toMatch(/^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/u)
      expect(component.name).not.toBe('')
      for (const {alg, content} of component.hashes ?? []) expect(alg === 'SHA-512' && /^[0-9a-f]{128}$/u.test(content)).toBe(true)
      for (const licence of component.licenses)
        expect('license' in licence ? licence.license.id : licence.expression).toMatch(/^[\w.() +-]+$/u)
    }
    // Every component has its place in the graph, and the graph names components only.
    expect(bill.dependencies.map(({ref}) => ref).toSorted()).toEqual(refs.toSorted())
    for (const {dependsOn} of bill.dependencies) expect(dependsOn.filter((ref) => !refs.includes(ref))).toEqual([])
  })

  test('names what is in the scripts of the site: what its forms are filled with', () => {
    const names = shipped.map(({name}) => name)
    for (const name of ['pdfkit', 'noto-sans']) expect(names).toContain(name)
    for (const name of ['astro', 'esbuild', 'remark-parse', 'minisearch']) expect(names).not.toContain(name)
    // The licence texts that the page builder leaves in the scripts and the code itself tell the same.
    const dependencies = Object.keys(readLockfile().packages['']?.dependencies ?? {})
    expect(
      bill.components.filter(({purl}) => dependencies.some((name) => purl.startsWith(`pkg:npm/${name.replace('@', '%40')}@`))),
    ).toHaveLength(dependencies.length)
  })

  test('what is published stands under permissive licences alone, without exception', () => {
    for (const {purl, licenses} of shipped) {
      expect(licenses.length, purl).toBe(1)
      for (const licence of licenses) {
        const terms = 'license' in licence ? [licence.license.id] : licence.expression.split(/ AND /u)
        expect(
          terms.filter((term) => !PERMISSIVE.has(term)),
          purl,
        ).toEqual([])
      }
    }
  })
})

const KEYS = new Set(['type', 'bom-ref', 'group', 'name', 'version', 'scope', 'hashes', 'licenses', 'purl'])

test(
  'a copy of the project in another folder, time zone, language, order of files, permissions: byte for byte the same',
  {timeout: 900_000},
  () => {
    const copy = join(folder, 'a clone with a longer name')
    const again = buildElsewhere(copy, {zone: 'America/New_York', locale: 'tr_TR.UTF-8', umask: '077', order: 'backwards'})
    expect(differences(checksumsOf(dist), again)).toEqual([])
    expect(statSync(join(copy, 'dist', 'index.html')).mode & 0o077).toBe(0)
    // Nothing was left in the copy but the output and what the page builder keeps for itself.
    expect(existsSync(join(copy, '.dist.lock'))).toBe(false)
  },
)
