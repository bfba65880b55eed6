import { moneyText, percentText, type Rate } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'

/** An amount in the scheme's unit for totals: `43.00亿元`. */
export function totalText(minor: number, scheme: Scheme, lang: 'zh' | 'en'): string {
  const { scale, decimals, unit, unitEn } = scheme.currency.total
  const text = moneyText(minor, scale, decimals)
  return lang === 'zh' ? `${text}${unit}` : `${text} ${unitEn}`
}

/** An amount in the scheme's unit for single projects: `3200`, the unit stands in the column head. */
export const rowText = (minor: number, scheme: Scheme) =>
  moneyText(minor, scheme.currency.row.scale, scheme.currency.row.decimals)

export const rateWords = (rate: Rate) => {
  const text = percentText(rate)
  return text === undefined ? '—' : `${text}%`
}
