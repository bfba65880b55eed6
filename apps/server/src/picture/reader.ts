import type { StandingView } from '@guatu/domain'
import { canonicalJson } from '@guatu/kernel'
import { headSeq, readScope, type Scope, visibleIds } from '@guatu/store'
import type { App } from '../app.ts'
import type { Held } from './held.ts'

/** When what a part's reader sees was last asked of the database. */
const asked = new WeakMap<StandingView, number>()

/**
 * What the reader sees of the standing. Which projects those are the database itself says, under the reader's own
 * scope; it is asked again when a project or a unit was written.
 */
export async function viewOf(
  app: App,
  scope: Scope,
  first: Held,
): Promise<{ held: Held; view: StandingView }> {
  if (scope.reads === 'all') return { held: first, view: first.standing.all }
  const name = canonicalJson(scope.reads)
  let held = first
  for (;;) {
    const kept = held.standing.kept(name)
    const past = held.moment.knownAt !== undefined
    if (kept && !past && (asked.get(kept.view) ?? -1) >= held.seenBy) return { held, view: kept.view }
    const { head, sees } = await readScope(app.database, scope, async tx => ({
      head: await headSeq(tx),
      sees: { projects: new Set(await visibleIds(tx)), units: new Set(tx.units) },
    }))
    if (!past && held.seq < head) held = await app.standings.refresh(scope.jurisdiction, held)
    if (!past && held.seenBy > head) continue
    const view = held.standing.part(name, sees)
    asked.set(view, head)
    return { held, view }
  }
}
