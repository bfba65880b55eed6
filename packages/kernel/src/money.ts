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
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(all > 0)) throw new RangeError('weights must sum to more than 0')
  const whole = Math.abs(total)
  const parts: number[] = []
  const rests: number[] = []
  for (const weight of weights) {
    const { part, rest } = partOf(whole, weight, all)
    parts.push(part)
    rests.push(rest)
  }
  for (let left = whole - parts.reduce((sum, part) => sum + part, 0); left > 0; left--) {
    const largest = rests.indexOf(Math.max(...rests))
    parts[largest] = (parts[largest] ?? 0) + 1
    rests[largest] = -1
  }
  return total < 0 ? parts.map(part => (part === 0 ? 0 : -part)) : parts
}

/** whole × weight / all, rounded down, and what is left over in parts of `all`. */
function partOf(whole: number, weight: number, all: number): { part: number; rest: number } {
  const over = whole % all
  const product = over * weight
  if (all * weight <= Number.MAX_SAFE_INTEGER) {
    const rest = product % all
    return { part: ((whole - over) / all) * weight + (product - rest) / all, rest }
  }
  const exact = BigInt(whole) * BigInt(weight)
  return { part: Number(exact / BigInt(all)), rest: Number(exact % BigInt(all)) }
}
