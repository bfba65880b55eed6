import { parseRate, type Rate } from '@guatu/kernel'
import { z } from 'zod'
import { readAmount, readCount } from './amount.ts'
import { settingRef } from './common.ts'

export type LimitType = 'rate' | 'points' | 'days' | 'working-days' | 'months' | 'amount' | 'count'

const SUFFIXES: readonly (readonly [suffix: string, type: LimitType])[] = [
  ['%', 'rate'],
  ['pp', 'points'],
  ['wd', 'working-days'],
  ['mo', 'months'],
  ['d', 'days'],
]

/** `65%`, `10pp` → hundredths; `30d`, `5wd`, `1mo`, `3个` → whole; `1000万元` → minor units; undefined for anything else. */
export function readLimit(text: string): { readonly type: LimitType; readonly value: Rate } | undefined {
  const [suffix, type] = SUFFIXES.find(([end]) => text.endsWith(end)) ?? []
  if (suffix === undefined || type === undefined) return readWhole(text)
  const number = text.slice(0, -suffix.length)
  const hundredths = type === 'rate' || type === 'points'
  if (!/^-?\d+(\.\d+)?$/.test(number) || (!hundredths && number.includes('.'))) return undefined
  const value = parseRate(hundredths ? `${number}%` : number)
  return value && { type, value }
}

function readWhole(text: string): ReturnType<typeof readLimit> {
  const below = text.startsWith('-')
  const plain = below ? text.slice(1) : text
  const amount = readAmount(plain)
  const whole = amount ?? readCount(plain)
  if (whole === undefined || plain.startsWith('-')) return undefined
  return {
    type: amount === undefined ? 'count' : 'amount',
    value: { n: below && whole !== 0 ? -whole : whole, d: 1 },
  }
}

const WRITTEN = 'a cut is written like 65%, 10pp, 30d, 5wd, 1mo, 3个 or 1000万元'
const limitText = z.string(WRITTEN).refine(text => readLimit(text) !== undefined, WRITTEN)

/** A cut as written, or a setting that holds one. */
export const limit = z.union([limitText, settingRef])
export type Limit = z.infer<typeof limit>

/** A stretch of values by its two ends; an end that is not given is open. */
export const range = z
  .strictObject({
    atLeast: limit.optional(),
    above: limit.optional(),
    upTo: limit.optional(),
    below: limit.optional(),
  })
  .refine(
    ({ atLeast, above, upTo, below }) =>
      !(atLeast && above) && !(upTo && below) && (atLeast ?? above ?? upTo ?? below) !== undefined,
    'give one lower end (`atLeast`, `above`), one upper end (`upTo`, `below`), or one of each',
  )
export type Range = z.infer<typeof range>
