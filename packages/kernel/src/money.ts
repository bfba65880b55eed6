import { parseDecimal } from './decimal.ts'
import { fault, ok, type Result } from './result.ts'

/** Money as a safe integer of the currency's minor unit: 分 for CNY, cent for USD. */
export type Minor = number

/** What one unit of an amount is worth in minor units. Units exist at the edge only. */
export const MONEY_UNITS = {
  元: 100,
  千元: 100_000,
  万元: 1_000_000,
  百万元: 100_000_000,
  亿元: 10_000_000_000,
} as const
export type MoneyUnit = keyof typeof MONEY_UNITS

const UNIT_WORDS: readonly [RegExp, MoneyUnit][] = [
  [/亿元?$/, '亿元'],
  [/百万元?$/, '百万元'],
  [/万元?$/, '万元'],
  [/千元$/, '千元'],
  [/元$/, '元'],
]

/** `1.2亿`, `3,200万元`, `450` (in `unit`) → 分. Codes: money.not-a-number, money.too-fine, money.too-large. */
export function parseMoney(text: string, unit: MoneyUnit): Result<Minor> {
  const compact = text.normalize('NFKC').replace(/[\s,，]/g, '')
  const word = UNIT_WORDS.find(([shape]) => shape.test(compact))
  const digits = word ? compact.replace(word[0], '') : compact
  return toMinor(digits, MONEY_UNITS[word?.[1] ?? unit])
}

/** Decimal text times `scale` minor units, exactly. */
export function toMinor(digits: string, scale: number): Result<Minor> {
  const decimal = parseDecimal(digits)
  if (!decimal) return fault('money.not-a-number', { text: digits })
  const scaled = decimal.digits * BigInt(scale)
  const divisor = 10n ** BigInt(decimal.decimals)
  if (scaled % divisor !== 0n) return fault('money.too-fine', { text: digits })
  const minor = Number(scaled / divisor)
  return Number.isSafeInteger(minor) ? ok(minor) : fault('money.too-large', { text: digits })
}

/** Minor units as decimal text in `unit`, rounded half away from zero. */
export function moneyText(minor: Minor, scale: number, decimals: number): string {
  const n = BigInt(Math.abs(minor)) * 10n ** BigInt(decimals)
  const d = BigInt(scale)
  const digits = ((2n * n + d) / (2n * d)).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = minor < 0 && /[1-9]/.test(digits) ? '-' : ''
  return sign + (decimals ? `${whole}.${digits.slice(-decimals)}` : whole)
}

/** Throws rather than lose exactness: a sum beyond 2^53 分 (90 万亿元) is a bug in its inputs. */
export function addMinor(a: Minor, b: Minor): Minor {
  const sum = a + b
  if (!Number.isSafeInteger(sum)) throw new RangeError('sum of money out of exact range')
  return sum
}

/** Splits a total by weights so that the parts are integers and sum to it exactly (largest remainder, earlier part first). */
export function splitByWeights(total: Minor, weights: readonly number[]): Minor[] {
  const all = weights.reduce((sum, w) => sum + BigInt(w), 0n)
  if (all <= 0n) throw new RangeError('weights must sum to more than 0')
  const sign = total < 0 ? -1 : 1
  const whole = BigInt(Math.abs(total))
  const parts = weights.map(w => (whole * BigInt(w)) / all)
  const order = weights
    .map((w, index) => ({ index, remainder: (whole * BigInt(w)) % all }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1))
  let left = Number(whole - parts.reduce((sum, p) => sum + p, 0n))
  const minors = parts.map(Number)
  for (const { index } of order) {
    if (left <= 0) break
    minors[index] = (minors[index] ?? 0) + 1
    left -= 1
  }
  return minors.map(m => (m === 0 ? 0 : sign * m))
}
