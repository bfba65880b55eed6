import { addMinor, type Day, type Minor, type Rate } from '@guatu/kernel'
import type { PaymentRule } from '@guatu/scheme'
import type { Given } from '../record/index.ts'
import { chosen } from '../target/base.ts'
import { dayOf } from '../target/index.ts'
import { type GoalAnswer, type GoalState, judgeGoal, stateOfGoals } from '../term/index.ts'
import { batchesOf, sumBy } from './batch.ts'

export interface PaymentAnswer {
  readonly kind: 'payment'
  /** What the share is taken of: `allocated` 下达 or `arrived` 到位. */
  readonly base: string
  readonly paid: Minor
  readonly of: Minor
  /** paid / of; null where nothing was given out. */
  readonly rate: Rate | null
  readonly goals: readonly GoalAnswer[]
  readonly state: GoalState
}

/** 资金支付率 of a batch of money, as of a day. */
export function paymentAnswer(rule: PaymentRule, given: Given): PaymentAnswer {
  const { scheme, settings, asOf } = given
  const base = chosen(rule.base, settings)
  const batches = batchesOf(rule, given)
  const total = (of: (one: (typeof batches)[number]) => Minor) =>
    batches.reduce((sum, one) => addMinor(sum, of(one)), 0)
  const paidBy = (day: Day) => total(one => sumBy(one.paid, day))
  const baseBy = (day: Day) =>
    total(one => (base === 'arrived' ? sumBy(one.arrived ? [one.arrived] : [], day) : (one.allocated ?? 0)))
  const rateOn = (day: Day): Rate | null => {
    const d = baseBy(day)
    return d > 0 ? { n: paidBy(day), d } : null
  }
  const goals = rule.goals.map(goal =>
    judgeGoal(goal.due, dayOf(goal.due, scheme, settings, asOf), goal.rate, asOf, rateOn),
  )
  return {
    kind: 'payment',
    base,
    paid: paidBy(asOf),
    of: baseBy(asOf),
    rate: rateOn(asOf),
    goals,
    state: stateOfGoals(goals),
  }
}
