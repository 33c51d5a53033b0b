/**
 * `npm run licences`: under which licences the installed packages stand; exit 1 where one is not permissive and no named tool.
 * `-- --table` prints every package.
 */
import {installedPackages} from './lib/supply/installed.ts'
import {standing} from './lib/supply/licences.ts'
import {readLockfile} from './lib/supply/lockfile.ts'
import {trialOptions} from './lib/trials/options.ts'

const HELP = `npm run licences -- [options]

Under which licences the installed packages stand.

  --table          every package

Exits 1 where one is not permissive and no named tool.
`

const {values} = trialOptions(HELP, {table: {type: 'boolean', default: false}})
const packages = installedPackages(readLockfile())
const say = (text: string) => process.stdout.write(`${text}\n`)

if (values.table) {
  say('| package | version | licence |\n| --- | --- | --- |')
  for (const {name, version, licence} of packages) say(`| ${name} | ${version} | ${licence ?? '—'} |`)
  say('')
}
const counts = new Map<string, number>()
for (const {licence} of packages) counts.set(licence ?? 'none', (counts.get(licence ?? 'none') ?? 0) + 1)
for (const [licence, count] of [...counts].sort(([, a], [, b]) => b - a)) say(`${String(count).padStart(5)}  ${licence}`)
for (const one of packages) {
  const found = standing(one)
  if (found.kind === 'permissive') continue
  const named = `${one.name} ${one.version}, ${one.licence ?? 'no licence'}`
  if (found.kind === 'tool') say(`tool: ${named}: ${found.why}`)
  else {
    process.stderr.write(`not permitted: ${named}\n`)
    process.exitCode = 1
  }
}
