import type { UnitFact } from '../facts/index.ts'
import { type PostFact, unitsAbove, unitTree } from '../person/index.ts'
import { type Addressee, NOTICE_LEVELS } from './kinds.ts'

/**
 * The persons whom a notice goes to, each once, by id. Where a unit has nobody at the level the next level is told
 * (reporter → head → superior), at last the dispatchers: no notice falls to nobody.
 */
export function recipientsOf(
  to: Addressee,
  posts: readonly PostFact[],
  units: readonly Pick<UnitFact, 'id' | 'parent'>[],
): string[] {
  if ('toPerson' in to) return [to.toPerson]
  const at = (unit: string, fits: (post: PostFact) => boolean) =>
    personsOf(posts.filter(post => post.unit === unit && fits(post)))
  const heads = (unit: string) => at(unit, post => post.head === true)
  const above = unitsAbove(unitTree(units), to.toUnit).filter(unit => unit !== to.toUnit)
  const steps = [
    () => at(to.toUnit, post => post.role === 'reporter'),
    () => heads(to.toUnit),
    ...above.map(unit => () => heads(unit)),
  ]
  for (const step of steps.slice(NOTICE_LEVELS.indexOf(to.level))) {
    const found = step()
    if (found.length > 0) return found
  }
  return dispatchersOf(posts)
}

export const dispatchersOf = (posts: readonly PostFact[]): string[] =>
  personsOf(posts.filter(post => post.role === 'dispatcher'))

const personsOf = (posts: readonly PostFact[]) => [...new Set(posts.map(post => post.person))].sort()
