import type { Day, Period } from '@guatu/kernel'
import type { AskedReturn } from './asked.ts'
import type { ChangeRefused } from './refused.ts'
import type { ReturnActor } from './route.ts'
import type { ReturnState } from './state.ts'

/** A figure of one project to be written beside its return: a single row, a row of a file, an undo. */
export interface FigureChange {
  readonly actor: ReturnActor
  /** Absent: of a figure that a unit reports of itself, which no return asks for. */
  readonly project?: string
  readonly period: Period
  readonly asOf: Day
  /** The closed period around it that no unlock opens. */
  readonly closed?: Period
  /** As `returnsAround` gives them, each with where it stands. */
  readonly returns: readonly StandingReturn[]
}

export interface StandingReturn {
  readonly asked: AskedReturn
  readonly current: ReturnState | undefined
}

/**
 * Why a figure may not be changed now; undefined where it may. A closed period binds all. Else the office writes early and
 * late; everybody else keeps to the clocks of the return that the figure belongs to, and to one that is open or waits at
 * the own unit.
 */
export function changeAgainst(change: FigureChange): ChangeRefused | undefined {
  const { actor, period, closed } = change
  if (closed !== undefined) return { code: 'return.frozen', params: { period: closed } }
  if (actor.role === 'dispatcher') return undefined
  for (const { asked, current } of governing(change)) {
    const refused = clocksAgainst(asked, change.asOf, asked.period === period) ?? placeAgainst(actor, current)
    if (refused) return { ...refused, params: { ...refused.params, period: asked.period } }
  }
  return undefined
}

/** The first and the last day for reporters. Before the first only what is named by the return itself waits. */
export function clocksAgainst(
  { opens, locks }: Pick<AskedReturn, 'opens' | 'locks'>,
  asOf: Day,
  itself = true,
): ChangeRefused | undefined {
  if (itself && asOf < opens) return { code: 'return.not-open', params: { opens } }
  if (locks !== undefined && asOf > locks) return { code: 'return.locked', params: { locks } }
  return undefined
}

/** Those that ask for the project in the very period; where none does, those whose cycle the period lies in. */
function governing({ returns, project, period }: FigureChange): readonly StandingReturn[] {
  const holding = returns.filter(({ asked }) => asked.rows.some(row => row.project === project))
  const named = holding.filter(({ asked }) => asked.period === period)
  return named.length > 0 ? named : holding
}

function placeAgainst({ unit }: ReturnActor, current: ReturnState | undefined): ChangeRefused | undefined {
  if (!current || current.state === 'open' || current.state === 'returned') return undefined
  if (current.state === 'submitted' && current.at === unit) return undefined
  return { code: 'return.wrong-state', params: { state: current.state } }
}
