import { addDays, type Day, type Period, type PeriodKind, periodOf, periodSpan } from '@guatu/kernel'

const periodBefore = (kind: PeriodKind, period: Period) =>
  periodOf(kind, addDays(periodSpan(period).start, -1))

/** Periods that closed by the day, the last one first, without end. */
export function* closedPeriods(kind: PeriodKind, asOf: Day): Generator<Period, never> {
  let period = periodOf(kind, asOf)
  if (periodSpan(period).end > asOf) period = periodBefore(kind, period)
  for (;;) {
    yield period
    period = periodBefore(kind, period)
  }
}

/** The day on which the period before the last closed one ended. */
export function endBefore(kind: PeriodKind, asOf: Day): Day {
  const [, before] = [...first(closedPeriods(kind, asOf), 2)]
  return periodSpan(before ?? '').end
}

export function* first<T>(items: Iterable<T>, count: number): Generator<T, void> {
  let left = count
  if (left === 0) return
  for (const item of items) {
    yield item
    left -= 1
    if (left === 0) return
  }
}
