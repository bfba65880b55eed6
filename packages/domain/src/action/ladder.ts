import { addDays, type Day } from '@guatu/kernel'
import { type ActionLadder, termOf } from '@guatu/scheme'
import type { Given, Matter } from '../record/index.ts'
import { judgeRun, type RunState, termEnd } from '../term/index.ts'

/** One step of a ladder that a matter has come to. */
export interface Rung {
  readonly step: string
  readonly since: Day
  /** Last day for the mend; null where the step sets none. */
  readonly due: Day | null
  /** How the other side's answer stands; absent where none is asked for. */
  readonly answer?: RunState
  readonly answerDue?: Day | null
}

export interface LadderAnswer {
  readonly subject: string
  /** `exhausted`: the last step's limit has passed and nothing is left to follow. */
  readonly state: 'open' | 'closed' | 'exhausted'
  /** Where it stands now, or stood when it was closed. */
  readonly step: string
  readonly since: Day
  readonly due: Day | null
  readonly rungs: readonly Rung[]
}

/**
 * How far a matter has climbed. A step's mend that is not there by its last day leads to the next step on the day after
 * (or when the days of grace are over); a step that sets no limit leads nowhere by itself.
 */
export function ladderAnswer(ladder: ActionLadder, matter: Matter, given: Given): LadderAnswer | undefined {
  const { asOf, calendar, settings } = given
  if (matter.raised > asOf) return undefined
  const mended = matter.mended !== undefined && matter.mended <= asOf ? matter.mended : undefined
  const until = mended ?? asOf
  const rungs: Rung[] = []
  let next = firstStep(ladder, matter.occurrence)
  let since = matter.raised
  let exhausted = false
  while (next < ladder.steps.length) {
    const step = ladder.steps[next]
    if (!step || since > until) break
    const limit = step.mendWithin && termOf(step.mendWithin, id => settings[id])
    const due = limit ? termEnd(since, limit, calendar).due : null
    rungs.push({
      step: step.id,
      since,
      due,
      ...answerOf(step.answerWithin, matter.answered[step.id], since, given),
    })
    if (due === null || until <= due) break
    exhausted = next === ladder.steps.length - 1
    const grace = { workingDays: ladder.graceWorkingDays }
    since = ladder.graceWorkingDays > 0 ? termEnd(due, grace, calendar).due : addDays(due, 1)
    next += 1
  }
  const last = rungs.at(-1)
  if (!last) return undefined
  const state = mended !== undefined ? 'closed' : exhausted ? 'exhausted' : 'open'
  return { subject: matter.subject, state, step: last.step, since: last.since, due: last.due, rungs }
}

/** A matter raised for the nth time running begins at the highest step that says so. */
function firstStep({ steps }: ActionLadder, occurrence: number): number {
  const at = steps.findLastIndex(step => step.atOccurrence !== undefined && occurrence >= step.atOccurrence)
  return Math.max(at, 0)
}

function answerOf(
  within: ActionLadder['steps'][number]['answerWithin'],
  answered: Day | undefined,
  since: Day,
  { asOf, calendar, settings }: Given,
): Pick<Rung, 'answer' | 'answerDue'> {
  if (!within) return {}
  const { state, due } = judgeRun(
    { from: since, done: answered },
    termOf(within, id => settings[id]),
    asOf,
    calendar,
  )
  return { answer: state, answerDue: due }
}
