import { type Minor, moneyText, type Rate, rateText } from '@guatu/kernel'
import type { Scheme } from '../language/scheme.ts'
import type { ValueType } from '../lint/values.ts'

/** 1,571,000,000,000 → `157.1亿元`, in the unit of the scheme's totals and as sentences write amounts. */
export function amountWords({ currency }: Scheme, minor: Minor): string {
  const { unit, scale } = currency.total
  return `${trimmed(moneyText(minor, scale, 4))}${unit}`
}

export function valueWords(scheme: Scheme, value: Rate, type: ValueType): string {
  if (type === 'money') return amountWords(scheme, value.n)
  return type === 'rate' ? `${trimmed(rateText(value, 4, 100) ?? '')}%` : String(value.n)
}

const trimmed = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)
