import { compareText, type Day } from '@guatu/kernel'
import type { StandingView } from '../standing/index.ts'
import { Lines } from './lines.ts'

/** A unit with returns missing. */
export interface LateLine {
  readonly unit: string
  readonly unitName: string
  readonly cadence: string
  readonly period: string
  readonly due: Day
  /** Working days since it was due. */
  readonly daysLate: number
  readonly missing: number
  readonly expected: number
}

/** Lines of each view, brought up to date at each look; they end with it. */
const kept = new WeakMap<StandingView, Lines<LateLine>>()

/** Units with returns missing, most first. */
export function lateOf(view: StandingView): readonly LateLine[] {
  const lines = kept.get(view) ?? new Lines(mostFirst)
  kept.set(view, lines)
  const { cycles, unitNames } = view.basis
  for (const [part, { cycle: index, unit, missing, expected }] of view.tally.dueReturns) {
    lines.bring(part, `${missing}/${expected}`, () => {
      const cycle = cycles[index]
      if (!cycle || missing === 0) return undefined
      const { cadence, period, due, daysLate } = cycle
      return {
        unit,
        unitName: unitNames.get(unit) ?? unit,
        cadence,
        period,
        due,
        daysLate,
        missing,
        expected,
      }
    })
  }
  return lines.inOrder
}

const mostFirst = (a: LateLine, b: LateLine) =>
  b.missing - a.missing ||
  compareText(a.unit, b.unit) ||
  compareText(a.due, b.due) ||
  compareText(a.cadence, b.cadence)
