import { type Day, err, ok, type Result } from '@guatu/kernel'
import { type Database, jurisdictions, setBusinessDate, withScope } from '@guatu/store'
import { SYSTEM } from '../scheme/load.ts'

export type NoSuchDay =
  | { readonly code: 'demo.unknown' }
  | { readonly code: 'demo.follows-the-clock' }
  | { readonly code: 'demo.past'; readonly today: Day }

/**
 * Moves "today" of a demo jurisdiction; a running server follows at its next request. Never back: what was written on a
 * later day would lie in the future. Real work follows the clock and is refused.
 */
export async function moveDemoDay(
  database: Database,
  jurisdiction: string,
  day: Day,
): Promise<Result<{ readonly name: string; readonly from: Day }, NoSuchDay>> {
  const known = (await jurisdictions(database)).find(one => one.id === jurisdiction)
  if (!known) return err({ code: 'demo.unknown' })
  const { name, businessDate } = known
  if (!businessDate) return err({ code: 'demo.follows-the-clock' })
  if (day < businessDate) return err({ code: 'demo.past', today: businessDate })
  await withScope(database, { jurisdiction, person: SYSTEM, reads: 'all' }, tx => setBusinessDate(tx, day))
  return ok({ name, from: businessDate })
}
