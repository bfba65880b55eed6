import { compareRates, MONEY_UNITS, parseMoney, percentText, type Rate, unwrap } from '@guatu/kernel'

/** Exact bounds, both inside. */
export interface Interval {
  readonly low: Rate
  readonly high: Rate
}

export const decimalsOf = (printed: string): number => printed.split('.')[1]?.length ?? 0

/** A printed percentage or difference in points as a fraction. */
export const printedRate = (printed: string): Rate => ({
  n: Number(printed.replace('.', '')),
  d: 100 * 10 ** decimalsOf(printed),
})

/** What a printed percentage may have been before it was rounded: half of its last place to each side. */
export function aroundRate(printed: string): Interval {
  const { n, d } = printedRate(printed)
  return { low: { n: 2 * n - 1, d: 2 * d }, high: { n: 2 * n + 1, d: 2 * d } }
}

/** A printed amount in 亿元 as 分, with half of its last place. */
export function amount(printed: string): { readonly minor: number; readonly half: number } {
  return {
    minor: unwrap(parseMoney(printed, '亿元')),
    half: MONEY_UNITS.亿元 / (2 * 10 ** decimalsOf(printed)),
  }
}

/** Half away from zero, as the product prints. */
export const rounded = (exact: Rate, decimals: number): string => percentText(exact, decimals) ?? ''

/** Towards zero. */
export function truncated(exact: Rate, decimals: number): string {
  const scaled = (BigInt(Math.abs(exact.n)) * 100n * 10n ** BigInt(decimals)) / BigInt(exact.d)
  const cut = { n: Number(scaled) * Math.sign(exact.n), d: 100 * 10 ** decimals }
  return rounded(cut, decimals)
}

/** Exactly between two printed values: there half up and half even may part. */
export function isTie(exact: Rate, decimals: number): boolean {
  const twice = BigInt(Math.abs(exact.n)) * 200n * 10n ** BigInt(decimals)
  const d = BigInt(exact.d)
  return twice % d === 0n && (twice / d) % 2n === 1n
}

export const meet = (a: Interval, b: Interval): boolean =>
  compareRates(a.low, b.high) <= 0 && compareRates(b.low, a.high) <= 0
