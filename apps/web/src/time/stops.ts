import { type Day, isDay, type PeriodKind, periodSpan, periodsIn, yearOf } from '@guatu/kernel'

/**
 * Where the slider can stand: the ends of the periods of a year up to today, the end of the year before as the
 * beginning, and today. A day shown that is none of these is one too.
 */
export function stopsOf(every: PeriodKind, shown: Day, today: Day): Day[] {
  const thisYear = yearOf(today)
  const year = shown === `${thisYear - 1}-12-31` ? thisYear : yearOf(shown)
  const span = { start: `${year}-01-01`, end: `${year}-12-31` }
  const ends = periodsIn(every === 'day' ? 'month' : every, span)
    .map(period => periodSpan(period).end)
    .filter(end => yearOf(end) === year && end <= today)
  const last = year === thisYear ? [today] : []
  return [...new Set([`${year - 1}-12-31`, ...ends, ...last, shown])].sort()
}

/** The last stop of each month, with its place: a label each. */
export function monthTicks(stops: readonly Day[]): { readonly month: number; readonly index: number }[] {
  return stops.flatMap((stop, index) =>
    stops[index + 1]?.slice(0, 7) === stop.slice(0, 7) ? [] : [{ month: Number(stop.slice(5, 7)), index }],
  )
}

/** A day as people type it, year first: `2020-5-31`, `2020年5月31日`, `2020.05.31`. */
export function readDay(text: string): Day | undefined {
  const [, year = '', month = '', date = ''] = /^\s*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(text) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}
