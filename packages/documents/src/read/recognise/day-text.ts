import {
  addDays,
  type Day,
  daysInMonth,
  isDay,
  makeDay,
  makeMonth,
  monthOf,
  type Period,
  type PeriodKind,
  periodOf,
  periodSpan,
} from '@guatu/kernel'
import type { Cell } from '../grid.ts'
import { compact } from './header-text.ts'
import type { ParsedValue } from './model.ts'

export type DayText =
  | { readonly day: Day; readonly precision?: NonNullable<ParsedValue['precision']> }
  | 'ambiguous'
  | undefined

/** Serial numbers of 1954 to 2119: a plain number beyond is no day. */
const SERIALS = { from: 20_000, to: 80_000 }
const SERIAL_START = '1899-12-30'

/** A day as clerks write it. A month or longer gives its last day and says so. `year` completes 5月12日. */
export function parseDay(cell: Cell, format?: string, year?: number): DayText {
  const text = compact(cell.text)
  if (cell.kind === 'date') return isDay(text) ? { day: text } : undefined
  if (format) {
    const day = byFormat(cell.text.trim(), format)
    if (day) return { day }
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
  const pattern = format.replace(/YYYY|MM|M|DD|D|HH|mm|ss|A|[^A-Za-z]/g, token =>
    token in TOKENS ? (TOKENS[token] ?? '') : token.replace(/[.*+?^${}()|[\]\\/]/, '\\$&'),
  )
  const groups = new RegExp(`^${pattern}$`).exec(text)?.groups
  if (!groups) return undefined
  const day = makeDay(Number(groups.y), Number(groups.m), Number(groups.d ?? 1))
  return isDay(day) ? day : undefined
}

/** `YYYY-MM` of a cell that names a month or a day in it. */
export function parseMonth(cell: Cell, format?: string, year?: number): string | 'ambiguous' | undefined {
  const compactMonth = /^(20\d{2})(0[1-9]|1[0-2])$/.exec(compact(cell.text))
  if (compactMonth) return makeMonth(Number(compactMonth[1]), Number(compactMonth[2]))
  const bareMonth = /^(?:[1-9]|1[0-2])$/.exec(compact(cell.text))
  if (bareMonth && year) return makeMonth(year, Number(bareMonth[0]))
  const parsed = parseDay(cell, format, year)
  if (parsed === 'ambiguous' || parsed === undefined) return parsed
  if (parsed.precision && parsed.precision !== 'month') return undefined
  return monthOf(parsed.day)
}

/** The period of that kind that holds the day of a cell; undefined where the cell names no single day. */
export function parsePeriodDay(
  cell: Cell,
  kind: PeriodKind,
  format?: string,
): Period | 'ambiguous' | undefined {
  const parsed = parseDay(cell, format)
  if (parsed === 'ambiguous' || parsed === undefined) return parsed
  return parsed.precision ? undefined : periodOf(kind, parsed.day)
}
