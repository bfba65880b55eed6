import { type Day, type Period, periodSpan } from '@guatu/kernel'
import { type Light, quantitiesOfLight, type Scheme } from '@guatu/scheme'
import { closedPeriods, endBefore, first } from '../cadence/closed.ts'
import { FARTHEST } from '../light/streak.ts'

export interface LookBack {
  /** At one project. */
  readonly project: readonly Day[]
  /** At sums over all projects. */
  readonly sums: readonly Day[]
}

/** The period's end, where the plan judged already. */
export const judgedEnd = ({ inForce }: Scheme, period: Period): Day | undefined => {
  const { end } = periodSpan(period)
  return end < inForce.from ? undefined : end
}

export function lookBackOf(scheme: Scheme, asOf: Day): LookBack {
  const sums = new Set(scheme.indicators.flatMap(one => (one.origin === 'from-projects' ? [one.id] : [])))
  const days = (lights: readonly Light[]) => {
    const found = new Set(lights.flatMap(light => daysOf(scheme, light, asOf)))
    found.delete(asOf)
    return [...found].sort()
  }
  return {
    project: days(scheme.lights.filter(light => light.of === undefined)),
    sums: days(
      scheme.lights.filter(light =>
        quantitiesOfLight(light).some(
          one =>
            typeof one === 'object' &&
            (('indicator' in one && sums.has(one.indicator)) || ('rank' in one && sums.has(one.rank))),
        ),
      ),
    ),
  }
}

function daysOf(scheme: Scheme, light: Light, asOf: Day): Day[] {
  const judged = [asOf, ...light.streak.flatMap(streak => streakEnds(scheme, streak, asOf))]
  const before = quantitiesOfLight(light).flatMap(one => {
    if (typeof one === 'string') return []
    const kind = 'every' in one ? one.every : 'before' in one ? one.before : undefined
    return kind === undefined ? [] : judged.map(day => endBefore(kind, day))
  })
  return [...judged, ...before]
}

/** Ends of the periods that a streak may count. */
function streakEnds(scheme: Scheme, { every, periods, skips }: Light['streak'][number], asOf: Day): Day[] {
  const ends: Day[] = []
  for (const period of first(closedPeriods(every, asOf), skips === 'pass' ? FARTHEST : periods)) {
    const end = judgedEnd(scheme, period)
    if (end === undefined) break
    ends.push(end)
  }
  return ends
}
