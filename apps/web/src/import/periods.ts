import { makeDay, type PeriodKind, periodSpan, periodsIn, yearOf } from '@guatu/kernel'

/** Periods of this year and the last that ended by today, newest first; what was recognised is among them in any case. */
export function periodsToOffer(kind: PeriodKind, today: string, recognised: string | null): string[] {
  if (kind === 'day') return recognised ? [recognised] : []
  const span = { start: makeDay(yearOf(today) - 1, 1, 1), end: today }
  const ended = periodsIn(kind, span).filter(period => periodSpan(period).end <= today)
  return [...new Set(recognised ? [...ended, recognised] : ended)].reverse()
}
