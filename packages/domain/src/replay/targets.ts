import { canonicalJson, own } from '@guatu/kernel'
import type { Columns } from '../columns/index.ts'
import { ColumnState } from '../columns/state.ts'
import { contribute, type Program, type TargetState, targetValues } from '../evaluate/index.ts'
import { type Counters, Sum } from '../evaluate/share.ts'
import { currentMemberships } from '../library/index.ts'

/** A target whose state differs; null where a plan has none of that name in force. */
export interface TargetTurn {
  readonly target: string
  readonly before: TargetState | null
  readonly after: TargetState | null
}

export function targetTurns(columns: Columns, before: Program, after: Program): TargetTurn[] {
  const sums = totalOf(before, columns)
  const was = statesOf(before, columns, sums)
  const is = statesOf(after, columns, countsAlike(before, after) ? sums : totalOf(after, columns))
  const ids = new Set([...Object.keys(was), ...Object.keys(is)])
  return [...ids].flatMap(target => {
    const turn = { target, before: own(was, target) ?? null, after: own(is, target) ?? null }
    return turn.before === turn.after ? [] : [turn]
  })
}

const statesOf = (program: Program, { reported }: Columns, total: Counters): Record<string, TargetState> =>
  Object.fromEntries(targetValues(program, total, reported).map(({ id, state }) => [id, state]))

const countsAlike = (a: Program, b: Program) => a.scheme === b.scheme || countedBy(a) === countedBy(b)
const countedBy = ({ scheme: { indicators, lists, fields } }: Program) =>
  canonicalJson(JSON.parse(JSON.stringify([indicators, lists.map(({ id, curve }) => [id, curve]), fields])))

/** The sums that targets stand on; none where all that is asked was reported as such. */
function totalOf(program: Program, columns: Columns): Counters {
  const sum = new Sum(program)
  const { indicators, targets } = program.scheme
  if (targets.length === 0 || indicators.every(one => one.origin === 'reported')) return sum.total()
  const state = new ColumnState(columns, program.shapes, program.asOf)
  for (let p = 0; p < columns.projects.length; p++) {
    const one = state.of(p)
    sum.add(contribute(program, one, currentMemberships(one, program.listOrder, program.asOf), []))
  }
  return sum.total()
}
