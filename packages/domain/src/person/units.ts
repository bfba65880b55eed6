import type { UnitFact } from '../facts/index.ts'

export type UnitTree = ReadonlyMap<string, Pick<UnitFact, 'id' | 'parent'>>

export const unitTree = (units: readonly Pick<UnitFact, 'id' | 'parent'>[]): UnitTree =>
  new Map(units.map(unit => [unit.id, unit]))

/** The unit and all above it, nearest first. Stops where the tree runs in a circle. */
export function unitsAbove(tree: UnitTree, unit: string): string[] {
  const above: string[] = []
  for (let at: string | undefined = unit; at !== undefined && !above.includes(at); at = tree.get(at)?.parent)
    above.push(at)
  return above
}
