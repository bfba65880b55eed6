import { moneyText, percentText, type Rate, rateText, subtractRates } from '@guatu/kernel'

export interface MoneyUnit {
  readonly unit: string
  readonly unitEn: string
  /** Minor units in one of these. */
  readonly scale: number
  readonly decimals: number
}

export const NO_FIGURE = '—'

/** `-1234567.5` → `-1,234,567.5` */
export const grouped = (digits: string) =>
  digits.replace(/^(-?\d+)/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','))

export const amountText = (minor: number | null | undefined, { scale, decimals }: MoneyUnit) =>
  minor === null || minor === undefined ? NO_FIGURE : grouped(moneyText(minor, scale, decimals))

export const rateOrNone = (rate: Rate | null | undefined) => {
  const text = rate && percentText(rate)
  return text === undefined || text === null ? NO_FIGURE : `${text}%`
}

/** a - b in points with its sign: `+3.2`, `-10.0`; undefined where a side has no value. */
export function pointsText(a: Rate | null, b: Rate | null): string | undefined {
  const gap = a && b && subtractRates(a, b)
  const text = gap && rateText(gap, 1, 100)
  return text ? signed(text) : undefined
}

/** Same minus sign width as the plus, so that columns stand. */
export const signed = (text: string) =>
  text.startsWith('-') ? `−${text.slice(1)}` : /[1-9]/.test(text) ? `+${text}` : text

/** A cut of a rule as people write it: 65/100 → `65%`, 100/1 days → `100`. */
export function cutText(cut: Rate, unit: 'percent' | 'points' | 'days'): string {
  const digits = trimmed(rateText(cut, 2, unit === 'days' ? 1 : 100) ?? NO_FIGURE)
  return unit === 'percent' ? `${digits}%` : digits
}

const trimmed = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
