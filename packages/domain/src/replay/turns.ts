import type { NoLight } from '../evaluate/result.ts'
import type { ActionKind, Axes, Side } from './side.ts'

/** What one plan says: a colour of its own, or `none` and why. */
export interface Verdict {
  readonly colour: string
  readonly none?: NoLight
}

/** One dimension of one project on one list under both plans; null where a plan does not judge it. */
export interface LightTurn {
  /** Indexes of the project and of the row of its plan. */
  readonly p: number
  readonly row: number
  readonly dimension: string
  readonly before: Verdict | null
  readonly after: Verdict | null
  /** Whether another colour is shown. */
  readonly changed: boolean
  readonly way: Way
}

/** By the severity that each plan gives its colour; `other` where one of them shows none. */
export type Way = 'worse' | 'better' | 'same' | 'other'

export interface ActionTurn extends ActionKind {
  readonly p: number
  readonly row: number
  readonly turn: 'raised' | 'dropped'
}

export function* lightTurns(
  project: Int32Array,
  { dimensions, first }: Axes,
  before: Side,
  after: Side,
): Generator<LightTurn> {
  for (let row = 0; row < first.length; row++) {
    if (first[row] !== row) continue
    for (let d = 0; d < dimensions.length; d++) {
      const at = row * dimensions.length + d
      const [was, is] = [before.lights[at] ?? 0, after.lights[at] ?? 0]
      if (was === 0 && is === 0) continue
      yield {
        p: project[row] ?? -1,
        row,
        dimension: dimensions[d] ?? '',
        before: verdictOf(before, was),
        after: verdictOf(after, is),
        changed: colourOf(before, was) !== colourOf(after, is),
        way: wayOf(before, was, after, is),
      }
    }
  }
}

export function* actionTurns(
  project: Int32Array,
  { actions, first }: Axes,
  before: Side,
  after: Side,
): Generator<ActionTurn> {
  for (let row = 0; row < first.length; row++) {
    const [was, is] = [before.actions[row] ?? 0, after.actions[row] ?? 0]
    if (was === is) continue
    for (const [index, kind] of actions.entries()) {
      const bit = 1 << index
      if ((was & bit) === (is & bit)) continue
      yield { ...kind, p: project[row] ?? -1, row, turn: is & bit ? 'raised' : 'dropped' }
    }
  }
}

const colourOf = ({ meanings }: Side, code: number): string | null =>
  code === 0 ? null : (meanings[code]?.colour ?? null)

export function wayOf(before: Side, was: number, after: Side, is: number): Way {
  const [from, to] = [before.meanings[was]?.severity ?? -1, after.meanings[is]?.severity ?? -1]
  if (from >= 0 && to >= 0 && from !== to) return to > from ? 'worse' : 'better'
  return colourOf(before, was) === colourOf(after, is) ? 'same' : 'other'
}

function verdictOf({ meanings }: Side, code: number): Verdict | null {
  const meaning = code === 0 ? undefined : meanings[code]
  return meaning ? { colour: meaning.colour, ...(meaning.none ? { none: meaning.none } : {}) } : null
}
