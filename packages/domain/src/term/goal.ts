import { compareRates, type Day, parseRate, type Rate } from '@guatu/kernel'

/** `open`: the day has not passed; `no-base`: there is nothing to take a share of. */
export type GoalState = 'met' | 'short' | 'open' | 'no-base'

export interface GoalAnswer {
  /** As the plan writes it: `06-30`, `year-end`. */
  readonly by: string
  readonly due: Day
  readonly least: Rate
  /** On the due day, or on the as-of date before it: once the day has passed it stays as it was. */
  readonly rate: Rate | null
  readonly state: GoalState
}

/** A share that must be reached by a day. `rateOn` gives the share as it stood on a day. */
export function judgeGoal(
  by: string,
  due: Day,
  share: string,
  asOf: Day,
  rateOn: (day: Day) => Rate | null,
): GoalAnswer {
  const least = parseRate(share)
  if (!least) throw new Error(`not a rate: ${share}`)
  const rate = rateOn(asOf < due ? asOf : due)
  if (!rate) return { by, due, least, rate, state: 'no-base' }
  const reached = compareRates(rate, least) >= 0
  return { by, due, least, rate, state: reached ? 'met' : asOf > due ? 'short' : 'open' }
}

/** How a rule with several goals stands: a goal that was missed tells, then one that runs. */
export function stateOfGoals(goals: readonly Pick<GoalAnswer, 'state'>[]): GoalState {
  const found = (state: GoalState) => goals.some(goal => goal.state === state)
  if (found('short')) return 'short'
  if (found('no-base')) return 'no-base'
  return found('open') ? 'open' : 'met'
}
