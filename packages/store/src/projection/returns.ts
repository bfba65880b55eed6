import { sql } from 'kysely'
import { insertRows } from '../ledger/insert.ts'
import type { FactRow } from '../ledger/rows.ts'
import { moved, type ReturnRow } from '../return/fold.ts'
import type { ScopedTx } from '../scope/scope.ts'

export const RETURN_COLUMNS = [
  'jurisdiction_id',
  'unit_id',
  'period',
  'period_end',
  'state',
  'at',
  'submitted_at',
  'submitted_on',
  'first_submitted_at',
  'first_submitted_on',
  'accepted_at',
  'body',
  'seq',
] as const satisfies readonly (keyof ReturnRow)[]

/** Takes new facts, in order of seq, into `return_state`. */
export async function projectReturns(tx: ScopedTx, facts: readonly FactRow[]): Promise<void> {
  const moves = facts.filter(fact => fact.word === 'return')
  if (moves.length === 0) return
  const states = foldReturns(moves, await known(tx, moves))
  const changed = RETURN_COLUMNS.map(column => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`)
  await insertRows(
    tx,
    'return_state',
    states,
    sql`on conflict (jurisdiction_id, unit_id, period) do update set ${sql.join(changed)}`,
  )
}

const keyOf = ({ unit_id, period }: Pick<ReturnRow, 'unit_id' | 'period'>) => `${unit_id} ${period}`

export function foldReturns(moves: readonly FactRow[], before: readonly ReturnRow[] = []): ReturnRow[] {
  const states = new Map(before.map(row => [keyOf(row), row]))
  for (const move of moves) states.set(move.subject_id, moved(states.get(move.subject_id), move))
  return [...states.values()]
}

async function known(tx: ScopedTx, moves: readonly FactRow[]): Promise<ReturnRow[]> {
  const keys = [...new Set(moves.map(move => move.subject_id))]
  const { rows } = await sql<ReturnRow>`
    select ${sql.join(RETURN_COLUMNS.map(column => sql.ref(column)))} from return_state
    where jurisdiction_id = ${tx.scope.jurisdiction}
      and period = any (${[...new Set(keys.map(key => key.slice(key.lastIndexOf(' ') + 1)))]}::text[])
      and unit_id || ' ' || period = any (${keys}::text[])`.execute(tx.db)
  return rows
}
