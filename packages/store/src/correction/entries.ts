import { sql } from 'kysely'
import { type TrailEntry, trail } from '../entry/trail.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** What was corrected of closed periods with `after` < seq <= `upTo`, oldest first. */
export const correctionEntries = async (tx: ScopedTx, after: number, upTo: number): Promise<TrailEntry[]> =>
  (await trail(tx, sql`corrects is not null and seq > ${after} and seq <= ${upTo}`)).reverse()
