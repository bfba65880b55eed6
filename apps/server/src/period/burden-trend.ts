import type { Response, routes } from '@guatu/contract'
import { addBurden, NO_BURDEN } from '@guatu/domain'
import { addDays, type Period, periodKind, periodOf, periodSpan } from '@guatu/kernel'
import { returnsOfPeriods, type ScopedTx } from '@guatu/store'
import { burdenIn } from '../return/sent.ts'

const SHOWN = 6

/** What was sent in this period and the ones of its kind before it; periods without any return are left out. */
export async function burdenTrend(
  tx: ScopedTx,
  period: Period,
): Promise<Response<typeof routes.getPeriod>['burdenTrend']> {
  const kind = periodKind(period)
  if (!kind) return []
  const periods = [period]
  while (periods.length < SHOWN) {
    const first = periodSpan(periods[0] ?? period).start
    periods.unshift(periodOf(kind, addDays(first, -1)))
  }
  const records = await returnsOfPeriods(tx, periods)
  return periods.flatMap(one => {
    const sent = records.filter(record => record.period === one).flatMap(record => burdenIn(record) ?? [])
    if (sent.length === 0) return []
    const { asked, prefilled, typed, read } = sent.reduce(addBurden, NO_BURDEN)
    return [{ period: one, asked, prefilled, typed, read }]
  })
}
