import type { Rate } from '@guatu/kernel'
import type { Running, Sums } from '../evaluate/index.ts'
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
  /** The scheme's own rate of starts (`board.starts`): its denominator may leave some natures out. */
  readonly starts: Rate
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
  const sums = sumsOf(running.total, scope)
  return { list, ...sums, starts: startsOf(running, scope, sums), colours }
}

function startsOf({ program, total }: Running, scope: string, sums: Sums): Rate {
  const { starts } = program.scheme.board
  if (!program.scheme.indicators.some(one => one.id === starts)) return { n: sums.started, d: sums.projects }
  const read = (end: 'n' | 'd') => total.get(counterKey(scope, `${starts}.${end}`)) ?? 0
  return { n: read('n'), d: read('d') }
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
