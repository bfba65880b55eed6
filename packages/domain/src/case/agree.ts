import { compareRates, parseRate, type Rate } from '@guatu/kernel'
import { readAmount, readCount } from '@guatu/scheme'

/**
 * Whether an answer is what a case expects: a rate as `40%` or as its very numbers `86/95`, points as a decimal, an amount
 * as in a scheme, all else as it stands.
 */
export function agree(expected: unknown, answered: unknown): boolean {
  if (isRate(answered)) return agreesWithRate(expected, answered)
  if (Array.isArray(expected) && Array.isArray(answered))
    return expected.length === answered.length && expected.every((one, index) => agree(one, answered[index]))
  if (typeof expected === 'string' && typeof answered === 'number')
    return (readAmount(expected) ?? readCount(expected)) === answered
  return Object.is(expected ?? null, answered ?? null)
}

function agreesWithRate(expected: unknown, { n, d }: Rate): boolean {
  if (typeof expected === 'string' && expected.includes('/')) return expected === `${n}/${d}`
  const read =
    typeof expected === 'string'
      ? parseRate(expected)
      : typeof expected === 'number'
        ? { n: Math.round(expected * 100), d: 100 }
        : undefined
  return read !== undefined && compareRates(read, { n, d }) === 0
}

const isRate = (value: unknown): value is Rate =>
  typeof value === 'object' && value !== null && 'n' in value && 'd' in value
