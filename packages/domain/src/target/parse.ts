import { parseRate, type Rate } from '@guatu/kernel'
import { readAmount, readCount } from '@guatu/scheme'
import type { TargetPart } from '../evaluate/result.ts'

/** `85%`, `140亿元`, `27个` → exact. The linter has read these already: what cannot be read is a bug. */
export function parseValue(text: string, unit: TargetPart['unit']): Rate {
  if (unit === 'percent') {
    const rate = parseRate(text)
    if (rate) return rate
  } else {
    const whole = unit === 'count' ? readCount(text) : readAmount(text)
    if (whole !== undefined) return { n: whole, d: 1 }
  }
  throw new Error(`not a target value: ${text}`)
}
