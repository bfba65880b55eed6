import { addMinor, type Day, type Minor, makeDay, yearOf } from '@guatu/kernel'
import type { ReserveRule } from '@guatu/scheme'
import type { UnitFact } from '../facts/index.ts'
import type { Given, MoneyRecord } from '../record/index.ts'
import { planYear } from '../target/due.ts'
import { amountOf } from '../term/index.ts'
import { cohortOf, isOf } from './batch.ts'

export interface ReserveAnswer {
  readonly kind: 'reserve'
  readonly rows: readonly ReserveRow[]
  readonly met: number
  readonly of: number
  /** `open`: the running year is not over. */
  readonly state: 'met' | 'short' | 'open' | 'nobody'
}

export interface ReserveRow {
  /** A unit, or `*` for the jurisdiction. */
  readonly subject: string
  readonly year: number
  readonly amount: Minor
  readonly state: 'met' | 'short' | 'open'
}

/** Whether enough was set aside in each year of the plan that has begun. */
export function reserveAnswer(rule: ReserveRule, given: Given): ReserveAnswer {
  const { scheme, asOf, records } = given
  const least = amountOf(rule.atLeast)
  const first = yearOf(scheme.inForce.from)
  const years = Array.from({ length: planYear(scheme, asOf) - first + 1 }, (_, index) => first + index)
  const money = records.money.filter(one => isOf(rule, one))
  const rows = subjectsOf(rule, given).flatMap(subject =>
    years.map((year): ReserveRow => {
      const own = money.filter(one => cohortOf(one) === year && (subject === '*' || one.unit === subject))
      const amount = own.reduce((sum, one) => addMinor(sum, setAside(one, asOf)), 0)
      const over = asOf > makeDay(year, 12, 31)
      return { subject, year, amount, state: amount >= least ? 'met' : over ? 'short' : 'open' }
    }),
  )
  const met = rows.filter(one => one.state === 'met').length
  const short = rows.some(one => one.state === 'short')
  const state = rows.length === 0 ? 'nobody' : short ? 'short' : met === rows.length ? 'met' : 'open'
  return { kind: 'reserve', rows, met, of: rows.length, state }
}

/** What was given out; where that is not recorded, what came. */
const setAside = ({ allocated, arrived }: MoneyRecord, asOf: Day): Minor =>
  allocated ?? (arrived && arrived.on <= asOf ? arrived.amount : 0)

function subjectsOf({ of }: ReserveRule, { facts, scheme }: Given): string[] {
  if (of === 'jurisdiction') return ['*']
  const units: readonly Pick<UnitFact, 'id' | 'kind' | 'mergedInto'>[] = [...facts.units, ...scheme.units]
  const own = units.filter(one => one.kind === of.each && one.mergedInto === undefined)
  return [...new Set(own.map(one => one.id))].sort()
}
