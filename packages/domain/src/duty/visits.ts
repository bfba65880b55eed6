import { type Period, periodSpan, periodsIn } from '@guatu/kernel'
import type { VisitsDuty } from '@guatu/scheme'
import { type Given, membersOf } from '../record/index.ts'

export interface VisitsAnswer {
  readonly kind: 'visits'
  /** The last period that ended under the plan, else the one that runs. */
  readonly period: Period
  readonly ended: boolean
  /** Whom the duty is about: projects, or the jurisdiction as `*`. */
  readonly subjects: readonly VisitedSubject[]
  readonly met: number
  readonly of: number
  /** `open`: the period still runs. */
  readonly state: 'met' | 'short' | 'open' | 'nobody'
}

export interface VisitedSubject {
  readonly subject: string
  readonly count: number
  readonly state: 'met' | 'short' | 'open'
}

/** Whether those of the role came as often as they must. */
export function visitsAnswer(duty: VisitsDuty, given: Given, of?: Period): VisitsAnswer {
  const { asOf, scheme, records } = given
  const periods = periodsIn(duty.every, { start: scheme.inForce.from, end: asOf })
  const period = of ?? periods.findLast(one => periodSpan(one).end <= asOf) ?? periods.at(-1) ?? ''
  const { start, end } = periodSpan(period)
  const ended = end <= asOf
  const visits = records.visits.filter(
    one => one.role === duty.role && one.on >= start && one.on <= end && one.on <= asOf,
  )
  const judge = (subject: string, count: number): VisitedSubject => ({
    subject,
    count,
    state: count >= duty.atLeast ? 'met' : ended ? 'short' : 'open',
  })
  const subjects =
    duty.of === 'jurisdiction'
      ? [judge('*', visits.length)]
      : membersOf(given, duty.lists, duty.where).map(({ state }) =>
          judge(state.project.id, visits.filter(one => one.project === state.project.id).length),
        )
  const met = subjects.filter(one => one.state === 'met').length
  const state = subjects.length === 0 ? 'nobody' : met === subjects.length ? 'met' : ended ? 'short' : 'open'
  return { kind: 'visits', period, ended, subjects, met, of: subjects.length, state }
}
