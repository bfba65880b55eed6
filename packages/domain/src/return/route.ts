import { type UnitTree, unitsAbove } from '../person/index.ts'
import type { ReturnSide } from './state.ts'

/** Who acts, under one post. */
export interface ReturnActor {
  readonly role: string
  readonly unit: string
}

export function sideOf({ role, unit }: ReturnActor, of: string, tree: UnitTree): ReturnSide {
  if (role === 'dispatcher') return 'office'
  if (role !== 'reporter') return 'reader'
  if (unit === of) return 'own'
  return unitsAbove(tree, of).includes(unit) ? 'above' : 'other'
}

/**
 * Units that a return passes on its way up, nearest first: those above its own that have a reporter and lie below the
 * dispatch office. None: it goes to the office at once.
 */
export function reviewRoute(
  unit: string,
  tree: UnitTree,
  reporters: ReadonlySet<string>,
  offices: ReadonlySet<string>,
): string[] {
  const above = unitsAbove(tree, unit).slice(1)
  const office = above.findIndex(one => offices.has(one))
  return (office < 0 ? above : above.slice(0, office)).filter(one => reporters.has(one))
}
