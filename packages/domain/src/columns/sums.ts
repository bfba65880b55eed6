import { yearOf } from '@guatu/kernel'
import { groupOf } from '../evaluate/group.ts'
import { type End, type Program, STANDARD } from '../evaluate/program.ts'
import { type Counters, Sum } from '../evaluate/share.ts'
import type { Columns } from './columns.ts'
import { type LookedRows, lookedRows } from './looked.ts'
import { vectorOf } from './vector.ts'

/**
 * The ends of all indicators over all projects, the same as project by project; the standard sums and colours are left at 0.
 * Undefined where an end sums what columns do not have.
 */
export function endSums(program: Program, columns: Columns): Counters | undefined {
  const rows = lookedRows(program, columns)
  const ends: ((row: number) => number)[] = []
  for (const end of program.ends) {
    const amount = amountOf(program, columns, rows, end)
    if (!amount) return undefined
    ends.push(amount)
  }
  const { plans, projects } = columns
  const counted = countedRows(program, columns)
  const sum = new Sum(program)
  const amounts = new Array<number>(STANDARD.length + ends.length).fill(0)
  for (const [row, membership] of plans.facts.entries()) {
    if (counted[row] === NOT) continue
    for (const [at, amount] of ends.entries()) amounts[STANDARD.length + at] = amount(row)
    const unit = projects[plans.project[row] ?? -1]?.leadUnit
    const group = groupOf(program, unit, membership, counted[row] === FIRST)
    sum.addShare({ group, amounts, colour: -1, overall: -1 })
  }
  return sum.total()
}

/** What nobody gave or reported adds nothing. */
function amountOf(
  program: Program,
  columns: Columns,
  rows: LookedRows,
  { where, slot }: End,
): ((row: number) => number) | undefined {
  const passes = rows.passes(where)
  if (slot === undefined) return row => (passes(row) ? 1 : 0)
  const quantity = program.slots[slot]
  const vector = quantity === undefined ? undefined : vectorOf(program, columns, quantity, false)
  return vector && (row => (passes(row) ? vector[row] || 0 : 0))
}

const NOT = 0
const AGAIN = 1
const FIRST = 2

/** As `currentMemberships` has them: rows of the as-of year on lists of the scheme, the first of each project apart. */
function countedRows({ listOrder, asOf }: Program, { plans }: Columns): Uint8Array {
  const year = yearOf(asOf)
  const orders = plans.lists.map(list => listOrder.get(list))
  const orderOf = (row: number) => orders[plans.list[row] ?? -1]
  const counted = new Uint8Array(plans.project.length)
  let first = -1
  for (let row = 0; row < counted.length; row++) {
    const of = plans.year[row] ?? -1
    const order = orderOf(row)
    if (order === undefined || (of >= 0 && of !== year)) continue
    const other = first >= 0 && plans.project[first] === plans.project[row]
    if (other && (orderOf(first) ?? 0) <= order) {
      counted[row] = AGAIN
      continue
    }
    if (other) counted[first] = AGAIN
    counted[row] = FIRST
    first = row
  }
  return counted
}
