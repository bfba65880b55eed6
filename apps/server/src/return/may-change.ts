import { type AskedReturn, returnsOfPeriod } from '@guatu/domain'
import { ok, type Period, type Result } from '@guatu/kernel'
import { closedAround, returnsOfPeriod as recordsOfPeriod, type ScopedTx } from '@guatu/store'
import { type Failure, refuse } from '../http/failure.ts'
import type { Session } from '../session/session.ts'
import { CALENDAR, type Known, stateOf } from './known.ts'
import { refusalOf } from './refusal.ts'

/**
 * Whether this post may still write figures of these projects for the period: a return that is accepted, or waits at
 * another unit, is changed by the dispatch office alone.
 */
export async function mayChange(
  tx: ScopedTx,
  known: Known,
  { post }: Pick<Session, 'post'>,
  period: Period,
  projects: ReadonlySet<string>,
): Promise<Result<undefined, Failure>> {
  if ((await closedAround(tx, period)) !== undefined) return refuse('period.closed', { period })
  if (post.role === 'dispatcher') return ok(undefined)
  const records = new Map((await recordsOfPeriod(tx, period)).map(one => [one.unit, one]))
  if (records.size === 0) return ok(undefined)
  for (const asked of returnsOfPeriod(known.scheme, known.facts, period, CALENDAR)) {
    const state = stateOf(records.get(asked.unit))
    if (!state || !holds(asked, projects)) continue
    const open = state.state === 'open' || state.state === 'returned'
    if (!open && !(state.state === 'submitted' && state.at === post.unit))
      return refusalOf({ code: 'return.wrong-state' }, asked, state)
  }
  return ok(undefined)
}

const holds = ({ rows }: AskedReturn, projects: ReadonlySet<string>) =>
  rows.some(row => projects.has(row.project))
