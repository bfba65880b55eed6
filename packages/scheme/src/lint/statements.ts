import { readAmount } from '../language/amount.ts'
import type { Statement } from '../language/list.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Report } from './report.ts'

const MONEY: ReadonlySet<Statement['of']> = new Set(['annual-plan', 'total-invest', 'invest-ytd'])

/** What the plan prints of a list is written as what it counts. */
export function statements(scheme: Scheme, report: Report): void {
  scheme.lists.forEach((list, index) => {
    list.states.forEach((one, at) => {
      if (readStatement(one) === undefined) {
        report(
          ['lists', index, 'states', at, 'value'],
          'statement.value',
          `${one.value} does not count ${one.of}`,
        )
      }
    })
  })
}

export const ofMoney = (one: Statement): boolean => MONEY.has(one.of)

/** Money in minor units, counts as they are; undefined where the value is not of its kind. */
export function readStatement(one: Statement): number | undefined {
  if (!ofMoney(one)) return typeof one.value === 'number' ? one.value : undefined
  return typeof one.value === 'number' ? undefined : readAmount(one.value)
}
