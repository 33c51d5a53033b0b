/**
 * Preloaded into the page builder: leaves its greatest resident memory, in bytes, in the file QYZMET_PEAK_MEMORY names, and
 * ends it when the build that started it is gone.
 */
import {writeFileSync} from 'node:fs'

process.on('exit', () => {
  const file = process.env['QYZMET_PEAK_MEMORY']
  if (file === undefined) return
  try {
    writeFileSync(file, String(process.resourceUsage().maxRSS * 1024))
  } catch {
    // A figure for the summary; its folder may be gone with the build.
  }
})

const orphaned = () => {
  process.exit(1)
}
process.once('disconnect', orphaned)
// Listening would keep the builder alive when it is done.
process.channel?.unref()
