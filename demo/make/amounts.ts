import { type Minor, splitByWeights } from '@guatu/kernel'
import type { Random } from './random.ts'

/** 分 in 万元. */
export const WAN = 1_000_000

/** Decimal 亿元 with at most four decimals → 分. */
export const yi = (amount: number): Minor => Math.round(amount * 10_000) * WAN

/** A total as `count` uneven amounts in whole 万元 that sum to it exactly, none of them 0. */
export function uneven(total: Minor, count: number, random: Random): Minor[] {
  const weights = Array.from({ length: count }, () => random.between(8, 60) ** 2)
  return byWeights(total, weights)
}

/** A total split by weights into whole 万元, exactly. */
export function byWeights(total: Minor, weights: readonly number[]): Minor[] {
  if (total % WAN !== 0) throw new Error('demo amounts are whole 万元')
  return splitByWeights(total / WAN, weights).map(part => part * WAN)
}

/**
 * Fills a table of whole 万元 whose rows and columns have given sums: each row takes from the columns in proportion to
 * what is left of them, so that the last row takes exactly the rest.
 */
export function fill(rows: readonly Minor[], columns: readonly Minor[]): Minor[][] {
  let left = [...columns]
  return rows.map(row => {
    const parts =
      row === 0
        ? left.map(() => 0)
        : byWeights(
            row,
            left.map(part => part / WAN),
          )
    left = left.map((part, index) => part - (parts[index] ?? 0))
    return parts
  })
}

/** Four quarters as twelve months, rising a little inside each quarter. */
export const months = (quarters: readonly Minor[]): Minor[] =>
  quarters.flatMap(quarter => byWeights(quarter, [9, 10, 11]))

export const sum = (amounts: readonly Minor[]): Minor => amounts.reduce((a, b) => a + b, 0)
