import { addDays, type Period, type periodKind, periodOf, periodSpan } from '@guatu/kernel'
import type { Program } from '../evaluate/index.ts'
import type { ReturnFact } from '../facts/index.ts'

/** Whether no return has come for the last period of the plan's rhythm that ended, nor for any that ended since. */
export function isSilent({ scheme, asOf }: Program, returns: readonly ReturnFact[]): boolean {
  const every = scheme.cadences.find(cadence => cadence.asksReturn)?.every
  const { start } = periodSpan(lastEnded(every === undefined || every === 'day' ? 'month' : every, asOf))
  return !returns.some(({ period }) => {
    const { end } = periodSpan(period)
    return end >= start && end <= asOf
  })
}

function lastEnded(kind: NonNullable<ReturnType<typeof periodKind>>, asOf: string): Period {
  const current = periodOf(kind, asOf)
  const { start, end } = periodSpan(current)
  return end <= asOf ? current : periodOf(kind, addDays(start, -1))
}
