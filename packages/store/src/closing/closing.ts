import type { Day, Period } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { NewFact } from '../ledger/new.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** What is said of a closing; further members are kept as they are. */
export interface ClosingBody {
  /** Id of the stored result. */
  readonly result: string
  /** Where what was asked began before the period that it is named by: its first day. */
  readonly from?: Day
  readonly [member: string]: unknown
}

export interface Closing {
  readonly period: Period
  /** First and last day: every period that lies inside is closed with it. */
  readonly start: Day
  readonly end: Day
  /** Id of the stored result. */
  readonly result: string
  /** Of the fact that closed it: what was known then is known at it. */
  readonly seq: number
  readonly body: ClosingBody
  /** Person. */
  readonly closedBy: string
  readonly closedAt: Time
}

/** Writing it closes the period, for good; needs a scope that reads all. */
export const closingFact = (period: Period, body: ClosingBody, effectiveFrom: Day): NewFact => ({
  word: 'closing',
  subject: period,
  effectiveFrom,
  body,
})

/** Newest first. */
export const closings = (tx: ScopedTx): Promise<Closing[]> => found(tx, sql`true`)

/** Undefined when the period itself is not closed, whatever else lies around it. */
export const closingOf = async (tx: ScopedTx, period: Period): Promise<Closing | undefined> =>
  (await found(tx, sql`closing.period = ${period}`))[0]

async function found(tx: ScopedTx, which: ReturnType<typeof sql>): Promise<Closing[]> {
  const { rows } = await sql<Closing>`
    select period, starts as start, ends as end, result_id as result, closing.seq, body, closed_by as "closedBy",
      closed_at as "closedAt"
    from closing join fact on fact.jurisdiction_id = closing.jurisdiction_id and fact.seq = closing.seq
    where closing.jurisdiction_id = ${tx.scope.jurisdiction} and ${which}
    order by ends desc, starts desc`.execute(tx.db)
  return rows
}

/** Of those periods the ones that `closedAround` finds shut, each with the closed period around it. */
export async function closedAmong(
  tx: ScopedTx,
  periods: readonly Period[],
): Promise<ReadonlyMap<Period, Period>> {
  const { rows } = await sql<{ period: Period; closed: Period }>`
    select period, closed
    from unnest(${periods}::text[]) as period, guatu_closed_around(${tx.scope.jurisdiction}, period) as closed
    where closed is not null`.execute(tx.db)
  return new Map(rows.map(({ period, closed }) => [period, closed]))
}

/** The closed period around that one which no unlock opens now; undefined where figures of it may be written. */
export async function closedAround(tx: ScopedTx, period: Period): Promise<Period | undefined> {
  const { rows } = await sql<{ closed: Period | null }>`
    select guatu_closed_around(${tx.scope.jurisdiction}, ${period}) as closed`.execute(tx.db)
  return rows[0]?.closed ?? undefined
}
