import { compareRates, type Day, earlierDay, type Minor, parseRate, type Rate } from '@guatu/kernel'
import { type Funnel, readAmount, readCount } from '@guatu/scheme'
import type { Given } from '../record/index.ts'
import { dayOf } from '../target/index.ts'
import { termEnd } from '../term/index.ts'
import { type InFunnel, inFunnel } from './reached.ts'

export interface FunnelAnswer {
  readonly stages: readonly StageCount[]
  readonly rates: readonly RateAnswer[]
  readonly goals: readonly FunnelGoal[]
  readonly stalled: readonly { readonly subject: string; readonly stage: string; readonly since: Day }[]
}

/** `standing` is there now; `reached` has been there or gone on. */
export interface StageCount {
  readonly id: string
  readonly standing: number
  readonly standingAmount: Minor
  readonly reached: number
  readonly reachedAmount: Minor
}

export interface RateAnswer {
  readonly id: string
  /** Denominator 0 gives no value. */
  readonly value: Rate
  readonly due: Day | null
  /** `open`: short, and not due yet; `none`: no value, or nothing asked. */
  readonly state: 'met' | 'short' | 'open' | 'none'
}

export interface FunnelGoal {
  readonly stage: string
  readonly group?: string
  readonly value: number
  readonly atLeast: number
  readonly due: Day
  readonly state: 'met' | 'short' | 'open'
}

export function funnelAnswer(funnel: Funnel, given: Given): FunnelAnswer {
  const now = inFunnel(funnel, given)
  return {
    stages: funnel.stages.map((stage, index) => {
      const standing = now.filter(one => one.at === index && !one.lost)
      const reached = now.filter(one => one.at >= index)
      return {
        id: stage.id,
        standing: standing.length,
        standingAmount: sum(standing, one => one.amount),
        reached: reached.length,
        reachedAmount: sum(reached, one => one.amount),
      }
    }),
    rates: funnel.rates.map(rate => rateAnswer(funnel, rate, now, given)),
    goals: funnel.goals.flatMap(goal => goalAnswers(funnel, goal, given)),
    stalled: stalled(funnel, now, given),
  }
}

const sum = (all: readonly InFunnel[], of: (one: InFunnel) => number) =>
  all.reduce((total, one) => total + of(one), 0)

const indexOf = ({ stages }: Funnel, id: string) => stages.findIndex(stage => stage.id === id)

function rateAnswer(
  funnel: Funnel,
  rate: Funnel['rates'][number],
  now: readonly InFunnel[],
  { scheme, settings, asOf }: Given,
): RateAnswer {
  const by = typeof rate.by === 'string' ? rate.by : settings[rate.by.setting]
  const from = now.filter(one => one.at >= indexOf(funnel, rate.from))
  const to = now.filter(one => one.at >= indexOf(funnel, rate.to))
  const value: Rate =
    by === 'count'
      ? { n: to.length, d: from.length }
      : by === 'arrived'
        ? { n: sum(from, one => one.arrived), d: sum(from, one => one.amount) }
        : { n: sum(to, one => one.amount), d: sum(from, one => one.amount) }
  const due = rate.due === undefined ? null : dayOf(rate.due, scheme, settings, asOf)
  const asked = rate.atLeast === undefined ? undefined : parseRate(rate.atLeast)
  return { id: rate.id, value, due, state: rateState(value, asked, due, asOf) }
}

function rateState(value: Rate, asked: Rate | undefined, due: Day | null, asOf: Day): RateAnswer['state'] {
  if (!asked || value.d === 0) return 'none'
  if (compareRates(value, asked) >= 0) return 'met'
  return due !== null && asOf <= due ? 'open' : 'short'
}

/** Of the whole funnel, or of each group. Deals count by the day on which they got there, also when it is seen later. */
function goalAnswers(funnel: Funnel, goal: Funnel['goals'][number], given: Given): FunnelGoal[] {
  const due = dayOf(goal.due, given.scheme, given.settings, given.asOf)
  const by = earlierDay(due, given.asOf)
  const there = inFunnel(funnel, given, by).filter(one => one.at >= indexOf(funnel, goal.stage))
  const amount = readAmount(goal.atLeast)
  const atLeast = amount ?? readCount(goal.atLeast) ?? 0
  const judge = (all: readonly InFunnel[], group?: string): FunnelGoal => {
    const value = amount === undefined ? all.length : sum(all, one => one.amount)
    const state = value >= atLeast ? 'met' : due < given.asOf ? 'short' : 'open'
    return { stage: goal.stage, ...(group === undefined ? {} : { group }), value, atLeast, due, state }
  }
  if (!goal.each) return [judge(there)]
  return funnel.groups.map(({ id }) =>
    judge(
      there.filter(one => one.group === id),
      id,
    ),
  )
}

function stalled(
  funnel: Funnel,
  now: readonly InFunnel[],
  { asOf, calendar }: Given,
): FunnelAnswer['stalled'] {
  return funnel.stalls.flatMap(({ stage, longerThan }) =>
    now.flatMap(({ subject, at, since, lost }) => {
      if (lost || since === undefined || at !== indexOf(funnel, stage)) return []
      return termEnd(since, longerThan, calendar).due < asOf ? [{ subject, stage, since }] : []
    }),
  )
}
