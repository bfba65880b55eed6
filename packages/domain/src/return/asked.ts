import {
  compareText,
  type Day,
  groupBy,
  must,
  type Period,
  periodKind,
  periodOf,
  periodSpan,
  type WorkingCalendar,
} from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import {
  type AskingCycle,
  asksProject,
  cycleOf,
  cycleSpan,
  cyclesOpen,
  isOnCall,
  lastDue,
  reportingUnit,
} from '../cadence/index.ts'
import type { FieldId } from '../facts/fields.ts'
import type { Facts } from '../facts/index.ts'
import { askedFields } from './fields.ts'

/** What one unit is asked for one period, by all cadences together (报送). */
export interface AskedReturn {
  readonly unit: string
  readonly period: Period
  /** The first day that it is about: of months together, that of the first of them. */
  readonly from: Day
  /** The earliest of its cadences' days. */
  readonly opens: Day
  readonly due: Day
  /** The last day for reporters, the latest of its cadences'; absent where one of them stays open until closing. */
  readonly locks?: Day
  readonly provisional: boolean
  /** Cadence ids in the order of the scheme. */
  readonly cadences: readonly string[]
  /** A row for each project, by id. */
  readonly rows: readonly AskedRow[]
}

export interface AskedRow {
  readonly project: string
  readonly cadences: readonly string[]
  readonly fields: readonly FieldId[]
}

/**
 * Returns that have opened by the day, the one due first, first. `since`: only those due on or after that day; without
 * it, of each cadence the last one past due and all opened after it.
 */
export function askedReturns(
  scheme: Scheme,
  facts: Facts,
  asOf: Day,
  calendar: WorkingCalendar,
  since?: Day,
): AskedReturn[] {
  const cycles = asking(scheme).flatMap(cadence =>
    cyclesOpen(cadence, since ?? lastDue(cadence, asOf, calendar).due, asOf, calendar).map(cycle => ({
      ...cycle,
      asks: cadence,
    })),
  )
  return returnsOf(scheme, facts, cycles)
}

/** All returns of one period, opened or not. Cadences whose cycle bears another period's name do not ask in it. */
export function returnsOfPeriod(
  scheme: Scheme,
  facts: Facts,
  period: Period,
  calendar: WorkingCalendar,
): AskedReturn[] {
  const cycles = asking(scheme)
    .filter(cadence => cadence.every === periodKind(period))
    .map(cadence => ({ ...cycleOf(cadence, period, calendar), asks: cadence }))
    .filter(cycle => cycle.period === period)
  return returnsOf(scheme, facts, cycles)
}

/**
 * Returns under whose clocks figures of a period stand: those whose cycle holds the whole of it, the very period's and, as for
 * January where it is asked with February, another's.
 */
export function returnsAround(
  scheme: Scheme,
  facts: Facts,
  period: Period,
  calendar: WorkingCalendar,
): AskedReturn[] {
  const { start, end } = periodSpan(period)
  const cycles = asking(scheme)
    .map(cadence => ({ ...cycleOf(cadence, periodOf(cadence.every, end), calendar), asks: cadence }))
    .filter(cycle => {
      const span = cycleSpan(cycle.asks, cycle)
      return span.start <= start && span.end >= end
    })
  return returnsOf(scheme, facts, cycles)
}

/** One unit's return of a period; undefined where nothing is asked of it. */
export const askedReturn = (
  scheme: Scheme,
  facts: Facts,
  { unit, period }: { readonly unit: string; readonly period: Period },
  calendar: WorkingCalendar,
): AskedReturn | undefined => returnsOfPeriod(scheme, facts, period, calendar).find(one => one.unit === unit)

const asking = (scheme: Scheme) => scheme.cadences.filter(cadence => cadence.asksReturn && !isOnCall(cadence))

interface Ask {
  readonly unit: string
  readonly project: string
  readonly cycle: AskingCycle
}

function returnsOf(scheme: Scheme, facts: Facts, cycles: readonly AskingCycle[]): AskedReturn[] {
  const { from, to } = scheme.inForce
  const inForce = cycles.filter(cycle => cycle.due >= from && cycleSpan(cycle.asks, cycle).start <= to)
  const asks = asksOf(facts, inForce)
  const fields = new Map(inForce.map(({ asks: cadence }) => [cadence.id, askedFields(scheme, cadence)]))
  return [...groupBy(asks, one => `${one.unit} ${one.cycle.period}`).values()]
    .map(one => returnOf(one, fields))
    .sort(
      (a, b) => compareText(a.due, b.due) || compareText(a.period, b.period) || compareText(a.unit, b.unit),
    )
}

function asksOf(facts: Facts, cycles: readonly AskingCycle[]): Ask[] {
  const memberships = groupBy(facts.memberships, one => one.project)
  const returns = groupBy(facts.returns, one => one.project)
  const projects = [...facts.projects].sort((a, b) => compareText(a.id, b.id))
  return cycles.flatMap(cycle =>
    projects.flatMap(project => {
      const unit = reportingUnit(cycle.asks, project)
      const { id } = project
      if (unit === undefined) return []
      if (!asksProject(cycle, memberships.get(id) ?? [], returns.get(id) ?? [])) return []
      return [{ unit, project: id, cycle }]
    }),
  )
}

/** `asks`: of one unit and period, at least one. */
function returnOf(asks: readonly Ask[], fields: ReadonlyMap<string, readonly FieldId[]>): AskedReturn {
  const { unit, cycle: first } = must(asks[0], 'what a return asks')
  const cycles = [...new Set(asks.map(one => one.cycle))]
  const sorted = (days: readonly Day[]) => [...days].sort(compareText)
  const locks = cycles.flatMap(cycle => cycle.locks ?? [])
  const locked = locks.length === cycles.length ? sorted(locks).at(-1) : undefined
  return {
    unit,
    period: first.period,
    from: must(sorted(cycles.map(cycle => cycleSpan(cycle.asks, cycle).start))[0], 'first day'),
    opens: must(sorted(cycles.map(cycle => cycle.opens))[0], 'day of opening'),
    due: must(sorted(cycles.map(cycle => cycle.due))[0], 'day that it is due'),
    ...(locked !== undefined && { locks: locked }),
    provisional: cycles.some(cycle => cycle.provisional),
    cadences: cycles.map(cycle => cycle.cadence),
    rows: [...groupBy(asks, one => one.project)]
      .map(([project, of]) =>
        rowOf(
          project,
          of.map(one => one.cycle.cadence),
          fields,
        ),
      )
      .sort((a, b) => compareText(a.project, b.project)),
  }
}

function rowOf(
  project: string,
  cadences: readonly string[],
  fields: ReadonlyMap<string, readonly FieldId[]>,
): AskedRow {
  return { project, cadences, fields: [...new Set(cadences.flatMap(id => fields.get(id) ?? []))] }
}
