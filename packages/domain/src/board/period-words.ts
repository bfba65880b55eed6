import { monthNumber, type Period, periodKind } from '@guatu/kernel'

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
      return `${month()}${Number(period.slice(8))}日`
  }
}
