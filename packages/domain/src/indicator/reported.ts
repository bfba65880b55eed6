import {
  addMinor,
  compareText,
  type Day,
  parseRate,
  percentText,
  periodSpan,
  type Rate,
  yearOf,
} from '@guatu/kernel'
import type { Indicator } from '@guatu/scheme'
import type { IndicatorValue } from '../evaluate/result.ts'
import type { ReportedFact } from '../facts/index.ts'

type Reported = Extract<Indicator, { origin: 'reported' }>

/**
 * The latest figure of the as-of year that some unit reported; undefined means 未报, never a project sum. A return whose
 * every value was taken back reports nothing.
 */
export const latestReported = (
  indicator: Reported,
  reported: readonly ReportedFact[],
  asOf: Day,
): ReportedFact | undefined => reportedOfYear(indicator.id, reported, yearOf(asOf), asOf)

/** The latest figure of one year that was there by the as-of date; of one unit where it is named. */
export function reportedOfYear(
  indicator: string,
  reported: readonly ReportedFact[],
  year: number,
  asOf: Day,
  unit?: string,
): ReportedFact | undefined {
  return reported
    .filter(one => one.indicator === indicator && Object.keys(one.values).length > 0)
    .filter(one => unit === undefined || one.unit === unit)
    .filter(one => periodSpan(one.period).end <= asOf && yearOf(periodSpan(one.period).end) === year)
    .sort(
      (a, b) =>
        compareText(periodSpan(b.period).end, periodSpan(a.period).end) ||
        compareText(a.unit, b.unit) ||
        compareText(a.period, b.period),
    )[0]
}

/**
 * A reported amount or count of several years added up, the last year as far as it is reported. Null where an earlier
 * year is missing, or nothing is there at all.
 */
export function summedYears(
  indicator: Reported,
  name: string,
  reported: readonly ReportedFact[],
  from: number,
  to: number,
  asOf: Day,
): Rate | null {
  let sum: number | undefined
  for (let year = from; year <= to; year += 1) {
    const value = reportedOfYear(indicator.id, reported, year, asOf)?.values[name]
    if (typeof value === 'number') sum = addMinor(sum ?? 0, value)
    else if (year < to) return null
  }
  return sum === undefined ? null : { n: sum, d: 1 }
}

export function reportedRate(fact: ReportedFact | undefined, name: string): Rate | null {
  const value = fact?.values[name]
  if (typeof value === 'number') return { n: value, d: 1 }
  return value === undefined ? null : (parseRate(value) ?? null)
}

/** One value per name under `indicator.name`; null where nobody reported it. */
export function reportedValues(
  indicator: Reported,
  reported: readonly ReportedFact[],
  asOf: Day,
): IndicatorValue[] {
  const fact = latestReported(indicator, reported, asOf)
  return Object.entries(indicator.values)
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, type]) => {
      const rate = reportedRate(fact, name)
      return {
        id: `${indicator.id}.${name}`,
        scope: 'jurisdiction',
        numerator: rate?.n ?? null,
        denominator: type === 'rate' ? (rate?.d ?? null) : null,
        value: rate && (type === 'rate' ? (percentText(rate) ?? null) : String(rate.n)),
        unit: type === 'rate' ? 'percent' : type === 'money' ? 'minor' : 'count',
        caliber: indicator.caliber,
        period: fact?.period,
        source: fact?.source,
      }
    })
}
