import { addDays, type Day, daysInMonth, isDay, makeDay, makeMonth, monthOf } from '../day.ts'
import { type Period, type PeriodKind, periodOf, periodSpan } from '../period.ts'
import { compact } from './header-text.ts'
import { readPeriod } from './period-text.ts'

/** What a cell holds as far as reading it needs to know; dates as `YYYY-MM-DD`. */
export interface WrittenCell {
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
}

/** A day given only as a month or longer stands for its last day. */
export type DayPrecision = 'month' | 'quarter' | 'half' | 'year'

export type DayText = { readonly day: Day; readonly precision?: DayPrecision } | 'ambiguous' | undefined

/** Serial numbers of 1954 to 2119: a plain number beyond is no day. */
const SERIALS = { from: 20_000, to: 80_000 }
const SERIAL_START = '1899-12-30'

/** Formats to try in order, or one. */
export type DateFormat = string | readonly string[]

/** A day as clerks write it. A month or longer gives its last day and says so. `year` completes 5月12日. */
export function parseDay(cell: WrittenCell, format?: DateFormat, year?: number): DayText {
  const text = compact(cell.text)
  if (cell.kind === 'date') return isDay(text) ? { day: text } : undefined
  if (format) {
    const trimmed = cell.text.trim()
    for (const one of typeof format === 'string' ? [format] : format) {
      const day = byFormat(trimmed, one)
      if (day) return { day }
    }
  }
  if (cell.kind === 'number' && /^20\d\d\.1$/.test(text)) return 'ambiguous'
  const number = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : Number.NaN
  if (number >= SERIALS.from && number <= SERIALS.to) return { day: addDays(SERIAL_START, number) }
  return dayOrLonger(text, year)
}

const FULL =
  /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号)?(?:[t ]?\d{1,2}:\d{2}(?::\d{2})?(?:\.0+)?)?$/
const MONTH = /^(?:(\d{4})(?:年|[-./]))?(\d{1,2})(?:月(?:份|底|末|中旬|上旬|下旬)?|)$/
const PART_ENDS: readonly [RegExp, number][] = [
  [/上旬$/, 10],
  [/中旬$/, 20],
]

function dayOrLonger(text: string, year: number | undefined): DayText {
  const compactDay = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const full = FULL.exec(text) ?? compactDay
  if (full) return exact(Number(full[1]), Number(full[2]), Number(full[3]))
  const monthDay = /^(\d{1,2})月(\d{1,2})[日号]$/.exec(text)
  if (monthDay && year) return exact(year, Number(monthDay[1]), Number(monthDay[2]))
  const month = MONTH.exec(text)
  if (month && (month[1] || text.includes('月')))
    return monthEnd(text, Number(month[1] ?? year), Number(month[2]))
  return longerThanMonth(text)
}

function exact(year: number, month: number, date: number): DayText {
  const day = makeDay(year, month, date)
  return isDay(day) ? { day } : undefined
}

function monthEnd(text: string, year: number, month: number): DayText {
  if (!Number.isInteger(year) || month < 1 || month > 12) return undefined
  const date = PART_ENDS.find(([part]) => part.test(text))?.[1] ?? daysInMonth(year, month)
  return { day: makeDay(year, month, date), precision: 'month' }
}

function longerThanMonth(text: string): DayText {
  const match = /^(\d{4})年?(?:第?([一二三四1-4])季度|q([1-4])|([上下])半年|(?:年?[底末])|(?:度)?)$/.exec(
    text,
  )
  if (!match) return undefined
  const [, year = '', chinese, digit, half] = match
  const quarter = chinese ? '一二三四'.indexOf(chinese) + 1 || Number(chinese) : Number(digit)
  if (quarter) return { day: periodSpan(`${year}-Q${quarter}`).end, precision: 'quarter' }
  if (half) return { day: periodSpan(`${year}-H${half === '上' ? 1 : 2}`).end, precision: 'half' }
  return { day: `${year}-12-31`, precision: 'year' }
}

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<y>\\d{4})',
  /** 70 to 99 are of the century before. */
  YY: '(?<yy>\\d{2})',
  MM: '(?<m>\\d{1,2})',
  M: '(?<m>\\d{1,2})',
  DD: '(?<d>\\d{1,2})',
  D: '(?<d>\\d{1,2})',
  HH: '\\d{1,2}',
  mm: '\\d{2}',
  ss: '\\d{2}',
  A: '[AaPp]\\.?[Mm]\\.?',
}

function byFormat(text: string, format: string): Day | undefined {
  const groups = patternOf(format).exec(text)?.groups
  if (!groups) return undefined
  const year = groups.y ?? `${Number(groups.yy) < 70 ? 20 : 19}${groups.yy}`
  const day = makeDay(Number(year), Number(groups.m), Number(groups.d ?? 1))
  return isDay(day) ? day : undefined
}

/** A mapping has few formats, a file many cells. */
const patterns = new Map<string, RegExp>()
const PATTERNS_KEPT = 100

function patternOf(format: string): RegExp {
  const known = patterns.get(format)
  if (known) return known
  const source = format.replace(/YYYY|YY|MM|M|DD|D|HH|mm|ss|A|[^A-Za-z]/g, token =>
    token in TOKENS ? (TOKENS[token] ?? '') : token.replace(/[.*+?^${}()|[\]\\/]/, '\\$&'),
  )
  const pattern = new RegExp(`^${source}$`)
  if (patterns.size >= PATTERNS_KEPT) patterns.clear()
  patterns.set(format, pattern)
  return pattern
}

/** `YYYY-MM` of a cell that names a month or a day in it. */
export function parseMonth(
  cell: WrittenCell,
  format?: DateFormat,
  year?: number,
): string | 'ambiguous' | undefined {
  const compactMonth = /^(20\d{2})(0[1-9]|1[0-2])$/.exec(compact(cell.text))
  if (compactMonth) return makeMonth(Number(compactMonth[1]), Number(compactMonth[2]))
  const bareMonth = /^(?:[1-9]|1[0-2])$/.exec(compact(cell.text))
  if (bareMonth && year) return makeMonth(year, Number(bareMonth[0]))
  const parsed = parseDay(cell, format, year)
  if (parsed === 'ambiguous' || parsed === undefined) return parsed
  if (parsed.precision && parsed.precision !== 'month') return undefined
  return monthOf(parsed.day)
}

/** A month, quarter, half or year as a cell names it: 2025-03, 2025年3月, 2025年1-3月, 2025Q1, 2025年, a date in the month. */
export function parsePeriod(
  cell: WrittenCell,
  kind?: PeriodKind,
  format?: DateFormat,
): Period | 'ambiguous' | undefined {
  if (kind) return parsePeriodDay(cell, kind, format)
  const month = parseMonth(cell, format)
  if (month !== undefined) return month
  const longer = parseDay(cell, format)
  if (longer && longer !== 'ambiguous' && longer.precision) return periodOf(longer.precision, longer.day)
  const read = cell.text.length <= LONGEST_PERIOD ? readPeriod(cell.text) : undefined
  return read?.months?.from === 1 ? read.period : undefined
}

const LONGEST_PERIOD = 16

/** The period of that kind that holds the day of a cell, or that the cell names itself: 2023 where years are asked for. */
export function parsePeriodDay(
  cell: WrittenCell,
  kind: PeriodKind,
  format?: DateFormat,
): Period | 'ambiguous' | undefined {
  const parsed = parseDay(cell, format)
  if (parsed === 'ambiguous' || parsed === undefined) return parsed
  return parsed.precision && parsed.precision !== kind ? undefined : periodOf(kind, parsed.day)
}
