/** What has to be undone when the process is told to stop in the middle. */

const cleanups = new Set<() => void>()

/** Registers a synchronous cleanup for SIGINT and SIGTERM; the returned function takes it off again. */
export function onStop(cleanup: () => void): () => void {
  cleanups.add(cleanup)
  return () => {
    cleanups.delete(cleanup)
  }
}

/** Runs every registered cleanup, the last registered first; one that fails does not keep the others from running. */
export function runCleanups(): void {
  for (const cleanup of [...cleanups].reverse()) {
    try {
      cleanup()
    } catch {
      // The process is ending; the next run cleans up what is left.
    }
  }
  cleanups.clear()
}
