import { compareText, type Rate } from '@guatu/kernel'
import type { Scheme } from '@guatu/scheme'
import { type Counters, counterKey, type Program, type Sums, sumsOf } from '../evaluate/index.ts'
import type { UnitFact } from '../facts/index.ts'
import { NONE } from '../light/index.ts'
import type { StandingView } from '../standing/index.ts'
import { Lines } from './lines.ts'

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

/** Sums with the plan that they were summed by: of a whole evaluation, or of a reader's view. */
export interface Summed {
  readonly program: Program
  readonly total: Counters
}

/** The standard sums of a scope with its projects by overall colour. */
export function boardCell(summed: Summed, scope: string, list: string): BoardCell {
  const colours: Record<string, number> = {}
  for (const colour of [...summed.program.scheme.colours.map(one => one.id), NONE]) {
    colours[colour] = summed.total.get(counterKey(scope, `colour:${colour}`)) ?? 0
  }
  const sums = sumsOf(summed.total, scope)
  return { list, ...sums, starts: startsOf(summed, scope, sums), colours }
}

function startsOf({ program, total }: Summed, scope: string, sums: Sums): Rate {
  const { starts } = program.scheme.board
  if (!program.scheme.indicators.some(one => one.id === starts)) return { n: sums.started, d: sums.projects }
  const read = (end: 'n' | 'd') => total.get(counterKey(scope, `${starts}.${end}`)) ?? 0
  return { n: read('n'), d: read('d') }
}

/** Ids of the lists that the board has columns for: all, unless the plan picks some of many. */
export const listsShown = ({ board, lists }: Scheme): readonly string[] =>
  board.lists ?? lists.map(list => list.id)

/** Units that lead a project, largest share of the worst colour first. */
export function matrix(summed: Summed, units: readonly UnitFact[]): MatrixRow[] {
  const row = rowsOf(summed)
  return units.flatMap(unit => row(unit) ?? []).sort(worstFirst(summed.program.scheme))
}

/** Rows of each view, brought up to date at each look; they end with it. */
const kept = new WeakMap<StandingView, Lines<MatrixRow>>()

/** The same of a view: a row is made anew only when a project of its unit has changed since the last look. */
export function matrixOf(view: StandingView): readonly MatrixRow[] {
  const lines = kept.get(view) ?? new Lines(worstFirst(view.program.scheme))
  kept.set(view, lines)
  const row = rowsOf(view)
  for (const unit of view.basis.units) {
    lines.bring(unit.id, view.tally.changes.get(unit.id) ?? 0, () => row(unit))
  }
  return lines.inOrder
}

/** The row of a unit; undefined where it leads nothing. */
function rowsOf(summed: Summed): (unit: UnitFact) => MatrixRow | undefined {
  const lists = listsShown(summed.program.scheme)
  const holds = (scope: string) => (summed.total.get(counterKey(scope, 'projects')) ?? 0) > 0
  // Most units are on few of the lists: what nobody counted in is not read sum by sum.
  const empty = boardCell({ program: summed.program, total: new Map() }, '', '')
  const cellOf = (scope: string, list: string): BoardCell =>
    holds(scope) ? boardCell(summed, scope, list) : { ...empty, list }
  return ({ id, name }) => {
    const scope = `unit:${id}`
    if (!holds(scope)) return undefined
    const total = boardCell(summed, scope, '*')
    return { unit: id, name, total, cells: lists.map(list => cellOf(`${scope}/list:${list}`, list)) }
  }
}

function worstFirst({ colours }: Scheme): (a: MatrixRow, b: MatrixRow) => number {
  const worst = [...colours].sort((a, b) => b.severity - a.severity)[0]?.id ?? NONE
  const share = ({ total }: MatrixRow) =>
    total.projects === 0 ? 0 : (total.colours[worst] ?? 0) / total.projects
  return (a, b) => share(b) - share(a) || b.total.projects - a.total.projects || compareText(a.unit, b.unit)
}
