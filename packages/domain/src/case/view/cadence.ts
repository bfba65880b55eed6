import { type Period, periodKind } from '@guatu/kernel'
import type { Cadence } from '@guatu/scheme'
import {
  type Cycle,
  cycleOf,
  cycleSpan,
  type DueCycle,
  isOnCall,
  lastDue,
  returnIs,
  workingDaysLate,
} from '../../cadence/index.ts'
import type { Given } from '../../record/index.ts'
import type { Answer } from '../answer.ts'

/** `about` names a project, or a period; of neither it is the last cycle that was due before the as-of date. */
export function cadenceView(cadence: Cadence, given: Given, about: string | undefined): Answer {
  const { does, channel } = cadence
  if (isOnCall(cadence)) return { does, channel, due: null }
  const { asOf, calendar } = given
  const within = about === undefined ? undefined : periodNamed(about)
  if (within !== undefined) return { does, channel, ...clocks(cadence, cycleOf(cadence, within, calendar)) }
  const cycle = lastDue(cadence, asOf, calendar)
  const daysLate = workingDaysLate(cycle, asOf, calendar)
  const due: DueCycle = { ...cycle, asks: cadence, daysLate }
  const projects = given.states.map(one => ({ id: one.project.id, is: isOf(due, one.project.id, given) }))
  if (about !== undefined) return { is: projects.find(one => one.id === about)?.is }
  const of = (is: string) => projects.filter(one => one.is === is).map(one => one.id)
  return {
    does,
    channel,
    ...clocks(cadence, cycle),
    daysLate,
    missing: of('missing'),
    reported: of('reported'),
  }
}

/** `from`: the first day that the cycle is about. */
const clocks = (cadence: Cadence, cycle: Cycle) => ({
  ...cycle,
  from: cycleSpan(cadence, cycle).start,
  locks: cycle.locks ?? null,
})

const periodNamed = (text: string): Period | undefined => (periodKind(text) ? text : undefined)

const isOf = (cycle: DueCycle, project: string, { facts }: Given) =>
  returnIs(
    cycle,
    facts.memberships.filter(one => one.project === project),
    facts.returns.filter(one => one.project === project),
  )
