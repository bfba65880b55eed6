import {
  type AskedReturn,
  type Completeness,
  completenessOf,
  returnsOfPeriod,
  type SentReturn,
} from '@guatu/domain'
import type { Period } from '@guatu/kernel'
import {
  type ReturnState as ReturnRecord,
  returnsOfPeriod as recordsOfPeriod,
  type ScopedTx,
} from '@guatu/store'
import { CALENDAR, type Known, stateOf } from '../return/known.ts'

/** Every return of one period with what came of it. */
export interface AskedPeriod {
  readonly period: Period
  readonly asked: readonly AskedReturn[]
  readonly records: ReadonlyMap<string, ReturnRecord>
  readonly completeness: Completeness
}

export async function askedPeriod(tx: ScopedTx, known: Known, period: Period): Promise<AskedPeriod> {
  return withRecords(
    known,
    period,
    returnsOfPeriod(known.scheme, known.facts, period, CALENDAR),
    await recordsOfPeriod(tx, period),
  )
}

export function withRecords(
  { today }: Known,
  period: Period,
  asked: readonly AskedReturn[],
  records: readonly ReturnRecord[],
): AskedPeriod {
  const sent = records.flatMap((record): SentReturn[] => {
    const current = stateOf(record)
    return current ? [{ current, sentOn: record.firstSubmittedOn }] : []
  })
  return {
    period,
    asked,
    records: new Map(records.map(one => [one.unit, one])),
    completeness: completenessOf(asked, sent, today, CALENDAR),
  }
}
