import { type Day, monthNumber, yearOf } from './day.ts'
import { type Period, periodKind } from './period.ts'

/** `2020年5月31日`: no leading zeros (GB/T 9704, 7.3.5.4). */
export const dayZh = (day: Day) => `${yearOf(day)}年${monthNumber(day)}月${Number(day.slice(8, 10))}日`

/** A period as people say it: 2023年5月, 2023年第21周, 2023年5月上旬. */
export function periodZh(period: Period): string {
  const year = `${period.slice(0, 4)}年`
  const month = () => `${year}${monthNumber(period.slice(0, 7))}月`
  const last = Number(period.at(-1))
  switch (periodKind(period)) {
    case 'year':
      return year
    case 'half':
      return `${year}${last === 1 ? '上' : '下'}半年`
    case 'quarter':
      return `${year}第${last}季度`
    case 'month':
      return month()
    case 'half-month':
      return `${month()}${last === 1 ? '上' : '下'}半月`
    case 'ten-days':
      return `${month()}${['上', '中', '下'][last - 1] ?? ''}旬`
    case 'week':
      return `${year}第${Number(period.slice(6))}周`
    default:
      return dayZh(period)
  }
}

/** In English: 2023-05, week 21 of 2023, 2023-05 part 1; months and days are written as in ISO 8601. */
export function periodEn(period: Period): string {
  const year = period.slice(0, 4)
  const month = period.slice(0, 7)
  const last = period.at(-1)
  switch (periodKind(period)) {
    case 'half':
      return `${year} H${last}`
    case 'quarter':
      return `${year} Q${last}`
    case 'half-month':
      return `${month} half ${last}`
    case 'ten-days':
      return `${month} part ${last}`
    case 'week':
      return `week ${Number(period.slice(6))} of ${year}`
    default:
      return period
  }
}
