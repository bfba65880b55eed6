import type { UnitRow } from '@guatu/contract'

export interface Placed {
  readonly unit: UnitRow
  readonly depth: number
}

/** Units that stand, each under its parent; then those that were closed. */
export function placed(units: readonly UnitRow[]): Placed[] {
  const open = units.filter(unit => unit.closed === null)
  const known = new Set(open.map(unit => unit.id))
  const below = (parent: string | null, depth: number): Placed[] =>
    open
      .filter(unit => (unit.parent !== null && known.has(unit.parent) ? unit.parent : null) === parent)
      .flatMap(unit => [{ unit, depth }, ...below(unit.id, depth + 1)])
  return [...below(null, 0), ...units.filter(unit => unit.closed).map(unit => ({ unit, depth: 0 }))]
}
