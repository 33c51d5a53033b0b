/** A process of which time and memory are measured: the first half of a build, `node scripts/bench/data-build-alone.ts SOURCES OUT`. */
import {join} from 'node:path'
import {buildData} from '../lib/data/build.ts'
import {SILENT} from './bench.ts'

const [sources = 'sources', out = 'data'] = process.argv.slice(2)
await buildData({sources, out: join(out, 'site'), scratch: join(out, 'scratch'), cache: null, jobs: 1}, process.env, SILENT)
