import { compareRates, type Rate } from '@guatu/kernel'

/** One target part on a line from 0 to its greatest value: positions in 0–1. Only pixels are rounded. */
export interface BulletShape {
  readonly actual: number | null
  readonly toDate: number | null
  readonly floor: number | null
  readonly stretch: number | null
}

export function bulletShape(part: {
  readonly actual: Rate | null
  readonly toDate: Rate | null
  readonly floor: Rate | null
  readonly stretch: Rate | null
}): BulletShape {
  const rates = [part.actual, part.toDate, part.floor, part.stretch].filter(
    rate => rate !== null && rate.d > 0,
  ) as Rate[]
  const top = rates.reduce((most, rate) => (compareRates(rate, most) > 0 ? rate : most), { n: 0, d: 1 })
  const place = (rate: Rate | null) =>
    rate && rate.d > 0 && top.n > 0 ? Math.max(0, rate.n / rate.d / (top.n / top.d)) : null
  return {
    actual: place(part.actual),
    toDate: place(part.toDate),
    floor: place(part.floor),
    stretch: place(part.stretch),
  }
}
