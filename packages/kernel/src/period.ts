import {
  addDays,
  type Day,
  dayNumber,
  daysInMonth,
  isDay,
  isMonth,
  lastDayOf,
  makeDay,
  monthNumber,
  monthOf,
  weekday,
  yearOf,
} from './day.ts'

/**
 * A reporting period as text that names its own kind:
 * `2023` year, `2023-H1` half, `2023-Q2` quarter, `2023-05` month, `2023-05-F2` half-month (上/下半月),
 * `2023-05-T3` ten days (旬), `2023-W21` ISO week, `2023-05-31` one day (irregular report dates).
 */
export type Period = string
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'half-month' | 'ten-days' | 'week' | 'day'

const SHAPES: readonly [PeriodKind, RegExp][] = [
  ['year', /^\d{4}$/],
  ['half', /^\d{4}-H[12]$/],
  ['quarter', /^\d{4}-Q[1-4]$/],
  ['half-month', /^\d{4}-\d{2}-F[12]$/],
  ['ten-days', /^\d{4}-\d{2}-T[1-3]$/],
  ['week', /^\d{4}-W\d{2}$/],
]

/** Undefined when the text is no period. */
export function periodKind(text: string): PeriodKind | undefined {
  if (isMonth(text)) return 'month'
  if (isDay(text)) return 'day'
  const kind = SHAPES.find(([, shape]) => shape.test(text))?.[0]
  if ((kind === 'half-month' || kind === 'ten-days') && !isMonth(text.slice(0, 7))) return undefined
  if (kind === 'week' && !isWeek(text)) return undefined
  return kind
}

export interface Span {
  readonly start: Day
  readonly end: Day
}

const monthSpan = (year: number, first: number, last: number): Span => ({
  start: makeDay(year, first, 1),
  end: makeDay(year, last, daysInMonth(year, last)),
})

/** The few periods that all returns speak of are read once. */
const spans = new Map<Period, Span>()
const SPANS_KEPT = 10_000

/** First and last day, both inside. Throws on text that is no period: check with `periodKind` at the edge. */
export function periodSpan(period: Period): Span {
  const known = spans.get(period)
  if (known) return known
  const span = spanOf(period)
  if (spans.size >= SPANS_KEPT) spans.clear()
  spans.set(period, span)
  return span
}

function spanOf(period: Period): Span {
  const year = yearOf(period)
  const part = Number(period.slice(-1))
  switch (periodKind(period)) {
    case 'year':
      return monthSpan(year, 1, 12)
    case 'half':
      return monthSpan(year, part * 6 - 5, part * 6)
    case 'quarter':
      return monthSpan(year, part * 3 - 2, part * 3)
    case 'month':
      return monthSpan(year, monthNumber(period), monthNumber(period))
    case 'half-month':
      return partOfMonth(period.slice(0, 7), part, 15, 2)
    case 'ten-days':
      return partOfMonth(period.slice(0, 7), part, 10, 3)
    case 'week': {
      const start = addDays(firstMonday(year), (Number(period.slice(-2)) - 1) * 7)
      return { start, end: addDays(start, 6) }
    }
    case 'day':
      return { start: period, end: period }
    default:
      throw new Error(`not a period: ${period}`)
  }
}

function partOfMonth(month: string, part: number, length: number, parts: number): Span {
  const year = yearOf(month)
  const number = monthNumber(month)
  const start = makeDay(year, number, (part - 1) * length + 1)
  return { start, end: part === parts ? lastDayOf(month) : makeDay(year, number, part * length) }
}

/** Monday of ISO week 1: the week that holds 4 January. */
function firstMonday(year: number): Day {
  const fourth = makeDay(year, 1, 4)
  return addDays(fourth, 1 - weekday(fourth))
}

function isWeek(text: string): boolean {
  const week = Number(text.slice(-2))
  const weeks = (dayNumber(firstMonday(yearOf(text) + 1)) - dayNumber(firstMonday(yearOf(text)))) / 7
  return week >= 1 && week <= weeks
}

/** The period of that kind that holds the day. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const year = yearOf(day)
  const month = monthNumber(day)
  const date = Number(day.slice(8, 10))
  switch (kind) {
    case 'year':
      return String(year).padStart(4, '0')
    case 'half':
      return `${day.slice(0, 4)}-H${month <= 6 ? 1 : 2}`
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(month / 3)}`
    case 'month':
      return monthOf(day)
    case 'half-month':
      return `${monthOf(day)}-F${date <= 15 ? 1 : 2}`
    case 'ten-days':
      return `${monthOf(day)}-T${Math.min(3, Math.ceil(date / 10))}`
    case 'week': {
      const thursday = addDays(day, 4 - weekday(day))
      const week = (dayNumber(addDays(thursday, -3)) - dayNumber(firstMonday(yearOf(thursday)))) / 7 + 1
      return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`
    }
    case 'day':
      return day
  }
}

export const nextPeriod = (period: Period): Period => {
  const kind = periodKind(period)
  if (!kind) throw new Error(`not a period: ${period}`)
  return periodOf(kind, addDays(periodSpan(period).end, 1))
}

/** Every period of the kind that touches the span, in order. */
export function periodsIn(kind: PeriodKind, span: Span): Period[] {
  const periods: Period[] = []
  for (let p = periodOf(kind, span.start); periodSpan(p).start <= span.end; p = nextPeriod(p)) periods.push(p)
  return periods
}
