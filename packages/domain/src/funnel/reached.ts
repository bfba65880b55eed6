import { type Day, type Minor, periodSpan } from '@guatu/kernel'
import type { Funnel } from '@guatu/scheme'
import { type Given, type Member, membersOf } from '../record/index.ts'

/** One project or deal in a funnel: the furthest stage it has reached, and since when it stands there. */
export interface InFunnel {
  readonly subject: string
  readonly group?: string
  readonly amount: Minor
  readonly arrived: Minor
  /** Index of the furthest stage. */
  readonly at: number
  readonly since?: Day
  /** Given up: it counts for what it reached, and stands nowhere. */
  readonly lost: boolean
}

/** All that has entered the funnel by the day. What reached a stage has reached all before it. */
export function inFunnel(funnel: Funnel, given: Given, by: Day = given.asOf): InFunnel[] {
  return funnel.of === 'deals' ? deals(funnel, given, by) : projects(funnel, given)
}

function deals({ stages }: Funnel, { records }: Given, by: Day): InFunnel[] {
  return records.deals.flatMap(deal => {
    const at = stages.findLastIndex(({ id }) => {
      const day = deal.reached[id]
      return day !== undefined && day <= by
    })
    if (at < 0) return []
    const { id, group, amount = 0, arrived = 0, lost } = deal
    const since = deal.reached[stages[at]?.id ?? '']
    return [{ subject: id, group, amount, arrived, at, since, lost: lost !== undefined && lost <= by }]
  })
}

function projects(funnel: Funnel, given: Given): InFunnel[] {
  return membersOf(given, funnel.lists).flatMap(member => {
    const stage = member.state.latest.get('stage')?.value
    const at = funnel.stages.findLastIndex(({ projects: of }) => of?.some(one => one === stage))
    if (at < 0) return []
    return [
      {
        subject: member.state.project.id,
        group: member.state.project.sector,
        amount: amountOf(funnel, member),
        arrived: 0,
        at,
        since: sinceWhen(member, String(stage), given),
        lost: false,
      },
    ]
  })
}

const amountOf = (funnel: Funnel, { state, membership }: Member): Minor =>
  (funnel.amount === 'annual-plan' ? membership.annualPlan : state.project.totalInvest) ?? 0

/** End of the first period of the unbroken run of returns that say so. */
function sinceWhen({ state }: Member, stage: string, { facts, asOf }: Given): Day | undefined {
  const told = facts.returns
    .filter(one => one.project === state.project.id && one.figures.stage !== undefined)
    .map(one => ({ end: periodSpan(one.period).end, stage: one.figures.stage }))
    .filter(one => one.end <= asOf)
    .sort((a, b) => (a.end < b.end ? -1 : 1))
  const other = told.findLastIndex(one => one.stage !== stage)
  return told[other + 1]?.end
}
