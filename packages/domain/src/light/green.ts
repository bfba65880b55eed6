import { addDays, type Day, type Rate } from '@guatu/kernel'
import type { Input, LightReason } from '../evaluate/result.ts'
import { quantityName } from '../quantity/index.ts'
import type { Cut, LightRule } from './rule.ts'

type Green = LightReason['green']

/**
 * What would turn the light to its least severe colour: the one input that those responsible can change, and the
 * value it must reach. Undefined where it already is, or where no value of that input would do.
 */
export function greenWhen(rule: LightRule, inputs: readonly Input[], asOf: Day, band: number): Green {
  const best = nearestBest(rule, band)
  if (!best) return undefined
  const plan = rule.light.measure
  const number = (name: string) => {
    const value = inputs.find(input => input.name === name)?.value
    return typeof value === 'number' ? value : undefined
  }
  switch (plan.kind) {
    case 'ratio':
      return amount(quantityName(plan.of), number(quantityName(plan.to)), { n: 0, d: 1 }, best)
    case 'gap': {
      const base = number(quantityName(plan.base))
      const to = number(quantityName(plan.to))
      if (base === undefined || to === undefined) return undefined
      return amount(quantityName(plan.of), base, { n: to, d: base }, best)
    }
    case 'growth':
      return amount(quantityName(plan.of), number(quantityName(plan.from)), { n: 1, d: 1 }, best)
    case 'days-late':
      return { input: quantityName(plan.done), type: 'day', value: asOf, reach: 'at-most' }
    case 'slip': {
      const from = inputs.find(input => input.name === quantityName(plan.from))?.value
      if (typeof from !== 'string' || best.rise) return undefined
      const days = best.edge.inclusive ? best.edge.value.n : best.edge.value.n - 1
      return { input: quantityName(plan.of), type: 'day', value: addDays(from, days), reach: 'at-most' }
    }
  }
}

/** The edge to cross: `rise` to reach the band from below it, otherwise to come down into it. */
interface Best {
  readonly edge: Cut
  readonly rise: boolean
}

/** The band of the least severe colour that lies nearest; undefined when `from` is one already. */
function nearestBest(rule: LightRule, from: number): Best | undefined {
  const severities = rule.bands.map(band => rule.severity.get(band.colour) ?? 0)
  const least = Math.min(...severities)
  if (severities[from] === least) return undefined
  const above = severities.findIndex((severity, index) => index > from && severity === least)
  const rise = above >= 0
  const edge = rise ? rule.bands[above - 1]?.cut : rule.bands[severities.lastIndexOf(least, from)]?.cut
  return edge && { edge, rise }
}

/** The smallest (or largest) integer x for which x / base - shift is across the edge. */
function amount(input: string, base: number | undefined, shift: Rate, { edge, rise }: Best): Green {
  if (base === undefined || base <= 0) return undefined
  const n = (BigInt(edge.value.n) * BigInt(shift.d) + BigInt(shift.n) * BigInt(edge.value.d)) * BigInt(base)
  const d = BigInt(edge.value.d) * BigInt(shift.d)
  const floor = floorDiv(n, d)
  const touches = floor * d === n
  if (rise) {
    const value = touches && !edge.inclusive ? floor : floor + 1n
    return { input, type: 'money', value: Number(value), reach: 'at-least' }
  }
  const value = touches && !edge.inclusive ? floor - 1n : floor
  return { input, type: 'money', value: Number(value), reach: 'at-most' }
}

const floorDiv = (n: bigint, d: bigint) => (n >= 0n ? n / d : -((-n + d - 1n) / d))
