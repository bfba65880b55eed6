import { fault, ok, type Period, type Result } from '@guatu/kernel'
import type { ReturnActor } from '../return/index.ts'
import { isOpenAt, type UnlockFact } from './freezes.ts'

export interface UnlockEndRequest {
  readonly period: Period
  readonly actor: ReturnActor
  /** The one to be ended; undefined where the period has none like that. */
  readonly unlock: UnlockFact | undefined
  /** ISO text in UTC. */
  readonly now: string
}

/** 提前结束解锁: by whoever may unlock, whoever it was that did. The unlock as it then stands. */
export function endUnlock({ period, actor, unlock, now }: UnlockEndRequest): Result<UnlockFact> {
  if (actor.role !== 'dispatcher') return fault('unlock.not-yours')
  if (unlock?.period !== period || !isOpenAt(unlock, now)) return fault('unlock.not-open', { period })
  return ok({ ...unlock, ended: now })
}
