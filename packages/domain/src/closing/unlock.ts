import { daysBetween, fault, ok, type Period, type Result } from '@guatu/kernel'
import type { ReturnActor } from '../return/index.ts'
import type { UnlockFact } from './freezes.ts'

/** What takes longer is no unlock any more: the correction is the way. */
export const LONGEST_UNLOCK_DAYS = 7
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

export interface UnlockRequest {
  readonly period: Period
  readonly actor: ReturnActor & { readonly person: string }
  readonly closed: readonly Period[]
  readonly reason: string
  /** ISO text in UTC. */
  readonly now: string
  readonly until: string
}

/** 解锁: with a reason, a person and an end, after which the period is shut again by itself. */
export function unlockPeriod({
  period,
  actor,
  closed,
  reason,
  now,
  until,
}: UnlockRequest): Result<UnlockFact> {
  if (actor.role !== 'dispatcher') return fault('unlock.not-yours')
  if (!closed.includes(period)) return fault('unlock.not-closed', { period })
  if (reason.trim() === '') return fault('unlock.reason-missing')
  if (!INSTANT.test(until) || until <= now) return fault('unlock.until-past', { until })
  if (daysBetween(now.slice(0, 10), until.slice(0, 10)) > LONGEST_UNLOCK_DAYS)
    return fault('unlock.too-long', { days: LONGEST_UNLOCK_DAYS })
  return ok({ period, reason: reason.trim(), by: actor.person, from: now, until })
}
