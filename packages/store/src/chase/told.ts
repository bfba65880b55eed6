import type { Day, Period } from '@guatu/kernel'
import type { Time } from '../database/tables.ts'
import type { ScopedTx } from '../scope/scope.ts'
import { ofVisibleUnits } from '../scope/visible.ts'

/** One word of the chase that went out. */
export interface ChaseTold {
  readonly key: string
  /** Whose return it is about. */
  readonly unit: string
  readonly period: Period
  readonly kind: string
  readonly level: string
  /** Who was told. */
  readonly toUnit: string
  /** Business day. */
  readonly day: Day
  readonly daysLate: number
  readonly persons: readonly string[]
  readonly toldAt: Time
}

/** Keeps those that were not told before, and gives their keys. */
export async function keepChase(
  tx: ScopedTx,
  told: readonly Omit<ChaseTold, 'toldAt'>[],
): Promise<ReadonlySet<string>> {
  if (told.length === 0) return new Set()
  const rows = await tx.db
    .insertInto('chase_told')
    .values(
      told.map(one => ({
        jurisdiction_id: tx.scope.jurisdiction,
        key: one.key,
        unit_id: one.unit,
        period: one.period,
        kind: one.kind,
        level: one.level,
        to_unit: one.toUnit,
        day: one.day,
        days_late: one.daysLate,
        persons: [...one.persons],
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .execute()
  return new Set(rows.map(row => row.key))
}

/** Of units that the scope sees, oldest first. */
export async function chaseTold(tx: ScopedTx, period: Period): Promise<ChaseTold[]> {
  const rows = await tx.db
    .selectFrom('chase_told')
    .select([
      'key',
      'unit_id',
      'period',
      'kind',
      'level',
      'to_unit',
      'day',
      'days_late',
      'persons',
      'told_at',
    ])
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('period', '=', period)
    .where(ofVisibleUnits(tx))
    .orderBy('told_at')
    .orderBy('key')
    .execute()
  return rows.map(row => ({
    key: row.key,
    unit: row.unit_id,
    period: row.period,
    kind: row.kind,
    level: row.level,
    toUnit: row.to_unit,
    day: row.day,
    daysLate: row.days_late,
    persons: row.persons,
    toldAt: row.told_at,
  }))
}
