/** What comes with the packages: licences, scripts that run when they are installed, where they come from. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv} from 'ajv'
import type {SchemaObject} from 'ajv'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {installedPackages} from '../../scripts/lib/supply/installed.ts'
import {licenceOf, PERMISSIVE, standing, TOOLS} from '../../scripts/lib/supply/licences.ts'
import {dependenciesOf, packageName, readLockfile, resolvePackage} from '../../scripts/lib/supply/lockfile.ts'
import type {Lockfile} from '../../scripts/lib/supply/lockfile.ts'
import {billOfMaterials} from '../../scripts/lib/supply/sbom.ts'
import type {Bom} from '../../scripts/lib/supply/sbom.ts'

const lock = readLockfile()
const locked = Object.entries(lock.packages).filter(([folder]) => folder !== '')
const installed = installedPackages(lock)
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  allowScripts: Record<string, boolean>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  overrides: Record<string, string>
}

describe('licences', () => {
  test('every installed package is permissive or a named tool', () => {
    expect(installed.length).toBeGreaterThan(300)
    expect(installed.filter((one) => standing(one).kind === 'refused')).toEqual([])
  })

  test('so is every package of the lockfile, those for other systems too; an installed one that names none says it in its LICENSE', () => {
    const silent = new Set(installed.map(({name}) => name))
    const refused = locked.filter(([folder, {license}]) => {
      const name = packageName(folder)
      return license === undefined ? !silent.has(name) : standing({name, licence: license}).kind === 'refused'
    })
    expect(refused.map(([folder]) => folder)).toEqual([])
  })

  test('every exception is needed', () => {
    for (const {packages} of TOOLS) {
      const used = locked.filter(([folder, {license}]) => packages.test(packageName(folder)) && license !== undefined)
      expect(
        used.some(([, {license = ''}]) => standing({name: 'any', licence: license}).kind === 'refused'),
        String(packages),
      ).toBe(true)
    }
  })

  test.each([
    ['MIT', 'permissive'],
    ['(MIT OR GPL-3.0-only)', 'permissive'],
    ['MIT AND GPL-3.0-only', 'refused'],
    ['(MIT AND (ISC OR GPL-2.0-only))', 'permissive'],
    ['(MIT OR', 'refused'],
    ['MIT GPL-3.0-only', 'refused'],
    ['SEE LICENSE IN terms.txt', 'refused'],
    ['UNLICENSED', 'refused'],
    [null, 'refused'],
  ])('%s: %s', (licence, kind) => {
    expect(standing({name: 'some-package', licence}).kind).toBe(kind)
  })

  test('an exception holds for its package and its licence alone', () => {
    expect(standing({name: 'axe-core', licence: 'MPL-2.0'}).kind).toBe('tool')
    expect(standing({name: 'axe-core', licence: 'GPL-3.0-only'}).kind).toBe('refused')
    expect(standing({name: 'axe-core-extra', licence: 'MPL-2.0'}).kind).toBe('refused')
  })

  test('a package that names no licence is judged by the words of its LICENSE file', () => {
    expect(licenceOf({}, 'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy')).toBe('MIT')
    expect(licenceOf({license: {type: 'MIT'}}, null)).toBeNull()
    expect(licenceOf({}, 'All rights reserved.')).toBeNull()
  })
})

describe('the lockfile', () => {
  test('the project asks for exact versions, and the lockfile has those', () => {
    const asked = Object.entries({...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides})
    expect(asked.length).toBeGreaterThan(30)
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))).toEqual([])
    const {dependencies, devDependencies} = manifest
    for (const [name, version] of Object.entries({...dependencies, ...devDependencies})) {
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  test('the project itself runs nothing when it is installed', () => {
    const {scripts} = JSON.parse(readFileSync('package.json', 'utf8')) as {scripts: Record<string, string>}
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)|^(?:install|prepare|dependencies)$/u.test(name))).toEqual([])
  })

  test('exactly the packages that run a script when they are installed are named, and each is needed', () => {
    const withScript = locked.filter(([, {hasInstallScript}]) => hasInstallScript).map(([folder]) => packageName(folder))
    expect(withScript.toSorted()).toEqual(Object.keys(manifest.allowScripts).toSorted())
    const needed = Object.entries(manifest.allowScripts).filter(([, allowed]) => allowed)
    for (const [name] of needed) expect(resolvePackage(lock, '', name), name).not.toBeNull()
  })

  test('every package has its checksum, and none comes from elsewhere than the registry', () => {
    const other = locked.filter(([, one]) => {
      const {integrity = '', resolved, link} = one as {integrity?: string; resolved?: string; link?: boolean}
      return (
        !integrity.startsWith('sha512-') || link === true || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
      )
    })
    expect(other.map(([folder]) => folder)).toEqual([])
  })
})

/** The JSON schema of CycloneDX 1.6, as its own project publishes it. */
const SCHEMAS = join('node_modules', '@cyclonedx', 'cyclonedx-library', 'res', 'schema')
const schema = (name: string) => JSON.parse(readFileSync(join(SCHEMAS, `${name}.SNAPSHOT.schema.json`), 'utf8')) as SchemaObject

/** What a bill breaks of the schema: «/components/0/type must be equal to one of the allowed values». */
function faults(bill: unknown): string[] {
  const ajv = new Ajv({strict: false, allErrors: true})
  ajv.addFormat('date-time', (text) => z.iso.datetime().safeParse(text).success)
  ajv.addFormat('uri', (text) => URL.canParse(text))
  ajv.addFormat('iri-reference', (text) => URL.canParse(text, 'https://example.org'))
  ajv.addFormat('idn-email', (text) => text.includes('@'))
  for (const name of ['jsf-0.82', 'spdx']) ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  const validate = ajv.compile(schema('bom-1.6'))
  validate(JSON.parse(JSON.stringify(bill)))
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message ?? ''}`)
}

/** `a` is used, has its own `c`; `b` is for tests; `d` is machine code for one system. */
const SMALL: Lockfile = {
  name: 'project',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': {version: '1.0.0', license: 'MIT', dependencies: {'@scope/a': '1.0.0', c: '2.0.0'}},
    'node_modules/@scope/a': {
      version: '1.0.0',
      license: 'ISC',
      integrity: `sha512-${Buffer.alloc(64, 1).toString('base64')}`,
      dependencies: {c: '1.0.0'},
      optionalDependencies: {d: '1.0.0', absent: '1.0.0'},
    },
    'node_modules/@scope/a/node_modules/c': {version: '1.0.0', license: '(MIT OR CC0-1.0)'},
    'node_modules/b': {version: '1.0.0', license: 'MIT', dev: true},
    'node_modules/c': {version: '2.0.0', license: 'MIT'},
    'node_modules/d': {version: '1.0.0', license: 'MIT', optional: true, os: ['linux'], cpu: ['x64']},
  },
}

describe('the bill of materials', () => {
  const bill = billOfMaterials(SMALL, ['@scope/a'], 1_400_000_000)

  test('packages with their identity, whether they are in the build, and what they stand on', () => {
    expect(bill.components).toEqual([
      {
        type: 'library',
        'bom-ref': 'pkg:npm/%40scope/a@1.0.0',
        group: '@scope',
        name: 'a',
        version: '1.0.0',
        hashes: [{alg: 'SHA-512', content: '01'.repeat(64)}],
        licenses: [{license: {id: 'ISC'}}],
        purl: 'pkg:npm/%40scope/a@1.0.0',
        scope: 'required',
      },
      expect.objectContaining({purl: 'pkg:npm/c@1.0.0', scope: 'excluded', licenses: [{expression: '(MIT OR CC0-1.0)'}]}),
      expect.objectContaining({purl: 'pkg:npm/c@2.0.0', scope: 'excluded'}),
    ])
    expect(bill.dependencies).toEqual([
      {ref: 'pkg:npm/%40scope/a@1.0.0', dependsOn: ['pkg:npm/c@1.0.0']},
      {ref: 'pkg:npm/c@1.0.0', dependsOn: []},
      {ref: 'pkg:npm/c@2.0.0', dependsOn: []},
      {ref: 'pkg:npm/project@1.0.0', dependsOn: ['pkg:npm/%40scope/a@1.0.0', 'pkg:npm/c@2.0.0']},
    ])
  })

  test('that of the project satisfies the schema of CycloneDX 1.6', () => {
    const real = billOfMaterials(lock, Object.keys(manifest.dependencies), 1_400_000_000)
    const refs = real.components.map((one) => one['bom-ref'])
    expect(real.components.length).toBeGreaterThan(100)
    expect(faults(real)).toEqual([])
    expect(faults(bill)).toEqual([])
    // References are unique and lead somewhere: what a reader of the format must be able to rely on.
    expect(new Set(refs).size).toBe(refs.length)
    const known = new Set([...refs, real.metadata.component['bom-ref']])
    for (const {ref, dependsOn} of real.dependencies) for (const one of [ref, ...dependsOn]) expect(known.has(one), one).toBe(true)
    expect(new Set(real.dependencies.map(({ref}) => ref)).size).toBe(known.size)
  })

  test.each<[string, (one: Bom) => void, string]>([
    ['a licence that SPDX does not know', (one) => (one.components[0]!.licenses = [{license: {id: 'MIT-ish'}}]), '/components/0/licenses'],
    ['a scope of our own', (one) => Object.assign(one.components[0]!, {scope: 'bundled'}), '/components/0/scope must be equal to one of'],
    [
      'a checksum that is none',
      (one) => (one.components[0]!.hashes = [{alg: 'SHA-512', content: 'abc'}]),
      '/components/0/hashes/0/content',
    ],
    ['a property of our own', (one) => Object.assign(one.metadata, {builder: 'us'}), '/metadata must NOT have additional properties'],
    ['a number that is no UUID', (one) => (one.serialNumber = 'urn:uuid:1'), '/serialNumber must match pattern'],
    ['no day', (one) => (one.metadata.timestamp = 'yesterday'), '/metadata/timestamp must match format'],
    ['a package twice', (one) => one.components.push(one.components[0]!), '/components must NOT have duplicate items'],
  ])('%s would be found', (_, spoil, message) => {
    const spoilt = structuredClone(bill)
    spoil(spoilt)
    expect(faults(spoilt).join('\n')).toContain(message)
  })

  test('the same bill has the same number; its time is that of the data', () => {
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/u)
    expect(billOfMaterials(SMALL, ['@scope/a'], 1_400_000_000)).toEqual(bill)
    expect(billOfMaterials(SMALL, [], 1_400_000_000).serialNumber).not.toBe(bill.serialNumber)
    expect(bill.metadata.timestamp).toBe('2014-05-13T16:53:20.000Z')
  })

  test('a package is looked for as Node does: the nearest above', () => {
    expect(dependenciesOf(SMALL, 'node_modules/@scope/a')).toEqual(['node_modules/@scope/a/node_modules/c', 'node_modules/d'])
    expect(resolvePackage(SMALL, 'node_modules/@scope/a/node_modules/c', 'b')).toBe('node_modules/b')
    expect(resolvePackage(SMALL, 'node_modules/c', 'absent')).toBeNull()
  })

  test('no licence that asks for the source of what is made with it counts as permissive', () => {
    expect([...PERMISSIVE].filter((licence) => /GPL|MPL|CDDL|EPL/u.test(licence))).toEqual([])
  })
})
