import { type Day, must, yearOf } from '@guatu/kernel'
import { type ListItem, readAmount, readCount, type Statement } from '@guatu/scheme'
import { passes } from '../evaluate/filter.ts'
import { curveOf } from '../evaluate/index.ts'
import type { MembershipFact } from '../facts/index.ts'
import { partOfStatement } from '../list/part.ts'
import { type Row, type StandingView, stateOf } from '../standing/index.ts'

/** A number that the plan prints about a list, beside what the library holds of the same. */
export interface ComparedStatement {
  readonly of: Statement['of']
  readonly unit: 'minor' | 'count'
  readonly natures: readonly string[]
  readonly stages: readonly string[]
  readonly asOf: Day | null
  readonly quarter: number | null
  readonly declared: number
  /** Null where the library cannot say. */
  readonly held: number | null
}

export interface ListStanding {
  readonly projects: number
  readonly states: readonly ComparedStatement[]
}

/** How a list stands: who is on it this year, and whether that agrees with what the plan prints. */
export function listStanding(view: StandingView, list: ListItem): ListStanding {
  const { asOf } = view.program
  const year = yearOf(asOf)
  const held = list.states.map(() => 0)
  let projects = 0
  for (const row of view.rows()) {
    for (const membership of row.memberships) {
      if (membership.list !== list.id) continue
      if ((membership.year ?? year) === year) projects += 1
      list.states.forEach((statement, index) => {
        held[index] = (held[index] ?? 0) + (share(view, row, membership, list, statement) ?? 0)
      })
    }
  }
  return {
    projects,
    states: list.states.map((one, index) => ({
      of: one.of,
      unit: isCount(one) ? 'count' : 'minor',
      natures: one.where.nature ?? [],
      stages: one.where.stage ?? [],
      asOf: one.asOf ?? null,
      quarter: one.quarter ?? null,
      declared: declaredOf(one),
      held: canHold(one) ? must(held[index], 'sum') : null,
    })),
  }
}

const HAS_QUARTERS: ReadonlySet<Statement['of']> = new Set(['annual-plan', 'planned-starts'])
/** What only the plan's words tell apart (slow ones), and quarters of what has none, the library does not hold. */
const canHold = ({ called, quarter, of }: Statement) =>
  called === undefined && (quarter === undefined || HAS_QUARTERS.has(of))
const isCount = ({ of }: Statement) => of === 'projects' || of === 'planned-starts'

function declaredOf(statement: Statement): number {
  const { value } = statement
  if (typeof value === 'number') return value
  return must(isCount(statement) ? readCount(value) : readAmount(value), `value of a statement: ${value}`)
}

/** What one project on the list adds; undefined: it is not among those that the statement speaks of. */
function share(
  view: StandingView,
  row: Row,
  membership: MembershipFact,
  list: ListItem,
  statement: Statement,
): number | undefined {
  const { where, year: spoken } = statement
  const { asOf } = view.program
  const year = spoken ?? list.year ?? yearOf(asOf)
  if ((membership.year ?? year) !== year) return undefined
  if (Object.keys(where).length > 0 && !passes(where, stateOf(row), membership, asOf)) return undefined
  return partOfStatement(statement, {
    project: row.project,
    membership,
    curve: curveOf(view.program, membership.list),
    year,
    investYtd: statement.of === 'invest-ytd' ? stateOf(row).latest.get('invest-ytd')?.value : undefined,
  })
}
