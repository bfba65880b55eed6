import { fault, ok, type Period, periodOf, periodSpan, type Result } from '@guatu/kernel'
import { COMMON_FIELDS, type FieldId, type ProjectFact } from '../facts/index.ts'
import type { EntryToWrite } from '../import/index.ts'
import { fieldShapes, projectState } from '../project/index.ts'
import type { MoneyFigures, Reorganisation } from './request.ts'
import type { ReorganiseState } from './state.ts'

/**
 * The period whose figures are the first to speak of the changed project: the one that holds the day. Earlier periods
 * ended before the day, so what is reported for them stays as it is.
 */
export interface TurningPeriod {
  readonly period: Period
  /** Before it has ended nothing can be reported for it. */
  readonly ended: boolean
}

export function turningPeriod({ returnPeriod, today }: ReorganiseState, day: string): TurningPeriod {
  const period = periodOf(returnPeriod, day)
  return { period, ended: periodSpan(period).end <= today }
}

const MONEY = Object.entries(COMMON_FIELDS).flatMap(([field, { type }]) => (type === 'money' ? [field] : []))

/** Money that a project has reported, cumulative, as it stands today. */
export function standingMoney(state: ReorganiseState, project: ProjectFact): Map<FieldId, number> {
  const latest = latestOf(state, project)
  return new Map(
    MONEY.flatMap(field => {
      const value = latest.get(field)?.value
      return typeof value === 'number' ? [[field, value] as const] : []
    }),
  )
}

/** What else is known of the works, in words and days. */
export function standingWorks(state: ReorganiseState, project: ProjectFact): Record<FieldId, string> {
  const latest = latestOf(state, project)
  return Object.fromEntries(
    ['stage', 'started-on'].flatMap(field => {
      const value = latest.get(field)?.value
      return typeof value === 'string' ? [[field, value]] : []
    }),
  )
}

function latestOf({ facts, scheme, today }: ReorganiseState, project: ProjectFact) {
  const returns = facts.returns.filter(one => one.project === project.id)
  return projectState(project, [], returns, fieldShapes(scheme.fields), today).latest
}

/** Nothing may have been reported for a later period: it would have to be taken apart too. */
export function noLaterReturns(
  { facts }: ReorganiseState,
  projects: readonly ProjectFact[],
  { period }: TurningPeriod,
): Result<undefined> {
  const { end } = periodSpan(period)
  for (const { id, name } of projects) {
    const later = facts.returns.find(
      one => one.project === id && Object.keys(one.figures).length > 0 && periodSpan(one.period).end > end,
    )
    if (later) return fault('reorganise.returns-later', { name, period: later.period })
  }
  return ok(undefined)
}

/** The figures must be given when the period has ended, and cannot before. `wanted`: fields that have one now. */
export function checkFigures(
  figures: MoneyFigures,
  wanted: Iterable<FieldId>,
  { period, ended }: TurningPeriod,
): Result<undefined> {
  const given = Object.keys(figures)
  const fields = [...wanted]
  if (!ended && given.length > 0) return fault('return.period-not-ended', { period })
  const missing = ended ? fields.find(field => !given.includes(field)) : undefined
  if (missing !== undefined) return fault('reorganise.figures-missing', { period })
  const strange = given.find(field => !fields.includes(field))
  return strange === undefined ? ok(undefined) : fault('reorganise.figures-missing', { period })
}

export const entryToWrite = (
  project: string,
  period: Period,
  figures: EntryToWrite['figures'],
  { reason }: Pick<Reorganisation, 'reason'>,
): EntryToWrite => ({
  subject: { kind: 'project', project },
  period,
  figures,
  origin: { via: 'form' },
  reason,
})
