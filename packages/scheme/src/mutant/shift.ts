import { addDays, isDay } from '@guatu/kernel'
import { readAmount, readCount } from '../language/amount.ts'

/** One unit of the last written digit each way: 65% → 64% and 66%, 0.25亿元 → 0.24 and 0.26; a day by one day. */
export function shifted(value: unknown): (string | number)[] {
  if (typeof value === 'number') return byUnit(String(value)).map(Number)
  if (typeof value !== 'string') return []
  if (isDay(value)) return [addDays(value, -1), addDays(value, 1)]
  if (isMonthDay(value)) return besideMonthDay(value)
  const [from, to, ...more] = value.split('/')
  if (from && to && more.length === 0 && isMonthDay(from) && isMonthDay(to))
    return [
      ...besideMonthDay(from).map(one => `${one}/${to}`),
      ...besideMonthDay(to).map(one => `${from}/${one}`),
    ]
  return isNumber(value) ? byUnit(value) : []
}

/** 2023 is no leap year: its month-days are days of every year. */
const isMonthDay = (text: string) => /^\d{2}-\d{2}$/.test(text) && isDay(`2023-${text}`)
const besideMonthDay = (text: string) => [-1, 1].map(by => addDays(`2023-${text}`, by).slice(5))

const isNumber = (text: string) =>
  /^-?\d+(\.\d+)?(%|pp|d)$/.test(text) || readAmount(text) !== undefined || readCount(text) !== undefined

function byUnit(text: string): string[] {
  const [, digits = '', rest = ''] = /^(-?\d+(?:\.\d+)?)(.*)$/.exec(text) ?? []
  const decimals = digits.split('.')[1]?.length ?? 0
  const units = Math.round(Number(digits) * 10 ** decimals)
  return [-1, 1].map(by => `${((units + by) / 10 ** decimals).toFixed(decimals)}${rest}`)
}
