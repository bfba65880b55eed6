import type { FieldId, FieldValue } from '@guatu/domain'
import type { Day, Period } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Time } from '../database/tables.ts'
import type { NewFact } from '../ledger/new.ts'
import type { ScopedTx } from '../scope/scope.ts'

/** A correction of a closed period, proposed or decided; further members are kept as they are. */
export interface CorrectionBody {
  /** Without blanks; unique in its unit. */
  readonly id: string
  /** Whose figures they are. */
  readonly unit: string
  readonly state: string
  readonly rows: readonly CorrectionRow[]
  readonly [member: string]: unknown
}

/** Of a project, or of an indicator that the unit reports. */
export type CorrectionRow = (
  | { readonly project: string }
  | { readonly indicator: string; readonly unit: string }
) & {
  readonly period: Period
  readonly figures: Readonly<Record<FieldId, FieldValue | null>>
}

export interface Correction {
  readonly body: CorrectionBody
  /** Person and time of the first fact. */
  readonly proposedBy: string
  readonly proposedAt: Time
  /** Of the last one. */
  readonly decidedBy: string
  readonly decidedAt: Time
  readonly seq: number
}

export const correctionFact = (body: CorrectionBody, effectiveFrom: Day): NewFact => ({
  word: 'correction',
  subject: `${body.unit} ${body.id}`,
  effectiveFrom,
  body,
})

/** Of the units that the scope sees, as they stand, last changed first. */
export const corrections = (tx: ScopedTx): Promise<Correction[]> => found(tx, sql`true`)

export const correctionOf = async (tx: ScopedTx, unit: string, id: string): Promise<Correction | undefined> =>
  (await found(tx, sql`subject_id = ${`${unit} ${id}`}`))[0]

async function found(tx: ScopedTx, which: ReturnType<typeof sql>): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select last.body, first.entered_by as "proposedBy", first.recorded_at as "proposedAt",
      last.entered_by as "decidedBy", last.recorded_at as "decidedAt", last.seq
    from (select subject_id, min(seq) as first, max(seq) as last from fact
        where jurisdiction_id = ${tx.scope.jurisdiction} and word = 'correction' and ${which}
          and ${tx.scope.reads === 'all' ? sql`true` : sql`body ->> 'unit' = any (${tx.units}::text[])`}
        group by subject_id) told
      join fact first on first.jurisdiction_id = ${tx.scope.jurisdiction} and first.seq = told.first
      join fact last on last.jurisdiction_id = ${tx.scope.jurisdiction} and last.seq = told.last
    order by last.seq desc`.execute(tx.db)
  return rows
}
