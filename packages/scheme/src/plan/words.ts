import { type Minor, moneyText, type Rate, rateText } from '@guatu/kernel'
import type { Scheme } from '../language/scheme.ts'
import type { ValueType } from '../lint/values.ts'

type Both = readonly [zh: string, en: string]

/** 15,710,000,000,00 → `157.1亿元`, in the unit of the scheme's totals. */
export function amountWords({ currency }: Scheme, minor: Minor): Both {
  const { unit, unitEn, scale } = currency.total
  const text = trimmed(moneyText(minor, scale, 4))
  return [`${text}${unit}`, `${text} × ${unitEn}`]
}

export function valueWords(scheme: Scheme, value: Rate, type: ValueType): Both {
  if (type === 'money') return amountWords(scheme, value.n)
  const text = type === 'rate' ? `${trimmed(rateText(value, 4, 100) ?? '')}%` : String(value.n)
  return [text, text]
}

const trimmed = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** An exact number to some decimals, without zeros at the end. */
export const roundWords = (value: Rate, decimals: number, scale = 1): string =>
  trimmed(rateText(value, decimals, scale) ?? '')
