import type { WarRoom } from '@guatu/contract'
import { moneyText, type Rate, subtractRates } from '@guatu/kernel'
import { grouped, type MoneyUnit, pointsText, signed } from '../figure/text.ts'

export type Tile = WarRoom['tiles'][number]
export type Part = Tile['parts'][number]

/** Against what a part is compared: where it should stand by now, else its lowest target. */
export function yardstick(part: Part): { against: 'to-date' | 'floor' | 'stretch'; rate: Rate } | undefined {
  if (part.toDate) return { against: 'to-date', rate: part.toDate }
  if (part.floor) return { against: 'floor', rate: part.floor }
  return part.stretch ? { against: 'stretch', rate: part.stretch } : undefined
}

/** Difference with its sign: points for rates, the money unit for amounts; undefined where a side is missing. */
export function differenceText(part: Part, against: Rate, money: MoneyUnit): string | undefined {
  if (!part.actual) return undefined
  if (part.unit === 'percent') return pointsText(part.actual, against)
  const gap = subtractRates(part.actual, against)
  if (gap?.d !== 1) return undefined
  return signed(
    part.unit === 'minor' ? grouped(moneyText(gap.n, money.scale, money.decimals)) : String(gap.n),
  )
}

/** From this much on, numerator and denominator are money: one project's plan alone is more than 1 万元 (10^6 分). */
const MONEY_FROM = 1_000_000

/**
 * n/d as people know them: money in the plan's unit, counts as they are. A reported rate (`value` names project
 * figures) is a number that a unit gave whole, so it has none.
 */
export function fractionText(part: Part, money: MoneyUnit, unitName: string): string | undefined {
  if (part.unit !== 'percent' || part.name !== 'value' || !part.actual) return undefined
  const { n, d } = part.actual
  if (d < MONEY_FROM) return `${grouped(String(n))}/${grouped(String(d))}`
  const text = (minor: number) => grouped(moneyText(minor, money.scale, money.decimals))
  return `${text(n)}/${text(d)} ${unitName}`
}

/** The figures behind a tile: a reported indicator answers for each of its values, a sum over natures for each. */
export function figuresBehind(tile: Tile): { indicator: string; scope: string; part: string }[] {
  const reported = tile.parts.filter(part => part.name !== 'value')
  if (reported.length > 0)
    return reported.map(({ name }) => ({
      indicator: `${tile.indicator}.${name}`,
      scope: tile.scope,
      part: name,
    }))
  return tile.scope.split('+').map(scope => ({ indicator: tile.indicator, scope, part: 'value' }))
}

export type Standing =
  | 'unreported'
  | 'stretch-met'
  | 'floor-met'
  | 'overdue'
  | 'behind'
  | 'on-course'
  | 'running'
  | 'no-target'

/** Where a target stands. Before its day it has not failed: it is behind or on its course, or simply running. */
export function standing(tile: Tile): Standing {
  if (tile.state !== 'short') return tile.state
  if (tile.overdue) return 'overdue'
  const gaps = tile.parts.flatMap(part =>
    part.actual && part.toDate ? [subtractRates(part.actual, part.toDate)?.n ?? 0] : [],
  )
  if (gaps.length === 0) return 'running'
  return gaps.some(gap => gap < 0) ? 'behind' : 'on-course'
}
