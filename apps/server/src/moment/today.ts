import type { Day } from '@guatu/kernel'
import type { Jurisdiction, ScopedTx } from '@guatu/store'
import { schemeAt } from './scheme.ts'

/** The day that "today" is: the jurisdiction's business date (demo), else the clock's in the plan's time zone. */
export async function todayOf(tx: ScopedTx, jurisdiction: Jurisdiction, now: number): Promise<Day> {
  if (jurisdiction.businessDate) return jurisdiction.businessDate
  const { scheme } = await schemeAt(tx, {})
  return dayIn(scheme.timeZone, now)
}

export const dayIn = (timeZone: string, now: number): Day =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  )
