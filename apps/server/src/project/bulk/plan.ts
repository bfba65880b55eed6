import { BULK_MOST, type BulkAsked } from '@guatu/contract'
import { type BulkRow, planBulk, unknownInBulk } from '@guatu/domain'
import { canonicalJson, type Day, ok, type Result } from '@guatu/kernel'
import { readFacts, type ScopedTx, sha256 } from '@guatu/store'
import type { App } from '../../app.ts'
import { type Failure, refuse } from '../../http/failure.ts'
import { schemeAt } from '../../moment/scheme.ts'
import { todayOf } from '../../moment/today.ts'
import { look } from '../../picture/picture.ts'
import type { Session } from '../../session/session.ts'
import { searchOf } from '../search.ts'

/** The projects that a selection names: those ticked, or all that its filters find now. */
export async function selected(
  app: App,
  session: Session,
  select: BulkAsked['select'],
): Promise<Result<readonly string[], Failure>> {
  const ids =
    'ids' in select
      ? [...new Set(select.ids)]
      : await look(app, session, {}, ({ library }) =>
          library.page(searchOf(select.found), 0, BULK_MOST + 1).rows.map(line => line.id),
        )
  return ids.length > BULK_MOST ? refuse('bulk.too-many', { count: BULK_MOST }) : ok(ids)
}

export interface BulkPlan {
  readonly rows: readonly BulkRow[]
  readonly today: Day
  /** Changes when what would be written, or what it would replace, does. */
  readonly hash: string
}

/** As things stand in this transaction; projects that are not there or out of scope are left out. */
export async function bulkPlan(
  app: App,
  tx: ScopedTx,
  session: Session,
  ids: readonly string[],
  change: BulkAsked['change'],
): Promise<Result<BulkPlan, Failure>> {
  const today = await todayOf(tx, session.jurisdiction, app.now())
  const { scheme } = await schemeAt(tx, { asOf: today })
  const facts = await readFacts(tx, { asOf: today, projects: ids })
  const unknown = unknownInBulk(change, { ...facts, scheme })
  if (unknown) return refuse('request.invalid', { place: `body.change.${unknown}` })
  const rows = planBulk(change, { ...facts, scheme, today })
  return ok({ rows, today, hash: sha256(canonicalJson(rows)) })
}
