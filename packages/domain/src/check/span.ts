import { dayNumber, type Period, type PeriodKind, periodKind, periodSpan, yearOf } from '@guatu/kernel'

/** A period with its days as numbers, worked out once for all rows that speak of it. */
export interface Turn {
  readonly kind: PeriodKind | undefined
  /** Of its last day: the first ISO week may begin in the year before. */
  readonly year: number
  /** Days since 1970-01-01, both inside. */
  readonly first: number
  readonly last: number
}

const turns = new Map<Period, Turn>()
const TURNS_KEPT = 10_000

export function turnOf(period: Period): Turn {
  const known = turns.get(period)
  if (known) return known
  const { start, end } = periodSpan(period)
  const turn = { kind: periodKind(period), year: yearOf(end), first: dayNumber(start), last: dayNumber(end) }
  if (turns.size >= TURNS_KEPT) turns.clear()
  turns.set(period, turn)
  return turn
}
