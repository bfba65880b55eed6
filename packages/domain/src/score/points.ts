import { addRates, compareRates, type Rate } from '@guatu/kernel'

export const NO_POINTS: Rate = { n: 0, d: 1 }

/** Points of a plan have at most two decimals. */
export const pointsOf = (written: number): Rate => ({ n: Math.round(written * 100), d: 100 })

export const sumPoints = (all: readonly Rate[]): Rate => all.reduce(addRates, NO_POINTS)

/** Kept between what a plan sets as least and most. */
export function bounded(points: Rate, least: number | undefined, most: number | undefined): Rate {
  if (least !== undefined && compareRates(points, pointsOf(least)) < 0) return pointsOf(least)
  if (most !== undefined && compareRates(points, pointsOf(most)) > 0) return pointsOf(most)
  return points
}
