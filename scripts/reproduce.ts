/**
 * `npm run reproduce`: builds copies of the project in other folders, time zones, languages, orders of files, with other
 * permissions, and compares the bytes. Exit 1 where one differs.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {buildElsewhere, differences} from './lib/trials/elsewhere.ts'
import type {Surroundings} from './lib/trials/elsewhere.ts'
import {trialOptions} from './lib/trials/options.ts'

const HELP = `npm run reproduce

Builds four copies of the project in other folders, time zones, languages, orders of files and permissions, and compares the bytes.
It takes some two minutes. Exits 1 where a file differs.
`
trialOptions(HELP, {})

const SURROUNDINGS: readonly Surroundings[] = [
  {zone: 'Asia/Almaty', locale: 'kk_KZ.UTF-8', umask: '022', order: 'forwards'},
  {zone: 'America/New_York', locale: 'C', umask: '077', order: 'backwards'},
  {zone: 'Pacific/Kiritimati', locale: 'tr_TR.UTF-8', umask: '002', order: 'forwards'},
  {zone: 'Pacific/Niue', locale: 'de_DE.ISO-8859-1', umask: '027', order: 'backwards'},
]
/** Paths that are shown where builds differ. */
const SHOWN = 20

const say = (text: string) => process.stdout.write(`${text}\n`)

const folder = mkdtempSync(join(tmpdir(), 'qyzmet-reproduce-'))
try {
  let first: Map<string, string> | null = null
  for (const [index, surroundings] of SURROUNDINGS.entries()) {
    const {zone, locale, umask, order} = surroundings
    // A folder of another length each: paths must not show either.
    const place = join(folder, `clone-${'x'.repeat(index * 7)}`)
    const sums = buildElsewhere(place, surroundings)
    rmSync(place, {recursive: true, force: true})
    first ??= sums
    const differing = differences(first, sums)
    say(`${zone}, ${locale}, umask ${umask}, ${order}: ${String(sums.size)} files, ${String(differing.length)} differ`)
    for (const path of differing.slice(0, SHOWN)) say(`  ${path}`)
    if (differing.length > 0) process.exitCode = 1
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}
