/** Gives the browser its turn, so that it can draw and hear the reader between two pieces of long work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
