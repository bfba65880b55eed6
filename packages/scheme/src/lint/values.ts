import { parseRate, type Rate } from '@guatu/kernel'
import { readAmount, readCount } from '../language/amount.ts'
import type { Indicator } from '../language/indicator.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Target } from '../language/target.ts'
import { choicesOf } from './settings.ts'

export type ValueType = 'money' | 'rate' | 'count'

/** What a target's value of that name is; undefined where the indicator has no such value. */
export function valueType(indicator: Indicator, name: string): ValueType | undefined {
  if (indicator.origin === 'reported') return indicator.values[name]
  if (name !== 'value') return undefined
  if (indicator.shape === 'ratio') return 'rate'
  return 'count' in indicator.of ? 'count' : 'money'
}

/** A target's value as written → an exact number; undefined where it is not of the type. */
export function readValue(text: string, type: ValueType): Rate | undefined {
  if (type === 'rate') return text.endsWith('%') ? parseRate(text) : undefined
  const whole = type === 'count' ? readCount(text) : readAmount(text)
  return whole === undefined ? undefined : { n: whole, d: 1 }
}

/** The indicators that a target may measure: one, or those of its choice. */
export const indicatorsOf = (scheme: Scheme, target: Target): Indicator[] =>
  choicesOf(scheme, target.indicator).flatMap(id => scheme.indicators.find(one => one.id === id) ?? [])

/** Names of the values that a target asks for. */
export function namesOf(target: Target): string[] {
  const named = [target.floor, target.stretch].flatMap(dated => Object.values(dated ?? {}))
  return [...new Set(named.flatMap(values => Object.keys(values)))]
}
