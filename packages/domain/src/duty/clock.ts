import { type ClockDuty, termOf } from '@guatu/scheme'
import type { Given } from '../record/index.ts'
import { judgeRun, type RunAnswer } from '../term/index.ts'

export interface ClockAnswer {
  readonly kind: 'clock'
  readonly runs: readonly (RunAnswer & { readonly subject: string })[]
  /** Done in time, of those that are done or late. */
  readonly inTime: number
  readonly of: number
  readonly state: 'met' | 'short' | 'open' | 'nobody'
}

/** Pauses for a reason that the plan does not name do not stop the clock. */
export function clockAnswer(duty: ClockDuty, { records, asOf, calendar, settings }: Given): ClockAnswer {
  const reasons = new Set(duty.pauses.map(one => one.id))
  const within = termOf(duty.within, id => settings[id])
  const runs = records.clocks
    .filter(one => one.from <= asOf)
    .map(({ subject, pauses = [], ...run }) => {
      const allowed = pauses.filter(one => one.why !== undefined && reasons.has(one.why))
      return { subject, ...judgeRun({ ...run, pauses: allowed }, within, asOf, calendar) }
    })
  const inTime = runs.filter(one => one.state === 'done').length
  const late = runs.filter(one => one.state === 'done-late' || one.state === 'late').length
  const state = runs.length === 0 ? 'nobody' : late > 0 ? 'short' : inTime === runs.length ? 'met' : 'open'
  return { kind: 'clock', runs, inTime, of: inTime + late, state }
}
