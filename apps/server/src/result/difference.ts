import { canonicalJson } from '@guatu/kernel'

/** Where what is judged now is not what was stored. */
export interface Difference {
  /** `/lights/3/colour` */
  readonly path: string
  readonly stored: string
  readonly now: string
}

const MOST = 20

/** The first differences of two plain values, in the order of keys; absent members read as `undefined`. */
export function differences(
  stored: unknown,
  now: unknown,
  path = '',
  found: Difference[] = [],
): Difference[] {
  if (found.length >= MOST) return found
  const [a, b] = [textOf(stored), textOf(now)]
  if (a === b) return found
  if (isObject(stored) && isObject(now) && Array.isArray(stored) === Array.isArray(now)) {
    const keys = [...new Set([...Object.keys(stored), ...Object.keys(now)])].sort()
    for (const key of keys) differences(stored[key], now[key], `${path}/${key}`, found)
    return found
  }
  found.push({ path, stored: a, now: b })
  return found
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object'
const textOf = (value: unknown) => (value === undefined ? 'undefined' : canonicalJson(value))
