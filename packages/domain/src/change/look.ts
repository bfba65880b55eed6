import type { Day, WorkingCalendar } from '@guatu/kernel'
import { workingDayBefore } from '../cadence/index.ts'

/** What a person had before the eyes: the day that was today, and how much the ledger held. `at`: an instant. */
export interface Look {
  readonly seq: number
  readonly asOf: Day
  readonly at: string
}

export interface LookMark {
  /** Changes are told since this one. */
  readonly since: Look
  readonly last: Look
}

/**
 * Opening the war room. The first look ever starts the account. Within a working day the mark stays, so that nothing
 * vanishes by looking again; the first look of a new working day moves it to the last look before. Days off belong to
 * the working day before them.
 */
export function looked(mark: LookMark | undefined, now: Look, calendar: WorkingCalendar): LookMark {
  if (!mark) return { since: now, last: now }
  const newDay = workingDayBefore(now.asOf, calendar) > mark.last.asOf
  return { since: newDay ? mark.last : mark.since, last: now }
}

/** Saying "seen" of what was on the screen; what came in since then stays unseen. Never moves back. */
export function acknowledged(mark: LookMark | undefined, seen: Look): LookMark {
  const older = mark && (seen.seq < mark.since.seq || seen.asOf < mark.since.asOf)
  const since = older ? mark.since : seen
  return { since, last: mark && mark.last.seq > since.seq ? mark.last : since }
}
