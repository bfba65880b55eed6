import { sql } from 'kysely'
import type { IdentityTx } from './identity.ts'
import type { ScopedTx } from './scope.ts'

/** Accounts, sessions and slips inside a scope's own transaction: what is written there stands or falls with the rest. */
export async function asIdentity<T>(tx: ScopedTx, work: (identity: IdentityTx) => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'guatu_auth', true)`.execute(tx.db)
  const result = await work({ db: tx.db as unknown as IdentityTx['db'] })
  await sql`select set_config('role', 'guatu_app', true)`.execute(tx.db)
  return result
}

/** The same transaction as another person's: for what belongs to a person alone. */
export async function asPerson<T>(
  tx: ScopedTx,
  person: string,
  work: (theirs: ScopedTx) => Promise<T>,
): Promise<T> {
  const become = (id: string) => sql`select set_config('guatu.person', ${id}, true)`.execute(tx.db)
  await become(person)
  const result = await work({ ...tx, scope: { ...tx.scope, person } })
  await become(tx.scope.person)
  return result
}

/** The same transaction reading the whole jurisdiction: for what is told of others without naming them. */
export async function asAll<T>(tx: ScopedTx, work: (all: ScopedTx) => Promise<T>): Promise<T> {
  if (tx.scope.reads === 'all') return work(tx)
  const read = (all: boolean) =>
    sql`select set_config('guatu.reads_all', ${String(all)}, true)`.execute(tx.db)
  await read(true)
  const result = await work({ ...tx, scope: { ...tx.scope, reads: 'all' } })
  await read(false)
  return result
}
