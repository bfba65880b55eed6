import type { Day } from '@guatu/kernel'
import { type ListItem, readAmount } from '@guatu/scheme'
import { type PlanToDate, planToDate } from '../plan/index.ts'
import { type Given, type Member, membersOf } from '../record/index.ts'
import { type Held, held } from './held.ts'

/** What a plan prints about a list, beside what the library holds. */
export interface StatementAnswer {
  /** Minor units for an amount, else a count. */
  readonly said: number
  /** Null before the day of which the plan speaks, and of a group that no figure knows. */
  readonly held: Held
  readonly agrees: boolean | null
  /** The day of which the plan speaks; null: it says what is planned. */
  readonly asOf: Day | null
  /** The name of a group that no figure knows. */
  readonly called: string | null
}

export interface ListAnswer {
  readonly item: string
  readonly projects: number
  /** In the plan's order. */
  readonly statements: readonly StatementAnswer[]
  /** Each project's plan to date on this list; null where it sets none. */
  readonly plans: readonly { readonly project: string; readonly plan: PlanToDate | null }[]
}

/** How the projects on a list compare with what the plan says of it. */
export function listAnswer(list: ListItem, given: Given): ListAnswer {
  const members = membersOf(given, [list.id])
  return {
    item: list.id,
    projects: members.length,
    statements: list.states.map(statement => {
      const said =
        typeof statement.value === 'number' ? statement.value : (readAmount(statement.value) ?? Number.NaN)
      const there = held(statement, list, given)
      return {
        said,
        held: there,
        agrees: there === null ? null : there === said,
        asOf: statement.asOf ?? null,
        called: statement.called ?? null,
      }
    }),
    plans: members.map(one => ({ project: one.state.project.id, plan: planOf(one, list, given) })),
  }
}

const planOf = ({ membership }: Member, { curve }: ListItem, { asOf }: Given) =>
  planToDate(membership, curve, asOf) ?? null
