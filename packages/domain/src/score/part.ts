import { compareRates, divideRates, multiplyRates, type Rate, subtractRates } from '@guatu/kernel'
import type { ScorePart } from '@guatu/scheme'
import { isNumber, placeOf, readCut, type ScoreFigure } from './figure.ts'
import { bounded, NO_POINTS, pointsOf, sumPoints } from './points.ts'

/** Points of one part from its figures; `others` are the figures of all subjects, for places. Null: no figure was given. */
export function partPoints(
  part: ScorePart,
  figures: readonly ScoreFigure[],
  others: readonly Rate[],
): Rate | null {
  if (figures.length === 0) return null
  const points = raw(part, figures, others)
  return points && bounded(points, part.least, part.most)
}

function raw(part: ScorePart, figures: readonly ScoreFigure[], others: readonly Rate[]): Rate | null {
  const numbers = figures.filter(isNumber)
  switch (part.kind) {
    case 'choice':
      return sumPoints(figures.map(one => pointsOf(part.choices.find(({ id }) => id === one)?.points ?? 0)))
    case 'bands':
      return sumPoints(numbers.map(one => bandPoints(part.bands, one)))
    case 'each':
      return eachPoints(part.points, countOf(numbers))
    case 'assessed':
      return sumPoints(numbers.map(one => bounded(one, part.from, part.to)))
    case 'rank':
      return numbers[0] ? rankPoints(part, numbers[0], others) : null
    case 'proportional':
      return numbers[0] ? proportional(part, numbers[0]) : null
    case 'per':
      return numbers[0] ? perPoints(part, numbers[0]) : null
  }
}

/** A figure over the full one gives no more than the points, unless the part says how much it may give at most. */
function proportional(part: Extract<ScorePart, { kind: 'proportional' }>, figure: Rate): Rate {
  const share = divideRates(figure, readCut(part.full)) ?? NO_POINTS
  const points = multiplyRates(pointsOf(part.points), share)
  return bounded(points, part.least ?? 0, part.most ?? part.points)
}

function bandPoints(bands: Extract<ScorePart, { kind: 'bands' }>['bands'], figure: Rate): Rate {
  const band = bands.find(({ below, upTo }) => {
    if (below !== undefined) return compareRates(figure, readCut(below)) < 0
    return upTo === undefined || compareRates(figure, readCut(upTo)) <= 0
  })
  return pointsOf(band?.points ?? 0)
}

/** One figure counts itself; a list counts its members that are not 0. */
const countOf = (numbers: readonly Rate[]): number =>
  numbers.length === 1 && numbers[0]
    ? Math.trunc(numbers[0].n / numbers[0].d)
    : numbers.filter(one => one.n !== 0).length

function eachPoints(points: number | { readonly taper: readonly number[] }, count: number): Rate {
  if (typeof points === 'number') return multiplyRates(pointsOf(points), { n: count, d: 1 })
  const { taper } = points
  const each = Array.from(
    { length: Math.max(count, 0) },
    (_, index) => taper[Math.min(index, taper.length - 1)] ?? 0,
  )
  return sumPoints(each.map(pointsOf))
}

function perPoints(part: Extract<ScorePart, { kind: 'per' }>, figure: Rate): Rate {
  const [from, per] = [readCut(part.from), readCut(part.per)]
  const over = part.side === 'over' ? subtractRates(figure, from) : subtractRates(from, figure)
  const base = pointsOf(part.base ?? 0)
  if (!over || over.n <= 0) return base
  const times = divideRates(over, per) ?? NO_POINTS
  const counted = part.whole ? { n: Math.floor(times.n / times.d), d: 1 } : times
  return sumPoints([base, multiplyRates(pointsOf(part.points), counted)])
}

/** `first` names the points of the best places, `last` those of the worst, the very last one first. */
function rankPoints(part: Extract<ScorePart, { kind: 'rank' }>, own: Rate, others: readonly Rate[]): Rate {
  const place = placeOf(own, others, part.order)
  const fromEnd = placeOf(own, others, part.order === 'high-first' ? 'low-first' : 'high-first')
  return pointsOf(part.first[place - 1] ?? part.last[fromEnd - 1] ?? 0)
}
