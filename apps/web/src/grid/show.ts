import { moneyText } from '@guatu/kernel'
import { amountText, grouped, type MoneyUnit, signed } from '../figure/text.ts'
import type { FieldType, Figure } from '../return/draft.ts'

/** A figure as it is read in a cell; stages by `stage`. Money with the decimals it has. */
export function figureText(
  type: FieldType,
  value: Figure | null | undefined,
  money: MoneyUnit,
  stage: (id: string) => string,
): string {
  if (value === null || value === undefined) return ''
  if (type === 'money' && typeof value === 'number') {
    const exact = moneyText(value, money.scale, String(money.scale).length - 1)
    return grouped(exact.includes('.') ? exact.replace(/\.?0+$/, '') : exact)
  }
  if (type === 'stage') return stage(String(value))
  return type === 'integer' ? grouped(String(value)) : String(value)
}

/** `+1,000`: against the last value; undefined where there is nothing to compare. */
export function changeText(
  type: FieldType,
  value: Figure | null,
  last: Figure | undefined,
  money: MoneyUnit,
): string | undefined {
  if (typeof value !== 'number' || typeof last !== 'number') return undefined
  const text = type === 'money' ? amountText(value - last, money) : grouped(String(value - last))
  return /[1-9]/.test(text) ? signed(text) : '±0'
}
