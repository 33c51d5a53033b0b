/** Preloaded into the page builder: leaves its greatest resident memory, in bytes, in the file QYZMET_PEAK_MEMORY names. */
import {writeFileSync} from 'node:fs'

process.on('exit', () => {
  const file = process.env['QYZMET_PEAK_MEMORY']
  if (file !== undefined) writeFileSync(file, String(process.resourceUsage().maxRSS * 1024))
})
