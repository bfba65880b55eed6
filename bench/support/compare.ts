import { deepStrictEqual } from 'node:assert'
import type { Response, routes } from '@guatu/contract'

type List = Response<typeof routes.listProjects>
type WarRoom = Response<typeof routes.getWarRoom>
// biome-ignore lint/suspicious/noExplicitAny: the plain server's answers have no contract
type Plain = any

/** Throws where both answers do not say the same: a faster answer that differs is no answer. */
export function sameList(ours: List, plain: Plain) {
  deepStrictEqual(ours.total, plain.total)
  deepStrictEqual(ours.sums, plain.sums)
  const fields = Object.keys(plain.rows[0] ?? {}).filter(field => field !== 'months')
  const of = (row: Record<string, unknown>) => Object.fromEntries(fields.map(field => [field, row[field]]))
  deepStrictEqual(ours.rows.map(of), plain.rows.map(of))
}

const CELL = ['projects', 'started', 'annualPlan', 'planToDate', 'invested', 'reported'] as const
const ours = (cell: WarRoom['total']) => [...CELL.map(name => cell[name]), ...Object.values(cell.colours)]
const theirs = (row: Plain) => [
  ...CELL.map(name => row[name]),
  ...['red', 'yellow', 'green', 'none'].map(name => row[name]),
]

export function sameWarRoom(board: WarRoom, plain: Plain) {
  deepStrictEqual(ours(board.total), theirs(plain.total))
  for (const row of plain.byList)
    deepStrictEqual(board.lists.filter(one => one.list === row.list).map(ours), [theirs(row)])
  for (const row of plain.byUnit) {
    const found = board.matrix.find(one => one.unit === row.unit)
    deepStrictEqual(found && ours(found.total), theirs(row))
    for (const cell of plain.byUnitAndList.filter((one: Plain) => one.unit === row.unit))
      deepStrictEqual(found?.cells.filter(one => one.list === cell.list).map(ours), [theirs(cell)])
  }
  let planned = 0
  const plan = Array.from({ length: 12 }, (_, index) => {
    planned += plain.plan[`p${index}`]
    return planned
  })
  deepStrictEqual(
    board.curve.months.map(one => one.plan),
    plan,
  )
  for (const [year, name] of [
    ['2022', 'lastYear'],
    ['2023', 'done'],
  ] as const) {
    let done = 0
    for (const one of plain.done.filter((row: Plain) => row.month.startsWith(year))) {
      done += one.done
      deepStrictEqual(board.curve.months[Number(one.month.slice(5)) - 1]?.[name], done)
    }
  }
  deepStrictEqual(
    board.todo.map(one => one.project),
    plain.todo.map((one: Plain) => one.project),
  )
  deepStrictEqual(board.todoTotal, plain.todoTotal)
  for (const row of plain.stages) {
    const { projects, totalInvest, before } = board.stages.find(one => one.stage === row.stage) ?? {}
    deepStrictEqual(
      { projects, totalInvest, before },
      { projects: row.projects, totalInvest: row.totalInvest, before: row.before },
    )
  }
  const late = plain.late.filter((row: Plain) => row.missing > 0)
  deepStrictEqual(
    board.late.map(one => [one.unit, one.missing, one.expected]).sort(),
    late.map((one: Plain) => [one.unit, one.missing, one.expected]).sort(),
  )
}
