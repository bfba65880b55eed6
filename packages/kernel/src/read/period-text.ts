import { isDay, lastDayOf, makeDay, makeMonth, monthOf } from '../day.ts'
import type { Period } from '../period.ts'
import { compact, type MonthSpan } from './header-text.ts'

export interface PeriodText {
  /** Absent where the text names months but no year. */
  readonly period?: Period
  readonly months?: MonthSpan
  /** The text says that figures run from the start of the year. */
  readonly cumulative: boolean
}

const ORDINALS = '一二三四'
const two = (n: number) => String(n).padStart(2, '0')
const QUARTER_DIGIT = (text: string) => (ORDINALS.indexOf(text) + 1 || Number(text)) as 1 | 2 | 3 | 4

/** The period a title, note or sheet name speaks of: 2020年5月, 1-5月, 截至5月底, 2023年二季度, 2020年5月31日. */
export function readPeriod(source: string): PeriodText | undefined {
  const text = compact(source)
  const year = /(?<!\d)((?:19|20)\d{2})(?:年|[-./]\d)/.exec(text)?.[1]
  const cumulative = /截[至止]|累计|自年初|以来/.test(text)
  const months = (from: number, to: number, sum: boolean): PeriodText | undefined => {
    if (from < 1 || to > 12 || from > to) return undefined
    const period = year ? makeMonth(Number(year), to) : undefined
    return { ...(period ? { period } : {}), months: { from, to }, cumulative: sum }
  }
  const range = /(?<!\d)(\d{1,2})月?(?:份)?[-—–~至到]+(\d{1,2})月/.exec(text)
  if (range) return months(Number(range[1]), Number(range[2]), Number(range[1]) === 1 || cumulative)
  const day = /(?<!\d)((?:19|20)\d{2})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})(?:日|号|(?!\d))/.exec(text)
  if (day) return dayPeriod(makeDay(Number(day[1]), Number(day[2]), Number(day[3])), cumulative)
  const tenDays = /(\d{1,2})月份?([上中下])旬/.exec(text)
  if (tenDays && year)
    return parted(year, tenDays[1], `T${'上中下'.indexOf(tenDays[2] ?? '') + 1}`, cumulative)
  const halfMonth = /(\d{1,2})月份?([上下])半月/.exec(text)
  if (halfMonth && year)
    return parted(year, halfMonth[1], `F${'上下'.indexOf(halfMonth[2] ?? '') + 1}`, cumulative)
  const month = /(?<!\d)(\d{1,2})月/.exec(text)
  if (month) return months(cumulative ? 1 : Number(month[1]), Number(month[1]), cumulative)
  const numbers = year ? /(?:19|20)\d{2}[-./](\d{1,2})(?![\d/.-])/.exec(text) : null
  if (numbers) return months(Number(numbers[1]), Number(numbers[1]), cumulative)
  if (!year) return undefined
  return longPeriod(text, year, cumulative)
}

function longPeriod(text: string, year: string, cumulative: boolean): PeriodText | undefined {
  const whole = (period: Period, months: MonthSpan): PeriodText => ({ period, months, cumulative })
  const quarter = /第?([一二三四1-4])季度|q([1-4])/.exec(text)
  if (quarter) {
    const number = QUARTER_DIGIT(quarter[1] ?? quarter[2] ?? '')
    return whole(`${year}-Q${number}`, { from: number * 3 - 2, to: number * 3 })
  }
  if (/上半年/.test(text)) return whole(`${year}-H1`, { from: 1, to: 6 })
  if (/下半年/.test(text)) return whole(`${year}-H2`, { from: 7, to: 12 })
  return new RegExp(`${year}年`).test(text) ? whole(year, { from: 1, to: 12 }) : undefined
}

function parted(year: string, month: string | undefined, part: string, cumulative: boolean): PeriodText {
  return { period: `${year}-${two(Number(month))}-${part}`, cumulative }
}

/** A month's last day stands for the month: 截至2020年5月31日. */
function dayPeriod(day: string, cumulative: boolean): PeriodText | undefined {
  if (!isDay(day)) return undefined
  return { period: day === lastDayOf(monthOf(day)) ? monthOf(day) : day, cumulative }
}
