import type { Transaction } from 'kysely'
import type { Database } from '../database/open.ts'
import type { Tables } from '../database/tables.ts'
import { transacted } from '../database/transaction.ts'

/** A transaction that reaches accounts, sessions and slips and nothing else: before it, nobody knows whose request it is. */
export interface IdentityTx {
  readonly db: Transaction<Pick<Tables, 'account' | 'session' | 'login_slip'>>
}

export const withIdentity = <T>(database: Database, work: (tx: IdentityTx) => Promise<T>): Promise<T> =>
  transacted(database, 'write', 'set local role guatu_auth', db =>
    work({ db: db as unknown as IdentityTx['db'] }),
  )
