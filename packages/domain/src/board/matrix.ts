import type { Running } from '../evaluate/index.ts'
import { counterKey, sumsOf } from '../evaluate/sums.ts'
import type { Facts } from '../facts/index.ts'
import { NONE } from '../light/index.ts'

export interface BoardCell {
  readonly list: string
  readonly projects: number
  readonly started: number
  readonly annualPlan: number
  readonly planToDate: number
  readonly invested: number
  readonly reported: number
  readonly colours: Record<string, number>
}

export interface MatrixRow {
  readonly unit: string
  readonly name: string
  readonly total: BoardCell
  readonly cells: readonly BoardCell[]
}

/** The standard sums of a scope with its projects by overall colour. */
export function boardCell(running: Running, scope: string, list: string): BoardCell {
  const colours: Record<string, number> = {}
  for (const colour of [...running.program.scheme.colours.map(one => one.id), NONE]) {
    colours[colour] = running.total.get(counterKey(scope, `colour:${colour}`)) ?? 0
  }
  return { list, ...sumsOf(running.total, scope), colours }
}

/** Units that lead a project, largest share of the worst colour first. */
export function matrix(running: Running, facts: Facts): MatrixRow[] {
  const { lists, colours } = running.program.scheme
  const worst = [...colours].sort((a, b) => b.severity - a.severity)[0]?.id ?? NONE
  const share = (cell: BoardCell) => (cell.projects === 0 ? 0 : (cell.colours[worst] ?? 0) / cell.projects)
  return facts.units
    .map(unit => {
      const scope = `unit:${unit.id}`
      const total = boardCell(running, scope, '*')
      const cells = lists.map(list => boardCell(running, `${scope}/list:${list.id}`, list.id))
      return { unit: unit.id, name: unit.name, total, cells }
    })
    .filter(row => row.total.projects > 0)
    .sort(
      (a, b) =>
        share(b.total) - share(a.total) || b.total.projects - a.total.projects || (a.unit < b.unit ? -1 : 1),
    )
}
