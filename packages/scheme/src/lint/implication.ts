import { compareRates } from '@guatu/kernel'
import type { Condition, Leaf } from '../language/condition.ts'
import type { Range } from '../language/limit.ts'
import type { Measure } from '../language/measure.ts'
import type { Interval } from './limits.ts'

type End = Interval['low']

/** What follows from a condition: what it finds is so, what it does not find may be so as well. */
export class Implication {
  readonly #interval: (measure: Measure, range: Range) => Interval

  constructor(interval: (measure: Measure, range: Range) => Interval) {
    this.#interval = interval
  }

  /** Whether `b` holds wherever `a` does. */
  holds(a: Condition, b: Condition): boolean {
    if ('all' in b) return b.all.every(one => this.holds(a, one))
    if ('any' in a) return a.any.every(one => this.holds(one, b))
    if ('any' in b) return b.any.some(one => this.holds(a, one))
    if ('all' in a) return a.all.some(one => this.holds(one, b))
    return this.#leafHolds(a, b)
  }

  /** Whether no project can meet it. */
  never(of: Condition): boolean {
    if ('any' in of) return of.any.every(one => this.never(one))
    if ('all' in of) {
      return of.all.some(
        (one, at) => this.never(one) || of.all.slice(at + 1).some(two => this.#excludes(one, two)),
      )
    }
    return 'measure' in of && isEmpty(this.#interval(of.measure, of.is))
  }

  #leafHolds(a: Leaf, b: Leaf): boolean {
    if ('measure' in a && 'measure' in b) {
      return (
        same(a.measure, b.measure) && inside(this.#interval(a.measure, a.is), this.#interval(b.measure, b.is))
      )
    }
    if ('figure' in a && 'figure' in b) return a.figure === b.figure && a.in.every(one => b.in.includes(one))
    return same(a, b)
  }

  #excludes(a: Condition, b: Condition): boolean {
    if ('measure' in a && 'measure' in b) {
      if (!same(a.measure, b.measure)) return false
      const [x, y] = [this.#interval(a.measure, a.is), this.#interval(b.measure, b.is)]
      return isEmpty({ low: higher(x.low, y.low), high: lower(x.high, y.high) })
    }
    if ('figure' in a && 'figure' in b) return a.figure === b.figure && !a.in.some(one => b.in.includes(one))
    if ('reported' in a && 'missing' in b) return same(a.reported, b.missing)
    return 'missing' in a && 'reported' in b && same(a.missing, b.reported)
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const inside = (a: Interval, b: Interval) =>
  (!b.low || same(higher(a.low, b.low), a.low)) && (!b.high || same(lower(a.high, b.high), a.high))

function higher(a: End, b: End): End {
  if (!a || !b) return a ?? b
  const order = compareRates(a.rate, b.rate)
  return order > 0 || (order === 0 && (a.open || !b.open)) ? a : b
}

function lower(a: End, b: End): End {
  if (!a || !b) return a ?? b
  const order = compareRates(a.rate, b.rate)
  return order < 0 || (order === 0 && (a.open || !b.open)) ? a : b
}

function isEmpty({ low, high }: Interval): boolean {
  if (!low || !high) return false
  const order = compareRates(low.rate, high.rate)
  return order > 0 || (order === 0 && (low.open || high.open))
}
