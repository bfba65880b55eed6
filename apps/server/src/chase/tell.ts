import { type Chase, chaseOn, type NewNotice, recipientsOf } from '@guatu/domain'
import { enqueueNotices, keepChase, posts, type ScopedTx, settingsInForce } from '@guatu/store'
import { CALENDAR, type Known } from '../return/known.ts'
import { chasedReturns, chaseSettings, chaseUnits } from './returns.ts'
import { chaseNotice } from './words.ts'

/** Tells what the rules say for today, once. Gives how many words went out. Needs a scope that reads all. */
export async function chaseToday(tx: ScopedTx, known: Known): Promise<number> {
  const settings = await settingsInForce(tx, { asOf: known.today })
  const due = chaseOn(
    known.today,
    await chasedReturns(tx, known),
    chaseUnits(known),
    chaseSettings(settings),
    CALENDAR,
  )
  if (due.length === 0) return 0
  const held = await posts(tx)
  const addressed = due.map(one => {
    const to = addresseeOf(one)
    return { one, to, persons: recipientsOf(to, held, known.units) }
  })
  const fresh = await keepChase(
    tx,
    addressed.map(({ one, persons }) => ({
      key: one.key,
      unit: one.return.unit,
      period: one.return.period,
      kind: one.kind,
      level: one.to.level,
      toUnit: one.to.unit,
      day: known.today,
      daysLate: one.daysLate,
      persons,
    })),
  )
  const notices = addressed
    .filter(({ one }) => fresh.has(one.key))
    .map(({ one, to }): NewNotice => ({ ...chaseNotice(known, one), ...to }))
  await enqueueNotices(tx, notices)
  return notices.length
}

/** Heads of the unit itself or of the one above; the office has no head to be told, but dispatchers: the last of the line. */
export function addresseeOf({ to }: Pick<Chase, 'to'>): {
  toUnit: string
  level: 'reporter' | 'head' | 'superior'
} {
  if (to.level === 'owner') return { toUnit: to.unit, level: 'reporter' }
  return { toUnit: to.unit, level: to.level === 'office' ? 'superior' : 'head' }
}
