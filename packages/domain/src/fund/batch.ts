import { addMinor, type Day, type Minor, yearOf } from '@guatu/kernel'
import type { PassOnRule, PaymentRule } from '@guatu/scheme'
import type { Given, MoneyRecord, Paid } from '../record/index.ts'
import { planYear } from '../target/due.ts'

/** Year of the batch; where the record does not say it, that of the day on which the money came. */
export const cohortOf = (one: MoneyRecord): number | undefined =>
  one.cohort ?? (one.arrived && yearOf(one.arrived.on))

/** Batches that a rule speaks of; one of no known year is taken for the plan year's. */
export function batchesOf(
  rule: Pick<PaymentRule | PassOnRule, 'sources' | 'lists' | 'cohort'>,
  { scheme, asOf, records }: Given,
): MoneyRecord[] {
  const year = planYear(scheme, asOf)
  return records.money.filter(one => isOf(rule, one) && (cohortOf(one) ?? year) === (rule.cohort ?? year))
}

export const isOf = (
  { sources, lists }: Pick<PaymentRule, 'sources' | 'lists'>,
  { source, list }: MoneyRecord,
): boolean =>
  (sources.length === 0 || (source !== undefined && sources.includes(source))) &&
  (lists.length === 0 || (list !== undefined && lists.includes(list)))

export const sumBy = (paid: readonly Paid[], day: Day): Minor =>
  paid.filter(one => one.on <= day).reduce((sum, one) => addMinor(sum, one.amount), 0)
