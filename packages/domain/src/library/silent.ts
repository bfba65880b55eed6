import { addDays, type Day, type Period, type PeriodKind, periodOf, periodSpan } from '@guatu/kernel'
import type { Cadence } from '@guatu/scheme'
import { type AskingCycle, asksProject, cycleSpan, isOnCall, lastOfCycle } from '../cadence/index.ts'
import type { Program, ProjectFacts } from '../evaluate/index.ts'

/**
 * Whether no return has come for the last period that ended of some rhythm that asks for it, nor for any that ended
 * since. A project that no rhythm asks for is not silent; where the plan has none at all, the month is taken.
 */
export function isSilent(
  program: Program,
  { memberships, returns }: Pick<ProjectFacts, 'memberships' | 'returns'>,
): boolean {
  const { asOf } = program
  const start = lastEndedOf(program)
    .filter(({ cycle }) => cycle === undefined || asksProject(cycle, memberships, returns))
    .reduce((latest, one) => laterDay(latest, one.start), '')
  if (start === '') return false
  return !returns.some(({ period }) => {
    const { end } = periodSpan(period)
    return end >= start && end <= asOf
  })
}

const laterDay = (a: Day, b: Day) => (a < b ? b : a)

/** The last period of a rhythm that ended: what asks, and the first day it is about. */
interface Ended {
  readonly cycle?: Pick<AskingCycle, 'asks' | 'period'>
  readonly start: Day
}

const ended = new WeakMap<Program, readonly Ended[]>()

/** The same for all projects, so found once. */
function lastEndedOf(program: Program): readonly Ended[] {
  const known = ended.get(program)
  if (known) return known
  const { scheme, asOf } = program
  const asking = scheme.cadences.filter(cadence => cadence.asksReturn && !isOnCall(cadence))
  const found: readonly Ended[] =
    asking.length === 0
      ? [{ start: periodSpan(lastEnded('month', asOf)).start }]
      : asking.map(cadence => endedCycle(cadence, asOf))
  ended.set(program, found)
  return found
}

function endedCycle(asks: Cadence, asOf: Day): Ended {
  let cycle = { asks, period: lastOfCycle(asks, periodOf(asks.every, asOf)) }
  while (periodSpan(cycle.period).end > asOf) {
    const before = addDays(cycleSpan(asks, cycle).start, -1)
    cycle = { asks, period: lastOfCycle(asks, periodOf(asks.every, before)) }
  }
  return { cycle, start: cycleSpan(asks, cycle).start }
}

function lastEnded(kind: PeriodKind, asOf: string): Period {
  const current = periodOf(kind, asOf)
  const { start, end } = periodSpan(current)
  return end <= asOf ? current : periodOf(kind, addDays(start, -1))
}
