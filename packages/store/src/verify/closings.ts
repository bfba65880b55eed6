import { type RawBuilder, sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'
import type { ProjectionFinding } from './finding.ts'

/** Closings, unlocks and their ends that no fact made, or that differ from it; and figures of a closed period without leave. */
export async function closingFindings(tx: ScopedTx): Promise<ProjectionFinding[]> {
  const home = tx.scope.jurisdiction
  const run = async (query: RawBuilder<ProjectionFinding>) => (await query.execute(tx.db)).rows
  return [
    ...(await run(sql<ProjectionFinding>`
      select 'closing' as table, coalesce(subject_id, period) as id, coalesce(fact.seq, kept.seq) as seq
      from (select seq, subject_id, body ->> 'result' as result, (body ->> 'from')::date as since, entered_by,
          recorded_at from fact
          where jurisdiction_id = ${home} and word = 'closing') fact
        full join (select seq, period, starts, ends, result_id, closed_by, closed_at from closing
          where jurisdiction_id = ${home}) kept on kept.seq = fact.seq
      where (subject_id, least(guatu_period_start(subject_id), since), guatu_period_end(subject_id), result, entered_by, recorded_at)
        is distinct from (period, starts, ends, result_id, closed_by, closed_at)
      order by 3`)),
    ...(await run(sql<ProjectionFinding>`
      select 'unlock' as table, coalesce(subject_id, period) as id, coalesce(fact.seq, kept.seq) as seq
      from (select seq, subject_id, body ->> 'reason' as said, (body ->> 'until')::timestamptz(3) as until, entered_by,
          recorded_at from fact
          where jurisdiction_id = ${home} and word = 'unlock') fact
        full join (select seq, period, reason, ends_at, unlocked_by, unlocked_at from unlock
          where jurisdiction_id = ${home}) kept on kept.seq = fact.seq
      where (subject_id, said, until, entered_by, recorded_at)
        is distinct from (period, reason, ends_at, unlocked_by, unlocked_at)
      order by 3`)),
    ...(await run(sql<ProjectionFinding>`
      select 'unlock_end' as table, coalesce(subject_id, period) as id, coalesce(fact.seq, kept.seq) as seq
      from (select seq, subject_id, (body ->> 'unlock')::bigint as opened, entered_by, recorded_at from fact
          where jurisdiction_id = ${home} and word = 'unlock-end') fact
        full join (select unlock_end.seq, unlock_seq, period, ended_by, ended_at from unlock_end
          left join unlock on unlock.jurisdiction_id = unlock_end.jurisdiction_id and unlock.seq = unlock_seq
          where unlock_end.jurisdiction_id = ${home}) kept on kept.seq = fact.seq
      where (subject_id, opened, entered_by, recorded_at) is distinct from (period, unlock_seq, ended_by, ended_at)
      order by 3`)),
    ...(await run(sql<ProjectionFinding>`
      select 'closing' as table, closing.period as id, entry.seq as seq
      from entry join closing on closing.jurisdiction_id = entry.jurisdiction_id and closing.seq < entry.seq
        and entry.period_end between closing.starts and closing.ends
        and guatu_period_start(entry.period) >= closing.starts
      where entry.jurisdiction_id = ${home} and entry.corrects is null
        and not exists (select from unlock where unlock.jurisdiction_id = entry.jurisdiction_id
          and unlock.period = closing.period and unlock.seq < entry.seq and unlock.ends_at > entry.recorded_at
          and not exists (select from unlock_end ended where ended.jurisdiction_id = unlock.jurisdiction_id
            and ended.unlock_seq = unlock.seq and ended.seq < entry.seq))
      order by 3, 2`)),
  ]
}
