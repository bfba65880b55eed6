import { type Day, type Period, periodSpan } from '@guatu/kernel'
import type { Given } from '../record/index.ts'
import { type Turn, turnsOf, type When } from '../term/index.ts'

export type TaskState =
  /** Enough evidence by the due day. */
  | 'done'
  | 'done-late'
  /** Not due yet. */
  | 'open'
  | 'overdue'
  /** Nothing falls due: evidence is kept as it comes. */
  | 'standing'

export interface TurnAnswer extends Turn {
  readonly state: Exclude<TaskState, 'standing'>
  /** Pieces of evidence that came by the as-of date, of so many asked for. */
  readonly have: number
  readonly of: number
}

export interface TaskAnswer {
  readonly item: string
  /** Of the last turn that is due, else of the one that runs. */
  readonly state: TaskState
  readonly due: Day | null
  readonly period?: Period
  readonly have: number
  readonly of: number
  readonly turns: readonly TurnAnswer[]
}

/** What is asked for so often, with so much evidence: a task, or a document that is due. */
export interface Asked extends When {
  readonly id: string
  readonly atLeast: number
}

export function taskAnswer(asked: Asked, given: Given): TaskAnswer {
  const { scheme, settings, asOf, calendar, records } = given
  const evidence = records.evidence.filter(one => one.item === asked.id && one.on <= asOf)
  const turns = turnsOf(asked, scheme, settings, asOf, calendar).map((turn): TurnAnswer => {
    const own = evidence.filter(one => turn.period === undefined || isFor(one, turn.period))
    const inTime = own.filter(one => one.on <= turn.due).length
    return {
      ...turn,
      state: stateOf(inTime, own.length, asked.atLeast, turn.due, asOf),
      have: own.length,
      of: asked.atLeast,
    }
  })
  const last = turns.findLast(turn => turn.due < asOf) ?? turns[0]
  if (!last)
    return { item: asked.id, state: 'standing', due: null, have: evidence.length, of: asked.atLeast, turns }
  const { state, due, period, have, of } = last
  return { item: asked.id, state, due, ...(period === undefined ? {} : { period }), have, of, turns }
}

/** Named for the period, or handed in within it where it names none. */
function isFor(one: { readonly on: Day; readonly period?: Period }, period: Period): boolean {
  if (one.period !== undefined) return one.period === period
  const { start, end } = periodSpan(period)
  return one.on >= start && one.on <= end
}

function stateOf(inTime: number, have: number, atLeast: number, due: Day, asOf: Day): TurnAnswer['state'] {
  if (inTime >= atLeast) return 'done'
  if (have >= atLeast) return 'done-late'
  return due < asOf ? 'overdue' : 'open'
}
