import { compareText, type Day, yearOf } from '@guatu/kernel'
import type { UnitQuantity } from '@guatu/scheme'
import { endBefore } from '../cadence/closed.ts'
import { counterKey } from '../evaluate/group.ts'
import type { Program } from '../evaluate/program.ts'
import type { Input } from '../evaluate/result.ts'
import type { ReportedFact, UnitFact } from '../facts/index.ts'
import { reportedOfYear } from '../indicator/reported.ts'
import { typeOf } from '../light/band-rule.ts'
import { quantityName } from '../quantity/index.ts'
import { targetValue } from '../target/index.ts'
import { rankOf } from './rank.ts'

/** What lights of units are judged from. */
export interface UnitFigures {
  readonly reported: readonly ReportedFact[]
  readonly units: readonly UnitFact[]
  readonly total: ReadonlyMap<string, number>
  readonly earlier: ReadonlyMap<Day, ReadonlyMap<string, number>>
}

type Of = Extract<UnitQuantity, { readonly indicator: string }>

/** The figure of one unit, or of the jurisdiction where `unit` is null, as of a day. */
export function unitFigure(
  program: Program,
  figures: UnitFigures,
  quantity: UnitQuantity,
  unit: string | null,
  asOf: Day,
): Input {
  const name = quantityName(quantity)
  const type = typeOf(quantity, program.scheme)
  if ('target' in quantity) return { ...targetFigure(program, figures, quantity, asOf), name, type }
  const day = quantity.before === undefined ? asOf : endBefore(quantity.before, asOf)
  if ('indicator' in quantity)
    return { ...indicatorFigure(program, figures, quantity, unit, day), name, type }
  const { rank: indicator, value, list, among, from } = quantity
  const place = rankOf(
    unitsAmong(figures.units, among).map(one => [
      one,
      indicatorFigure(program, figures, { indicator, value, list }, one, day).value,
    ]),
    unit,
    from,
  )
  return { from: 'sums', name, type, value: place }
}

type Figure = Pick<Input, 'from' | 'value' | 'period' | 'entry'>

function indicatorFigure(
  { scheme }: Program,
  { reported, total, earlier }: UnitFigures,
  { indicator: id, value = 'value', list, over }: Of,
  unit: string | null,
  day: Day,
): Figure {
  const indicator = scheme.indicators.find(one => one.id === id)
  const whole = over === 'jurisdiction' || unit === null
  if (indicator?.origin === 'reported') {
    const fact = reportedOfYear(id, reported, yearOf(day), day, whole ? undefined : unit)
    return { entry: fact?.source, from: 'reported', period: fact?.period, value: fact?.values[value] ?? null }
  }
  const totals = earlier.get(day) ?? total
  const on = list === undefined ? undefined : `list:${list}`
  const scope = whole ? (on ?? 'jurisdiction') : on === undefined ? `unit:${unit}` : `unit:${unit}/${on}`
  const read = (counter: string) => totals.get(counterKey(scope, counter))
  // Nobody on whose projects it could be counted: no figure, not 0.
  if (!indicator || !read('projects')) return { from: 'sums', value: null }
  const n = read(`${id}.n`) ?? 0
  if (indicator.shape !== 'ratio') return { from: 'sums', value: n }
  const d = read(`${id}.d`) ?? 0
  return { from: 'sums', value: d > 0 ? `${n}/${d}` : null }
}

function targetFigure(
  program: Program,
  { total, reported }: UnitFigures,
  { target: id, value, end }: Extract<UnitQuantity, { readonly target: string }>,
  asOf: Day,
): Figure {
  const target = program.scheme.targets.find(one => one.id === id)
  const part =
    target && targetValue(target, { ...program, asOf }, total, reported).parts.find(one => one.name === value)
  const rate = part?.[end === 'to-date' ? 'toDate' : end]
  return { from: 'rule', value: rate ? (rate.d === 1 ? rate.n : `${rate.n}/${rate.d}`) : null }
}

/** Units in force, in the order of their ids. */
const unitsAmong = (
  units: readonly UnitFact[],
  among: Extract<UnitQuantity, { readonly rank: string }>['among'],
): string[] =>
  units
    .filter(one => one.mergedInto === undefined)
    .filter(one => (Array.isArray(among) ? among.includes(one.kind) : among.units.includes(one.id)))
    .map(one => one.id)
    .sort(compareText)
