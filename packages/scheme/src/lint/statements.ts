import { readAmount } from '../language/amount.ts'
import type { ListItem, Statement } from '../language/list.ts'
import type { Scheme } from '../language/scheme.ts'
import type { Report } from './report.ts'

type Path = readonly PropertyKey[]
const MONEY: ReadonlySet<Statement['of']> = new Set(['annual-plan', 'total-invest', 'invest-ytd'])
const NATURES = 3

/** What the plan prints of a list agrees with itself. */
export function statements(scheme: Scheme, report: Report): void {
  scheme.lists.forEach((list, index) => {
    list.states.forEach((one, at) => {
      if (amount(one) === undefined) {
        report(
          ['lists', index, 'states', at, 'value'],
          'statement.value',
          `${one.value} does not count ${one.of}`,
        )
      }
    })
    if (list.reading) return
    for (const whole of list.states) {
      parts(list, whole, ['lists', index, 'states', list.states.indexOf(whole)], report)
    }
  })
}

/** Money in minor units, counts as they are; undefined where the value is not of its kind. */
function amount(one: Statement): number | undefined {
  if (!MONEY.has(one.of)) return typeof one.value === 'number' ? one.value : undefined
  return typeof one.value === 'number' ? undefined : readAmount(one.value)
}

/** Parts by nature never exceed the whole, and make it up where all natures are stated; quarters make up the year. */
function parts(list: ListItem, whole: Statement, path: Path, report: Report): void {
  if (whole.quarter !== undefined) return
  const all = amount(whole)
  if (all === undefined) return
  const alike = list.states.filter(
    one => one.of === whole.of && one.asOf === whole.asOf && one.year === whole.year,
  )
  const sum = (of: readonly Statement[]) => of.reduce((total, one) => total + (amount(one) ?? 0), 0)
  if (plain(whole)) {
    const natures = alike.filter(one => one.quarter === undefined && byNature(one))
    const total = sum(natures)
    if (total > all || (natures.length === NATURES && total !== all)) {
      report(
        path,
        'statement.parts-sum',
        `the parts of ${whole.of} sum to something else than ${whole.value}`,
      )
    }
  }
  const same = JSON.stringify(whole.where)
  const quarters = alike.filter(one => one.quarter !== undefined && JSON.stringify(one.where) === same)
  if (quarters.length === 4 && sum(quarters) !== all) {
    report(path, 'statement.quarters-sum', `the quarters of ${whole.of} do not sum to ${whole.value}`)
  }
}

const plain = (one: Statement) => Object.keys(one.where).length === 0
const byNature = ({ where }: Statement) => where.nature?.length === 1 && Object.keys(where).length === 1
