import { type Columns, fieldsJudged, type ReplayMoment, type SettingFault } from '@guatu/domain'
import { type Day, ok, type Period, periodSpan, type Result } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { daysOfChange, readColumns, type ScopedTx, surroundings } from '@guatu/store'
import { schemeAt } from '../moment/scheme.ts'
import { sidesOf, type Tried } from './change.ts'

/**
 * The periods of the ledger as they can be replayed: each as of its last day, as known now, with the plan and the
 * settings that were in force then. Periods between which nothing else than returns came are read once.
 */
export async function replayMoments(
  tx: ScopedTx,
  periods: readonly Period[],
  tried: Tried,
): Promise<Result<readonly ReplayMoment[], readonly SettingFault[]>> {
  const moments: ReplayMoment[] = []
  for (const run of await runsOf(tx, periods)) {
    const last = periodSpan(run.at(-1) ?? '').end
    const { settings } = await surroundings(tx, { asOf: last })
    const judged = []
    for (const period of run) {
      const asOf = periodSpan(period).end
      const sides = sidesOf(await schemeAt(tx, { asOf }), settings, tried)
      if (!sides.ok) return sides
      judged.push({ period, asOf, ...sides.value })
    }
    const columns = await columnsFor(
      tx,
      last,
      judged.flatMap(({ before, after }) => [before.scheme, after.scheme]),
    )
    moments.push(...judged.map(one => ({ ...one, columns })))
  }
  return ok(moments)
}

function columnsFor(tx: ScopedTx, asOf: Day, schemes: readonly Scheme[]): Promise<Columns> {
  const fields = new Set([...new Set(schemes)].flatMap(fieldsJudged))
  return readColumns(tx, { asOf }, [...fields].sort())
}

/** Periods in order, cut where facts changed between two ends. */
async function runsOf(tx: ScopedTx, periods: readonly Period[]): Promise<Period[][]> {
  const ends = periods.map(period => periodSpan(period).end)
  const days = await daysOfChange(tx, ends[0] ?? '', ends.at(-1) ?? '')
  const runs: Period[][] = []
  periods.forEach((period, index) => {
    const [before = '', end = ''] = [ends[index - 1], ends[index]]
    const changed = index === 0 || days.some(day => day > before && day <= end)
    if (changed) runs.push([period])
    else runs.at(-1)?.push(period)
  })
  return runs
}
