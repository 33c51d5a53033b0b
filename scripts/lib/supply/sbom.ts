/**
 * The bill of materials: which packages a build is made with, and of which of them something is in it.
 *
 * Made of the lockfile alone, so that it is the same on every machine. Source: CycloneDX 1.6,
 * https://cyclonedx.org/docs/1.6/json/
 */
import {createHash} from 'node:crypto'
import {dependenciesOf, packageName} from './lockfile.ts'
import type {LockedPackage, Lockfile} from './lockfile.ts'

export const SBOM_FILE = 'sbom.cdx.json'
/** Packages whose files go into what is published without passing through the page builder: the letters of the forms. */
const EMBEDDED = ['@expo-google-fonts/noto-sans']
/** «MIT AND OFL-1.1», «(MIT OR CC0-1.0)» */
const EXPRESSION = /\s(?:AND|OR|WITH)\s/u
const ALGORITHMS: Readonly<Record<string, string>> = {sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512', sha1: 'SHA-1'}

interface Component {
  type: 'library' | 'application'
  'bom-ref': string
  group?: string
  name: string
  version: string
  /** `required`: something of it is in the build; `excluded`: it only helped to make it. */
  scope?: 'required' | 'excluded'
  hashes?: {alg: string; content: string}[]
  licenses: ({license: {id: string}} | {expression: string})[]
  purl: string
}

export interface Bom {
  $schema: string
  bomFormat: 'CycloneDX'
  specVersion: '1.6'
  serialNumber: string
  version: 1
  metadata: {timestamp: string; lifecycles: {phase: 'build'}[]; component: Component}
  components: Component[]
  dependencies: {ref: string; dependsOn: string[]}[]
}

/**
 * The bill of a build. Packages of machine code for one system each (`os`, `cpu` in the lockfile) are left out: which of them
 * are installed depends on the machine, and nothing of them is published.
 *
 * @param bundled names of the packages that the page builder took code from
 * @param epoch date of the data, in seconds since 1970
 */
export function billOfMaterials(lock: Lockfile, bundled: Iterable<string>, epoch: number): Bom {
  const shipped = new Set([...bundled, ...EMBEDDED])
  const root = lock.packages[''] ?? {}
  const project: Component = {type: 'application', ...identity(lock.name, {...root, version: lock.version})}
  const components = new Map<string, Component>()
  const edges = new Map<string, Set<string>>([[project['bom-ref'], new Set()]])
  const seen = new Set<string>()
  const visit = (folder: string, ref: string) => {
    if (seen.has(folder)) return
    seen.add(folder)
    for (const dependency of dependenciesOf(lock, folder)) {
      const locked = lock.packages[dependency]
      if (!locked || locked.dev || locked.os || locked.cpu) continue
      const name = packageName(dependency)
      const component: Component = {
        type: 'library',
        ...identity(name, locked),
        scope: shipped.has(name) ? 'required' : 'excluded',
      }
      const other = component['bom-ref']
      components.set(other, component)
      edges.set(ref, (edges.get(ref) ?? new Set()).add(other))
      if (!edges.has(other)) edges.set(other, new Set())
      visit(dependency, other)
    }
  }
  visit('', project['bom-ref'])
  const body = {
    version: 1 as const,
    metadata: {timestamp: new Date(epoch * 1000).toISOString(), lifecycles: [{phase: 'build' as const}], component: project},
    components: [...components.values()].sort((a, b) => compare(a['bom-ref'], b['bom-ref'])),
    dependencies: [...edges]
      .map(([ref, dependsOn]) => ({ref, dependsOn: [...dependsOn].sort(compare)}))
      .sort((a, b) => compare(a.ref, b.ref)),
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialNumber(JSON.stringify(body)),
    ...body,
  }
}

function identity(fullName: string, locked: LockedPackage): Omit<Component, 'type' | 'scope'> {
  const {version = '0', license, integrity} = locked
  const [, group, name = fullName] = /^(@[^/]+)\/(.+)$/u.exec(fullName) ?? []
  const purl = `pkg:npm/${group === undefined ? '' : `${encodeURIComponent(group)}/`}${encodeURIComponent(name)}@${version}`
  return {
    'bom-ref': purl,
    ...(group === undefined ? {} : {group}),
    name,
    version,
    ...(integrity === undefined ? {} : {hashes: integrity.split(' ').flatMap(hashOf)}),
    licenses: license === undefined ? [] : EXPRESSION.test(license) ? [{expression: license}] : [{license: {id: license}}],
    purl,
  }
}

/** «sha512-gNs…==» → SHA-512 in hexadecimal */
function hashOf(integrity: string): {alg: string; content: string}[] {
  const [algorithm = '', base64 = ''] = integrity.split('-', 2)
  const alg = ALGORITHMS[algorithm]
  return alg === undefined ? [] : [{alg, content: Buffer.from(base64, 'base64').toString('hex')}]
}

/** A UUID of what the bill says (version 8, RFC 9562): the same bill has the same number. */
function serialNumber(content: string): string {
  const digits = createHash('sha256').update(content).digest('hex')
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20, 32)]
  return `urn:uuid:${parts.join('-')}`
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
