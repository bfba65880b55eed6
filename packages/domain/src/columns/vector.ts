import { type Day, dayNumber, makeDay, yearOf } from '@guatu/kernel'
import type { Quantity } from '@guatu/scheme'
import { curveOf, type Program } from '../evaluate/program.ts'
import { NATURES } from '../facts/index.ts'
import { monthsEnded, planned } from '../plan/index.ts'
import type { Columns, FieldColumn, ReturnColumns } from './columns.ts'
import type { PlanColumns } from './plans.ts'
import { supposedStart } from './started.ts'
import { endOf, firstRow, lastRow, windowOf } from './window.ts'

/**
 * A quantity of every row of the plans at once, as `bandOf` takes it: numbers, or days since 1970, NaN where nobody
 * gave it. Undefined where projects have an attribute of that name, which goes before what was reported.
 */
export function vectorOf(
  program: Program,
  columns: Columns,
  quantity: Quantity,
  days: boolean,
): Float64Array | undefined {
  const { plans, returns } = columns
  if (typeof quantity === 'object') {
    if (!('first' in quantity) && !('dayOfYear' in quantity)) return undefined
    if ('dayOfYear' in quantity) return days ? dayVector(plans, quantity.dayOfYear, program.asOf) : undefined
    return figureVector(
      plans,
      returns,
      rowFinder(program, returns, quantity.first, true),
      quantity.first,
      days,
    )
  }
  switch (quantity) {
    case 'annual-plan':
      return days ? undefined : plans.annualPlan
    case 'plan-to-date':
      return days ? undefined : planVector(program, plans)
    case 'total-invest':
      return days ? undefined : plans.totalInvest
    case 'planned-start':
      return days ? plans.plannedStart : undefined
    case 'planned-completion':
      return days ? plans.plannedCompletion : undefined
    case 'as-of':
      return undefined
  }
  if (plans.attributes.has(quantity)) return undefined
  if (quantity === 'started-on' && days) return startVector(program, columns)
  return figureVector(plans, returns, rowFinder(program, returns, quantity, false), quantity, days)
}

function dayVector({ year }: PlanColumns, monthDay: string, asOf: Day): Float64Array {
  const [month = 1, date = 1] = monthDay.split('-').map(Number)
  const dayIn = remembered((of: number) => dayNumber(makeDay(of < 0 ? yearOf(asOf) : of, month, date)))
  return Float64Array.from(year, dayIn)
}

function planVector(program: Program, plans: PlanColumns): Float64Array {
  const { asOf } = program
  const curves = plans.lists.map(list => [
    ...NATURES.map(nature => curveOf(program, list, nature)),
    curveOf(program, list),
  ])
  const ended = remembered((of: number) => monthsEnded(of < 0 ? yearOf(asOf) : of, asOf))
  const amounts = new Float64Array(plans.annualPlan.length)
  for (let row = 0; row < amounts.length; row++) {
    const months = plans.facts[row]?.monthPlans
    const annual = plans.annualPlan[row] ?? Number.NaN
    const curve = curves[plans.list[row] ?? -1]?.at(plans.nature[row] ?? -1)
    const none = curve === undefined || (!months && Number.isNaN(annual))
    amounts[row] = none ? Number.NaN : planned(months, annual, curve, ended(plans.year[row] ?? -1))
  }
  return amounts
}

/** A function of few numbers, each computed once. */
function remembered(compute: (of: number) => number): (of: number) => number {
  const known = new Map<number, number>()
  return of => {
    const value = known.get(of) ?? compute(of)
    known.set(of, value)
    return value
  }
}

/** Where a project's figure stands: a row of the returns, -1 where there is none. */
type RowFinder = (p: number) => number

export function rowFinder(
  program: Program,
  returns: ReturnColumns,
  field: string,
  first: boolean,
): RowFinder {
  const column = returns.fields.get(field)
  if (!column) return () => -1
  const window = windowOf(returns, program.asOf)
  const since = program.shapes.get(field)?.accrues === 'year' ? window.year : 0
  if (first) return p => firstRow(returns, column, p, endOf(returns, p, window))
  return p => lastRow(returns, column, p, endOf(returns, p, window), since)
}

function figureVector(
  { project }: PlanColumns,
  returns: ReturnColumns,
  find: RowFinder,
  field: string,
  days: boolean,
): Float64Array {
  const column = returns.fields.get(field)
  const values = column ? numbersOf(column, days) : undefined
  const figures = new Float64Array(project.length)
  let last = -1
  let figure = Number.NaN
  for (let row = 0; row < figures.length; row++) {
    const p = project[row] ?? -1
    if (p !== last) figure = values?.(find(p)) ?? Number.NaN
    last = p
    figures[row] = figure
  }
  return figures
}

/** Reads a row as a number or as a day; NaN what is neither. */
function numbersOf({ words, values }: FieldColumn, days: boolean): (row: number) => number {
  if (!words) return days ? () => Number.NaN : row => values[row] ?? Number.NaN
  const numbers = words.map(word =>
    typeof word === 'string' ? (days ? dayNumber(word) : Number.NaN) : days ? Number.NaN : word,
  )
  return row => numbers[values[row] ?? -1] ?? Number.NaN
}

/** The day of the start of every row: reported, else taken from the stage. */
function startVector(program: Program, { plans, returns }: Columns): Float64Array {
  const reported = figureVector(
    plans,
    returns,
    rowFinder(program, returns, 'started-on', false),
    'started-on',
    true,
  )
  const window = windowOf(returns, program.asOf)
  const ends = returns.periods.map(({ end }) => dayNumber(end))
  for (let row = 0; row < reported.length; row++) {
    if (!Number.isNaN(reported[row] ?? 0)) continue
    const p = plans.project[row] ?? -1
    const at = supposedStart(returns, p, endOf(returns, p, window))
    if (at >= 0) reported[row] = ends[returns.period[at] ?? -1] ?? Number.NaN
  }
  return reported
}
