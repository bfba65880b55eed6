import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Reading a jurisdiction leaves many times what is kept of it, and V8 would sooner ask the system for more than collect
 * it. Costs no time that could be measured; below 40 it does, and `--optimize-for-size` throughout doubles the time.
 */
export const growSlowly = (): void => setFlagsFromString('--heap-growing-percent=40')

/** Milliseconds; the picture is on the screen by then, and what the page asks for after it has been answered. */
const QUIET = 1_000
let waiting: NodeJS.Timeout | undefined

/** Closes the gaps that a reading left in memory, once nothing has been read for a while: nobody waits for it. */
export function closeGapsLater(): void {
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    waiting = undefined
    closeGaps()
  }, QUIET).unref()
}

/** Something is still being read. */
export const notYet = (): void => {
  waiting?.refresh()
}

/**
 * Moves what is alive together and gives the system back what is free, after much was read at once. Takes some tenths of
 * a second. Twice: the first collection finds which pages are worth emptying.
 */
function closeGaps(): void {
  setFlagsFromString('--expose-gc')
  setFlagsFromString('--optimize-for-size')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  setFlagsFromString('--no-optimize-for-size')
}
