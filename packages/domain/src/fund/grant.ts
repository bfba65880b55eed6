import { addMinor, compareText, groupBy, type Minor } from '@guatu/kernel'
import type { GrantRule } from '@guatu/scheme'
import type { Given } from '../record/index.ts'
import { amountOf } from '../term/index.ts'

export interface GrantAnswer {
  readonly kind: 'grant'
  readonly units: readonly {
    readonly unit: string
    readonly times: number
    /** What it gives → so much in all. */
    readonly gives: Readonly<Record<string, Minor>>
  }[]
  readonly times: number
  readonly gives: Readonly<Record<string, Minor>>
}

/** What units have earned since the plan is in force. */
export function grantAnswer(rule: GrantRule, { records, scheme, asOf }: Given): GrantAnswer {
  const until = asOf < scheme.inForce.to ? asOf : scheme.inForce.to
  const awards = records.awards.filter(
    one => one.grant === rule.id && one.on >= scheme.inForce.from && one.on <= until,
  )
  const units = [...groupBy(awards, one => one.unit)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([unit, { length }]) => ({ unit, times: length, gives: givesOf(rule, length) }))
  return { kind: 'grant', units, times: awards.length, gives: givesOf(rule, awards.length) }
}

const givesOf = ({ gives }: GrantRule, times: number): Record<string, Minor> =>
  Object.fromEntries(gives.map(({ id, amount }) => [id, manyTimes(amountOf(amount), times)]))

const manyTimes = (amount: Minor, times: number): Minor =>
  Array.from({ length: times }, () => amount).reduce(addMinor, 0)
