/** Every leaf of a plain value as text under its path, `bands.0.below` → `65%`. */
function flat(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === undefined) return found
  if (typeof value !== 'object' || value === null) return found.set(path, String(value))
  for (const [key, member] of Object.entries(value)) flat(member, path ? `${path}.${key}` : key, found)
  return found
}

export interface KeyChange {
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** Leaves that differ, in the order of the first value, then of the second. */
export function keyChanges(a: unknown, b: unknown): KeyChange[] {
  const [before, after] = [flat(a), flat(b)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .map(path => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }))
}
