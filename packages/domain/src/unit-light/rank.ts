import type { FieldValue } from '../facts/index.ts'
import { compareFigures, readFraction } from '../light/fractions.ts'

/** The place of a unit, 1 the first; equal figures share the better place. Null where it has no figure or is not among them. */
export function rankOf(
  figures: readonly (readonly [unit: string, value: FieldValue | null])[],
  unit: string | null,
  from: 'largest' | 'smallest',
): number | null {
  const own = readFraction(figures.find(([one]) => one === unit)?.[1] ?? null)
  if (!own) return null
  const ahead = figures.filter(([, value]) => {
    const other = readFraction(value)
    if (!other) return false
    const order = compareFigures(other, own)
    return from === 'largest' ? order > 0 : order < 0
  })
  return ahead.length + 1
}
