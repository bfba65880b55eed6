import type { Facts, ProjectFacts } from '@guatu/domain'
import { compareText } from '@guatu/kernel'
import type { ScopedTx } from '../scope/scope.ts'
import type { Moment } from './in-force.ts'
import { projectsKnown } from './projects.ts'
import { surroundings } from './surroundings.ts'

export interface FactsWanted extends Moment {
  /** Only these projects; absent: all that the scope sees. */
  readonly projects?: readonly string[]
}

/**
 * What `evaluate` may know, all in memory at once: facts in force on the day and figures of periods that ended by then.
 * Sorted, so that equal facts are equal text.
 */
export async function readFacts(tx: ScopedTx, wanted: FactsWanted): Promise<Facts> {
  const known = await factsOfProjects(tx, wanted)
  return { ...(await surroundings(tx, wanted)), ...known }
}

/** The part of `readFacts` that is known of the projects themselves. */
export async function factsOfProjects(
  tx: ScopedTx,
  wanted: FactsWanted,
): Promise<Pick<Facts, 'projects' | 'memberships' | 'returns'>> {
  const known: ProjectFacts[] = []
  for await (const some of projectsKnown(tx, wanted, wanted.projects)) known.push(...some)
  known.sort((a, b) => compareText(a.project.id, b.project.id))
  return {
    projects: known.map(one => one.project),
    memberships: known.flatMap(one => one.memberships),
    returns: known.flatMap(one => one.returns),
  }
}
