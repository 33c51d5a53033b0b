/** A process of which the memory is measured: `node scripts/bench/data-alone.ts SOURCES`. */
import {readData} from './read-data.ts'

await readData(process.argv[2] ?? 'sources')
