import { type NumberSeries, numberText } from '@guatu/domain'
import { sql } from 'kysely'
import type { ScopedTx } from '../scope/scope.ts'

/** A number that is given: good for one document in the transaction that took it. */
export interface TakenNumber extends NumberSeries {
  readonly number: number
  /** As it is printed. */
  readonly text: string
}

/**
 * The next number of a series. Who asks for it second waits until the first has kept its document or given up: no
 * number is left out and none is given twice. A transaction that takes a number and keeps no document fails.
 */
export async function takeNumber(tx: ScopedTx, series: NumberSeries): Promise<TakenNumber> {
  const row = await tx.db
    .insertInto('document_number')
    .values({
      jurisdiction_id: tx.scope.jurisdiction,
      series: series.series,
      code: series.code,
      year: series.year,
      last: 1,
    })
    .onConflict(conflict =>
      conflict
        .columns(['jurisdiction_id', 'series', 'code', 'year'])
        .doUpdateSet({ last: sql<number>`document_number.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return { ...series, number: row.last, text: numberText(series, row.last) }
}

/** The 机关代字 under which a series last gave a number. */
export async function lastCode(tx: ScopedTx, series: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('issued_document')
    .select('code')
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('series', '=', series)
    .orderBy('issued_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.code ?? undefined
}

/** What the next document of the series would be numbered; it is given only when that is issued. */
export async function nextNumber(tx: ScopedTx, series: NumberSeries): Promise<number> {
  const row = await tx.db
    .selectFrom('document_number')
    .select('last')
    .where('jurisdiction_id', '=', tx.scope.jurisdiction)
    .where('series', '=', series.series)
    .where('code', '=', series.code)
    .where('year', '=', series.year)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}
