import type { PostFact } from '../person/index.ts'
import type { UnitFact } from '../facts/index.ts'
import type { Addressee } from './kinds.ts'

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
  const reporters = (unit: string) => at(unit, post => post.role === 'reporter')
  const heads = (unit: string) => at(unit, post => post.head === true)
  const superiors = () => {
    const seen = new Set([to.toUnit])
    for (let unit = parentOf(units, to.toUnit); unit && !seen.has(unit); unit = parentOf(units, unit)) {
      seen.add(unit)
      const found = heads(unit)
      if (found.length > 0) return found
    }
    return []
  }
  const steps = [() => reporters(to.toUnit), () => heads(to.toUnit), superiors]
  for (const step of steps.slice(['reporter', 'head', 'superior'].indexOf(to.level))) {
    const found = step()
    if (found.length > 0) return found
  }
  return dispatchersOf(posts)
}

export const dispatchersOf = (posts: readonly PostFact[]): string[] =>
  personsOf(posts.filter(post => post.role === 'dispatcher'))

const personsOf = (posts: readonly PostFact[]) => [...new Set(posts.map(post => post.person))].sort()

const parentOf = (units: readonly Pick<UnitFact, 'id' | 'parent'>[], id: string) =>
  units.find(unit => unit.id === id)?.parent
