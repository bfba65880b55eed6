import { sql, type Transaction } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Tables } from '../database/tables.ts'

/** A transaction that reaches accounts, sessions and slips and nothing else: before it, nobody knows whose request it is. */
export interface IdentityTx {
  readonly db: Transaction<Pick<Tables, 'account' | 'session' | 'login_slip'>>
}

export function withIdentity<T>(database: Database, work: (tx: IdentityTx) => Promise<T>): Promise<T> {
  return database.kysely.transaction().execute(async db => {
    await sql`select set_config('role', 'guatu_auth', true)`.execute(db)
    return work({ db: db as unknown as IdentityTx['db'] })
  })
}
