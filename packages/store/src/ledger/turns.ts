import { setImmediate } from 'node:timers/promises'

const AT_ONCE = 1_000

/** As `map`, letting others have their turn now and then: long lists hold nobody up. */
export async function mapInTurns<T, U>(items: readonly T[], make: (item: T) => U): Promise<U[]> {
  const made: U[] = []
  for (const item of items) {
    if (made.length > 0 && made.length % AT_ONCE === 0) await setImmediate()
    made.push(make(item))
  }
  return made
}
