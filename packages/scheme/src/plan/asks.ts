import { type Day, lastDayOf, makeMonth, type Rate, yearOf } from '@guatu/kernel'
import type { Indicator } from '../language/indicator.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Target } from '../language/target.ts'
import { indicatorsOf, readValue, type ValueType, valueType } from '../lint/values.ts'

/** One value that a target asks for by one day. */
export interface Ask {
  readonly target: Target
  readonly indicators: readonly Indicator[]
  readonly name: string
  /** What is measured of whom: two asks of one metric speak of the same figure. */
  readonly metric: string
  readonly end: 'floor' | 'stretch' | 'quarter'
  readonly type: ValueType
  readonly text: string
  readonly value: Rate
  /** Absent: at each quarter's end. */
  readonly due?: Day
}

/** Every value that the targets ask for in the end, in the order of the file. */
export const asksOf = (scheme: Scheme): Ask[] => scheme.targets.flatMap(target => asks(scheme, target))

function asks(scheme: Scheme, target: Target): Ask[] {
  const indicators = indicatorsOf(scheme, target)
  const [indicator] = indicators
  if (!indicator) return []
  const { list = '', nature = [] } = target.scope
  const metric = (name: string) =>
    [
      indicators.map(one => one.id).join('|'),
      list,
      [...nature].sort().join('|'),
      name,
      target.over,
      JSON.stringify(target.base ?? null),
      target.funds?.year ?? '',
    ].join(' ')
  const ask = (end: Ask['end'], name: string, text: string, due?: Day): Ask[] => {
    const own = valueType(indicator, name)
    const type = own && target.base ? 'rate' : own
    const value = type && readValue(text, type)
    return type && value
      ? [{ target, indicators, name, metric: metric(name), end, type, text, value, due }]
      : []
  }
  const ends = (['floor', 'stretch'] as const).flatMap(end =>
    Object.entries(last(target[end]) ?? {}).flatMap(([name, text]) =>
      ask(end, name, text, dueDay(scheme, target)),
    ),
  )
  const quarters = (last(target.quarters) ?? []).flatMap((text, index) =>
    ask('quarter', 'value', text, quarterEnd(yearOf(scheme.inForce.to), index + 1)),
  )
  return [...ends, ...quarters]
}

/** The value that holds in the end of what is keyed by day. */
export const last = <T>(dated: Readonly<Record<Day, T>> | undefined): T | undefined => {
  const from = Object.keys(dated ?? {})
    .sort()
    .at(-1)
  return from === undefined ? undefined : dated?.[from]
}

export const quarterEnd = (year: number, quarter: number): Day => lastDayOf(makeMonth(year, quarter * 3))

/** The last day by which a target must be met; undefined where each quarter's end is one. */
export function dueDay(scheme: Scheme, { due }: Target): Day | undefined {
  const year = yearOf(scheme.inForce.to)
  if (due === 'quarter-ends') return undefined
  if (due === 'year-end') return `${year}-12-31`
  if (due !== 'construction-season-end') return due.length === 10 ? due : `${year}-${due}`
  const season = scheme.settings['construction-season']
  return season?.type === 'season' ? `${year}-${season.default.slice(6)}` : undefined
}
