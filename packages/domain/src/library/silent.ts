import { addDays, type Day, type Period, type periodKind, periodOf, periodSpan } from '@guatu/kernel'
import type { Program } from '../evaluate/index.ts'
import type { ReturnFact } from '../facts/index.ts'

/** Whether no return has come for the last period of the plan's rhythm that ended, nor for any that ended since. */
export function isSilent(program: Program, returns: readonly ReturnFact[]): boolean {
  const { asOf } = program
  const start = lastStart(program)
  return !returns.some(({ period }) => {
    const { end } = periodSpan(period)
    return end >= start && end <= asOf
  })
}

const starts = new WeakMap<Program, Day>()

/** First day of the last period that ended: the same for all projects, so found once. */
function lastStart(program: Program): Day {
  const known = starts.get(program)
  if (known) return known
  const every = program.scheme.cadences.find(cadence => cadence.asksReturn)?.every
  const { start } = periodSpan(
    lastEnded(every === undefined || every === 'day' ? 'month' : every, program.asOf),
  )
  starts.set(program, start)
  return start
}

function lastEnded(kind: NonNullable<ReturnType<typeof periodKind>>, asOf: string): Period {
  const current = periodOf(kind, asOf)
  const { start, end } = periodSpan(current)
  return end <= asOf ? current : periodOf(kind, addDays(start, -1))
}
